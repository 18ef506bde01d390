/* Between script values and CF objects. */
#include <string.h>

#include "attributes.h"
#include "values.h"

Object *proxy_make(const El *el) {
  Object *proxy = object_new(KIND_ELEMENT);
  proxy->as.element.system = el->app == NULL;
  proxy->as.element.pid = el->app == NULL ? 0 : el->app->pid;
  proxy->as.element.uid = el->app == NULL || el == el->app->el ? 0 : el->uid;
  return proxy;
}

static AXError from_array(const Json *json, Object **value) {
  CFIndex count = 0;
  for (const Json *one = json->first; one != NULL; one = one->next) count++;
  Object **items = arena_alloc((size_t)count * sizeof *items);
  count = 0;
  for (const Json *one = json->first; one != NULL; one = one->next)
    if (value_from_json(one, &items[count]) == AX_SUCCESS) count++;
  *value = array_make(items, count);
  return AX_SUCCESS;
}

static AXError from_object(const Json *json, Object **value) {
  static const char *const shapes[] = {"", "point", "size", "rect"};
  double numbers[4];
  const char *id = json_string(json, "element", NULL);
  if (id != NULL) {
    const El *el = el_by_id(id);
    if (el == NULL) return AX_NO_VALUE;
    *value = proxy_make(el);
    return AX_SUCCESS;
  }
  for (uint32_t type = VALUE_POINT; type <= VALUE_RECT; type++) {
    if (json_numbers(json_get(json, shapes[type]), numbers, 4) != (type == VALUE_RECT ? 4 : 2)) continue;
    *value = value_make(type, numbers);
    return AX_SUCCESS;
  }
  if (json_numbers(json_get(json, "range"), numbers, 2) == 2) {
    *value = value_make_range((CFRange){(CFIndex)numbers[0], (CFIndex)numbers[1]});
  } else if (json_get(json, "float") != NULL) {
    *value = number_make_real(json_number(json, "float", 0));
  } else if (json_bool(json, "cfNull", false)) {
    *value = null_make();
  } else {
    return (AXError)json_number(json, "error", AX_NO_VALUE);
  }
  return AX_SUCCESS;
}

AXError value_from_json(const Json *json, Object **value) {
  switch (json->kind) {
    case JSON_NULL:
      return AX_NO_VALUE;
    case JSON_BOOL:
      *value = boolean_make(json->boolean);
      return AX_SUCCESS;
    case JSON_INTEGER:
      *value = number_make_integer(json->integer);
      return AX_SUCCESS;
    case JSON_REAL:
      *value = number_make_real(json->real);
      return AX_SUCCESS;
    case JSON_STRING:
      *value = string_make(json->string);
      return *value == NULL ? AX_FAILURE : AX_SUCCESS;
    case JSON_ELEMENT:
      if (!json->element->alive) return AX_NO_VALUE;
      *value = proxy_make(json->element);
      return AX_SUCCESS;
    case JSON_ARRAY:
      return from_array(json, value);
    case JSON_OBJECT:
      return from_object(json, value);
  }
  return AX_FAILURE;
}

static Json *make(JsonKind kind) {
  Json *json = arena_alloc(sizeof *json);
  json->kind = kind;
  return json;
}

static Json *shape(const char *key, const double *numbers, int count) {
  Json *json = make(JSON_OBJECT);
  Json *array = make(JSON_ARRAY);
  array->key = key;
  json->first = array;
  Json **next = &array->first;
  for (int i = 0; i < count; i++) {
    *next = json_make_real(numbers[i]);
    next = &(*next)->next;
  }
  return json;
}

static Json *to_shape(const Object *value) {
  switch (value->as.value.type) {
    case VALUE_POINT:
      return shape("point", value->as.value.numbers, 2);
    case VALUE_SIZE:
      return shape("size", value->as.value.numbers, 2);
    case VALUE_RECT:
      return shape("rect", value->as.value.numbers, 4);
    case VALUE_RANGE:
      return shape("range", (double[]){(double)value->as.value.range.location, (double)value->as.value.range.length}, 2);
    default:
      return NULL;
  }
}

static Json *to_array(const Object *value) {
  Json *json = make(JSON_ARRAY);
  Json **next = &json->first;
  for (CFIndex i = 0; i < value->as.array.count; i++) {
    *next = value_to_json(value->as.array.items[i]);
    if (*next == NULL) return NULL;
    next = &(*next)->next;
  }
  return json;
}

static Json *to_element(const Object *value) {
  El *el = el_by_uid(value->as.element.uid);
  const App *app = app_by_pid(value->as.element.pid);
  if (value->as.element.uid == 0 && app != NULL) el = app->el;
  if (el == NULL) return NULL;
  Json *json = make(JSON_ELEMENT);
  json->element = el;
  return json;
}

Json *value_to_json(const Object *value) {
  switch ((Kind)value->kind) {
    case KIND_STRING:
      return json_make_string(string_text(value));
    case KIND_NUMBER:
      return value->as.number.is_float ? json_make_real(value->as.number.real)
                                       : json_make_integer(value->as.number.integer);
    case KIND_BOOLEAN:
      return json_make_bool(value->as.boolean);
    case KIND_VALUE:
      return to_shape(value);
    case KIND_ARRAY:
      return to_array(value);
    case KIND_ELEMENT:
      return to_element(value);
    default:
      return NULL;
  }
}
