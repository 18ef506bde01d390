/* What Return, Tab, Escape, the arrows and their like do. */
#include <string.h>

#include "actions.h"
#include "edit.h"
#include "named_keys.h"

static const char *press_of_window(El *focus, App *app, const char *attribute) {
  El *window = focus == NULL ? app->main_window : focus;
  for (; window != NULL; window = window->parent) {
    const char *id = json_string(el_get(window, attribute), "element", NULL);
    El *button = id == NULL ? NULL : el_by_id(id);
    if (button != NULL) return action_happen(button, "AXPress");
  }
  return "no_effect";
}

static void collect_stops(El *el, El **stops, int *count) {
  if (el_focusable(el) && el_enabled(el) && *count < 256) stops[(*count)++] = el;
  for (int i = 0; i < el->kids.count; i++) collect_stops(el->kids.items[i], stops, count);
}

static const char *move_focus(El *focus, App *app, bool back) {
  El *window = focus == NULL ? app->main_window : el_window(focus);
  El *stops[256];
  int count = 0;
  if (window == NULL) return "no_effect";
  collect_stops(window, stops, &count);
  if (count == 0) return "no_effect";
  int at = -1;
  for (int i = 0; i < count; i++)
    if (stops[i] == focus) at = i;
  el_focus(stops[at < 0 ? 0 : (at + (back ? count - 1 : 1)) % count]);
  return "done";
}

static const char *move_caret(El *el, uint16_t keycode) {
  CFRange range = el->selection;
  if (keycode == KEY_LEFT) range.location -= range.length == 0 && range.location > 0 ? 1 : 0;
  if (keycode == KEY_RIGHT) range.location += range.length > 0 ? range.length : range.location < edit_length(el);
  if (keycode == KEY_UP) range.location = 0;
  if (keycode == KEY_DOWN) range.location = edit_length(el);
  el->selection = (CFRange){range.location, 0};
  el_notify(el, "AXSelectedTextChanged");
  return "done";
}

static const char *move_row(El *el, int by) {
  int64_t at = by > 0 ? -1 : el->rows->count;
  for (int i = 0; i < el->rows->made.count; i++)
    if (json_truth(el_get(el->rows->made.items[i], "AXSelected"))) at = el->rows->made.items[i]->row;
  El *next = rows_get(el, at + by);
  if (next == NULL) return "no_effect";
  for (int i = 0; i < el->rows->made.count; i++) el_put(el->rows->made.items[i], "AXSelected", json_make_bool(false));
  rows_realise(next);
  el_put(next, "AXSelected", json_make_bool(true));
  el_notify(el, "AXSelectedRowsChanged");
  return "done";
}

const char *key_confirm(El *focus, App *app) {
  if (focus != NULL && el_is(focus, "AXTextArea")) return edit_type(focus, "\n");
  if (focus != NULL && json_get(json_get(focus->script, "actions"), "AXConfirm") != NULL)
    return action_happen(focus, "AXConfirm");
  return press_of_window(focus, app, "AXDefaultButton");
}

const char *key_named(const Event *event, El *focus, App *app) {
  const bool text = focus != NULL && el_is_text(focus);
  switch (event->keycode) {
    case KEY_RETURN:
    case 0x4c:
      return key_confirm(focus, app);
    case KEY_TAB:
      return move_focus(focus, app, (event->flags & FLAG_SHIFT) != 0);
    case KEY_ESCAPE:
      return press_of_window(focus, app, "AXCancelButton");
    case KEY_DELETE:
      return text ? edit_delete(focus) : "no_effect";
    case KEY_SPACE:
      return text ? edit_type(focus, " ") : focus != NULL ? action_happen(focus, "AXPress") : "no_effect";
    case KEY_LEFT:
    case KEY_RIGHT:
    case KEY_UP:
    case KEY_DOWN:
      if (text) return move_caret(focus, event->keycode);
      if (focus == NULL || focus->rows == NULL || event->keycode <= KEY_RIGHT) return "no_effect";
      return move_row(focus, event->keycode == KEY_DOWN ? 1 : -1);
    default:
      return NULL;
  }
}
