import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { ToolResult } from '../contract/messages';
import { TraceEvent as TraceEventSchema } from '../contract/trace-event';
import { apiObjection } from './api-rules.fixture';
import { conflicting, livesIn, lost, only, overlapping, pairs } from './lives.fixture';
import { firstObjection } from './sent-bodies.fixture';
import { type SimulatedRun, simulate } from './simulated-run.fixture';
import { type Scenario, scenario } from './simulation.fixture';

vi.setConfig({ testTimeout: 60_000 });

/** Holds for every run that fast-check can think up. */
function always(
  holds: (run: SimulatedRun, scenario: Scenario) => void,
  of: Partial<Scenario> = {},
  numRuns = 150,
) {
  return () =>
    fc.assert(
      fc.asyncProperty(scenario, async (thought) => {
        const given = { ...thought, ...of };
        holds(await simulate(given), given);
      }),
      { numRuns },
    );
}

it(
  'leaves a legal trace, made of events as the contract has them, and ends',
  always(({ events, objections, status }) => {
    expect(objections).toEqual([]);
    expect(events.map((event) => TraceEventSchema.parse(event))).toEqual(events);
    expect(events.at(-1)).toMatchObject({ type: 'run-ended', status });
    expect(only(events, 'run-ended').some(({ failure }) => failure?.code === 'internal')).toBe(false);
  }),
);

it(
  'sends only transcripts that the model API takes, and records each message once',
  always(
    ({ events, requests }) => {
      for (const { messages } of requests) expect(apiObjection(messages)).toBeNull();
      const recorded = only(events, 'model-requested').flatMap(({ messages }) => messages);
      expect(recorded).toEqual(requests.at(-1)?.messages ?? recorded.slice(0, 1));
    },
    {},
    10_000,
  ),
  300_000,
);

it(
  'sends through each provider only what its API takes',
  () =>
    fc.assert(
      fc.asyncProperty(scenario, async (thought) => {
        const { requests } = await simulate(thought);
        for (const request of requests) expect(await firstObjection(request)).toBeNull();
      }),
      { numRuns: 10_000 },
    ),
  300_000,
);

it(
  'answers every call once, in the order of the model, with what became of it',
  always((run) => {
    const lives = livesIn(run);
    expect(new Set(lives.map(({ id }) => id)).size).toBe(lives.length);
    const said = only(run.events, 'model-responded').flatMap(({ content }) =>
      content.filter((block) => block.type === 'tool_call').map(({ id }) => id),
    );
    expect(lives.map(({ id }) => id)).toEqual(said);
    const answered = (run.requests.at(-1)?.messages ?? []).flatMap(({ content }) =>
      content.filter((block): block is ToolResult => block.type === 'tool_result'),
    );
    expect(answered.map(({ id }) => id)).toEqual(said.slice(0, answered.length));
    answered.forEach(({ isError }, at) => {
      expect(isError).toBe(lives[at]?.end.outcome !== 'succeeded');
    });
  }),
);

it(
  'never has more calls running than there are slots',
  always(({ events }, { slots }) => {
    const running = new Set<string>();
    for (const event of events) {
      if (event.type === 'call-started') running.add(event.callId);
      if (event.type === 'call-ended') running.delete(event.callId);
      expect(running.size).toBeLessThanOrEqual(slots);
    }
  }),
);

it(
  'leaves nothing waiting that is ready while a slot is free',
  always(({ rests }, { slots }) => {
    for (const calls of rests) {
      const ended = new Set(calls.filter((call) => call.ended !== null).map(({ id }) => id));
      const running = calls.filter((call) => call.startedAt !== null && call.ended === null);
      const ready = calls.filter(
        ({ admission, startedAt, ended: end }) =>
          end === null && startedAt === null && admission?.waitsFor.every((id) => ended.has(id)) !== false,
      );
      expect(ready.length === 0 || running.length === slots).toBe(true);
    }
  }),
);

