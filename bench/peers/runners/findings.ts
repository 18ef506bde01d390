import { milliseconds } from '../../figures';
import { type Contender, interleaved } from '../../interleave';
import { printTable, summary } from '../../measure';
import { type Lab, runnersIn } from './lab';
import { type Sample, sample } from './sample';
import { sum } from './workloads/limits';
import type { Workload } from './workloads/workload';

/** What the runs of one runner on one workload come to. */
export interface Finding {
  readonly runner: string;
  readonly median: number;
  readonly p90: number;
  readonly limitMs: number;
  readonly turns: number;
  /** Of one run, on average. */
  readonly lost: number;
  readonly outOfOrder: number;
  /** Of all runs. */
  readonly invalid: number;
  readonly gaveUp: readonly string[];
}

/** The findings of every workload, by its title. */
export type Findings = ReadonlyMap<string, readonly Finding[]>;

export async function findingsOn(workload: Workload, lab: Lab): Promise<readonly Finding[]> {
  const runners = runnersIn(lab).filter(({ way }) => workload.ways.includes(way));
  const contenders = runners.map(
    (runner): Contender<Sample> => ({
      name: runner.name,
      once: () => sample(runner, workload, lab.server),
    }),
  );
  const given = await interleaved(contenders, workload.rounds(lab.rounds), lab.random);
  return runners.map(({ name, way }) => findingOf(name, workload.limitMs(way), given.get(name) ?? []));
}

export function findingOf(runner: string, limitMs: number, samples: readonly Sample[]): Finding {
  const mean = (each: (sample: Sample) => number) => sum(samples.map(each)) / Math.max(1, samples.length);
  return {
    runner,
    ...summary(samples.map(({ ms }) => ms)),
    limitMs,
    turns: mean(({ turns }) => turns),
    lost: mean(({ lost }) => lost),
    outOfOrder: mean(({ outOfOrder }) => outOfOrder),
    invalid: sum(samples.map(({ invalid }) => invalid)),
    gaveUp: samples.flatMap(({ gaveUp }) => gaveUp ?? []),
  };
}

export function printFindings(workload: Workload, findings: readonly Finding[], lab: Lab): void {
  lab.print(`\n${workload.title}; ${workload.rounds(lab.rounds)} rounds; lost: ${workload.atStake}`);
  const rows: string[][] = [
    ['', 'median', 'p90', 'limit', 'over limit', 'to limit', 'turns', 'lost', 'out of order', 'invalid'],
  ];
  for (const finding of findings) rows.push(rowOf(finding));
  for (const entry of lab.entries) if (entry.kind === 'missing') rows.push([entry.name, 'not here']);
  printTable(rows);
  for (const { runner, gaveUp } of findings)
    if (gaveUp[0] !== undefined)
      lab.print(
        `  ${runner} gave up in ${gaveUp.length} of ${workload.rounds(lab.rounds)} rounds: ${gaveUp[0]}`,
      );
}

function rowOf(finding: Finding): string[] {
  const { runner, median, p90, limitMs, turns, lost, outOfOrder, invalid } = finding;
  const over = median - limitMs;
  return [
    runner,
    milliseconds(median),
    milliseconds(p90),
    `${limitMs} ms`,
    `${over < 0 ? '-' : '+'}${milliseconds(Math.abs(over))}`,
    limitMs === 0 ? '' : `${(median / limitMs).toFixed(3)}x`,
    average(turns),
    average(lost),
    average(outOfOrder),
    String(invalid),
  ];
}

/** `2`, or `1.9` where it was not always the same. */
function average(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
