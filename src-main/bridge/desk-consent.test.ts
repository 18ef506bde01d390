import { describe, expect, it } from 'vitest';
import { asking } from '../consent/asking.fixture';
import { able, unable } from './adapter';
import { deskAtWork, refOf } from './desk-at-work.fixture';
import { SimulatedDesktop } from './simulated-desktop.fixture';

const press = { kind: 'press' } as const;

/** Lets all that can go on by itself go on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function setUp(mode: 'mixed' | 'batch' = 'mixed') {
  const sim = new SimulatedDesktop();
  const person = asking();
  const work = deskAtWork(sim, mode, person.attention);
  const words = () =>
    work.events.flatMap((event) => {
      if (event.type === 'approval-asked') return [event.approval.sentence];
      return event.type === 'approval-answered' ? [event.outcome] : [];
    });
  return { sim, person, work, words };
}

describe.each(['mixed', 'batch'] as const)('what cannot be undone, in %s', (mode) => {
  it('waits for the person, and is done once it is allowed', async () => {
    const { sim, person, work, words } = setUp(mode);
    const button = sim.add('button', 'Delete');
    const first = await work.snapshot();
    const report = work.desk.act(refOf(first, button), press, work.caller('w1'));
    await settled();
    expect([words(), sim.arrivals]).toEqual([['Press the button "Delete" in Simulated.'], []]);
    person.answer(1, 'once');
    expect(await report).toMatchObject({ failure: null, delivery: 'accepted' });
    expect([words().at(-1), sim.arrivals]).toEqual(['once', [press]]);
  });

  it('is approached again after the answer: what went meanwhile is stale, and is not hit', async () => {
    const { sim, person, work } = setUp(mode);
    const button = sim.add('button', 'Delete');
    const first = await work.snapshot();
    const report = work.desk.act(refOf(first, button), press, work.caller('w1'));
    await settled();
    sim.rerender(button);
    person.answer(1, 'once');
    expect(await report).toMatchObject({ failure: { code: 'stale_ref' }, delivery: null });
    expect(sim.arrivals).toEqual([]);
  });

  it('is left undone where it is denied', async () => {
    const { sim, person, work } = setUp(mode);
    const button = sim.add('button', 'Delete');
    const first = await work.snapshot();
    const report = work.desk.act(refOf(first, button), press, work.caller('w1'));
    await settled();
    person.answer(1, 'deny');
    expect(await report).toMatchObject({
      failure: {
        code: 'not_approved',
        sentence: 'The person did not allow this: Press the button "Delete" in Simulated.',
      },
      delivery: null,
    });
    expect([sim.arrivals, work.told()]).not.toContain('epoch-advanced');
  });
});

describe('a question', () => {
  it('is asked anew where the element has other words than those that were allowed', async () => {
    const { sim, person, work, words } = setUp();
    const button = sim.add('button', 'Delete');
    sim.focus(button);
    await work.snapshot();
    const report = work.desk.input(null, { kind: 'key', chord: 'Enter' }, work.caller('w1'));
    await settled();
    button.name = 'Delete all';
    person.answer(1, 'once');
    await settled();
    expect(words()).toEqual([
      'Press the key Enter in the button "Delete" in Simulated.',
      'once',
      'Press the key Enter in the button "Delete all" in Simulated.',
    ]);
    person.answer(2, 'deny');
    expect(await report).toMatchObject({ failure: { code: 'not_approved' } });
    expect(sim.arrivals).toEqual([]);
  });

  it('is not asked again for the same element where it was allowed for the run', async () => {
    const { sim, person, work, words } = setUp();
    const button = sim.add('button', 'Remove');
    sim.add('button', 'Remove all');
    const first = await work.snapshot();
    const ref = refOf(first, button);
    const report = work.desk.act(ref, press, work.caller('w1'));
    await settled();
    person.answer(1, 'run');
    await report;
    await work.desk.act(ref, press, work.caller('w2'));
    expect([words(), sim.arrivals]).toEqual([
      ['Press the button "Remove" in Simulated.', 'run'],
      [press, press],
    ]);
  });

  it('leaves the lane to others while it is open', async () => {
    const { sim, person, work } = setUp('batch');
    const button = sim.add('button', 'Delete');
    const other = sim.add('button', 'Save');
    const first = await work.snapshot();
    const report = work.desk.act(refOf(first, button), press, work.caller('w1'));
    await settled();
    expect(await work.desk.act(refOf(first, other), press, work.caller('w2'))).toMatchObject({
      failure: null,
    });
    person.answer(1, 'once');
    expect(await report).toMatchObject({ failure: { code: 'stale_ref' } });
    expect(sim.hits.map(({ name }) => name)).toEqual(['Save']);
  });

  it('ends with its call', async () => {
    const { sim, work, words } = setUp();
    const button = sim.add('button', 'Delete');
    const first = await work.snapshot();
    const call = new AbortController();
    const report = work.desk.act(refOf(first, button), press, work.caller('w1', { signal: call.signal }));
    await settled();
    call.abort();
    expect(await report).toMatchObject({ failure: { code: 'cancelled' }, delivery: null });
    expect([words().at(-1), sim.arrivals]).toEqual(['withdrawn', []]);
  });

  it('is not asked about what does nothing yet, or a key that may do anything', async () => {
    const { sim, work, words } = setUp();
    const button = sim.add('button', 'Delete');
    const field = sim.add('textbox', 'Send to', { value: '' });
    const first = await work.snapshot();
    const ref = refOf(first, button);
    await work.desk.act(ref, { kind: 'focus' }, work.caller('w1'));
    await work.desk.act(ref, { kind: 'pointer', button: 'right', clicks: 1 }, work.caller('w2'));
    await work.desk.input(ref, { kind: 'key', chord: 'Delete' }, work.caller('w3'));
    await work.desk.input(refOf(first, field), { kind: 'key', chord: 'Enter' }, work.caller('w4'));
    expect([words(), sim.hits.length]).toEqual([[], 5]);
  });
});

describe('a secure field', () => {
  const secret = 'correct horse';

  it('is filled with what the person types, which no event, tree or sentence holds', async () => {
    const { sim, person, work, words } = setUp();
    const pin = sim.add('textbox', 'PIN', { states: ['secure'], swallows: true });
    const first = await work.snapshot();
    const report = work.desk.fillSecret(refOf(first, pin), work.caller('w1'));
    await settled();
    expect(words()).toEqual(['Fill the textbox "PIN" with what you type in Simulated.']);
    person.answer(1, 'once', secret);
    const done = await report;
    expect(done).toMatchObject({ failure: null, delivery: 'accepted' });
    expect(sim.arrivals).toEqual([{ kind: 'set_secret', value: secret }]);
    const blobs = [...work.blobs.values()].map((bytes) => new TextDecoder().decode(bytes));
    expect(JSON.stringify([work.events, blobs, done])).not.toContain(secret);
  });

  it('stays secret where the program then shows it', async () => {
    const { sim, person, work } = setUp();
    const pin = sim.add('textbox', 'PIN', { states: ['secure'] });
    const first = await work.snapshot();
    const ref = refOf(first, pin);
    const report = work.desk.fillSecret(ref, work.caller('w1'));
    await settled();
    sim.onSecret = (field) => field.states.delete('secure');
    person.answer(1, 'once', secret);
    expect(await report).toMatchObject({ failure: null, delivery: 'accepted' });
    expect(pin).toMatchObject({ value: secret, states: new Set() });
    expect(await work.desk.read(ref, work.caller('r1'))).toMatchObject({
      ok: true,
      value: { value: null, states: ['secure'] },
    });
    await work.snapshot();
    const blobs = [...work.blobs.values()].map((bytes) => new TextDecoder().decode(bytes));
    expect(JSON.stringify([work.events, blobs])).not.toContain(secret);
  });

  it.each([
    ['may have done it', 'target_gone', 'unknown'],
    ['has refused it', 'not_enabled', null],
  ] as const)(
    'is named without its secret where the platform repeats it and %s',
    async (_, code, delivery) => {
      const { sim, person, work } = setUp();
      const pin = sim.add('textbox', 'PIN', { states: ['secure'], swallows: true });
      const first = await work.snapshot();
      const report = work.desk.fillSecret(refOf(first, pin), work.caller('w1'));
      await settled();
      const sentence = `Could not write "${secret}".`;
      sim.dies = { failure: { code, sentence, next: `Try "${secret}" again.` }, afterDoing: false };
      person.answer(1, 'once', secret);
      const done = await report;
      expect(done).toMatchObject({ delivery });
      expect(done.failure?.sentence).toContain('Could not write "the secret".');
      expect(JSON.stringify(done)).not.toContain(secret);
    },
  );

  it('is not asked for where the field is none, or read-only', async () => {
    const { sim, work, words } = setUp();
    const name = sim.add('textbox', 'Name', { value: '' });
    const fixed = sim.add('textbox', 'Key', { states: ['secure', 'readonly'] });
    const first = await work.snapshot();
    const plain = await work.desk.fillSecret(refOf(first, name), work.caller('w1'));
    expect(plain.failure).toEqual({
      code: 'invalid_input',
      sentence: 'The textbox "Name" is no secure field: what is typed into it can be seen.',
      next: 'Use set_value for it.',
    });
    const readonly = await work.desk.fillSecret(refOf(first, fixed), work.caller('w2'));
    expect(readonly.failure?.code).toBe('not_enabled');
    expect([words(), sim.arrivals]).toEqual([[], []]);
  });
});

it('refuses what the platform is not able to do before anything else', async () => {
  const sim = new SimulatedDesktop();
  const button = sim.add('button', 'Delete');
  const failure = unable('This program shows no menus.', 'Use click.');
  const adapter = {
    ...sim.adapter,
    abilities: { ...sim.adapter.abilities, show_menu: failure, press: able },
  };
  const work = deskAtWork({ adapter }, 'mixed');
  const first = await work.snapshot();
  const read = sim.steps.length;
  const report = await work.desk.act(refOf(first, button), { kind: 'show_menu' }, work.caller('w1'));
  expect(report).toMatchObject({
    failure: { code: 'unsupported', sentence: 'This program shows no menus.', next: 'Use click.' },
    delivery: null,
  });
  expect([sim.steps.length - read, sim.arrivals]).toEqual([0, []]);
});

describe('while the person uses the desktop', () => {
  it('a write waits, reads go on, and it is approached only afterwards', async () => {
    const { sim, person, work } = setUp();
    const button = sim.add('button', 'Save');
    const first = await work.snapshot();
    person.personUses('You moved the mouse.');
    const report = work.desk.act(refOf(first, button), press, work.caller('w1'));
    await settled();
    const before = sim.steps.length;
    await work.snapshot();
    expect([sim.steps.length - before, sim.arrivals]).toEqual([1, []]);
    button.name = 'Saved';
    person.person.resume();
    expect(await report).toMatchObject({ failure: { code: 'stale_ref' } });
  });

  it('a write that was about to be begun is not, and begins from the start', async () => {
    const { sim, person, work } = setUp();
    const button = sim.add('button', 'Save');
    const first = await work.snapshot();
    const look = sim.hold('look');
    const report = work.desk.act(refOf(first, button), press, work.caller('w1'));
    await look.reached;
    person.personUses('You moved the mouse.');
    look.release();
    await settled();
    expect(sim.arrivals).toEqual([]);
    person.person.resume();
    expect(await report).toMatchObject({ failure: null });
    expect(sim.steps.filter((step) => step === 'look')).toHaveLength(2);
  });

  it('nothing is typed where they came between the focus and the typing', async () => {
    const { sim, person, work } = setUp();
    const field = sim.add('textbox', 'Note', { value: '' });
    const first = await work.snapshot();
    const focusing = sim.hold('act');
    const report = work.desk.input(refOf(first, field), { kind: 'type', text: 'hello' }, work.caller('w1'));
    await focusing.reached;
    person.personUses('You pressed a key.');
    focusing.release();
    expect(await report).toMatchObject({ failure: { code: 'cancelled' }, delivery: 'contradicted' });
    expect(sim.arrivals).toEqual([{ kind: 'focus' }]);
  });
});
