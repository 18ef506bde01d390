import { milliseconds } from '../../figures';
import { interleaved } from '../../interleave';
import { printTable, summary } from '../../measure';
import type { Runner, Way } from './contenders/runner';
import { inShort, type Lab, runnersIn } from './lab';
import type { Script } from './server/model-server';
import { calls, plans, says } from './server/reply';
import { reading, readingTool } from './workloads/reading';

const quickMs = 20;
const slowMs = 600;
const abortAtMs = 100;
/** Two are done when the abort comes, three do not hear of it, three end at it. Who runs one at a time is at a deaf one. */
const durations = [quickMs, quickMs, ...Array.from({ length: 6 }, () => slowMs)];
const done = [0, 1];
const deaf = new Set([2, 3, 4]);

/** What became of one run that was aborted in the middle of its calls, and gone on with. */
interface Aborted {
  /** Milliseconds from the abort until the run returned. */
  readonly ms: number;
  /** Why the API would have refused what it went on with; null where it would not. */
  readonly objection: string | null;
  /** How many of the results that had come before the abort were told the model after it. */
  readonly kept: number;
}

/** By the runner's name, the slowest return from an abort, in milliseconds. */
export type Returns = ReadonlyMap<string, number>;

export async function abortStudy(lab: Lab): Promise<Returns> {
  const contenders = runnersIn(lab).map((runner) => ({
    name: runner.name,
    once: () => aborted(runner, lab),
  }));
  const given = await interleaved(contenders, lab.rounds, lab.random);
  lab.print(
    `\nabort after ${abortAtMs} ms, in the middle of 8 reads (2 done, 3 deaf ones of ${slowMs} ms, 3 that end at the signal), then going on; ${lab.rounds} rounds`,
  );
  const rows = [['', 'returned after', 'p90', 'slowest', 'valid to go on', 'results kept']];
  const objections: string[] = [];
  for (const [name, runs] of given) {
    const times = runs.map(({ ms }) => ms);
    const { median, p90 } = summary(times);
    const refused = runs.flatMap(({ objection }) => objection ?? []);
    const kept = runs.reduce((total, run) => total + run.kept, 0) / runs.length;
    rows.push([
      name,
      ...[median, p90, Math.max(...times)].map(milliseconds),
      `${runs.length - refused.length} of ${runs.length}`,
      `${Number.isInteger(kept) ? kept : kept.toFixed(1)} of ${done.length}`,
    ]);
    if (refused[0] !== undefined) objections.push(`  ${name}: ${refused[0]}`);
  }
  for (const entry of lab.entries) if (entry.kind === 'missing') rows.push([entry.name, 'not here']);
  printTable(rows);
  objections.forEach(lab.print);
  return new Map([...given].map(([name, runs]) => [name, Math.max(...runs.map(({ ms }) => ms))]));
}

/** The model asks for the reads in the runner's way, until the abort. */
function scriptFor(way: Way, signal: AbortSignal): Script {
  const numbers = [...durations.keys()];
  const each = numbers.map((n) => calls(`call_${n}`, 'read', { n }));
  const tasks = numbers.map((n) => ({ id: n + 1, tool: 'read', input: { n } }));
  const asks = { call: each, level: each, plan: [plans('plan_1', tasks, 0)] }[way];
  return (_asked, turn) => {
    if (signal.aborted || (way !== 'call' && turn > 1)) return { waitMs: 0, blocks: [says('Done.')] };
    return { waitMs: 0, blocks: way === 'call' ? asks.slice(turn - 1, turn) : asks };
  };
}

async function aborted(runner: Runner, { server }: Lab): Promise<Aborted> {
  const stop = new AbortController();
  const session = server.open(scriptFor(runner.way, stop.signal));
  const reads = readingTool(durations);
  const tool: typeof reads = {
    ...reads,
    run: (input, signal) => reads.run(input, deaf.has(Number(input['n'])) ? null : signal),
  };
  const { origin } = session;
  const job = { origin, task: 'Do it.', tools: [tool], signal: stop.signal, isKept: true };
  const prepared = await runner.prepare(job);
  let abortedAt = 0;
  const timer = setTimeout(() => {
    abortedAt = performance.now();
    stop.abort();
  }, abortAtMs);
  await prepared.run().catch(() => undefined);
  clearTimeout(timer);
  const ms = performance.now() - abortedAt;
  const turns = session.turns;
  const refused = await prepared.goOn('Go on.').then(
    () => null,
    (thrown: unknown) => inShort(thrown),
  );
  const objection = session.objections[0] ?? refused;
  const told = session.turns > turns ? (session.latest?.results ?? []) : [];
  const kept = done.filter((n) => told.some(({ text }) => text.includes(reading(n)))).length;
  await left();
  session.close();
  return { ms, objection, kept };
}

/** Until the deaf ones have ended, so that they meet nobody else's run. */
function left(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, slowMs);
  });
}
