#define _GNU_SOURCE
#include "core.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed;
static int waiting;
static bool resetting;
static _Thread_local const char *symbol_at_work = "";

static struct {
  const char *symbol;
  uint64_t calls;
} counters[256];
static int counter_count;

__attribute__((constructor)) static void prepare(void) {
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&changed, &attributes);
  pthread_condattr_destroy(&attributes);
}

static void count(const char *symbol) {
  for (int i = 0; i < counter_count; i++) {
    if (counters[i].symbol == symbol || strcmp(counters[i].symbol, symbol) == 0) {
      counters[i].calls++;
      return;
    }
  }
  if (counter_count < (int)(sizeof counters / sizeof *counters)) {
    counters[counter_count].symbol = symbol;
    counters[counter_count++].calls = 1;
  }
}

void core_lock(void) { pthread_mutex_lock(&lock); }
void core_unlock(void) { pthread_mutex_unlock(&lock); }

void core_enter(const char *symbol) {
  core_lock();
  symbol_at_work = symbol;
  count(symbol);
}

void core_leave(const int *unused) {
  (void)unused;
  core_unlock();
}

const char *core_symbol(void) { return symbol_at_work; }

void core_calls(Text *text) {
  text_add(text, "{");
  bool first = true;
  for (int i = 0; i < counter_count; i++) {
    if (strncmp(counters[i].symbol, "sim_", 4) == 0 || counters[i].calls == 0) continue;
    text_add(text, first ? "" : ",");
    text_json(text, counters[i].symbol);
    text_format(text, ":%llu", (unsigned long long)counters[i].calls);
    first = false;
  }
  text_add(text, "}");
}

void core_forget_calls(void) { counter_count = 0; }

double core_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec * 1000.0 + (double)now.tv_nsec / 1e6;
}

void core_wait(double until) {
  struct timespec at;
  at.tv_sec = (time_t)(until / 1000.0);
  at.tv_nsec = (long)((until - (double)at.tv_sec * 1000.0) * 1e6);
  pthread_cond_timedwait(&changed, &lock, &at);
}

void core_changed(void) { pthread_cond_broadcast(&changed); }
void core_begin_waiting(void) { waiting++; }

void core_end_waiting(void) {
  waiting--;
  core_changed();
}

int core_waiting(void) { return waiting; }
bool core_resetting(void) { return resetting; }

void core_settle_for_reset(void) {
  resetting = true;
  core_changed();
  while (waiting > 0) core_wait(core_now() + 1000);
  resetting = false;
}

void *core_alloc(size_t size) {
  void *memory = calloc(1, size == 0 ? 1 : size);
  if (memory == NULL) abort();
  return memory;
}

void *core_realloc(void *old, size_t size) {
  void *memory = realloc(old, size);
  if (memory == NULL) abort();
  return memory;
}

void core_free(void *memory) { free(memory); }
