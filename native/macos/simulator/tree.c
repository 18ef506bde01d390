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

static void push(El ***list, int *count, int *capacity, El *el, int at) {
  if (*count == *capacity) {
    const int wider = *capacity * 2 + 4;
    El **copy = arena_alloc((size_t)wider * sizeof *copy);
    if (*count > 0) memcpy(copy, *list, (size_t)*count * sizeof *copy);
    *list = copy;
    *capacity = wider;
  }
  if (at < 0 || at > *count) at = *count;
  memmove(*list + at + 1, *list + at, (size_t)(*count - at) * sizeof **list);
  (*list)[at] = el;
  ++*count;
}

static void pull(El **list, int *count, const El *el) {
  for (int i = 0; i < *count; i++) {
    if (list[i] != el) continue;
    memmove(list + i, list + i + 1, (size_t)(*count - i - 1) * sizeof *list);
    --*count;
    return;
  }
}

static El *enter(App *app, El *parent, const char *role) {
  El *el = arena_alloc(sizeof *el);
  el->uid = first_uid + all_count;
  el->app = app;
  el->parent = parent;
  el->role = role;
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

/* "Row {i}" of row 7 is "Row 7". */
static const char *fill_in(const char *text, int64_t row) {
  const char *gap = row < 0 ? NULL : strstr(text, "{i}");
  if (gap == NULL) return text;
  return arena_format("%.*s%lld%s", (int)(gap - text), text, (long long)row, fill_in(gap + 3, row));
}

static const Json *fill_in_value(const Json *value, int64_t row) {
  return value->kind == JSON_STRING && row >= 0 ? json_make_string(fill_in(value->string, row)) : value;
}

static const char *const SHORT[][2] = {
    {"subrole", "AXSubrole"},       {"title", "AXTitle"},
    {"value", "AXValue"},           {"description", "AXDescription"},
    {"help", "AXHelp"},             {"identifier", "AXIdentifier"},
    {"enabled", "AXEnabled"},       {"placeholder", "AXPlaceholderValue"},
    {"selected", "AXSelected"},     {"expanded", "AXExpanded"},
    {"modal", "AXModal"},           {"minimized", "AXMinimized"},
    {"url", "AXURL"},
};

static void read_script(El *el, const Json *script, int64_t row) {
  for (size_t i = 0; i < sizeof SHORT / sizeof *SHORT; i++) {
    const Json *value = json_get(script, SHORT[i][0]);
    if (value != NULL) el_put(el, SHORT[i][1], fill_in_value(value, row));
  }
  const Json *more = json_get(script, "attributes");
  for (const Json *value = more == NULL ? NULL : more->first; value != NULL; value = value->next)
    el_put(el, value->key, fill_in_value(value, row));
  double numbers[4];
  if (json_numbers(json_get(script, "frame"), numbers, 4) == 4) {
    el->has_frame = true;
    el->frame = (CGRect){{numbers[0], numbers[1]}, {numbers[2], numbers[3]}};
  }
  el->lazy = json_bool(script, "lazy", false);
  el->script = script;
}

static void read_rows(El *el, const Json *script) {
  if (script == NULL) return;
  Rows *rows = arena_alloc(sizeof *rows);
  double visible[2] = {0, 0};
  json_numbers(json_get(script, "visible"), visible, 2);
  rows->endless = json_bool(script, "endless", false);
  rows->count = rows->endless ? 1000000000 : (int64_t)json_number(script, "count", 0);
  rows->height = json_number(script, "height", 20);
  rows->first_visible = (int64_t)visible[0];
  rows->visible = (int64_t)visible[1];
  rows->grows = (int64_t)json_number(script, "grows", 0);
  rows->template = json_get(script, "template");
  el->rows = rows;
}

static void create_kids(El *el, const Json *script, int64_t row) {
  const Json *kids = json_get(script, "children");
  for (const Json *kid = kids == NULL ? NULL : kids->first; kid != NULL; kid = kid->next)
    el_create(el->app, el, kid, -1, row);
}

static void settle_in(El *el, const Json *script) {
  if (el_is(el, "AXWindow") && el->parent == el->app->el) {
    push(&tree.windows, &tree.window_count, &tree.window_capacity, el, json_bool(script, "behind", false) ? -1 : 0);
    if (el->app->main_window == NULL || !json_bool(script, "behind", false)) el->app->main_window = el;
  }
  if (json_bool(script, "open", false) && el_is(el, "AXMenu"))
    push(&tree.menus, &tree.menu_count, &tree.menu_capacity, el, 0);
  el->selection = (CFRange){edit_length(el), 0};
  if (json_bool(script, "focused", false)) el->app->focus = el;
}

El *el_create(App *app, El *parent, const Json *script, int at, int64_t row) {
  El *el = enter(app, parent, json_string(script, "role", "AXUnknown"));
  const char *id = json_string(script, "id", NULL);
  el->id = id != NULL ? fill_in(id, row) : arena_format("%s#%llu", el->role, (unsigned long long)(el->uid - first_uid));
  if (parent != NULL) push(&parent->kids, &parent->kid_count, &parent->kid_capacity, el, at);
  read_script(el, script, row);
  read_rows(el, json_get(script, "rows"));
  create_kids(el, script, row);
  settle_in(el, script);
  return el;
}

static void forget(El *el) {
  el->alive = false;
  pull(tree.windows, &tree.window_count, el);
  pull(tree.menus, &tree.menu_count, el);
  if (el->app->focus == el) el->app->focus = NULL;
  for (int i = 0; i < el->kid_count; i++) forget(el->kids[i]);
  for (int i = 0; el->rows != NULL && i < el->rows->made_count; i++) forget(el->rows->made[i]);
  if (el->app->main_window == el) {
    el->app->main_window = NULL;
    for (int i = tree.window_count; i-- > 0;)
      if (tree.windows[i]->app == el->app) el->app->main_window = tree.windows[i];
  }
  el_notify(el, "AXUIElementDestroyed");
}

void el_remove(El *el) {
  if (el->parent != NULL) pull(el->parent->kids, &el->parent->kid_count, el);
  forget(el);
}

int el_index(const El *el) {
  for (int i = 0; el->parent != NULL && i < el->parent->kid_count; i++)
    if (el->parent->kids[i] == el) return i;
  return -1;
}

static El *twin_of(const El *old, El *parent) {
  El *el = enter(old->app, parent, old->role);
  const uint64_t uid = el->uid;
  *el = *old;
  el->uid = uid;
  el->parent = parent;
  el->alive = true;
  el->generation = old->generation + 1;
  el->kids = NULL;
  el->kid_count = el->kid_capacity = 0;
  el->attributes = NULL;
  for (const Attribute *one = old->attributes; one != NULL; one = one->next) el_put(el, one->name, one->value);
  for (int i = 0; i < old->kid_count; i++)
    push(&el->kids, &el->kid_count, &el->kid_capacity, twin_of(old->kids[i], el), -1);
  if (old->rows != NULL) {
    el->rows = arena_alloc(sizeof *el->rows);
    *el->rows = *old->rows;
    el->rows->made = NULL;
    el->rows->made_count = el->rows->made_capacity = 0;
  }
  return el;
}

static int position(El *const *list, int count, const El *el) {
  for (int i = 0; i < count; i++)
    if (list[i] == el) return i;
  return -1;
}

El *el_recreate(El *old) {
  const int at = el_index(old);
  const int z = position(tree.windows, tree.window_count, old);
  const int menu = position(tree.menus, tree.menu_count, old);
  const bool main = old->app->main_window == old;
  const char *focused = old->app->focus != NULL && el_contains(old, old->app->focus) ? old->app->focus->id : NULL;
  El *el = twin_of(old, old->parent);
  el_remove(old);
  if (at >= 0) push(&el->parent->kids, &el->parent->kid_count, &el->parent->kid_capacity, el, at);
  if (z >= 0) push(&tree.windows, &tree.window_count, &tree.window_capacity, el, z);
  if (menu >= 0) push(&tree.menus, &tree.menu_count, &tree.menu_capacity, el, menu);
  if (main) el->app->main_window = el;
  if (focused != NULL) el->app->focus = el_by_id(focused);
  el_notify(el, "AXCreated");
  return el;
}

static El *fill_row(El *el) {
  const Json *template = el->parent->rows->template;
  if (template != NULL) {
    read_script(el, template, el->row);
    el->has_frame = false;
    create_kids(el, template, el->row);
  } else {
    El *text = el_create(el->app, el, json_get(NULL, ""), -1, -1);
    text->role = "AXStaticText";
    text->id = arena_format("%s/text", el->id);
    el_put(text, "AXValue", json_make_string(arena_format("Row %lld", (long long)el->row)));
  }
  return el;
}

El *rows_get(El *el, int64_t index) {
  Rows *rows = el->rows;
  if (rows == NULL || index < 0 || index >= rows->count) return NULL;
  int low = 0;
  int high = rows->made_count;
  while (low < high) {
    const int middle = (low + high) / 2;
    if (rows->made[middle]->row < index)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < rows->made_count && rows->made[low]->row == index) return rows->made[low];
  El *row = enter(el->app, el, json_string(rows->template, "role", "AXRow"));
  row->id = arena_format("%s/%lld", el->id, (long long)index);
  row->row = index;
  row->unrealised = true;
  push(&rows->made, &rows->made_count, &rows->made_capacity, row, low);
  if (index >= rows->first_visible && index < rows->first_visible + rows->visible) {
    row->unrealised = false;
    fill_row(row);
  }
  return row;
}

void rows_realise(El *el) {
  for (El *row = el; row != NULL; row = row->parent) {
    if (!row->unrealised) continue;
    row->unrealised = false;
    Rows *rows = row->parent->rows;
    rows->realised++;
    fill_row(row);
    if (row->row == rows->count - 1 && rows->grows > 0) {
      rows->count += rows->grows;
      el_notify(row->parent, "AXRowCountChanged");
    }
  }
}

void rows_rebuild(El *el) {
  for (int i = 0; i < el->rows->made_count; i++) forget(el->rows->made[i]);
  el->rows->made_count = 0;
}

void rows_show(El *el, int64_t from) {
  Rows *rows = el->rows;
  if (from > rows->count - rows->visible) from = rows->count - rows->visible;
  rows->first_visible = from < 0 ? 0 : from;
  for (int64_t i = 0; i < rows->visible; i++) {
    El *row = rows_get(el, rows->first_visible + i);
    if (row == NULL || !row->unrealised) continue;
    row->unrealised = false;
    fill_row(row);
  }
  el_notify(el, "AXLayoutChanged");
}

El *rows_around(El *el) {
  while (el != NULL && el->rows == NULL) el = el->parent;
  return el;
}

bool app_is_open(const App *app) { return app->opens_at >= 0 && screen_now() >= app->opens_at; }

int64_t kids_count(const El *el) {
  if (el->lazy && !app_is_open(el->app)) return 0;
  return el->kid_count + (el->rows == NULL ? 0 : el->rows->count);
}

El *kids_get(El *el, int64_t index) {
  return index < el->kid_count ? el->kids[index] : rows_get(el, index - el->kid_count);
}

void app_quit(App *app) {
  forget(app->el);
  app->alive = false;
  if (tree.front != app) return;
  tree.front = tree.window_count > 0 ? tree.windows[0]->app : NULL;
}

static const char *load_app(const Json *script, App ***next) {
  App *app = arena_alloc(sizeof *app);
  app->pid = (pid_t)json_number(script, "pid", 0);
  app->name = json_string(script, "name", NULL);
  if (app->pid <= 0 || app->name == NULL) return "an application needs a pid and a name";
  app->alive = true;
  app->script = script;
  app->opens_at = -1;
  app->hidden = json_bool(script, "hidden", false);
  app->ignores_unicode = json_bool(script, "ignoresUnicode", false);
  app->el = enter(app, NULL, "AXApplication");
  app->el->id = json_string(script, "id", app->name);
  el_put(app->el, "AXTitle", json_make_string(app->name));
  read_script(app->el, script, -1);
  **next = app;
  *next = &app->next;
  const Json *windows = json_get(script, "windows");
  int created = 0;
  for (const Json *window = windows == NULL ? NULL : windows->first; window != NULL; window = window->next) {
    El *el = el_create(app, app->el, window, -1, -1);
    if (json_get(window, "role") == NULL) el->role = "AXWindow";
    if (position(tree.windows, tree.window_count, el) < 0) settle_in(el, window);
    /* Front to back within the script. */
    pull(tree.windows, &tree.window_count, el);
    push(&tree.windows, &tree.window_count, &tree.window_capacity, el, -1);
    if (created++ == 0) app->main_window = el;
  }
  if (app->el->kid_count > 0) app->main_window = app->el->kids[0];
  const Json *bar = json_get(script, "menuBar");
  if (bar != NULL) {
    El *el = el_create(app, app->el, bar, -1, -1);
    if (json_get(bar, "role") == NULL) el->role = "AXMenuBar";
  }
  if (tree.front == NULL || json_bool(script, "frontmost", false)) tree.front = app;
  return NULL;
}

const char *tree_load(const Json *script) {
  const Json *apps = json_get(script, "apps");
  if (apps == NULL || apps->kind != JSON_ARRAY) return "a script needs a list of apps";
  tree.system = enter(NULL, NULL, "AXSystemWide");
  tree.system->id = "system-wide";
  tree.displays = json_get(script, "displays");
  App **next = &tree.apps;
  for (const Json *app = apps->first; app != NULL; app = app->next) {
    const char *problem = load_app(app, &next);
    if (problem != NULL) return problem;
  }
  const Json *order = json_get(script, "zOrder");
  int at = 0;
  for (const Json *id = order == NULL ? NULL : order->first; id != NULL; id = id->next) {
    El *window = el_by_id(id->string == NULL ? "" : id->string);
    if (window == NULL || position(tree.windows, tree.window_count, window) < 0) return "zOrder names no window";
    pull(tree.windows, &tree.window_count, window);
    push(&tree.windows, &tree.window_count, &tree.window_capacity, window, at++);
  }
  return NULL;
}

void window_raise(El *window) {
  if (position(tree.windows, tree.window_count, window) < 0) return;
  pull(tree.windows, &tree.window_count, window);
  push(&tree.windows, &tree.window_count, &tree.window_capacity, window, 0);
  window->app->main_window = window;
  el_notify(window, "AXFocusedWindowChanged");
}

void app_activate(App *app) {
  if (tree.front == app) return;
  tree.front = app;
  app->hidden = false;
  if (app->main_window != NULL) window_raise(app->main_window);
  el_notify(app->el, "AXApplicationActivated");
}

void el_focus(El *el) {
  if (el->app->focus == el) return;
  el->app->focus = el;
  El *window = el_window(el);
  if (window != NULL) el->app->main_window = window;
  el->selection = (CFRange){edit_length(el), 0};
  el_notify(el, "AXFocusedUIElementChanged");
}

void el_notify(El *el, const char *notification) { observers_notify(el, notification); }

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
