import { declare } from './declaration';

/** ApplicationServices.framework: the accessibility API. */
export const applicationServices = {
  AXIsProcessTrusted: declare('AXUIElement.h', 'Boolean', []),
  AXIsProcessTrustedWithOptions: declare('AXUIElement.h', 'Boolean', ['CFDictionaryRef']),

  AXUIElementGetTypeID: declare('AXUIElement.h', 'CFTypeID', []),
  AXUIElementCreateApplication: declare('AXUIElement.h', 'AXUIElementRef', ['pid_t']),
  AXUIElementCreateSystemWide: declare('AXUIElement.h', 'AXUIElementRef', []),
  AXUIElementCopyAttributeNames: declare('AXUIElement.h', 'AXError', ['AXUIElementRef', 'out CFArrayRef']),
  AXUIElementCopyAttributeValue: declare('AXUIElement.h', 'AXError', [
    'AXUIElementRef',
    'CFStringRef',
    'out CFTypeRef',
  ]),
  AXUIElementGetAttributeValueCount: declare('AXUIElement.h', 'AXError', [
    'AXUIElementRef',
    'CFStringRef',
    'out CFIndex',
  ]),
  AXUIElementCopyAttributeValues: declare('AXUIElement.h', 'AXError', [
    'AXUIElementRef',
    'CFStringRef',
    'CFIndex',
    'CFIndex',
    'out CFArrayRef',
  ]),
  AXUIElementCopyMultipleAttributeValues: declare('AXUIElement.h', 'AXError', [
    'AXUIElementRef',
    'CFArrayRef',
    'UInt32',
    'out CFArrayRef',
  ]),
  AXUIElementIsAttributeSettable: declare('AXUIElement.h', 'AXError', [
    'AXUIElementRef',
    'CFStringRef',
    'out Boolean',
  ]),
  AXUIElementSetAttributeValue: declare('AXUIElement.h', 'AXError', [
    'AXUIElementRef',
    'CFStringRef',
    'CFTypeRef',
  ]),
  AXUIElementCopyActionNames: declare('AXUIElement.h', 'AXError', ['AXUIElementRef', 'out CFArrayRef']),
  AXUIElementPerformAction: declare('AXUIElement.h', 'AXError', ['AXUIElementRef', 'CFStringRef']),
  AXUIElementCopyElementAtPosition: declare('AXUIElement.h', 'AXError', [
    'AXUIElementRef',
    'float',
    'float',
    'out AXUIElementRef',
  ]),
  AXUIElementGetPid: declare('AXUIElement.h', 'AXError', ['AXUIElementRef', 'out pid_t']),
  AXUIElementSetMessagingTimeout: declare('AXUIElement.h', 'AXError', ['AXUIElementRef', 'float']),

  AXObserverCreate: declare('AXUIElement.h', 'AXError', ['pid_t', 'AXObserverCallback', 'out AXObserverRef']),
  AXObserverAddNotification: declare('AXUIElement.h', 'AXError', [
    'AXObserverRef',
    'AXUIElementRef',
    'CFStringRef',
    'void*',
  ]),
  AXObserverRemoveNotification: declare('AXUIElement.h', 'AXError', [
    'AXObserverRef',
    'AXUIElementRef',
    'CFStringRef',
  ]),
  AXObserverGetRunLoopSource: declare('AXUIElement.h', 'CFRunLoopSourceRef', ['AXObserverRef']),

  AXValueGetTypeID: declare('AXValue.h', 'CFTypeID', []),
  AXValueCreate: declare('AXValue.h', 'AXValueRef', ['AXValueType', 'const void*']),
  AXValueGetType: declare('AXValue.h', 'AXValueType', ['AXValueRef']),
  AXValueGetValue: declare('AXValue.h', 'Boolean', ['AXValueRef', 'AXValueType', 'void*']),
};
