/* Where key events go, and what they do there. */
#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "arrivals.h"
#include "edit.h"
#include "effects.h"
#include "events.h"
#include "menus.h"
#include "unicode.h"

static bool held[256];
static uint64_t session_flags;
static const char *clipboard = "";

enum { MODIFIERS = FLAG_SHIFT | FLAG_CONTROL | FLAG_OPTION | FLAG_COMMAND };

static const struct {
  uint16_t keycode;
  const char *name;
} NAMED[] = {
    {KEY_RETURN, "Return"}, {0x4c, "Return"},      {KEY_TAB, "Tab"},     {KEY_SPACE, "Space"}, {KEY_DELETE, "Delete"},
    {KEY_ESCAPE, "Escape"}, {KEY_LEFT, "Left"},    {KEY_RIGHT, "Right"}, {KEY_DOWN, "Down"},   {KEY_UP, "Up"},
    {0x73, "Home"},         {0x77, "End"},         {0x74, "PageUp"},     {0x79, "PageDown"},   {0x75, "ForwardDelete"},
};

/* By keycode on a US keyboard; '\0' where a key has no letter. */
static const char PLAIN[] = "asdfghzxcv\0bqweryt123465=97-80]ou[ip\0lj'k;\\,/nm.\0 `";
static const char SHIFTED[] = "ASDFGHZXCV\0BQWERYT!@#$^%+(&_*)}OU{IP\0LJ\"K:|<?NM>\0 ~";

void keyboard_reset(void) {
  memset(held, 0, sizeof held);
  session_flags = 0;
  clipboard = "";
}

void keyboard_set_clipboard(const char *text) { clipboard = arena_copy(text); }
const char *keyboard_clipboard(void) { return clipboard; }
uint64_t keyboard_flags(void) { return session_flags; }

uint64_t keyboard_modifier(uint16_t keycode) {
  switch (keycode) {
    case 0x37:
    case 0x36:
      return FLAG_COMMAND;
    case 0x38:
    case 0x3c:
      return FLAG_SHIFT;
    case 0x3a:
    case 0x3d:
      return FLAG_OPTION;
    case 0x3b:
    case 0x3e:
      return FLAG_CONTROL;
    default:
      return 0;
  }
}

void keyboard_report(Text *text) {
  text_format(text, "\"flags\":%llu,\"keys\":[", (unsigned long long)session_flags);
  bool first = true;
  for (int i = 0; i < 256; i++) {
    if (!held[i]) continue;
    text_format(text, "%s%d", first ? "" : ",", i);
    first = false;
  }
  text_add(text, "]");
}

static const char *name_of(uint16_t keycode) {
  for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++)
    if (NAMED[i].keycode == keycode) return NAMED[i].name;
  if (keycode < sizeof PLAIN - 1 && PLAIN[keycode] != '\0') return arena_format("%c", PLAIN[keycode]);
  return arena_format("key %u", keycode);
}

static const char *text_of(const Event *event, bool ignores_unicode) {
  if (event->has_text && !ignores_unicode) {
    bool lossy = false;
    char *text = utf8_from_utf16(event->units, event->unit_count, &lossy);
    const char *copy = arena_copy(text);
    free(text);
    return copy;
  }
  const char *letters = (event->flags & FLAG_SHIFT) != 0 ? SHIFTED : PLAIN;
  if (event->keycode >= sizeof PLAIN - 1 || letters[event->keycode] == '\0') return "";
  return arena_format("%c", letters[event->keycode]);
}

static const char *chord_of(const Event *event, const char *key) {
  return arena_format("%s%s%s%s%s", (event->flags & FLAG_CONTROL) != 0 ? "Control+" : "",
                      (event->flags & FLAG_OPTION) != 0 ? "Option+" : "",
                      (event->flags & FLAG_SHIFT) != 0 ? "Shift+" : "",
                      (event->flags & FLAG_COMMAND) != 0 ? "Command+" : "", key);
}

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
  for (int i = 0; i < el->kid_count; i++) collect_stops(el->kids[i], stops, count);
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
  for (int i = 0; i < el->rows->made_count; i++)
    if (json_truth(el_get(el->rows->made[i], "AXSelected"))) at = el->rows->made[i]->row;
  El *next = rows_get(el, at + by);
  if (next == NULL) return "no_effect";
  for (int i = 0; i < el->rows->made_count; i++) el_put(el->rows->made[i], "AXSelected", json_make_bool(false));
  rows_realise(next);
  el_put(next, "AXSelected", json_make_bool(true));
  el_notify(el, "AXSelectedRowsChanged");
  return "done";
}

