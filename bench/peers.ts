import { setMaxListeners } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable } from './measure';
import { abortStudy, type Returns } from './peers/runners/abort-study';
import { allEntries } from './peers/runners/contenders/index';
import { type Finding, findingsOn, printFindings } from './peers/runners/findings';
import { goalsOf, type Measured } from './peers/runners/goals';
import { installRunners } from './peers/runners/install';
import type { Lab } from './peers/runners/lab';
import { startModelServer } from './peers/runners/server/model-server';
import { arithmeticOf, graphs, modelLatencies, shapes } from './peers/runners/workloads/graphs';
import { independentReads } from './peers/runners/workloads/independent';
import { oneFailure } from './peers/runners/workloads/one-failure';
import { segments } from './peers/runners/workloads/segments';
import { slowFirst } from './peers/runners/workloads/slow-first';
import { twoWriters } from './peers/runners/workloads/two-writers';
import type { Workload } from './peers/runners/workloads/workload';
import { seededRandom } from './random';

export const description =
  'Ours beside other agent loops, on one loopback model server (arguments: rounds, --quick, or names of workloads)';

const rounds = 15;
/** Enough to see that everything runs; the figures are not to be quoted. */
const quickRounds = 3;

const workloads: Readonly<Record<string, readonly Workload[]>> = {
  ...independentReads,
  segments: [segments],
  'slow-first': [slowFirst],
  ...graphs,
  'two-writers': [twoWriters],
  'one-failure': [oneFailure],
};
const names = [...Object.keys(workloads), 'abort'];

/** @param args a number is that of the rounds, 15 unless said, 3 with `--quick`; anything else chooses a workload, all unless said */
export async function run(args: readonly string[]): Promise<void> {
  const isQuick = args.includes('--quick');
  const chosen = args.filter((arg) => arg !== '--quick' && Number.isNaN(Number(arg)));
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no workload ${unknown}. There are: ${names.join(', ')}.`);
  // Many calls listen to one signal here.
  setMaxListeners(0);
  const recordings = await mkdtemp(join(tmpdir(), 'interlock-peers-'));
  const server = await startModelServer();
  try {
    const lab: Lab = {
      server,
      entries: await allEntries(recordings, await installRunners()),
      rounds: args.map(Number).find((number) => number > 0) ?? (isQuick ? quickRounds : rounds),
      random: seededRandom(Date.now()),
      print: (line) => console.log(line),
    };
    tellMissing(lab);
    tellArithmetic();
    const measured = await study(chosen.length === 0 ? names : chosen, lab);
    tellGoals(measured);
  } finally {
    await server.close();
    await rm(recordings, { recursive: true, force: true });
  }
}

async function study(chosen: readonly string[], lab: Lab): Promise<Measured> {
  const findings = new Map<string, readonly Finding[]>();
  let returns: Returns | null = null;
  for (const name of chosen) {
    for (const workload of workloads[name] ?? []) {
      const found = await findingsOn(workload, lab);
      findings.set(workload.title, found);
      printFindings(workload, found, lab);
    }
    if (name === 'abort') returns = await abortStudy(lab);
  }
  return { findings, returns };
}

function tellMissing({ entries }: Lab): void {
  for (const entry of entries)
    if (entry.kind === 'missing') console.log(`${entry.name} is not compared with: ${entry.why}`);
}

function tellArithmetic(): void {
  console.log('\nThe arithmetic of the model turns');
  for (const shape of shapes)
    for (const latency of modelLatencies)
      for (const line of arithmeticOf(shape, latency)) console.log(`  ${line}`);
}

function tellGoals(measured: Measured): void {
  console.log('\nGoals');
  printTable(
    goalsOf(measured).map(({ text, met, figure }) => [
      text,
      figure,
      met === null ? 'not measured' : met ? 'met' : 'not met',
    ]),
  );
}
