#include <string.h>

#include "values.h"
#include "violations.h"

static const int WIDTHS[] = {0, 2, 2, 4};

Object *value_make(uint32_t type, const double *numbers) {
  Object *value = object_new(KIND_VALUE);
  value->as.value.type = type;
  for (int i = 0; i < WIDTHS[type]; i++) value->as.value.numbers[i] = numbers[i];
  return value;
}

Object *value_make_range(CFRange range) {
  Object *value = object_new(KIND_VALUE);
  value->as.value.type = VALUE_RANGE;
  value->as.value.range = range;
  return value;
}

Object *value_make_error(AXError error) {
  Object *value = object_new(KIND_VALUE);
  value->as.value.type = VALUE_ERROR;
  value->as.value.error = error;
  return value;
}

EXPORT CFTypeRef AXValueCreate(uint32_t type, const void *from) {
  ENTRY("AXValueCreate");
  if (from == NULL || type < VALUE_POINT || type > VALUE_ERROR) {
    violation("value_type", "%u is no AXValueType, or the value is NULL", type);
    return NULL;
  }
  if (type == VALUE_RANGE) {
    CFRange range;
    memcpy(&range, from, sizeof range);
    return value_make_range(range);
  }
  if (type == VALUE_ERROR) {
    AXError error;
    memcpy(&error, from, sizeof error);
    return value_make_error(error);
  }
  double numbers[4] = {0};
  memcpy(numbers, from, (size_t)WIDTHS[type] * sizeof *numbers);
  return value_make(type, numbers);
}

EXPORT uint32_t AXValueGetType(CFTypeRef ref) {
  ENTRY("AXValueGetType");
  const Object *value = object_check(ref, KIND_VALUE, "value");
  return value == NULL ? 0 : value->as.value.type;
}

EXPORT Boolean AXValueGetValue(CFTypeRef ref, uint32_t type, void *to) {
  ENTRY("AXValueGetValue");
  const Object *value = object_check(ref, KIND_VALUE, "value");
  if (value == NULL) return false;
  if (to == NULL || type != value->as.value.type) {
    violation("value_type", "an AXValue of type %u read as type %u, or into NULL", value->as.value.type, type);
    return false;
  }
  if (type == VALUE_RANGE)
    memcpy(to, &value->as.value.range, sizeof value->as.value.range);
  else if (type == VALUE_ERROR)
    memcpy(to, &value->as.value.error, sizeof value->as.value.error);
  else
    memcpy(to, value->as.value.numbers, (size_t)WIDTHS[type] * sizeof(double));
  return true;
}
