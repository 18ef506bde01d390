import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import type { Node } from '../../contract/accessibility';
import type { Action, LiveElement } from '../adapter';
import { type RealProgram, startReal } from './real-program.fixture';
import { type Reach, reach } from './stage.fixture';

const desktop = onDesktop({ screen: { width: 1_600, height: 1_000 } });

interface Deed {
  readonly what: string;
  readonly fits: (node: Node) => boolean;
  readonly action: Action;
  /** What is to be seen of the element afterwards. */
  readonly shows: (live: LiveElement) => boolean;
}

const is = (node: Node, role: string, without: readonly string[], name?: string) =>
  node.role === role &&
  (name === undefined || node.name === name) &&
  !node.states.some((state) => state === 'disabled' || without.includes(state));

const press = { kind: 'press' } as const;
const value = (held: string) => (live: LiveElement) => live.value === held;
const states = (state: string) => (live: LiveElement) => (live.states as readonly string[]).includes(state);

const deeds: readonly Deed[] = [
  {
    what: 'a checkbox is checked',
    fits: (node) => is(node, 'checkbox', ['checked', 'mixed'], 'checkbutton'),
    action: press,
    shows: states('checked'),
  },
  {
    what: 'a toggle button is pressed',
    fits: (node) => is(node, 'button', ['pressed'], 'togglebutton'),
    action: press,
    shows: states('pressed'),
  },
  {
    what: 'a slider moves',
    fits: (node) => is(node, 'slider', []) && node.value === '50',
    action: { kind: 'set_value', value: '25' },
    shows: value('25'),
  },
  {
    what: 'a spin button counts',
    fits: (node) => is(node, 'spinbutton', []) && node.value === '50',
    action: { kind: 'set_value', value: '61' },
    shows: value('61'),
  },
  {
    what: 'an entry holds what is set',
    fits: (node) => is(node, 'textbox', ['secure', 'readonly']) && node.value === 'entry',
    action: { kind: 'set_value', value: 'Zoë 🙂' },
    shows: value('Zoë 🙂'),
  },
  {
    what: 'a text of several lines holds what is set',
    fits: (node) => is(node, 'textbox', ['secure', 'readonly']) && node.value?.startsWith('Lorem') === true,
    action: { kind: 'set_value', value: 'one\ntwo' },
    shows: value('one\ntwo'),
  },
  {
    what: 'an editable combobox holds what is set',
    fits: (node) => is(node, 'combobox', []) && node.value === 'comboboxentry',
    action: { kind: 'set_value', value: 'Otto' },
    shows: value('Otto'),
  },
  {
    what: 'a tab comes to the front',
    fits: (node) => is(node, 'tab', ['selected'], 'page 3'),
    action: press,
    shows: states('selected'),
  },
];

const gtk3Alone: readonly Deed[] = [
  {
    what: 'a radio button is chosen',
    fits: (node) => is(node, 'radio', ['checked', 'mixed'], 'radiobutton'),
    action: press,
    shows: states('checked'),
  },
  {
    what: 'a combobox takes an option',
    fits: (node) => is(node, 'combobox', []) && node.value === 'Left',
    action: { kind: 'select', option: 'Right' },
    shows: value('Right'),
  },
];

const programs = [
  ['gtk3-widget-factory', [...deeds, ...gtk3Alone]],
  ['gtk4-widget-factory', deeds],
] as const;

describe.each(programs)('%s', (command, all) => {
  let to: Reach;
  let program: RealProgram;

  beforeAll(async () => {
    to = await reach(desktop());
    program = await startReal(desktop(), to, command);
  });
  afterAll(async () => {
    await program.process.stop();
    await to.close();
  });

  test.each(all)('$what', async ({ what, fits, action, shows }) => {
    const node = (await program.tree()).nodes.find(fits);
    if (node === undefined) throw new Error(`${command} has nothing for this: ${what}.`);
    await program.act(node, action);
    const live = await program.look(node);
    expect(live).toSatisfy(shows);
  });
});
