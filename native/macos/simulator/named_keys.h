/* What Return, Tab, Escape, the arrows and their like do. */
#ifndef SIMULATOR_NAMED_KEYS_H
#define SIMULATOR_NAMED_KEYS_H

#include "events.h"

/* What came of it; NULL for every other key. */
const char *key_named(const Event *event, El *focus, App *app);
/* Return. */
const char *key_confirm(El *focus, App *app);

#endif
