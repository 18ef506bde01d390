import {
  getSelectedChild,
  getSelectedCount,
  identityOf,
  type RawNode,
  type RawTree,
  refOf,
} from '../../../native/linux/atspi';
import type { Program } from './program';

/** The identities of what is selected in boxes in which pictures flow. GTK 3 tells it of the box, and not of what is in it. */
export async function selectedInBoxes(
  { line, patience, toolkit }: Program,
  { nodes }: RawTree,
): Promise<ReadonlySet<string>> {
  if (toolkit !== 'gtk3') return new Set();
  const asked = await Promise.all(
    nodes.map(async (node) => {
      const ref = isBox(node) ? refOf(node.identity) : null;
      if (ref === null) return [];
      const count = await line.ask(ref, getSelectedCount, patience);
      const places = Array.from({ length: count.ok ? count.value : 0 }, (_, place) => place);
      return Promise.all(places.map((place) => line.ask(ref, getSelectedChild(place), patience)));
    }),
  );
  return new Set(
    asked.flat().flatMap((child) => (child.ok && child.value !== null ? [identityOf(child.value)] : [])),
  );
}

function isBox({ role, interfaces }: RawNode): boolean {
  return role === 'table' && interfaces.has('Selection') && !interfaces.has('Table');
}
