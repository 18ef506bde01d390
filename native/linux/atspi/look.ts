import { getParent, getRole } from './accessible';
import { getActionCount, getActionName } from './action';
import { type Answer, answer, trouble } from './answer';
import { getAccessibleAtPoint, type Point } from './component';
import type { Line, Patience } from './line';
import type { Own } from './raw-tree';
import { meet, readExtents, seenAs } from './read-node';
import { isSecret, readValue, valueKind } from './read-value';
import { identityOf, type Ref, refOf } from './ref';

/** One element afresh, by its identity. */
export async function look(line: Line, identity: string, patience: Patience): Promise<Answer<Own>> {
  const ref = refOf(identity);
  if (ref === null) return trouble('gone', `${identity} names no element.`);
  const [around, met] = await Promise.all([isWithinSecret(line, ref, patience), meet(line, ref, patience)]);
  if (!met.ok) return met;
  if (!around.ok) return around;
  const { brief, described } = met.value;
  const [extents, value, actions] = await Promise.all([
    readExtents(line, ref, brief, patience),
    readValue(line, ref, valueKind(brief, around.value), patience),
    brief.interfaces.has('Action') ? readActions(line, ref, patience) : answer([]),
  ]);
  const { accessibleId, attributes } = described;
  const named = actions.ok ? actions.value : [];
  return answer({ ...seenAs(brief, extents, value), accessibleId, attributes, actions: named });
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

/** More than any element has. */
const mostActions = 50;

/** The text of a password is held by an element within it in some toolkits. */
async function isWithinSecret(line: Line, ref: Ref, patience: Patience): Promise<Answer<boolean>> {
  const parent = await line.ask(ref, getParent, patience);
  if (!parent.ok) return parent.trouble.kind === 'unsupported' ? answer(false) : parent;
  if (parent.value === null) return answer(false);
  const role = await line.ask(parent.value, getRole, patience);
  return role.ok ? answer(isSecret(role.value)) : role;
}

/** The list of all at once has GTK 3's names in the person's language, and none of Chromium's. */
async function readActions(line: Line, ref: Ref, patience: Patience): Promise<Answer<readonly string[]>> {
  const count = await line.ask(ref, getActionCount, patience);
  if (!count.ok) return count;
  const names = await Promise.all(
    Array.from({ length: Math.min(count.value, mostActions) }, async (_, index) => {
      const asked = await line.ask(ref, getActionName(index), patience);
      return asked.ok ? asked.value : '';
    }),
  );
  return answer(names);
}
