import { type Node, refAt, type Snapshot } from '../contract/accessibility';
import { formatDiff } from '../contract/diff-outline';
import { ElementRef, refParts, snapshotId } from '../contract/ids';
import { formatOutline } from '../contract/outline';
import type { PracticeEntry } from '../contract/practice-record';
import { diffSnapshots } from '../contract/snapshot-diff';
import type { ScriptedCall } from '../providers/scripted/program';
import { refused, type Said, said } from './rehearsal.fixture';

/** An element of the small screen; its name is its identity. */
export interface Thing {
  readonly role: string;
  readonly name: string;
  readonly value?: string;
  readonly states?: Node['states'];
}

/** What a write does to the screen: the things that stand on it afterwards. */
export type Rules = (thing: Thing, call: ScriptedCall, screen: readonly Thing[]) => readonly Thing[];

/**
 * A window of a few elements in memory, seen through real outlines and diffs. `looks`: as after a write in sequential and
 * mixed mode, each result carries its diff and an older ref still finds its element. Otherwise as in batch: nothing is told, and
 * a ref from before the last write is refused. For tests.
 */
export class DeskWorld {
  readonly practice: PracticeEntry[] = [];
  readonly snapshots: Snapshot[] = [];
  readonly #rules: Rules;
  readonly #looks: boolean;
  #screen: readonly Thing[];
  #epoch = 0;

  constructor(screen: readonly Thing[], rules: Rules, looks: boolean) {
    this.#screen = screen;
    this.#rules = rules;
    this.#looks = looks;
  }

  answer(calls: readonly ScriptedCall[]): Said[] {
    return calls.map((call) => {
      switch (call.tool) {
        case 'snapshot':
          return said(page(formatOutline(this.#take()), call));
        case 'find':
          return said(this.#find(call));
        default:
          return this.#write(call);
      }
    });
  }

  #find({ input }: ScriptedCall): string {
    const { role, text } = input as { role?: string; text?: string };
    const taken = this.#take();
    const fits = (node: Node | undefined) =>
      node !== undefined && (role ?? node.role) === node.role && node.name.includes(text ?? '');
    return formatOutline(
      taken,
      [...taken.nodes.keys()].filter((index) => fits(taken.nodes[index])),
    );
  }

  #write(call: ScriptedCall): Said {
    const ref = ElementRef.parse((call.input as { ref: string }).ref);
    const from = this.snapshots.find((each) => each.id === refParts(ref).snapshot);
    const node = from?.nodes[refParts(ref).position - 1];
    const thing = this.#screen.find((each) => each.name === node?.name && each.role === node.role);
    const stale = !this.#looks && from?.epoch !== this.#epoch;
    if (from === undefined || thing === undefined || stale)
      return refused('stale_ref: The element is not what it was. Take a snapshot.');
    const before = this.snapshots.at(-1) ?? from;
    this.practice.push(entryOf(thing, call));
    this.#screen = this.#rules(thing, call, this.#screen);
    this.#epoch += 1;
    if (!this.#looks) return said('Done.');
    const after = this.#take();
    return said(`Done.\n${formatDiff(before, after, diffSnapshots(before, after))}`);
  }

  #take(): Snapshot {
    const root = { role: 'window', name: 'Support desk' };
    const snapshot: Snapshot = {
      id: snapshotId(this.snapshots.length + 1),
      epoch: this.#epoch,
      app: 'practice',
      title: 'Support desk',
      nodes: [root, ...this.#screen].map((thing: Thing, index) => ({
        parent: index === 0 ? -1 : 0,
        role: thing.role,
        name: thing.name,
        value: thing.value ?? null,
        states: thing.states ?? [],
        bounds: null,
        identifier: null,
        identity: `${thing.role} ${thing.name}`,
        hole: null,
      })),
    };
    this.snapshots.push(snapshot);
    return snapshot;
  }
}

export function refTo(snapshot: Snapshot, name: string): ElementRef {
  return refAt(
    snapshot,
    snapshot.nodes.findIndex((node) => node.name === name),
  );
}

function entryOf({ role, name }: Thing, { input }: ScriptedCall): PracticeEntry {
  const { value, option } = input as { value?: string; option?: string };
  const given = value ?? option;
  if (given !== undefined) return { kind: 'changed', element: { role, name }, value: given };
  return { kind: 'pressed', element: { role, name } };
}

/** At most 400 lines, as the tool does it. */
function page(outline: string, { input }: ScriptedCall): string {
  const { from = 1 } = input as { from?: number };
  const [heading = '', ...lines] = outline.split('\n');
  if (from > lines.length) return `${heading}\n(there are only ${lines.length} lines)`;
  const shown = lines.slice(from - 1, from + 399);
  const next = from + shown.length;
  const cut = `(cut: lines ${next} to ${lines.length} of ${lines.length} are left out. Use find.)`;
  return [heading, ...shown, ...(next <= lines.length ? [cut] : [])].join('\n');
}
