/** Roles that say nothing without a name: their children take their place. */
export const wrappers: ReadonlySet<string> = new Set(['group', 'rowgroup']);

/** Without a name there is nothing to say of them, and nothing to do with them. */
export const dropped: ReadonlySet<string> = new Set(['text', 'image', 'separator', 'tooltip', 'status']);

/** Their name says what the texts in them would. */
export const labelled: ReadonlySet<string> = new Set([
  'button',
  'link',
  'menuitem',
  'menuitemradio',
  'menuitemcheckbox',
  'option',
  'checkbox',
  'radio',
  'switch',
]);

/** Named by the texts in them, where nobody named them. */
export const namedByContent: ReadonlySet<string> = new Set([
  ...labelled,
  'text',
  'tab',
  'listitem',
  'cell',
  'columnheader',
  'rowheader',
  'treeitem',
]);

/** Of what is inside, only what can be chosen or pressed counts: the value says the rest. */
export const closed: ReadonlySet<string> = new Set([
  'textbox',
  'spinbutton',
  'combobox',
  'scrollbar',
  'slider',
]);

/** What stands in a menu is there to be used also while the menu is closed. */
export const inMenus: ReadonlySet<string> = new Set([
  'menu',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
]);
