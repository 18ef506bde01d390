import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calls, type Reply } from '../server/reply';
import { movie, parallelQa } from './graphs';
import {
  eagerLimit,
  type GraphTask,
  levelsOf,
  pathLimit,
  segmentLimit,
  sum,
  waitLimit,
  waysOf,
} from './limits';

const duration = fc.integer({ min: 0, max: 500 });
const written = fc.array(fc.record({ takesMs: fc.integer({ min: 0, max: 80 }), ms: duration }), {
  minLength: 1,
  maxLength: 12,
});

function replyOf(blocks: readonly { takesMs: number }[], waitMs: number): Reply {
  return { waitMs, blocks: blocks.map(({ takesMs }, at) => calls(`c${at}`, 'read', {}, takesMs)) };
}

describe('calls in any order', () => {
  it('take the longest after the end, or from when each was written', () => {
    const blocks = [500, ...Array.from({ length: 7 }, () => 20)].map((ms) => ({ takesMs: 50, ms }));
    const durations = blocks.map(({ ms }) => ms);
    expect(waitLimit(replyOf(blocks, 0), durations)).toBe(900);
    expect(eagerLimit(replyOf(blocks, 0), durations)).toBe(550);
  });

  it('never take longer eagerly, nor less than the writing and the longest', () => {
    fc.assert(
      fc.property(written, duration, (blocks, waitMs) => {
        const reply = replyOf(blocks, waitMs);
        const durations = blocks.map(({ ms }) => ms);
        const eager = eagerLimit(reply, durations);
        expect(eager).toBeLessThanOrEqual(waitLimit(reply, durations));
        expect(eager).toBeGreaterThanOrEqual(waitMs + sum(blocks.map(({ takesMs }) => takesMs)));
        expect(eager).toBeGreaterThanOrEqual(waitMs + Math.max(...durations));
      }),
    );
  });
});

describe('calls on one resource', () => {
  const lane = fc.array(
    fc.record({ effect: fc.constantFrom('read' as const, 'write' as const), ms: duration }),
  );

  it('overlap where they read and are alone where they write', () => {
    const read = { effect: 'read', ms: 40 } as const;
    const write = { effect: 'write', ms: 60 } as const;
    expect(segmentLimit([read, { ...read, ms: 30 }, write, read, read, write])).toBe(200);
    expect(segmentLimit([write, read])).toBe(100);
    expect(segmentLimit([])).toBe(0);
  });

  it('take at least the longest and all writes, at most the sum', () => {
    fc.assert(
      fc.property(lane, (all) => {
        const limit = segmentLimit(all);
        expect(limit).toBeLessThanOrEqual(sum(all.map(({ ms }) => ms)));
        expect(limit).toBeGreaterThanOrEqual(Math.max(0, ...all.map(({ ms }) => ms)));
        expect(limit).toBeGreaterThanOrEqual(sum(all.map(({ effect, ms }) => (effect === 'write' ? ms : 0))));
      }),
    );
  });
});

describe('tasks that need each other', () => {
  const graph = fc
    .array(fc.record({ ms: duration, picks: fc.array(fc.nat(), { maxLength: 3 }) }), { maxLength: 10 })
    .map((tasks) =>
      tasks.map(({ ms, picks }, at): GraphTask => {
        const needs = at === 0 ? [] : [...new Set(picks.map((pick) => 1 + (pick % at)))];
        return { id: at + 1, ms, needs };
      }),
    );

  it('take as long as the longest of all chains', () => {
    const longestTo = (tasks: readonly GraphTask[], id: number): number => {
      const task = tasks.find((each) => each.id === id);
      if (task === undefined) return 0;
      return task.ms + Math.max(0, ...task.needs.map((need) => longestTo(tasks, need)));
    };
    fc.assert(
      fc.property(graph, (tasks) => {
        expect(pathLimit(tasks)).toBe(Math.max(0, ...tasks.map(({ id }) => longestTo(tasks, id))));
      }),
    );
  });

  it('come in levels, each once, behind what they need', () => {
    fc.assert(
      fc.property(graph, (tasks) => {
        const done = new Set<number>();
        for (const level of levelsOf(tasks)) {
          for (const { needs } of level) expect(needs.every((need) => done.has(need))).toBe(true);
          for (const { id } of level) done.add(id);
        }
        expect(done.size).toBe(tasks.length);
      }),
    );
  });

  it('take no fewer turns and no less time in levels than by a plan, nor call by call than in levels', () => {
    fc.assert(
      fc.property(graph, (tasks) => {
        fc.pre(tasks.length > 0);
        const { call, level, plan } = waysOf(tasks);
        for (const of of ['turns', 'toolMs'] as const) {
          expect(plan[of]).toBeLessThanOrEqual(level[of]);
          expect(level[of]).toBeLessThanOrEqual(call[of]);
        }
      }),
    );
  });

  it('come to what the shapes are known for', () => {
    expect(waysOf(parallelQa.tasks)).toEqual({
      call: { turns: 6, toolMs: 320 },
      level: { turns: 4, toolMs: 130 },
      plan: { turns: 2, toolMs: 130 },
    });
    expect(waysOf(movie.tasks)).toEqual({
      call: { turns: 9, toolMs: 800 },
      level: { turns: 2, toolMs: 100 },
      plan: { turns: 2, toolMs: 100 },
    });
  });
});
