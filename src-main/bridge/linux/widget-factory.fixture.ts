import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import type { Node } from '../../contract/accessibility';
import type { FailureCode } from '../../contract/failure';
import type { Action, LiveElement, Tree } from '../adapter';
import { type RealProgram, startReal } from './real-program.fixture';
import { type Reach, reach } from './stage.fixture';

type Fits = (node: Node, tree: Tree) => boolean;

/** What is to be seen afterwards. */
interface Seen {
  /** null where the element went with what was done to it. */
  readonly live: LiveElement | null;
  readonly tree: Tree;
}

/** What is done to which element, and what is to be seen then. */
export type Deed = readonly [
  what: string,
  role: string,
  fits: string | RegExp | Fits,
  action: Action,
  shows: (seen: Seen) => boolean,
];

/** One of GTK's widget factories, for all tests of a file. */
export interface Factory {
  readonly program: () => RealProgram;
  /** Does each to an element, looks at it again, and fails where that does not show. */
  readonly does: (...deeds: readonly Deed[]) => void;
  /** Why it is not done; null where it was. */
  readonly refusal: (
    role: string,
    fits: string | RegExp | Fits,
    action: Action,
  ) => Promise<FailureCode | null>;
}

function asFits(fits: string | RegExp | Fits): string | Fits {
  return fits instanceof RegExp ? ({ name }) => fits.test(name) : fits;
}

/** By what a factory shows its pages. */
const pagesBy: Readonly<Record<string, string>> = {
  'gtk3-widget-factory': 'radio',
  'gtk4-widget-factory': 'tab',
};

/** @param page by the name of what shows it; null for the first */
export function widgetFactory(command: string, page: string | null): Factory {
  const desktop = onDesktop({ screen: { width: 1_600, height: 1_000 } });
  let to: Reach;
  let started: RealProgram;
  const program = () => started;
  beforeAll(async () => {
    to = await reach(desktop());
    started = await startReal(desktop(), to, command);
    if (page !== null) await started.act(await started.find(pagesBy[command] ?? '', page), press);
  });
  afterAll(async () => {
    await started.process.stop();
    await to.close();
  });
  return {
    program,
    does(...deeds) {
      test.each(deeds)('%s', async (_what, role, fits, action, shows) => {
        const node = await started.find(role, asFits(fits));
        await started.act(node, action);
        const tree = await started.tree();
        const live = await started.adapter.look(node.identity, now());
        expect({ live: live.ok ? live.value : null, tree }).toSatisfy(shows);
      });
    },
    async refusal(role, fits, action) {
      const node = await started.find(role, asFits(fits));
      const done = await started.adapter.act(node.identity, action, node, now());
      return done.ok ? null : done.failure.code;
    },
  };
}

export const now = () => new AbortController().signal;

export const press = { kind: 'press' } as const;
export const setTo = (value: string) => ({ kind: 'set_value', value }) as const;
export const selects = (option: string) => ({ kind: 'select', option }) as const;

export const isEnabled = ({ states }: Node) => !states.includes('disabled');
/** Enabled, of this name, and in none of these states. */
export const is =
  (name: string, ...without: readonly Node['states'][number][]): Fits =>
  (node) =>
    node.name === name && isEnabled(node) && !without.some((state) => node.states.includes(state));
/** Of this name, in something of that one. */
export const within =
  (around: string, name: string): Fits =>
  (node, { nodes }) => {
    if (node.name !== name) return false;
    for (let at = node.parent; at >= 0; at = nodes[at]?.parent ?? -1)
      if (nodes[at]?.name === around) return true;
    return false;
  };
/** Enabled, and holds this. */
export const holding =
  (value: string | null): Fits =>
  (node) =>
    node.value === value && isEnabled(node);

export const value =
  (held: string) =>
  ({ live }: Seen) =>
    live?.value === held;
export const state =
  (one: Node['states'][number]) =>
  ({ live }: Seen) =>
    live?.states.includes(one) === true;
export const no =
  (one: Node['states'][number]) =>
  ({ live }: Seen) =>
    live !== null && !live.states.includes(one);
/** Whether such an element is there now. */
export const has =
  (role: string, name: string, ...states: Node['states']) =>
  ({ tree }: Seen) =>
    tree.nodes.some(
      (node) =>
        node.role === role && node.name === name && states.every((each) => node.states.includes(each)),
    );
export const hasNot =
  (role: string, name: string, ...states: Node['states']) =>
  (seen: Seen) =>
    !has(role, name, ...states)(seen);
