/* What is still to happen on the screen: delayed effects, and requests that a busy application has yet to serve. */
#ifndef SIMULATOR_PENDING_H
#define SIMULATOR_PENDING_H

#include "tree.h"

/* By the clock of the screen. */
void pending_effects(App *app, El *self, const Json *effects, double due);
/* When the application is free again. `value` is NULL for an action. */
void pending_request(El *el, const char *name, const Json *value);
/* Does what is due. */
void pending_run(void);
/* core_now of the next moment at which something can become due; `latest` where that is sooner. */
double pending_next(double latest);
void pending_reset(void);

#endif
