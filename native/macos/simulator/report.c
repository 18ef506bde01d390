/* What the driver reads of the caller, and of the screen. */
#include "arrivals.h"
#include "edit.h"
#include "events.h"
#include "lane.h"
#include "menus.h"
#include "object.h"
#include "pending.h"
#include "permissions.h"
#include "simulator.h"
#include "violations.h"

const char *sim_report(void) {
  ENTRY("sim_report");
  static Text report;
  text_clear(&report);
  text_add(&report, "{\"violations\":");
  violations_report(&report);
  text_add(&report, ",\"leaks\":");
  object_report_leaks(&report);
  text_format(&report, ",\"alive\":%lld,\"down\":{", (long long)object_count_alive());
  keyboard_report(&report);
  text_add(&report, ",");
  mouse_report(&report);
  text_add(&report, "},\"requests\":");
  lane_report(&report);
  text_add(&report, ",\"calls\":");
  core_calls(&report);
  text_add(&report, ",\"realisedRows\":");
  tree_report_rows(&report);
  text_add(&report, ",\"prompts\":");
  permissions_report(&report);
  text_add(&report, "}");
  return report.data;
}

static void add_attributes(const El *el, Text *text) {
  text_add(text, ",\"attributes\":{");
  for (const Attribute *one = el->attributes; one != NULL; one = one->next) {
    text_json(text, one->name);
    text_add(text, ":");
    json_write(one->value, text);
    if (one->next != NULL) text_add(text, ",");
  }
  text_add(text, "}");
}

const char *sim_look(const char *id) {
  ENTRY("sim_look");
  static Text answer;
  text_clear(&answer);
  pending_run();
  const El *el = el_by_id(id);
  CGRect frame;
  if (el == NULL) {
    text_add(&answer, "null");
    return answer.data;
  }
  text_add(&answer, "{\"id\":");
  text_json(&answer, el->id);
  text_format(&answer, ",\"role\":\"%s\",\"generation\":%d,\"focused\":%s,\"open\":%s,\"selection\":[%lld,%lld]", el->role,
              el->generation, el->app->focus == el ? "true" : "false", menu_is_open(el) ? "true" : "false",
              (long long)el->selection.location, (long long)el->selection.length);
  text_add(&answer, ",\"frame\":");
  if (el_frame(el, &frame))
    text_format(&answer, "[%g,%g,%g,%g]", frame.origin.x, frame.origin.y, frame.size.width, frame.size.height);
  else
    text_add(&answer, "null");
  text_add(&answer, ",\"children\":[");
  for (int i = 0; i < el->kids.count; i++) {
    text_add(&answer, i == 0 ? "" : ",");
    text_json(&answer, el->kids.items[i]->id);
  }
  text_add(&answer, "]");
  add_attributes(el, &answer);
  text_add(&answer, "}");
  return answer.data;
}
