import type { Failure, Result } from '../contract/failure';
import type { PermissionName, PermissionReport } from '../contract/permission';
import type { ProgramWindow } from '../contract/program';
import type { ProgramId } from '../contract/target';
import type { Adapter } from './adapter';

/** A program with at least one window that assistive technology can see. */
export interface RunningProgram {
  readonly id: ProgramId;
  readonly windows: readonly ProgramWindow[];
  /** A PNG; null where there is none. */
  readonly icon: Uint8Array | null;
}

/** A program of the whole desktop, and what of it is open to the run. */
export interface Neighbour {
  readonly program: RunningProgram;
  readonly isEntered: boolean;
  /** Why it may not be driven; null where it may. */
  readonly denied: Failure | null;
}

/** The way from one program of the whole desktop to another. Every call keeps its own time limit and never throws. */
export interface Doors {
  /** Topmost first. */
  list(signal: AbortSignal): Promise<Result<readonly Neighbour[]>>;
  /** Starts it, or brings it to the front, and enters it. Failure `program_denied` before anything is done. */
  open(name: string, signal: AbortSignal): Promise<Result<RunningProgram>>;
}

/** Another person's hands were on the desktop: input that is not ours. */
export interface PersonSeen {
  /** Monotonic milliseconds. */
  readonly at: number;
  readonly sentence: string;
}

/** The machine's desktop: its programs, and a way at each. Every call keeps its own time limit and never throws. */
export interface Platform {
  readonly name: 'macos' | 'linux';
  /** Topmost first. */
  programs(signal: AbortSignal): Promise<Result<readonly RunningProgram[]>>;
  /** Starts an installed program, or brings it to the front where it runs. Resolves once it shows a window. */
  open(name: string, signal: AbortSignal): Promise<Result<RunningProgram>>;
  /** Failure `target_gone` where it no longer runs; `permission_missing` where we may not look at it. */
  adapterFor(program: ProgramId, signal: AbortSignal): Promise<Result<Adapter>>;
  permissions(signal: AbortSignal): Promise<PermissionReport>;
  openPermissionSettings(name: PermissionName): Promise<Result<null>>;
  /** @returns how to stop watching */
  watchPerson(seen: (what: PersonSeen) => void): () => void;
  close(): Promise<void>;
}
