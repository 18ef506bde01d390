import type { Snapshot } from '../contract/accessibility';
import type { ElementRef } from '../contract/ids';
import type { DemoInfo } from '../contract/ipc';
import type { PracticeRecord } from '../contract/practice-record';
import type { EventOf } from '../contract/trace-event';
import type { TraceModel } from '../contract/trace-model';
import type { ScriptedProgram } from '../providers/scripted/program';

/** Where a demo's run takes place. */
export interface DemoContext {
  /** Absolute path of the folder that the file tools may touch. */
  readonly workspace: string;
  /** Origin of the running reading service, like `http://127.0.0.1:51234`. */
  readonly readings: string;
}

/** A program that is open on the demo's own desktop when the run begins. */
export interface DemoProgram {
  /** Short, as in `Evidence.printed`. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

export interface Prepared {
  /** The task with real addresses. */
  readonly task: string;
  /** Empty where the demo does not take place on a desktop of its own. */
  readonly programs: readonly DemoProgram[];
  /** Takes away what was put in place. What the run itself wrote stays. */
  readonly cleanup: () => Promise<void>;
}

/** What is left after a run, as it really is: not as the run's results say. */
export interface Evidence {
  /** Only what the practice window saw during this run. */
  readonly practice: PracticeRecord;
  /** What each program of the demo wrote to its standard output, by its short name. */
  readonly printed: ReadonlyMap<string, string>;
  readonly workspace: string;
  readonly clipboard: string;
  /** The run after its last event. */
  readonly model: TraceModel;
  /** The run's snapshot that a ref belongs to; null where it has none. */
  readonly snapshotOf: (ref: ElementRef) => Snapshot | null;
}

export type Verdict = Omit<EventOf<'run-verified'>, 'seq' | 'at' | 'type'>;

/** A task, the program that stands in for a model at it, and the proof of whether it was done. */
export interface Demo {
  /** `task` may hold `{readings}` and `{workspace}`. */
  readonly info: DemoInfo;
  readonly program: ScriptedProgram;
  readonly prepare: (context: DemoContext) => Promise<Prepared>;
  readonly verify: (evidence: Evidence) => Promise<Verdict>;
}

/** A demo's task with the real places for `{readings}` and `{workspace}`. */
export function taskAt(task: string, { readings, workspace }: DemoContext): string {
  return task.replaceAll('{readings}', readings).replaceAll('{workspace}', workspace);
}
