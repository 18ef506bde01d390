import { expect, test } from 'vitest';
import { printed, zenityDesktop } from './zenity.fixture';

const zenity = zenityDesktop();
const press = { kind: 'press' } as const;
const now = () => new AbortController().signal;

test('a list with check marks', async () => {
  const program = await zenity.open(
    '--list',
    '--checklist',
    '--column=On',
    '--column=Item',
    'FALSE',
    'Apple',
    'TRUE',
    'Pear',
    'FALSE',
    'Fig',
  );
  for (const name of ['Apple', 'Pear']) await program.act(await program.find('checkbox', name), press);
  expect((await program.find('checkbox', 'Apple')).states).toContain('checked');
  expect((await program.find('checkbox', 'Pear')).states).not.toContain('checked');
  await program.act(await program.find('checkbox', 'Fig'), press);
  expect(await printed(program)).toBe('Apple|Fig\n');
});

test('a list with one mark', async () => {
  const program = await zenity.open(
    '--list',
    '--radiolist',
    '--column=On',
    '--column=Item',
    'TRUE',
    'Apple',
    'FALSE',
    'Pear',
  );
  await program.act(await program.find('checkbox', 'Pear'), press);
  expect((await program.find('checkbox', 'Apple')).states).not.toContain('checked');
  expect(await printed(program)).toBe('Pear\n');
});

test('a list of which several rows are chosen', async () => {
  const program = await zenity.open('--list', '--multiple', '--column=Item', 'Apple', 'Pear', 'Fig');
  const table = await program.find('table', () => true);
  for (const option of ['Fig', 'apple']) await program.act(table, { kind: 'select', option });
  const missing = await program.adapter.act(table.identity, { kind: 'select', option: 'Plum' }, table, now());
  expect(missing).toMatchObject({
    ok: false,
    failure: { code: 'not_found', next: 'Choose one of "Apple", "Pear", "Fig".' },
  });
  expect(await printed(program)).toBe('Apple|Fig\n');
});

test('a list whose cells are written in', async () => {
  const program = await zenity.open(
    '--list',
    '--editable',
    '--print-column=ALL',
    '--column=Item',
    '--column=Count',
    'Apple',
    '1',
    'Pear',
    '2',
  );
  const cell = await program.find('cell', 'Pear');
  await program.act(cell, { kind: 'set_value', value: 'Birne, süß' });
  expect((await program.look(cell)).name).toBe('Birne, süß');
  await program.act(await program.find('cell', '2'), { kind: 'set_value', value: '22' });
  expect(await printed(program)).toBe('Birne, süß|22\n');
});

test('a cell that takes no text is said to take none, and the list stays open', async () => {
  const program = await zenity.open('--list', '--column=Item', 'Apple', 'Pear');
  const cell = await program.find('cell', 'Pear');
  const refused = await program.adapter.act(
    cell.identity,
    { kind: 'set_value', value: 'Birne' },
    cell,
    now(),
  );
  expect(refused).toMatchObject({ ok: false, failure: { code: 'contradicted' } });
  expect(await printed(program)).toBe('Pear\n');
});
