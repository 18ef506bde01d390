import { type Node, type Nodes, refAt, type Snapshot } from '../contract/accessibility';
import type { Failure } from '../contract/failure';
import type { LiveElement } from './adapter';
import { isWithin, programIndex } from './refs';
import { type Deed, nameOf } from './say';

/** Why a deed may not be done to an element that is the right one; null where it may. */
export function obstacle(live: LiveElement, deed: Deed): Failure | null {
  const name = nameOf(live);
  const isSecure = live.states.includes('secure');
  if (isSecure && entersText(deed)) return secureField(name);
  if (!isSecure && deed.kind === 'set_secret') return noSecureField(name);
  if (!live.visible) {
    return {
      code: 'not_visible',
      sentence: `The ${name} is not visible.`,
      next: 'Open or scroll to what holds it, then take a snapshot.',
    };
  }
  if (deed.kind === 'scroll') return null;
  if (live.states.includes('disabled')) {
    return {
      code: 'not_enabled',
      sentence: `The ${name} is disabled.`,
      next: 'Find out what enables it, a required field for one, and do that first.',
    };
  }
  if (live.states.includes('readonly') && (entersText(deed) || deed.kind === 'set_secret')) {
    return {
      code: 'not_enabled',
      sentence: `The ${name} is read-only.`,
      next: 'Leave its value as it is, or look for another way to change it.',
    };
  }
  if (live.hit !== null && live.hit.covering !== null) {
    return {
      code: 'covered',
      sentence: `The ${name} is covered by ${live.hit.covering}.`,
      next: 'Close or move what covers it, then take a snapshot.',
    };
  }
  return null;
}

export function secureField(name: string): Failure {
  return {
    code: 'secure_field',
    sentence: `The ${name} is a secure field: what goes into it is for the person to type.`,
    next: 'Use fill_secure_field, which asks them for it, or leave it as it is.',
  };
}

function noSecureField(name: string): Failure {
  return {
    code: 'invalid_input',
    sentence: `The ${name} is no secure field: what is typed into it can be seen.`,
    next: 'Use set_value for it.',
  };
}

/** Keys that type nothing and paste nothing, whatever has the focus. */
const harmlessKeys =
  /^(?:Shift\+)?(?:Tab|Escape|Enter|Arrow(?:Up|Down|Left|Right)|Home|End|Page(?:Up|Down)|F\d{1,2})$/;

export function entersText(deed: Deed): boolean {
  if (deed.kind === 'key') return !harmlessKeys.test(deed.chord);
  return deed.kind === 'set_value' || deed.kind === 'type';
}

/**
 * The topmost modal that the model did not know of and that does not hold the element; null where there is none. What opens in
 * one program stands in front of that program alone.
 * @param target index in `fresh`; null where the element's place is not known, or nothing was named
 * @param around index in `fresh` of something in the program that is meant; null where that is not known
 */
export function unexpectedModal(
  known: Nodes,
  fresh: Nodes,
  target: number | null,
  around: number | null,
): number | null {
  const program = around === null ? null : programIndex(fresh, around);
  const knownModals = new Set(known.nodes.filter(isModal).map((node) => node.identity));
  const found = fresh.nodes.findLastIndex(
    (node, index) =>
      isModal(node) &&
      !knownModals.has(node.identity) &&
      (program === null || programIndex(fresh, index) === program) &&
      (target === null || !isWithin(fresh, target, index)),
  );
  return found === -1 ? null : found;
}

function isModal(node: Node): boolean {
  return node.states.includes('modal');
}

export function modalFailure(fresh: Snapshot, modal: number, target: string, since: Snapshot): Failure {
  const node = fresh.nodes[modal];
  const name = node === undefined ? 'window' : nameOf(node);
  return {
    code: 'unexpected_modal',
    sentence: `The ${name} (${refAt(fresh, modal)}) has opened since ${since.id} and stands in front of ${target}.`,
    next: 'Deal with it first; what it holds is among the changes that follow.',
  };
}

/** The node that has the focus: the innermost, where a platform marks its ancestors too. */
export function focusedIndex({ nodes }: Nodes): number | null {
  const found = nodes.findLastIndex((node) => node.states.includes('focused'));
  return found === -1 ? null : found;
}
