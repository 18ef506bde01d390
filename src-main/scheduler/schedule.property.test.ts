import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { breachIn } from './check-schedule.fixture';
import { played, type RandomTurn, randomTurn, type Seen } from './random-turn.fixture';

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const share = 100_000;

it(`keeps its word in ${share} random turns, and does the same again`, async () => {
  const random = seeded(Date.now());
  let overlapped = 0;
  for (let at = 0; at < share; at += 1) {
    const turn = randomTurn(random);
    const seen = await played(turn);
    const breach = breachIn(turn, seen);
    if (breach !== null) throw new Error(`${breach}: ${JSON.stringify({ turn, seen })}`);
    const isAgain = at % 50 !== 0 || isDeepStrictEqual(await played(turn), seen);
    if (!isAgain) throw new Error(`another order the second time: ${JSON.stringify(turn)}`);
    if (seen.some(({ kind }, index) => kind === 'started' && seen[index + 1]?.kind === 'started'))
      overlapped += 1;
  }
  expect(overlapped).toBeGreaterThan(share / 10);
}, 300_000);

describe('the judge', () => {
  const call = { reads: [], writes: ['file:/a'], arrives: 0, takes: 1, fails: false };
  const inner = { ...call, writes: ['file:/a/b'] };
  const beside = { ...call, writes: ['file:/ab'] };
  const turn = (...calls: readonly (typeof call)[]): RandomTurn => ({
    calls,
    slots: 2,
    mode: 'mixed',
    stopsAt: null,
  });
  const both: readonly Seen[] = [
    { kind: 'came', call: 0 },
    { kind: 'came', call: 1 },
  ];
  const said = (text: string): Seen[] =>
    text.split(' ').map((word) => {
      if (word === 'rest' || word === 'stopped') return { kind: word };
      return { kind: word.startsWith('s') ? 'started' : 'ended', call: Number(word.slice(1)) };
    });

  it.each([
    ['an overlap of what conflicts', turn(call, inner), 's0 s1 e0 e1', 'started before'],
    ['another order than the model’s', turn(call, inner), 's1 e1 s0 e0', 'started before'],
    ['a call that waits for nothing', turn(call, beside), 's0 rest e0 s1 e1', 'waited while'],
    ['a start after the stop', turn(call, beside), 's0 stopped e0 s1 e1', 'after the stop'],
    ['more than there are slots', { ...turn(call, beside), slots: 1 }, 's0 s1 e0 e1', 'ran in 1 slots'],
    ['a call that never ends', turn(call, beside), 's0 s1 e0', 'never ended'],
  ] as const)('finds %s', (_, of, text, breach) => {
    expect(breachIn(of, [...both, ...said(text)])).toContain(breach);
  });

  it('finds nothing where all is well', () => {
    expect(breachIn(turn(call, inner), [...both, ...said('s0 rest e0 s1 rest e1')])).toBeNull();
    expect(breachIn(turn(call, beside), [...both, ...said('s0 s1 rest e1 e0')])).toBeNull();
  });
});
