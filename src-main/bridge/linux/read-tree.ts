import type { Following, RawTree } from '../../../native/linux/atspi';
import { failed, ok, type Result } from '../../contract/failure';
import type { SnapshotBudget } from '../adapter';
import type { Branch } from '../branch';
import { type Placed, placeTree } from './aside';
import { failure, unread } from './failures';
import { growTree } from './grow';
import type { Learnt } from './memory';
import type { Program } from './program';

/** Of every element that a person would tell there are a few that only hold it. */
const rawPerNode = 5;
const rawDepth = 200;

/** The whole program, as a person would tell it; it is not yet cut to the budget. */
export async function readTree(
  program: Program,
  following: Following,
  budget: SnapshotBudget,
  learnt: Learnt,
): Promise<Result<{ readonly root: Branch; readonly title: string }>> {
  const { application, patience } = program;
  const begun = performance.now();
  const raw = await following.read(
    application.root,
    {
      nodes: budget.nodes * rawPerNode,
      depth: rawDepth,
      children: budget.children * rawPerNode,
      milliseconds: budget.milliseconds,
    },
    { ...patience, limitMs: Math.min(patience.limitMs, budget.milliseconds) },
  );
  if (!raw.ok) {
    const { trouble } = raw;
    return failure(unread(trouble.kind === 'gone' ? { ...trouble, kind: 'app_gone' } : trouble));
  }
  const left = Math.max(200, budget.milliseconds - (performance.now() - begun));
  return grown({ ...program, patience: { ...patience, limitMs: left } }, raw.value, learnt);
}

async function grown(program: Program, raw: RawTree, learnt: Learnt) {
  const placed = await placeTree(program, raw, learnt);
  if (!placed.ok) return placed;
  const { root } = growTree(placed.value.tree, placed.value.aside);
  if (root === null) return failed('internal', 'The program tells no tree.', 'Take a snapshot.');
  return ok({ root, title: titleOf(placed.value, program.program) });
}

/** Of the window that has the focus, or else the first. */
function titleOf({ windows }: Placed, program: string): string {
  const all = [...windows.values()];
  return (all.find(({ active }) => active) ?? all[0])?.title ?? program;
}
