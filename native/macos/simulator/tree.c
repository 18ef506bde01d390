#include "tree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "edit.h"
#include "observers.h"
#include "screen_clock.h"

Tree tree;

/* Every element of this script, by uid. Numbers go on from one script to the next, so that no old proxy fits. */
static El **all;
static uint64_t all_count, all_capacity;
static uint64_t first_uid = 1;

void tree_reset(void) {
  first_uid += all_count;
  free(all);
  all = NULL;
  all_count = all_capacity = 0;
  tree = (Tree){0};
}

El *el_by_uid(uint64_t uid) { return uid >= first_uid && uid - first_uid < all_count ? all[uid - first_uid] : NULL; }

El *el_by_id(const char *id) {
  for (uint64_t i = all_count; i-- > 0;)
    if (all[i]->alive && strcmp(all[i]->id, id) == 0) return all[i];
  return NULL;
}

App *app_by_pid(pid_t pid) {
  for (App *app = tree.apps; app != NULL; app = app->next)
    if (app->alive && app->pid == pid) return app;
  return NULL;
}

App *app_by_name(const char *name) {
  for (App *app = tree.apps; app != NULL; app = app->next)
    if (app->alive && strcmp(app->name, name) == 0) return app;
  return NULL;
}

El *tree_enter(App *app, El *parent, const char *role) {
  El *el = arena_alloc(sizeof *el);
  el->uid = first_uid + all_count;
  el->app = app;
  el->parent = parent;
  el->role = role;
  el->id = arena_format("%s#%llu", role, (unsigned long long)all_count);
  el->alive = true;
  el->generation = 1;
  el->row = -1;
  if (all_count == all_capacity) {
    all_capacity = all_capacity * 2 + 64;
    all = core_realloc(all, all_capacity * sizeof *all);
  }
  all[all_count++] = el;
  return el;
}

void tree_forget(El *el) {
  el->alive = false;
  list_pull(&tree.windows, el);
  list_pull(&tree.menus, el);
  if (el->app->focus == el) el->app->focus = NULL;
  for (int i = 0; i < el->kids.count; i++) tree_forget(el->kids.items[i]);
  for (int i = 0; el->rows != NULL && i < el->rows->made.count; i++) tree_forget(el->rows->made.items[i]);
  if (el->app->main_window == el) {
    el->app->main_window = NULL;
    for (int i = tree.windows.count; i-- > 0;)
      if (tree.windows.items[i]->app == el->app) el->app->main_window = tree.windows.items[i];
  }
  el_notify(el, "AXUIElementDestroyed");
}

void el_remove(El *el) {
  if (el->parent != NULL) list_pull(&el->parent->kids, el);
  tree_forget(el);
}

int el_index(const El *el) {
  for (int i = 0; el->parent != NULL && i < el->parent->kids.count; i++)
    if (el->parent->kids.items[i] == el) return i;
  return -1;
}

void tree_report_rows(Text *text) {
  bool first = true;
  text_add(text, "{");
  for (uint64_t i = 0; i < all_count; i++) {
    if (all[i]->rows == NULL || !all[i]->alive) continue;
    text_add(text, first ? "" : ",");
    text_json(text, all[i]->id);
    text_format(text, ":%lld", (long long)all[i]->rows->realised);
    first = false;
  }
  text_add(text, "}");
}
