import { describe, expect, it } from 'vitest';
import { unable } from '../bridge/adapter';
import { unaskedPerson } from '../bridge/consent.fixture';
import { deskAtWork, refOf } from '../bridge/desk-at-work.fixture';
import { SimulatedDesktop } from '../bridge/simulated-desktop.fixture';
import { SimulatedPlatform } from '../bridge/simulated-platform.fixture';
import { wholeDesktop } from '../bridge/whole-desktop/whole-desktop';
import { asking } from '../consent/asking.fixture';
import { ok } from '../contract/failure';
import { fillSecureFieldTool } from './fill-secure-field';
import { createTools, openWorkspace } from './index';
import { listWindowsTool } from './list-windows';
import { pointerClickTool } from './pointer-click';
import { showMenuTool } from './show-menu';
import { textOf, tryTool, whyInvalid } from './try-tool.fixture';

const clipboard = { read: async () => '', write: async () => {} };

describe('the tools of a run', () => {
  it.each([
    ['set_secret', 'fill_secure_field'],
    ['show_menu', 'show_menu'],
    ['pointer', 'pointer_click'],
    ['windows', 'list_windows'],
  ] as const)('offer what needs %s only where the platform is able to', (capability, name) => {
    const { adapter } = new SimulatedDesktop();
    const namesOn = (abilities: typeof adapter.abilities) => {
      const { desk } = deskAtWork({ adapter: { ...adapter, abilities } }, 'mixed');
      const parts = {
        desk,
        workspace: openWorkspace('.'),
        consent: unaskedPerson,
        clipboard,
        fetch: globalThis.fetch,
      };
      return createTools(parts).map((tool) => tool.name);
    };
    const all = namesOn(adapter.abilities);
    const without = namesOn({ ...adapter.abilities, [capability]: unable('It cannot.', 'Leave it.') });
    expect(all.filter((each) => !without.includes(each))).toEqual([name]);
  });

  it('say what each call does, for a person who is asked', async () => {
    const sim = new SimulatedDesktop();
    const field = sim.add('textbox', 'Name', { value: '' });
    const work = deskAtWork(sim, 'mixed');
    const ref = refOf(await work.snapshot(), field);
    const parts = {
      desk: work.desk,
      workspace: openWorkspace('.'),
      consent: unaskedPerson,
      clipboard,
      fetch: globalThis.fetch,
    };
    const inputs: Readonly<Record<string, readonly [unknown, string]>> = {
      snapshot: [{}, 'Read what is on the screen'],
      find: [{ role: 'row' }, 'Find every row'],
      read_element: [{ ref }, 'Read the textbox "Name"'],
      click: [{ ref }, 'Press the textbox "Name"'],
      set_value: [{ ref, value: 'Ada' }, 'Set the textbox "Name" to "Ada"'],
      select_option: [{ ref, option: 'High' }, 'Choose "High" in the textbox "Name"'],
      type_text: [{ text: 'Hello' }, 'Type "Hello" into what has the focus'],
      press_key: [{ key: 'Enter', ref: 's9:e9' }, 'Press the key Enter in the element s9:e9'],
      scroll: [{ ref, down: 10 }, 'Scroll the textbox "Name"'],
      fill_secure_field: [{ ref }, 'Fill in the textbox "Name"'],
      show_menu: [{ ref }, 'Open the menu of the textbox "Name"'],
      pointer_click: [{ ref, button: 'right' }, 'Click with the right button on the textbox "Name"'],
      wait_for: [{ text: 'Saved', gone: true }, 'Wait until "Saved" is gone'],
      list_windows: [{}, 'List the windows'],
      screenshot: [{}, 'Take a picture'],
      list_files: [{}, 'List the folder "."'],
      read_file: [{ path: 'a.txt' }, 'Read the file "a.txt"'],
      write_file: [{ path: 'a.txt', text: 'x' }, 'Write the file "a.txt"'],
      http_get: [{ url: 'http://x.test/' }, 'Fetch "http://x.test/"'],
      ask_person: [{ question: 'Which one?' }, 'Ask you: Which one?'],
      clipboard_read: [{}, 'Read the clipboard'],
      clipboard_write: [{ text: 'x' }, 'Put "x" on the clipboard'],
    };
    const tools = createTools(parts);
    expect(tools.map(({ name }) => name).sort()).toEqual(Object.keys(inputs).sort());
    for (const tool of tools) {
      const [input, words] = inputs[tool.name] ?? [];
      const prepared = tool.prepare(input);
      expect(prepared.kind === 'prepared' ? prepared.inWords : prepared.failure).toBe(words);
    }
  });
});

