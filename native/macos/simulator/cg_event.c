/* CGEvent objects. */
#include <stdlib.h>
#include <string.h>

#include "arrivals.h"
#include "events.h"
#include "keys.h"
#include "pending.h"
#include "permissions.h"
#include "violations.h"

void event_free(struct Event *event) { free(event); }

static Event *event_of(CFTypeRef ref) {
  const Object *object = object_check(ref, KIND_EVENT, "event");
  return object == NULL ? NULL : object->as.event;
}

static Event *event_make(CFTypeRef source_ref, uint32_t type, Object **object) {
  const Object *source = source_ref == NULL ? NULL : object_check(source_ref, KIND_EVENT_SOURCE, "source");
  *object = object_new(KIND_EVENT);
  Event *event = core_alloc(sizeof *event);
  (*object)->as.event = event;
  event->type = type;
  event->at = mouse_position();
  event->flags = source != NULL && source->as.source.state < 0 ? 0 : keyboard_flags();
  return event;
}

EXPORT CFTypeRef CGEventSourceCreate(int32_t state) {
  ENTRY("CGEventSourceCreate");
  if (state < -1 || state > 1) {
    violation("wrong_argument", "%d is no event source state", state);
    return NULL;
  }
  Object *source = object_new(KIND_EVENT_SOURCE);
  source->as.source.state = state;
  return source;
}

EXPORT CFTypeRef CGEventCreate(CFTypeRef source) {
  ENTRY("CGEventCreate");
  Object *object = NULL;
  event_make(source, 0, &object);
  return object;
}

EXPORT CFTypeRef CGEventCreateMouseEvent(CFTypeRef source, uint32_t type, CGPoint at, uint32_t button) {
  ENTRY("CGEventCreateMouseEvent");
  Object *object = NULL;
  if (type < EVENT_LEFT_DOWN || (type > EVENT_LEFT_DRAG + 1 && (type < 25 || type > 27))) {
    violation("wrong_argument", "%u is no mouse event", type);
    return NULL;
  }
  Event *event = event_make(source, type, &object);
  event->at = at;
  event->button = button;
  return object;
}

EXPORT CFTypeRef CGEventCreateKeyboardEvent(CFTypeRef source, CGKeyCode keycode, bool down) {
  ENTRY("CGEventCreateKeyboardEvent");
  Object *object = NULL;
  const uint64_t modifier = keyboard_modifier(keycode);
  Event *event = event_make(source, down ? EVENT_KEY_DOWN : EVENT_KEY_UP, &object);
  event->keycode = keycode;
  if (modifier != 0) {
    event->type = EVENT_FLAGS_CHANGED;
    event->flags = down ? event->flags | modifier : event->flags & ~modifier;
  }
  return object;
}

EXPORT CFTypeRef CGEventCreateScrollWheelEvent2(CFTypeRef source, uint32_t unit, uint32_t count, int32_t first,
                                                int32_t second, int32_t third) {
  ENTRY("CGEventCreateScrollWheelEvent2");
  (void)third;
  Object *object = NULL;
  if (unit > 1 || count < 1 || count > 3) {
    violation("wrong_argument", "unit %u, %u wheels", unit, count);
    return NULL;
  }
  Event *event = event_make(source, EVENT_SCROLL, &object);
  event->in_lines = unit == 1;
  event->wheel[0] = first;
  event->wheel[1] = count > 1 ? second : 0;
  return object;
}

EXPORT void CGEventSetFlags(CFTypeRef ref, uint64_t flags) {
  ENTRY("CGEventSetFlags");
  Event *event = event_of(ref);
  if (event != NULL) event->flags = flags;
}

EXPORT uint64_t CGEventGetFlags(CFTypeRef ref) {
  ENTRY("CGEventGetFlags");
  const Event *event = event_of(ref);
  return event == NULL ? 0 : event->flags;
}

EXPORT void CGEventSetLocation(CFTypeRef ref, CGPoint at) {
  ENTRY("CGEventSetLocation");
  Event *event = event_of(ref);
  if (event != NULL) event->at = at;
}

EXPORT CGPoint CGEventGetLocation(CFTypeRef ref) {
  ENTRY("CGEventGetLocation");
  const Event *event = event_of(ref);
  return event == NULL ? (CGPoint){0, 0} : event->at;
}

EXPORT void CGEventKeyboardSetUnicodeString(CFTypeRef ref, unsigned long length, const UniChar *units) {
  ENTRY("CGEventKeyboardSetUnicodeString");
  Event *event = event_of(ref);
  if (event == NULL) return;
  if (units == NULL && length > 0) {
    violation("null_argument", "unicodeString is NULL");
    return;
  }
  if (event->type != EVENT_KEY_DOWN && event->type != EVENT_KEY_UP) violation("wrong_argument", "no keyboard event");
  if (length > MOST_UNITS) violation("text_too_long", "%lu units, of which %d arrive", length, MOST_UNITS);
  event->has_text = true;
  event->unit_count = length > MOST_UNITS ? MOST_UNITS : (CFIndex)length;
  if (event->unit_count > 0) memcpy(event->units, units, (size_t)event->unit_count * sizeof *units);
}

static int64_t *field_of(Event *event, uint32_t field) {
  if (field == 1) return &event->clicks;
  if (field == 42) return &event->user_data;
  return NULL;
}

EXPORT void CGEventSetIntegerValueField(CFTypeRef ref, uint32_t field, int64_t value) {
  ENTRY("CGEventSetIntegerValueField");
  Event *event = event_of(ref);
  if (event == NULL) return;
  int64_t *to = field_of(event, field);
  if (to != NULL) *to = value;
  if (field == 3) event->button = (uint32_t)value;
  if (field == 9) event->keycode = (uint16_t)value;
}

EXPORT int64_t CGEventGetIntegerValueField(CFTypeRef ref, uint32_t field) {
  ENTRY("CGEventGetIntegerValueField");
  Event *event = event_of(ref);
  if (event == NULL) return 0;
  const int64_t *from = field_of(event, field);
  return from != NULL ? *from : field == 3 ? event->button : field == 9 ? event->keycode : 0;
}

static void post(const Event *event, App *only) {
  pending_run();
  if (!permissions_post_events()) {
    arrival(&(Arrival){.kind = event->type >= EVENT_KEY_DOWN && event->type <= EVENT_FLAGS_CHANGED ? "key" : "mouse",
                       .outcome = "dropped"});
    return;
  }
  if (event->type >= EVENT_KEY_DOWN && event->type <= EVENT_FLAGS_CHANGED)
    keyboard_receive(event, only);
  else
    mouse_receive(event, only);
  core_changed();
}

EXPORT void CGEventPost(uint32_t tap, CFTypeRef ref) {
  ENTRY("CGEventPost");
  const Event *event = event_of(ref);
  if (tap > 2) violation("wrong_argument", "%u is no event tap", tap);
  if (event != NULL) post(event, NULL);
}

EXPORT void CGEventPostToPid(pid_t pid, CFTypeRef ref) {
  ENTRY("CGEventPostToPid");
  const Event *event = event_of(ref);
  App *app = app_by_pid(pid);
  if (event == NULL) return;
  if (app == NULL)
    arrival(&(Arrival){.kind = "key", .outcome = "dropped"});
  else
    post(event, app);
}
