#include "arrivals.h"

#include <string.h>

static Text log_text;
static int64_t arrived;

void arrivals_reset(void) {
  text_clear(&log_text);
  arrived = 0;
}

static void add(const char *key, const char *value) {
  text_format(&log_text, ",\"%s\":", key);
  if (value == NULL)
    text_add(&log_text, "null");
  else
    text_json(&log_text, value);
}

void arrival(const Arrival *arrival) {
  const El *el = arrival->el;
  text_format(&log_text, "%s{\"sequence\":%lld,\"late\":%s", arrived == 0 ? "" : ",", (long long)arrived + 1,
              arrival->late ? "true" : "false");
  arrived++;
  add("kind", arrival->kind);
  add("via", core_symbol());
  add("name", arrival->name);
  add("value", arrival->value);
  add("outcome", arrival->outcome);
  add("app", el == NULL || el->app == NULL ? NULL : el->app->name);
  add("element", el == NULL ? NULL : el->id);
  text_format(&log_text, ",\"generation\":%d", el == NULL ? 0 : el->generation);
  add("role", el == NULL ? NULL : el->role);
  add("title", el == NULL ? NULL : el_label(el));
  if (arrival->has_point)
    text_format(&log_text, ",\"at\":[%g,%g]", arrival->point.x, arrival->point.y);
  else
    text_add(&log_text, ",\"at\":null");
  text_add(&log_text, "}");
}

void arrivals_report(Text *text) {
  text_add(text, "[");
  if (arrived > 0) text_add(text, log_text.data);
  text_add(text, "]");
}
