import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import type { Node } from '../../contract/accessibility';
import { hasChromium, type PageProgram, startPage, toldLater } from './page-program.fixture';
import { type Reach, reach } from './stage.fixture';

const press = { kind: 'press' } as const;
const select = (option: string) => ({ kind: 'select', option }) as const;

describe.skipIf(!hasChromium)('a choice in a page', () => {
  const desktop = onDesktop();
  let to: Reach;
  let program: PageProgram;

  beforeAll(async () => {
    to = await reach(desktop());
  });
  afterAll(() => to.close());
  beforeEach(async () => {
    program = await startPage(desktop(), to, 'choices.html');
  });
  afterEach(() => program.page.close());

  const tried = (node: Node, option: string) =>
    program.adapter.act(node.identity, select(option), node, new AbortController().signal);

  test('an option is chosen while the list is closed', async () => {
    const fruit = await program.find('combobox', 'Fruit');
    expect(fruit.value).toBe('Apple');
    await program.act(fruit, select('pear'));
    await expect.poll(() => program.look(fruit), toldLater).toMatchObject({ value: 'Pear' });
    expect(await program.page.run('changes')).toEqual(['Pear']);
  });

  test('one in a group of options too', async () => {
    const fruit = await program.find('combobox', 'Fruit');
    await program.act(fruit, select('Lemon'));
    await expect.poll(() => program.look(fruit), toldLater).toMatchObject({ value: 'Lemon' });
  });

  test('the one that is chosen already is left alone', async () => {
    const fruit = await program.find('combobox', 'Fruit');
    await program.act(fruit, select('Apple'));
    expect(await program.page.run('[changes, byId("fruit").value]')).toEqual([[], 'Apple']);
  });

  test('one that is disabled is not chosen, nor one that is not there', async () => {
    const fruit = await program.find('combobox', 'Fruit');
    expect(await tried(fruit, 'Quince')).toMatchObject({
      ok: false,
      failure: { code: 'not_enabled', sentence: 'The option "Quince" is disabled.' },
    });
    expect(await tried(fruit, 'Plum')).toMatchObject({
      ok: false,
      failure: { code: 'not_found', next: 'Choose one of "Apple", "Pear", "Quince", "Lemon".' },
    });
    expect(await program.page.run('[changes, byId("fruit").value]')).toEqual([[], 'Apple']);
  });

  test('nothing is chosen in a list that is disabled, and it does not say what is chosen', async () => {
    const locked = await program.find('combobox', 'Locked');
    expect(locked).toMatchObject({ value: null });
    expect(locked.states).toContain('disabled');
    expect(await tried(locked, 'No')).toMatchObject({ ok: false, failure: { code: 'not_enabled' } });
  });

  test('an option is pressed in the open list', async () => {
    const fruit = await program.find('combobox', 'Fruit');
    await program.act(fruit, press);
    await expect.poll(async () => (await program.look(fruit)).states, toldLater).toContain('expanded');
    await program.act(await program.find('option', 'Pear'), press);
    await expect.poll(() => program.look(fruit), toldLater).toMatchObject({ value: 'Pear' });
    expect(await program.page.run('changes')).toEqual(['Pear']);
  });

  test('an option of an open list of several is chosen', async () => {
    const towns = await program.find('list', 'Towns');
    await program.act(towns, select('Bern'));
    await expect.poll(() => program.page.run('byId("towns").value'), toldLater).toBe('Bern');
  });

  test('where an option takes no choice, that is said', async () => {
    const list = await program.find('combobox', 'With its list');
    expect(list.value).toBe('Near');
    expect(await tried(list, 'Far')).toMatchObject({
      ok: false,
      failure: { code: 'unsupported', next: 'Press the list, and use the keys.' },
    });
  });

  test('what only looks like a list is opened, and its option pressed', async () => {
    const made = await program.find('combobox', 'Made by hand');
    expect(await tried(made, 'Blue')).toMatchObject({
      ok: false,
      failure: { code: 'not_found', next: 'Open the list to see its options.' },
    });
    await program.act(made, press);
    await program.act(await program.find('listitem', 'Blue'), press);
    await expect.poll(() => program.look(made), toldLater).toMatchObject({ value: 'Blue' });
  });
});
