#include "pending.h"

#include "actions.h"
#include "effects.h"
#include "lane.h"
#include "screen_clock.h"
#include "settable.h"

typedef struct Pending {
  App *app;
  uint64_t self;
  const Json *effects;
  double due;
  const char *name;
  const Json *value;
  struct Pending *next;
} Pending;

static Pending *first;

void pending_reset(void) { first = NULL; }

static void append(Pending content) {
  Pending **at = &first;
  while (*at != NULL) at = &(*at)->next;
  *at = arena_alloc(sizeof **at);
  **at = content;
}

void pending_effects(App *app, El *self, const Json *effects, double due) {
  append((Pending){.app = app, .self = self == NULL ? 0 : self->uid, .effects = effects, .due = due});
}

void pending_request(El *el, const char *name, const Json *value) {
  append((Pending){.app = el->app, .self = el->uid, .name = arena_copy(name), .value = value});
}

static bool is_due(const Pending *one) {
  return one->name == NULL ? screen_now() >= one->due : lane_is_free(one->app);
}

static void happen(const Pending *one) {
  El *self = el_by_uid(one->self);
  if (one->name == NULL)
    effects_run(one->app, self, one->effects);
  else if (self != NULL && self->alive && one->value == NULL)
    action_perform(self, one->name, true);
  else if (self != NULL && self->alive)
    attribute_set(self, one->name, one->value, true);
}

static Pending *take_due(void) {
  for (Pending **at = &first; *at != NULL; at = &(*at)->next) {
    if (!is_due(*at)) continue;
    Pending *one = *at;
    *at = one->next;
    return one;
  }
  return NULL;
}

void pending_run(void) {
  Pending *one = NULL;
  while ((one = take_due()) != NULL) happen(one);
}

double pending_next(double latest) {
  double next = latest;
  for (const Pending *one = first; one != NULL; one = one->next) {
    const double at = one->name != NULL ? one->app->busy_until : screen_real_time(one->due);
    if (at > 0 && at < next) next = at;
  }
  return next;
}
