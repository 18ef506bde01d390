import type { RawNode } from '../../../native/linux/atspi';
import type { Branch } from '../branch';
import { optionsIn, shownText, unknownIn } from './inside';
import { isClosedToAll } from './page-words';
import type { Toolkit } from './toolkit';
import { ownName, ownValue } from './words';

/** What of the rest of the tree an element's value may depend on. */
export interface Holding {
  readonly toolkit: Toolkit;
  /** The identity of what is chosen in it; undefined where that is not known. */
  readonly chosen: string | undefined;
  /** What a person would tell of what is in it. */
  readonly inside: readonly Branch[];
  readonly firstChild: RawNode | undefined;
}

/** What an element holds. @param role as we call it */
export function heldBy(raw: RawNode, role: string, of: Holding): string | null {
  const own = ownValue(raw);
  if (own !== null || raw.role === 'password_text') return own;
  // GTK 4 has the value of a scroll bar in the one thing within it.
  if (role === 'scrollbar') return of.firstChild === undefined ? null : ownValue(of.firstChild);
  return role === 'combobox' ? inCombobox(raw, of) : null;
}

function inCombobox(raw: RawNode, { toolkit, chosen, inside }: Holding): string | null {
  const field = inside.find(({ node }) => node.role === 'textbox' && node.value !== null);
  const options = optionsIn(inside);
  const option =
    options.find(({ node }) => node.identity === chosen) ??
    options.find(({ node }) => node.states.includes('selected'));
  const held = field?.node.value ?? option?.node.name ?? shownText(inside);
  if (held !== null || isClosedToAll(raw, toolkit)) return held;
  // GTK 3 takes the options out of a list that is open, and calls the list by what is chosen.
  return toolkit === 'gtk3' ? ownName(raw, toolkit) : unknownIn(toolkit);
}
