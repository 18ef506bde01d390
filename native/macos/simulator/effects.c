#include "effects.h"

#include <string.h>

#include "edit.h"
#include "menus.h"
#include "pending.h"
#include "screen_clock.h"

typedef struct {
  App *app;
  El *target;
  const Json *script;
} Effect;

typedef const char *Do(const Effect *effect);

static const char *do_set(const Effect *effect) {
  const Json *value = json_get(effect->script, "value");
  if (value == NULL) return "set needs a value";
  edit_assign(effect->target, json_string(effect->script, "attribute", "AXValue"), value);
  return NULL;
}

static const char *do_toggle(const Effect *effect) {
  const bool on = json_truth(el_get(effect->target, "AXValue"));
  edit_assign(effect->target, "AXValue", json_make_integer(on ? 0 : 1));
  return NULL;
}

static const char *do_type(const Effect *effect) {
  edit_type(effect->target, json_string(effect->script, "text", ""));
  return NULL;
}

static const char *do_open(const Effect *effect) {
  const char *parent_id = json_string(effect->script, "parent", NULL);
  El *parent = parent_id == NULL ? effect->app->el : el_by_id(parent_id);
  const Json *script = json_get(effect->script, "element");
  if (parent == NULL || script == NULL) return "open needs an element, and a parent that is there";
  El *el = el_create(parent->app, parent, script, (int)json_number(effect->script, "at", -1), -1);
  if (el_is(el, "AXMenu")) menu_open(el, false);
  el_notify(el, el_is(el, "AXSheet") ? "AXSheetCreated" : el_is(el, "AXWindow") ? "AXWindowCreated" : "AXCreated");
  if (el_is(el, "AXSheet") || el_is(el, "AXWindow")) el_notify(el->app->el, "AXFocusedWindowChanged");
  return NULL;
}

static const char *do_remove(const Effect *effect) {
  El *parent = effect->target->parent;
  el_remove(effect->target);
  if (parent != NULL) el_notify(parent, "AXLayoutChanged");
  return NULL;
}

static const char *do_recreate(const Effect *effect) {
  if (effect->target->parent == NULL) return "an application cannot be recreated";
  el_recreate(effect->target);
  return NULL;
}

static const char *do_replace(const Effect *effect) {
  El *old = effect->target;
  const Json *script = json_get(effect->script, "element");
  if (script == NULL || old->parent == NULL) return "replace needs an element";
  const int at = el_index(old);
  El *parent = old->parent;
  el_remove(old);
  el_create(parent->app, parent, script, at, -1);
  el_notify(parent, "AXLayoutChanged");
  return NULL;
}

static const char *do_append_rows(const Effect *effect) {
  if (effect->target->rows == NULL) return "the target has no rows";
  effect->target->rows->count += (int64_t)json_number(effect->script, "count", 1);
  el_notify(effect->target, "AXRowCountChanged");
  return NULL;
}

static const char *do_rebuild_rows(const Effect *effect) {
  if (effect->target->rows == NULL) return "the target has no rows";
  rows_rebuild(effect->target);
  el_notify(effect->target, "AXRowCountChanged");
  return NULL;
}

static const char *do_show_rows(const Effect *effect) {
  Rows *rows = effect->target->rows;
  if (rows == NULL) return "the target has no rows";
  rows_show(effect->target, (int64_t)json_number(effect->script, "from", 0));
  return NULL;
}

static const char *do_focus(const Effect *effect) {
  el_focus(effect->target);
  return NULL;
}

static const char *do_raise(const Effect *effect) {
  El *window = el_window(effect->target);
  if (window == NULL) return "the target is in no window";
  window_to_top(window);
  return NULL;
}

static const char *do_activate(const Effect *effect) {
  app_activate(effect->target->app);
  return NULL;
}

static const char *do_quit(const Effect *effect) {
  app_quit(effect->target->app);
  return NULL;
}

static const char *do_open_menu(const Effect *effect) {
  menu_open(effect->target, json_bool(effect->script, "recreate", true));
  return NULL;
}

static const char *do_close_menus(const Effect *effect) {
  menus_close(effect->app);
  return NULL;
}

static const char *do_notify(const Effect *effect) {
  el_notify(effect->target, json_string(effect->script, "notification", "AXLayoutChanged"));
  return NULL;
}

static const char *do_move(const Effect *effect) {
  double by[2];
  if (json_numbers(json_get(effect->script, "by"), by, 2) != 2) return "move needs by: [dx, dy]";
  el_shift(effect->target, by[0], by[1]);
  el_notify(effect->target, "AXMoved");
  return NULL;
}

static const char *do_after(const Effect *effect) {
  const Json *effects = json_get(effect->script, "effects");
  if (effects == NULL) return "after needs effects";
  pending_effects(effect->app, effect->target, effects,
                  screen_now() + json_number(effect->script, "milliseconds", 0));
  return NULL;
}

static const char *do_busy(const Effect *effect) {
  effect->app->busy_until = core_now() + json_number(effect->script, "milliseconds", 0);
  return NULL;
}

static const struct {
  const char *name;
  Do *run;
} EFFECTS[] = {
    {"set", do_set},           {"toggle", do_toggle},
    {"type", do_type},         {"open", do_open},
    {"remove", do_remove},     {"recreate", do_recreate},
    {"replace", do_replace},   {"append_rows", do_append_rows},
    {"rebuild_rows", do_rebuild_rows}, {"show_rows", do_show_rows},
    {"focus", do_focus},       {"raise", do_raise},
    {"activate", do_activate}, {"quit", do_quit},
    {"open_menu", do_open_menu}, {"close_menus", do_close_menus},
    {"notify", do_notify},     {"move", do_move},
    {"after", do_after},       {"busy", do_busy},
};

static const char *run_one(App *app, El *self, const Json *script) {
  const char *name = json_string(script, "do", "");
  const char *id = json_string(script, "target", NULL);
  El *target = id == NULL ? self : el_by_id(id);
  if (id != NULL && target == NULL) return arena_format("%s: there is no element %s", name, id);
  if (target == NULL || !target->alive) target = app == NULL ? NULL : app->el;
  if (target == NULL && strcmp(name, "after") != 0) target = tree.front == NULL ? NULL : tree.front->el;
  if (target == NULL) return "no application is there";
  const Effect effect = {target->app, target, script};
  for (size_t i = 0; i < sizeof EFFECTS / sizeof *EFFECTS; i++)
    if (strcmp(EFFECTS[i].name, name) == 0) return EFFECTS[i].run(&effect);
  return arena_format("no effect is called '%s'", name);
}

const char *effects_run(App *app, El *self, const Json *effects) {
  if (effects->kind != JSON_ARRAY) return run_one(app, self, effects);
  const char *problem = NULL;
  for (const Json *one = effects->first; one != NULL && problem == NULL; one = one->next)
    problem = run_one(app, self, one);
  return problem;
}
