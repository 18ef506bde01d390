import { endOf, type Reply, wholeAt } from '../server/reply';

/** How long calls take that may run in any order, when each begins once the whole response is there. Milliseconds. */
export function waitLimit(reply: Reply, durations: readonly number[]): number {
  return endOf(reply) + Math.max(0, ...durations);
}

/** The same when each begins as soon as the model has moved on from it. */
export function eagerLimit(reply: Reply, durations: readonly number[]): number {
  const whole = wholeAt(reply);
  return Math.max(endOf(reply), ...durations.map((duration, at) => (whole[at] ?? 0) + duration));
}

export interface LaneCall {
  readonly effect: 'read' | 'write';
  readonly ms: number;
}

/** Calls on one resource in the model's order: neighbouring reads overlap, a write runs alone. */
export function segmentLimit(calls: readonly LaneCall[]): number {
  let total = 0;
  let reads = 0;
  for (const { effect, ms } of calls) {
    if (effect === 'read') reads = Math.max(reads, ms);
    else {
      total += reads + ms;
      reads = 0;
    }
  }
  return total + reads;
}

export interface GraphTask {
  readonly id: number;
  readonly ms: number;
  /** Ids of earlier tasks whose results it needs. */
  readonly needs: readonly number[];
}

/** Milliseconds until each task has ended, if each begins once what it needs has ended: the weighted longest path. */
export function pathLimit(tasks: readonly GraphTask[]): number {
  const ended = new Map<number, number>();
  for (const { id, ms, needs } of tasks)
    ended.set(id, ms + Math.max(0, ...needs.map((need) => ended.get(need) ?? 0)));
  return Math.max(0, ...ended.values());
}

/** Tasks by the turn in which a model that waits for results can ask for them. */
export function levelsOf<T extends GraphTask>(tasks: readonly T[]): readonly (readonly T[])[] {
  const level = new Map<number, number>();
  for (const { id, needs } of tasks)
    level.set(id, needs.length === 0 ? 0 : 1 + Math.max(...needs.map((need) => level.get(need) ?? 0)));
  const depth = tasks.length === 0 ? 0 : 1 + Math.max(...level.values());
  return Array.from({ length: depth }, (_, at) => tasks.filter(({ id }) => level.get(id) === at));
}

/** Model turns, the last of which says the answer, and milliseconds of tools. */
export interface WayLimit {
  readonly turns: number;
  readonly toolMs: number;
}

export function waysOf(tasks: readonly GraphTask[]): Readonly<Record<'call' | 'level' | 'plan', WayLimit>> {
  const levels = levelsOf(tasks);
  return {
    call: { turns: tasks.length + 1, toolMs: sum(tasks.map(({ ms }) => ms)) },
    level: {
      turns: levels.length + 1,
      toolMs: sum(levels.map((level) => Math.max(...level.map(({ ms }) => ms)))),
    },
    plan: { turns: 2, toolMs: pathLimit(tasks) },
  };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
