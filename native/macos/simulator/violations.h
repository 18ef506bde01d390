/* What the caller did that a Mac would answer with a crash, a deadlock or a leak. Recorded, never fatal. */
#ifndef SIMULATOR_VIOLATIONS_H
#define SIMULATOR_VIOLATIONS_H

#include "core.h"

/* `kind` is one of those that the README lists. Equal ones are counted, not repeated. */
void violation(const char *kind, const char *format, ...) __attribute__((format(printf, 2, 3)));
void violations_forget(void);
/* JSON array. */
void violations_report(Text *text);

#endif
