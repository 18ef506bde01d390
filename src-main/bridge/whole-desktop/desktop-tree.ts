import type { Node } from '../../contract/accessibility';
import type { Result } from '../../contract/failure';
import type { Tree } from '../adapter';
import type { RunningProgram } from '../platform';

/** What of a program was read: its tree, a failure of it, or nothing, where the run has not entered it. */
export interface ProgramPart {
  readonly program: RunningProgram;
  readonly read: Result<Tree> | null;
}

export const desktopIdentity = 'desktop';

export function programIdentity(pid: number): string {
  return `app:${pid}`;
}

/** Unique on the whole desktop; `insideOf` takes it apart again. */
export function identityWithin(pid: number, identity: string): string {
  return `${pid}:${identity}`;
}

/** @returns null where the identity is the desktop's or a program's own */
export function insideOf(identity: string): { readonly pid: number; readonly identity: string } | null {
  const match = /^(\d+):(.+)$/su.exec(identity);
  return match === null ? null : { pid: Number(match[1]), identity: match[2] ?? '' };
}

export function isActive({ windows }: RunningProgram): boolean {
  return windows.some(({ active }) => active);
}

/**
 * One tree of all programs, topmost first: a node of role `application` for each, and below it what was read of it. A program whose own
 * root is its application lends that its children. Only what is in front can have the focus: each program remembers one of its own.
 */
export function desktopTree(parts: readonly ProgramPart[]): Node[] {
  const nodes: Node[] = [
    plainNode({ parent: -1, role: 'desktop', name: 'Desktop', identity: desktopIdentity }),
  ];
  for (const { program, read } of parts) {
    const { pid, name } = program.id;
    const at = nodes.length;
    const own = plainNode({ parent: 0, role: 'application', name, identity: programIdentity(pid) });
    if (read === null || !read.ok) {
      nodes.push({ ...own, hole: read === null ? 'not_entered' : 'unreadable' });
      continue;
    }
    const [root, ...rest] = read.value.nodes;
    const isItself = root?.role === 'application';
    nodes.push(isItself ? { ...own, hole: root.hole } : own);
    const inside = isItself ? rest : read.value.nodes;
    const offset = isItself ? at : at + 1;
    for (const node of inside) {
      nodes.push({
        ...unfocused(node, isActive(program)),
        parent: node.parent < 0 ? at : offset + node.parent,
        identity: identityWithin(pid, node.identity),
      });
    }
  }
  return nodes;
}

/** Where the program is not in front, nothing of it has the focus. */
export function unfocused<T extends Pick<Node, 'states'>>(node: T, isInFront: boolean): T {
  if (isInFront || !node.states.includes('focused')) return node;
  return { ...node, states: node.states.filter((state) => state !== 'focused') };
}

function plainNode(shape: Pick<Node, 'parent' | 'role' | 'name' | 'identity'>): Node {
  return { ...shape, value: null, states: [], bounds: null, identifier: null, hole: null };
}
