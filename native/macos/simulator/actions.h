/* What an element can be told to do. */
#ifndef SIMULATOR_ACTIONS_H
#define SIMULATOR_ACTIONS_H

#include "names.h"
#include "tree.h"

void action_names(const El *el, Names *names);
/* Recorded as an arrival whatever comes of it. Success says that the request was served, not that anything happened. */
AXError action_perform(El *el, const char *action, bool late);
/* The same without a record, for a click or a key; what came of it. */
const char *action_happen(El *el, const char *action);

#endif
