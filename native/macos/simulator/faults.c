#include "faults.h"

#include <string.h>

static Fault *first;

void faults_reset(void) { first = NULL; }

static const char *read_kind(Fault *fault, const Json *script) {
  const char *kind = json_string(script, "kind", "");
  fault->code = (AXError)json_number(script, "code", AX_CANNOT_COMPLETE);
  fault->milliseconds = json_number(script, "milliseconds", 0);
  if (strcmp(kind, "error") == 0) {
    fault->kind = FAULT_ERROR;
    fault->happened = json_bool(script, "happened", false);
  } else if (strcmp(kind, "slow") == 0 || strcmp(kind, "hang") == 0) {
    fault->kind = *kind == 's' ? FAULT_SLOW : FAULT_HANG;
    fault->happened = json_bool(script, "happened", true);
  } else if (strcmp(kind, "slot") == 0) {
    fault->kind = FAULT_SLOT;
    fault->null = json_get(script, "code") == NULL || json_get(script, "code")->kind == JSON_NULL;
  } else {
    return "fault.kind is error, slow, hang or slot";
  }
  return NULL;
}

const char *faults_add(const Json *script) {
  Fault fault = {
      .symbol = json_string(script, "symbol", NULL),
      .app = json_string(script, "app", NULL),
      .element = json_string(script, "element", NULL),
      .name = json_string(script, "name", NULL),
      .skip = (int64_t)json_number(script, "nth", 1) - 1,
      .times = (int64_t)json_number(script, "times", 1),
  };
  if (json_string(script, "times", NULL) != NULL) fault.times = -1;
  const char *problem = read_kind(&fault, json_get(script, "fault"));
  if (problem != NULL) return problem;
  Fault **at = &first;
  while (*at != NULL) at = &(*at)->next;
  *at = arena_alloc(sizeof fault);
  **at = fault;
  return NULL;
}

static bool is(const char *wanted, const char *given) {
  return wanted == NULL || (given != NULL && strcmp(wanted, given) == 0);
}

const Fault *faults_match(const App *app, const El *el, const char *name) {
  for (Fault *fault = first; fault != NULL; fault = fault->next) {
    const bool fits = fault->times != 0 && is(fault->symbol, core_symbol()) &&
                      is(fault->app, app == NULL ? NULL : app->name) && is(fault->element, el == NULL ? NULL : el->id);
    const bool batched = strcmp(core_symbol(), "AXUIElementCopyMultipleAttributeValues") == 0;
    if (!fits || (fault->kind == FAULT_SLOT ? !batched : !is(fault->name, name))) continue;
    if (fault->skip > 0) {
      fault->skip--;
      continue;
    }
    if (fault->times > 0) fault->times--;
    return fault;
  }
  return NULL;
}

bool faults_hit_slot(const Fault *fault, const char *attribute) {
  return fault != NULL && is(fault->name, attribute);
}
