/* The script's language. Nodes live in the arena. */
#ifndef SIMULATOR_JSON_H
#define SIMULATOR_JSON_H

#include "core.h"

struct El;

typedef enum { JSON_NULL, JSON_BOOL, JSON_INTEGER, JSON_REAL, JSON_STRING, JSON_ARRAY, JSON_OBJECT, JSON_ELEMENT } JsonKind;

typedef struct Json {
  JsonKind kind;
  bool boolean;
  int64_t integer;
  double real;
  const char *string;
  /* JSON_ELEMENT, which no script can write: an element that the caller handed in. */
  struct El *element;
  const char *key;
  struct Json *first, *next;
} Json;

/* NULL where it is no JSON; `problem` then says where. */
Json *json_parse(const char *text, const char **problem);
/* NULL where the object has no such key, or is none. */
const Json *json_get(const Json *object, const char *key);
const char *json_string(const Json *object, const char *key, const char *otherwise);
double json_number(const Json *object, const char *key, double otherwise);
bool json_bool(const Json *object, const char *key, bool otherwise);
bool json_truth(const Json *value);
Json *json_make_string(const char *text);
Json *json_make_integer(int64_t integer);
Json *json_make_real(double real);
Json *json_make_bool(bool boolean);
/* Of an array of numbers, at most `count`; how many there were. */
int json_numbers(const Json *array, double *to, int count);
/* Elements as {"element": id}. */
void json_write(const Json *value, Text *text);

#endif
