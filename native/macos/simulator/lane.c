#define _GNU_SOURCE
#include "lane.h"

#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "pending.h"
#include "permissions.h"
#include "violations.h"

enum { DEFAULT_TIMEOUT_SECONDS = 6 };

static float process_timeout;
static int64_t requests, on_main_thread, beside_another, timed_out;

void lane_reset(void) {
  process_timeout = 0;
  requests = on_main_thread = beside_another = timed_out = 0;
}

void lane_set_process_timeout(float seconds) { process_timeout = seconds; }

void lane_report(Text *text) {
  text_format(text, "{\"all\":%lld,\"onMainThread\":%lld,\"besideAnother\":%lld,\"timedOut\":%lld}",
              (long long)requests, (long long)on_main_thread, (long long)beside_another, (long long)timed_out);
}

bool lane_is_free(const App *app) {
  return !app->hung && core_now() >= app->busy_until;
}

static double deadline_for(const Object *ref) {
  float seconds = ref->as.element.timeout;
  if (seconds <= 0) seconds = process_timeout;
  if (seconds <= 0) {
    violation("no_messaging_timeout", "neither this element nor the process has one: a hung application blocks for %d s",
              DEFAULT_TIMEOUT_SECONDS);
    seconds = DEFAULT_TIMEOUT_SECONDS;
  }
  return core_now() + (double)seconds * 1000.0;
}

/* False where the deadline, or a reset, came first. */
static bool wait_for(const App *app, double deadline) {
  while (!lane_is_free(app)) {
    if (core_resetting() || core_now() >= deadline) return false;
    core_wait(app->busy_until > core_now() && app->busy_until < deadline ? app->busy_until : deadline);
  }
  return !core_resetting();
}

static AXError give_up(Request *request, bool late) {
  request->late = late && !core_resetting();
  timed_out++;
  return AX_CANNOT_COMPLETE;
}

static AXError suffer(Request *request, const Fault *fault) {
  App *app = request->app;
  if (fault->kind == FAULT_SLOT) {
    request->slots = fault;
    return AX_SUCCESS;
  }
  if (fault->kind == FAULT_ERROR && !fault->happened) return fault->code;
  if (fault->kind == FAULT_ERROR) {
    request->answer = fault->code;
    return AX_SUCCESS;
  }
  if (fault->kind == FAULT_HANG && fault->milliseconds <= 0) {
    app->hung = true;
    return wait_for(app, request->deadline) ? AX_SUCCESS : give_up(request, fault->happened);
  }
  const double done = core_now() + fault->milliseconds;
  const double until = done < request->deadline ? done : request->deadline;
  if (done > app->busy_until) app->busy_until = done;
  while (core_now() < until && !core_resetting()) core_wait(until);
  return done <= request->deadline && !core_resetting() ? AX_SUCCESS : give_up(request, fault->happened);
}

static AXError find_element(Request *request) {
  const Object *ref = request->ref;
  if (ref->as.element.system) {
    request->el = tree.system;
  } else if (ref->as.element.uid == 0) {
    App *app = app_by_pid(ref->as.element.pid);
    request->el = app == NULL ? NULL : app->el;
  } else {
    request->el = el_by_uid(ref->as.element.uid);
  }
  if (request->el != NULL && request->el->alive) return AX_SUCCESS;
  request->el = NULL;
  return AX_INVALID_ELEMENT;
}

static void count(const App *app) {
  requests++;
  if (app != NULL && app->inside > 1) beside_another++;
  if ((pid_t)syscall(SYS_gettid) == getpid()) on_main_thread++;
}

static AXError serve(Request *request, const char *name) {
  App *app = request->app;
  find_element(request);
  const Fault *fault = faults_match(app, request->el, name);
  if (app == NULL) {
    if (fault != NULL && fault->kind == FAULT_ERROR) return fault->code;
    return tree.system == NULL ? AX_CANNOT_COMPLETE : find_element(request);
  }
  if (!wait_for(app, request->deadline)) return give_up(request, true);
  const AXError error = fault == NULL ? AX_SUCCESS : suffer(request, fault);
  if (error != AX_SUCCESS) return error;
  pending_run();
  return find_element(request);
}

/* The system asks whoever is in front for the focus, and answers the rest itself. */
static App *served_by(const Object *ref, const char *name) {
  if (!ref->as.element.system) return app_by_pid(ref->as.element.pid);
  return name != NULL && strcmp(name, "AXFocusedUIElement") == 0 ? tree.front : NULL;
}

static bool is_own(const App *app) { return app != NULL && app->pid == getpid(); }

AXError lane_begin(Request *request, CFTypeRef ref, const char *argument, const char *name) {
  *request = (Request){.ref = object_check(ref, KIND_ELEMENT, argument)};
  if (request->ref == NULL) return AX_ILLEGAL_ARGUMENT;
  object_hold(request->ref);
  core_begin_waiting();
  const pid_t pid = request->ref->as.element.pid;
  request->deadline = deadline_for(request->ref);
  request->app = served_by(request->ref, name);
  if (pid == getpid() || is_own(request->app)) {
    violation("own_pid", "a request to the own process waits for itself");
    request->app = NULL;
    return AX_CANNOT_COMPLETE;
  }
  if (!permissions_accessibility()) {
    request->app = NULL;
    return AX_API_DISABLED;
  }
  if (request->app == NULL && !request->ref->as.element.system) {
    count(NULL);
    return request->ref->as.element.uid == 0 ? AX_CANNOT_COMPLETE : AX_INVALID_ELEMENT;
  }
  if (request->app != NULL) request->app->inside++;
  count(request->app);
  pending_run();
  return serve(request, name == NULL ? "" : name);
}

AXError lane_end(Request *request, AXError error) {
  if (request->ref == NULL) return error;
  if (request->app != NULL) request->app->inside--;
  core_end_waiting();
  if (request->ref->caller_refs <= 0 && request->ref->held_refs == 1)
    violation("released_during_call", "the element went while the call was on its way: it needs a retain of its own");
  object_unhold(request->ref, NULL);
  return error == AX_SUCCESS ? request->answer : error;
}

AXError lane_visit(Request *request, const App *app) {
  if (is_own(app)) {
    violation("own_pid", "the point lies in a window of the own process, which is asked and waits for itself");
    return AX_CANNOT_COMPLETE;
  }
  return wait_for(app, request->deadline) ? AX_SUCCESS : give_up(request, false);
}

AXError lane_never_done(Request *request) {
  request->app->busy_until = request->deadline + 1;
  wait_for(request->app, request->deadline);
  return give_up(request, false);
}
