#include "object.h"

#include <stdlib.h>
#include <string.h>

#include "violations.h"

enum { MAGIC_ALIVE = 0x0bc0ffee, MAGIC_DEAD = 0x0dead0bc, SLAB = 65536, QUARANTINE = 1000000 };

static Object **slabs;
static int slab_count;
static int used_in_last = SLAB;
static Object *oldest, *newest;

/* The graveyard: an address comes back only after a million others have died. */
static Object **graves;
static size_t grave_first, grave_count, grave_capacity;

static const char *const NAMES[] = {
    "object",     "CFString",     "CFNumber",   "CFBoolean", "CFNull",        "CFArray",   "CFDictionary",
    "AXUIElement", "AXValue", "AXObserver", "CGEvent",   "CGEventSource", "CFRunLoop", "CFRunLoopSource"};

const char *object_kind_name(Kind kind) { return NAMES[kind]; }

static Object *find(CFTypeRef ref) {
  const uintptr_t at = (uintptr_t)ref;
  for (int i = slab_count - 1; i >= 0; i--) {
    const uintptr_t from = (uintptr_t)slabs[i];
    if (at < from || at >= from + SLAB * sizeof(Object)) continue;
    Object *object = slabs[i] + (at - from) / sizeof(Object);
    return (at - from) % sizeof(Object) == 0 && object->state != STATE_FREE ? object : NULL;
  }
  return NULL;
}

static Object *take_slot(void) {
  if (grave_count > QUARANTINE) {
    Object *oldest = graves[grave_first];
    grave_first = (grave_first + 1) % grave_capacity;
    grave_count--;
    return oldest;
  }
  if (used_in_last == SLAB) {
    slabs = core_realloc(slabs, (size_t)(slab_count + 1) * sizeof *slabs);
    slabs[slab_count++] = core_alloc(SLAB * sizeof(Object));
    used_in_last = 0;
  }
  return &slabs[slab_count - 1][used_in_last++];
}

static void bury(Object *object) {
  if (grave_count == grave_capacity) {
    const size_t capacity = grave_capacity * 2 + 1024;
    Object **wider = core_alloc(capacity * sizeof *wider);
    for (size_t i = 0; i < grave_count; i++) wider[i] = graves[(grave_first + i) % grave_capacity];
    free(graves);
    graves = wider;
    grave_first = 0;
    grave_capacity = capacity;
  }
  graves[(grave_first + grave_count++) % grave_capacity] = object;
}

Object *object_new(Kind kind) {
  Object *object = take_slot();
  memset(object, 0, sizeof *object);
  object->magic = MAGIC_ALIVE;
  object->kind = (uint8_t)kind;
  object->state = STATE_ALIVE;
  object->caller_refs = 1;
  object->made_by = core_symbol();
  object->older = newest;
  *(newest == NULL ? &oldest : &newest->newer) = object;
  newest = object;
  return object;
}

Object *object_new_immortal(Kind kind, const char *made_by) {
  Object *object = object_new(kind);
  object->state = STATE_IMMORTAL;
  object->caller_refs = 0;
  object->made_by = made_by;
  return object;
}

static void unlink_from_living(Object *object) {
  *(object->older == NULL ? &oldest : &object->older->newer) = object->newer;
  *(object->newer == NULL ? &newest : &object->newer->older) = object->older;
}

static void die(Object *object, const char *died_with) {
  unlink_from_living(object);
  object->state = STATE_DEAD;
  object->magic = MAGIC_DEAD;
  object->died_with = died_with;
  switch ((Kind)object->kind) {
    case KIND_STRING:
      free(object->as.string.units);
      break;
    case KIND_ARRAY:
      for (CFIndex i = 0; object->as.array.retains && i < object->as.array.count; i++)
        object_unhold(object->as.array.items[i], object->made_by);
      free(object->as.array.items);
      break;
    case KIND_DICTIONARY:
      for (CFIndex i = 0; i < object->as.dictionary.count; i++) {
        object_unhold(object->as.dictionary.keys[i], object->made_by);
        object_unhold(object->as.dictionary.values[i], object->made_by);
      }
      free(object->as.dictionary.keys);
      free(object->as.dictionary.values);
      break;
    case KIND_OBSERVER:
      observer_free(object->as.observer);
      break;
    case KIND_EVENT:
      event_free(object->as.event);
      break;
    default:
      break;
  }
  memset(&object->as, 0xdd, sizeof object->as);
  bury(object);
}

static void die_if_unreferenced(Object *object, const char *died_with) {
  if (object->state == STATE_ALIVE && object->caller_refs <= 0 && object->held_refs <= 0)
    die(object, died_with);
}

Object *object_check(CFTypeRef ref, Kind kind, const char *argument) {
  if (ref == NULL) {
    violation("null_argument", "%s is NULL", argument);
    return NULL;
  }
  Object *object = find(ref);
  if (object == NULL) {
    violation("unknown_pointer", "%s is no object of these frameworks", argument);
    return NULL;
  }
  const char *name = object_kind_name((Kind)object->kind);
  if (object->state == STATE_DEAD && object->died_with != NULL) {
    violation("borrowed_after_container", "%s is a %s that went with its container, made by %s", argument, name,
              object->died_with);
    return NULL;
  }
  if (object->state == STATE_DEAD) {
    violation("use_after_free", "%s is a freed %s, made by %s", argument, name, object->made_by);
    return NULL;
  }
  if (kind != KIND_ANY && object->kind != kind) {
    violation("wrong_type", "%s is a %s where a %s belongs", argument, name, object_kind_name(kind));
    return NULL;
  }
  return object;
}

void object_hold(Object *object) { object->held_refs++; }

void object_unhold(Object *object, const char *container_made_by) {
  object->held_refs--;
  die_if_unreferenced(object, container_made_by);
}

void object_move_into_container(Object *object) {
  object->held_refs++;
  object->caller_refs--;
}

void object_drop(Object *object) {
  object->caller_refs--;
  die_if_unreferenced(object, NULL);
}

EXPORT CFTypeRef CFRetain(CFTypeRef ref) {
  ENTRY("CFRetain");
  Object *object = object_check(ref, KIND_ANY, "cf");
  if (object != NULL) object->caller_refs++;
  return ref;
}

EXPORT void CFRelease(CFTypeRef ref) {
  ENTRY("CFRelease");
  if (ref == NULL) {
    violation("null_release", "CFRelease(NULL) crashes");
    return;
  }
  Object *object = find(ref);
  if (object == NULL) {
    violation("unknown_pointer", "cf is no object of these frameworks");
    return;
  }
  const char *name = object_kind_name((Kind)object->kind);
  if (object->state == STATE_DEAD) {
    violation("over_release", "a freed %s, made by %s%s", name, object->made_by,
              object->died_with == NULL ? "" : ", that was borrowed from a container");
  } else if (object->caller_refs <= 0) {
    violation("over_release", "the caller owns no reference to this %s, made by %s", name, object->made_by);
  } else {
    object->caller_refs--;
    die_if_unreferenced(object, NULL);
  }
}

EXPORT CFIndex CFGetRetainCount(CFTypeRef ref) {
  ENTRY("CFGetRetainCount");
  const Object *object = object_check(ref, KIND_ANY, "cf");
  return object == NULL ? 0 : object->caller_refs + object->held_refs;
}

void object_each(ObjectVisit *visit, void *context) {
  for (Object *object = oldest; object != NULL; object = object->newer) visit(object, context);
}
