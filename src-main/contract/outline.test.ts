import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Hole, type Node, NodeState, type Snapshot } from './accessibility';
import { formatDiff, parseDiff } from './diff-outline';
import { snapshotId } from './ids';
import { formatOutline, parseNodeLine, parseOutline } from './outline';
import { quotedShort } from './quoted';
import { diffSnapshots } from './snapshot-diff';
import { leaf, snapshotOf } from './tree.fixture';

/** Names that try to pass for structure. */
const Hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '\\',
        '\n',
        '\r',
        '\u2028',
        '\u2029',
        '\u0085',
        '\u202e',
        '[',
        ']',
        '(',
        ')',
        ' = ',
        ' - ',
        's1:e1',
        ' s9:e9 ',
        '[focused]',
        ' (value was "x")',
        ' (states were [busy])',
        '(not read: node_budget)',
        'snapshot s3 of ',
        'changes from s1 to s2: ',
        '+ - ',
        '~',
        '😀',
        '\ud800',
        'Ada',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

const HostileNode = fc.record({
  pick: fc.nat(),
  identity: fc.nat(30).map(String),
  identifier: fc.constant(null),
  role: fc.constantFrom('button', 'textbox', 'menu item', 'text'),
  name: Hostile,
  value: fc.option(Hostile),
  states: fc.subarray(NodeState.options),
  hole: fc.option(fc.constantFrom(...Hole.options), { freq: 5 }),
});

const HostileSnapshot = (ordinal: number): fc.Arbitrary<Snapshot> =>
  fc
    .tuple(
      Hostile,
      fc.uniqueArray(HostileNode, { minLength: 1, maxLength: 15, selector: (node) => node.identity }),
    )
    .map(([title, raw]) => ({
      id: snapshotId(ordinal),
      epoch: 0,
      app: 'test',
      title,
      nodes: inPreorder(raw.map(({ pick, ...own }) => ({ own, pick }))),
    }));

function inPreorder(raw: readonly { own: Omit<Node, 'parent' | 'bounds'>; pick: number }[]): Node[] {
  const children: number[][] = raw.map(() => []);
  raw.forEach(({ pick }, at) => at > 0 && children[pick % at]!.push(at));
  const nodes: Node[] = [];
  const walk = (at: number, parent: number) => {
    const index = nodes.push({ ...raw[at]!.own, parent, bounds: null }) - 1;
    for (const child of children[at]!) walk(child, index);
  };
  walk(0, -1);
  return nodes;
}

