import { describe, expect, it } from 'vitest';
import type { Failure } from '../contract/failure';
import { deskAtWork, refOf } from './desk-at-work.fixture';
import { SimulatedDesktop } from './simulated-desktop.fixture';
import type { Widget } from './simulated-widgets.fixture';

const press = { kind: 'press' } as const;
const setTo = (value: string) => ({ kind: 'set_value', value }) as const;
const both = ['mixed', 'batch'] as const;

/** Snapshot, then the world changes, then the deed; nothing may have been handed over. */
async function refusedAfter(
  mode: (typeof both)[number],
  build: (sim: SimulatedDesktop) => Widget,
  change: (sim: SimulatedDesktop, widget: Widget) => void,
  deed: typeof press | ReturnType<typeof setTo> = press,
): Promise<Failure | null> {
  const sim = new SimulatedDesktop();
  const widget = build(sim);
  const work = deskAtWork(sim, mode);
  const first = await work.snapshot();
  change(sim, widget);
  const report = await work.desk.act(refOf(first, widget), deed, work.caller('w1'));
  expect(sim.arrivals).toEqual([]);
  expect(report).toMatchObject({ delivery: null, picture: { kind: 'not_asked' } });
  expect(work.told().filter((type) => type === 'epoch-advanced')).toEqual([]);
  expect(report.seen.startsWith('changes from s1 to s')).toBe(mode === 'mixed');
  return report.failure;
}

describe.each(both)('preflight in %s refuses an element that', (mode) => {
  it('cannot be seen', async () => {
    const failure = await refusedAfter(
      mode,
      (sim) => sim.add('button', 'Send'),
      (_, widget) => {
        widget.visible = false;
      },
    );
    expect(failure).toEqual({
      code: 'not_visible',
      sentence: 'The button "Send" is not visible.',
      next: 'Open or scroll to what holds it, then take a snapshot.',
    });
  });

  it('is disabled', async () => {
    const failure = await refusedAfter(
      mode,
      (sim) => sim.add('button', 'Send'),
      (_, widget) => widget.states.add('disabled'),
    );
    expect(failure).toEqual({
      code: 'not_enabled',
      sentence: 'The button "Send" is disabled.',
      next: 'Find out what enables it, a required field for one, and do that first.',
    });
  });

  it('is read-only, where text is to be entered', async () => {
    const failure = await refusedAfter(
      mode,
      (sim) => sim.add('textbox', 'Number', { value: '7', states: ['readonly'] }),
      () => undefined,
      setTo('8'),
    );
    expect(failure).toMatchObject({ code: 'not_enabled', sentence: 'The textbox "Number" is read-only.' });
  });

  it('is covered', async () => {
    const failure = await refusedAfter(
      mode,
      (sim) => sim.add('button', 'Send'),
      (_, widget) => {
        widget.coveredBy = 'banner "Cookies"';
      },
    );
    expect(failure).toEqual({
      code: 'covered',
      sentence: 'The button "Send" is covered by banner "Cookies".',
      next: 'Close or move what covers it, then take a snapshot.',
    });
  });

  it('is a secure field, where text is to be entered', async () => {
    const failure = await refusedAfter(
      mode,
      (sim) => sim.add('textbox', 'Account PIN', { states: ['secure'] }),
      () => undefined,
      setTo('1234'),
    );
    expect(failure).toEqual({
      code: 'secure_field',
      sentence: 'The textbox "Account PIN" is a secure field: what goes into it is for the person to type.',
      next: 'Use fill_secure_field, which asks them for it, or leave it as it is.',
    });
  });
});

