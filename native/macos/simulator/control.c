#include "simulator.h"

#include <string.h>

#include "arrivals.h"
#include "effects.h"
#include "events.h"
#include "faults.h"
#include "lane.h"
#include "observers.h"
#include "pending.h"
#include "permissions.h"
#include "screen_clock.h"
#include "violations.h"

__attribute__((constructor)) static void prepare(void) { screen_clock_reset(); }

/* A copy that outlives the arena. */
static const char *hand_out(Text *to, const char *text) {
  text_clear(to);
  text_add(to, text == NULL ? "" : text);
  return to->data;
}

static void reset(void) {
  core_settle_for_reset();
  observers_reset();
  pending_reset();
  faults_reset();
  arrivals_reset();
  violations_forget();
  core_forget_calls();
  lane_reset();
  permissions_reset();
  keyboard_reset();
  mouse_reset();
  tree_reset();
  arena_reset();
  screen_clock_reset();
  object_set_baseline();
}

void sim_reset(void) {
  ENTRY("sim_reset");
  reset();
}

const char *sim_load(const char *script) {
  ENTRY("sim_load");
  static Text answer;
  const char *problem = NULL;
  reset();
  const Json *json = json_parse(script, &problem);
  if (problem == NULL) problem = tree_load(json);
  if (problem == NULL) permissions_change(json_get(json, "permissions"));
  return hand_out(&answer, problem);
}

const char *sim_do(const char *effects) {
  ENTRY("sim_do");
  static Text answer;
  const char *problem = NULL;
  pending_run();
  const Json *json = json_parse(effects, &problem);
  if (problem == NULL) problem = effects_run(tree.front, NULL, json);
  core_changed();
  return hand_out(&answer, problem);
}

const char *sim_fault(const char *fault) {
  ENTRY("sim_fault");
  static Text answer;
  const char *problem = NULL;
  const Json *json = json_parse(fault, &problem);
  if (problem == NULL) problem = faults_add(json);
  return hand_out(&answer, problem);
}

void sim_release(void) {
  ENTRY("sim_release");
  for (App *app = tree.apps; app != NULL; app = app->next) {
    app->hung = false;
    app->busy_until = 0;
  }
  pending_run();
  core_changed();
}

void sim_forget_faults(void) {
  ENTRY("sim_forget_faults");
  faults_reset();
}

const char *sim_permissions(const char *change) {
  ENTRY("sim_permissions");
  static Text answer;
  const char *problem = NULL;
  const Json *json = json_parse(change, &problem);
  if (problem == NULL) permissions_change(json);
  return hand_out(&answer, problem);
}

void sim_secure_input(bool enabled) {
  ENTRY("sim_secure_input");
  permissions_secure_input(enabled);
}

void sim_set_clipboard(const char *text) {
  ENTRY("sim_set_clipboard");
  keyboard_set_clipboard(text);
}

const char *sim_clipboard(void) {
  ENTRY("sim_clipboard");
  static Text answer;
  return hand_out(&answer, keyboard_clipboard());
}

void sim_clock(bool manual) {
  ENTRY("sim_clock");
  screen_clock_manual(manual);
}

void sim_advance(double milliseconds) {
  ENTRY("sim_advance");
  screen_advance(milliseconds);
  pending_run();
  core_changed();
}

const char *sim_arrivals(bool forget) {
  ENTRY("sim_arrivals");
  static Text answer;
  pending_run();
  text_clear(&answer);
  arrivals_report(&answer);
  if (forget) arrivals_reset();
  return answer.data;
}

void sim_mark(void) {
  ENTRY("sim_mark");
  object_set_baseline();
}

int32_t sim_waiting(void) {
  ENTRY("sim_waiting");
  return core_waiting();
}
