import { targetInWords } from '@contract/target';
import type { Call, TraceModel } from '@contract/trace-model';
import { programOf } from '../timeline/layout/programs';

/** What a live run has its hands on. */
export interface Driven {
  /** The program, as a person knows it; the target's own words before any program was touched. */
  readonly name: string;
  /** The call that runs there now; null between calls. */
  readonly call: Call | null;
}

/** null where no run is going on, or one that stays in the practice window. */
export function driven({ run, phase, turns }: TraceModel): Driven | null {
  if (run === null || phase.kind === 'ended') return null;
  const { target } = run.request;
  if (target.kind === 'practice') return null;
  const running = turns
    .flatMap(({ calls }) => calls)
    .filter((call) => call.startedAt !== null && call.ended === null && programOf(call) !== null);
  const call = running.findLast(({ admission }) => admission?.effect === 'write') ?? running.at(-1) ?? null;
  return {
    name: (call === null ? null : programOf(call)) ?? lastProgram(turns) ?? targetInWords(target),
    call,
  };
}

function lastProgram(turns: TraceModel['turns']): string | null {
  for (const turn of turns.toReversed()) {
    const call = turn.calls.findLast((each) => each.startedAt !== null && programOf(each) !== null);
    if (call !== undefined) return programOf(call);
  }
  return null;
}