describe('a modal', () => {
  const openDialog = (sim: SimulatedDesktop) => {
    const dialog = sim.add('dialog', 'Really?', { states: ['modal'] });
    sim.add('button', 'Yes', {}, dialog);
    return dialog;
  };

  it('that has opened since the snapshot stops what lies behind it, and is shown', async () => {
    const sim = new SimulatedDesktop();
    const button = sim.add('button', 'Send');
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    openDialog(sim);
    const report = await work.desk.act(refOf(first, button), press, work.caller('w1'));
    expect(report.failure).toEqual({
      code: 'unexpected_modal',
      sentence: 'The dialog "Really?" (s2:e3) has opened since s1 and stands in front of the button "Send".',
      next: 'Deal with it first; what it holds is among the changes that follow.',
    });
    expect(report.seen).toBe(
      'changes from s1 to s2: 2 added, 0 removed, 0 changed, 0 moved\n+ - dialog "Really?" s2:e3 [modal]\n+ - button "Yes" s2:e4',
    );
    expect(work.events.at(-1)).toMatchObject({ type: 'snapshot-taken', cause: 'diverged' });
    expect([sim.arrivals, work.hazards()]).toEqual([[], []]);
  });

  it('that was there all along stops nothing that it holds', async () => {
    const sim = new SimulatedDesktop();
    const dialog = openDialog(sim);
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    const yes = dialog.children[0]!;
    yes.onPress = () => sim.remove(dialog);
    const report = await work.desk.act(refOf(first, yes), press, work.caller('w1'));
    expect(report).toMatchObject({ failure: null, delivery: 'observed' });
    expect(report.seen).toMatch(/^changes from s1 to s2: 0 added, 2 removed/);
  });

  it('that opened within the turn stops a key that was meant for what the model knew', async () => {
    const sim = new SimulatedDesktop();
    const create = sim.add('button', 'Create', { onPress: () => openDialog(sim) });
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    const enter = { kind: 'key', chord: 'Enter' } as const;
    await work.desk.act(refOf(first, create), press, work.caller('w1', { turn: 2 }));
    const early = await work.desk.input(null, enter, work.caller('w2', { turn: 2 }));
    expect(early.failure).toMatchObject({
      code: 'unexpected_modal',
      sentence: 'The dialog "Really?" (s2:e3) has opened since s1 and stands in front of the window.',
    });
    const next = await work.desk.input(null, enter, work.caller('w3', { turn: 3 }));
    expect(next.failure).toBeNull();
    expect(sim.arrivals).toEqual([press, enter]);
  });
});

describe('typing', () => {
  const hello = { kind: 'type', text: 'hello' } as const;

  it('focuses the element first, and adds to what it holds', async () => {
    const sim = new SimulatedDesktop();
    const field = sim.add('textbox', 'Note', { value: 'Well, ' });
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    const report = await work.desk.input(refOf(first, field), hello, work.caller('w1'));
    expect(report).toMatchObject({ failure: null, delivery: 'observed' });
    expect([field.value, sim.arrivals]).toEqual(['Well, hello', [{ kind: 'focus' }, hello]]);
    expect(work.told().filter((type) => type === 'epoch-advanced')).toHaveLength(1);
  });

  it('types nothing where the focus goes elsewhere, and says where it is', async () => {
    const sim = new SimulatedDesktop();
    sim.focus(sim.add('textbox', 'Other', { value: '' }));
    const label = sim.add('text', 'Note', { swallows: true });
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    const report = await work.desk.input(refOf(first, label), hello, work.caller('w1'));
    expect(report).toMatchObject({ delivery: 'contradicted', failure: { code: 'contradicted' } });
    expect(report.failure?.sentence).toBe(
      'The text "Note" did not take the focus; the textbox "Other" has it. Nothing was typed.',
    );
    expect(sim.arrivals).toEqual([{ kind: 'focus' }]);
  });

  it.each(both)('into whatever has the focus is refused in %s where that is a secure field', async (mode) => {
    const sim = new SimulatedDesktop();
    sim.focus(sim.add('textbox', 'Account PIN', { states: ['secure'] }));
    const work = deskAtWork(sim, mode);
    await work.snapshot();
    const typed = await work.desk.input(null, hello, work.caller('w1'));
    const digit = await work.desk.input(null, { kind: 'key', chord: '1' }, work.caller('w2'));
    const paste = await work.desk.input(null, { kind: 'key', chord: 'Control+v' }, work.caller('w3'));
    expect([typed, digit, paste].map((each) => each.failure?.code)).toEqual(Array(3).fill('secure_field'));
    const tab = await work.desk.input(null, { kind: 'key', chord: 'Tab' }, work.caller('w4'));
    expect(tab.failure).toBeNull();
    expect(sim.arrivals).toEqual([{ kind: 'key', chord: 'Tab' }]);
  });
});

describe('a secure value that an adapter hands over', () => {
  it('is never recorded, and every look fails', async () => {
    const sim = new SimulatedDesktop();
    const name = sim.add('textbox', 'Name', { value: '' });
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    name.states.add('secure');
    name.value = '1234';
    const again = await work.desk.snapshot(work.caller('r1'));
    const read = await work.desk.read(refOf(first, name), work.caller('r2'));
    for (const result of [again, read]) {
      expect(result).toMatchObject({
        ok: false,
        failure: {
          code: 'internal',
          sentence:
            'The value of a secure field (textbox "Name") was read. It was thrown away and nothing was recorded.',
        },
      });
    }
    expect(work.told()).toEqual(['snapshot-taken']);
    expect(
      JSON.stringify([...work.blobs.values()].map((bytes) => new TextDecoder().decode(bytes))),
    ).not.toContain('1234');
  });
});
