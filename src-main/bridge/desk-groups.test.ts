import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../contract/accessibility';
import { actorId } from '../contract/ids';
import { type DeskAtWork, deskAtWork, refOf } from './desk-at-work.fixture';
import { SimulatedDesktop } from './simulated-desktop.fixture';
import type { Widget } from './simulated-widgets.fixture';

const enter = (value: string) => ({ kind: 'set_value', value }) as const;
const press = { kind: 'press' } as const;
const type = { kind: 'type', text: 'x' } as const;

/** Two fields, a check box and a button in a window, as the model saw them in turn 1. */
async function form(mode: 'mixed' | 'sequential' | 'batch' = 'mixed') {
  const sim = new SimulatedDesktop();
  const window = sim.add('window', 'Main');
  const name = sim.add('textbox', 'Name', { value: '' }, window);
  const mail = sim.add('textbox', 'Email', { value: 'old' }, window);
  const notify = sim.add('checkbox', 'Notify', {}, window);
  const work = deskAtWork(sim, mode);
  const seen = await work.snapshot();
  const turn = 2;
  const set = (widget: Widget, value: string, of: Snapshot = seen) =>
    work.desk.act(refOf(of, widget), enter(value), work.caller(`set_${value}`, { turn }));
  return { sim, window, name, mail, notify, work, seen, turn, set };
}

function diverged(sentence: string) {
  return { delivery: null, failure: { code: 'screen_diverged', sentence } };
}

function causes(work: DeskAtWork) {
  return work.events.flatMap((event) => (event.type === 'snapshot-taken' ? [event.cause] : []));
}

describe('what a write counts on', () => {
  it('is the value that the model last saw', async () => {
    const { sim, mail, name, set, work } = await form();
    expect((await set(name, 'Ada')).failure).toBeNull();
    mail.value = 'typed by a person';
    const report = await set(mail, 'ada@example.com');
    expect(report).toMatchObject(
      diverged('The textbox "Email" held "old" when you last saw it, and holds "typed by a person" now.'),
    );
    expect(report.seen).toContain('typed by a person');
    expect(causes(work).filter((cause) => cause === 'diverged')).toHaveLength(1);
    expect(sim.arrivals).toEqual([enter('Ada')]);
  });

  it('is its own earlier write to the same element, and no longer what was there before', async () => {
    const { mail, name, set, sim } = await form();
    await set(mail, 'first');
    expect((await set(mail, 'second')).failure).toBeNull();
    mail.value = 'third';
    expect(await set(mail, 'fourth')).toMatchObject(
      diverged('The textbox "Email" held "second" when you last saw it, and holds "third" now.'),
    );
    expect((await set(name, 'Ada')).failure).toBeNull();
    expect(sim.arrivals).toHaveLength(3);
  });

  it('is not changed by what another write of the turn did to it: the model has not seen that', async () => {
    const { mail, notify, work, seen, set, turn } = await form();
    notify.onPress = () => {
      mail.value = 'filled in by the check box';
    };
    expect((await work.desk.act(refOf(seen, notify), press, work.caller('p', { turn }))).failure).toBeNull();
    expect((await set(mail, 'mine')).failure?.code).toBe('screen_diverged');
  });

  it('is seen by whoever hears of each result at once', async () => {
    const { mail, notify, work, seen, turn } = await form();
    notify.onPress = () => {
      mail.value = 'filled in by the check box';
    };
    const caller = (id: string) => ({ ...work.caller(id, { turn }), sees: 'each_result' as const });
    await work.desk.act(refOf(seen, notify), press, caller('p'));
    expect((await work.desk.act(refOf(seen, mail), enter('mine'), caller('s'))).failure).toBeNull();
  });

  it('is whether a box is checked, for a press would undo what somebody else did', async () => {
    const { notify, work, seen, turn, sim } = await form();
    notify.states.add('checked');
    const report = await work.desk.act(refOf(seen, notify), press, work.caller('p', { turn }));
    expect(report).toMatchObject(
      diverged('The checkbox "Notify" is checked now, and was not when you last saw it.'),
    );
    expect(sim.arrivals).toEqual([]);
  });

  it('is not how a field stands that is only scrolled to or focused', async () => {
    const { mail, work, seen, turn } = await form();
    mail.value = 'typed by a person';
    const focused = await work.desk.act(refOf(seen, mail), { kind: 'focus' }, work.caller('f', { turn }));
    expect(focused.failure).toBeNull();
  });

  it('is the element that had the focus, for what is typed goes there', async () => {
    const { sim, name, mail, work, turn } = await form();
    sim.focus(name);
    await work.snapshot('again');
    sim.focus(mail);
    expect(await work.desk.input(null, type, work.caller('t', { turn }))).toMatchObject(
      diverged('The textbox "Name" had the focus when you last looked, and the textbox "Email" has it now.'),
    );
    expect(sim.arrivals).toEqual([]);
  });

  it('lets a write of the same turn move the focus', async () => {
    const { sim, name, mail, work, turn } = await form();
    sim.focus(name);
    const again = await work.snapshot('again');
    await work.desk.act(refOf(again, mail), { kind: 'focus' }, work.caller('f', { turn }));
    expect((await work.desk.input(null, type, work.caller('t', { turn }))).failure).toBeNull();
    expect(mail.value).toBe('oldx');
  });

  it('is that no window has opened and taken the focus, modal or not', async () => {
    const { sim, name, work, set } = await form();
    sim.focus(name);
    await work.snapshot('again');
    sim.focus(sim.add('textbox', 'Search', { value: '' }, sim.add('window', 'Find')));
    expect(await set(name, 'Ada')).toMatchObject(
      diverged('The window "Find" has opened since you last looked, and has the focus.'),
    );
  });

  it('goes on in the next turn from what the refusal showed', async () => {
    const { mail, work, set } = await form();
    mail.value = 'typed by a person';
    await set(mail, 'mine');
    const shown = await work.snapshot('again');
    const next = await work.desk.act(refOf(shown, mail), enter('mine'), work.caller('s', { turn: 3 }));
    expect(next.failure).toBeNull();
  });

  it('is nothing in batch, which does not look', async () => {
    const { mail, set } = await form('batch');
    mail.value = 'typed by a person';
    expect((await set(mail, 'mine')).failure).toBeNull();
  });
});

