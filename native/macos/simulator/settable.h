/* Attributes that can be written. */
#ifndef SIMULATOR_SETTABLE_H
#define SIMULATOR_SETTABLE_H

#include "tree.h"

bool attribute_is_settable(const El *el, const char *attribute);
/* Recorded as an arrival unless it is refused for its name or type. */
AXError attribute_set(El *el, const char *attribute, const Json *value, bool late);

#endif
