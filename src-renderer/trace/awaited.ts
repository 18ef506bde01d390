import { type Conflict, conflict } from '@contract/footprint';
import type { CallId } from '@contract/ids';
import type { Admission, Call, Turn } from '@contract/trace-model';
import { referencesIn } from './references';

/** A call that another one of its turn waited for. */
export interface AwaitedCall {
  readonly call: Call;
  readonly why: WhyAwaited;
}

export type WhyAwaited =
  /** Its result stands in the input of the one that waited: these parts of it, as far as the input tells. */
  | { readonly kind: 'needed'; readonly parts: readonly string[] }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  /** One of the two was to run alone. */
  | { readonly kind: 'alone' }
  /** The mode runs one after the other. */
  | { readonly kind: 'order' };

/** Whom a call waited for before it could start: first those that it needs, then those that the rules put before it. */
export function awaitedIds({ admission }: Call): readonly CallId[] {
  if (admission === null) return [];
  const needs = new Set(admission.needs);
  return [...admission.needs, ...admission.waitsFor.filter((id) => !needs.has(id))];
}

/** The same with the reasons. */
export function awaitedBy(call: Call, turn: Turn | undefined): readonly AwaitedCall[] {
  const { admission } = call;
  if (admission === null || turn === undefined || admission.waitsFor.length === 0) return none;
  const known = told.get(call);
  if (known?.turn === turn) return known.awaited;
  const awaited = awaitedIn(call, admission, turn);
  told.set(call, { turn, awaited });
  return awaited;
}

const none: readonly AwaitedCall[] = [];
/** Asked again in each frame while the call is chosen. */
const told = new WeakMap<Call, { readonly turn: Turn; readonly awaited: readonly AwaitedCall[] }>();

function awaitedIn(call: Call, admission: Admission, turn: Turn): readonly AwaitedCall[] {
  const byId = new Map(turn.calls.map((each) => [each.id, each]));
  const needs = new Set(admission.needs);
  const references = needs.size === 0 ? [] : referencesIn(call.input);
  return awaitedIds(call).flatMap((id) => {
    const earlier = byId.get(id);
    if (earlier === undefined) return [];
    const parts = references.flatMap(({ task, path }) => (isTask(id, turn, task) ? [path] : []));
    return { call: earlier, why: needs.has(id) ? { kind: 'needed', parts } : reason(earlier, call) };
  });
}

/** The calls of a plan have its tasks' ids behind the plan's own. */
function isTask(id: CallId, { actor }: Turn, task: string): boolean {
  return id === `${actor}_${task}`;
}

function reason({ admission: earlier }: Call, { admission: later }: Call): WhyAwaited {
  if (earlier === null || later === null) return { kind: 'order' };
  if (earlier.override === 'alone' || later.override === 'alone') return { kind: 'alone' };
  const found = conflict(earlier.footprint, later.footprint);
  return found === null ? { kind: 'order' } : { kind: 'conflict', conflict: found };
}
