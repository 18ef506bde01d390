import { type Graph, graphWorkload, type Task } from './graph';
import { waysOf } from './limits';
import type { Workload } from './workload';

const search = (id: number, query: string, ms: number, gives: number): Task => ({
  id,
  tool: 'search',
  input: { query },
  ms,
  needs: [],
  gives,
});

const compute = (
  id: number,
  tool: 'add' | 'multiply',
  needs: readonly [number, number],
  gives: number,
): Task => ({
  id,
  tool,
  input: { a: { $ref: `${needs[0]}.value` }, b: { $ref: `${needs[1]}.value` } },
  ms: 10,
  needs,
  gives,
});

/** Searches, then arithmetic on what they found. */
export const parallelQa: Graph = {
  name: 'ParallelQA shape',
  tasks: [
    search(1, 'height of the first tower', 110, 324),
    search(2, 'height of the second tower', 90, 381),
    search(3, 'towers of the city', 100, 7),
    compute(4, 'add', [1, 2], 705),
    compute(5, 'multiply', [4, 3], 4935),
  ],
};

/** Eight searches of which none needs another. */
export const movie: Graph = {
  name: 'Movie shape, 8 wide',
  tasks: Array.from({ length: 8 }, (_, at) => search(at + 1, `film ${at + 1}`, 100, 1000 + at)),
};

export const shapes = [parallelQa, movie] as const;
export const modelLatencies = [0, 250, 1000] as const;

export function titleOf(graph: Graph, latency: number): string {
  return graphWorkload(graph, latency).title;
}

/** By latency, as the command line names them. */
export const graphs: Readonly<Record<string, readonly Workload[]>> = Object.fromEntries(
  modelLatencies.map((latency) => [
    `graphs-${latency}`,
    shapes.map((shape) => graphWorkload(shape, latency)),
  ]),
);

/** How the limits come about: `one call a turn: 6 turns x 250 ms + 320 ms of tools = 1,820 ms`. */
export function arithmeticOf({ name, tasks }: Graph, latency: number): readonly string[] {
  const ways = waysOf(tasks);
  const says = { call: 'one call a turn', level: 'all known calls', plan: 'one plan' } as const;
  const limit = ({ turns, toolMs }: (typeof ways)['call']) => turns * latency + toolMs;
  return (['call', 'level', 'plan'] as const).map((way) => {
    const { turns, toolMs } = ways[way];
    const faster = (limit(ways.call) / limit(ways[way])).toFixed(2);
    return `${name}, ${says[way]}: ${turns} turns x ${latency} ms + ${toolMs} ms of tools = ${limit(ways[way]).toLocaleString('en')} ms (${faster}x)`;
  });
}
