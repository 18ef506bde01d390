import type { Platform } from '../bridge/platform';
import { wholeDesktop } from '../bridge/whole-desktop/whole-desktop';
import { type Failure, failed, ok, type Result } from '../contract/failure';
import type { ProgramId, Target, TargetKind } from '../contract/target';
import type { DemoProgram } from '../demos/demo';
import type { ReadyTarget } from './world';

/** What can be worked on here. */
export interface Targets {
  readonly kinds: readonly TargetKind[];
  /** Failure `unsupported` where this machine has no such target. */
  ready(target: Target, programs: readonly DemoProgram[]): Promise<Result<ReadyTarget>>;
}

export interface TargetsOptions {
  readonly practice: () => Promise<Result<ReadyTarget>>;
  /** As far as the person's lists go; null where this machine's desktop cannot be worked on. */
  readonly platform: Platform | null;
  /** Starts a desktop for a run; null where there is no such thing. */
  readonly privateDesktop: ((programs: readonly DemoProgram[]) => Promise<Result<ReadyTarget>>) | null;
  /** Why a program is not driven at this moment; null where it may be. */
  readonly denialOf: (program: ProgramId) => Failure | null;
}

export function createTargets({ practice, platform, privateDesktop, denialOf }: TargetsOptions): Targets {
  return {
    kinds: [
      'practice',
      ...(platform === null ? [] : (['program', 'desktop'] as const)),
      ...(privateDesktop === null ? [] : (['private'] as const)),
    ],
    async ready(target, programs) {
      switch (target.kind) {
        case 'practice':
          return practice();
        case 'private':
          return privateDesktop === null ? noPrivateDesktop : privateDesktop(programs);
        case 'program':
          return platform === null ? noPlatform : readyProgram(platform, target.program);
        case 'desktop':
          return platform === null ? noPlatform : ok(readyDesktop(platform, denialOf));
      }
    },
  };
}

async function readyProgram(platform: Platform, program: ProgramId): Promise<Result<ReadyTarget>> {
  const { signal } = new AbortController();
  const adapter = await platform.adapterFor(program, signal);
  if (!adapter.ok) return adapter;
  // Interlock's own window, from which it was chosen, may lie over it.
  const front = await platform.open(program.name, signal);
  if (!front.ok) return front;
  const { value } = adapter;
  return ok({ ...onTheDesktop(platform), adapter: value, doors: null, close: () => value.close() });
}

function readyDesktop(platform: Platform, denialOf: TargetsOptions['denialOf']): ReadyTarget {
  const whole = wholeDesktop(platform, denialOf);
  return { ...onTheDesktop(platform), ...whole, close: () => whole.adapter.close() };
}

/** The person sits at this desktop too, and no program of theirs keeps a record for us. */
function onTheDesktop(platform: Platform): Pick<ReadyTarget, 'watchPerson' | 'record'> {
  return { watchPerson: (seen) => platform.watchPerson(seen), record: async () => noRecord };
}

const noPlatform = failed(
  'unsupported',
  "This machine's desktop can't be worked on here.",
  'Choose the practice window.',
);

const noPrivateDesktop = failed(
  'unsupported',
  'A desktop of its own can be started for a run on Linux alone.',
  'Choose the practice window.',
);

const noRecord = failed(
  'unsupported',
  'Only the practice window keeps a record of what happened to it.',
  'Look at the trace instead.',
);