it(
  'starts a call only once those that it waits for have ended, and never beside one that is to be alone',
  always((run) => {
    const lives = livesIn(run);
    const ends = new Map<string, number>(lives.map(({ id, end }) => [id, end.seq]));
    const early = lives.filter(({ queued, start }) =>
      queued?.waitsFor.some((id) => start !== null && (ends.get(id) ?? 0) > start),
    );
    expect(early).toEqual([]);
    const alone = pairs(lives).filter((pair) => pair.some(({ queued }) => queued?.override === 'alone'));
    expect(alone.filter(([earlier, later]) => overlapping(earlier, later))).toEqual([]);
  }),
);

it(
  'starts nothing after a stop, ends as stopped, and knows what it does not know',
  always((run) => {
    const [asked] = only(run.events, 'stop-requested');
    fc.pre(asked !== undefined);
    expect(run.status).toBe('stopped');
    const lives = livesIn(run);
    expect(lives.filter(({ start }) => start !== null && start > asked.seq)).toEqual([]);
    const cancelled = lives.filter(({ end }) => end.seq > asked.seq && end.outcome === 'cancelled');
    const unsaid = cancelled.filter(({ start, end, queued }) =>
      start === null ? end.delivery !== null : queued?.effect === 'write' && end.delivery === null,
    );
    expect(unsaid).toEqual([]);
  }),
);

it(
  'in sequential runs the first call of a turn at most',
  always(
    (run) => {
      const others = livesIn(run).filter(({ index }) => index > 0);
      expect(others.filter(({ start }) => start !== null)).toEqual([]);
      for (const { end } of others) expect(['deferred', 'cancelled', 'skipped']).toContain(end.outcome);
      expect(only(run.events, 'hazard-found')).toEqual([]);
      expect(run.requests.every(({ parallelCalls }) => !parallelCalls)).toBe(true);
    },
    { mode: 'sequential' },
  ),
);

it(
  'in mixed never lets two calls that conflict overlap, and keeps them in order',
  always(
    (run) => {
      const apart = pairs(livesIn(run)).filter(([earlier, later]) => conflicting(earlier, later));
      for (const [earlier, later] of apart) expect(later.queued?.waitsFor).toContain(earlier.id);
      const astray = apart.filter(
        ([earlier, later]) => earlier.start !== null && later.start !== null && earlier.end.seq > later.start,
      );
      expect(astray).toEqual([]);
      expect(only(run.events, 'hazard-found')).toEqual([]);
    },
    { mode: 'mixed' },
  ),
);

it(
  'in mixed skips exactly what counted on a write that may not have happened',
  always(
    (run) => {
      const lives = livesIn(run);
      const counting = pairs(lives)
        .filter(([earlier, later]) => lost(earlier) && conflicting(earlier, later))
        .map(([, later]) => later);
      expect(counting.filter(({ start }) => start !== null)).toEqual([]);
      const skipped = lives.filter(({ end }) => end.failure?.code === 'skipped');
      expect(skipped.filter((life) => !counting.includes(life))).toEqual([]);
    },
    { mode: 'mixed' },
  ),
);

it(
  'in batch skips nothing, and records every pair that nothing kept apart, once',
  always(
    (run) => {
      const lives = livesIn(run);
      expect(lives.filter(({ end }) => end.failure?.code === 'skipped')).toEqual([]);
      const expected = pairs(lives)
        .filter(([earlier, later]) => conflicting(earlier, later))
        .filter(([{ start, end }, later]) => start !== null && later.start !== null && end.seq > later.start)
        .map(([earlier, later]) => `${earlier.id} ${later.id}`);
      const found = only(run.events, 'hazard-found').map(({ hazard }) =>
        hazard.kind === 'stale_ref' ? hazard.kind : `${hazard.earlier} ${hazard.later}`,
      );
      expect(found.toSorted()).toEqual(expected.toSorted());
    },
    { mode: 'batch' },
  ),
);
