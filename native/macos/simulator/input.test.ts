import { afterEach, beforeEach, expect, it } from 'vitest';
import { Caller } from './caller.fixture';
import { describeSimulated } from './describe-simulated.fixture';
import type { Script } from './script.fixture';

const COMMAND = 0x100000;
const key = {
  a: 0,
  c: 8,
  v: 9,
  s: 1,
  Return: 0x24,
  Tab: 0x30,
  Delete: 0x33,
  Escape: 0x35,
  Down: 0x7d,
} as const;

const form: Script = {
  apps: [
    {
      pid: 7,
      name: 'Form',
      shortcuts: { 'Command+s': { do: 'set', target: 'status', value: 'saved' } },
      windows: [
        {
          id: 'form',
          frame: [0, 0, 400, 300],
          attributes: { AXDefaultButton: { element: 'send' }, AXCancelButton: { element: 'quit' } },
          children: [
            { id: 'first', role: 'AXTextField', frame: [10, 10, 200, 20], value: 'old', focused: true },
            { id: 'plate', role: 'AXTextField', frame: [10, 40, 200, 20], value: '', accepts: 'uppercase' },
            { id: 'essay', role: 'AXTextArea', frame: [10, 70, 200, 60], value: '' },
            { id: 'status', role: 'AXStaticText', value: 'new' },
            {
              id: 'send',
              role: 'AXButton',
              frame: [10, 200, 80, 20],
              actions: { AXPress: { do: 'set', target: 'status', value: 'sent' } },
              children: [{ id: 'caption', role: 'AXStaticText', frame: [20, 202, 40, 16], value: 'Send' }],
            },
            {
              id: 'quit',
              role: 'AXButton',
              frame: [100, 200, 80, 20],
              actions: {
                AXPress: { do: 'remove', target: 'form' },
                AXShowMenu: { do: 'open_menu', target: 'menu' },
              },
            },
            {
              id: 'menu',
              role: 'AXMenu',
              frame: [100, 220, 100, 40],
              children: [{ id: 'item', role: 'AXMenuItem', title: 'Item', frame: [100, 220, 100, 20] }],
            },
          ],
        },
      ],
    },
    {
      pid: 8,
      name: 'Cover',
      windows: [
        {
          id: 'cover',
          title: 'Cover',
          frame: [300, 0, 400, 300],
          children: [{ id: 'trap', role: 'AXButton', title: 'Trap', frame: [300, 0, 100, 100] }],
        },
      ],
    },
  ],
  zOrder: ['cover', 'form'],
};

