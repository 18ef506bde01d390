import assert from 'node:assert/strict';
import { childrenOf, type Hole } from '../../contract/accessibility';
import { diffSnapshots } from '../../contract/snapshot-diff';
import { fullBudget, type SnapshotBudget, type Tree } from '../adapter';
import { type Case, nodeIn, promise, treeOf } from './case.fixture';
import type { Stage } from './stage.fixture';

/** The whole, and what of it a budget leaves. */
async function cut(stage: Stage, budget: Partial<SnapshotBudget>): Promise<{ whole: Tree; part: Tree }> {
  const whole = await treeOf(stage);
  const part = await treeOf(stage, { ...fullBudget, ...budget });
  return { whole, part };
}

/** Nothing that was not read is called removed, and nothing that was read is made up. */
function honest({ whole, part }: { whole: Tree; part: Tree }, hole: Hole): void {
  assert.ok(
    part.nodes.some((node) => node.hole === hole),
    `No node is marked ${hole}.`,
  );
  assert.ok(part.nodes.length < whole.nodes.length);
  const known = new Set(whole.nodes.map((node) => node.identity));
  for (const node of part.nodes)
    assert.ok(known.has(node.identity), `${node.role} "${node.name}" is made up.`);
  assert.deepEqual(diffSnapshots(whole, part).removed, []);
}

export const budgets: readonly Case[] = [
  promise('a budget of nodes is kept, and what is left out is a hole', [], async (stage) => {
    const read = await cut(stage, { nodes: 12 });
    assert.ok(read.part.nodes.length <= 12);
    honest(read, 'node_budget');
  }),
  promise('a budget of depth is kept, and what is left out is a hole', [], async (stage) => {
    const read = await cut(stage, { depth: 2 });
    const depths: number[] = [];
    for (const { parent } of read.part.nodes) depths.push(parent < 0 ? 0 : (depths[parent] ?? 0) + 1);
    assert.ok(Math.max(...depths) <= 2);
    honest(read, 'depth_budget');
  }),
  promise('a budget of children is kept, and what is left out is a hole', [], async (stage) => {
    const read = await cut(stage, { children: 20 });
    const children = childrenOf(read.part);
    assert.ok(Math.max(...children.map((each) => each.length)) <= 20);
    assert.equal(nodeIn(read.part, 'list', 'Rows').hole, 'child_budget');
    honest(read, 'child_budget');
  }),
  promise('without a budget to keep there is no hole', [], async (stage) => {
    assert.deepEqual(
      (await treeOf(stage)).nodes.filter((node) => node.hole !== null),
      [],
    );
  }),
];
