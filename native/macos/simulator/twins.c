/* Elements that an application throws away and makes anew. */

#include "tree_parts.h"

static El *twin_of(const El *old, El *parent) {
  El *el = tree_enter(old->app, parent, old->role);
  const uint64_t uid = el->uid;
  *el = *old;
  el->uid = uid;
  el->parent = parent;
  el->alive = true;
  el->generation = old->generation + 1;
  el->kids = (ElList){0};
  el->attributes = NULL;
  for (const Attribute *one = old->attributes; one != NULL; one = one->next) el_put(el, one->name, one->value);
  for (int i = 0; i < old->kids.count; i++)
    list_put(&el->kids, twin_of(old->kids.items[i], el), -1);
  if (old->rows != NULL) {
    el->rows = arena_alloc(sizeof *el->rows);
    *el->rows = *old->rows;
    el->rows->made = (ElList){0};
  }
  return el;
}

El *el_recreate(El *old) {
  const int at = el_index(old);
  const int z = list_position(&tree.windows, old);
  const int menu = list_position(&tree.menus, old);
  const bool main = old->app->main_window == old;
  const char *focused = old->app->focus != NULL && el_contains(old, old->app->focus) ? old->app->focus->id : NULL;
  El *el = twin_of(old, old->parent);
  el_remove(old);
  if (at >= 0) list_put(&el->parent->kids, el, at);
  if (z >= 0) list_put(&tree.windows, el, z);
  if (menu >= 0) list_put(&tree.menus, el, menu);
  if (main) el->app->main_window = el;
  if (focused != NULL) el->app->focus = el_by_id(focused);
  el_notify(el, "AXCreated");
  return el;
}
