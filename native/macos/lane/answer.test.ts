import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RawNode } from '../accessibility/raw-node';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import { pid, pressOf, wordsOf } from './lane-on-simulator.fixture';
import type { Written } from './replies';
import { openSimulatedProgram, type SimulatedProgram } from './simulated-program.fixture';

const budget = { nodes: 500, depth: 30, children: 100, milliseconds: 5_000 };

await describeSimulated('what a lane answers', (simulator) => {
  let at: SimulatedProgram;
  const nodes = async () => {
    const reply = await at.ask({ kind: 'snapshot', root: null, budget });
    if (!reply.ok) throw new Error(reply.failure.error);
    return reply.value;
  };
  const node = async (title: string): Promise<RawNode> => {
    const found = (await nodes()).find(({ names }) => names.title === title);
    if (found === undefined) throw new Error(`no ${title}`);
    return found;
  };
  const setTo = async (title: string, value: string): Promise<Written> => {
    const found = await node(title);
    return at.ask({ kind: 'set_value', identity: found.identity, value, expected: wordsOf(found) });
  };
  const valueOf = (id: string) => simulator.look(id)?.attributes['AXValue'];

  beforeEach(() => {
    simulator.load({
      apps: [
        {
          pid,
          name: 'Notes',
          frontmost: true,
          windows: [
            {
              id: 'main',
              title: 'All notes',
              frame: [0, 0, 400, 300],
              children: [
                { id: 'save', role: 'AXButton', title: 'Save', frame: [10, 10, 60, 20] },
                {
                  id: 'card',
                  role: 'AXGroup',
                  title: 'Card',
                  frame: [10, 40, 60, 20],
                  children: [
                    { id: 'icon', role: 'AXImage', frame: [35, 45, 10, 10] },
                    { role: 'AXStaticText', title: 'Caption', offscreen: true, frame: [12, 42, 10, 10] },
                  ],
                },
                { id: 'name', role: 'AXTextField', title: 'Name', value: 'old', frame: [10, 80, 60, 20] },
                { id: 'volume', role: 'AXSlider', title: 'Volume', value: 3, frame: [10, 120, 60, 20] },
                {
                  id: 'password',
                  role: 'AXTextField',
                  subrole: 'AXSecureTextField',
                  title: 'Password',
                  value: 'hunter2',
                  frame: [10, 150, 60, 20],
                },
              ],
            },
          ],
          menuBar: {
            children: [
              {
                id: 'file',
                role: 'AXMenuBarItem',
                title: 'File',
                children: [{ role: 'AXMenu', children: [{ id: 'new', role: 'AXMenuItem', title: 'New' }] }],
              },
            ],
          },
        },
        { pid: 7, name: 'Other', windows: [{ id: 'other', behind: true, frame: [500, 0, 100, 100] }] },
      ],
    });
    at = openSimulatedProgram(simulator.library, pid);
  });
  afterEach(() => {
    simulator.release();
    simulator.forgetFaults();
    at.end();
    simulator.demandHonesty();
  });

  it('to a snapshot of a part is that part', async () => {
    const card = await node('Card');
    const reply = await at.ask({ kind: 'snapshot', root: card.identity, budget });
    expect(reply).toMatchObject({
      ok: true,
      value: [{ identity: card.identity, parent: -1 }, { role: 'AXImage' }, { parent: 0 }],
    });
    const unknown = await at.ask({ kind: 'snapshot', root: 'p.e999', budget });
    expect(unknown).toMatchObject({ ok: false, failure: { problem: 'gone' } });
  });

  it('to a look is who is hit in the middle: itself, a part of it, what is around it, or what covers it', async () => {
    const look = async (title: string) => {
      const reply = await at.ask({ kind: 'look', identity: (await node(title)).identity });
      return reply.ok ? reply.value.hit?.by : reply.failure;
    };
    expect(await look('Save')).toEqual({ kind: 'itself' });
    expect(await look('Card')).toEqual({ kind: 'itself' });
    expect(await look('Caption')).toEqual({ kind: 'itself' });
    const sheet = { id: 'sheet', role: 'AXSheet', title: 'Sheet', frame: [0, 70, 400, 200] } as const;
    simulator.do({ do: 'open', parent: 'main', element: sheet });
    expect(await look('Name')).toMatchObject({ kind: 'another', element: { names: { title: 'Sheet' } } });
    simulator.do({ do: 'move', target: 'other', by: [-500, 0] }, { do: 'raise', target: 'other' });
    expect(await look('Save')).toEqual({ kind: 'other_program', pid: 7 });
  });

  it('to a look is what is seen of the element, and the modal window that stands in front of it', async () => {
    const look = async (title: string) => {
      const reply = await at.ask({ kind: 'look', identity: (await node(title)).identity });
      if (!reply.ok) throw new Error(reply.failure.error);
      return { seen: reply.value.seen, modal: reply.value.modal?.names.title ?? null };
    };
    simulator.do({ do: 'move', target: 'save', by: [365, 0] }, { do: 'move', target: 'card', by: [500, 0] });
    expect(await look('Save')).toEqual({ seen: { x: 375, y: 10, width: 25, height: 20 }, modal: null });
    expect(await look('Card')).toEqual({ seen: null, modal: null });
    const inside = { id: 'ok', role: 'AXButton', title: 'OK', frame: [220, 220, 20, 20] } as const;
    const alert = { id: 'alert', title: 'Alert', modal: true, frame: [200, 200, 99, 99] } as const;
    simulator.do({ do: 'open', element: { role: 'AXWindow', ...alert, children: [inside] } });
    expect((await look('Save')).modal).toBe('Alert');
    expect((await look('OK')).modal).toBeNull();
  });

  it('to a write is whether it was accepted', async () => {
    expect(await at.ask(pressOf(await node('Save')))).toEqual({ kind: 'accepted' });
    expect(await setTo('Name', 'new')).toEqual({ kind: 'accepted' });
    expect(valueOf('name')).toBe('new');
    expect(await setTo('Volume', '7.5')).toEqual({ kind: 'accepted' });
    expect(valueOf('volume')).toBe(7.5);
    const name = await node('Name');
    const focus = { kind: 'set_state', state: 'AXFocused', on: true } as const;
    expect(await at.ask({ ...focus, identity: name.identity, expected: wordsOf(name) })).toEqual({
      kind: 'accepted',
    });
    expect((await node('Name')).states.focused).toBe(true);
  });

  it('to a write that cannot be is why it was refused, and nothing arrives', async () => {
    const save = await node('Save');
    const changed = { ...pressOf(save), expected: { ...wordsOf(save), title: 'Send' } };
    expect(await at.ask(changed)).toEqual({ kind: 'refused', reason: 'changed' });
    expect(await at.ask({ ...pressOf(save), identity: 'p.e999' })).toEqual({
      kind: 'refused',
      reason: 'gone',
    });
    expect(await setTo('Volume', 'loud')).toEqual({ kind: 'refused', reason: 'not_a_value' });
    expect(await setTo('Password', 'new')).toEqual({ kind: 'refused', reason: 'secret' });
    const chord = { kind: 'chord', chord: 'Hyper+x', to: 'program' } as const;
    expect(await at.ask(chord)).toEqual({ kind: 'refused', reason: 'not_a_chord' });
    simulator.do({ do: 'recreate', target: 'save' });
    expect(await at.ask(pressOf(save))).toEqual({ kind: 'refused', reason: 'gone' });
    const volume = await node('Volume');
    simulator.fault({ element: 'volume', times: 'always', fault: { kind: 'error', code: -25204 } });
    expect(await at.ask(pressOf(volume))).toEqual({ kind: 'refused', reason: 'no_answer' });
    expect(simulator.takeArrivals()).toEqual([]);
  });

  it('to an action on an item of a menu that was built anew is that the item is gone', async () => {
    const before = await node('New');
    simulator.do({ do: 'open_menu', target: 'file' });
    expect(await at.ask(pressOf(before))).toEqual({ kind: 'refused', reason: 'gone' });
    const after = await node('New');
    expect(after.identity).not.toBe(before.identity);
    expect(await at.ask(pressOf(after))).toEqual({ kind: 'accepted' });
    expect(simulator.takeArrivals()).toMatchObject([{ element: 'new', generation: 2 }]);
  });

  it('to a write that is not answered is unknown', async () => {
    simulator.fault({ name: 'AXPress', fault: { kind: 'error', code: -25204, happened: true } });
    expect(await at.ask(pressOf(await node('Save')))).toEqual({ kind: 'unknown', why: 'CannotComplete' });
  });

  it('to input is whether it was posted', async () => {
    const click = { kind: 'click', at: { x: 40, y: 90 }, button: 'left', count: 1, to: 'session' } as const;
    expect(await at.ask(click)).toEqual({ kind: 'accepted' });
    expect(await at.ask({ kind: 'chord', chord: 'Meta+a', to: 'program' })).toEqual({ kind: 'accepted' });
    expect(await at.ask({ kind: 'type', text: 'typed', to: 'program' })).toEqual({ kind: 'accepted' });
    expect(valueOf('name')).toBe('typed');
    const scroll = { kind: 'scroll', at: { x: 40, y: 90 }, dx: 0, dy: 10, to: 'session' } as const;
    expect(await at.ask(scroll)).toEqual({ kind: 'accepted' });
    simulator.secureInput(true);
    const typed = await at.ask({ kind: 'type', text: 'x', to: 'program' });
    simulator.secureInput(false);
    expect(typed).toEqual({ kind: 'refused', reason: 'secure_input' });
  });

  it('to a secret is that it went in, unread, and into nothing but a secure field', async () => {
    const [password, name] = [await node('Password'), await node('Name')];
    const secret = { kind: 'set_secret', value: 'swordfish' } as const;
    const into = (to: RawNode) => at.ask({ ...secret, identity: to.identity, expected: wordsOf(to) });
    expect(await into(password)).toEqual({ kind: 'accepted' });
    expect(valueOf('password')).toBe('swordfish');
    expect(await into(name)).toEqual({ kind: 'refused', reason: 'not_secret' });
    expect(JSON.stringify(await nodes())).not.toContain('swordfish');
  });

  it('to keys is where they would go, and no text goes into a secure field', async () => {
    const typed = (to: 'program' | 'session') => at.ask({ kind: 'type', text: 'x', to });
    simulator.do({ do: 'focus', target: 'password' });
    expect(await typed('program')).toEqual({ kind: 'refused', reason: 'secret' });
    simulator.do({ do: 'focus', target: 'name' });
    expect(await at.ask({ kind: 'focused' })).toMatchObject({
      ok: true,
      value: { frontmost: true, element: { names: { title: 'Name' } } },
    });
    simulator.do({ do: 'activate', target: 'other' });
    expect(await at.ask({ kind: 'focused' })).toMatchObject({ ok: true, value: { frontmost: false } });
    expect(await typed('session')).toEqual({ kind: 'refused', reason: 'not_frontmost' });
    expect(await typed('program')).toEqual({ kind: 'accepted' });
    expect(valueOf('name')).toBe('oldx');
  });

  it('to a point is what is hit there, where that is of the program', async () => {
    const elementAt = (x: number, y: number) => at.ask({ kind: 'element_at', at: { x, y } });
    const { identity } = await node('Save');
    const hit = await elementAt(40, 20);
    const main = (await nodes()).find(({ role }) => role === 'AXWindow');
    expect(hit.ok && hit.value?.slice(0, 2)).toEqual([identity, main?.identity]);
    expect(await elementAt(550, 50)).toEqual({ ok: true, value: null });
  });

  it('to the other questions', async () => {
    expect(await at.ask({ kind: 'until_quiet', quietMs: 30, limitMs: 5_000 })).toBe('quiet');
    expect((await at.ask({ kind: 'windows' }))?.map(({ pid: owner }) => owner)).toEqual([pid, 7]);
    expect(await at.ask({ kind: 'permissions' })).toMatchObject({ accessibility: 'working', trusted: true });
    expect(await at.ask({ kind: 'wake' })).toBe('asleep');
  });
});
