/* What the caller still owns. */
#include <stdlib.h>

#include "object.h"

static void set_baseline(Object *object, void *context) {
  (void)context;
  object->baseline = object->caller_refs;
}

void object_set_baseline(void) { object_each(set_baseline, NULL); }

static void report_leak(Object *object, void *context) {
  Text *text = context;
  if (object->caller_refs <= object->baseline) return;
  if (text->data[text->length - 1] != '[') text_add(text, ",");
  text_format(text, "{\"type\":\"%s\",\"madeBy\":\"%s\",\"references\":%lld,\"what\":",
              object_kind_name((Kind)object->kind), object->made_by,
              (long long)(object->caller_refs - object->baseline));
  Text what = {0};
  text_clear(&what);
  object_describe(object, &what);
  text_json(text, what.data);
  free(what.data);
  text_add(text, "}");
}

void object_report_leaks(Text *text) {
  text_add(text, "[");
  object_each(report_leak, text);
  text_add(text, "]");
}

static void count_alive(Object *object, void *context) {
  if (object->state == STATE_ALIVE) ++*(int64_t *)context;
}

int64_t object_count_alive(void) {
  int64_t alive = 0;
  object_each(count_alive, &alive);
  return alive;
}
