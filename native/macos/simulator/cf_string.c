#include <stdlib.h>
#include <string.h>

#include "unicode.h"
#include "values.h"
#include "violations.h"

Object *string_make_units(const UniChar *units, CFIndex length) {
  Object *string = object_new(KIND_STRING);
  string->as.string.units = core_alloc((size_t)length * sizeof *units);
  memcpy(string->as.string.units, units, (size_t)length * sizeof *units);
  string->as.string.length = length;
  return string;
}

Object *string_make(const char *utf8) {
  CFIndex length = 0;
  UniChar *units = utf16_from_utf8(utf8, &length);
  if (units == NULL) return NULL;
  Object *string = string_make_units(units, length);
  free(units);
  return string;
}

const char *string_text(const Object *string) {
  bool lossy = false;
  char *text = utf8_from_utf16(string->as.string.units, string->as.string.length, &lossy);
  char *copy = arena_copy(text);
  free(text);
  return copy;
}

static bool knows_encoding(uint32_t encoding) {
  if (encoding == ENCODING_UTF8 || encoding == ENCODING_ASCII) return true;
  violation("unknown_encoding", "0x%x", encoding);
  return false;
}

EXPORT CFTypeRef CFStringCreateWithCString(const void *allocator, const char *text, uint32_t encoding) {
  ENTRY("CFStringCreateWithCString");
  if (allocator != NULL) violation("unknown_pointer", "no other allocator than the default one");
  if (text == NULL) {
    violation("null_argument", "cStr is NULL");
    return NULL;
  }
  return knows_encoding(encoding) ? string_make(text) : NULL;
}

EXPORT CFTypeRef CFStringCreateWithCharacters(const void *allocator, const UniChar *units, CFIndex length) {
  ENTRY("CFStringCreateWithCharacters");
  if (allocator != NULL) violation("unknown_pointer", "no other allocator than the default one");
  if (length < 0 || (units == NULL && length > 0)) {
    violation("null_argument", "chars is NULL, or numChars negative");
    return NULL;
  }
  static const UniChar none[1] = {0};
  return string_make_units(units == NULL ? none : units, length);
}

EXPORT CFIndex CFStringGetLength(CFTypeRef ref) {
  ENTRY("CFStringGetLength");
  const Object *string = object_check(ref, KIND_STRING, "theString");
  return string == NULL ? 0 : string->as.string.length;
}

EXPORT CFIndex CFStringGetMaximumSizeForEncoding(CFIndex length, uint32_t encoding) {
  ENTRY("CFStringGetMaximumSizeForEncoding");
  if (!knows_encoding(encoding)) return -1;
  return encoding == ENCODING_UTF8 ? length * 3 : length;
}

EXPORT Boolean CFStringGetCString(CFTypeRef ref, char *buffer, CFIndex size, uint32_t encoding) {
  ENTRY("CFStringGetCString");
  const Object *string = object_check(ref, KIND_STRING, "theString");
  if (string == NULL || !knows_encoding(encoding)) return false;
  if (buffer == NULL || size <= 0) {
    violation("null_argument", "buffer is NULL or has no room");
    return false;
  }
  bool lossy = false;
  char *text = utf8_from_utf16(string->as.string.units, string->as.string.length, &lossy);
  const size_t length = strlen(text);
  bool fits = !lossy && length < (size_t)size;
  for (size_t i = 0; encoding == ENCODING_ASCII && i < length; i++) fits = fits && (text[i] & 0x80) == 0;
  if (fits) memcpy(buffer, text, length + 1);
  free(text);
  return fits;
}

EXPORT void CFStringGetCharacters(CFTypeRef ref, CFRange range, UniChar *buffer) {
  ENTRY("CFStringGetCharacters");
  const Object *string = object_check(ref, KIND_STRING, "theString");
  if (string == NULL) return;
  if (range.location < 0 || range.length < 0 || range.location + range.length > string->as.string.length) {
    violation("index_out_of_range", "a string of %lld units", (long long)string->as.string.length);
    return;
  }
  memcpy(buffer, string->as.string.units + range.location, (size_t)range.length * sizeof *buffer);
}
