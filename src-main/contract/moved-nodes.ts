import type { Node } from './accessibility';
import { longestRun } from './longest-run';
import type { Match } from './match-nodes';

/** The same element under another parent, or overtaken by its siblings. */
export interface NodeMove {
  readonly before: number;
  readonly after: number;
  readonly reparented: boolean;
}

/** As few moves as explain the new order, by index in after. */
export function movedNodes(before: readonly Node[], after: readonly Node[], match: Match): NodeMove[] {
  const moved: NodeMove[] = [];
  const shuffled = new Set<number>();
  const lastOldUnder = new Int32Array(after.length).fill(-1);
  for (let now = 0; now < after.length; now += 1) {
    const old = match.beforeOf[now] ?? -1;
    const parent = after[now]?.parent ?? -1;
    if (old === -1) continue;
    if (!isUnderTheSame(before[old]?.parent ?? -1, parent, match)) {
      moved.push({ before: old, after: now, reparented: true });
    } else if (parent !== -1) {
      if (old < (lastOldUnder[parent] ?? -1)) shuffled.add(parent);
      else lastOldUnder[parent] = old;
    }
  }
  if (shuffled.size === 0) return moved;
  for (const siblings of familiesOf(before, after, match, shuffled)) {
    const olds = siblings.map((now) => match.beforeOf[now] ?? -1);
    const stayed = longestRun(olds);
    siblings.forEach((now, at) => {
      if (!stayed.has(at)) moved.push({ before: olds[at] ?? -1, after: now, reparented: false });
    });
  }
  return moved.sort((a, b) => a.after - b.after);
}

function isUnderTheSame(oldParent: number, parent: number, { afterOf }: Match): boolean {
  return oldParent === -1 ? parent === -1 : afterOf[oldParent] === parent;
}

/** Of each of these parents, the children that were its children before. */
function familiesOf(
  before: readonly Node[],
  after: readonly Node[],
  match: Match,
  parents: ReadonlySet<number>,
): Iterable<readonly number[]> {
  const families = new Map<number, number[]>([...parents].map((parent) => [parent, []]));
  for (let now = 0; now < after.length; now += 1) {
    const parent = after[now]?.parent ?? -1;
    const old = match.beforeOf[now] ?? -1;
    if (old !== -1 && isUnderTheSame(before[old]?.parent ?? -1, parent, match))
      families.get(parent)?.push(now);
  }
  return families.values();
}