/** What may come between two writes, and whether it is any business of the write that follows it. */
const Surprise = fc.constantFrom('dialog', 'window', 'value', 'gone', 'renamed', 'nothing');

describe('a group of twelve writes', () => {
  it('ends at the first surprise, wherever it comes, and none goes to a wrong element', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(11), Surprise, async (at, surprise) => {
        const sim = new SimulatedDesktop();
        const window = sim.add('window', 'Main');
        const fields = Array.from({ length: 12 }, (_, index) =>
          sim.add('textbox', `Field ${index}`, { value: '' }, window),
        );
        sim.focus(fields[0]!);
        const work = deskAtWork(sim, 'mixed');
        const seen = await work.snapshot();
        let ended: number | null = null;
        for (const [index, field] of fields.entries()) {
          if (index === at) surprising(sim, surprise, field);
          const ref = refOf(seen, field);
          const report = await work.desk.act(ref, enter(`v${index}`), work.caller(`w${index}`, { turn: 2 }));
          if (report.failure === null) continue;
          ended = index;
          break;
        }
        expect(ended).toBe(surprise === 'nothing' ? null : at);
        expect(sim.hits.map(({ uid }) => uid)).toEqual(fields.slice(0, ended ?? 12).map(({ uid }) => uid));
        expect(causes(work).filter((cause) => cause === 'diverged').length).toBe(ended === null ? 0 : 1);
      }),
      { numRuns: 200 },
    );
  });
});

function surprising(sim: SimulatedDesktop, surprise: string, field: Widget): void {
  if (surprise === 'dialog') {
    const dialog = sim.add('dialog', 'Update?', { states: ['modal'] });
    sim.focus(sim.add('button', 'Now', {}, dialog));
  }
  if (surprise === 'window') sim.focus(sim.add('textbox', 'Reply', {}, sim.add('window', 'Chat')));
  if (surprise === 'value') field.value = 'somebody else';
  if (surprise === 'gone') sim.remove(field);
  if (surprise === 'renamed') field.name = 'Card number';
}

describe('what another agent of the run has seen', () => {
  const other = actorId(2);

  it('is not what this one counts on: it is told what it has not seen itself', async () => {
    const { mail, work, seen, sim } = await form();
    mail.value = 'changed for the other';
    await work.desk.snapshot(work.caller('look2', { turn: 2, viewer: other }));
    const mine = (id: string, turn: number) =>
      work.desk.act(refOf(seen, mail), enter('mine'), work.caller(id, { turn }));
    const report = await mine('s', 3);
    expect(report).toMatchObject(
      diverged('The textbox "Email" held "old" when you last saw it, and holds "changed for the other" now.'),
    );
    expect(report.seen).toContain('changed for the other');
    expect((await mine('again', 4)).failure).toBeNull();
    expect(sim.arrivals).toEqual([enter('mine')]);
  });

  it('takes nothing from what this one is told of a write: all that changed since it looked itself', async () => {
    const { mail, name, work, seen } = await form();
    mail.value = 'changed for the other';
    await work.desk.snapshot(work.caller('look2', { turn: 2, viewer: other }));
    const report = await work.desk.act(refOf(seen, name), enter('Ada'), work.caller('s', { turn: 3 }));
    expect(report.failure).toBeNull();
    expect(report.seen).toContain('changed for the other');
  });

  it('is no look of its own: whoever has not looked gets the whole of the screen with its first write', async () => {
    const { name, work, seen } = await form();
    const report = await work.desk.act(
      refOf(seen, name),
      enter('Ada'),
      work.caller('s', { turn: 2, viewer: other }),
    );
    expect(report.failure).toBeNull();
    for (const words of ['checkbox "Notify"', 'textbox "Email"']) expect(report.seen).toContain(words);
  });

  it('counts, for what the other points to, as far as its own snapshot tells', async () => {
    const { mail, work, sim } = await form();
    const looked = await work.desk.snapshot(work.caller('look2', { turn: 2, viewer: other }));
    if (!looked.ok) throw new Error(looked.failure.sentence);
    mail.value = 'changed since';
    const report = await work.desk.act(
      refOf(looked.value, mail),
      enter('mine'),
      work.caller('s', { turn: 3, viewer: other }),
    );
    expect(report.failure?.code).toBe('screen_diverged');
    expect(sim.arrivals).toEqual([]);
  });
});
