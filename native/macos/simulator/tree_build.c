/* From a script to elements. */
#include <string.h>

#include "edit.h"
#include "tree_parts.h"

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

void script_read(El *el, const Json *script, int64_t row) {
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

void script_create_kids(El *el, const Json *script, int64_t row) {
  const Json *kids = json_get(script, "children");
  for (const Json *kid = kids == NULL ? NULL : kids->first; kid != NULL; kid = kid->next)
    el_create(el->app, el, kid, -1, row);
}

static void settle_in(El *el, const Json *script) {
  if (el_is(el, "AXWindow") && el->parent == el->app->el) {
    list_put(&tree.windows, el, json_bool(script, "behind", false) ? -1 : 0);
    if (el->app->main_window == NULL || !json_bool(script, "behind", false)) el->app->main_window = el;
  }
  if (json_bool(script, "open", false) && el_is(el, "AXMenu"))
    list_put(&tree.menus, el, 0);
  el->selection = (CFRange){edit_length(el), 0};
  if (json_bool(script, "focused", false)) el->app->focus = el;
}

El *el_create(App *app, El *parent, const Json *script, int at, int64_t row) {
  El *el = tree_enter(app, parent, json_string(script, "role", "AXUnknown"));
  const char *id = json_string(script, "id", NULL);
  if (id != NULL) el->id = fill_in(id, row);
  if (parent != NULL) list_put(&parent->kids, el, at);
  script_read(el, script, row);
  read_rows(el, json_get(script, "rows"));
  script_create_kids(el, script, row);
  settle_in(el, script);
  return el;
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
  app->el = tree_enter(app, NULL, "AXApplication");
  app->el->id = json_string(script, "id", app->name);
  el_put(app->el, "AXTitle", json_make_string(app->name));
  script_read(app->el, script, -1);
  **next = app;
  *next = &app->next;
  const Json *windows = json_get(script, "windows");
  int created = 0;
  for (const Json *window = windows == NULL ? NULL : windows->first; window != NULL; window = window->next) {
    El *el = el_create(app, app->el, window, -1, -1);
    if (json_get(window, "role") == NULL) el->role = "AXWindow";
    if (list_position(&tree.windows, el) < 0) settle_in(el, window);
    /* Front to back within the script. */
    list_pull(&tree.windows, el);
    list_put(&tree.windows, el, -1);
    if (created++ == 0) app->main_window = el;
  }
  if (app->el->kids.count > 0) app->main_window = app->el->kids.items[0];
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
  tree.system = tree_enter(NULL, NULL, "AXSystemWide");
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
    if (window == NULL || list_position(&tree.windows, window) < 0) return "zOrder names no window";
    list_pull(&tree.windows, window);
    list_put(&tree.windows, window, at++);
  }
  return NULL;
}
