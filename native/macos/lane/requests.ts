import { actionNames } from '../accessibility/names';
import { either, made, number, type Of, one, orNull, text, truth } from './shape';

const Point = made({ x: number, y: number });

/** What an element must still look like for a write to go to it. */
const Words = made({ role: text, subrole: text, title: text, description: text });
export type Words = Of<typeof Words>;

const Destination = one('program', 'session');

const Snapshot = made({
  kind: one('snapshot'),
  /** null for the whole program. */
  root: orNull(text),
  budget: made({ nodes: number, depth: number, children: number, milliseconds: number }),
});
const Look = made({ kind: one('look'), identity: text });
const Quiet = made({ kind: one('until_quiet'), quietMs: number, limitMs: number });
/** What has the focus within the program, and whether the program itself has it. */
const Focused = made({ kind: one('focused') });
const ElementAt = made({ kind: one('element_at'), at: Point });
const Windows = made({ kind: one('windows') });
const Permissions = made({ kind: one('permissions') });

const Act = made({ kind: one('act'), identity: text, action: one(...actionNames), expected: Words });
/** A text is set as what the element holds now: a text, a number or a truth. Not into a secure field. */
const SetValue = made({ kind: one('set_value'), identity: text, value: text, expected: Words });
/** Into a secure field alone. */
const SetSecret = made({ kind: one('set_secret'), identity: text, value: text, expected: Words });
const SetState = made({
  kind: one('set_state'),
  identity: text,
  state: one('AXFocused', 'AXSelected', 'AXExpanded'),
  on: truth,
  expected: Words,
});
const Type = made({ kind: one('type'), text, to: Destination });
const Press = made({ kind: one('chord'), chord: text, to: Destination });
const Click = made({
  kind: one('click'),
  at: Point,
  button: one('left', 'right'),
  count: one(1, 2, 3),
  to: Destination,
});
const Scroll = made({ kind: one('scroll'), at: Point, dx: number, dy: number, to: Destination });
/** Counts as a read: it changes what a program tells, not what it does. */
const Wake = made({ kind: one('wake') });

export const ReadRequest = either(Snapshot, Look, Focused, ElementAt, Quiet, Windows, Permissions, Wake);
export const WriteRequest = either(Act, SetValue, SetSecret, SetState, Type, Press, Click, Scroll);
export const LaneRequest = either(ReadRequest, WriteRequest);

export type ReadRequest = Of<typeof ReadRequest>;
export type WriteRequest = Of<typeof WriteRequest>;
export type LaneRequest = Of<typeof LaneRequest>;
export type InputRequest = Extract<WriteRequest, { readonly kind: 'type' | 'chord' | 'click' | 'scroll' }>;
export type ElementWrite = Exclude<WriteRequest, InputRequest>;

export function isWrite(request: LaneRequest): request is WriteRequest {
  return WriteRequest.matches(request);
}
