import { describe, expect, it } from 'vitest';
import type { Failure } from '../contract/failure';
import { deskAtWork, refOf } from './desk-at-work.fixture';
import { SimulatedDesktop } from './simulated-desktop.fixture';

const press = { kind: 'press' } as const;
const setTo = (value: string) => ({ kind: 'set_value', value }) as const;
const died: Failure = { code: 'target_gone', sentence: 'The window closed.', next: 'Open it again.' };

describe.each(['mixed', 'batch'] as const)('what is known of a write in %s', (mode) => {
  it('is nothing where the target dies before it answers; it is not tried again, and the epoch is over', async () => {
    const sim = new SimulatedDesktop();
    const field = sim.add('textbox', 'Name', { value: '' });
    const work = deskAtWork(sim, mode);
    const first = await work.snapshot();
    sim.dies = { failure: died, afterDoing: true };
    const report = await work.desk.act(refOf(first, field), setTo('Ada'), work.caller('w1'));
    expect(report).toMatchObject({
      delivery: 'unknown',
      failure: {
        code: 'delivery_unknown',
        sentence: 'It is not known whether the new value reached the textbox "Name": The window closed.',
        next: 'Look at what has become of it before anything is done again.',
      },
    });
    expect(sim.arrivals).toHaveLength(1);
    expect(work.events.filter((each) => each.type === 'epoch-advanced')).toEqual([
      { type: 'epoch-advanced', turn: 1, callId: 'w1', app: 'sim', epoch: 1 },
    ]);
  });

  it('is the contrary where a field does not keep its value', async () => {
    const sim = new SimulatedDesktop();
    const field = sim.add('textbox', 'Name', { value: 'Bob', swallows: true });
    const work = deskAtWork(sim, mode);
    const first = await work.snapshot();
    const report = await work.desk.act(refOf(first, field), setTo('Ada'), work.caller('w1'));
    expect(report).toMatchObject({
      delivery: 'contradicted',
      failure: { code: 'contradicted', sentence: 'The textbox "Name" holds "Bob" instead of "Ada".' },
    });
  });

  it('is the contrary where the platform itself saw that it was not taken', async () => {
    const sim = new SimulatedDesktop();
    const list = sim.add('combobox', 'Priority', { value: 'Normal' });
    const work = deskAtWork(sim, mode);
    const first = await work.snapshot();
    const failure = { code: 'contradicted', sentence: 'The list did not take it.', next: 'Look.' } as const;
    sim.dies = { failure, afterDoing: false };
    const report = await work.desk.act(
      refOf(first, list),
      { kind: 'select', option: 'High' },
      work.caller('w1'),
    );
    expect(report).toMatchObject({ delivery: 'contradicted', failure });
  });

  it('is that a checkbox was toggled, or was not', async () => {
    const sim = new SimulatedDesktop();
    const box = sim.add('checkbox', 'Notify');
    const work = deskAtWork(sim, mode);
    const first = await work.snapshot();
    const done = await work.desk.act(refOf(first, box), press, work.caller('w1'));
    expect(done).toMatchObject({ delivery: 'observed', failure: null });
    box.swallows = true;
    const second = await work.snapshot();
    const swallowed = await work.desk.act(refOf(second, box), press, work.caller('w2'));
    expect(swallowed).toMatchObject({
      delivery: 'contradicted',
      failure: { sentence: 'The checkbox "Notify" is still checked.' },
    });
  });

  it('is only that it was accepted, where a press changes nothing', async () => {
    const sim = new SimulatedDesktop();
    const button = sim.add('button', 'Idle');
    const work = deskAtWork(sim, mode);
    const first = await work.snapshot();
    const report = await work.desk.act(refOf(first, button), press, work.caller('w1'));
    expect(report).toMatchObject({ delivery: 'accepted', failure: null });
  });

  it('is that it worked where the element goes with the press', async () => {
    const sim = new SimulatedDesktop();
    const button = sim.add('button', 'Close');
    button.onPress = () => sim.remove(button);
    const work = deskAtWork(sim, mode);
    const first = await work.snapshot();
    const report = await work.desk.act(refOf(first, button), press, work.caller('w1'));
    expect(report).toMatchObject({ delivery: 'observed', failure: null });
  });
});

