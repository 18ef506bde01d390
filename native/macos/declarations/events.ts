/** CGEventTypes.h. */
export const eventTypes = {
  LeftMouseDown: 1,
  LeftMouseUp: 2,
  RightMouseDown: 3,
  RightMouseUp: 4,
  MouseMoved: 5,
  LeftMouseDragged: 6,
  KeyDown: 10,
  KeyUp: 11,
  FlagsChanged: 12,
  ScrollWheel: 22,
} as const;

export const eventFields = { ClickState: 1, ButtonNumber: 3, Keycode: 9, SourceUserData: 42 } as const;

export const eventTaps = { HID: 0, Session: 1 } as const;

export const eventFlags = {
  Shift: 0x20000,
  Control: 0x40000,
  Option: 0x80000,
  Command: 0x100000,
} as const;

/** CGEventSource.h. */
export const eventSourceStates = { Private: -1, CombinedSession: 0, HID: 1 } as const;

/** CGEventTypes.h: in what the wheel is measured. */
export const scrollUnits = { Pixel: 0, Line: 1 } as const;

export const mouseButtons = { left: 0, right: 1 } as const;
