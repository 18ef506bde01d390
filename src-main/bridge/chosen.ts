import type { Nodes } from '../contract/accessibility';

/** The names of what is selected within an element; null where there is nothing that could be. */
export function chosenWithin({ nodes }: Nodes, identity: string): readonly string[] | null {
  const top = nodes.findIndex((node) => node.identity === identity);
  if (top < 0) return null;
  const within = new Set([top]);
  nodes.forEach(({ parent }, index) => {
    if (within.has(parent)) within.add(index);
  });
  if (within.size === 1) return null;
  return nodes
    .filter(({ states }, index) => index !== top && within.has(index) && states.includes('selected'))
    .map(({ name }) => name);
}
