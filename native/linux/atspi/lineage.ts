import { getParent } from './accessible';
import { type Answer, answer, trouble } from './answer';
import type { Line, Patience } from './line';
import { identityOf, type Ref, refOf } from './ref';

/** More than any tree is deep: a program whose parents run in a circle is not followed for ever. */
const deepest = 200;

/**
 * The identities from an element's program down to the element itself. Fails with `gone` where the element, or one that it is in,
 * is in no program any more.
 */
export async function lineage(
  line: Line,
  identity: string,
  patience: Patience,
): Promise<Answer<readonly string[]>> {
  const ref = refOf(identity);
  if (ref === null) return trouble('gone', `${identity} names no element.`);
  const upwards: string[] = [];
  for (let at: Ref = ref; upwards.length < deepest; ) {
    upwards.push(identityOf(at));
    if (at.path.endsWith('/root')) return answer(upwards.toReversed());
    const parent = await line.ask(at, getParent, patience);
    if (!parent.ok) return parent;
    if (parent.value === null || parent.value.bus !== ref.bus) break;
    at = parent.value;
  }
  return trouble('gone', `${identity} is in no program any more.`);
}
