/* Which attributes an element has. */
#include <string.h>

#include "attributes.h"

static bool is(const char *left, const char *right) { return strcmp(left, right) == 0; }

static void add_all(Names *names, const char *const *more) {
  for (; *more != NULL; more++) names_add(names, *more);
}

void attribute_names(const El *el, Names *names) {
  static const char *const every[] = {"AXRole", "AXRoleDescription", "AXChildren", NULL};
  static const char *const of_system[] = {"AXFocusedApplication", "AXFocusedUIElement", NULL};
  static const char *const of_app[] = {"AXParent",       "AXWindows",          "AXFocusedWindow", "AXMainWindow",
                                       "AXMenuBar",      "AXFocusedUIElement", "AXFrontmost",     "AXHidden", NULL};
  static const char *const of_part[] = {"AXParent", "AXEnabled", "AXFocused", "AXWindow", "AXTopLevelUIElement", NULL};
  static const char *const of_window[] = {"AXParent", "AXFocused", "AXMain", "AXMinimized", "AXModal", NULL};
  static const char *const of_frame[] = {"AXPosition", "AXSize", "AXFrame", NULL};
  static const char *const of_text[] = {"AXValue", "AXNumberOfCharacters", "AXSelectedText", "AXSelectedTextRange",
                                        "AXVisibleCharacterRange", NULL};
  static const char *const of_rows[] = {"AXRows", "AXVisibleRows", "AXSelectedRows", "AXVisibleChildren", NULL};
  static const char *const of_row[] = {"AXIndex", "AXSelected", NULL};
  CGRect unused;
  const Json *hidden = json_get(el->script, "lacks");
  Names all = {0};
  add_all(&all, every);
  if (el->app == NULL)
    add_all(&all, of_system);
  else if (el == el->app->el)
    add_all(&all, of_app);
  else
    add_all(&all, el_is(el, "AXWindow") ? of_window : of_part);
  if (el->app != NULL && el_frame(el, &unused)) add_all(&all, of_frame);
  if (el_is_text(el)) add_all(&all, of_text);
  if (el->rows != NULL) add_all(&all, of_rows);
  if (el->row >= 0) add_all(&all, of_row);
  for (const Attribute *one = el->attributes; one != NULL; one = one->next) names_add(&all, one->name);
  for (int i = 0; i < all.count; i++) {
    bool lacks = false;
    for (const Json *one = hidden == NULL ? NULL : hidden->first; one != NULL; one = one->next)
      lacks = lacks || (one->string != NULL && is(one->string, all.items[i]));
    if (!lacks) names_add(names, all.items[i]);
  }
}
