import { getActionName, type RawNode, type RawTree, refOf } from '../../../native/linux/atspi';
import type { Program } from './program';

/**
 * The identities of the cells that hold a check mark. GTK 3 tells of one that is not set nothing but what can be done to it, so
 * those are asked that have neither a text nor a picture, nor anything in them.
 */
export async function toggleCells(
  { line, patience, toolkit }: Program,
  { nodes }: RawTree,
): Promise<ReadonlySet<string>> {
  if (toolkit !== 'gtk3') return new Set();
  const parents = new Set(nodes.map(({ parent }) => parent));
  const asked = await Promise.all(
    nodes.map(async (node, index) => {
      const ref = isBare(node) && !parents.has(index) ? refOf(node.identity) : null;
      if (ref === null) return null;
      const first = await line.ask(ref, getActionName(0), patience);
      return first.ok && first.value === 'toggle' ? node.identity : null;
    }),
  );
  return new Set(asked.filter((identity) => identity !== null));
}

function isBare({ role, interfaces }: RawNode): boolean {
  const has = (word: string) => interfaces.has(word);
  return role === 'table_cell' && has('Action') && !has('Text') && !has('Image') && !has('Value');
}
