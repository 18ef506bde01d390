import { type Described, describe, getChildren, getInterfaces, getRole, getState } from './accessible';
import { type Answer, answer, trouble } from './answer';
import { getExtents, type Rect } from './component';
import type { Line, Patience } from './line';
import type { Brief, RawValue, Seen } from './raw-tree';
import { readValue, valueKind } from './read-value';
import { identityOf, type Ref } from './ref';
import { hasState } from './states';

/**
 * How an element stands to when it was read last. `moved`: elsewhere, or of another size. `scrolled`: it may stand where it stood,
 * but all within it may be elsewhere, however many elements are between that are not.
 */
export type Movement = 'stayed' | 'moved' | 'scrolled';

export interface Reading {
  readonly seen: Seen;
  readonly children: Answer<readonly Ref[]>;
  readonly movement: Movement;
}

/** An element with what is known of it before it is asked for its place and value. */
export interface Met {
  readonly brief: Brief;
  readonly described: Described;
}

/** What an element is: four calls. */
export async function meet(line: Line, ref: Ref, patience: Patience): Promise<Answer<Met>> {
  const [described, role, states, interfaces] = await Promise.all([
    line.ask(ref, describe, patience),
    line.ask(ref, getRole, patience),
    line.ask(ref, getState, patience),
    line.ask(ref, getInterfaces, patience),
  ]);
  if (!described.ok) return described;
  if (!role.ok) return role;
  if (!states.ok) return states;
  if (!interfaces.ok) return interfaces;
  if (role.value === 'invalid' || hasState(states.value, 'defunct'))
    return trouble('gone', `${identityOf(ref)} is defunct.`);
  const { name, description } = described.value;
  const brief = { role: role.value, name, description, states: states.value, interfaces: interfaces.value };
  return answer({ brief, described: described.value });
}

/**
 * Reads an element: first what it is, then what something of that kind can be asked. Extents are as the program gives them.
 *
 * @param withinSecret whether an element around it is a password: then no text of it is asked for
 */
export async function readNode(
  line: Line,
  ref: Ref,
  withinSecret: boolean,
  patience: Patience,
): Promise<Answer<Reading>> {
  const met = await meet(line, ref, patience);
  if (!met.ok) return met;
  const { brief, described } = met.value;
  const [children, extents, value] = await Promise.all([
    described.childCount === 0 ? answer([]) : line.ask(ref, getChildren, patience),
    readExtents(line, ref, brief, patience),
    readValue(line, ref, valueKind(brief, withinSecret), patience),
  ]);
  return answer({ seen: seenAs(brief, extents, value), children, movement: 'moved' });
}

/**
 * As `readNode`, all in one breath, for an element that was of no value when it was read last: what can be asked of it is known from
 * then. Falls back where it is of another kind now.
 */
export async function readNodeAgain(
  line: Line,
  ref: Ref,
  before: Brief,
  patience: Patience,
): Promise<Answer<Reading>> {
  const [met, children, extents] = await Promise.all([
    meet(line, ref, patience),
    line.ask(ref, getChildren, patience),
    readExtents(line, ref, before, patience),
  ]);
  if (!met.ok) return met;
  const { brief } = met.value;
  if (brief.interfaces !== before.interfaces || valueKind(brief, false) !== null)
    return readNode(line, ref, false, patience);
  return answer({ seen: seenAs(brief, extents, answer(null)), children, movement: 'moved' });
}

/** An element has neither place nor value where it does not say: it went away, or has none at the moment. */
export function seenAs(brief: Brief, extents: Answer<Rect | null>, value: Answer<RawValue | null>): Seen {
  const { role, name, description, states, interfaces } = brief;
  return {
    role,
    name,
    description,
    states,
    interfaces,
    extents: extents.ok ? extents.value : null,
    value: value.ok ? value.value : null,
  };
}

export function readExtents(
  line: Line,
  ref: Ref,
  { interfaces }: Brief,
  patience: Patience,
): Promise<Answer<Rect | null>> {
  return interfaces.has('Component') ? line.ask(ref, getExtents, patience) : Promise.resolve(answer(null));
}
