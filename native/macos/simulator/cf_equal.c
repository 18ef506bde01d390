/* CFEqual, CFHash and descriptions, kind by kind. */
#include <stdlib.h>
#include <string.h>

#include "object.h"
#include "tree.h"
#include "unicode.h"

static bool equal_items(Object **left, Object **right, CFIndex count) {
  for (CFIndex i = 0; i < count; i++)
    if (!object_equal(left[i], right[i])) return false;
  return true;
}

bool object_equal(const Object *left, const Object *right) {
  if (left == right) return true;
  if (left->kind != right->kind) return false;
  switch ((Kind)left->kind) {
    case KIND_STRING:
      return left->as.string.length == right->as.string.length &&
             memcmp(left->as.string.units, right->as.string.units,
                    (size_t)left->as.string.length * sizeof(UniChar)) == 0;
    case KIND_NUMBER:
      return left->as.number.real == right->as.number.real;
    case KIND_ARRAY:
      return left->as.array.count == right->as.array.count &&
             equal_items(left->as.array.items, right->as.array.items, left->as.array.count);
    case KIND_ELEMENT:
      return left->as.element.pid == right->as.element.pid && left->as.element.uid == right->as.element.uid &&
             left->as.element.system == right->as.element.system;
    case KIND_VALUE:
      return left->as.value.type == right->as.value.type && left->as.value.error == right->as.value.error &&
             memcmp(left->as.value.numbers, right->as.value.numbers, sizeof left->as.value.numbers) == 0 &&
             left->as.value.range.location == right->as.value.range.location &&
             left->as.value.range.length == right->as.value.range.length;
    default:
      return false;
  }
}

CFHashCode object_hash(const Object *object) {
  CFHashCode hash = 1469598103934665603u + object->kind;
  switch ((Kind)object->kind) {
    case KIND_STRING:
      for (CFIndex i = 0; i < object->as.string.length; i++)
        hash = (hash ^ object->as.string.units[i]) * 1099511628211u;
      return hash;
    case KIND_NUMBER:
      return hash ^ (CFHashCode)(int64_t)(object->as.number.real * 16);
    case KIND_ARRAY:
      return hash ^ (CFHashCode)object->as.array.count;
    case KIND_ELEMENT:
      /* Few buckets on purpose: a hash is no identity. */
      return (CFHashCode)object->as.element.pid * 64 + object->as.element.uid % 64;
    case KIND_VALUE:
      return hash ^ object->as.value.type;
    default:
      return (CFHashCode)(uintptr_t)object;
  }
}

void object_describe(const Object *object, Text *text) {
  switch ((Kind)object->kind) {
    case KIND_STRING: {
      bool lossy = false;
      char *content = utf8_from_utf16(object->as.string.units, object->as.string.length, &lossy);
      text_add(text, content);
      free(content);
      break;
    }
    case KIND_NUMBER:
      text_format(text, "%g", object->as.number.real);
      break;
    case KIND_BOOLEAN:
      text_add(text, object->as.boolean ? "true" : "false");
      break;
    case KIND_ARRAY:
      text_format(text, "%lld items", (long long)object->as.array.count);
      break;
    case KIND_ELEMENT:
      if (object->as.element.system)
        text_add(text, "system-wide");
      else if (object->as.element.uid == 0)
        text_format(text, "application %d", object->as.element.pid);
      else if (el_by_uid(object->as.element.uid) != NULL)
        text_add(text, el_by_uid(object->as.element.uid)->id);
      else
        text_format(text, "an element of an earlier screen, of %d", object->as.element.pid);
      break;
    case KIND_VALUE:
      text_format(text, "type %u", object->as.value.type);
      break;
    default:
      break;
  }
}