describe('an outline', () => {
  it('parses back to what can be known from it, whatever the names are', () => {
    fc.assert(
      fc.property(HostileSnapshot(7), (snapshot) => {
        const text = formatOutline(snapshot);
        expect(text.split(/[\n\r\u2028\u2029\u0085]/)).toHaveLength(snapshot.nodes.length + 1);
        const outline = parseOutline(`Something before.\n${text}\nSomething after.`);
        expect(outline?.snapshot).toBe('s7');
        expect(outline?.nodes).toEqual(
          snapshot.nodes.map(({ role, name, value, states }, index) => ({
            role,
            name,
            value,
            states,
            ref: `s7:e${index + 1}`,
            depth: depthOf(snapshot, index),
          })),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('of a part indents each line under the nearest ancestor that is shown', () => {
    const [root, list, row, cell] = [leaf('root'), leaf('list'), leaf('row'), leaf('cell')];
    root.children.push(list);
    list.children.push(row);
    row.children.push(cell);
    expect(formatOutline(snapshotOf(root, 1), [1, 3]).split('\n').slice(1)).toEqual([
      '- item "list" s1:e2',
      '  - item "cell" s1:e4',
    ]);
  });

  it('is not found in other text, nor a node in a line that only looks like one', () => {
    expect(parseOutline('- button "Send" s1:e1')).toBeNull();
    for (const line of [
      '- button Send s1:e1',
      '- button "Send"',
      '- button "Send" s0:e1',
      '- button "Send" s1:e1 [dancing]',
      '- button "Send" s1:e1 and more',
      'button "Send" s1:e1',
    ]) {
      expect(parseNodeLine(line)).toBeNull();
    }
  });
});

describe('a diff in words', () => {
  it('parses back to its four kinds, whatever the names are', () => {
    fc.assert(
      fc.property(HostileSnapshot(3), HostileSnapshot(4), (before, after) => {
        const diff = diffSnapshots(before, after);
        const parsed = parseDiff(`Done.\n${formatDiff(before, after, diff, 1_000)}\nNo picture was taken.`);
        expect([parsed?.from, parsed?.to]).toEqual(['s3', 's4']);
        const refs = (snapshot: Snapshot, indices: readonly number[]) =>
          indices.map((index) => [
            `${snapshot.id}:e${index + 1}`,
            snapshot.nodes[index]!.name,
            snapshot.nodes[index]!.value,
          ]);
        const told = (kind: 'added' | 'changed' | 'moved' | 'removed') =>
          parsed?.[kind].map(({ ref, name, value }) => [ref, name, value]);
        expect(told('added')).toEqual(refs(after, diff.added));
        expect(told('changed')).toEqual(
          refs(
            after,
            diff.changed.map((each) => each.after),
          ),
        );
        expect(told('moved')).toEqual(
          refs(
            after,
            diff.moved.map((each) => each.after),
          ),
        );
        expect(told('removed')).toEqual(refs(before, diff.removed));
      }),
      { numRuns: 500 },
    );
  });

  it('says what changed fields were', () => {
    const before = snapshotOf(leaf('a', 'Send'), 1);
    const [node] = before.nodes;
    const after: Snapshot = {
      ...before,
      id: snapshotId(2),
      nodes: [{ ...node!, name: 'Sent', value: '1', states: ['busy'] }],
    };
    expect(formatDiff(before, after, diffSnapshots(before, after))).toBe(
      'changes from s1 to s2: 0 added, 0 removed, 1 changed, 0 moved\n~ - item "Sent" s2:e1 = "1" [busy] (name was "Send") (value was "") (states were [])',
    );
  });

  it('shows some of every kind where one of them is a flood', () => {
    const [root, later] = [leaf('root'), leaf('root')];
    for (let row = 0; row < 240; row += 1) {
      root.children.push(leaf(`old${row}`));
      later.children.push(leaf(`new${row}`));
    }
    later.name = 'Renamed';
    const [before, after] = [snapshotOf(root, 1), snapshotOf(later, 2)];
    const text = formatDiff(before, after, diffSnapshots(before, after), 60);
    const parsed = parseDiff(text);
    expect([parsed?.added.length, parsed?.changed.length, parsed?.removed.length]).toEqual([29, 1, 30]);
    expect(text.split('\n').at(-1)).toBe('(421 more changes; take a snapshot to see them)');
  });

  it('says how many were not read', () => {
    const [root, later] = [leaf('root'), leaf('root')];
    root.children.push(leaf('a'), leaf('b'));
    later.hole = 'time_budget';
    const [before, after] = [snapshotOf(root, 1), snapshotOf(later, 2)];
    expect(formatDiff(before, after, diffSnapshots(before, after))).toBe(
      'changes from s1 to s2: 0 added, 0 removed, 0 changed, 0 moved, 2 not read',
    );
  });
});

describe('a quoted name', () => {
  it('is cut between characters', () => {
    expect(quotedShort('😀'.repeat(5), 3)).toBe('"😀😀…"');
    expect(quotedShort('abc', 3)).toBe('"abc"');
  });
});

function depthOf(snapshot: Snapshot, index: number): number {
  const { parent } = snapshot.nodes[index]!;
  return parent < 0 ? 0 : depthOf(snapshot, parent) + 1;
}
