import { type Nodes, refAt, type Snapshot } from '../contract/accessibility';
import type { Failure } from '../contract/failure';
import type { DeskCaller } from './desk';
import type { Twin } from './likeness';
import { type Pointed, type Standing, standingOf } from './refs';
import { nameOf } from './say';
import { changesBetween, type Refusal, refusal, type Workings } from './workings';

/** Refuses a ref whose element is not what it was, with a fresh snapshot for the model to go on from. */
export function refuseStale(
  { book }: Workings,
  pointed: Pointed,
  standing: Standing,
  fresh: Snapshot,
  caller: DeskCaller,
): Refusal & { ok: false } {
  const failure: Failure = {
    code: 'stale_ref',
    sentence: `${pointed.ref} was the ${nameOf(pointed.node)}. ${whatBecameOf(standing, fresh)}`,
    next: nextAfter(standing, fresh),
  };
  reportHazard(pointed, book.endedBy(pointed.snapshot.epoch), standsNow(standing, fresh), failure, caller);
  book.show(fresh, caller);
  return refusal(failure, changesBetween(pointed.snapshot, fresh));
}

/**
 * Refuses a ref for its age alone. Nothing is recorded and the model is shown nothing; what stands there now is looked up for
 * the person who watches.
 */
export async function refuseOlder(
  { book }: Workings,
  pointed: Pointed,
  caller: DeskCaller,
): Promise<Refusal & { ok: false }> {
  const endedBy = book.endedBy(pointed.snapshot.epoch);
  const failure: Failure = {
    code: 'stale_ref',
    sentence: `${pointed.ref} (${nameOf(pointed.node)}) is from before the write of call ${endedBy ?? '?'}, which may have changed the screen.`,
    next: 'Take a snapshot, and use a ref from it.',
  };
  const live = await book.look(pointed.node.identity, caller.signal);
  let now: string | null = live.ok ? nameOf(live.value) : null;
  if (!live.ok) {
    const tree = await book.read(caller.signal);
    if (tree.ok) now = standsNow(standingOf(pointed, tree.value), tree.value);
  }
  reportHazard(pointed, endedBy, now, failure, caller);
  return refusal(failure);
}

function reportHazard(
  { ref, node }: Pointed,
  endedBy: ReturnType<Workings['book']['endedBy']>,
  standsNow: string | null,
  failure: Failure,
  { callId: call, turn, emit }: DeskCaller,
): void {
  const { sentence } = failure;
  emit({
    type: 'hazard-found',
    hazard: {
      kind: 'stale_ref',
      turn,
      call,
      ref,
      endedBy,
      pointedTo: nameOf(node),
      standsNow,
      sentence,
    },
  });
}

function standsNow(standing: Standing, { nodes }: Nodes): string | null {
  const index = standInOf(standing);
  const node = index === null ? undefined : nodes[index];
  return node === undefined ? null : nameOf(node);
}

/** Who a person would take for the element now. */
function standInOf(standing: Standing): number | null {
  switch (standing.kind) {
    case 'same':
    case 'altered':
      return standing.index;
    case 'unread':
      return null;
    case 'gone':
      return onlyTwin(standing)?.index ?? standing.inPlace;
  }
}

function onlyTwin({ twins, inPlace }: Extract<Standing, { kind: 'gone' }>): Twin | null {
  const there = twins.find(({ index }) => index === inPlace);
  return there ?? (twins.length === 1 ? (twins[0] ?? null) : null);
}

function whatBecameOf(standing: Standing, fresh: Snapshot): string {
  if (standing.kind === 'unread') return 'It was not found, but a part of the tree was not read.';
  const index = standInOf(standing);
  const node = index === null ? undefined : fresh.nodes[index];
  if (index === null || node === undefined) return 'It is no longer there, and nothing stands in its place.';
  const words = `the ${nameOf(node)} (${refAt(fresh, index)})`;
  if (standing.kind !== 'gone') return `The same element is now ${words}.`;
  const twin = onlyTwin(standing);
  if (twin !== null) {
    const percent = Math.round(twin.confidence * 100);
    return `It is no longer there; ${words} looks the same with ${percent}% confidence, which is too little to act on.`;
  }
  return `It is no longer there; ${words} stands in its place.`;
}

function nextAfter(standing: Standing, fresh: Snapshot): string {
  const index = standInOf(standing);
  if (index === null) return 'Choose again from the changes that follow, or take a snapshot.';
  return `Use ${refAt(fresh, index)} if that is the one you mean; the changes follow.`;
}
