import { describe, expect, it } from 'vitest';
import { asking } from '../../consent/asking.fixture';
import { type Failure, failed } from '../../contract/failure';
import { fullBudget, type SnapshotBudget, unable } from '../adapter';
import { deskAtWork, refOf } from '../desk-at-work.fixture';
import type { Platform } from '../platform';
import { SimulatedPlatform } from '../simulated-platform.fixture';
import type { Widget } from '../simulated-widgets.fixture';
import { wholeDesktop } from './whole-desktop';

const { signal } = new AbortController();
const press = { kind: 'press' } as const;
const denial: Failure = { code: 'program_denied', sentence: 'The vault is denied.', next: 'Leave it.' };

/** An editor and a browser run; the vault may not be driven. */
function setUp(change: (platform: Platform) => Platform = (platform) => platform) {
  const sim = new SimulatedPlatform();
  const browser = sim.start('Browser');
  const editor = sim.start('Editor');
  const go = browser.desktop.add('button', 'Go');
  const save = editor.desktop.add('button', 'Save');
  const denied = new Set(['Vault']);
  const desktop = wholeDesktop(change(sim.platform), ({ name }) => (denied.has(name) ? denial : null));
  const outline = async () => {
    const tree = await desktop.adapter.tree(fullBudget, signal);
    if (!tree.ok) throw new Error(tree.failure.sentence);
    return tree.value.nodes.map(({ parent, role, name, hole }) =>
      [parent, role, name, ...(hole === null ? [] : [hole])].join(' '),
    );
  };
  return { sim, browser, editor, go, save, denied, desktop, outline };
}

describe('the tree of a whole desktop', () => {
  it('names every program, topmost first, and tells in full those that were entered', async () => {
    const { sim, desktop, outline } = setUp();
    expect(await outline()).toEqual([
      '-1 desktop Desktop',
      '0 application Editor not_entered',
      '0 application Browser not_entered',
    ]);
    await desktop.doors.open('browser', signal);
    expect(await outline()).toEqual([
      '-1 desktop Desktop',
      '0 application Browser',
      '1 window Browser',
      '2 button Go',
      '0 application Editor not_entered',
    ]);
    expect(sim.log).toEqual(['open browser', 'adapter Browser']);
  });

  it('gives a program whose root is its application no second one', async () => {
    const { browser, desktop, outline } = setUp();
    browser.desktop.root.role = 'application';
    await desktop.doors.open('Browser', signal);
    expect((await outline()).slice(1, 3)).toEqual(['0 application Browser', '1 button Go']);
  });

  it('keeps identities apart, and stable', async () => {
    const { desktop } = setUp();
    await desktop.doors.open('Browser', signal);
    await desktop.doors.open('Editor', signal);
    const identities = async () => {
      const tree = await desktop.adapter.tree(fullBudget, signal);
      return tree.ok ? tree.value.nodes.map(({ identity }) => identity) : [];
    };
    const first = await identities();
    expect(new Set(first).size).toBe(7);
    expect(await identities()).toEqual(first);
  });

  it('marks a program that does not answer, tells the others in full, and gives it little time from then on', async () => {
    const budgets: SnapshotBudget[] = [];
    const hung = failed('program_hung', 'The browser does not answer.', 'Wait.');
    let hangs = true;
    const { desktop, outline } = setUp((platform) => ({
      ...platform,
      adapterFor: async (program, aborted) => {
        const adapter = await platform.adapterFor(program, aborted);
        if (!adapter.ok || program.name !== 'Browser') return adapter;
        const tree: typeof adapter.value.tree = async (budget, stop) => {
          budgets.push(budget);
          return hangs ? hung : adapter.value.tree(budget, stop);
        };
        return { ok: true, value: { ...adapter.value, tree } };
      },
    }));
    await desktop.doors.open('Browser', signal);
    await desktop.doors.open('Editor', signal);
    const told = [
      '-1 desktop Desktop',
      '0 application Editor',
      '1 window Editor',
      '2 button Save',
      '0 application Browser unreadable',
    ];
    expect(await outline()).toEqual(told);
    expect(await outline()).toEqual(told);
    hangs = false;
    expect(await outline()).toContain('5 button Go');
    await outline();
    const { milliseconds } = fullBudget;
    expect(budgets.map((budget) => budget.milliseconds)).toEqual([milliseconds, 500, 500, milliseconds]);
    expect(budgets.every(({ nodes }) => nodes < fullBudget.nodes / 2)).toBe(true);
  });

  it('leaves out what has ended, and lets it go', async () => {
    const { sim, editor, desktop, outline } = setUp();
    await desktop.doors.open('Editor', signal);
    expect(editor.adapters).toBe(1);
    sim.exit(editor);
    expect(await outline()).toEqual(['-1 desktop Desktop', '0 application Browser not_entered']);
    expect(editor.adapters).toBe(0);
  });

  it('leaves a program that is no longer allowed', async () => {
    const { editor, denied, desktop, outline } = setUp();
    await desktop.doors.open('Editor', signal);
    denied.add('Editor');
    expect(await outline()).toContain('0 application Editor not_entered');
    expect(editor.adapters).toBe(0);
    expect(await desktop.doors.list(signal)).toMatchObject({
      value: [
        { isEntered: false, denied: denial },
        { isEntered: false, denied: null },
      ],
    });
  });

  it('lets the focus be where the active window is, and nowhere else', async () => {
    const { sim, browser, editor, go, save, desktop } = setUp();
    await desktop.doors.open('Browser', signal);
    await desktop.doors.open('Editor', signal);
    browser.desktop.focus(go);
    editor.desktop.focus(save);
    const focused = async () => {
      const tree = await desktop.adapter.tree(fullBudget, signal);
      if (!tree.ok) throw new Error(tree.failure.sentence);
      const found = tree.value.nodes.filter(({ states }) => states.includes('focused'));
      const looks = await Promise.all(
        [go, save].map(async (widget) => {
          const { pid } = (widget === go ? browser : editor).id;
          const live = await desktop.adapter.look(`${pid}:${widget.identity}`, signal);
          return live.ok && live.value.states.includes('focused');
        }),
      );
      return [found.map(({ name }) => name), looks];
    };
    expect(await focused()).toEqual([['Save'], [false, true]]);
    sim.toFront(browser);
    expect(await focused()).toEqual([['Go'], [true, false]]);
  });
});

