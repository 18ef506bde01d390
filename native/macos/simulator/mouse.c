/* Where mouse events go, and what they do there. */
#include "actions.h"
#include "arrivals.h"
#include "events.h"
#include "hit.h"
#include "menus.h"

static CGPoint position;
static bool held[3];
static uint64_t pressed_uid;

void mouse_reset(void) {
  position = (CGPoint){0, 0};
  held[0] = held[1] = held[2] = false;
  pressed_uid = 0;
}

CGPoint mouse_position(void) { return position; }

void mouse_report(Text *text) {
  static const char *const names[] = {"left", "right", "other"};
  text_add(text, "\"buttons\":[");
  bool first = true;
  for (int i = 0; i < 3; i++) {
    if (!held[i]) continue;
    text_format(text, "%s\"%s\"", first ? "" : ",", names[i]);
    first = false;
  }
  text_add(text, "]");
}

static bool can(const El *el, const char *action) {
  Names names = {0};
  action_names(el, &names);
  return names_have(&names, action);
}

/* The nearest one around what was hit that answers a click. */
static El *clickable(El *el, const char *action) {
  while (el != NULL && !can(el, action) && !el_is_text(el) && el->row < 0) el = el->parent;
  return el;
}

static void note(const char *kind, const El *el, const char *name, const char *outcome) {
  arrival(&(Arrival){.kind = kind, .el = el, .name = name, .outcome = outcome, .has_point = true, .point = position});
}

static const char *select_row(El *el) {
  if (el_blocker(el) != NULL) return "blocked";
  Rows *rows = el->parent->rows;
  for (int i = 0; i < rows->made.count; i++) el_put(rows->made.items[i], "AXSelected", json_make_bool(rows->made.items[i] == el));
  el_focus(el->parent);
  el_notify(el->parent, "AXSelectedRowsChanged");
  return "done";
}

static void click(El *hit, const char *action, const char *name) {
  El *el = clickable(hit, action);
  if (el == NULL) return;
  const El before = *el;
  const char *outcome = "no_effect";
  if (el->row >= 0 && !can(el, action)) {
    outcome = select_row(el);
  } else if (can(el, action)) {
    outcome = action_happen(el, action);
  } else if (el_is_text(el)) {
    outcome = "focused";
  }
  note("click", &before, name, outcome);
}

static void left_down(El *hit) {
  if (tree.menus.count > 0 && (hit == NULL || !el_is(hit, "AXMenuItem"))) {
    App *owner = tree.menus.items[0]->app;
    menus_close(owner);
    pressed_uid = 0;
    note("mouse", hit, "left_down", "closed_menus");
    return;
  }
  pressed_uid = hit == NULL ? 0 : hit->uid;
  const bool blocked = hit != NULL && el_blocker(hit) != NULL;
  note("mouse", hit, "left_down", hit == NULL ? "nothing_there" : blocked ? "blocked" : "done");
  if (hit == NULL || el_is(hit, "AXMenuItem")) return;
  app_activate(hit->app);
  if (el_window(hit) != NULL) window_raise(el_window(hit));
  if (!blocked && el_is_text(hit) && el_enabled(hit)) el_focus(hit);
}

static void left_up(El *hit, int64_t clicks) {
  const bool same = hit != NULL && hit->uid == pressed_uid;
  note("mouse", hit, "left_up", same ? "done" : "elsewhere");
  if (same) click(hit, "AXPress", "click");
  if (same && clicks == 2 && hit->alive) {
    El *el = clickable(hit, "AXOpen");
    if (el != NULL && can(el, "AXOpen")) click(hit, "AXOpen", "double_click");
  }
  pressed_uid = 0;
}

void mouse_receive(const Event *event, App *only) {
  if (event->type == EVENT_SCROLL) {
    scroll_receive(event, only);
    return;
  }
  position = event->at;
  El *hit = hit_test(position, only);
  switch (event->type) {
    case EVENT_LEFT_DOWN:
      held[0] = true;
      left_down(hit);
      break;
    case EVENT_LEFT_UP:
      held[0] = false;
      left_up(hit, event->clicks);
      break;
    case EVENT_RIGHT_DOWN:
      held[1] = true;
      note("mouse", hit, "right_down", hit == NULL ? "nothing_there" : "done");
      click(hit, "AXShowMenu", "right_click");
      break;
    case EVENT_RIGHT_UP:
      held[1] = false;
      note("mouse", hit, "right_up", "done");
      break;
    case EVENT_LEFT_DRAG:
      note("mouse", hit, "left_drag", "done");
      break;
    case 25:
    case 26:
      held[2] = event->type == 25;
      note("mouse", hit, event->type == 25 ? "other_down" : "other_up", "done");
      break;
    default:
      break;
  }
}