static const char *shortcut(const Event *event, El *focus, App *app, const char *chord) {
  const Json *effects = json_get(json_get(app->script, "shortcuts"), chord);
  const char letter = event->keycode < sizeof PLAIN - 1 ? PLAIN[event->keycode] : '\0';
  if (effects != NULL) {
    effects_run(app, focus, effects);
    return "done";
  }
  if (focus == NULL || !el_is_text(focus) || (event->flags & FLAG_COMMAND) == 0) return "no_effect";
  switch (letter) {
    case 'a':
      edit_select_all(focus);
      return "done";
    case 'c':
    case 'x':
      if (el_is_secure(focus)) return "no_effect";
      keyboard_set_clipboard(edit_selected(focus));
      return letter == 'c' ? "done" : focus->selection.length > 0 ? edit_delete(focus) : "no_effect";
    case 'v':
      return edit_type(focus, clipboard);
    default:
      return "no_effect";
  }
}

static const char *confirm(El *focus, App *app) {
  if (focus != NULL && el_is(focus, "AXTextArea")) return edit_type(focus, "\n");
  if (focus != NULL && json_get(json_get(focus->script, "actions"), "AXConfirm") != NULL)
    return action_happen(focus, "AXConfirm");
  return press_of_window(focus, app, "AXDefaultButton");
}

static const char *special(const Event *event, El *focus, App *app) {
  const bool text = focus != NULL && el_is_text(focus);
  switch (event->keycode) {
    case KEY_RETURN:
    case 0x4c:
      return confirm(focus, app);
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

static bool is_special(uint16_t keycode) {
  for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++)
    if (NAMED[i].keycode == keycode) return true;
  return false;
}

static const char *happen(const Event *event, El *focus, App *app, const char *chord, const char *text) {
  const Json *scripted = focus == NULL ? NULL : json_get(json_get(focus->script, "keys"), chord);
  if (tree.menu_count > 0 && event->keycode == KEY_ESCAPE) {
    menus_close(app);
    return "done";
  }
  if (focus != NULL && el_blocker(focus) != NULL && !is_special(event->keycode)) return "blocked";
  if (scripted != NULL) {
    effects_run(app, focus, scripted);
    return "done";
  }
  if ((event->flags & (FLAG_COMMAND | FLAG_CONTROL)) != 0) return shortcut(event, focus, app, chord);
  const bool letters = event->has_text && !app->ignores_unicode;
  const char *outcome = letters ? NULL : special(event, focus, app);
  if (outcome != NULL) return outcome;
  if (letters && (strcmp(text, "\n") == 0 || strcmp(text, "\r") == 0)) return confirm(focus, app);
  if (focus == NULL || !el_is_text(focus) || *text == '\0') return "no_effect";
  return el_enabled(focus) ? edit_type(focus, text) : "disabled";
}

void keyboard_receive(const Event *event, App *only) {
  App *app = only != NULL ? only : tree.front;
  if (only == NULL) session_flags = event->flags & MODIFIERS;
  if (event->keycode < 256 && event->type != EVENT_FLAGS_CHANGED) held[event->keycode] = event->type == EVENT_KEY_DOWN;
  if (event->type != EVENT_KEY_DOWN || app == NULL) return;
  El *focus = app->focus;
  const char *text = text_of(event, app->ignores_unicode);
  const bool typed = event->has_text && (event->flags & (FLAG_COMMAND | FLAG_CONTROL)) == 0;
  const char *chord = chord_of(event, name_of(event->keycode));
  const El nothing = {.app = app, .id = app->el->id, .role = "AXApplication"};
  const El before = focus == NULL ? nothing : *focus;
  const char *outcome = happen(event, focus, app, chord, text);
  arrival(&(Arrival){.kind = "key", .el = &before, .name = typed ? "text" : chord, .value = text, .outcome = outcome});
}
