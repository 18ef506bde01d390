import { expect, it } from 'vitest';
import { manualClock } from '../scheduler/manual-clock.fixture';
import { pauseOn } from './clock';

it('pauses for its time, and leaves no timer where it is aborted or there is nothing to wait for', async () => {
  const clock = manualClock();
  const pause = pauseOn(clock);
  const stop = new AbortController();
  const over: string[] = [];
  void pause(50, stop.signal).then(() => over.push('50 ms'));
  const aborted = pause(60_000, stop.signal);
  await pause(0, stop.signal);
  expect(clock.pending).toBe(2);
  clock.advance(49);
  await Promise.resolve();
  expect(over).toEqual([]);
  clock.advance(1);
  await Promise.resolve();
  expect(over).toEqual(['50 ms']);
  stop.abort();
  await aborted;
  await pause(60_000, stop.signal);
  expect(clock.pending).toBe(0);
});
