import { create } from 'jsondiffpatch';
import microdiff from 'microdiff';
import type { Nodes } from '../src-main/contract/accessibility';
import { diffSnapshots } from '../src-main/contract/snapshot-diff';
import { milliseconds, ratio } from './figures';
import { printTable } from './measure';
import { seededRandom } from './random';
import { asSnapshot, edited, type SampleElement, sampleElements } from './sample-snapshots';
import { timed } from './timed';

export const description =
  'Diff of two 10,000-element snapshots with 5% edits, beside jsondiffpatch and microdiff';

const size = 10_000;
const goalMs = 10;
const byIndex = { cyclesFix: false };

export async function run(): Promise<void> {
  const random = seededRandom(7);
  const made = sampleElements(random, size);
  const { after: madeAfter, edits } = edited(random, made, size * 0.05);
  const [before, after] = [asRead(made), asRead(madeAfter)];
  const [older, newer] = [asRead(asSnapshot(made, 1)), asRead(asSnapshot(madeAfter, 2))];
  const diff = diffSnapshots(older, newer);
  const patcher = create({
    objectHash: (item) => (item as SampleElement).identity,
    arrays: { detectMove: true },
  });

  const contenders = [
    { name: 'Interlock diffSnapshots', run: () => diffSnapshots(older, newer) },
    { name: 'jsondiffpatch, nested, objectHash', run: () => patcher.diff(before, after) },
    { name: 'microdiff, flat, by index', run: () => microdiff(older.nodes, newer.nodes, byIndex) },
    { name: 'microdiff, nested, by index', run: () => microdiff(before, after, byIndex) },
    { name: 'one map, one pass', run: () => onePass(older, newer) },
  ];
  const reports = [
    diff.added.length + diff.removed.length + diff.changed.length + diff.moved.length,
    null,
    microdiff(older.nodes, newer.nodes, byIndex).length,
    microdiff(before, after, byIndex).length,
    onePass(older, newer),
  ];
  const timings = await timed(contenders);

  const [ours] = timings;
  if (ours === undefined) throw new Error('nothing was measured');
  console.log(
    `${older.nodes.length} elements before, ${newer.nodes.length} after; edits made: ${edits.added} added, ${edits.removed} removed, ${edits.changed} changed, ${edits.moved} moved`,
  );
  console.log(
    `found: ${diff.added.length} added, ${diff.removed.length} removed, ${diff.changed.length} changed, ${diff.moved.length} moved\n`,
  );
  printTable([
    ['', 'median', 'p90', 'to ours', 'differences'],
    ...timings.map(({ median, p90 }, at) => [
      contenders[at]?.name ?? '',
      milliseconds(median),
      milliseconds(p90),
      ratio(median, ours.median),
      reports[at]?.toLocaleString('en') ?? 'a delta',
    ]),
  ]);
  console.log(
    '\nBy index, one element more makes every later one differ, or whole branches at once: few and cheap, or many, and wrong.',
  );
  console.log(`\ngoal: median of ours at most ${goalMs} ms: ${ours.median <= goalMs ? 'met' : 'missed'}`);
  if (ours.median > goalMs) process.exitCode = 1;
}

/** As a snapshot comes from a recording or from a target: parsed. */
function asRead<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** About the least that a diff by identity has to do: look every element up once and compare its words. No moves, no holes. */
function onePass(before: Nodes, after: Nodes): number {
  const byIdentity = new Map(before.nodes.map((node) => [node.identity, node]));
  let differing = 0;
  for (const node of after.nodes) {
    const old = byIdentity.get(node.identity);
    if (old === undefined || old.role !== node.role || old.name !== node.name || old.value !== node.value)
      differing += 1;
  }
  return differing;
}
