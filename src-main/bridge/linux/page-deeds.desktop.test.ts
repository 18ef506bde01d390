import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import type { NodeState } from '../../contract/accessibility';
import type { Action, LiveElement } from '../adapter';
import { hasChromium, type PageProgram, startPage, toldLater } from './page-program.fixture';
import { type Reach, reach } from './stage.fixture';

/** What is to be seen of the element afterwards. */
type Shown = Partial<Record<keyof LiveElement, unknown>>;

const press = { kind: 'press' } as const;
const set = (value: string) => ({ kind: 'set_value', value }) as const;
const has = (state: NodeState): Shown => ({ states: expect.arrayContaining([state]) });
const lacks = (state: NodeState): Shown => ({ states: expect.not.arrayContaining([state]) });
const line = 'Grüße, 漢字 🙂';

interface Deed {
  readonly what: string;
  readonly element: readonly [role: string, name: string];
  readonly action: Action;
  readonly shows: Shown;
  /** By the page's own word. */
  readonly page: readonly [expression: string, comesTo: unknown];
}

const deeds: readonly Deed[] = [
  {
    what: 'a radio button is chosen',
    element: ['radio', 'Large'],
    action: press,
    shows: has('checked'),
    page: ['[byId("small").checked, byId("large").checked]', [false, true]],
  },
  {
    what: 'a slider moves',
    element: ['slider', 'Loudness'],
    action: set('55'),
    shows: { value: '55' },
    page: ['byId("loudness").value', '55'],
  },
  {
    what: 'a number is set',
    element: ['spinbutton', 'Copies'],
    action: set('12'),
    shows: { value: '12' },
    page: ['byId("copies").value', '12'],
  },
  {
    what: 'a link is followed',
    element: ['link', 'the chosen'],
    action: press,
    shows: { role: 'link' },
    page: ['location.hash', '#chosen'],
  },
  {
    what: 'what is folded away unfolds',
    element: ['button', 'More options'],
    action: press,
    shows: has('expanded'),
    page: ['byId("more").open', true],
  },
  {
    what: 'a part that the page calls a text field is written over',
    element: ['textbox', 'Note'],
    action: set(line),
    shows: { value: line },
    page: ['byId("note").textContent', line],
  },
  {
    what: 'a part that can be written in is a text field too',
    element: ['textbox', 'Remark'],
    action: set(line),
    shows: { value: line },
    page: ['byId("remark").textContent', line],
  },
  {
    what: 'a checkbox that is partly checked is checked',
    element: ['checkbox', 'All files'],
    action: press,
    shows: has('checked'),
    page: ['byId("all").getAttribute("aria-checked")', 'true'],
  },
  {
    what: 'a tab comes to the front',
    element: ['tab', 'Month'],
    action: press,
    shows: has('selected'),
    page: ['byId("panel-2").hidden', false],
  },
  {
    what: 'what is far below is scrolled to, and pressed',
    element: ['button', 'Far below'],
    action: press,
    shows: lacks('offscreen'),
    page: ['pressedFar', 1],
  },
];

describe.skipIf(!hasChromium)('what is done in a page', () => {
  const desktop = onDesktop();
  let to: Reach;
  let program: PageProgram;

  beforeAll(async () => {
    to = await reach(desktop());
    program = await startPage(desktop(), to, 'widgets.html');
  });
  afterAll(async () => {
    await program.page.close();
    await to.close();
  });

  test('elements say how they stand before anything is done', async () => {
    expect(await program.find('radio', 'Small')).toMatchObject(has('checked'));
    expect(await program.find('slider', 'Loudness')).toMatchObject({ value: '30' });
    expect(await program.find('spinbutton', 'Copies')).toMatchObject({ value: '2' });
    expect(await program.find('button', 'More options')).toMatchObject(has('collapsed'));
    expect(await program.find('textbox', 'Remark')).toMatchObject({ value: 'As it was' });
    expect(await program.find('checkbox', 'All files')).toMatchObject(has('mixed'));
    expect(await program.find('tab', 'Week')).toMatchObject(has('selected'));
    expect(await program.find('button', 'Far below')).toMatchObject(has('offscreen'));
    expect((await program.tree()).nodes.some(({ name }) => name === 'Reset')).toBe(false);
  });

  test.each(deeds)('$what', async ({ element: [role, name], action, shows, page: [expression, comesTo] }) => {
    const node = await program.find(role, name);
    await program.act(node, action);
    await expect.poll(() => program.look(node), toldLater).toMatchObject(shows);
    await expect.poll(() => program.page.run(expression), toldLater).toEqual(comesTo);
  });

  test('what a slider makes of a number between its steps is seen', async () => {
    const slider = await program.find('slider', 'Loudness');
    await program.act(slider, set('62'));
    await expect.poll(async () => (await program.look(slider)).value, toldLater).toMatch(/^(?:60|65)$/);
  });

  test('a date is filled in part by part', async () => {
    const field = await program.find('group', 'Due');
    const { nodes } = await program.tree();
    const parts = nodes.filter(
      ({ role, parent }) => role === 'spinbutton' && nodes[parent]?.identity === field.identity,
    );
    expect(parts.map(({ value }) => value)).toEqual(['1', '2', '2026']);
    for (const [at, value] of ['12', '24', '2027'].entries()) {
      const part = parts[at];
      if (part === undefined) throw new Error('A date has three parts.');
      await program.act(part, set(value));
      await expect.poll(() => program.look(part), toldLater).toMatchObject({ value });
    }
    await expect.poll(() => program.page.run('byId("due").value'), toldLater).toBe('2027-12-24');
  });

  test('what was folded away can be pressed', async () => {
    const node = await program.find('button', 'Reset');
    expect((await program.look(node)).visible).toBe(true);
  });
});
