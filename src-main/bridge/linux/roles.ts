import type { RoleWord } from '../../../native/linux/atspi';
import { type Kind, roleByAbility } from './role-by-ability';
import type { Toolkit } from './toolkit';

/** AT-SPI's words by ours. A word that stands nowhere here is the same in both. */
const words = {
  window: ['frame', 'window'],
  dialog: ['dialog'],
  button: ['push_button', 'toggle_button', 'push_button_menu'],
  textbox: ['text', 'entry', 'password_text', 'editbar', 'autocomplete', 'date_editor', 'terminal'],
  checkbox: ['check_box'],
  combobox: ['combo_box'],
  radio: ['radio_button'],
  spinbutton: ['spin_button', 'dial'],
  progressbar: ['progress_bar'],
  meter: ['level_bar', 'rating'],
  scrollbar: ['scroll_bar'],
  list: ['list_box', 'directory_pane', 'description_list'],
  listitem: ['list_item'],
  tab: ['page_tab'],
  tablist: ['page_tab_list'],
  table: ['tree_table'],
  row: ['table_row'],
  cell: ['table_cell'],
  columnheader: ['column_header', 'table_column_header'],
  rowheader: ['row_header', 'table_row_header'],
  treeitem: ['tree_item'],
  menubar: ['menu_bar'],
  menu: ['popup_menu'],
  menuitem: ['menu_item', 'tearoff_menu_item'],
  menuitemcheckbox: ['check_menu_item'],
  menuitemradio: ['radio_menu_item'],
  toolbar: ['tool_bar'],
  tooltip: ['tool_tip'],
  status: ['status_bar', 'notification', 'info_bar'],
  image: ['icon', 'animation', 'image_map', 'desktop_icon', 'canvas', 'drawing_area', 'video'],
  text: [
    'label',
    'caption',
    'static',
    'paragraph',
    'accelerator_label',
    'description_term',
    'description_value',
    'footnote',
    'definition',
    'subscript',
    'superscript',
    'timer',
  ],
  document: ['document_frame', 'document_web', 'document_text', 'document_email', 'html_container'],
  group: [
    'filler',
    'internal_frame',
    'panel',
    'viewport',
    'scroll_pane',
    'split_pane',
    'layered_pane',
    'glass_pane',
    'root_pane',
    'option_pane',
    'section',
    'grouping',
    'form',
    'header',
    'footer',
    'landmark',
    'article',
    'block_quote',
    'title_bar',
    'page',
    'redundant_object',
    'embedded',
    'unknown',
    'extended',
    'invalid',
    'focus_traversable',
    'file_chooser',
    'color_chooser',
    'font_chooser',
    'content_deletion',
    'content_insertion',
    'mark',
    'log',
    'marquee',
  ],
} as const satisfies Readonly<Record<string, readonly RoleWord[]>>;

const ours = new Map<RoleWord, string>(
  Object.entries(words).flatMap(([word, theirs]) => theirs.map((one) => [one, word] as const)),
);

/** What of an element's place says more of its role than its own word. */
export interface RoleContext {
  /** Whether it is a window of its own: a child of the program. */
  readonly isWindow: boolean;
  readonly withinCombobox: boolean;
  readonly modal: boolean;
  /** Whether it is a cell that holds a check mark. */
  readonly toggles: boolean;
}

/** Of an element that is looked at by itself. */
export const alone: RoleContext = { isWindow: false, withinCombobox: false, modal: false, toggles: false };

/** Windows of their own, or parts of another. */
const choosers: ReadonlySet<RoleWord> = new Set<RoleWord>(['file_chooser', 'color_chooser', 'font_chooser']);

/** In the words that every adapter uses. */
export function roleOf(
  kind: Kind,
  toolkit: Toolkit,
  { isWindow, withinCombobox, modal, toggles }: RoleContext,
): string {
  const { role: raw } = kind;
  const role = roleByAbility(kind, toolkit) ?? ours.get(raw) ?? raw;
  if (isWindow)
    return role === 'dialog' || modal || raw === 'alert' || choosers.has(raw) ? 'dialog' : 'window';
  if (role === 'cell' && toggles) return 'checkbox';
  if (withinCombobox && (role === 'menuitem' || role === 'listitem')) return 'option';
  if (withinCombobox && role === 'menu') return 'group';
  if (role === 'group' && modal) return 'dialog';
  return role;
}
