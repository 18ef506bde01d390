import { milliseconds } from '../../figures';
import { interleaved } from '../../interleave';
import { printTable, summary } from '../../measure';
import type { Runner } from './contenders/runner';
import { inShort, type Lab, runnersIn } from './lab';
import { missingReadings, onceThenDone, readingTool, readsIn } from './workloads/reading';

const quickMs = 20;
const slowMs = 600;
const abortAtMs = 100;
/** Two are done when the abort comes, three end at it, three do not hear of it. */
const durations = [quickMs, quickMs, ...Array.from({ length: 6 }, () => slowMs)];
const done = [0, 1];
const deaf = new Set([5, 6, 7]);

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
  const runners = runnersIn(lab).filter(({ way }) => way === 'level');
  const contenders = runners.map((runner) => ({ name: runner.name, once: () => aborted(runner, lab) }));
  const given = await interleaved(contenders, lab.rounds, lab.random);
  lab.print(
    `\nabort after ${abortAtMs} ms, in the middle of 8 reads (2 done, 3 that end at the signal, 3 deaf ones of ${slowMs} ms), then going on; ${lab.rounds} rounds`,
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

async function aborted(runner: Runner, { server }: Lab): Promise<Aborted> {
  const session = server.open(onceThenDone(readsIn(durations.length, 0, 0)));
  const reads = readingTool(durations);
  const tool: typeof reads = {
    ...reads,
    run: (input, signal) => reads.run(input, deaf.has(Number(input['n'])) ? null : signal),
  };
  const stop = new AbortController();
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
  const refused = await prepared.goOn('Go on.').then(
    () => null,
    (thrown: unknown) => inShort(thrown),
  );
  const objection = session.objections[0] ?? refused;
  const kept = session.turns < 2 ? 0 : done.length - missingReadings(session, done);
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
