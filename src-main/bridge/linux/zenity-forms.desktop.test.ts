import { expect, test } from 'vitest';
import { printed, zenityDesktop } from './zenity.fixture';

const zenity = zenityDesktop();
const now = () => new AbortController().signal;

/** Of the month before this one. The calendar begins each week with it. */
function firstSundayOfLastMonth(): string {
  const today = new Date();
  const first = new Date(today.getFullYear(), today.getMonth() - 1, 1, 12);
  const day = 1 + ((7 - first.getDay()) % 7);
  return `${first.getFullYear()}-${String(first.getMonth() + 1).padStart(2, '0')}-0${day}`;
}

test('a form with a field of every type prints what was filled in, byte for byte', async () => {
  const program = await zenity.open(
    '--forms',
    '--title=Order',
    '--text=Please fill in',
    '--separator=|',
    '--forms-date-format=%Y-%m-%d',
    '--add-entry=Name',
    '--add-password=Secret',
    '--add-calendar=Day',
    '--add-list=Colour',
    '--list-values=Red|Green|Blue',
    '--column-values=Name',
    '--show-header',
    '--add-combo=Size',
    '--combo-values=Small|Large',
  );
  const name = await program.find('textbox', 'Name');
  await program.act(name, { kind: 'set_value', value: 'Zoë 🙂, "so"' });
  expect((await program.look(name)).value).toBe('Zoë 🙂, "so"');

  const secret = await program.find('textbox', 'Secret');
  await program.act(secret, { kind: 'set_secret', value: 'hunter2' });
  expect(JSON.stringify(await program.tree())).not.toContain('hunter2');

  const day = await program.find('calendar', 'Day');
  const refused = await program.adapter.act(
    day.identity,
    { kind: 'set_value', value: '2024-02-29' },
    day,
    now(),
  );
  expect(refused).toMatchObject({ ok: false, failure: { code: 'unsupported' } });
  await program.act(day, { kind: 'focus' });
  for (const chord of ['Control+ArrowLeft', 'ArrowRight', 'ArrowDown', 'Space']) await program.key(chord);

  const colour = await program.find('table', 'Colour');
  await program.act(colour, { kind: 'select', option: 'Green' });
  expect((await program.find('cell', 'Green')).states).toContain('selected');
  expect((await program.find('cell', 'Red')).states).not.toContain('selected');

  const size = await program.find('combobox', 'Size');
  await program.act(size, { kind: 'select', option: 'Large' });
  expect((await program.look(size)).value).toBe('Large');

  expect(await printed(program)).toBe(`Zoë 🙂, "so"|hunter2|${firstSundayOfLastMonth()}|Green,|Large\n`);
});

test('a form that is left as it is prints empty fields', async () => {
  const program = await zenity.open('--forms', '--separator=|', '--add-entry=Name', '--add-password=Secret');
  expect(await printed(program)).toBe('|\n');
});

test('a form that is cancelled prints nothing', async () => {
  const program = await zenity.open('--forms', '--add-entry=Name');
  await program.act(await program.find('textbox', 'Name'), { kind: 'set_value', value: 'Zoë' });
  expect(await printed(program, 'Cancel')).toBe('');
  expect(await program.process.ended).toMatchObject({ code: 1 });
});
