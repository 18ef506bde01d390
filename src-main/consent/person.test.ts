import { expect, it } from 'vitest';
import { asking, deletes } from './asking.fixture';

/** Whether it has settled once everything that could happen has happened. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

it('holds the run from the first sight of the person until their word, with time limits at rest', async () => {
  const { person, attention, asker, personUses, suspended, log, bodies } = asking();
  expect(await isSettled(attention.untilFree(asker('c1')))).toBe(true);
  personUses('You moved the mouse.');
  personUses('You pressed a key.');
  expect([attention.isHeld, log()]).toEqual([true, ['run-held']]);
  expect(bodies[0]).toEqual({ type: 'run-held', sentence: 'You moved the mouse.' });
  const write = attention.untilFree(asker('c1'));
  expect([await isSettled(write), suspended()]).toEqual([false, 1]);
  expect(person.resume().ok).toBe(true);
  expect([await isSettled(write), suspended(), attention.isHeld]).toEqual([true, 0, false]);
  person.resume();
  personUses('You pressed a key.');
  expect(log()).toEqual(['run-held', 'run-resumed', 'run-held']);
});

it('is held by the word of the person too, once, and by nobody where no run is attended', async () => {
  const { person, attention, asker, personUses, log, bodies } = asking();
  person.takeOver();
  person.takeOver();
  personUses('You moved the mouse.');
  expect(bodies[0]).toEqual({ type: 'run-held', sentence: 'You took over.' });
  const write = attention.untilFree(asker('c1'));
  expect(await isSettled(write)).toBe(false);
  person.resume();
  expect([await isSettled(write), log()]).toEqual([true, ['run-held', 'run-resumed']]);
  attention.end();
  expect(person.takeOver()).toMatchObject({ ok: false, failure: { code: 'not_found' } });
  expect(log()).toEqual(['run-held', 'run-resumed']);
});

it('lets a write go where its call is cancelled while the run is held', async () => {
  const { attention, asker, personUses, suspended } = asking();
  const call = new AbortController();
  personUses('You moved the mouse.');
  const write = attention.untilFree(asker('c1', call.signal));
  call.abort();
  expect([await isSettled(write), suspended(), attention.isHeld]).toEqual([true, 0, true]);
  expect(await isSettled(attention.untilFree(asker('c2', call.signal)))).toBe(true);
});

it('goes on waiting where the person is back before the write could begin', async () => {
  const { person, attention, asker, personUses } = asking();
  personUses('You moved the mouse.');
  const write = attention.untilFree(asker('c1'));
  person.resume();
  personUses('You moved the mouse.');
  expect(await isSettled(write)).toBe(false);
  person.resume();
  expect(await isSettled(write)).toBe(true);
});

it('is not held by a person who comes to answer what they were asked', async () => {
  const { attention, asker, answer, personUses, log } = asking();
  const said = attention.ask(deletes, asker('c1'));
  personUses('You moved the mouse.');
  answer(1, 'once');
  await said;
  expect([attention.isHeld, log()]).toEqual([false, ['asked c1 q1', 'answered c1 q1 once']]);
  personUses('You moved the mouse.');
  expect(attention.isHeld).toBe(true);
});

it.each([
  ['the person does not want it', { settings: { yieldToPerson: false } }],
  ['nobody could say that it may go on', { answering: 'all' }],
] as const)('holds no run where %s', (_why, options) => {
  expect(asking(options).isWatched()).toBe(false);
});

it('ends with the run: nobody watches, and no answer arrives any more', async () => {
  const { person, attention, asker, answer, isWatched } = asking();
  void attention.ask(deletes, asker('c1'));
  attention.end();
  expect(isWatched()).toBe(false);
  expect(answer(1, 'once')).toEqual({
    ok: false,
    failure: {
      code: 'not_found',
      sentence: 'Nobody waits for this answer any more.',
      next: 'Look at the timeline to see what became of the call.',
    },
  });
  expect(person.resume()).toEqual({ ok: true, value: null });
});

it('is not taken from the next run by the end of the one before', async () => {
  const { person, attention, asker, answer } = asking();
  const next = person.attend(() => {}, null);
  attention.end();
  const said = next.ask(deletes, asker('c1'));
  answer(1, 'once');
  expect(await said).toEqual({ kind: 'allowed', typed: null });
});
