/* What a script lets happen: the answer of an element to an action, and what the driver does to the screen. */
#ifndef SIMULATOR_EFFECTS_H
#define SIMULATOR_EFFECTS_H

#include "tree.h"

/* One effect or a list of them. `self` is what "target" means where it is left out. NULL, or what is wrong. */
const char *effects_run(App *app, El *self, const Json *effects);

#endif
