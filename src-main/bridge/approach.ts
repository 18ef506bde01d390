import type { Node, Nodes } from '../contract/accessibility';
import type { ElementRef } from '../contract/ids';
import type { LiveElement } from './adapter';
import type { DeskCaller } from './desk';
import { divergence } from './divergence';
import { expectationOf } from './expectation';
import { entersText, focusedIndex, modalFailure, obstacle, secureField, unexpectedModal } from './preflight';
import { type Pointed, resolveRef, sameWords, standingOf } from './refs';
import { type Deed, nameOf } from './say';
import { refuseOlder, refuseStale } from './stale';
import { changesBetween, type Refusal, refusal, type Workings } from './workings';

/** The element that is about to be acted on, as it stood a moment before. */
export interface Ready {
  readonly ok: true;
  /** null: whatever has the focus, and nothing has. */
  readonly element: Pick<Node, 'identity' | 'role' | 'name' | 'value' | 'states' | 'bounds'> | null;
  /** Whether a ref named it, rather than the focus. */
  readonly named: boolean;
  /** The whole tree just before; null where the mode does not look. */
  readonly tree: Nodes | null;
}

export type Approach = Ready | ({ readonly ok: false } & Refusal);

/** Everything that has to hold before a deed: the same element, visible, enabled, uncovered, and nothing unexpected before it. */
export async function approach(
  workings: Workings,
  ref: ElementRef | null,
  deed: Deed,
  caller: DeskCaller,
): Promise<Approach> {
  if (ref === null) return approachFocus(workings, deed, caller);
  const pointed = resolveRef(workings.book, ref);
  if (!pointed.ok) return refusal(pointed.failure);
  return workings.policy.olderRef === 'check'
    ? checkAge(workings, pointed.value, deed, caller)
    : reidentify(workings, pointed.value, deed, caller);
}

async function checkAge(workings: Workings, pointed: Pointed, deed: Deed, caller: DeskCaller) {
  const { book } = workings;
  if (pointed.snapshot.epoch < book.epoch) return refuseOlder(workings, pointed, caller);
  const { identity } = pointed.node;
  const live = await book.look(identity, caller.signal);
  if (!live.ok && live.failure.code !== 'stale_ref') return refusal(live.failure);
  if (!live.ok || !sameWords(pointed.node, live.value)) return refuseAfterLook(workings, pointed, caller);
  const failure = obstacle(live.value, deed);
  return failure === null ? ready(identity, live.value, null) : refusal(failure);
}

async function reidentify(workings: Workings, pointed: Pointed, deed: Deed, caller: DeskCaller) {
  const { book } = workings;
  const tree = await book.read(caller.signal);
  if (!tree.ok) return refusal(tree.failure);
  const standing = standingOf(pointed, tree.value);
  const diverged = () => book.recordIfNew(tree.value, 'diverged', caller);
  const index = standing.kind === 'same' ? standing.index : null;
  const modal = unexpectedModal(pointed.snapshot, tree.value, index, index);
  if (modal !== null) {
    const fresh = diverged();
    book.show(fresh, caller);
    const failure = modalFailure(fresh, modal, `the ${nameOf(pointed.node)}`, pointed.snapshot);
    return refusal(failure, changesBetween(pointed.snapshot, fresh));
  }
  if (standing.kind === 'altered' || standing.kind === 'gone') {
    return refuseStale(workings, pointed, standing, diverged(), caller);
  }
  const { identity } = tree.value.nodes[index ?? -1] ?? pointed.node;
  const live = await book.look(identity, caller.signal);
  if (!live.ok && live.failure.code !== 'stale_ref') return refusal(live.failure);
  if (!live.ok || !sameWords(pointed.node, live.value)) return refuseAfterLook(workings, pointed, caller);
  const place = index === null ? null : { identity: pointed.node.identity, index };
  const failure =
    obstacle(live.value, deed) ??
    (place === null
      ? null
      : divergence(expectationOf(book, caller, pointed.snapshot), tree.value, place, deed));
  if (failure !== null) {
    const fresh = diverged();
    book.show(fresh, caller);
    return refusal(failure, changesBetween(pointed.snapshot, fresh));
  }
  book.recordIfNew(tree.value, 'preflight', caller);
  return ready(identity, live.value, tree.value);
}

/** The element went, or turned into something else, under our eyes. */
export async function refuseAfterLook(workings: Workings, pointed: Pointed, caller: DeskCaller) {
  const tree = await workings.book.read(caller.signal);
  if (!tree.ok) return refusal(tree.failure);
  const fresh = workings.book.recordIfNew(tree.value, 'diverged', caller);
  return refuseStale(workings, pointed, standingOf(pointed, fresh), fresh, caller);
}

async function approachFocus(workings: Workings, deed: Deed, caller: DeskCaller): Promise<Approach> {
  const { book, policy } = workings;
  const tree = await book.read(caller.signal);
  if (!tree.ok) return refusal(tree.failure);
  const focus = focusedIndex(tree.value);
  const element = tree.value.nodes[focus ?? -1] ?? null;
  if (element?.states.includes('secure') === true && entersText(deed)) {
    return refusal(secureField(nameOf(element)));
  }
  if (policy.olderRef === 'check') return { ok: true, element, named: false, tree: null };
  const known = book.knownBefore(caller);
  const modal = known === null ? null : unexpectedModal(known, tree.value, null, focus);
  const strayed =
    known === null || modal !== null
      ? null
      : divergence(expectationOf(book, caller, known), tree.value, null, deed);
  if (known !== null && (modal !== null || strayed !== null)) {
    const fresh = book.recordIfNew(tree.value, 'diverged', caller);
    book.show(fresh, caller);
    const failure = strayed ?? modalFailure(fresh, modal ?? 0, 'the window', known);
    return refusal(failure, changesBetween(known, fresh));
  }
  book.recordIfNew(tree.value, 'preflight', caller);
  return { ok: true, element, named: false, tree: tree.value };
}

function ready(identity: string, live: LiveElement, tree: Nodes | null): Ready {
  return { ok: true, element: { ...live, identity }, named: true, tree };
}
