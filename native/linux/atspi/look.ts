import { getParent, getRole } from './accessible';
import { type Answer, answer, trouble } from './answer';
import { getAccessibleAtPoint, type Point } from './component';
import type { Line, Patience } from './line';
import type { Own } from './raw-tree';
import { isSecret, readNode } from './read-node';
import { identityOf, type Ref, refOf } from './ref';

/** One element afresh, by its identity. */
export async function look(line: Line, identity: string, patience: Patience): Promise<Answer<Own>> {
  const ref = refOf(identity);
  if (ref === null) return trouble('gone', `${identity} names no element.`);
  const around = await isWithinSecret(line, ref, patience);
  if (!around.ok) return around;
  const reading = await readNode(line, ref, around.value, patience);
  return reading.ok ? answer(reading.value.own) : reading;
}

/** The identity of what a pointer would reach, as far as the window, or the element, at `within` knows; null for nothing. */
export async function elementAtPoint(
  line: Line,
  within: string,
  point: Point,
  patience: Patience,
): Promise<Answer<string | null>> {
  const ref = refOf(within);
  if (ref === null) return trouble('gone', `${within} names no element.`);
  const hit = await line.ask(ref, getAccessibleAtPoint(point), patience);
  if (!hit.ok) return hit;
  return answer(hit.value === null ? null : identityOf(hit.value));
}

/** The text of a password is held by an element within it in some toolkits. */
async function isWithinSecret(line: Line, ref: Ref, patience: Patience): Promise<Answer<boolean>> {
  const parent = await line.ask(ref, getParent, patience);
  if (!parent.ok) return parent.trouble.kind === 'unsupported' ? answer(false) : parent;
  if (parent.value === null) return answer(false);
  const role = await line.ask(parent.value, getRole, patience);
  return role.ok ? answer(isSecret(role.value)) : role;
}
