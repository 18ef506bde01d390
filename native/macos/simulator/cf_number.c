#include <math.h>
#include <string.h>

#include "values.h"
#include "violations.h"

EXPORT const void *kCFAllocatorDefault = NULL;
EXPORT const void *kCFBooleanTrue;
EXPORT const void *kCFBooleanFalse;
EXPORT const void *kCFNull;

__attribute__((constructor)) static void prepare(void) {
  Object *yes = object_new_immortal(KIND_BOOLEAN, "kCFBooleanTrue");
  yes->as.boolean = true;
  kCFBooleanTrue = yes;
  kCFBooleanFalse = object_new_immortal(KIND_BOOLEAN, "kCFBooleanFalse");
  kCFNull = object_new_immortal(KIND_NULL, "kCFNull");
}

static Object *one_more(const void *constant) {
  Object *object = (Object *)constant;
  object->caller_refs++;
  return object;
}

Object *boolean_make(bool boolean) { return one_more(boolean ? kCFBooleanTrue : kCFBooleanFalse); }
Object *null_make(void) { return one_more(kCFNull); }

Object *number_make_integer(int64_t integer) {
  Object *number = object_new(KIND_NUMBER);
  number->as.number.integer = integer;
  number->as.number.real = (double)integer;
  return number;
}

Object *number_make_real(double real) {
  Object *number = object_new(KIND_NUMBER);
  number->as.number.is_float = true;
  number->as.number.real = real;
  return number;
}

/* Bytes of a CFNumberType; 0 where there is none such. */
static int width(CFIndex type, bool *is_float) {
  static const int widths[] = {0, 1, 2, 4, 8, 4, 8, 1, 2, 4, 8, 8, 4, 8, 8, 8, 8};
  if (type < 1 || type > 16) return 0;
  *is_float = type == 5 || type == 6 || type == 12 || type == 13 || type == 16;
  return widths[type];
}

EXPORT CFTypeRef CFNumberCreate(const void *allocator, CFIndex type, const void *value) {
  ENTRY("CFNumberCreate");
  bool is_float = false;
  const int bytes = width(type, &is_float);
  if (allocator != NULL) violation("unknown_pointer", "no other allocator than the default one");
  if (bytes == 0 || value == NULL) {
    violation("number_type", "%lld is no CFNumberType, or the value is NULL", (long long)type);
    return NULL;
  }
  if (is_float && bytes == 4) {
    float narrow = 0;
    memcpy(&narrow, value, sizeof narrow);
    return number_make_real((double)narrow);
  }
  if (is_float) {
    double real = 0;
    memcpy(&real, value, sizeof real);
    return number_make_real(real);
  }
  int64_t integer = 0;
  memcpy(&integer, value, (size_t)bytes);
  const int unused = 64 - bytes * 8;
  return number_make_integer((int64_t)((uint64_t)integer << unused) >> unused);
}

EXPORT Boolean CFNumberGetValue(CFTypeRef ref, CFIndex type, void *to) {
  ENTRY("CFNumberGetValue");
  const Object *number = object_check(ref, KIND_NUMBER, "number");
  bool is_float = false;
  const int bytes = width(type, &is_float);
  if (number == NULL) return false;
  if (bytes == 0 || to == NULL) {
    violation("number_type", "%lld is no CFNumberType, or the pointer is NULL", (long long)type);
    return false;
  }
  const double real = number->as.number.real;
  if (is_float && bytes == 4) {
    const float narrow = (float)real;
    memcpy(to, &narrow, sizeof narrow);
    return (double)narrow == real;
  }
  if (is_float) {
    memcpy(to, &real, sizeof real);
    return number->as.number.is_float || (int64_t)real == number->as.number.integer;
  }
  const bool fits_in_64 = !number->as.number.is_float || (fabs(real) < 9e18 && (double)(int64_t)real == real);
  const int64_t integer =
      !number->as.number.is_float ? number->as.number.integer : fabs(real) < 9e18 ? (int64_t)real : 0;
  memcpy(to, &integer, (size_t)bytes);
  const int unused = 64 - bytes * 8;
  return fits_in_64 && (int64_t)((uint64_t)integer << unused) >> unused == integer;
}

EXPORT Boolean CFNumberIsFloatType(CFTypeRef ref) {
  ENTRY("CFNumberIsFloatType");
  const Object *number = object_check(ref, KIND_NUMBER, "number");
  return number != NULL && number->as.number.is_float;
}

EXPORT CFIndex CFNumberGetType(CFTypeRef ref) {
  ENTRY("CFNumberGetType");
  const Object *number = object_check(ref, KIND_NUMBER, "number");
  return number == NULL ? 0 : number->as.number.is_float ? 6 : 4;
}

EXPORT Boolean CFBooleanGetValue(CFTypeRef ref) {
  ENTRY("CFBooleanGetValue");
  const Object *boolean = object_check(ref, KIND_BOOLEAN, "boolean");
  return boolean != NULL && boolean->as.boolean;
}
