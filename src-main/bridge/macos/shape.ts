/** Roles that say nothing without a name: their children take their place. */
export const wrappers: ReadonlySet<string> = new Set(['group']);

/** Without a name there is nothing to say of them, and nothing to do with them. */
export const dropped: ReadonlySet<string> = new Set(['text', 'image', 'separator', 'tooltip']);

/** What accessibility tells besides, though a person sees none of it. */
export const unseen: ReadonlySet<string> = new Set(['AXColumn', 'AXValueIndicator', 'AXGrowArea', 'AXMatte']);

/** Their name says what the texts in them would. */
export const labelled: ReadonlySet<string> = new Set([
  'button',
  'link',
  'menuitem',
  'option',
  'checkbox',
  'radio',
  'switch',
  'tab',
]);

/** Named by the texts in them, where nobody named them. */
export const namedByContent: ReadonlySet<string> = new Set([
  ...labelled,
  'listitem',
  'treeitem',
  'row',
  'cell',
  'columnheader',
  'heading',
]);

/** Of what is inside, only what can be chosen counts: the value says the rest. */
export const closed: ReadonlySet<string> = new Set([
  'textbox',
  'searchbox',
  'datefield',
  'spinbutton',
  'combobox',
  'scrollbar',
  'slider',
]);

/** What stands in a menu is there to be used also while the menu is closed. */
export const inMenus: ReadonlySet<string> = new Set(['menubar', 'menu', 'menuitem', 'option']);

/** Roles that hold something that a person can read or set. */
export const holders: ReadonlySet<string> = new Set([
  'textbox',
  'searchbox',
  'datefield',
  'spinbutton',
  'combobox',
  'scrollbar',
  'slider',
  'progressbar',
  'meter',
]);

/** Fields that are empty rather than without a value. */
export const fields: ReadonlySet<string> = new Set([
  'textbox',
  'searchbox',
  'datefield',
  'spinbutton',
  'combobox',
]);
