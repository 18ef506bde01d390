import type { Snapshot } from '../contract/accessibility';
import { ok, type Result } from '../contract/failure';
import type { ElementRef } from '../contract/ids';
import type { LiveElement } from './adapter';
import { refuseAfterLook } from './approach';
import type { DeskCaller, Sighting, Subtree } from './desk';
import { leak } from './leak';
import { type Pointed, resolveRef, sameWords, standingOf } from './refs';
import { refuseOlder, refuseStale } from './stale';
import { refusal, type Workings } from './workings';

export async function takeSnapshot({ book }: Workings, caller: DeskCaller): Promise<Result<Snapshot>> {
  const tree = await book.read(caller.signal);
  if (!tree.ok) return tree;
  const snapshot = book.record(tree.value, 'asked', caller);
  book.show(snapshot, caller);
  return ok(snapshot);
}

export async function takeSubtree(
  workings: Workings,
  ref: ElementRef,
  caller: DeskCaller,
): Promise<Sighting<Subtree>> {
  const { book, policy } = workings;
  const pointed = resolveRef(book, ref);
  if (!pointed.ok) return refusal(pointed.failure);
  const { epoch } = pointed.value.snapshot;
  if (policy.olderRef === 'check' && epoch < book.epoch) return refuseOlder(workings, pointed.value, caller);
  const taken = await takeSnapshot(workings, caller);
  if (!taken.ok) return refusal(taken.failure);
  const snapshot = taken.value;
  const standing = standingOf(pointed.value, snapshot);
  return standing.kind === 'same'
    ? { ok: true, value: { snapshot, root: standing.index } }
    : refuseStale(workings, pointed.value, standing, snapshot, caller);
}

/** The element's identity and words are what re-identifies it; a whole tree is read only to say what became of it. */
export async function readElement(
  workings: Workings,
  ref: ElementRef,
  caller: DeskCaller,
): Promise<Sighting<LiveElement>> {
  const { book, policy } = workings;
  const pointed = resolveRef(book, ref);
  if (!pointed.ok) return refusal(pointed.failure);
  const { node, snapshot } = pointed.value;
  if (policy.olderRef === 'check' && snapshot.epoch < book.epoch) {
    return refuseOlder(workings, pointed.value, caller);
  }
  const live = await lookFor(workings, pointed.value, caller.signal);
  if (live.ok && sameWords(node, live.value)) {
    const leaked = leak([live.value]);
    return leaked === null ? live : refusal(leaked.failure);
  }
  if (!live.ok && live.failure.code !== 'stale_ref') return refusal(live.failure);
  return refuseAfterLook(workings, pointed.value, caller);
}

/** By its identity; where that is gone, and the mode goes by more than that, by what the whole tree says is the same. */
async function lookFor(
  { book, policy }: Workings,
  pointed: Pointed,
  signal: AbortSignal,
): Promise<Result<LiveElement>> {
  const { identity } = pointed.node;
  const live = await book.look(identity, signal);
  if (live.ok || live.failure.code !== 'stale_ref' || policy.olderRef === 'check') return live;
  const tree = await book.read(signal);
  if (!tree.ok) return tree;
  const standing = standingOf(pointed, tree.value);
  const now = standing.kind === 'same' ? tree.value.nodes[standing.index] : undefined;
  return now === undefined || now.identity === identity ? live : book.look(now.identity, signal);
}
