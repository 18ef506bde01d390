import {
  getAccessibleId,
  getSelectedChild,
  identityOf,
  place,
  type RawNode,
  type RawTree,
  refOf,
} from '../../../native/linux/atspi';
import type { X11Window } from '../../../native/linux/x11';
import { ok, type Result } from '../../contract/failure';
import { failure, unseen } from './failures';
import type { Aside } from './grow';
import { hiddenPages } from './hidden-pages';
import type { Learnt } from './memory';
import type { Program } from './program';
import { selectedInBoxes } from './selected-in-boxes';
import { toggleCells } from './toggle-cells';
import { matchWindows, originOf, type ToldWindow } from './windows';

/** A tree on the screen, and what its elements do not say themselves. */
export interface Placed {
  readonly tree: RawTree;
  readonly aside: Aside;
  readonly windows: ReadonlyMap<string, X11Window>;
}

/** @param learnt of the elements that were met so far; what is learnt now is added */
export async function placeTree(program: Program, raw: RawTree, learnt: Learnt): Promise<Result<Placed>> {
  const { application, x11, toolkit } = program;
  const [shown, chosen, hidden, selected, toggles] = await Promise.all([
    x11.windows(application.pid),
    chosenIn(program, raw),
    hiddenPages(program, raw),
    selectedInBoxes(program, raw),
    toggleCells(program, raw, learnt.toggles),
    learnIdentifiers(program, raw, learnt.identifiers),
  ]);
  if (!shown.ok) return failure(unseen(shown.failure));
  const windows = matchWindows(windowsIn(raw), shown.value, toolkit === 'gtk4');
  const origins = new Map([...windows].map(([identity, window]) => [titleOf(raw, identity), window]));
  const tree = await place(raw, application, (_pid, title, size) => {
    const window = origins.get(title);
    return Promise.resolve(window === undefined ? null : originOf(size, window));
  });
  return ok({
    tree,
    windows,
    aside: {
      toolkit,
      program: program.program,
      chosen,
      hidden,
      selected,
      toggles,
      windows,
      identifiers: uniqueIn(tree, learnt.identifiers),
    },
  });
}

function windowsIn({ nodes }: RawTree): readonly ToldWindow[] {
  return nodes
    .filter((node) => isWindow(node, nodes))
    .map(({ identity, name, extents }) => ({ identity, title: name, extents }));
}

function isWindow({ parent }: RawNode, nodes: readonly RawNode[]): boolean {
  return nodes[parent]?.role === 'application';
}

function titleOf({ nodes }: RawTree, identity: string): string {
  return nodes.find((node) => node.identity === identity)?.name ?? '';
}

/** GTK 3 tells what is chosen in a drop-down list by asking alone. */
async function chosenIn(
  { line, patience }: Program,
  { nodes }: RawTree,
): Promise<ReadonlyMap<string, string>> {
  const chosen = new Map<string, string>();
  await Promise.all(
    nodes.map(async ({ role, interfaces, identity }) => {
      const ref = role === 'combo_box' && interfaces.has('Selection') ? refOf(identity) : null;
      if (ref === null) return;
      const child = await line.ask(ref, getSelectedChild(0), patience);
      if (child.ok && child.value !== null) chosen.set(identity, identityOf(child.value));
    }),
  );
  return chosen;
}

/** An author names an element once, so each is asked once. */
async function learnIdentifiers(
  { line, patience }: Program,
  { nodes }: RawTree,
  identifiers: Map<string, string | null>,
): Promise<void> {
  await Promise.all(
    nodes.map(async ({ identity }) => {
      const ref = identifiers.has(identity) ? null : refOf(identity);
      if (ref === null) return;
      const id = await line.ask(ref, getAccessibleId, patience);
      if (id.ok || id.trouble.kind === 'unsupported') identifiers.set(identity, id.ok ? id.value : null);
    }),
  );
}

/** What two elements are called names neither. */
function uniqueIn(
  { nodes }: RawTree,
  identifiers: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string> {
  const named = new Map<string, string[]>();
  for (const { identity } of nodes) {
    const id = identifiers.get(identity);
    if (id === null || id === undefined || id === '') continue;
    named.set(id, [...(named.get(id) ?? []), identity]);
  }
  return new Map(
    [...named].flatMap(([id, [first, ...more]]) =>
      first === undefined || more.length > 0 ? [] : [[first, id]],
    ),
  );
}
