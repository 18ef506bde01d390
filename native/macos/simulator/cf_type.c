/* What every CF object can be asked. */
#include "object.h"

EXPORT CFTypeID CFGetTypeID(CFTypeRef ref) {
  ENTRY("CFGetTypeID");
  const Object *object = object_check(ref, KIND_ANY, "cf");
  return object == NULL ? 0 : (CFTypeID)object->kind + 100;
}

#define TYPE_ID(function, kind)                                                                              \
  EXPORT CFTypeID function(void) {                                                                           \
    ENTRY(#function);                                                                                        \
    return (CFTypeID)(kind) + 100;                                                                           \
  }

TYPE_ID(CFStringGetTypeID, KIND_STRING)
TYPE_ID(CFNumberGetTypeID, KIND_NUMBER)
TYPE_ID(CFBooleanGetTypeID, KIND_BOOLEAN)
TYPE_ID(CFNullGetTypeID, KIND_NULL)
TYPE_ID(CFArrayGetTypeID, KIND_ARRAY)
TYPE_ID(CFDictionaryGetTypeID, KIND_DICTIONARY)
TYPE_ID(CFRunLoopGetTypeID, KIND_RUN_LOOP)
TYPE_ID(CFRunLoopSourceGetTypeID, KIND_RUN_LOOP_SOURCE)
TYPE_ID(AXUIElementGetTypeID, KIND_ELEMENT)
TYPE_ID(AXValueGetTypeID, KIND_VALUE)
TYPE_ID(AXObserverGetTypeID, KIND_OBSERVER)
TYPE_ID(CGEventGetTypeID, KIND_EVENT)
TYPE_ID(CGEventSourceGetTypeID, KIND_EVENT_SOURCE)

EXPORT Boolean CFEqual(CFTypeRef left, CFTypeRef right) {
  ENTRY("CFEqual");
  const Object *one = object_check(left, KIND_ANY, "cf1");
  const Object *other = object_check(right, KIND_ANY, "cf2");
  return one != NULL && other != NULL && object_equal(one, other);
}

EXPORT CFHashCode CFHash(CFTypeRef ref) {
  ENTRY("CFHash");
  const Object *object = object_check(ref, KIND_ANY, "cf");
  return object == NULL ? 0 : object_hash(object);
}
