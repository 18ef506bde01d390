/* The window list and the displays. */
#include "permissions.h"
#include "tree.h"
#include "values.h"

#define WINDOW_KEYS(X)                                                                                       \
  X(kCGWindowNumber)                                                                                         \
  X(kCGWindowOwnerPID)                                                                                       \
  X(kCGWindowOwnerName)                                                                                      \
  X(kCGWindowName)                                                                                           \
  X(kCGWindowLayer)                                                                                          \
  X(kCGWindowBounds)                                                                                         \
  X(kCGWindowAlpha)                                                                                          \
  X(kCGWindowIsOnscreen)

#define DECLARE(name) EXPORT const void *name;
WINDOW_KEYS(DECLARE)

static void name_key(const void **key, const char *name) {
  Object *string = string_make(name);
  string->state = STATE_IMMORTAL;
  string->caller_refs = 0;
  string->made_by = name;
  *key = string;
}

__attribute__((constructor)) static void prepare(void) {
#define NAME(name) name_key(&name, #name);
  WINDOW_KEYS(NAME)
}

static Object *key(const void *constant) {
  Object *object = (Object *)constant;
  object->caller_refs++;
  return object;
}

static Object *bounds_make(const CGRect *frame) {
  Object *keys[] = {string_make("X"), string_make("Y"), string_make("Width"), string_make("Height")};
  Object *values[] = {number_make_real(frame->origin.x), number_make_real(frame->origin.y),
                      number_make_real(frame->size.width), number_make_real(frame->size.height)};
  return dictionary_make(keys, values, 4);
}

static Object *describe(const El *window, bool on_screen) {
  Object *keys[8];
  Object *values[8];
  CFIndex count = 0;
  CGRect frame = {{0, 0}, {0, 0}};
  el_frame(window, &frame);
  keys[count] = key(kCGWindowNumber);
  values[count++] = number_make_integer((int64_t)window->uid);
  keys[count] = key(kCGWindowOwnerPID);
  values[count++] = number_make_integer(window->app->pid);
  keys[count] = key(kCGWindowOwnerName);
  values[count++] = string_make(window->app->name);
  keys[count] = key(kCGWindowLayer);
  values[count++] = number_make_integer((int64_t)json_number(window->script, "layer", 0));
  keys[count] = key(kCGWindowBounds);
  values[count++] = bounds_make(&frame);
  keys[count] = key(kCGWindowAlpha);
  values[count++] = number_make_real(json_number(window->script, "alpha", 1));
  if (on_screen) {
    keys[count] = key(kCGWindowIsOnscreen);
    values[count++] = boolean_make(true);
  }
  /* Titles are for those who may see the screen. */
  if (permissions_screen_capture()) {
    keys[count] = key(kCGWindowName);
    values[count++] = string_make(el_label(window));
  }
  return dictionary_make(keys, values, count);
}

EXPORT CFTypeRef CGWindowListCopyWindowInfo(uint32_t option, uint32_t relative_to) {
  ENTRY("CGWindowListCopyWindowInfo");
  (void)relative_to;
  Object **items = core_alloc((size_t)tree.windows.count * sizeof *items);
  CFIndex count = 0;
  for (int i = 0; i < tree.windows.count; i++) {
    const El *window = tree.windows.items[i];
    const bool on_screen = !window->app->hidden && !json_truth(el_get(window, "AXMinimized"));
    if (on_screen || (option & 1) == 0) items[count++] = describe(window, on_screen);
  }
  Object *array = array_make(items, count);
  core_free(items);
  return array;
}

EXPORT uint32_t CGMainDisplayID(void) {
  ENTRY("CGMainDisplayID");
  return 1;
}

static CGRect display(uint32_t number) {
  double at[4];
  const Json *one = tree.displays == NULL ? NULL : tree.displays->first;
  for (uint32_t i = 1; i < number && one != NULL; i++) one = one->next;
  if (number == 1 && one == NULL) return (CGRect){{0, 0}, {1440, 900}};
  if (json_numbers(one, at, 4) != 4) return (CGRect){{0, 0}, {0, 0}};
  return (CGRect){{at[0], at[1]}, {at[2], at[3]}};
}

EXPORT CGRect CGDisplayBounds(uint32_t number) {
  ENTRY("CGDisplayBounds");
  return display(number);
}

EXPORT int32_t CGGetActiveDisplayList(uint32_t most, uint32_t *numbers, uint32_t *count) {
  ENTRY("CGGetActiveDisplayList");
  *count = 0;
  for (uint32_t number = 1; display(number).size.width > 0; number++) {
    if (numbers != NULL && *count < most) numbers[*count] = number;
    if (numbers == NULL || *count < most) ++*count;
  }
  return 0;
}
