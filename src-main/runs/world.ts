import type { Adapter } from '../bridge/adapter';
import type { Doors } from '../bridge/platform';
import type { SpawnSandbox } from '../code/run-script';
import type { Attention, WatchPerson } from '../consent/person';
import type { Clock } from '../contract/clock';
import type { Failure, Result } from '../contract/failure';
import type { RunId } from '../contract/ids';
import type { PracticeRecord } from '../contract/practice-record';
import type { Target } from '../contract/target';
import type { EventSink, TraceEvent } from '../contract/trace-event';
import type { DemoProgram } from '../demos/demo';
import type { Gathered } from '../mcp/index';
import type { Clipboard } from '../tools/clipboard';
import type { Redact } from '../trace/redact';
import type { ChooseProvider } from './providers';

/** A desktop that is ready for a run, in its first state. */
export interface ReadyTarget {
  readonly adapter: Adapter;
  /** The way to the desktop's other programs; null where the target is one program. */
  readonly doors: Doors | null;
  /** null where the person does not use that desktop themselves. */
  readonly watchPerson: WatchPerson | null;
  /** What the target saw happen to itself since it was made ready. */
  record(): Promise<Result<TargetRecord>>;
  /** After the run, whatever became of it. */
  close(): Promise<void>;
}

export interface TargetRecord {
  /** Empty where the target is not the practice window. */
  readonly practice: PracticeRecord;
  /** What the programs of a demo wrote to their standard output, by their short names. */
  readonly printed: ReadonlyMap<string, string>;
}

/** What a run needs of the world around it. */
export interface World {
  readonly appVersion: string;
  recordingFolder(id: RunId): string;
  /** The folder that the file tools may touch. */
  readonly workspace: string;
  /** Origin of the reading service that demos ask. */
  readonly readings: string;
  /**
   * Failure `unsupported` where this machine has no such target.
   * @param programs to be open on a desktop that is started for the run
   */
  readyTarget(target: Target, programs: readonly DemoProgram[]): Promise<Result<ReadyTarget>>;
  /** The person turns to a run that begins now; what is asked and answered is said through `emit`. */
  attend(emit: EventSink, watch: WatchPerson | null): Attention;
  readonly provider: ChooseProvider;
  readonly clock: Clock;
  /** The person's MCP servers as they are ready now, or after a few seconds. */
  gatherMcp(): Promise<Gathered>;
  readonly clipboard: Clipboard;
  readonly fetch: typeof globalThis.fetch;
  /** Where the scripts that a model writes run. */
  readonly sandbox: SpawnSandbox;
  readonly redact: Redact;
  /** After it was written. */
  heard(id: RunId, event: TraceEvent): void;
  /** Something that the run's own trace can't tell. */
  problem(failure: Failure): void;
}
