import { pauseOn } from '../src-main/contract/clock';
import { runningSpan } from '../src-main/contract/overlap';
import { type Mode, modes } from '../src-main/contract/run-options';
import type { TraceModel, Turn } from '../src-main/contract/trace-model';
import { type ReadingService, readingDelayMs, startReadingService } from '../src-main/demos/reading-service';
import { systemClock } from '../src-main/system-clock';
import { runDemo } from './demo-run';
import { interleaved } from './interleave';
import { printTable, summary } from './measure';
import { seededRandom } from './random';

export const description = 'Four independent reads in each mode, beside what cannot be beaten.';

const thinkingMs = 200;
const fewestRounds = 5;

/** Milliseconds of one run. */
interface Took {
  readonly wall: number;
  /** From the first call of a turn to its last, over all turns. */
  readonly tools: number;
  /** The model's thinking and the reads' own times: no scheduler can be faster. */
  readonly limit: number;
  readonly turns: number;
}

/** @param args the number of rounds, at least 5 */
export async function run(args: readonly string[]): Promise<void> {
  const rounds = Math.max(fewestRounds, Number(args[0] ?? 7) || fewestRounds);
  const service = await startReadingService(pauseOn(systemClock));
  try {
    const contenders = modes.map((mode) => ({ name: mode, once: () => measured(mode, service) }));
    report(await interleaved(contenders, rounds, seededRandom(Date.now())), rounds);
  } finally {
    await service.close();
  }
}

async function measured(mode: Mode, service: ReadingService): Promise<Took> {
  const { model } = await runDemo('four-reads', mode, thinkingMs, service);
  if (model.verification?.verified !== true) throw new Error(`four-reads in ${mode} was not verified`);
  return {
    wall: model.now,
    tools: sum(model.turns.map((turn) => toolTime(turn, model.now))),
    limit: limitOf(mode, model),
    turns: model.turns.length,
  };
}

function toolTime(turn: Turn, now: number): number {
  const spans = turn.calls.flatMap((call) => runningSpan(call, now) ?? []);
  if (spans.length === 0) return 0;
  return Math.max(...spans.map(({ end }) => end)) - Math.min(...spans.map(({ start }) => start));
}

/** One after the other the reads take their sum; together they take the longest. */
function limitOf(mode: Mode, { turns }: TraceModel): number {
  const reads = turns.map((turn) => turn.calls.length);
  const waits = sum(reads.map((count) => (mode === 'sequential' ? count : Math.min(1, count))));
  return turns.length * thinkingMs + waits * readingDelayMs;
}

function report(given: ReadonlyMap<string, readonly Took[]>, rounds: number): void {
  const rows = [['', 'wall ms', 'p90', 'tools ms', 'p90', 'turns', 'limit ms', 'over limit', 'speed-up']];
  const slowest = summary((given.get('sequential') ?? []).map(({ wall }) => wall)).median;
  for (const [mode, took] of given) {
    const wall = summary(took.map((each) => each.wall));
    const tools = summary(took.map((each) => each.tools));
    const limit = took[0]?.limit ?? 0;
    rows.push([
      mode,
      ...[wall.median, wall.p90, tools.median, tools.p90].map((ms) => ms.toFixed(1)),
      `${took[0]?.turns ?? 0}`,
      `${limit}`,
      `${(wall.median / limit).toFixed(3)}x`,
      `${(slowest / wall.median).toFixed(2)}x`,
    ]);
  }
  console.log(
    `Four reads of ${readingDelayMs} ms each, ${thinkingMs} ms of thinking a turn, ${rounds} rounds, medians.`,
  );
  printTable(rows);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
