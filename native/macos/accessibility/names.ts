/** The attributes that are asked for. Each is a CFSTR macro in the headers, or known from programs: there is no symbol. */
export type AttributeName =
  | 'AXRole'
  | 'AXSubrole'
  | 'AXTitle'
  | 'AXDescription'
  | 'AXHelp'
  | 'AXIdentifier'
  | 'AXPlaceholderValue'
  | 'AXTitleUIElement'
  | 'AXValue'
  | 'AXEnabled'
  | 'AXFocused'
  | 'AXSelected'
  | 'AXExpanded'
  | 'AXElementBusy'
  | 'AXModal'
  | 'AXRequired'
  | 'AXMinimized'
  | 'AXFrame'
  | 'AXPosition'
  | 'AXSize'
  | 'AXParent'
  | 'AXChildren'
  | 'AXRows'
  | 'AXVisibleRows'
  | 'AXVisibleChildren'
  | 'AXHeader'
  | 'AXWindows'
  | 'AXFocusedWindow'
  | 'AXFrontmost'
  | 'AXFocusedUIElement'
  | 'AXManualAccessibility'
  | 'AXEnhancedUserInterface';

export const actionNames = [
  'AXPress',
  'AXIncrement',
  'AXDecrement',
  'AXConfirm',
  'AXCancel',
  'AXRaise',
  'AXShowMenu',
  'AXPick',
  'AXScrollToVisible',
] as const;

export type ActionName = (typeof actionNames)[number];

/** Those that tell of a change that a reader would see. */
export const notificationNames = [
  'AXFocusedUIElementChanged',
  'AXFocusedWindowChanged',
  'AXWindowCreated',
  'AXUIElementDestroyed',
  'AXValueChanged',
  'AXTitleChanged',
  'AXLayoutChanged',
  'AXMenuOpened',
  'AXMenuClosed',
  'AXSheetCreated',
  'AXElementBusyChanged',
  'AXRowCountChanged',
  'AXSelectedTextChanged',
] as const;

export type NotificationName = (typeof notificationNames)[number];