describe('looking afterwards', () => {
  it('that fails takes nothing from the delivery, and is said', async () => {
    const sim = new SimulatedDesktop();
    const button = sim.add('button', 'Search');
    button.onPress = () => {
      sim.blind = { code: 'program_hung', sentence: 'It does not answer.', next: 'Wait.' };
    };
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    const report = await work.desk.act(refOf(first, button), press, work.caller('w1'));
    expect(report).toMatchObject({
      delivery: 'accepted',
      failure: {
        code: 'program_hung',
        sentence: 'The write was delivered, but what came of it could not be read: It does not answer.',
      },
    });
  });

  it('sees that a press ended the program, which is what some are for', async () => {
    const sim = new SimulatedDesktop();
    const button = sim.add('button', 'OK');
    button.onPress = () => {
      sim.blind = died;
    };
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    const report = await work.desk.act(refOf(first, button), press, work.caller('w1'));
    expect(report).toMatchObject({ delivery: 'observed', failure: null });
    expect(report.seen).toContain('ended');
  });

  it('takes no value for set in a program that has ended', async () => {
    const sim = new SimulatedDesktop();
    const field = sim.add('textbox', 'Name', { value: '' });
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    sim.gate = (step) => {
      if (step === 'untilQuiet') sim.blind = died;
      return null;
    };
    const report = await work.desk.act(refOf(first, field), setTo('Ada'), work.caller('w1'));
    expect(report).toMatchObject({ delivery: 'accepted', failure: { code: 'target_gone' } });
  });

  it('does not take coming into view for a change', async () => {
    const sim = new SimulatedDesktop();
    const button = sim.add('button', 'Idle', { states: ['offscreen'] });
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    button.onPress = () => button.states.delete('offscreen');
    const report = await work.desk.act(refOf(first, button), press, work.caller('w1'));
    expect(report).toMatchObject({ delivery: 'accepted', failure: null });
  });

  it('reports a picture that could not be taken, and the write is none the worse', async () => {
    const sim = new SimulatedDesktop();
    const field = sim.add('textbox', 'Name', { value: '' });
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    sim.gate = (step) => {
      if (step === 'screenshot') sim.blind = died;
      return null;
    };
    const report = await work.desk.act(refOf(first, field), setTo('Ada'), work.caller('w1'));
    expect(report).toMatchObject({
      delivery: 'observed',
      failure: null,
      picture: { kind: 'not_taken', failure: died },
    });
  });
});

describe('acting', () => {
  it('happens one write at a time, in the order of the calls; reads go on meanwhile', async () => {
    const sim = new SimulatedDesktop();
    const fields = ['A', 'B'].map((name) => sim.add('textbox', name, { value: '' }));
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    const held = [sim.hold('act'), sim.hold('act')];
    const writes = fields.map((field) =>
      work.desk.act(refOf(first, field), setTo(field.name), work.caller(field.name)),
    );
    await held[0]!.reached;
    const read = await work.desk.read(refOf(first, fields[1]!), work.caller('r'));
    expect(read).toMatchObject({ ok: true, value: { value: '' } });
    expect(sim.arrivals).toEqual([setTo('A')]);
    held[0]!.release();
    await held[1]!.reached;
    expect(work.told().at(-1)).toBe('screenshot-taken');
    held[1]!.release();
    expect((await Promise.all(writes)).map((each) => each.delivery)).toEqual(['observed', 'observed']);
    expect(sim.arrivals).toEqual([setTo('A'), setTo('B')]);
  });

  it('is given up at once by a call that is cancelled while it waits', async () => {
    const sim = new SimulatedDesktop();
    const fields = ['A', 'B', 'C'].map((name) => sim.add('textbox', name, { value: '' }));
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    const held = sim.hold('act');
    const stop = new AbortController();
    const [a, b, c] = fields.map((field) =>
      work.desk.act(
        refOf(first, field),
        setTo(field.name),
        work.caller(field.name, field.name === 'B' ? { signal: stop.signal } : {}),
      ),
    );
    await held.reached;
    stop.abort();
    expect(await b).toMatchObject({ delivery: null, failure: { code: 'cancelled' } });
    expect(fields[1]!.value).toBe('');
    expect(sim.arrivals).toEqual([setTo('A')]);
    held.release();
    await a;
    expect(await c).toMatchObject({ delivery: 'observed' });
  });

  it('types nothing once the call was cancelled, though the element has taken the focus', async () => {
    const sim = new SimulatedDesktop();
    const field = sim.add('textbox', 'A', { value: '' });
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    const stop = new AbortController();
    let hasFocus = false;
    sim.gate = (step) => {
      if (step === 'act') hasFocus = true;
      return null;
    };
    const { look } = sim.adapter;
    Object.assign(sim.adapter, {
      look: async (...args: Parameters<typeof look>) => {
        const seen = await look(...args);
        if (hasFocus) stop.abort();
        return seen;
      },
    });
    const typed = { kind: 'type', text: 'Ada' } as const;
    const report = await work.desk.input(
      refOf(first, field),
      typed,
      work.caller('type', { signal: stop.signal }),
    );
    expect(report).toMatchObject({ delivery: 'contradicted', failure: { code: 'cancelled' } });
    expect(sim.arrivals).toEqual([{ kind: 'focus' }]);
    expect(field.value).toBe('');
  });
});

