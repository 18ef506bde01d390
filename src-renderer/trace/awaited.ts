import { type Conflict, conflict } from '@contract/footprint';
import type { CallId } from '@contract/ids';
import type { Call, Turn } from '@contract/trace-model';
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

/** What a call waited for before it could start: first what it needs, then what the rules put before it. */
export function awaitedBy(call: Call, turn: Turn | undefined): readonly AwaitedCall[] {
  const { admission } = call;
  if (admission === null || turn === undefined || admission.waitsFor.length === 0) return none;
  const byId = new Map(turn.calls.map((each) => [each.id, each]));
  const needs = new Set(admission.needs);
  const order = [...admission.needs, ...admission.waitsFor.filter((id) => !needs.has(id))];
  const references = needs.size === 0 ? [] : referencesIn(call.input);
  return order.flatMap((id) => {
    const earlier = byId.get(id);
    if (earlier === undefined) return [];
    const parts = references.flatMap(({ task, path }) => (isTask(id, turn, task) ? [path] : []));
    return { call: earlier, why: needs.has(id) ? { kind: 'needed', parts } : reason(earlier, call) };
  });
}

const none: readonly AwaitedCall[] = [];

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
