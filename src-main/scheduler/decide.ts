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
  const { waiting, running, lost } = standingOf(calls, rules, aside);
  const decisions: Decision[] = [];
  if (waiting.length === 0) return decisions;
  const byId = onceAsked(() => new Map(calls.map((call) => [call.id, call])));
  const given = new Map<CallId, Call>();
  const isOpen = (id: CallId) => !given.has(id) && byId().get(id)?.ended === null;
  const failedNeed = (id: CallId) => given.get(id) ?? failedOf(byId().get(id)) ?? [];
  const isForgiven = (call: Call, write: Call) => rules.failedWriteSkips === 'unseen' && sawEnd(call, write);
  const giveUp = (call: Waiting, decision: Decision) => {
    decisions.push(decision);
    given.set(call.id, call);
    if (rules.failedWriteSkips !== 'never' && call.admission.effect === 'write') lost.push(call);
  };
  let free = slots - running;
  for (const call of waiting) {
    const { needs, waitsFor } = call.admission;
    const missing = needs.flatMap(failedNeed)[0];
    const because = lost.find(
      (write) => write.index < call.index && conflicts(write, call) && !isForgiven(call, write),
    );
    if (missing !== undefined) giveUp(call, { kind: 'unmet', call, because: missing });
    else if (because !== undefined) giveUp(call, { kind: 'skip', call, because });
    else if (free > 0 && (isWhole || mayBeEarly(call, rules)) && !waitsFor.some(isOpen)) {
      decisions.push({ kind: 'start', call });
      free -= 1;
    }
  }
  return decisions;
}

interface Standing {
  /** In the model's order. */
  readonly waiting: readonly Waiting[];
  readonly running: number;
  /** Writes that may not have happened, where that counts. */
  readonly lost: Call[];
}

/** Asked for with each call of a response while it arrives: once over the turn, and nothing made that is not needed. */
function standingOf(
  calls: readonly Call[],
  { failedWriteSkips }: ModeRules,
  aside: ReadonlySet<CallId>,
): Standing {
  const didNothing = ({ id, ended }: Call) => aside.has(id) && ended?.delivery === null;
  const waiting: Waiting[] = [];
  const lost: Call[] = [];
  let running = 0;
  for (const call of calls) {
    if (isWaiting(call)) {
      if (!aside.has(call.id)) waiting.push(call);
    } else if (call.startedAt !== null && call.ended === null) running += 1;
    else if (failedWriteSkips !== 'never' && mayNotHaveHappened(call) && !didNothing(call)) lost.push(call);
  }
  return { waiting, running, lost };
}

function onceAsked<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function failedOf(call: Call | undefined): Call | null {
  return call !== undefined && call.ended !== null && call.ended.outcome !== 'succeeded' ? call : null;
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
