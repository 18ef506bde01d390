import { conflict } from '../contract/footprint';
import type { CallId } from '../contract/ids';
import type { Admission, Call } from '../contract/trace-model';
import type { ModeRules } from './modes/mode';

/** What becomes of a waiting call now. */
export type Decision =
  | { readonly kind: 'start'; readonly call: Call }
  /** `because`: the earlier write of the turn that may not have happened. */
  | { readonly kind: 'skip'; readonly call: Call; readonly because: Call }
  /** `because`: a call whose result it needs, and that did not succeed. */
  | { readonly kind: 'unmet'; readonly call: Call; readonly because: Call };

/**
 * What is to be done at this moment, in the model's order: the ready set, as far as slots are free, and what a failed
 * write, or a result that will never be there, takes with it. Asked again whenever a call was added or has ended.
 *
 * @param calls the turn's calls in the model's order; those without an admission never run
 * @param sawEnd whether whoever asked for the call had seen the write end; where the mode asks for that
 * @param isWhole whether no more calls come
 * @param slots how many calls may run at one moment
 * @param aside calls that nobody asks for: they do not start, and nothing counts on what they have not done
 */
export function decide(
  calls: readonly Call[],
  rules: ModeRules,
  isWhole: boolean,
  slots: number,
  sawEnd: (call: Call, write: Call) => boolean,
  aside: ReadonlySet<CallId>,
): Decision[] {
  const decisions: Decision[] = [];
  if (!calls.some(isWaiting)) return decisions;
  const open = new Set(calls.filter((call) => call.ended === null).map((call) => call.id));
  const failed = new Map(
    calls
      .filter(({ ended }) => ended !== null && ended.outcome !== 'succeeded')
      .map((call) => [call.id, call]),
  );
  const skips = rules.failedWriteSkips !== 'never';
  const didNothing = ({ id, ended }: Call) => aside.has(id) && ended?.delivery === null;
  const lost = skips ? calls.filter((call) => mayNotHaveHappened(call) && !didNothing(call)) : [];
  const isForgiven = (call: Call, write: Call) => rules.failedWriteSkips === 'unseen' && sawEnd(call, write);
  let free = slots - calls.filter((call) => call.startedAt !== null && call.ended === null).length;
  for (const call of calls) {
    if (!isWaiting(call) || aside.has(call.id)) continue;
    const missing = call.admission.needs.flatMap((id) => failed.get(id) ?? [])[0];
    if (missing !== undefined) {
      decisions.push({ kind: 'unmet', call, because: missing });
      open.delete(call.id);
      failed.set(call.id, call);
      if (skips && call.admission.effect === 'write') lost.push(call);
      continue;
    }
    const because = lost.find(
      (write) => write.index < call.index && conflicts(write, call) && !isForgiven(call, write),
    );
    if (because !== undefined) {
      decisions.push({ kind: 'skip', call, because });
      open.delete(call.id);
      failed.set(call.id, call);
      if (call.admission.effect === 'write') lost.push(call);
    } else if (
      free > 0 &&
      (isWhole || mayBeEarly(call, rules)) &&
      !call.admission.waitsFor.some((id) => open.has(id))
    ) {
      decisions.push({ kind: 'start', call });
      free -= 1;
    }
  }
  return decisions;
}

interface Waiting extends Call {
  readonly admission: Admission;
}

function isWaiting(call: Call): call is Waiting {
  return call.admission !== null && call.startedAt === null && call.ended === null;
}

function mayBeEarly({ admission }: Call, { eager }: ModeRules): boolean {
  return eager === 'all' || (eager === 'reads' && admission?.effect === 'read');
}

/** A write that failed, that nobody saw arrive, or that never ran although what came after it counted on it. */
export function mayNotHaveHappened({ admission, ended }: Call): boolean {
  if (ended === null || admission?.effect !== 'write') return false;
  return ended.outcome !== 'succeeded' || ended.delivery === 'unknown' || ended.delivery === 'contradicted';
}

function conflicts(earlier: Call, later: Call): boolean {
  if (earlier.admission === null || later.admission === null) return false;
  return conflict(earlier.admission.footprint, later.admission.footprint) !== null;
}
