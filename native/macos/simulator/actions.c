#include "actions.h"

#include <string.h>

#include "arrivals.h"
#include "edit.h"
#include "effects.h"
#include "menus.h"

static const char *const BY_ROLE[][4] = {
    {"AXButton", "AXPress"},
    {"AXCheckBox", "AXPress"},
    {"AXRadioButton", "AXPress"},
    {"AXLink", "AXPress"},
    {"AXTab", "AXPress"},
    {"AXDisclosureTriangle", "AXPress"},
    {"AXMenuButton", "AXPress", "AXShowMenu"},
    {"AXPopUpButton", "AXPress", "AXShowMenu"},
    {"AXMenuBarItem", "AXPress", "AXCancel", "AXPick"},
    {"AXMenuItem", "AXPress", "AXCancel", "AXPick"},
    {"AXMenu", "AXCancel"},
    {"AXTextField", "AXConfirm", "AXShowMenu"},
    {"AXSearchField", "AXConfirm", "AXShowMenu"},
    {"AXComboBox", "AXConfirm", "AXShowMenu"},
    {"AXTextArea", "AXShowMenu"},
    {"AXSlider", "AXIncrement", "AXDecrement"},
    {"AXIncrementor", "AXIncrement", "AXDecrement"},
    {"AXStepper", "AXIncrement", "AXDecrement"},
    {"AXWindow", "AXRaise"},
};

void action_names(const El *el, Names *names) {
  const Json *scripted = json_get(el->script, "actions");
  for (const Json *one = scripted == NULL ? NULL : scripted->first; one != NULL; one = one->next)
    names_add(names, one->key == NULL ? one->string : one->key);
  if (json_bool(el->script, "onlyScriptedActions", false)) return;
  for (size_t i = 0; i < sizeof BY_ROLE / sizeof *BY_ROLE; i++)
    for (int j = 1; el_is(el, BY_ROLE[i][0]) && j < 4 && BY_ROLE[i][j] != NULL; j++) names_add(names, BY_ROLE[i][j]);
}

static void choose_radio(El *el) {
  for (int i = 0; el->parent != NULL && i < el->parent->kids.count; i++) {
    El *other = el->parent->kids.items[i];
    if (el_is(other, "AXRadioButton")) edit_assign(other, "AXValue", json_make_integer(other == el ? 1 : 0));
  }
}

static bool step(El *el, double by) {
  const Json *value = el_get(el, "AXValue");
  const Json *least = el_get(el, "AXMinValue");
  const Json *most = el_get(el, "AXMaxValue");
  if (value == NULL) return false;
  double next = value->real + by;
  if (least != NULL && next < least->real) next = least->real;
  if (most != NULL && next > most->real) next = most->real;
  if (next == value->real) return false;
  edit_assign(el, "AXValue", value->kind == JSON_REAL ? json_make_real(next) : json_make_integer((int64_t)next));
  return true;
}

/* The menu of a menu bar item or a pop-up button. */
static bool open_menu_of(El *el) {
  for (int i = 0; i < el->kids.count; i++) {
    if (!el_is(el->kids.items[i], "AXMenu")) continue;
    menu_open(el->kids.items[i], json_bool(el->kids.items[i]->script, "refilled", false));
    return true;
  }
  return false;
}

static bool happen_by_role(El *el, const char *action) {
  if (strcmp(action, "AXRaise") == 0) {
    window_raise(el);
  } else if (strcmp(action, "AXIncrement") == 0 || strcmp(action, "AXDecrement") == 0) {
    return step(el, action[2] == 'I' ? 1 : -1);
  } else if (strcmp(action, "AXCancel") == 0 && (el_is(el, "AXMenu") || el_is(el, "AXMenuItem"))) {
    menus_close(el->app);
  } else if (strcmp(action, "AXShowMenu") == 0 || strcmp(action, "AXPick") == 0) {
    return open_menu_of(el);
  } else if (strcmp(action, "AXPress") != 0) {
    return false;
  } else if (el_is(el, "AXCheckBox") || el_is(el, "AXDisclosureTriangle")) {
    edit_assign(el, "AXValue", json_make_integer(json_truth(el_get(el, "AXValue")) ? 0 : 1));
  } else if (el_is(el, "AXRadioButton")) {
    choose_radio(el);
  } else {
    return open_menu_of(el);
  }
  return true;
}

const char *action_happen(El *el, const char *action) {
  if (!el_enabled(el)) return "disabled";
  if (el_blocker(el) != NULL) return "blocked";
  const Json *effects = json_get(json_get(el->script, "actions"), action);
  App *app = el->app;
  const bool closes_menu = el_is(el, "AXMenuItem") && strcmp(action, "AXCancel") != 0;
  bool happened = effects != NULL && effects->kind != JSON_NULL
                      ? effects->kind != JSON_ARRAY || effects->first != NULL
                      : happen_by_role(el, action);
  if (effects != NULL && effects->kind != JSON_NULL) {
    const char *problem = effects_run(app, el, effects);
    if (problem != NULL) return arena_format("script: %s", problem);
  }
  if (closes_menu) menus_close(app);
  return happened ? "done" : "no_effect";
}

AXError action_perform(El *el, const char *action, bool late) {
  Names names = {0};
  action_names(el, &names);
  if (!names_have(&names, action)) return AX_ACTION_UNSUPPORTED;
  /* A copy, since the element may be gone, or another, once it happened. */
  const El before = *el;
  const char *outcome = action_happen(el, action);
  arrival(&(Arrival){.kind = "action", .el = &before, .name = action, .outcome = outcome, .late = late});
  return AX_SUCCESS;
}
