import type { Node } from '../contract/accessibility';
import { quotedShort } from '../contract/quoted';
import type { Action, Input } from './adapter';

/** What is done to a desktop in one write. */
export type Deed = Action | Input;

/** An element in a sentence: `button "Send"`. */
export function nameOf(node: Pick<Node, 'role' | 'name'>): string {
  return node.name === '' ? `${node.role} without a name` : `${node.role} ${quotedShort(node.name)}`;
}

/** A deed in a sentence, as something on its way: `the press`. */
export function deedInWords(deed: Deed): string {
  switch (deed.kind) {
    case 'press':
      return 'the press';
    case 'set_value':
    case 'set_secret':
      return 'the new value';
    case 'select':
      return `the choice of ${quotedShort(deed.option)}`;
    case 'show_menu':
      return 'the opening of its menu';
    case 'pointer':
      return deed.clicks === 2 ? 'the double click' : `the ${deed.button} click`;
    case 'focus':
      return 'the focus';
    case 'scroll':
      return 'the scrolling';
    case 'type':
      return 'the typing';
    case 'key':
      return `the key ${deed.chord}`;
  }
}
