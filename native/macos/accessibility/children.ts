import type { Scope } from '../core-foundation/ownership';
import type { Ax } from './ax';
import type { AttributeName } from './names';
import { type AxResult, ok } from './outcome';
import type { RawHole } from './raw-node';
import { countOf, type Element, readAttribute, readElements } from './read';

export interface Children {
  readonly elements: readonly Element[];
  readonly hole: RawHole | null;
}

interface Realised {
  /** What is built already, being on the screen. */
  readonly visible: AttributeName;
  /** All there are, of which no more than the number is asked for. */
  readonly all: AttributeName;
}

/** To read a row that is not on the screen makes the program build it, of ten thousand rows perhaps each. */
const realisedOf: ReadonlyMap<string, Realised> = new Map([
  ['AXTable', { visible: 'AXVisibleRows', all: 'AXRows' }],
  ['AXOutline', { visible: 'AXVisibleRows', all: 'AXRows' }],
  ['AXList', { visible: 'AXVisibleChildren', all: 'AXChildren' }],
]);

/** @param limit how many children are read at most */
export function childrenOf(
  ax: Ax,
  scope: Scope,
  element: Element,
  role: string,
  limit: number,
): AxResult<Children> {
  const realised = realisedOf.get(role);
  if (realised !== undefined) {
    const found = realisedChildren(ax, scope, element, realised, limit);
    if (found !== null) return ok(found);
  }
  const read = readElements(ax, scope, element, 'AXChildren', limit + 1);
  if (!read.ok) return read.failure.problem === 'unsupported' ? ok({ elements: [], hole: null }) : read;
  return ok({
    elements: read.value.slice(0, limit),
    hole: read.value.length > limit ? 'child_budget' : null,
  });
}

/** Rows that are left out for not being on the screen are a hole. @returns null where the list does not tell what it shows */
function realisedChildren(
  ax: Ax,
  scope: Scope,
  element: Element,
  { visible, all }: Realised,
  limit: number,
): Children | null {
  const rows = readElements(ax, scope, element, visible, limit + 1);
  if (!rows.ok || rows.value.length === 0) return null;
  const header = visible === 'AXVisibleRows' ? headerOf(ax, scope, element) : [];
  const elements = [...header, ...rows.value].slice(0, limit);
  const total = countOf(ax, element, all);
  const isWhole = total.ok && total.value <= elements.length - header.length;
  return { elements, hole: isWhole ? null : 'child_budget' };
}

function headerOf(ax: Ax, scope: Scope, element: Element): readonly Element[] {
  const header = readAttribute(ax, scope, element, 'AXHeader');
  return header.ok && header.value.kind === 'element' ? [header.value.element] : [];
}
