/* What really arrived, and where: the independent witness against writes to a wrong element. */
#ifndef SIMULATOR_ARRIVALS_H
#define SIMULATOR_ARRIVALS_H

#include "tree.h"

typedef struct {
  /* "action", "set", "key", "mouse", "scroll". */
  const char *kind;
  /* NULL where it met nothing. */
  const El *el;
  /* Action, attribute, key or button. */
  const char *name;
  const char *value;
  /* "done", "no_effect", "disabled", "blocked", "rejected", "ignored", "altered", "dropped", ... */
  const char *outcome;
  /* Happened after the caller was told that it could not be completed. */
  bool late;
  bool has_point;
  CGPoint point;
} Arrival;

void arrival(const Arrival *arrival);
void arrivals_reset(void);
/* JSON array. */
void arrivals_report(Text *text);

#endif