await describeSimulated('events that are posted', (simulator) => {
  const caller = new Caller(simulator.library);

  beforeEach(() => simulator.load(form));
  afterEach(() => simulator.demandHonesty());

  const value = (id: string) => simulator.look(id)?.attributes['AXValue'];
  const outcomes = () =>
    simulator.takeArrivals().map(({ kind, element, outcome }) => [kind, element, outcome]);

  it('type into what has the focus, and replace the selection', () => {
    caller.key(0, 0, 'er 🙂');
    expect(value('first')).toBe('older 🙂');
    caller.key(key.a, COMMAND);
    caller.key(0, 0, 'new');
    caller.key(key.Delete);
    expect(value('first')).toBe('ne');
    expect(simulator.arrivals().map(({ name, value: text, outcome }) => [name, text, outcome])).toEqual([
      ['text', 'er 🙂', 'done'],
      ['Command+a', 'a', 'done'],
      ['text', 'new', 'done'],
      ['Delete', '', 'done'],
    ]);
  });

  it('type what the application makes of it', () => {
    caller.key(key.Tab);
    caller.key(0, 0, 'ab-1');
    expect(value('plate')).toBe('AB-1');
    expect(outcomes().at(-1)).toEqual(['key', 'plate', 'altered']);
  });

  it('press the default button with Return, and break the line of a text area', () => {
    caller.key(key.Return);
    expect(value('status')).toBe('sent');
    simulator.do({ do: 'focus', target: 'essay' });
    caller.key(key.Return);
    expect(value('essay')).toBe('\n');
  });

  it('copy, paste and run shortcuts', () => {
    caller.key(key.a, COMMAND);
    caller.key(key.c, COMMAND);
    expect(simulator.clipboard()).toBe('old');
    simulator.do({ do: 'focus', target: 'essay' });
    caller.key(key.v, COMMAND);
    expect(value('essay')).toBe('old');
    caller.key(key.s, COMMAND);
    expect(value('status')).toBe('saved');
  });

  it('turn into a shortcut where the modifiers of the last one were not cleared', () => {
    const press = caller.ref('CGEventCreateKeyboardEvent', null, key.c, true);
    caller.call('CGEventSetFlags', press, COMMAND);
    caller.call('CGEventPost', 0, press);
    const letter = caller.ref('CGEventCreateKeyboardEvent', null, key.a, true);
    caller.call('CGEventPost', 0, letter);
    expect(value('first')).toBe('old');
    expect(outcomes()).toEqual([
      ['key', 'first', 'done'],
      ['key', 'first', 'done'],
    ]);
    for (const code of [key.c, key.a]) caller.key(code);
    caller.release(press, letter);
  });

  it('hit the topmost window, whoever owns it', () => {
    caller.click(350, 50);
    expect(
      simulator.arrivals().map(({ app, element, outcome, name }) => [app, element, name, outcome]),
    ).toEqual([
      ['Cover', 'trap', 'left_down', 'done'],
      ['Cover', 'trap', 'left_up', 'done'],
      ['Cover', 'trap', 'click', 'no_effect'],
    ]);
    simulator.do({ do: 'raise', target: 'form' });
    caller.click(350, 50);
    expect(simulator.arrivals().at(-1)).toMatchObject({ element: 'form' });
  });

  it('tell the deepest element that was hit, and the one around it that was pressed', () => {
    caller.click(30, 210);
    expect(value('status')).toBe('sent');
    expect(outcomes()).toEqual([
      ['mouse', 'caption', 'done'],
      ['mouse', 'caption', 'done'],
      ['click', 'send', 'done'],
    ]);
  });

  it('press nothing where the button went up elsewhere', () => {
    caller.mouse(1, 30, 210);
    caller.mouse(2, 120, 210);
    expect(outcomes().at(-1)).toEqual(['mouse', 'quit', 'elsewhere']);
    expect(simulator.look('form')).not.toBeNull();
  });

  it('focus a text field', () => {
    caller.click(20, 50);
    expect(simulator.look('plate')?.focused).toBe(true);
  });

  it('open a menu of new items, and close it with a click beside it', () => {
    caller.mouse(3, 120, 210);
    caller.mouse(4, 120, 210);
    expect(simulator.look('menu')?.open).toBe(true);
    expect(simulator.look('item')?.generation).toBe(2);
    caller.click(110, 230);
    expect(outcomes().at(-1)).toEqual(['click', 'item', 'no_effect']);
    expect(simulator.look('menu')?.open).toBe(false);
    simulator.do({ do: 'open_menu', target: 'menu' });
    caller.mouse(1, 20, 280);
    caller.mouse(2, 20, 280);
    expect(simulator.look('menu')?.open).toBe(false);
    simulator.do({ do: 'open_menu', target: 'menu' });
    caller.key(key.Escape);
    expect(simulator.look('menu')?.open).toBe(false);
    expect(simulator.look('form')).not.toBeNull();
    caller.key(key.Escape);
    expect(simulator.look('form')).toBeNull();
  });

  it('are kept out by a sheet', () => {
    simulator.do({
      do: 'open',
      parent: 'form',
      element: { id: 'sheet', role: 'AXSheet', frame: [50, 0, 200, 100] },
    });
    caller.click(30, 210);
    expect(outcomes().at(-1)).toEqual(['click', 'send', 'blocked']);
    caller.key(0, 0, 'x');
    expect(outcomes().at(-1)).toEqual(['key', 'first', 'blocked']);
    expect(value('first')).toBe('old');
  });

  it('are dropped where they may not be posted', () => {
    simulator.permissions({ postEvents: { reported: true, actual: false } });
    caller.key(0, 0, 'x');
    expect(value('first')).toBe('old');
    expect(outcomes()).toEqual([
      ['key', null, 'dropped'],
      ['key', null, 'dropped'],
    ]);
  });

  it('are taken by their keycode in an application that ignores their text', () => {
    simulator.load({ apps: form.apps.map((app) => ({ ...app, ignoresUnicode: true })) });
    caller.key(0, 0, 'ü');
    expect(value('first')).toBe('olda');
  });
});
