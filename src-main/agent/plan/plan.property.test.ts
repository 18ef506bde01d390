import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { closingEvents } from '../../contract/interrupted';
import { traceLegality } from '../../contract/legality';
import { TraceEvent as TraceEventSchema } from '../../contract/trace-event';
import { apiObjection } from '../api-rules.fixture';
import { conflicting, type Life, livesIn, lost, only, overlapping, pairs } from '../lives.fixture';
import {
  type PlanRehearsal,
  type PlanScenario,
  planScenario,
  referredTo,
  rehearsePlan,
} from './plan-scenario.fixture';

vi.setConfig({ testTimeout: 60_000 });

/** Holds for every plan that fast-check can think up, however it arrives and whatever becomes of its tasks. */
function always(
  holds: (rehearsal: PlanRehearsal, scenario: PlanScenario) => void,
  of: Partial<PlanScenario> = {},
) {
  return () =>
    fc.assert(
      fc.asyncProperty(planScenario, async (thought) => {
        const given = { ...thought, ...of };
        holds(await rehearsePlan(given), given);
      }),
      { numRuns: 200 },
    );
}

/** The lives of a plan's tasks. */
function tasksIn({ run }: PlanRehearsal): Life[] {
  const plan = run.turns().find(({ model }) => model === null)?.number;
  return livesIn(run).filter(({ turn }) => turn === plan);
}

/** What ran of the plan, by its place there, and what it really touched: as its tool was told, not as it was recorded. */
function ranIn(rehearsal: PlanRehearsal) {
  return tasksIn(rehearsal).flatMap((life) => {
    const input = rehearsal.run.ranWith.get(life.id) as
      | { readonly tag: number; readonly on: string }
      | undefined;
    return input === undefined ? [] : [{ ...life, ...input, start: life.start ?? Number.NaN }];
  });
}

it(
  'leaves a legal trace, made of events as the contract has them',
  always(({ run }) => {
    expect(run.objections).toEqual([]);
    expect(run.events.map((event) => TraceEventSchema.parse(event))).toEqual(run.events);
    expect(only(run.events, 'run-ended').map(({ failure }) => failure?.code)).not.toContain('internal');
    expect(run.clock.pending).toBe(0);
  }),
);

it(
  'cut off anywhere, closes as a legal trace',
  always(({ run }) => {
    for (let length = 1; length < run.events.length; length += 1) {
      const law = traceLegality();
      for (const event of run.events.slice(0, length)) law.accept(event);
      const closing = closingEvents(law.model, run.events[length - 1]);
      expect(closing.map((event) => law.accept(event))).toEqual(closing.map(() => null));
    }
  }),
);

it(
  'gives the plan exactly one result, in a transcript that the model API takes',
  always(({ run, ending }) => {
    for (const { messages } of run.model.requests) expect(apiObjection(messages)).toBeNull();
    if (ending === 'fails' || run.status() === 'stopped') return;
    const results = run.results();
    expect(results).toHaveLength(ending === 'cut-and-left-out' ? 0 : 1);
    const plans = livesIn(run).filter(({ tool }) => tool === 'plan');
    expect(plans).toHaveLength(ending === 'cut-and-left-out' && run.ranWith.size === 0 ? plans.length : 1);
  }),
);

it(
  'starts no task before all that it refers to has succeeded',
  always((rehearsal, scenario) => {
    const tasks = tasksIn(rehearsal);
    const byId = new Map<string, Life>(tasks.map((life) => [life.id, life]));
    for (const { queued, start } of tasks) {
      for (const need of queued?.needs ?? []) {
        const { end } = byId.get(need) ?? {};
        expect(start === null || (end?.outcome === 'succeeded' && end.seq < start)).toBe(true);
      }
    }
    const ran = new Map(ranIn(rehearsal).map((each) => [each.tag, each]));
    for (const { tag, start } of ran.values()) {
      const thought = scenario.tasks[tag];
      for (const place of thought === undefined ? [] : referredTo(thought, tag)) {
        const { end } = ran.get(place) ?? {};
        expect(end?.outcome === 'succeeded' && end.seq < start).toBe(true);
      }
    }
    const { run } = rehearsal;
    for (const input of run.ranWith.values()) expect(JSON.stringify(input)).not.toContain('$ref');
  }),
);

