import type { Node, NodeState, Nodes } from '../contract/accessibility';
import type { Failure } from '../contract/failure';
import { quotedShort } from '../contract/quoted';
import type { Expectation } from './expectation';
import { focusedIndex } from './preflight';
import { isWithin } from './refs';
import { type Deed, nameOf } from './say';

/** The element of a write, as its ref told it and as it stands in the fresh tree. */
export interface Place {
  /** Its identity when the ref was made. */
  readonly identity: string;
  readonly index: number;
}

type Face = Pick<Node, 'role' | 'name' | 'value' | 'states'>;

/**
 * The first thing that is otherwise than the model knew: its next calls rest on what is no longer so.
 * @param place null: whatever has the focus
 */
export function divergence(
  expectation: Expectation,
  fresh: Nodes,
  place: Place | null,
  deed: Deed,
): Failure | null {
  const focus = focusedIndex(fresh);
  const index = place?.index ?? focus;
  const sentence =
    strangeWindow(expectation, fresh, index) ??
    (place === null ? movedFocus(expectation, fresh, focus) : null) ??
    (index === null ? null : otherFace(expectation, fresh, index, place?.identity ?? null, deed));
  return sentence === null ? null : { code: 'screen_diverged', sentence, next: decideAgain };
}

/** A window that the model has never seen has taken the focus, and the element is not in it. */
function strangeWindow({ known }: Expectation, fresh: Nodes, index: number | null): string | null {
  const before = windowOf(known, focusedIndex(known));
  const now = windowOf(fresh, focusedIndex(fresh));
  if (before === null || now === null) return null;
  const window = fresh.nodes[now];
  if (window === undefined || holds(known, window.identity)) return null;
  const isAsked = index !== null && index !== focusedIndex(fresh) && isWithin(fresh, index, now);
  return isAsked ? null : `The ${nameOf(window)} has opened since you last looked, and has the focus.`;
}

/** Nothing of this turn has moved the focus, and yet it is on another element: what is typed would go there. */
function movedFocus({ known, touched }: Expectation, fresh: Nodes, focus: number | null): string | null {
  const before = known.nodes[focusedIndex(known) ?? -1];
  const now = fresh.nodes[focus ?? -1];
  if (touched.size > 0 || before === undefined || now === undefined) return null;
  if (before.identity === now.identity || !holds(fresh, before.identity)) return null;
  return `The ${nameOf(before)} had the focus when you last looked, and the ${nameOf(now)} has it now.`;
}

function otherFace(
  { known, own, touched }: Expectation,
  fresh: Nodes,
  index: number,
  identity: string | null,
  deed: Deed,
): string | null {
  const now = fresh.nodes[index];
  if (now === undefined || !restsOnFace.has(deed.kind)) return null;
  const names = [now.identity, ...(identity === null ? [] : [identity])];
  const from = names.some((name) => touched.has(name)) ? own : known;
  const before = from.nodes.find(({ identity }) => names.includes(identity));
  return before === undefined ? null : difference(before, now, deed);
}

function difference(before: Face, now: Face, deed: Deed): string | null {
  const isFlowing = [before.value, now.value].some((value) => value?.includes('\n') === true);
  const appends = deed.kind === 'type' || deed.kind === 'key';
  if (before.value !== now.value && !(appends && isFlowing))
    return `The ${nameOf(now)} held ${held(before)} when you last saw it, and holds ${held(now)} now.`;
  const state = tellingStates.find((each) => before.states.includes(each) !== now.states.includes(each));
  if (state === undefined) return null;
  return now.states.includes(state)
    ? `The ${nameOf(now)} is ${state} now, and was not when you last saw it.`
    : `The ${nameOf(now)} was ${state} when you last saw it, and is not now.`;
}

function held({ value }: Face): string {
  return value === null ? 'no value' : quotedShort(value);
}

/** Deeds whose outcome depends on how the element stands. */
const restsOnFace: ReadonlySet<Deed['kind']> = new Set<Deed['kind']>([
  'press',
  'pointer',
  'set_value',
  'select',
  'type',
  'key',
]);

const tellingStates: readonly NodeState[] = [
  'checked',
  'mixed',
  'pressed',
  'selected',
  'expanded',
  'collapsed',
];

const decideAgain = 'Nothing was done. What has changed follows: decide again.';

const windows: ReadonlySet<string> = new Set(['window', 'dialog', 'alertdialog']);

function windowOf({ nodes }: Nodes, index: number | null): number | null {
  for (let at = index ?? -1; at >= 0; at = nodes[at]?.parent ?? -1) {
    if (windows.has(nodes[at]?.role ?? '')) return at;
  }
  return null;
}

function holds({ nodes }: Nodes, identity: string): boolean {
  return nodes.some((node) => node.identity === identity);
}
