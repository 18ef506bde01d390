#include "settable.h"

#include <string.h>

#include "arrivals.h"
#include "edit.h"
#include "effects.h"
#include "screen_clock.h"

static bool is(const char *left, const char *right) { return strcmp(left, right) == 0; }

static bool opens_tree(const char *attribute) {
  return is(attribute, "AXManualAccessibility") || is(attribute, "AXEnhancedUserInterface");
}

static bool by_role(const El *el, const char *attribute) {
  if (is(attribute, "AXFocused")) return el_focusable(el);
  if (is(attribute, "AXValue"))
    return el_is_text(el) || el_is(el, "AXSlider") || el_is(el, "AXIncrementor") || el_is(el, "AXScrollBar");
  if (is(attribute, "AXSelectedText") || is(attribute, "AXSelectedTextRange")) return el_is_text(el);
  if (is(attribute, "AXSelected")) return el->row >= 0 || el_is(el, "AXRow");
  if (is(attribute, "AXSelectedRows")) return el->rows != NULL;
  if (is(attribute, "AXExpanded") || is(attribute, "AXDisclosing")) return el_get(el, attribute) != NULL;
  if (is(attribute, "AXMain") || is(attribute, "AXMinimized")) return el_is(el, "AXWindow");
  if (is(attribute, "AXPosition") || is(attribute, "AXSize")) return el_is(el, "AXWindow") && el->has_frame;
  if (is(attribute, "AXFrontmost") || is(attribute, "AXHidden")) return el == el->app->el;
  return false;
}

bool attribute_is_settable(const El *el, const char *attribute) {
  if (el->app == NULL) return false;
  const Json *scripted = json_get(el->script, "settable");
  if (scripted == NULL) return by_role(el, attribute);
  for (const Json *one = scripted->first; one != NULL; one = one->next)
    if (one->string != NULL && is(one->string, attribute)) return true;
  return false;
}

static void select_row(El *el, bool selected) {
  El *list = rows_around(el);
  for (int i = 0; list != NULL && selected && i < list->rows->made.count; i++)
    if (list->rows->made.items[i] != el) el_put(list->rows->made.items[i], "AXSelected", json_make_bool(false));
  el_put(el, "AXSelected", json_make_bool(selected));
  if (list != NULL) el_notify(list, "AXSelectedRowsChanged");
}

static void select_rows(const Json *rows) {
  for (const Json *one = rows->first; one != NULL; one = one->next)
    if (one->kind == JSON_ELEMENT && one->element->alive)
      el_put(one->element, "AXSelected", json_make_bool(true));
}

static const char *set_pair(El *el, const char *attribute, const Json *value) {
  const bool position = is(attribute, "AXPosition");
  double pair[2];
  if (json_numbers(json_get(value, position ? "point" : "size"), pair, 2) != 2) return NULL;
  if (position)
    el_shift(el, pair[0] - el->frame.origin.x, pair[1] - el->frame.origin.y);
  else
    el->frame.size = (CGSize){pair[0], pair[1]};
  el_notify(el, position ? "AXMoved" : "AXResized");
  return "done";
}

/* What came of it; NULL where the value is of a wrong type. */
static const char *change(El *el, const char *attribute, const Json *value) {
  if (is(attribute, "AXFocused")) {
    if (value->kind != JSON_BOOL && value->kind != JSON_INTEGER) return NULL;
    if (!json_truth(value)) return "no_effect";
    el_focus(el);
  } else if (is(attribute, "AXValue") && el_is_text(el)) {
    return value->kind == JSON_STRING ? edit_set_text(el, value->string) : NULL;
  } else if (is(attribute, "AXSelectedText")) {
    return value->kind == JSON_STRING ? edit_type(el, value->string) : NULL;
  } else if (is(attribute, "AXSelectedTextRange")) {
    double range[2];
    if (json_numbers(json_get(value, "range"), range, 2) != 2) return NULL;
    el->selection = (CFRange){(CFIndex)range[0], (CFIndex)range[1]};
    el_notify(el, "AXSelectedTextChanged");
  } else if (is(attribute, "AXPosition") || is(attribute, "AXSize")) {
    return set_pair(el, attribute, value);
  } else if (is(attribute, "AXMain")) {
    if (json_truth(value)) window_raise(el);
  } else if (is(attribute, "AXFrontmost")) {
    if (json_truth(value)) app_activate(el->app);
  } else if (is(attribute, "AXHidden")) {
    el->app->hidden = json_truth(value);
  } else if (is(attribute, "AXSelected")) {
    select_row(el, json_truth(value));
  } else if (is(attribute, "AXSelectedRows")) {
    if (value->kind != JSON_ARRAY) return NULL;
    select_rows(value);
  } else {
    edit_assign(el, attribute, value);
  }
  return "done";
}

/* An Electron application: what it answers, and whether it does it, are two things. */
static AXError open_tree(El *el, const char *attribute, const Json *value) {
  const Json *manual = json_get(el->app->script, is(attribute, "AXManualAccessibility") ? "manualAccessibility"
                                                                                      : "enhancedUserInterface");
  if (manual == NULL) return AX_ATTRIBUTE_UNSUPPORTED;
  if (json_bool(manual, "works", true))
    el->app->opens_at = json_truth(value) ? screen_now() + json_number(manual, "settleMilliseconds", 0) : -1;
  return (AXError)json_number(manual, "answer", AX_SUCCESS);
}

static const char *written(const Json *value) {
  if (value->kind == JSON_STRING) return value->string;
  Text text = {0};
  json_write(value, &text);
  const char *copy = arena_copy(text.data);
  core_free(text.data);
  return copy;
}

AXError attribute_set(El *el, const char *attribute, const Json *value, bool late) {
  const bool opening = el->app != NULL && el == el->app->el && opens_tree(attribute);
  Arrival record = {.kind = "set", .name = attribute, .value = written(value), .outcome = "done", .late = late};
  const El before = *el;
  record.el = &before;
  if (opening) {
    const AXError error = open_tree(el, attribute, value);
    record.outcome = el->app->opens_at < 0 ? "no_effect" : "done";
    arrival(&record);
    return error;
  }
  if (!attribute_is_settable(el, attribute)) return AX_ATTRIBUTE_UNSUPPORTED;
  if (!el_enabled(el) && is(attribute, "AXValue")) {
    record.outcome = "disabled";
    arrival(&record);
    return AX_SUCCESS;
  }
  record.outcome = change(el, attribute, value);
  if (record.outcome == NULL) return AX_ILLEGAL_ARGUMENT;
  arrival(&record);
  if (is(record.outcome, "rejected")) return AX_FAILURE;
  const Json *effects = json_get(json_get(el->script, "onSet"), attribute);
  if (effects != NULL) effects_run(el->app, el, effects);
  return AX_SUCCESS;
}
