/** What of an element says its role. */
export interface RoleSource {
  readonly role: string;
  readonly subrole: string;
  readonly modal: boolean;
}

/** What of an element's place says more of its role than its own words. */
export interface RoleContext {
  /** The role, in our words, of what it stands in. */
  readonly inside: string;
  readonly withinCombobox: boolean;
}

export const nowhere: RoleContext = { inside: '', withinCombobox: false };

/** More telling than the role. */
const bySubrole: Readonly<Record<string, string>> = {
  AXTabButton: 'tab',
  AXSwitch: 'switch',
  AXToggle: 'button',
  AXSearchField: 'searchbox',
  AXSecureTextField: 'textbox',
  AXOutlineRow: 'treeitem',
  AXSortButton: 'columnheader',
  AXDialog: 'dialog',
  AXSystemDialog: 'dialog',
  AXApplicationDialog: 'dialog',
  AXApplicationAlertDialog: 'dialog',
};

const byRole: Readonly<Record<string, string>> = {
  AXApplication: 'application',
  AXWindow: 'window',
  AXSheet: 'dialog',
  AXPopover: 'dialog',
  AXButton: 'button',
  AXMenuButton: 'button',
  AXDisclosureTriangle: 'button',
  AXColorWell: 'button',
  AXTextField: 'textbox',
  AXTextArea: 'textbox',
  AXSecureTextField: 'textbox',
  AXDateField: 'datefield',
  AXTimeField: 'datefield',
  AXDateTimeArea: 'datefield',
  AXCheckBox: 'checkbox',
  AXSwitch: 'switch',
  AXRadioButton: 'radio',
  AXRadioGroup: 'radiogroup',
  AXPopUpButton: 'combobox',
  AXComboBox: 'combobox',
  AXSlider: 'slider',
  AXIncrementor: 'spinbutton',
  AXStepper: 'spinbutton',
  AXProgressIndicator: 'progressbar',
  AXBusyIndicator: 'progressbar',
  AXLevelIndicator: 'meter',
  AXRelevanceIndicator: 'meter',
  AXRatingIndicator: 'meter',
  AXScrollBar: 'scrollbar',
  AXStaticText: 'text',
  AXHeading: 'heading',
  AXLink: 'link',
  AXImage: 'image',
  AXWebArea: 'document',
  AXList: 'list',
  AXTable: 'table',
  AXGrid: 'table',
  AXOutline: 'tree',
  AXRow: 'row',
  AXCell: 'cell',
  AXMenuBar: 'menubar',
  AXMenuBarItem: 'menu',
  AXMenu: 'menu',
  AXMenuItem: 'menuitem',
  AXToolbar: 'toolbar',
  AXHelpTag: 'tooltip',
  AXSplitter: 'separator',
  AXGroup: 'group',
  AXTabGroup: 'group',
  AXScrollArea: 'group',
  AXSplitGroup: 'group',
  AXLayoutArea: 'group',
  AXLayoutItem: 'group',
  AXBrowser: 'group',
  AXDrawer: 'group',
  AXUnknown: 'group',
};

/** In the words that every adapter uses; `AXFoo` is `foo` where there is none. */
export function roleOf(source: RoleSource, { inside, withinCombobox }: RoleContext): string {
  const { role, subrole, modal } = source;
  const word = bySubrole[subrole] ?? byRole[role] ?? role.replace(/^AX/, '').toLowerCase();
  if (modal && (word === 'window' || word === 'group')) return 'dialog';
  if (withinCombobox && (word === 'menuitem' || word === 'text')) return 'option';
  if (inside === 'list' && (word === 'group' || word === 'text' || word === 'row')) return 'listitem';
  return word;
}
