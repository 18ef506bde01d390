import { hasState, type RawNode } from '../../../native/linux/atspi';
import type { Toolkit } from './toolkit';

export type Kind = Pick<RawNode, 'role' | 'interfaces' | 'states'>;

/** What an element is by what it can do, in our words, where GTK 3 calls it by a broader or another word; else null. */
export function roleByAbility({ role, interfaces, states }: Kind, toolkit: Toolkit): string | null {
  if (toolkit !== 'gtk3') return null;
  switch (role) {
    case 'toggle_button':
      // A switch is a toggle button that shows no picture; so is an expander, which unfolds something.
      return interfaces.has('Image') || hasState(states, 'expandable') ? null : 'switch';
    case 'push_button':
      return interfaces.has('Hyperlink') ? 'link' : null;
    case 'color_chooser':
      // Also the bars of a colour editor.
      return interfaces.has('Value') ? 'slider' : null;
    case 'split_pane':
      return interfaces.has('Value') ? 'splitter' : null;
    case 'table':
      // A box in which pictures flow.
      return interfaces.has('Table') ? null : 'list';
    case 'layered_pane':
      return interfaces.has('Selection') ? 'list' : null;
    case 'icon':
      if (hasState(states, 'selectable')) return 'listitem';
      // On the edge of a text field.
      return interfaces.has('Action') && !interfaces.has('Image') ? 'button' : null;
    default:
      return null;
  }
}
