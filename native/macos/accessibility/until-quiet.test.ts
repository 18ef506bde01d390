import { expect, test } from 'vitest';
import { untilQuiet } from './until-quiet';

/** A program that changes at set moments, and time that passes only while it is waited for. */
function changingAt(moments: readonly number[]) {
  let now = 0;
  let asked = -1;
  const waits: number[] = [];
  return {
    waits,
    clock: {
      now: () => now,
      pause: () => Promise.reject(new Error('time passes in the waiting for changes')),
    },
    changes: {
      changed: () => {
        const since = asked;
        asked = now;
        return moments.some((moment) => moment > since && moment <= now);
      },
      wait: async (milliseconds: number) => {
        waits.push(milliseconds);
        now += milliseconds;
      },
    },
  };
}

test.each([
  ['nothing changes', [], 100, 'quiet', 100],
  ['the last change is waited out', [30, 90, 170], 100, 'quiet', 280],
  ['it never stops', Array.from({ length: 100 }, (_, at) => at * 50), 100, 'still_changing', 1_000],
] as const)('%s', async (_what, moments, quietMs, expected, end) => {
  const { changes, clock } = changingAt(moments);
  expect(await untilQuiet(changes, quietMs, 1_000, clock, () => false)).toBe(expected);
  expect(clock.now()).toBe(end);
});

test('it gives way often, and never waits beyond its end', async () => {
  const { changes, clock, waits } = changingAt([10]);
  await untilQuiet(changes, 50, 55, clock, () => false);
  expect(Math.max(...waits)).toBeLessThanOrEqual(20);
  expect(clock.now()).toBe(55);
});

test('it ends where it is cancelled', async () => {
  const { changes, clock } = changingAt([]);
  const cancelled = () => clock.now() >= 40;
  expect(await untilQuiet(changes, 100, 1_000, clock, cancelled)).toBe('still_changing');
  expect(clock.now()).toBe(40);
});
