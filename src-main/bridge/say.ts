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

/** A deed as a person is asked about it: `Press the button "Send"`. @param whom in words; null: whatever has the focus */
export function deedAsAsked(deed: Deed, whom: string | null): string {
  const it = whom === null ? 'what has the focus' : `the ${whom}`;
  switch (deed.kind) {
    case 'press':
      return `Press ${it}`;
    case 'set_value':
      return `Set ${it} to ${quotedShort(deed.value)}`;
    case 'set_secret':
      return `Fill ${it} with what you type`;
    case 'select':
      return `Choose ${quotedShort(deed.option)} in ${it}`;
    case 'show_menu':
      return `Open the menu of ${it}`;
    case 'pointer':
      return `${clickInWords(deed)} ${it}`;
    case 'focus':
      return `Give the focus to ${it}`;
    case 'scroll':
      return `Scroll ${it}`;
    case 'type':
      return `Type ${quotedShort(deed.text)} into ${it}`;
    case 'key':
      return `Press the key ${deed.chord} in ${it}`;
  }
}

function clickInWords({ button, clicks }: Extract<Deed, { kind: 'pointer' }>): string {
  const click = clicks === 2 ? 'Double-click' : 'Click';
  return button === 'left' ? click : `${click} with the ${button} button on`;
}
