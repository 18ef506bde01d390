import { type Failure, type Result, thrownSentence } from '../contract/failure';
import type { Delivery } from '../contract/trace-event';
import { refusedBeforehand } from './adapter';
import type { Ready } from './approach';
import type { DeskCaller } from './desk';
import { entersText, focusedIndex, obstacle, secureField } from './preflight';
import { isWithin, sameWords } from './refs';
import { type Deed, deedInWords, nameOf } from './say';
import type { Workings } from './workings';

/** What is known once a deed has been handed to the platform. */
export type Dispatch =
  /** Nothing reached the target. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** Something did, but not what was asked for: the focus went elsewhere, say. */
  | { readonly kind: 'astray'; readonly failure: Failure }
  /** It may have been done or not. */
  | { readonly kind: 'unknown'; readonly failure: Failure }
  | { readonly kind: 'delivered'; readonly delivery: Delivery };

/** Hands a deed over, once. Nothing in here is ever tried again. */
export async function dispatch(
  workings: Workings,
  { element, named }: Ready,
  deed: Deed,
  caller: DeskCaller,
): Promise<Dispatch> {
  const { adapter, consent } = workings;
  const { signal } = caller;
  if (deed.kind !== 'type' && deed.kind !== 'key') {
    if (element === null) throw new Error(`${deed.kind} needs an element`);
    return outcomeOf(deed, element, () => adapter.act(element.identity, deed, element, signal));
  }
  if (element === null || !named) return outcomeOf(deed, element, () => adapter.input(deed, signal));
  const wasFocused = element.states.includes('focused');
  if (!wasFocused) {
    const focus = { kind: 'focus' } as const;
    const focused = await outcomeOf(focus, element, () =>
      adapter.act(element.identity, focus, element, signal),
    );
    if (focused.kind !== 'delivered') return focused;
    const astray = await whyNotTyping(workings, element, deed, caller);
    if (astray !== null) return { kind: 'astray', failure: astray };
    if (signal.aborted) return { kind: 'astray', failure: cancelledBeforeTyping };
    if (consent.isHeld) return { kind: 'astray', failure: personCame };
  }
  const typed = await outcomeOf(deed, element, () => adapter.input(deed, signal));
  return typed.kind === 'refused' && !wasFocused ? { kind: 'astray', failure: typed.failure } : typed;
}

async function outcomeOf(
  deed: Deed,
  element: Ready['element'],
  handOver: () => Promise<Result<Delivery>>,
): Promise<Dispatch> {
  try {
    const result = await handOver();
    if (result.ok) return { kind: 'delivered', delivery: result.value };
    const failure = withoutSecret(deed, result.failure);
    if (refusedBeforehand.has(failure.code)) return { kind: 'refused', failure };
    if (failure.code === 'contradicted') return { kind: 'astray', failure };
    return unknown(deed, element, failure.sentence);
  } catch (thrown) {
    const failure: Failure = { code: 'internal', sentence: thrownSentence(thrown), next: 'Report it.' };
    return unknown(deed, element, withoutSecret(deed, failure).sentence);
  }
}

/** A platform may repeat in its words what it was given. */
function withoutSecret(deed: Deed, { code, sentence, next }: Failure): Failure {
  const blot = (words: string) =>
    deed.kind === 'set_secret' ? words.replaceAll(deed.value, 'the secret') : words;
  return { code, sentence: blot(sentence), next: blot(next) };
}

function unknown(deed: Deed, element: Ready['element'], why: string): Dispatch {
  const whom = element === null ? 'the window' : `the ${nameOf(element)}`;
  return {
    kind: 'unknown',
    failure: {
      code: 'delivery_unknown',
      sentence: `It is not known whether ${deedInWords(deed)} reached ${whom}: ${why}`,
      next: 'Look at what has become of it before anything is done again.',
    },
  };
}

/** Why nothing may be typed after all: the focus is neither on the element nor in it, or it changed as it took the focus. */
async function whyNotTyping(
  { book }: Workings,
  element: NonNullable<Ready['element']>,
  deed: Deed,
  { signal }: DeskCaller,
): Promise<Failure | null> {
  const live = await book.look(element.identity, signal);
  if (live.ok && !sameWords(element, live.value)) {
    return nothingTyped(
      `The ${nameOf(element)} turned into the ${nameOf(live.value)} when it took the focus.`,
    );
  }
  if (!live.ok && live.failure.code === 'stale_ref') {
    return nothingTyped(`The ${nameOf(element)} went when it took the focus.`);
  }
  const inTheWay = live.ok ? obstacle(live.value, deed) : live.failure;
  if (inTheWay !== null) return inTheWay;
  if (live.ok && live.value.states.includes('focused')) return null;
  const tree = await book.read(signal);
  if (!tree.ok) return tree.failure;
  const { nodes } = tree.value;
  const focus = focusedIndex(tree.value);
  const holder = nodes.findIndex((node) => node.identity === element.identity);
  const node = nodes[focus ?? -1];
  if (focus !== null && node !== undefined && holder !== -1 && isWithin(tree.value, focus, holder)) {
    return node.states.includes('secure') && entersText(deed) ? secureField(nameOf(node)) : null;
  }
  const holds = node === undefined ? 'nothing has it' : `the ${nameOf(node)} has it`;
  return nothingTyped(`The ${nameOf(element)} did not take the focus; ${holds}.`);
}

const cancelledBeforeTyping: Failure = {
  code: 'cancelled',
  sentence: 'The call was cancelled once the element had the focus. Nothing was typed.',
  next: 'Only the focus has moved.',
};

const personCame: Failure = {
  code: 'cancelled',
  sentence: 'The person began to use the desktop once the element had the focus. Nothing was typed.',
  next: 'Only the focus has moved; type again.',
};

function nothingTyped(why: string): Failure {
  return {
    code: 'contradicted',
    sentence: `${why} Nothing was typed.`,
    next: 'Take a snapshot, and choose an element that takes text.',
  };
}
