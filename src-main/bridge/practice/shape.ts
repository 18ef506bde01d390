/** Roles that say nothing without a name: their children take their place. */
export const wrappers = new Set([
  'none',
  'generic',
  'banner',
  'main',
  'complementary',
  'contentinfo',
  'sectionheader',
  'sectionfooter',
  'rowgroup',
  'group',
  'MenuListPopup',
  'Section',
]);
/** Text of one piece, however many pieces it is in. */
export const textRoles: ReadonlySet<string> = new Set(['StaticText', 'paragraph', 'term', 'definition']);
/** Their name says what their text would. */
export const labelled = new Set([
  'button',
  'link',
  'menuitem',
  'menuitemradio',
  'menuitemcheckbox',
  'option',
  'checkbox',
]);
export const dropped = new Set(['InlineTextBox', 'LabelText', 'LineBreak']);
/** What is inside is the browser's own: the value says it all. */
export const closed = new Set(['Date', 'textbox', 'searchbox', 'spinbutton']);
