import type { Snapshot } from '../contract/accessibility';
import { ok, type Result } from '../contract/failure';
import { type ActorId, type BlobId, type CallId, type SnapshotId, snapshotId } from '../contract/ids';
import { diffSnapshots, isEmptyDiff } from '../contract/snapshot-diff';
import type { EventOf } from '../contract/trace-event';
import { type Adapter, fullBudget, type LiveElement, type Tree } from './adapter';
import type { DeskCaller } from './desk';
import { leak } from './leak';

/** Keeps bytes in the run's blobs, under their hash. */
export type KeepBlob = (bytes: Uint8Array) => BlobId;

export type SnapshotCause = EventOf<'snapshot-taken'>['cause'];

/** Who gives snapshots their numbers: one for all desks of a run. */
export interface Numbering {
  next(): SnapshotId;
}

export function numberingFromOne(): Numbering {
  let ordinal = 0;
  return {
    next() {
      ordinal += 1;
      return snapshotId(ordinal);
    },
  };
}

/** A tree and the epoch in which its reading began; not a snapshot yet. */
export interface FreshTree extends Tree {
  readonly epoch: number;
}

/** Every snapshot of a run, what each agent was shown of them, and the epoch. */
export interface SnapshotBook {
  readonly epoch: number;
  readonly latest: Snapshot | null;
  get(id: SnapshotId): Snapshot | null;
  read(signal: AbortSignal): Promise<Result<FreshTree>>;
  /** One element, read afresh by its identity. */
  look(identity: string, signal: AbortSignal): Promise<Result<LiveElement>>;
  /** A secret goes into this element: from here on it counts as secure and its value is not told, whatever the program makes of it. */
  conceal(identity: string): void;
  record(tree: FreshTree, cause: SnapshotCause, caller: DeskCaller): Snapshot;
  /** The latest snapshot, where nothing has changed since, bounds included. */
  recordIfNew(tree: FreshTree, cause: SnapshotCause, caller: DeskCaller): Snapshot;
  /** Its outline, or a diff that leads to it, goes back to the caller's agent with this call, and to no other. */
  show(snapshot: Snapshot, caller: DeskCaller): void;
  /** What this agent has been shown of last: the results of one turn are read in their order. */
  shownTo(caller: Pick<DeskCaller, 'viewer'>): Snapshot | null;
  /** What it knew when it asked for the calls of this turn: it had no result of it yet. */
  knownBefore(caller: Pick<DeskCaller, 'viewer' | 'turn'>): Snapshot | null;
  /** A write has reached the target, or may have. @param touched identities of what it was done to */
  advanceEpoch(caller: DeskCaller, touched: readonly string[]): void;
  /** What the calls of this turn have written to so far. */
  touchedIn(turn: number): ReadonlySet<string>;
  /** The write that ended an epoch; null while it lasts. */
  endedBy(epoch: number): CallId | null;
}

export function createSnapshotBook(adapter: Adapter, keepBlob: KeepBlob, numbering: Numbering): SnapshotBook {
  const snapshots = new Map<SnapshotId, Snapshot>();
  const shown = new Map<ActorId, { readonly turn: number; readonly snapshot: Snapshot }[]>();
  const shownSoFar = (viewer: ActorId) => shown.get(viewer) ?? [];
  const enders: CallId[] = [];
  const concealed = new Set<string>();
  const touched = new Map<number, ReadonlySet<string>>();
  let latest: Snapshot | null = null;

  const book: SnapshotBook = {
    get epoch() {
      return enders.length;
    },
    get latest() {
      return latest;
    },
    shownTo: ({ viewer }) => shownSoFar(viewer).at(-1)?.snapshot ?? null,
    get: (id) => snapshots.get(id) ?? null,
    async read(signal) {
      const epoch = enders.length;
      const tree = await adapter.tree(fullBudget, signal);
      if (!tree.ok) return tree;
      const nodes = tree.value.nodes.map((node) => (concealed.has(node.identity) ? veiled(node) : node));
      return leak(nodes) ?? ok({ ...tree.value, nodes, epoch });
    },
    async look(identity, signal) {
      const live = await adapter.look(identity, signal);
      return live.ok && concealed.has(identity) ? ok(veiled(live.value)) : live;
    },
    conceal: (identity) => void concealed.add(identity),
    record(tree, cause, caller) {
      const { epoch, app, title, nodes } = tree;
      const snapshot: Snapshot = { id: numbering.next(), epoch, app, title, nodes: [...nodes] };
      const blob = keepBlob(new TextEncoder().encode(JSON.stringify(snapshot)));
      snapshots.set(snapshot.id, snapshot);
      latest = snapshot;
      const handle = { id: snapshot.id, epoch, app, title, nodeCount: nodes.length, blob };
      caller.emit({
        type: 'snapshot-taken',
        turn: caller.turn,
        callId: caller.callId,
        cause,
        snapshot: handle,
      });
      return snapshot;
    },
    recordIfNew(tree, cause, caller) {
      const unchanged = latest !== null && latest.epoch === tree.epoch && sameTree(latest, tree);
      return unchanged && latest !== null ? latest : book.record(tree, cause, caller);
    },
    show(snapshot, { turn, viewer }) {
      const soFar = shownSoFar(viewer);
      soFar.push({ turn, snapshot });
      shown.set(viewer, soFar);
    },
    knownBefore: ({ turn, viewer }) =>
      shownSoFar(viewer).findLast((each) => each.turn < turn)?.snapshot ?? null,
    touchedIn: (turn) => touched.get(turn) ?? new Set(),
    advanceEpoch({ callId, turn, emit }, identities) {
      touched.set(turn, new Set([...book.touchedIn(turn), ...identities]));
      enders.push(callId);
      emit({ type: 'epoch-advanced', turn, callId, app: adapter.app, epoch: enders.length });
    },
    endedBy: (epoch) => enders[epoch] ?? null,
  };
  return book;
}

function veiled<T extends Pick<LiveElement, 'value' | 'states'>>(face: T): T {
  const states: LiveElement['states'] = face.states.includes('secure')
    ? face.states
    : [...face.states, 'secure' as const].sort();
  return { ...face, value: null, states };
}

function sameTree(a: Tree, b: Tree): boolean {
  return a.title === b.title && a.app === b.app && isEmptyDiff(diffSnapshots(a, b, { bounds: true }));
}