describe('waiting', () => {
  it('ends as soon as the element is there and no longer busy', async () => {
    const sim = new SimulatedDesktop();
    const region = sim.widget('region', 'Ticket details', { states: ['busy'] });
    const work = deskAtWork(sim, 'mixed');
    let polls = 0;
    sim.gate = () => {
      polls += 1;
      if (polls === 2) sim.root.children.push(region);
      if (polls === 4) region.states.delete('busy');
      return null;
    };
    const awaited = { role: 'region', name: 'ticket DETAILS', present: true };
    const result = await work.desk.waitFor(awaited, 5_000, work.caller('r1'));
    expect(result).toMatchObject({ ok: true, value: { id: 's1' } });
    expect([polls, work.clock.time, work.told()]).toEqual([4, 300, ['snapshot-taken']]);
  });

  it.each([
    [{ role: null, name: 'Toast', present: true }, 'No element with "Toast" has appeared after 250 ms.'],
    [{ role: 'button', name: 'Send', present: false }, 'The button with "Send" is still there after 250 ms.'],
    [
      { role: 'list', name: 'Busy', present: true },
      'The list with "Busy" is there, but still busy after 250 ms.',
    ],
  ])('gives up when the time is up: %j', async (awaited, sentence) => {
    const sim = new SimulatedDesktop();
    sim.add('button', 'Send');
    sim.add('list', 'Busy', { states: ['busy'] });
    const work = deskAtWork(sim, 'mixed');
    const result = await work.desk.waitFor(awaited, 250, work.caller('r1'));
    expect(result).toMatchObject({ ok: false, failure: { code: 'timed_out', sentence } });
    expect(work.clock.time).toBe(250);
  });

  it('never calls gone what may lie in a part that was not read', async () => {
    const sim = new SimulatedDesktop();
    const list = sim.add('list', 'Items');
    sim.add('button', 'Send', {}, list);
    list.hole = 'node_budget';
    const work = deskAtWork(sim, 'mixed');
    const awaited = { role: null, name: 'Send', present: false };
    expect(await work.desk.waitFor(awaited, 100, work.caller('r1'))).toMatchObject({
      ok: false,
      failure: {
        sentence:
          'Whether the element with "Send" is gone cannot be told, because a part of the tree was not read after 100 ms.',
      },
    });
  });
});

describe('a part of the window', () => {
  it('is read anew, from where the element stands now', async () => {
    const sim = new SimulatedDesktop();
    const list = sim.add('list', 'Items');
    sim.add('button', 'One', {}, list);
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    sim.root.children.unshift(sim.widget('banner', 'New'));
    const part = await work.desk.subtree(refOf(first, list), work.caller('r1'));
    expect(part).toMatchObject({ ok: true, value: { snapshot: { id: 's2' }, root: 2 } });
  });

  it('that was not read is not called gone: its element is looked at by itself', async () => {
    const sim = new SimulatedDesktop();
    const list = sim.add('list', 'Items');
    const field = sim.add('textbox', 'Name', { value: '' }, list);
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    list.hole = 'node_budget';
    const report = await work.desk.act(refOf(first, field), setTo('Ada'), work.caller('w1'));
    expect(report).toMatchObject({ failure: null, delivery: 'observed' });
    expect(field.value).toBe('Ada');
  });
});
