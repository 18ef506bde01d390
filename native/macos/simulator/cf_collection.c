#include <stdlib.h>
#include <string.h>

#include "values.h"
#include "violations.h"

typedef struct {
  CFIndex version;
  const void *retain, *release, *describe, *equal, *hash;
} Callbacks;

EXPORT const Callbacks kCFTypeArrayCallBacks = {0};
EXPORT const Callbacks kCFTypeDictionaryKeyCallBacks = {0};
EXPORT const Callbacks kCFTypeDictionaryValueCallBacks = {0};
EXPORT const Callbacks kCFCopyStringDictionaryKeyCallBacks = {0};

Object *array_make(Object **items, CFIndex count) {
  Object *array = object_new(KIND_ARRAY);
  array->as.array.items = core_alloc((size_t)count * sizeof *items);
  array->as.array.count = count;
  array->as.array.retains = true;
  for (CFIndex i = 0; i < count; i++) {
    array->as.array.items[i] = items[i];
    object_move_into_container(items[i]);
  }
  return array;
}

Object *dictionary_make(Object **keys, Object **values, CFIndex count) {
  Object *dictionary = object_new(KIND_DICTIONARY);
  dictionary->as.dictionary.keys = core_alloc((size_t)count * sizeof *keys);
  dictionary->as.dictionary.values = core_alloc((size_t)count * sizeof *values);
  dictionary->as.dictionary.count = count;
  for (CFIndex i = 0; i < count; i++) {
    object_move_into_container(dictionary->as.dictionary.keys[i] = keys[i]);
    object_move_into_container(dictionary->as.dictionary.values[i] = values[i]);
  }
  return dictionary;
}

EXPORT CFTypeRef CFArrayCreate(const void *allocator, const CFTypeRef *items, CFIndex count,
                               const Callbacks *callbacks) {
  ENTRY("CFArrayCreate");
  if (allocator != NULL) violation("unknown_pointer", "no other allocator than the default one");
  if (count < 0 || (items == NULL && count > 0)) {
    violation("null_argument", "values is NULL, or numValues negative");
    return NULL;
  }
  if (callbacks != &kCFTypeArrayCallBacks && callbacks != NULL)
    violation("unknown_callbacks", "the address of kCFTypeArrayCallBacks belongs here");
  const bool retains = callbacks != NULL;
  for (CFIndex i = 0; i < count; i++)
    if (object_check(items[i], KIND_ANY, "an item") == NULL) return NULL;
  Object *array = object_new(KIND_ARRAY);
  array->as.array.items = core_alloc((size_t)count * sizeof(Object *));
  array->as.array.count = count;
  array->as.array.retains = retains;
  for (CFIndex i = 0; i < count; i++) {
    array->as.array.items[i] = (Object *)items[i];
    if (retains) object_hold(array->as.array.items[i]);
  }
  return array;
}

EXPORT CFIndex CFArrayGetCount(CFTypeRef ref) {
  ENTRY("CFArrayGetCount");
  const Object *array = object_check(ref, KIND_ARRAY, "theArray");
  return array == NULL ? 0 : array->as.array.count;
}

EXPORT CFTypeRef CFArrayGetValueAtIndex(CFTypeRef ref, CFIndex index) {
  ENTRY("CFArrayGetValueAtIndex");
  const Object *array = object_check(ref, KIND_ARRAY, "theArray");
  if (array == NULL) return NULL;
  if (index < 0 || index >= array->as.array.count) {
    violation("index_out_of_range", "index %lld of an array of %lld", (long long)index,
              (long long)array->as.array.count);
    return NULL;
  }
  return array->as.array.items[index];
}

EXPORT CFTypeRef CFDictionaryCreate(const void *allocator, const CFTypeRef *keys, const CFTypeRef *values,
                                    CFIndex count, const Callbacks *of_keys, const Callbacks *of_values) {
  ENTRY("CFDictionaryCreate");
  if (allocator != NULL) violation("unknown_pointer", "no other allocator than the default one");
  if (count < 0 || (count > 0 && (keys == NULL || values == NULL))) {
    violation("null_argument", "keys or values is NULL, or numValues negative");
    return NULL;
  }
  if ((of_keys != &kCFTypeDictionaryKeyCallBacks && of_keys != &kCFCopyStringDictionaryKeyCallBacks) ||
      of_values != &kCFTypeDictionaryValueCallBacks)
    violation("unknown_callbacks", "the addresses of the kCFTypeDictionary...CallBacks belong here");
  for (CFIndex i = 0; i < count; i++)
    if (object_check(keys[i], KIND_ANY, "a key") == NULL || object_check(values[i], KIND_ANY, "a value") == NULL)
      return NULL;
  for (CFIndex i = 0; i < count; i++) {
    ((Object *)keys[i])->caller_refs++;
    ((Object *)values[i])->caller_refs++;
  }
  return dictionary_make((Object **)keys, (Object **)values, count);
}

EXPORT CFIndex CFDictionaryGetCount(CFTypeRef ref) {
  ENTRY("CFDictionaryGetCount");
  const Object *dictionary = object_check(ref, KIND_DICTIONARY, "theDict");
  return dictionary == NULL ? 0 : dictionary->as.dictionary.count;
}

static CFTypeRef look_up(const Object *dictionary, const Object *key) {
  for (CFIndex i = 0; i < dictionary->as.dictionary.count; i++)
    if (object_equal(dictionary->as.dictionary.keys[i], key)) return dictionary->as.dictionary.values[i];
  return NULL;
}

EXPORT CFTypeRef CFDictionaryGetValue(CFTypeRef ref, CFTypeRef key) {
  ENTRY("CFDictionaryGetValue");
  const Object *dictionary = object_check(ref, KIND_DICTIONARY, "theDict");
  const Object *wanted = object_check(key, KIND_ANY, "key");
  return dictionary == NULL || wanted == NULL ? NULL : look_up(dictionary, wanted);
}

/* Borrowed, all of them. */
EXPORT void CFDictionaryGetKeysAndValues(CFTypeRef ref, CFTypeRef *keys, CFTypeRef *values) {
  ENTRY("CFDictionaryGetKeysAndValues");
  const Object *dictionary = object_check(ref, KIND_DICTIONARY, "theDict");
  for (CFIndex i = 0; dictionary != NULL && i < dictionary->as.dictionary.count; i++) {
    if (keys != NULL) keys[i] = dictionary->as.dictionary.keys[i];
    if (values != NULL) values[i] = dictionary->as.dictionary.values[i];
  }
}

EXPORT bool CGRectMakeWithDictionaryRepresentation(CFTypeRef ref, CGRect *rect) {
  ENTRY("CGRectMakeWithDictionaryRepresentation");
  const Object *dictionary = object_check(ref, KIND_DICTIONARY, "dict");
  if (dictionary == NULL || rect == NULL) return false;
  double *const to[] = {&rect->origin.x, &rect->origin.y, &rect->size.width, &rect->size.height};
  static const char *const names[] = {"X", "Y", "Width", "Height"};
  for (int i = 0; i < 4; i++) {
    Object *name = string_make(names[i]);
    const Object *number = look_up(dictionary, name);
    object_drop(name);
    if (number == NULL || number->kind != KIND_NUMBER) return false;
    *to[i] = number->as.number.real;
  }
  return true;
}
