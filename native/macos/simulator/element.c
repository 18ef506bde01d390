/* Questions about one element. */
#include <string.h>

#include "tree.h"

const Json *el_get(const El *el, const char *name) {
  for (const Attribute *one = el->attributes; one != NULL; one = one->next)
    if (strcmp(one->name, name) == 0) return one->value;
  return NULL;
}

void el_put(El *el, const char *name, const Json *value) {
  Attribute **at = &el->attributes;
  while (*at != NULL && strcmp((*at)->name, name) != 0) at = &(*at)->next;
  if (*at == NULL) {
    *at = arena_alloc(sizeof **at);
    (*at)->name = name;
  }
  (*at)->value = value;
}

const char *el_string(const El *el, const char *name) {
  const Json *value = el_get(el, name);
  return value != NULL && value->kind == JSON_STRING ? value->string : NULL;
}

bool el_is(const El *el, const char *role) { return strcmp(el->role, role) == 0; }

static bool is_one_of(const El *el, const char *const *roles) {
  for (; *roles != NULL; roles++)
    if (el_is(el, *roles)) return true;
  return false;
}

bool el_is_text(const El *el) {
  static const char *const roles[] = {"AXTextField", "AXTextArea", "AXComboBox", "AXSearchField", NULL};
  return is_one_of(el, roles);
}

bool el_is_secure(const El *el) {
  const char *subrole = el_string(el, "AXSubrole");
  return subrole != NULL && strcmp(subrole, "AXSecureTextField") == 0;
}

bool el_enabled(const El *el) {
  const Json *enabled = el_get(el, "AXEnabled");
  return enabled == NULL || json_truth(enabled);
}

bool el_focusable(const El *el) {
  static const char *const roles[] = {"AXTextField", "AXTextArea", "AXComboBox", "AXSearchField", "AXTable",
                                      "AXOutline",   "AXList",     "AXButton",   "AXCheckBox",    "AXRadioButton",
                                      "AXPopUpButton", "AXSlider", "AXWebArea",  "AXLink",        NULL};
  return json_bool(el->script, "focusable", is_one_of(el, roles));
}

El *el_window(El *el) {
  while (el != NULL && !el_is(el, "AXWindow")) el = el->parent;
  return el;
}

bool el_contains(const El *ancestor, const El *el) {
  while (el != NULL && el != ancestor) el = el->parent;
  return el != NULL;
}

const char *el_label(const El *el) {
  const char *title = el_string(el, "AXTitle");
  if (title == NULL || *title == '\0') title = el_string(el, "AXDescription");
  return title == NULL ? "" : title;
}

bool el_frame(const El *el, CGRect *frame) {
  if (el->has_frame) {
    *frame = el->frame;
    return true;
  }
  if (el->row >= 0) {
    const Rows *rows = el->parent->rows;
    CGRect table;
    if (!el_frame(el->parent, &table)) return false;
    *frame = (CGRect){{table.origin.x, table.origin.y + (double)(el->row - rows->first_visible) * rows->height},
                      {table.size.width, rows->height}};
    return true;
  }
  for (const El *row = el->parent; row != NULL; row = row->parent)
    if (row->row >= 0) return el_frame(row, frame);
  return false;
}

void el_shift(El *el, double dx, double dy) {
  el->frame.origin.x += dx;
  el->frame.origin.y += dy;
  for (int i = 0; i < el->kids.count; i++) el_shift(el->kids.items[i], dx, dy);
}

static El *sheet_of(El *window) {
  for (int i = window->kids.count; i-- > 0;)
    if (el_is(window->kids.items[i], "AXSheet")) return window->kids.items[i];
  return NULL;
}

El *el_blocker(El *el) {
  El *window = el_window(el);
  if (window == NULL) return NULL;
  El *sheet = sheet_of(window);
  if (sheet != NULL && el != window && !el_contains(sheet, el)) return sheet;
  for (int i = 0; i < tree.windows.count; i++) {
    El *other = tree.windows.items[i];
    if (other->app == el->app && other != window && json_truth(el_get(other, "AXModal")) &&
        !json_truth(el_get(window, "AXModal")))
      return other;
  }
  return NULL;
}
