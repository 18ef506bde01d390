import { getActionName, type RawNode, type RawTree, refOf } from '../../../native/linux/atspi';
import type { Program } from './program';

/**
 * The identities of the cells that hold a check mark. GTK 3 tells of one that is not set nothing but what can be done to it, so
 * those are asked that have neither a text nor a picture, nor anything in them; each once, for a table may have thousands.
 */
export async function toggleCells(
  { line, patience, toolkit }: Program,
  { nodes }: RawTree,
  known: Map<string, boolean>,
): Promise<ReadonlySet<string>> {
  if (toolkit !== 'gtk3') return new Set();
  const parents = new Set(nodes.map(({ parent }) => parent));
  const bare = nodes.filter((node, index) => isBare(node) && !parents.has(index));
  await Promise.all(
    bare.map(async ({ identity }) => {
      const ref = known.has(identity) ? null : refOf(identity);
      if (ref === null) return;
      const first = await line.ask(ref, getActionName(0), patience);
      if (first.ok) known.set(identity, first.value === 'toggle');
    }),
  );
  return new Set(bare.flatMap(({ identity }) => (known.get(identity) === true ? [identity] : [])));
}

function isBare({ role, interfaces }: RawNode): boolean {
  const has = (word: string) => interfaces.has(word);
  return role === 'table_cell' && has('Action') && !has('Text') && !has('Image') && !has('Value');
}
