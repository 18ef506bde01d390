import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printed, zenityDesktop } from './zenity.fixture';

const zenity = zenityDesktop();
const press = { kind: 'press' } as const;

test('a calendar, day by day and month by month', async () => {
  const program = await zenity.open(
    '--calendar',
    '--day=3',
    '--month=2',
    '--year=2024',
    '--date-format=%Y-%m-%d',
  );
  await program.act(await program.find('calendar', 'Calendar'), { kind: 'focus' });
  for (const chord of [
    'Control+ArrowUp',
    'Control+ArrowRight',
    'ArrowRight',
    'ArrowDown',
    'ArrowRight',
    'Space',
  ])
    await program.key(chord);
  expect(await printed(program)).toBe('2023-03-06\n');
});

test('a scale', async () => {
  const program = await zenity.open('--scale', '--text=How much', '--value=20');
  const slider = await program.find('slider', 'How much');
  await program.act(slider, { kind: 'set_value', value: '73' });
  expect((await program.look(slider)).value).toBe('73');
  expect(await printed(program)).toBe('73\n');
});

test('an entry, and one with a choice', async () => {
  const entry = await zenity.open('--entry', '--text=Name');
  await entry.act(await entry.find('textbox', 'Name'), { kind: 'set_value', value: 'Zoë\\t🙂' });
  expect(await printed(entry)).toBe('Zoë\\t🙂\n');
  const choice = await zenity.open('--entry', '--text=Name', '--entry-text=Ada', 'Bob', 'Cem');
  await choice.act(await choice.find('combobox', 'Name'), { kind: 'select', option: 'Cem' });
  expect(await printed(choice)).toBe('Cem\n');
});

test('a text of several lines, once it is agreed to', async () => {
  const program = await zenity.open('--text-info', '--editable', '--checkbox=I agree');
  const text = await program.find('textbox', () => true);
  await program.act(text, { kind: 'set_value', value: 'one\n\tzwei ü\n' });
  expect((await program.find('button', 'OK')).states).toContain('disabled');
  await program.act(await program.find('checkbox', 'I agree'), press);
  expect(await printed(program)).toBe('one\n\tzwei ü\n');
});

test('a user name and a password', async () => {
  const program = await zenity.open('--password', '--username');
  await program.act(await program.find('textbox', 'Username'), { kind: 'set_value', value: 'zoë' });
  await program.act(await program.find('textbox', 'Password'), { kind: 'set_secret', value: 'hünter|2' });
  expect(await printed(program)).toBe('zoë|hünter|2\n');
});

test('a colour', async () => {
  const program = await zenity.open('--color-selection', '--color=#336699');
  const name = await program.find('textbox', 'Color Name');
  await program.act(name, { kind: 'focus' });
  await program.act(name, { kind: 'set_value', value: '#102030' });
  await program.key('Tab');
  expect(await printed(program, 'Select')).toBe('rgb(16,32,48)\n');
});

test('a file to be saved', async () => {
  const program = await zenity.open(
    '--file-selection',
    '--save',
    `--filename=${join(zenity.folder(), 'a.txt')}`,
  );
  await program.act(await program.find('textbox', 'Name'), { kind: 'set_value', value: 'ü b.txt' });
  expect(await printed(program)).toBe(`${join(zenity.folder(), 'ü b.txt')}\n`);
});

test('a question of three answers', async () => {
  const program = await zenity.open('--question', '--text=Sure?', '--extra-button=Maybe');
  expect(await printed(program, 'Maybe')).toBe('Maybe\n');
  expect(await program.process.ended).toMatchObject({ code: 1 });
});
