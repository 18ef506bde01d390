import type { Snapshot } from './accessibility';
import { SnapshotId } from './ids';
import { formatNode, type OutlineNode, parseNodeLine } from './outline';
import { quoted } from './quoted';
import { isEmptyDiff, type NodeChange, type NodeField, type SnapshotDiff } from './snapshot-diff';

/**
 * A diff as a model reads it, one node a line, as in an outline but flat. Refs are of the newer snapshot, except those of
 * what is gone:
 *
 *     changes from s7 to s8: 2 added, 1 removed, 1 changed, 0 moved
 *     + - dialog "Create this ticket?" s8:e40 [modal]
 *     ~ - textbox "Name" s8:e3 = "Ada" (value was "")
 *     - - button "Send" s7:e9
 *
 * @param limit lines at most, shared among the four kinds; the last line then says how many more there were
 */
export function formatDiff(before: Snapshot, after: Snapshot, diff: SnapshotDiff, limit = 60): string {
  const { added, removed, changed, moved, unread } = diff;
  const counts = `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${moved.length} moved`;
  const notRead = unread.length > 0 ? `, ${unread.length} not read` : '';
  const heading = `changes from ${before.id} to ${after.id}: ${counts}${notRead}`;
  if (isEmptyDiff(diff)) return heading;
  const kinds = [
    added.map((index) => () => `+ ${formatNode(after, index, 0)}`),
    changed.map((each) => () => `~ ${formatNode(after, each.after, 0)}${whatWas(before, each)}`),
    moved.map((each) => () => `> ${formatNode(after, each.after, 0)}`),
    removed.map((index) => () => `- ${formatNode(before, index, 0)}`),
  ];
  const shares = fairShares(
    kinds.map((kind) => kind.length),
    limit,
  );
  const shown = kinds.flatMap((kind, at) => kind.slice(0, shares[at]).map((line) => line()));
  const left = kinds.reduce((sum, kind) => sum + kind.length, 0) - shown.length;
  if (left > 0) shown.push(`(${left} more changes; take a snapshot to see them)`);
  return [heading, ...shown].join('\n');
}

/** How many of each may be shown, so that a flood of one kind does not drown the others. */
function fairShares(wanted: readonly number[], limit: number): number[] {
  const shares = wanted.map(() => 0);
  const bySize = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  let left = limit;
  bySize.forEach((kind, served) => {
    const share = Math.min(wanted[kind] ?? 0, Math.floor(left / (wanted.length - served)));
    shares[kind] = share;
    left -= share;
  });
  return shares;
}

function whatWas(before: Snapshot, change: NodeChange): string {
  const node = before.nodes[change.before];
  if (node === undefined) return '';
  const words: Readonly<Record<NodeField, string>> = {
    role: ` (role was ${quoted(node.role)})`,
    name: ` (name was ${quoted(node.name)})`,
    value: ` (value was ${quoted(node.value ?? '')})`,
    states: ` (states were [${node.states.join(', ')}])`,
    bounds: '',
  };
  return change.fields.map((field) => words[field]).join('');
}

export interface DiffOutline {
  readonly from: SnapshotId;
  readonly to: SnapshotId;
  readonly added: readonly OutlineNode[];
  readonly changed: readonly OutlineNode[];
  readonly moved: readonly OutlineNode[];
  readonly removed: readonly OutlineNode[];
}

const heading = /^changes from (s[1-9]\d*) to (s[1-9]\d*): /;

/** Reads the first diff in a text back; null where there is none. */
export function parseDiff(text: string): DiffOutline | null {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => heading.test(line));
  const [, from, to] = heading.exec(lines[start] ?? '') ?? [];
  if (from === undefined || to === undefined) return null;
  const found: Record<string, OutlineNode[]> = { '+': [], '~': [], '>': [], '-': [] };
  for (const line of lines.slice(start + 1)) {
    const bucket = found[line.slice(0, 1)];
    const node = parseNodeLine(line.slice(2));
    if (bucket === undefined || node === null) break;
    bucket.push(node);
  }
  return {
    from: SnapshotId.parse(from),
    to: SnapshotId.parse(to),
    added: found['+'] ?? [],
    changed: found['~'] ?? [],
    moved: found['>'] ?? [],
    removed: found['-'] ?? [],
  };
}
