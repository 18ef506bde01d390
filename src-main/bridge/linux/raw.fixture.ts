import type { RawNode, RawTree, Rect, RoleWord, StateWord } from '../../../native/linux/atspi';
import { statesOf } from '../../../native/linux/atspi/states';
import type { Aside } from './grow';

export type Raw = Partial<Omit<RawNode, 'role' | 'states' | 'interfaces'>> & {
  readonly role: RoleWord;
  readonly states?: readonly StateWord[];
  readonly interfaces?: readonly string[];
  readonly children?: readonly Raw[];
};

export const box = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });

const usual: readonly StateWord[] = ['enabled', 'sensitive', 'visible', 'showing'];

/** A tree as a program would tell it. Everything is shown and enabled, and 100 by 30 pixels, where it is not said otherwise. */
export function rawTree(root: Raw): RawTree {
  const nodes: RawNode[] = [];
  const add = (
    { children = [], states = usual, interfaces = ['Component'], ...own }: Raw,
    parent: number,
  ) => {
    const index = nodes.length;
    nodes.push({
      parent,
      identity: `:1.1 /${index}`,
      name: '',
      description: '',
      extents: box(0, 0, 100, 30),
      value: null,
      hole: null,
      ...own,
      states: statesOf(...states),
      interfaces: new Set(interfaces),
    });
    for (const child of children) add(child, index);
  };
  add(root, -1);
  return { nodes };
}

/** A program with one window that holds these. */
export function program(...children: readonly Raw[]): RawTree {
  return rawTree({
    role: 'application',
    states: [],
    interfaces: ['Application'],
    extents: null,
    children: [{ role: 'frame', name: 'Main', extents: box(0, 0, 800, 600), children }],
  });
}

export const nothingAside: Aside = {
  toolkit: 'gtk3',
  program: 'Editor',
  chosen: new Map(),
  hidden: new Set(),
  selected: new Set(),
  toggles: new Set(),
  windows: new Map(),
  identifiers: new Map(),
};
