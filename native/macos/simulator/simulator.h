/*
 * The driver's side. Every function may be called from any thread, whatever the others wait for. Texts are UTF-8;
 * those that are returned stay as they are until the next call of the same function. `problem` functions return ""
 * where all is well, and otherwise a sentence. The JSON shapes are those of script.fixture.ts.
 */
#ifndef SIMULATOR_H
#define SIMULATOR_H

#include "apple.h"

/* Releases every call that waits, forgets screen, faults, records and permissions, and takes what the caller owns
 * now for its own affair: a later leak report starts from here. */
EXPORT void sim_reset(void);
/* A reset, and then this screen. */
EXPORT const char *sim_load(const char *script);
/* Effects, one or a list: changes the screen between two calls. */
EXPORT const char *sim_do(const char *effects);
EXPORT const char *sim_fault(const char *fault);
/* Ends every hang: requests that were left behind are served now. */
EXPORT void sim_release(void);
EXPORT void sim_forget_faults(void);
EXPORT const char *sim_permissions(const char *change);
EXPORT void sim_secure_input(bool enabled);
EXPORT void sim_set_clipboard(const char *text);
EXPORT const char *sim_clipboard(void);

/* With `manual` only sim_advance moves the clock of delayed effects. */
EXPORT void sim_clock(bool manual);
EXPORT void sim_advance(double milliseconds);

/* What arrived, as a JSON array; forgotten where `forget`. */
EXPORT const char *sim_arrivals(bool forget);
/* Violations, leaks, keys and buttons still down, call and request counters, realised rows, as JSON. */
EXPORT const char *sim_report(void);
/* What is alive now is no leak any more. */
EXPORT void sim_mark(void);
/* An element as it is on the screen, past all faults, counters and realisation: JSON, or null. */
EXPORT const char *sim_look(const char *id);
/* Calls that wait for an application at this moment: for tests that hold one open. */
EXPORT int32_t sim_waiting(void);

#endif
