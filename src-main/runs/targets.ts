import type { Platform } from '../bridge/platform';
import { wholeDesktop } from '../bridge/whole-desktop/whole-desktop';
import { type Failure, failed, ok, type Result } from '../contract/failure';
import type { ProgramId, Target, TargetKind } from '../contract/target';
import type { ReadyTarget } from './world';

/** What can be worked on here. */
export interface Targets {
  readonly kinds: readonly TargetKind[];
  /** Failure `unsupported` where this machine has no such target. */
  ready(target: Target): Promise<Result<ReadyTarget>>;
}

export interface TargetsOptions {
  readonly practice: () => Promise<Result<ReadyTarget>>;
  /** As far as the person's lists go; null where this machine's desktop cannot be worked on. */
  readonly platform: Platform | null;
  /** Why a program is not driven at this moment; null where it may be. */
  readonly denialOf: (program: ProgramId) => Failure | null;
}

export function createTargets({ practice, platform, denialOf }: TargetsOptions): Targets {
  return {
    kinds: platform === null ? ['practice'] : ['practice', 'program', 'desktop'],
    async ready(target) {
      switch (target.kind) {
        case 'practice':
          return practice();
        case 'private':
          return noPrivateDesktop;
        case 'program':
          return platform === null ? noPlatform : readyProgram(platform, target.program);
        case 'desktop':
          return platform === null ? noPlatform : ok(readyDesktop(platform, denialOf));
      }
    },
  };
}

async function readyProgram(platform: Platform, program: ProgramId): Promise<Result<ReadyTarget>> {
  const adapter = await platform.adapterFor(program, new AbortController().signal);
  if (!adapter.ok) return adapter;
  return ok({ ...onTheDesktop(platform), adapter: adapter.value, doors: null });
}

function readyDesktop(platform: Platform, denialOf: TargetsOptions['denialOf']): ReadyTarget {
  return { ...onTheDesktop(platform), ...wholeDesktop(platform, denialOf) };
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
  'A private desktop cannot be started for a run yet.',
  'Choose the practice window, or a program.',
);

const noRecord = failed(
  'unsupported',
  'Only the practice window keeps a record of what happened to it.',
  'Look at the trace instead.',
);
