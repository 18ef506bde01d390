/* Attributes that are lists of elements. */
#include <string.h>

#include "attributes.h"

static bool is(const char *left, const char *right) { return strcmp(left, right) == 0; }

static bool is_children(const char *name) { return is(name, "AXChildren"); }

static El *nth_window(const App *app, int64_t index, int64_t *count) {
  El *found = NULL;
  *count = 0;
  for (int i = 0; i < tree.windows.count; i++) {
    if (tree.windows.items[i]->app != app) continue;
    if (*count == index) found = tree.windows.items[i];
    ++*count;
  }
  return found;
}

static El *nth_selected(const El *el, int64_t index, int64_t *count) {
  El *found = NULL;
  *count = 0;
  for (int i = 0; i < el->rows->made.count; i++) {
    if (!json_truth(el_get(el->rows->made.items[i], "AXSelected"))) continue;
    if (*count == index) found = el->rows->made.items[i];
    ++*count;
  }
  return found;
}

int64_t attribute_list_count(const El *el, const char *name) {
  int64_t count = -1;
  if (is_children(name)) return kids_count(el);
  if (el->app != NULL && el == el->app->el && is(name, "AXWindows")) nth_window(el->app, -1, &count);
  if (el->rows == NULL) return count;
  if (is(name, "AXRows")) return el->rows->count;
  if (is(name, "AXVisibleRows") || is(name, "AXVisibleChildren")) {
    const int64_t left = el->rows->count - el->rows->first_visible;
    return left < el->rows->visible ? left : el->rows->visible;
  }
  if (is(name, "AXSelectedRows")) nth_selected(el, -1, &count);
  return count;
}

El *attribute_list_item(El *el, const char *name, int64_t index) {
  int64_t unused = 0;
  if (is_children(name)) return kids_get(el, index);
  if (is(name, "AXWindows")) return nth_window(el->app, index, &unused);
  if (is(name, "AXRows")) return rows_get(el, index);
  if (is(name, "AXSelectedRows")) return nth_selected(el, index, &unused);
  return rows_get(el, el->rows->first_visible + index);
}

bool attribute_is_endless(const El *el, const char *name) {
  return el->rows != NULL && el->rows->endless && attribute_list_count(el, name) >= el->rows->count;
}
