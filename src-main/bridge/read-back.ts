import type { Node } from '../contract/accessibility';
import type { Failure } from '../contract/failure';
import { quotedShort } from '../contract/quoted';
import type { Delivery } from '../contract/trace-event';
import { type Deed, nameOf } from './say';

type Face = Pick<Node, 'role' | 'name' | 'value' | 'states' | 'bounds'>;

/** What is known of the time before and after a deed. */
export interface Evidence {
  /** null: nothing was named and nothing had the focus. */
  readonly before: Face | null;
  readonly after: Afterwards;
  /** Whether anything else in the whole tree changed; null where nobody looked. */
  readonly changed: boolean | null;
  /** The names of what is selected within the element; null where nobody looked, or nothing can be. */
  readonly chosen: readonly string[] | null;
}

export type Afterwards =
  | { readonly kind: 'here'; readonly face: Face }
  | { readonly kind: 'gone' }
  /** It could not be told, or there was nothing to look at. */
  | { readonly kind: 'unread' };

export interface Judgement {
  readonly delivery: Delivery;
  readonly failure: Failure | null;
}

/**
 * What the target's own state says of a deed that was delivered. `observed` is claimed only for what was seen; a change
 * elsewhere counts for a press, a key and a scroll, which may do anything.
 */
export function judge(
  deed: Deed,
  delivered: Delivery,
  { before, after, changed, chosen }: Evidence,
): Judgement {
  const observed: Judgement = { delivery: 'observed', failure: null };
  const asDelivered: Judgement = { delivery: delivered, failure: null };
  const stirred = changed === true || after.kind === 'gone' || facesDiffer(before, after);
  switch (deed.kind) {
    case 'set_value':
    case 'select': {
      const wanted = deed.kind === 'select' ? deed.option : deed.value;
      if (after.kind !== 'here') return asDelivered;
      if (deed.kind === 'select' && after.face.value === null)
        return judgeChoice(after.face, wanted, chosen) ?? asDelivered;
      const held = heldBy(after.face);
      return sameText(held, wanted) ? observed : contradicted(after.face, heldInstead(held, wanted));
    }
    case 'type': {
      if (after.kind !== 'here' || before === null) return stirred ? observed : asDelivered;
      const held = after.face.value;
      if (held === null) return stirred ? observed : asDelivered;
      const unmoved = sameText(held, before.value ?? '');
      if (unmoved && deed.text !== '')
        return contradicted(after.face, `still holds ${quotedShort(held)} after the typing`);
      return plain(held).includes(plain(deed.text)) ? observed : asDelivered;
    }
    case 'focus':
      if (after.kind !== 'here') return asDelivered;
      return after.face.states.includes('focused')
        ? observed
        : contradicted(after.face, 'did not take the focus');
    case 'set_secret':
      return delivered === 'observed' ? { delivery: 'accepted', failure: null } : asDelivered;
    case 'press':
      return judgePress(before, after, changed, stirred) ?? (stirred ? observed : asDelivered);
    case 'show_menu':
    case 'pointer':
    case 'key':
    case 'scroll':
      return stirred ? observed : asDelivered;
  }
}

/** What a cell holds is what it is called by. */
function heldBy({ role, name, value }: Face): string {
  return value ?? (role === 'cell' ? name : '');
}

/** A list has no value: what of it is chosen says so itself. */
function judgeChoice(face: Face, wanted: string, chosen: readonly string[] | null): Judgement | null {
  if (chosen === null) return null;
  return chosen.some((name) => name.toLowerCase() === wanted.trim().toLowerCase())
    ? { delivery: 'observed', failure: null }
    : contradicted(face, `did not choose ${quotedShort(wanted)}`);
}

/** A checkbox says itself whether it was pressed; null where anything else was. */
function judgePress(
  before: Face | null,
  after: Afterwards,
  changed: boolean | null,
  stirred: boolean,
): Judgement | null {
  if (before === null || after.kind !== 'here' || !toggles.has(before.role)) return null;
  if (checkedness(before) !== checkedness(after.face)) return { delivery: 'observed', failure: null };
  if (changed === true && stirred) return { delivery: 'accepted', failure: null };
  return contradicted(after.face, `is still ${checkedness(after.face)}`);
}

const toggles: ReadonlySet<string> = new Set(['checkbox', 'switch', 'menuitemcheckbox']);

function checkedness({ states }: Face): string {
  if (states.includes('mixed')) return 'partly checked';
  return states.includes('checked') ? 'checked' : 'not checked';
}

function contradicted(face: Face, what: string): Judgement {
  return {
    delivery: 'contradicted',
    failure: {
      code: 'contradicted',
      sentence: `The ${nameOf(face)} ${what}.`,
      next: 'Find out what it accepts before you try again.',
    },
  };
}

function heldInstead(held: string, wanted: string): string {
  if (held === '') return `is empty; it did not keep ${quotedShort(wanted)}`;
  return `holds ${quotedShort(held)} instead of ${quotedShort(wanted)}`;
}

function facesDiffer(before: Face | null, after: Afterwards): boolean {
  if (before === null || after.kind !== 'here') return false;
  const { face } = after;
  return (
    before.name !== face.name || before.value !== face.value || statesInWords(before) !== statesInWords(face)
  );
}

/** A look scrolls the element into view, which says nothing of the deed. */
function statesInWords({ states }: Face): string {
  return states.filter((state) => state !== 'offscreen').join();
}

function sameText(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/** Programs keep line ends in their own way. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
