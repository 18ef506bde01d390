import { z } from 'zod';
import type { Script } from '../server/model-server';
import { calls, type PlannedTask, plans, says } from '../server/reply';
import type { Asked } from '../server/wire';
import { type BenchTool, takes } from '../tool';
import { type GraphTask, waysOf } from './limits';
import type { Workload } from './workload';

/** A task whose input is given, or refers to what others gave: `{ $ref: "1.value" }`. */
export interface Task extends GraphTask, PlannedTask {
  /** What it gives if those before it gave what they should. */
  readonly gives: number;
}

export interface Graph {
  readonly name: string;
  readonly tasks: readonly Task[];
}

const Search = z.object({ query: z.string() });
const Numbers = z.object({ a: z.number(), b: z.number() });

/** A graph of tasks as a model works through it: call by call, level by level, or by one plan. @param waitMs of each turn */
export function graphWorkload({ name, tasks }: Graph, waitMs: number): Workload {
  const ways = waysOf(tasks);
  return {
    title: `${name}, ${waitMs} ms of model a turn`,
    limitMs: (way) => ways[way].turns * waitMs + ways[way].toolMs,
    atStake: `of ${tasks.length} results`,
    ways: ['call', 'level', 'plan'],
    rounds: (asked) => (waitMs < 1000 ? asked : Math.ceil(asked / 3)),
    scene: () => ({
      tools: toolsOf(tasks),
      script: scriptOf(tasks, waitMs),
      inspect: async (session) => {
        const told = new Set(session.latest?.results.flatMap(({ text }) => valuesOf(text)));
        return { lost: tasks.filter(({ gives }) => !told.has(gives)).length, outOfOrder: 0 };
      },
    }),
  };
}

function scriptOf(tasks: readonly Task[], waitMs: number): Script {
  return (asked, turn) => {
    if (asked.tools.includes('plan'))
      return { waitMs, blocks: turn === 1 ? [plans('plan_1', tasks, 0)] : [says('Done.')] };
    const values = valuesIn(asked);
    const open = tasks.filter(({ id }) => !values.has(id));
    const ready = open.filter(({ needs }) => needs.every((need) => values.has(need)));
    if (ready.length === 0) return { waitMs, blocks: [says('Done.')] };
    const now = asked.parallel ? ready : ready.slice(0, 1);
    return {
      waitMs,
      blocks: now.map(({ id, tool, input }) => calls(`task_${id}`, tool, filledIn(input, values))),
    };
  };
}

/** What the model was really told, so that a wrong result makes wrong inputs. */
function valuesIn({ results }: Asked): ReadonlyMap<number, number> {
  return new Map(
    results.flatMap(({ id, text }): [number, number][] => {
      const [value] = valuesOf(text);
      return value === undefined ? [] : [[Number(id.slice('task_'.length)), value]];
    }),
  );
}

/** Whatever a runner has put around the JSON, or made of its quotation marks. */
function valuesOf(text: string): number[] {
  return [...text.matchAll(/value\W+(-?\d+)/g)].map(([, digits]) => Number(digits));
}

const Reference = z.strictObject({ $ref: z.string().regex(/^\d+\.value$/) });

function filledIn(input: PlannedTask['input'], values: ReadonlyMap<number, number>): PlannedTask['input'] {
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      const reference = Reference.safeParse(value);
      return [key, reference.success ? values.get(Number.parseInt(reference.data.$ref, 10)) : value];
    }),
  );
}

function given(value: number): string {
  return JSON.stringify({ value });
}

/** Each gives JSON with a `value`. How long a call takes is that of the task it is. */
function toolsOf(tasks: readonly Task[]): readonly BenchTool[] {
  const taking = async (task: Task | undefined, signal: AbortSignal | null) => takes(task?.ms ?? 0, signal);
  const reads = { effect: 'read', footprint: () => ({ reads: [], writes: [] }) } as const;
  const computing = (name: string, compute: (a: number, b: number) => number): BenchTool => ({
    ...reads,
    name,
    description: `Computes: ${name} a and b. Gives JSON with a value.`,
    input: Numbers,
    async run(input, signal) {
      const { a, b } = Numbers.parse(input);
      const value = compute(a, b);
      await taking(
        tasks.find((task) => task.tool === name && task.gives === value),
        signal,
      );
      return given(value);
    },
  });
  const search: BenchTool = {
    ...reads,
    name: 'search',
    description: 'Looks a number up. Gives JSON with a value.',
    input: Search,
    async run(input, signal) {
      const { query } = Search.parse(input);
      const task = tasks.find((each) => each.input['query'] === query);
      await taking(task, signal);
      return given(task?.gives ?? Number.NaN);
    },
  };
  return [search, computing('add', (a, b) => a + b), computing('multiply', (a, b) => a * b)];
}
