import type { Snapshot } from './accessibility';
import { SnapshotId } from './ids';
import { formatNode, type OutlineNode, parseNodeLine } from './outline';
import { isEmptyDiff, type SnapshotDiff } from './snapshot-diff';

/**
 * A diff as a model reads it, one node a line, as in an outline but flat. Refs are of the newer snapshot, except those of
 * what is gone:
 *
 *     changes from s7 to s8: 2 added, 1 removed, 1 changed, 0 moved
 *     + - dialog "Create this ticket?" s8:e40 [modal]
 *     ~ - textbox "Name" s8:e3 = "Ada" (value was "")
 *     - - button "Send" s7:e9
 *
 * @param limit lines at most; the last line then says how many more there were
 */
export function formatDiff(before: Snapshot, after: Snapshot, diff: SnapshotDiff, limit = 60): string {
  const { added, removed, changed, moved } = diff;
  const counts = `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${moved.length} moved`;
  const heading = `changes from ${before.id} to ${after.id}: ${counts}`;
  if (isEmptyDiff(diff)) return heading;
  const lines = [
    ...added.map((index) => `+ ${formatNode(after, index, 0)}`),
    ...changed.map((each) => `~ ${formatNode(after, each.after, 0)}${wasValue(before, each)}`),
    ...moved.map((each) => `> ${formatNode(after, each.after, 0)}`),
    ...removed.map((index) => `- ${formatNode(before, index, 0)}`),
  ];
  const shown = lines.slice(0, limit);
  if (lines.length > limit) shown.push(`(${lines.length - limit} more changes; take a snapshot to see them)`);
  return [heading, ...shown].join('\n');
}

function wasValue(before: Snapshot, change: SnapshotDiff['changed'][number]): string {
  if (!change.fields.includes('value')) return '';
  return ` (value was ${JSON.stringify(before.nodes[change.before]?.value ?? '')})`;
}

export interface DiffOutline {
  readonly from: SnapshotId;
  readonly to: SnapshotId;
  readonly added: readonly OutlineNode[];
  readonly changed: readonly OutlineNode[];
  readonly moved: readonly OutlineNode[];
  readonly removed: readonly OutlineNode[];
}

const heading = /^changes from (s\d+) to (s\d+): /;

/** Reads the first diff in a text back; null where there is none. */
export function parseDiff(text: string): DiffOutline | null {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => heading.test(line));
  const [, from, to] = heading.exec(lines[start] ?? '') ?? [];
  if (from === undefined || to === undefined) return null;
  const found: Record<string, OutlineNode[]> = { '+': [], '~': [], '>': [], '-': [] };
  for (const line of lines.slice(start + 1)) {
    const bucket = found[line.slice(0, 1)];
    const node = parseNodeLine(line.slice(2).replace(/ \(value was "(?:[^"\\]|\\.)*"\)$/, ''));
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
