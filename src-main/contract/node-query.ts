import type { Node, Nodes } from './accessibility';

/** Which nodes are meant: a part of the name or the value, in any case; null: any text, any role. */
export interface NodeQuery {
  readonly text: string | null;
  readonly role: string | null;
}

export function fits({ name, value, role }: Node, query: NodeQuery): boolean {
  if (query.role !== null && role !== query.role) return false;
  if (query.text === null) return true;
  const wanted = query.text.toLowerCase();
  return name.toLowerCase().includes(wanted) || (value?.toLowerCase().includes(wanted) ?? false);
}

/** Indices, ascending. */
export function findNodes({ nodes }: Nodes, query: NodeQuery): number[] {
  const found: number[] = [];
  nodes.forEach((node, index) => {
    if (fits(node, query)) found.push(index);
  });
  return found;
}
