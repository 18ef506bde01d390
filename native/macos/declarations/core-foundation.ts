import { declare } from './declaration';

/** CoreFoundation.framework. What Copy and Create return is the caller's to release; what Get returns is not. */
export const coreFoundation = {
  CFRetain: declare('CFBase.h', 'CFTypeRef', ['CFTypeRef']),
  CFRelease: declare('CFBase.h', 'void', ['CFTypeRef']),
  CFGetTypeID: declare('CFBase.h', 'CFTypeID', ['CFTypeRef']),
  CFEqual: declare('CFBase.h', 'Boolean', ['CFTypeRef', 'CFTypeRef']),
  CFHash: declare('CFBase.h', 'CFHashCode', ['CFTypeRef']),

  CFStringGetTypeID: declare('CFString.h', 'CFTypeID', []),
  CFStringCreateWithCharacters: declare('CFString.h', 'CFStringRef', [
    'CFAllocatorRef',
    'const UniChar*',
    'CFIndex',
  ]),
  CFStringGetLength: declare('CFString.h', 'CFIndex', ['CFStringRef']),
  CFStringGetMaximumSizeForEncoding: declare('CFString.h', 'CFIndex', ['CFIndex', 'CFStringEncoding']),
  CFStringGetCString: declare('CFString.h', 'Boolean', [
    'CFStringRef',
    'char*',
    'CFIndex',
    'CFStringEncoding',
  ]),

  CFNumberGetTypeID: declare('CFNumber.h', 'CFTypeID', []),
  CFNumberCreate: declare('CFNumber.h', 'CFNumberRef', ['CFAllocatorRef', 'CFNumberType', 'const void*']),
  CFNumberGetValue: declare('CFNumber.h', 'Boolean', ['CFNumberRef', 'CFNumberType', 'void*']),
  CFBooleanGetTypeID: declare('CFNumber.h', 'CFTypeID', []),
  CFBooleanGetValue: declare('CFNumber.h', 'Boolean', ['CFBooleanRef']),
  CFNullGetTypeID: declare('CFBase.h', 'CFTypeID', []),

  CFArrayGetTypeID: declare('CFArray.h', 'CFTypeID', []),
  CFArrayCreate: declare('CFArray.h', 'CFArrayRef', [
    'CFAllocatorRef',
    'const void**',
    'CFIndex',
    'const CFArrayCallBacks*',
  ]),
  CFArrayGetCount: declare('CFArray.h', 'CFIndex', ['CFArrayRef']),
  CFArrayGetValueAtIndex: declare('CFArray.h', 'CFTypeRef', ['CFArrayRef', 'CFIndex']),

  CFDictionaryGetTypeID: declare('CFDictionary.h', 'CFTypeID', []),
  CFDictionaryCreate: declare('CFDictionary.h', 'CFDictionaryRef', [
    'CFAllocatorRef',
    'const void**',
    'const void**',
    'CFIndex',
    'const CFDictionaryKeyCallBacks*',
    'const CFDictionaryValueCallBacks*',
  ]),
  CFDictionaryGetValue: declare('CFDictionary.h', 'CFTypeRef', ['CFDictionaryRef', 'CFTypeRef']),

  CFRunLoopGetCurrent: declare('CFRunLoop.h', 'CFRunLoopRef', []),
  CFRunLoopAddSource: declare('CFRunLoop.h', 'void', ['CFRunLoopRef', 'CFRunLoopSourceRef', 'CFStringRef']),
  CFRunLoopRemoveSource: declare('CFRunLoop.h', 'void', [
    'CFRunLoopRef',
    'CFRunLoopSourceRef',
    'CFStringRef',
  ]),
  CFRunLoopRunInMode: declare('CFRunLoop.h', 'SInt32', ['CFStringRef', 'CFTimeInterval', 'Boolean']),
};
