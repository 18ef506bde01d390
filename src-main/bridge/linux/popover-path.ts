import { type Answer, hasState, type Own } from '../../../native/linux/atspi';

export interface Step {
  readonly identity: string;
  readonly own: Answer<Own>;
}

/**
 * From the program down to an element, as the tree has it: a popover of GTK 3 stands in its window, and calls whatever it points
 * at its parent.
 */
export function asInTree(path: readonly Step[]): readonly Step[] {
  const popover = path.findLastIndex(({ own }) => own.ok && isPopover(own.value));
  return popover < 2 ? path : [...path.slice(0, 2), ...path.slice(popover)];
}

function isPopover({ role, states }: Own): boolean {
  return role === 'panel' && hasState(states, 'modal');
}
