/* Core Foundation objects, with two counts: what the caller owns, and what containers and the library hold. */
#ifndef SIMULATOR_OBJECT_H
#define SIMULATOR_OBJECT_H

#include "apple.h"
#include "core.h"

typedef enum {
  KIND_ANY,
  KIND_STRING,
  KIND_NUMBER,
  KIND_BOOLEAN,
  KIND_NULL,
  KIND_ARRAY,
  KIND_DICTIONARY,
  KIND_ELEMENT,
  KIND_VALUE,
  KIND_OBSERVER,
  KIND_EVENT,
  KIND_EVENT_SOURCE,
  KIND_RUN_LOOP,
  KIND_RUN_LOOP_SOURCE,
} Kind;

typedef enum { STATE_FREE, STATE_ALIVE, STATE_IMMORTAL, STATE_DEAD } State;

struct Observer;
struct Event;

typedef struct Object {
  uint32_t magic;
  uint8_t kind, state;
  int64_t caller_refs, held_refs;
  /* All that are alive, in the order in which they were made. */
  struct Object *older, *newer;
  /* What of `caller_refs` was there at the last reset or mark: no leak of this test. */
  int64_t baseline;
  const char *made_by;
  /* The function that made the container it died with, where it was borrowed from one. */
  const char *died_with;
  union {
    struct {
      UniChar *units;
      CFIndex length;
    } string;
    struct {
      bool is_float;
      int64_t integer;
      double real;
    } number;
    bool boolean;
    struct {
      struct Object **items;
      CFIndex count;
      bool retains;
    } array;
    struct {
      struct Object **keys, **values;
      CFIndex count;
    } dictionary;
    struct {
      uint32_t type;
      double numbers[4];
      CFRange range;
      AXError error;
    } value;
    struct {
      pid_t pid;
      /* 0: the application itself, or with `system` the whole system. */
      uint64_t uid;
      float timeout;
      bool system;
    } element;
    struct Observer *observer;
    struct Event *event;
    struct {
      int32_t state;
    } source;
    struct {
      uint64_t thread;
    } run_loop;
    struct {
      struct Object *observer;
    } run_loop_source;
  } as;
} Object;

/* Owned by the caller once, and put down to the function at work. */
Object *object_new(Kind kind);
Object *object_new_immortal(Kind kind, const char *made_by);
/* NULL with a violation recorded where it is no living object of that kind. */
Object *object_check(CFTypeRef ref, Kind kind, const char *argument);
void object_hold(Object *object);
void object_unhold(Object *object, const char *container_made_by);
/* The caller's reference becomes the container's. */
void object_move_into_container(Object *object);
/* Gives back a reference that the caller was about to get. */
void object_drop(Object *object);
bool object_equal(const Object *left, const Object *right);
CFHashCode object_hash(const Object *object);
const char *object_kind_name(Kind kind);
/* For reports: its contents in a few words. */
void object_describe(const Object *object, Text *text);
typedef void ObjectVisit(Object *object, void *context);
/* All that are alive, oldest first. */
void object_each(ObjectVisit *visit, void *context);
void object_set_baseline(void);
/* JSON array of what the caller still owns. */
void object_report_leaks(Text *text);
int64_t object_count_alive(void);

/* Each kind frees what hangs on it in its own file. */
void observer_free(struct Observer *observer);
void event_free(struct Event *event);

#endif
