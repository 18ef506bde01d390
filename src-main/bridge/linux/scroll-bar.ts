import {
  getChildren,
  getCurrentValue,
  getMaximumValue,
  hasState,
  identityOf,
  look,
  type Own,
  type RawNode,
  type Ref,
  refOf,
} from '../../../native/linux/atspi';
import type { Found } from './look';
import type { Program } from './program';

/** Counted in pixels. */
export interface ScrollBar {
  readonly identity: string;
  readonly value: number;
  readonly maximum: number;
  /** What can be seen at a time. */
  readonly page: number;
}

export type Direction = 'vertical' | 'horizontal';

/** Of the innermost scroll pane around an element; null where it is in none, or that cannot be moved. */
export async function scrollBarOf(
  program: Program,
  { tree, identity }: Found,
  direction: Direction,
): Promise<ScrollBar | null> {
  const { line, patience } = program;
  const pane = pathTo(tree.nodes, identity).findLast(({ role }) => role === 'scroll_pane');
  const ref = pane === undefined ? null : refOf(pane.identity);
  if (ref === null || !pane?.extents) return null;
  const children = await line.ask(ref, getChildren, patience);
  if (!children.ok) return null;
  const page = direction === 'vertical' ? pane.extents.height : pane.extents.width;
  const bars = await Promise.all(children.value.map((child) => barAt(program, child, direction)));
  const found = bars.find((bar) => bar !== null);
  return found ? measured(program, found, page) : null;
}

/** What holds the value: the scroll bar itself, or with GTK 4 the one thing in it. */
async function barAt({ line, patience }: Program, ref: Ref, direction: Direction): Promise<Ref | null> {
  const own = await look(line, identityOf(ref), patience);
  if (!own.ok || own.value.role !== 'scroll_bar' || !hasState(own.value.states, direction)) return null;
  if (holdsValue(own.value)) return ref;
  const children = await line.ask(ref, getChildren, patience);
  return children.ok ? (children.value[0] ?? null) : null;
}

function holdsValue({ interfaces }: Own): boolean {
  return interfaces.has('Value');
}

async function measured({ line, patience }: Program, ref: Ref, page: number): Promise<ScrollBar | null> {
  const [value, maximum] = await Promise.all([
    line.ask(ref, getCurrentValue, patience),
    line.ask(ref, getMaximumValue, patience),
  ]);
  if (!value.ok || !maximum.ok || maximum.value <= 0) return null;
  return { identity: identityOf(ref), value: value.value, maximum: maximum.value, page };
}

/** From the program down to the element. */
export function pathTo(nodes: readonly RawNode[], identity: string): readonly RawNode[] {
  const path: RawNode[] = [];
  for (
    let at = nodes.findIndex((node) => node.identity === identity);
    at >= 0;
    at = nodes[at]?.parent ?? -1
  ) {
    const node = nodes[at];
    if (node !== undefined) path.unshift(node);
  }
  return path;
}
