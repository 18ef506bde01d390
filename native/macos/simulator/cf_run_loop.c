/* Run loops: one a thread, each with the sources that were added to it. */
#define _GNU_SOURCE
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "observers.h"
#include "pending.h"
#include "values.h"
#include "violations.h"

enum { RUN_FINISHED = 1, RUN_STOPPED = 2, RUN_TIMED_OUT = 3, RUN_HANDLED_SOURCE = 4 };

EXPORT const void *kCFRunLoopDefaultMode;
EXPORT const void *kCFRunLoopCommonModes;

typedef struct {
  Object *loop, *source;
} Added;

static Object *loops[64];
static int loop_count;
static Added added[256];
static int added_count;
static bool stopped[64];

static Object *constant(const char *text) {
  Object *string = string_make(text);
  string->state = STATE_IMMORTAL;
  string->caller_refs = 0;
  string->made_by = text;
  return string;
}

__attribute__((constructor)) static void prepare(void) {
  kCFRunLoopDefaultMode = constant("kCFRunLoopDefaultMode");
  kCFRunLoopCommonModes = constant("kCFRunLoopCommonModes");
}

static int loop_of(uint64_t thread) {
  for (int i = 0; i < loop_count; i++)
    if (loops[i]->as.run_loop.thread == thread) return i;
  if (loop_count == 64) return 63;
  loops[loop_count] = object_new_immortal(KIND_RUN_LOOP, "CFRunLoopGetCurrent");
  loops[loop_count]->as.run_loop.thread = thread;
  return loop_count++;
}

static int current(void) { return loop_of((uint64_t)syscall(SYS_gettid)); }

EXPORT CFTypeRef CFRunLoopGetCurrent(void) {
  ENTRY("CFRunLoopGetCurrent");
  return loops[current()];
}

EXPORT CFTypeRef CFRunLoopGetMain(void) {
  ENTRY("CFRunLoopGetMain");
  return loops[loop_of((uint64_t)getpid())];
}

static bool check_mode(CFTypeRef ref) {
  const Object *mode = object_check(ref, KIND_STRING, "mode");
  return mode != NULL && (object_equal(mode, kCFRunLoopDefaultMode) || object_equal(mode, kCFRunLoopCommonModes));
}

static int find_added(const Object *loop, const Object *source) {
  for (int i = 0; i < added_count; i++)
    if (added[i].loop == loop && added[i].source == source) return i;
  return -1;
}

EXPORT void CFRunLoopAddSource(CFTypeRef loop_ref, CFTypeRef source_ref, CFTypeRef mode) {
  ENTRY("CFRunLoopAddSource");
  Object *loop = object_check(loop_ref, KIND_RUN_LOOP, "rl");
  Object *source = object_check(source_ref, KIND_RUN_LOOP_SOURCE, "source");
  if (loop == NULL || source == NULL || !check_mode(mode) || find_added(loop, source) >= 0 || added_count == 256)
    return;
  object_hold(source);
  added[added_count++] = (Added){loop, source};
}

static void remove_at(int index) {
  Object *source = added[index].source;
  added[index] = added[--added_count];
  object_unhold(source, NULL);
}

EXPORT void CFRunLoopRemoveSource(CFTypeRef loop_ref, CFTypeRef source_ref, CFTypeRef mode) {
  ENTRY("CFRunLoopRemoveSource");
  const Object *loop = object_check(loop_ref, KIND_RUN_LOOP, "rl");
  const Object *source = object_check(source_ref, KIND_RUN_LOOP_SOURCE, "source");
  if (loop == NULL || source == NULL || !check_mode(mode)) return;
  const int index = find_added(loop, source);
  if (index >= 0) remove_at(index);
}

EXPORT void CFRunLoopStop(CFTypeRef ref) {
  ENTRY("CFRunLoopStop");
  const Object *loop = object_check(ref, KIND_RUN_LOOP, "rl");
  for (int i = 0; loop != NULL && i < loop_count; i++)
    if (loops[i] == loop) stopped[i] = true;
  core_changed();
}

EXPORT void CFRunLoopWakeUp(CFTypeRef ref) {
  ENTRY("CFRunLoopWakeUp");
  object_check(ref, KIND_RUN_LOOP, "rl");
  core_changed();
}

/* Drops the sources of observers that are gone; whether any is left. */
static bool has_sources(const Object *loop) {
  for (int i = added_count; i-- > 0;)
    if (added[i].source->as.run_loop_source.observer == NULL) remove_at(i);
  for (int i = 0; i < added_count; i++)
    if (added[i].loop == loop) return true;
  return false;
}

static bool deliver_one(const Object *loop) {
  for (int i = 0; i < added_count; i++) {
    Object *observer = added[i].loop == loop ? added[i].source->as.run_loop_source.observer : NULL;
    if (observer != NULL && observer_deliver(observer)) return true;
  }
  return false;
}

EXPORT int32_t CFRunLoopRunInMode(CFTypeRef mode, double seconds, Boolean return_after_source) {
  ENTRY("CFRunLoopRunInMode");
  const int index = current();
  const double until = core_now() + seconds * 1000.0;
  if (!check_mode(mode)) return RUN_FINISHED;
  stopped[index] = false;
  while (has_sources(loops[index])) {
    pending_run();
    const bool handled = deliver_one(loops[index]);
    if (handled && return_after_source) return RUN_HANDLED_SOURCE;
    if (stopped[index]) return RUN_STOPPED;
    if (handled) continue;
    if (core_now() >= until) return RUN_TIMED_OUT;
    core_wait(pending_next(until));
  }
  return RUN_FINISHED;
}
