#include "json.h"

#include <string.h>

#include "tree.h"

static Json *make(JsonKind kind) {
  Json *value = arena_alloc(sizeof *value);
  value->kind = kind;
  return value;
}

Json *json_make_string(const char *text) {
  Json *value = make(JSON_STRING);
  value->string = text;
  return value;
}

Json *json_make_integer(int64_t integer) {
  Json *value = make(JSON_INTEGER);
  value->integer = integer;
  value->real = (double)integer;
  return value;
}

Json *json_make_real(double real) {
  Json *value = make(JSON_REAL);
  value->real = real;
  value->integer = (int64_t)real;
  return value;
}

Json *json_make_bool(bool boolean) {
  Json *value = make(JSON_BOOL);
  value->boolean = boolean;
  return value;
}

const Json *json_get(const Json *object, const char *key) {
  if (object == NULL || object->kind != JSON_OBJECT) return NULL;
  for (const Json *member = object->first; member != NULL; member = member->next)
    if (strcmp(member->key, key) == 0) return member;
  return NULL;
}

const char *json_string(const Json *object, const char *key, const char *otherwise) {
  const Json *member = json_get(object, key);
  return member != NULL && member->kind == JSON_STRING ? member->string : otherwise;
}

double json_number(const Json *object, const char *key, double otherwise) {
  const Json *member = json_get(object, key);
  return member != NULL && (member->kind == JSON_INTEGER || member->kind == JSON_REAL) ? member->real : otherwise;
}

bool json_bool(const Json *object, const char *key, bool otherwise) {
  const Json *member = json_get(object, key);
  return member != NULL && member->kind == JSON_BOOL ? member->boolean : otherwise;
}

bool json_truth(const Json *value) {
  if (value == NULL) return false;
  return value->kind == JSON_BOOL ? value->boolean : value->real != 0;
}

int json_numbers(const Json *array, double *to, int count) {
  int found = 0;
  if (array == NULL || array->kind != JSON_ARRAY) return 0;
  for (const Json *item = array->first; item != NULL && found < count; item = item->next) to[found++] = item->real;
  return found;
}

void json_write(const Json *value, Text *text) {
  if (value == NULL || value->kind == JSON_NULL) {
    text_add(text, "null");
  } else if (value->kind == JSON_BOOL) {
    text_add(text, value->boolean ? "true" : "false");
  } else if (value->kind == JSON_INTEGER) {
    text_format(text, "%lld", (long long)value->integer);
  } else if (value->kind == JSON_REAL) {
    text_format(text, "%.17g", value->real);
  } else if (value->kind == JSON_STRING) {
    text_json(text, value->string);
  } else if (value->kind == JSON_ELEMENT) {
    text_add(text, "{\"element\":");
    text_json(text, value->element->id);
    text_add(text, "}");
  } else {
    const bool object = value->kind == JSON_OBJECT;
    text_add(text, object ? "{" : "[");
    for (const Json *member = value->first; member != NULL; member = member->next) {
      if (object) {
        text_json(text, member->key);
        text_add(text, ":");
      }
      json_write(member, text);
      if (member->next != NULL) text_add(text, ",");
    }
    text_add(text, object ? "}" : "]");
  }
}