describe('the desk on a whole desktop', () => {
  function atWork() {
    const setting = setUp();
    const person = asking();
    const work = deskAtWork(setting.desktop, 'mixed', person.attention);
    const open = (name: string) => work.desk.apps?.open(name, work.caller(`open ${name}`));
    const inside = (program: { id: { pid: number } }, widget: Widget): Widget => ({
      ...widget,
      identity: `${program.id.pid}:${widget.identity}`,
    });
    return { ...setting, person, work, open, inside };
  }

  it('enters a program by opening it, which is a write that is seen', async () => {
    const { work, open } = atWork();
    const first = await work.snapshot();
    const report = await open('Editor');
    expect(report).toMatchObject({ failure: null, delivery: 'observed' });
    expect(report?.seen).toMatch(/^changes from s1 to s2: 2 added, 0 removed/);
    expect(report?.seen).toContain('+ - button "Save"');
    expect(work.told()).toEqual(['snapshot-taken', 'epoch-advanced', 'snapshot-taken', 'screenshot-taken']);
    expect(first.nodes[1]?.hole).toBe('not_entered');
  });

  it('acts in the right program, and names it', async () => {
    const { browser, editor, go, save, work, open, inside } = atWork();
    await open('Browser');
    await open('Editor');
    const first = await work.snapshot();
    const ref = refOf(first, inside(browser, go));
    expect(work.desk.programOf(ref)).toBe('Browser');
    expect(work.desk.programOf(refOf(first, inside(editor, save)))).toBe('Editor');
    expect(work.desk.programOf(null)).toBeNull();
    expect(await work.desk.act(ref, press, work.caller('w1'))).toMatchObject({ failure: null });
    expect([browser.desktop.arrivals, editor.desktop.arrivals]).toEqual([[press], []]);
    expect(await work.desk.read(ref, work.caller('r1'))).toMatchObject({ ok: true, value: { name: 'Go' } });
  });

  it('names the program in a question', async () => {
    const { browser, person, work, open, inside } = atWork();
    const send = browser.desktop.add('button', 'Send');
    await open('Browser');
    const first = await work.snapshot();
    const report = work.desk.act(refOf(first, inside(browser, send)), press, work.caller('w1'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(work.events.at(-1)).toMatchObject({
      approval: { program: 'Browser', sentence: 'Press the button "Send" in Browser.' },
    });
    person.answer(1, 'deny');
    await report;
  });

  it('types only into the program in front, and says who is there instead', async () => {
    const { sim, browser, editor, go, work, open } = atWork();
    await open('Browser');
    browser.desktop.focus(go);
    const key = { kind: 'key', chord: 'Enter' } as const;
    expect(await work.desk.input(null, key, work.caller('w1'))).toMatchObject({ failure: null });
    sim.toFront(editor);
    expect(await work.desk.input(null, key, work.caller('w2'))).toMatchObject({
      delivery: null,
      failure: {
        code: 'not_frontmost',
        sentence:
          'Keys go to the program in front, and Editor is in front and is not entered. Nothing was typed.',
      },
    });
    expect([browser.desktop.arrivals, editor.desktop.arrivals]).toEqual([[key], []]);
  });

  it('lets a dialog of one program stand in the way of that program alone', async () => {
    const { browser, editor, go, save, work, open, inside } = atWork();
    await open('Browser');
    await open('Editor');
    const first = await work.snapshot();
    browser.desktop.add('dialog', 'Update?', { states: ['modal'] });
    const other = await work.desk.act(refOf(first, inside(editor, save)), press, work.caller('w1'));
    expect(other.failure).toBeNull();
    const same = await work.desk.act(refOf(first, inside(browser, go)), press, work.caller('w2'));
    expect(same.failure?.code).toBe('unexpected_modal');
  });

  it('acts on nothing that was not entered, nor in a program that has ended', async () => {
    const { sim, editor, save, work, open, inside } = atWork();
    await open('Editor');
    const first = await work.snapshot();
    const browserRef = refOf(first, {
      ...save,
      identity: first.nodes.find(({ name }) => name === 'Browser')?.identity ?? '',
    });
    expect(await work.desk.act(browserRef, press, work.caller('w1'))).toMatchObject({
      delivery: null,
      failure: { code: 'unsupported', next: 'Enter it with open_app, then use a ref from inside it.' },
    });
    sim.exit(editor);
    const gone = await work.desk.act(refOf(first, inside(editor, save)), press, work.caller('w2'));
    expect(gone).toMatchObject({ delivery: null, failure: { code: 'stale_ref' } });
    expect(editor.desktop.arrivals).toEqual([]);
  });

  it('says of what a program cannot do that it was not done', async () => {
    const setting = setUp((platform) => ({
      ...platform,
      adapterFor: async (program, aborted) => {
        const adapter = await platform.adapterFor(program, aborted);
        if (!adapter.ok) return adapter;
        const abilities = { ...adapter.value.abilities, press: unable('It has no buttons.', 'Use keys.') };
        return { ok: true, value: { ...adapter.value, abilities } };
      },
    }));
    const work = deskAtWork(setting.desktop, 'mixed');
    await work.desk.apps?.open('Editor', work.caller('o1'));
    const first = await work.snapshot();
    const identity = `${setting.editor.id.pid}:${setting.save.identity}`;
    const report = await work.desk.act(refOf(first, { ...setting.save, identity }), press, work.caller('w1'));
    expect(report).toMatchObject({ delivery: null, failure: { sentence: 'It has no buttons.' } });
  });
});

describe('opening a program', () => {
  function atWork(change?: (platform: Platform) => Platform) {
    const setting = setUp(change);
    const person = asking();
    const work = deskAtWork(setting.desktop, 'mixed', person.attention);
    return {
      ...setting,
      person,
      work,
      open: (name: string) => work.desk.apps?.open(name, work.caller('o1')),
    };
  }

  it('starts one that is installed, and refuses one that is not', async () => {
    const { sim, open, work } = atWork();
    sim.installed.add('Paint');
    expect(await open('Paint')).toMatchObject({ failure: null, delivery: 'observed' });
    expect(sim.running[0]?.id.name).toBe('Paint');
    const told = work.told().length;
    expect(await open('Chess')).toMatchObject({ failure: { code: 'not_found' }, delivery: null });
    expect(work.told()).toHaveLength(told);
  });

  it('is of unknown delivery where the platform cannot say', async () => {
    const { open } = atWork((platform) => ({
      ...platform,
      open: async () => failed('timed_out', 'No window has come.', 'Wait.'),
    }));
    expect(await open('Editor')).toMatchObject({
      delivery: 'unknown',
      failure: {
        code: 'delivery_unknown',
        sentence: 'It is not known whether "Editor" was opened: No window has come.',
      },
    });
  });

  it('waits while the person uses the desktop', async () => {
    const { sim, person, open } = atWork();
    person.personUses('You moved the mouse.');
    const report = open('Browser');
    await new Promise((resolve) => setImmediate(resolve));
    expect(sim.log).toEqual([]);
    person.person.resume();
    expect(await report).toMatchObject({ failure: null });
  });
});
