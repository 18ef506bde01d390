import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  has,
  hasNot,
  press,
  selects,
  setTo,
  state,
  value,
  widgetFactory,
  within,
} from './widget-factory.fixture';

const factory = widgetFactory('gtk3-widget-factory', null);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interlock-'));
  await writeFile(join(folder, 'chosen.txt'), 'chosen');
});
afterAll(() => rm(folder, { recursive: true }));

describe('what the buttons of gtk3-widget-factory open', () => {
  factory.does(['a button with a popover opens it', 'button', 'Menu', press, has('checkbox', 'Dark Theme')]);

  test('a check mark in a popover is set: GTK 3 tells its state in no popover, and the same one in a menu does', async () => {
    const program = factory.program();
    await program.act(await program.find('checkbox', 'Dark Theme'), press);
    expect((await program.find('checkbox', 'Dark Theme')).states).not.toContain('checked');
    await program.key('Escape');
    await program.act(await program.find('radio', 'Page 2'), press);
    expect((await program.find('menuitemcheckbox', 'Dark theme')).states).toContain('checked');
    await program.act(await program.find('radio', 'Page 1'), press);
    await program.act(await program.find('button', 'Menu'), press);
  });

  test('a popover is closed by Escape', async () => {
    const program = factory.program();
    await program.key('Escape');
    expect({ live: null, tree: await program.tree() }).toSatisfy(hasNot('checkbox', 'Slide Pages'));
    expect((await program.find('button', 'Menu')).states).not.toContain('pressed');
  });

  factory.does(
    ['a font button opens its dialog', 'button', 'Sans Regular', press, has('dialog', 'Pick a Font')],
    ['a size of a font is set', 'slider', 'Size', setTo('20'), value('20')],
    [
      'a font far down in a list is chosen',
      'table',
      within('Pick a Font', ''),
      selects('Serif Bold Italic'),
      has('cell', 'Serif Bold Italic', 'selected'),
    ],
    [
      'the font is taken',
      'button',
      within('Pick a Font', 'Select'),
      press,
      has('button', 'Serif Bold Italic'),
    ],
    [
      'a colour button opens its dialog',
      'button',
      ({ name, bounds }, { nodes }) =>
        name === '' &&
        nodes.some((other) => other.name === 'Serif Bold Italic' && isRightBelow(bounds, other.bounds)),
      press,
      has('dialog', 'Pick a Color'),
    ],
    ['a colour is chosen by its name', 'radio', 'Dark Green', press, state('checked')],
    ['a colour is mixed', 'button', 'Custom color', press, has('slider', 'Hue')],
    ['its hue is set', 'slider', 'Hue', setTo('0.25'), value('0.25')],
    [
      'the colour is taken',
      'button',
      within('Pick a Color', 'Select'),
      press,
      hasNot('dialog', 'Pick a Color'),
    ],
    ['a file button opens its dialog', 'button', '(None)', press, has('dialog', 'Select a File')],
  );

  test('a file is chosen by its path', async () => {
    const program = factory.program();
    await program.key('Control+l');
    const name = await program.find('textbox', ({ states }) => states.includes('focused'));
    await program.act(name, setTo(join(folder, 'chosen.txt')));
    await program.act(await program.find('button', within('Select a File', 'Open')), press);
    // The dialog asks for the file before it closes, and tells nothing of that.
    await vi.waitFor(async () => {
      expect({ live: null, tree: await program.tree() }).toSatisfy(hasNot('dialog', 'Select a File'));
    }, 5_000);
    expect((await program.find('button', 'chosen.txt')).states).not.toContain('disabled');
  });

  factory.does(
    ['the dialog shows what is chosen', 'button', 'chosen.txt', press, has('cell', 'chosen.txt', 'selected')],
    [
      'a dialog is cancelled',
      'button',
      within('Select a File', 'Cancel'),
      press,
      has('button', 'chosen.txt'),
    ],
  );
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

function isRightBelow(box: Box | null, above: Box | null): boolean {
  if (box === null || above === null) return false;
  const gap = box.y - (above.y + above.height);
  return box.x === above.x && gap >= 0 && gap < 20;
}
