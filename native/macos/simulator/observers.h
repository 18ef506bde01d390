/* Notifications on their way to observers. */
#ifndef SIMULATOR_OBSERVERS_H
#define SIMULATOR_OBSERVERS_H

#include "object.h"

struct El;

/* Queued with every observer that registered for it on this element, or on its application. */
void observers_notify(struct El *el, const char *notification);
void observers_reset(void);
/* Hands one waiting notification to its callback, with the lock given up. False where none waits. */
bool observer_deliver(Object *observer);

#endif
