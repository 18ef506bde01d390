/* What every part stands on: the one lock, the clock, memory that lives until a reset, and growing text. */
#ifndef SIMULATOR_CORE_H
#define SIMULATOR_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Every exported function begins with ENTRY: takes the lock until it returns, counts the call, and is then the
 * function that violations and new objects are put down to. Never nested. */
void core_enter(const char *symbol);
void core_leave(const int *unused);
#define ENTRY(symbol)                                                                                        \
  core_enter(symbol);                                                                                        \
  __attribute__((cleanup(core_leave), unused)) const int entered_ = 0

/* The exported function at work in this thread. */
const char *core_symbol(void);

/* Gives the lock up until something changed or `until` (core_now) has come. Never wait holding tree pointers that
 * a reset would free, except between core_begin_waiting and core_end_waiting: a reset waits for those. */
void core_wait(double until);
void core_changed(void);
void core_begin_waiting(void);
void core_end_waiting(void);
int core_waiting(void);
/* Whether a reset is waiting: whoever waits gives up. */
bool core_resetting(void);
void core_settle_for_reset(void);
/* For a call out of the library. */
void core_unlock(void);
void core_lock(void);

/* Monotonic milliseconds. */
double core_now(void);

/* Zeroed; freed by arena_reset all at once, so that no part of the tree ever dangles between two resets. */
void *arena_alloc(size_t size);
char *arena_copy(const char *text);
char *arena_format(const char *format, ...) __attribute__((format(printf, 1, 2)));
void arena_reset(void);

/* Like malloc and realloc, but ends the process where there is no memory. */
void *core_alloc(size_t size);
void *core_realloc(void *old, size_t size);
void core_free(void *memory);

typedef struct {
  char *data;
  size_t length, capacity;
} Text;

void text_add(Text *text, const char *more);
void text_format(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Quoted and escaped. */
void text_json(Text *text, const char *more);
void text_clear(Text *text);

/* JSON object of the calls of each symbol so far. */
void core_calls(Text *text);
void core_forget_calls(void);

#endif
