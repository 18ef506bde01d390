/* Where key events go, and what they do there. */
#include <stdlib.h>
#include <string.h>

#include "arrivals.h"
#include "edit.h"
#include "effects.h"
#include "events.h"
#include "keys.h"
#include "menus.h"
#include "named_keys.h"
#include "unicode.h"

static bool held[256];
static uint64_t session_flags;
static const char *clipboard = "";

enum { MODIFIERS = FLAG_SHIFT | FLAG_CONTROL | FLAG_OPTION | FLAG_COMMAND };

void keyboard_reset(void) {
  memset(held, 0, sizeof held);
  session_flags = 0;
  clipboard = "";
}

void keyboard_set_clipboard(const char *text) { clipboard = arena_copy(text); }
const char *keyboard_clipboard(void) { return clipboard; }
uint64_t keyboard_flags(void) { return session_flags; }

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

static const char *text_of(const Event *event, bool ignores_unicode) {
  if (event->has_text && !ignores_unicode) {
    bool lossy = false;
    char *text = utf8_from_utf16(event->units, event->unit_count, &lossy);
    const char *copy = arena_copy(text);
    free(text);
    return copy;
  }
  const char letter = key_letter(event->keycode, (event->flags & FLAG_SHIFT) != 0);
  return letter == '\0' ? "" : arena_format("%c", letter);
}

static const char *chord_of(const Event *event, const char *key) {
  return arena_format("%s%s%s%s%s", (event->flags & FLAG_CONTROL) != 0 ? "Control+" : "",
                      (event->flags & FLAG_OPTION) != 0 ? "Option+" : "",
                      (event->flags & FLAG_SHIFT) != 0 ? "Shift+" : "",
                      (event->flags & FLAG_COMMAND) != 0 ? "Command+" : "", key);
}

static const char *shortcut(const Event *event, El *focus, App *app, const char *chord) {
  const Json *effects = json_get(json_get(app->script, "shortcuts"), chord);
  const char letter = key_letter(event->keycode, false);
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

static const char *happen(const Event *event, El *focus, App *app, const char *chord, const char *text) {
  const Json *scripted = focus == NULL ? NULL : json_get(json_get(focus->script, "keys"), chord);
  if (tree.menus.count > 0 && event->keycode == KEY_ESCAPE) {
    menus_close(app);
    return "done";
  }
  if (focus != NULL && el_blocker(focus) != NULL && !key_is_named(event->keycode)) return "blocked";
  if (scripted != NULL) {
    effects_run(app, focus, scripted);
    return "done";
  }
  if ((event->flags & (FLAG_COMMAND | FLAG_CONTROL)) != 0) return shortcut(event, focus, app, chord);
  const bool letters = event->has_text && !app->ignores_unicode;
  const char *outcome = letters ? NULL : key_named(event, focus, app);
  if (outcome != NULL) return outcome;
  if (letters && (strcmp(text, "\n") == 0 || strcmp(text, "\r") == 0)) return key_confirm(focus, app);
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
  const char *chord = chord_of(event, key_name(event->keycode));
  const El nothing = {.app = app, .id = app->el->id, .role = "AXApplication"};
  const El before = focus == NULL ? nothing : *focus;
  const char *outcome = happen(event, focus, app, chord, text);
  arrival(&(Arrival){.kind = "key", .el = &before, .name = typed ? "text" : chord, .value = text, .outcome = outcome});
}
