#define _GNU_SOURCE
#include "core.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
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

typedef struct Chunk {
  struct Chunk *next;
  size_t used, size;
} Chunk;
static Chunk *chunks;

void *arena_alloc(size_t size) {
  const size_t rounded = (size + 15) & ~(size_t)15;
  if (chunks == NULL || chunks->size - chunks->used < rounded) {
    const size_t room = rounded > 65536 ? rounded : 65536;
    Chunk *chunk = core_alloc(((sizeof(Chunk) + 15) & ~(size_t)15) + room);
    chunk->next = chunks;
    chunk->size = room;
    chunks = chunk;
  }
  char *memory = (char *)chunks + ((sizeof(Chunk) + 15) & ~(size_t)15) + chunks->used;
  chunks->used += rounded;
  return memory;
}

char *arena_copy(const char *text) {
  const size_t size = strlen(text) + 1;
  return memcpy(arena_alloc(size), text, size);
}

char *arena_format(const char *format, ...) {
  char line[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  return arena_copy(line);
}

void arena_reset(void) {
  while (chunks != NULL) {
    Chunk *next = chunks->next;
    free(chunks);
    chunks = next;
  }
}

static void text_reserve(Text *text, size_t more) {
  if (text->length + more + 1 <= text->capacity) return;
  text->capacity = (text->length + more + 1) * 2;
  text->data = core_realloc(text->data, text->capacity);
}

void text_add(Text *text, const char *more) {
  const size_t length = strlen(more);
  text_reserve(text, length);
  memcpy(text->data + text->length, more, length + 1);
  text->length += length;
}

void text_format(Text *text, const char *format, ...) {
  char line[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  text_add(text, line);
}

void text_json(Text *text, const char *more) {
  text_add(text, "\"");
  for (const char *at = more; *at != '\0'; at++) {
    const unsigned char byte = (unsigned char)*at;
    if (byte == '"' || byte == '\\') {
      text_format(text, "\\%c", byte);
    } else if (byte < 0x20) {
      text_format(text, "\\u%04x", byte);
    } else {
      const char one[2] = {*at, '\0'};
      text_add(text, one);
    }
  }
  text_add(text, "\"");
}

void text_clear(Text *text) {
  text_reserve(text, 0);
  text->length = 0;
  text->data[0] = '\0';
}
