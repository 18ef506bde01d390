import { expect, it } from 'vitest';
import { heldTurn } from './held-turn.fixture';
import { manualClock } from './manual-clock.fixture';
import { startTimeLimit } from './time-limit';

function limit() {
  const clock = manualClock();
  const due: number[] = [];
  return { clock, due, running: startTimeLimit(1000, clock, () => due.push(clock.now())) };
}

it('falls due once, after its time', () => {
  const { clock, due } = limit();
  clock.advance(999);
  expect(due).toEqual([]);
  clock.advance(5000);
  expect(due).toEqual([1000]);
});

it('stands still while it is suspended, and counts what was left afterwards', () => {
  const { clock, due, running } = limit();
  clock.advance(400);
  const resume = running.suspend();
  clock.advance(100_000);
  resume();
  clock.advance(599);
  expect(due).toEqual([]);
  clock.advance(1);
  expect(due).toEqual([101_000]);
});

it('stands still until everyone who suspended it has let go, each once', () => {
  const { clock, due, running } = limit();
  const first = running.suspend();
  const second = running.suspend();
  first();
  first();
  clock.advance(5000);
  expect(due).toEqual([]);
  second();
  clock.advance(1000);
  expect(due).toEqual([6000]);
});

it.each(['before', 'after'] as const)('never falls due where it was forgotten %s it was let go', (when) => {
  const { clock, due, running } = limit();
  const resume = running.suspend();
  if (when === 'before') running.forget();
  resume();
  running.forget();
  clock.advance(5000);
  expect([due, clock.pending]).toEqual([[], 0]);
});

it('lets a call wait for as long as it must, while another of its turn runs out of time', async () => {
  const turn = heldTurn({ mode: 'mixed' }, { a: 'w ui', b: 'r net:x', c: 'r ui' });
  const resume = turn.limits.get('a')?.suspend();
  turn.clock.advance(60_000);
  expect(turn.log.slice(3)).toEqual(['started a', 'started b', 'ended b timed_out']);
  resume?.();
  await turn.release('a', { delivery: 'observed' });
  await turn.release('c');
  expect(turn.log.slice(6)).toEqual(['ended a succeeded observed', 'started c', 'ended c succeeded']);
  expect(turn.clock.pending).toBe(0);
});
