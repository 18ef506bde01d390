import { hasState, type RawNode } from '../../../native/linux/atspi';
import type { Toolkit } from './toolkit';

export type Kind = Pick<RawNode, 'role' | 'name' | 'interfaces' | 'states'>;

/** What an element is, in our words, where its toolkit calls it by a broader or another word; else null. */
export function roleByAbility(kind: Kind, toolkit: Toolkit): string | null {
  if (toolkit === 'gtk4') return byClass.get(`${kind.role} ${kind.name}`) ?? null;
  return toolkit === 'gtk3' ? inGtk3(kind) : null;
}

/** GTK 4 gives the name of the class where nobody gave one, and has no role for these. */
const byClass: ReadonlyMap<string, string> = new Map([
  ['check_box GtkSwitch', 'switch'],
  ['filler GtkCalendar', 'calendar'],
  ['filler GtkIconView', 'list'],
  ['filler GtkPaned', 'splitter'],
  ['filler GtkScaleButton', 'slider'],
  ['filler GtkTreeView', 'table'],
  ['filler GtkVolumeButton', 'slider'],
]);

/** By what it can do. */
function inGtk3({ role, interfaces, states }: Kind): string | null {
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
