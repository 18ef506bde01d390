import { expect, it } from 'vitest';
import { type Finding, findingOf } from './findings';
import { goalsOf } from './goals';
import { movie, titleOf } from './workloads/graphs';
import { independent } from './workloads/independent';
import { segments } from './workloads/segments';
import { slowFirst } from './workloads/slow-first';

const clean = { turns: 2, lost: 0, outOfOrder: 0, invalid: 0, gaveUp: null };

function finding(runner: string, limitMs: number, ms: number, harm: Partial<typeof clean> = {}): Finding {
  return findingOf(
    runner,
    limitMs,
    Array.from({ length: 15 }, () => ({ ms, ...clean, ...harm })),
  );
}

function verdict(title: string, findings: readonly Finding[], text: string): boolean | null | undefined {
  const goals = goalsOf({ findings: new Map([[title, findings]]), returns: null });
  return goals.find((goal) => goal.text.startsWith(text))?.met;
}

it('says of what was not measured that it was not', () => {
  for (const { met } of goalsOf({ findings: new Map(), returns: null })) expect(met).toBeNull();
});

it('is met up to its figure, and not beyond', () => {
  const eager = (ms: number) =>
    verdict(slowFirst.title, [finding('Interlock, mixed', 550, ms)], 'slow call first');
  expect([eager(560.9), eager(561.1)]).toEqual([true, false]);
  const { title } = independent(8, 0);
  const beside = (ms: number) =>
    verdict(title, [finding('Interlock, mixed', 0, ms), finding('plain Promise.all', 0, 2)], title);
  expect([beside(5), beside(5.1)]).toEqual([true, false]);
});

it('is not met by what is fast and loses something', () => {
  const inSegments = (harm: Partial<typeof clean>) =>
    verdict(segments.title, [finding('Interlock, mixed', 200, 200, harm)], 'segments');
  expect(inSegments({})).toBe(true);
  expect(inSegments({ lost: 1 })).toBe(false);
  expect(inSegments({ outOfOrder: 1 })).toBe(false);
});

it('sets a plan beside one call a turn', () => {
  const title = titleOf(movie, 250);
  const beside = (ms: number) =>
    verdict(
      title,
      [finding('Interlock, planned', 600, ms), finding('Interlock, sequential', 3050, 3740)],
      title,
    );
  expect([beside(1000), beside(1001)]).toEqual([true, false]);
});

it('takes the slowest abort of all our modes, and nobody else’s', () => {
  const aborts = (slowest: number) => {
    const returns = new Map([
      ['Interlock, mixed', 5],
      ['Interlock, planned', slowest],
      ['toolRunner', 600],
    ]);
    return goalsOf({ findings: new Map(), returns }).find(({ text }) => text.startsWith('every abort'))?.met;
  };
  expect([aborts(100), aborts(100.5)]).toEqual([true, false]);
});

it('is not met by a transcript of ours that was refused; a peer’s does not count', () => {
  const transcriptsWith = (runner: string) =>
    verdict(segments.title, [finding('Interlock, mixed', 1, 1), finding(runner, 1, 1, { invalid: 1 })], 'no');
  expect([transcriptsWith('LangGraph'), transcriptsWith('Interlock, planned')]).toEqual([true, false]);
});

it('averages what is lost in a run, and counts what is invalid in all', () => {
  const samples = [0, 1, 2, 1].map((lost) => ({ ms: 10, ...clean, lost, invalid: 1 }));
  const gaveUp = [...samples, { ...samples[0], ms: 90, ...clean, gaveUp: 'why' }];
  expect(findingOf('x', 5, gaveUp)).toMatchObject({ median: 10, lost: 0.8, invalid: 4, gaveUp: ['why'] });
});
