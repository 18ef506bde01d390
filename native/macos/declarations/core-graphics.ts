import { declare } from './declaration';

/** CoreGraphics.framework: events, windows, displays. */
export const coreGraphics = {
  CGEventSourceCreate: declare('CGEventSource.h', 'CGEventSourceRef', ['CGEventSourceStateID']),
  CGEventCreateMouseEvent: declare('CGEvent.h', 'CGEventRef', [
    'CGEventSourceRef',
    'CGEventType',
    'CGPoint',
    'CGMouseButton',
  ]),
  CGEventCreateKeyboardEvent: declare('CGEvent.h', 'CGEventRef', ['CGEventSourceRef', 'CGKeyCode', 'bool']),
  CGEventCreateScrollWheelEvent2: declare('CGEvent.h', 'CGEventRef', [
    'CGEventSourceRef',
    'CGScrollEventUnit',
    'uint32_t',
    'int32_t',
    'int32_t',
    'int32_t',
  ]),
  CGEventKeyboardSetUnicodeString: declare('CGEvent.h', 'void', [
    'CGEventRef',
    'UniCharCount',
    'const UniChar*',
  ]),
  CGEventSetFlags: declare('CGEvent.h', 'void', ['CGEventRef', 'CGEventFlags']),
  CGEventSetIntegerValueField: declare('CGEvent.h', 'void', ['CGEventRef', 'CGEventField', 'int64_t']),
  CGEventPost: declare('CGEvent.h', 'void', ['CGEventTapLocation', 'CGEventRef']),
  CGEventPostToPid: declare('CGEvent.h', 'void', ['pid_t', 'CGEventRef']),
  CGPreflightPostEventAccess: declare('CGEvent.h', 'bool', []),

  CGPreflightScreenCaptureAccess: declare('CGWindow.h', 'bool', []),
  CGWindowListCopyWindowInfo: declare('CGWindow.h', 'CFArrayRef', ['CGWindowListOption', 'CGWindowID']),

  CGMainDisplayID: declare('CGDirectDisplay.h', 'CGDirectDisplayID', []),
  CGDisplayBounds: declare('CGDirectDisplay.h', 'CGRect', ['CGDirectDisplayID']),
};
