import type { Check } from '../contract/trace-event';
import type { TraceModel } from '../contract/trace-model';
import type { Evidence, Verdict } from './demo';
import { wrongElementWrites } from './wrong-elements';

export function check(name: string, passed: boolean, yes: string, no: string): Check {
  return { name, passed, sentence: passed ? yes : no };
}

/** Verified where every check passed and every write landed on the element that its call named. */
export function verdict(evidence: Evidence, checks: readonly Check[]): Verdict {
  return verdictOf(checks, wrongElementWrites(evidence));
}

/** @param wrong how many writes landed on an element that no call had named */
export function verdictOf(checks: readonly Check[], wrong: number): Verdict {
  const all = [
    ...checks,
    check(
      'right elements',
      wrong === 0,
      'Every write landed on the element that its call named.',
      `${wrong} ${wrong === 1 ? 'write' : 'writes'} landed on an element that no call had named.`,
    ),
  ];
  return { verified: all.every((each) => each.passed), checks: all, wrongElementWrites: wrong };
}

/** What the model said last; empty where it said nothing. */
export function finalText(model: TraceModel): string {
  const ended = model.turns.at(-1)?.model?.ended;
  if (ended?.kind !== 'responded') return '';
  return ended.content.map((block) => (block.type === 'text' ? block.text : '')).join('\n');
}

/** The task as the run was given it. */
export function taskOf(model: TraceModel): string {
  return model.run?.request.task ?? '';
}