describe('list_apps and open_app', () => {
  it('are offered on a whole desktop alone, and tell what may be entered', async () => {
    const sim = new SimulatedPlatform();
    sim.start('Vault');
    sim.start('Editor');
    const denial = { code: 'program_denied', sentence: 'No.', next: 'Leave it.' } as const;
    const target = wholeDesktop(sim.platform, ({ name }) => (name === 'Vault' ? denial : null));
    const work = deskAtWork(target, 'mixed');
    const parts = {
      workspace: openWorkspace('.'),
      consent: unaskedPerson,
      clipboard,
      fetch: globalThis.fetch,
    };
    const tools = createTools({ ...parts, desk: work.desk });
    const alone = createTools({ ...parts, desk: deskAtWork(new SimulatedDesktop(), 'mixed').desk });
    const names = new Set(alone.map(({ name }) => name));
    expect(tools.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([
      'list_apps',
      'open_app',
    ]);
    const tool = (name: string) => {
      const found = tools.find((each) => each.name === name);
      if (found === undefined) throw new Error(`no tool ${name}`);
      return found;
    };
    const opened = await tryTool(tool('open_app'), { name: ' Editor ' }, work.caller('c1'));
    expect(opened).toMatchObject({ failure: null, delivery: 'observed' });
    expect(textOf(opened)).toContain('- window "Editor"');
    expect(textOf(await tryTool(tool('list_apps'), {}, work.caller('c2')))).toBe(
      [
        'programs, topmost first: 2',
        '- "Editor" [entered]',
        '  - window "Editor" [active]',
        '- "Vault" [may not be driven]',
        '  - window "Vault"',
      ].join('\n'),
    );
    const prepared = tool('open_app').prepare({ name: 'Editor' });
    expect(prepared).toMatchObject({
      program: 'Editor',
      inWords: 'Open "Editor"',
      footprint: { reads: [], writes: ['ui:desktop'] },
    });
  });
});

describe('fill_secure_field', () => {
  it('takes no value, and tells the model nothing of the one that was typed', async () => {
    const sim = new SimulatedDesktop();
    const pin = sim.add('textbox', 'PIN', { states: ['secure'], swallows: true });
    const person = asking();
    const work = deskAtWork(sim, 'mixed', person.attention);
    const ref = refOf(await work.snapshot(), pin);
    const tool = fillSecureFieldTool(work.desk);
    expect(tool.inputSchema).toMatchObject({ required: ['ref'] });
    expect(JSON.stringify(tool.inputSchema)).not.toMatch(/value|secret/);
    const outcome = tryTool(tool, { ref, value: 'guessed' }, work.caller('c1'));
    await new Promise((resolve) => setImmediate(resolve));
    person.answer(1, 'once', 'open sesame');
    expect(await outcome).toMatchObject({ failure: null, delivery: 'accepted' });
    expect(sim.arrivals).toEqual([{ kind: 'set_secret', value: 'open sesame' }]);
    expect(textOf(await outcome)).toMatch(/^The program took it, but no change was seen\./);
    expect(JSON.stringify([await outcome, work.events])).not.toContain('sesame');
  });
});

describe('show_menu and pointer_click', () => {
  it('each do their own thing', async () => {
    const sim = new SimulatedDesktop();
    const row = sim.add('row', 'Ada');
    const work = deskAtWork(sim, 'mixed');
    const ref = refOf(await work.snapshot(), row);
    await tryTool(showMenuTool(work.desk), { ref }, work.caller('c1'));
    await tryTool(pointerClickTool(work.desk), { ref }, work.caller('c2'));
    await tryTool(pointerClickTool(work.desk), { ref, clicks: 2, button: 'middle' }, work.caller('c3'));
    expect(sim.arrivals).toEqual([
      { kind: 'show_menu' },
      { kind: 'pointer', button: 'left', clicks: 1 },
      { kind: 'pointer', button: 'middle', clicks: 2 },
    ]);
    expect(whyInvalid(pointerClickTool(work.desk), { ref, clicks: 3 })).toContain('clicks');
  });
});

describe('list_windows', () => {
  it('lists them topmost first, and nothing where there is none', async () => {
    const { adapter } = new SimulatedDesktop();
    const bounds = { x: 10.4, y: 20, width: 800, height: 600 };
    const windows = [
      { title: 'Save "x"?', bounds, active: true, modal: true },
      { title: 'Untitled', bounds, active: false, modal: false },
    ];
    const with2 = deskAtWork({ adapter: { ...adapter, windows: async () => ok(windows) } }, 'mixed');
    expect(textOf(await tryTool(listWindowsTool(with2.desk), {}, with2.caller('c1')))).toBe(
      'windows, topmost first: 2\n- "Save \\"x\\"?" [active, modal] 800 x 600 at 10, 20\n- "Untitled" 800 x 600 at 10, 20',
    );
    const none = deskAtWork({ adapter }, 'mixed');
    expect(textOf(await tryTool(listWindowsTool(none.desk), {}, none.caller('c1')))).toBe(
      'No window is open.',
    );
  });
});