it(
  'never lets two tasks that conflict overlap, and keeps them in the order of the plan',
  always((rehearsal) => {
    const apart = pairs(tasksIn(rehearsal)).filter(([earlier, later]) => conflicting(earlier, later));
    expect(apart.filter(([earlier, later]) => overlapping(earlier, later))).toEqual([]);
    const astray = apart.filter(
      ([earlier, later]) => later.start !== null && earlier.start !== null && earlier.start > later.start,
    );
    expect(astray).toEqual([]);
    expect(only(rehearsal.run.events, 'hazard-found')).toEqual([]);
    const ran = ranIn(rehearsal);
    const touching = ran.flatMap((earlier) =>
      ran
        .filter(
          ({ tag, on, tool }) =>
            tag > earlier.tag && on === earlier.on && [tool, earlier.tool].includes('make'),
        )
        .map((later) => [earlier, later] as const),
    );
    expect(touching.filter(([earlier, later]) => later.start < earlier.end.seq)).toEqual([]);
  }),
);

it(
  'leaves nothing waiting that is ready while a slot is free, and no task unheard that has arrived whole',
  always(({ rests, wasLost }, { slots }) => {
    for (const { calls, arrived } of rests) {
      const ended = new Set(calls.filter((call) => call.ended !== null).map(({ id }) => id));
      const running = calls.filter((call) => call.startedAt !== null && call.ended === null);
      const ready = calls.filter(
        (call) =>
          call.ended === null &&
          call.startedAt === null &&
          call.admission?.waitsFor.every((id) => ended.has(id)) !== false,
      );
      expect(running.length).toBeLessThanOrEqual(slots);
      expect(ready.length === 0 || running.length === slots).toBe(true);
      expect(calls.length).toBeGreaterThanOrEqual(wasLost ? 0 : arrived);
    }
  }),
);

it(
  'lets a task that fails take with it what refers to it, what counts on what it was to write, and nothing else',
  always((rehearsal) => {
    const tasks = tasksIn(rehearsal);
    const succeeded = new Set<string>(
      tasks.filter(({ end }) => end.outcome === 'succeeded').map(({ id }) => id),
    );
    const counting = pairs(tasks)
      .filter(([earlier, later]) => lost(earlier) && conflicting(earlier, later))
      .map(([, later]) => later);
    const needing = tasks.filter(({ queued }) => queued?.needs.some((need) => !succeeded.has(need)) === true);
    const skipped = tasks.filter(({ end }) => end.failure?.code === 'skipped');
    expect(skipped.filter((life) => !counting.includes(life) && !needing.includes(life))).toEqual([]);
    expect([...counting, ...needing].filter(({ start }) => start !== null)).toEqual([]);
  }),
);

it(
  'runs no task twice, also where the answer is lost and the next one plans the same',
  always(({ run }) => {
    const tags = [...run.ranWith.values()].map((input) => (input as { readonly tag: number }).tag);
    expect(new Set(tags).size).toBe(tags.length);
  }),
);

it(
  'runs every task that is sound and whose needs were met, where nothing is lost, cut off or stopped',
  always(
    (rehearsal, { tasks: thought }) => {
      if (rehearsal.wasStopped) return;
      const tasks = tasksIn(rehearsal);
      expect(tasks.map(({ index }) => index).length).toBeGreaterThanOrEqual(thought.length);
      const unrun = tasks.filter(({ start, end }) => start === null && end.outcome !== 'skipped');
      expect(
        unrun.filter(({ end }) => !['invalid_input', 'unknown_tool'].includes(end.failure?.code ?? '')),
      ).toEqual([]);
    },
    { ending: 'whole' },
  ),
);
