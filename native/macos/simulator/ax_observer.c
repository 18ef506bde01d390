/* AXObserver. A notification waits with its observer until the run loop that has its source is run. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "attributes.h"
#include "lane.h"
#include "observers.h"
#include "values.h"
#include "violations.h"

typedef void Callback(CFTypeRef observer, CFTypeRef element, CFTypeRef notification, void *refcon);

typedef struct Registration {
  uint64_t uid;
  Object *element, *notification;
  void *refcon;
  struct Registration *next;
} Registration;

typedef struct Waiting {
  Object *element, *notification;
  void *refcon;
  struct Waiting *next;
} Waiting;

typedef struct Observer {
  Object *self, *source;
  pid_t pid;
  Callback *callback;
  Registration *registrations;
  Waiting *waiting;
  int waiting_count;
  struct Observer *next;
} Observer;

enum { MOST_WAITING = 4096 };
static Observer *all;

static void free_registration(Registration *one) {
  object_unhold(one->element, NULL);
  object_unhold(one->notification, NULL);
  free(one);
}

static Waiting *free_waiting(Waiting *one) {
  Waiting *next = one->next;
  object_unhold(one->element, NULL);
  object_unhold(one->notification, NULL);
  free(one);
  return next;
}

void observer_free(Observer *observer) {
  Observer **at = &all;
  while (*at != observer) at = &(*at)->next;
  *at = observer->next;
  while (observer->registrations != NULL) {
    Registration *one = observer->registrations;
    observer->registrations = one->next;
    free_registration(one);
  }
  while (observer->waiting != NULL) observer->waiting = free_waiting(observer->waiting);
  observer->source->as.run_loop_source.observer = NULL;
  object_unhold(observer->source, "AXObserverCreate");
  free(observer);
}

void observers_reset(void) {
  for (Observer *observer = all; observer != NULL; observer = observer->next) {
    while (observer->registrations != NULL) {
      Registration *one = observer->registrations;
      observer->registrations = one->next;
      free_registration(one);
    }
    while (observer->waiting != NULL) observer->waiting = free_waiting(observer->waiting);
    observer->waiting_count = 0;
  }
}

EXPORT AXError AXObserverCreate(pid_t pid, Callback *callback, CFTypeRef *to) {
  ENTRY("AXObserverCreate");
  if (callback == NULL || to == NULL) {
    violation("null_argument", "callback or outObserver is NULL");
    return AX_ILLEGAL_ARGUMENT;
  }
  if (app_by_pid(pid) == NULL) return AX_FAILURE;
  Observer *observer = core_alloc(sizeof *observer);
  Object *object = object_new(KIND_OBSERVER);
  object->as.observer = observer;
  observer->self = object;
  observer->pid = pid;
  observer->callback = callback;
  observer->source = object_new(KIND_RUN_LOOP_SOURCE);
  observer->source->as.run_loop_source.observer = object;
  object_move_into_container(observer->source);
  observer->next = all;
  all = observer;
  *to = object;
  return AX_SUCCESS;
}

EXPORT CFTypeRef AXObserverGetRunLoopSource(CFTypeRef ref) {
  ENTRY("AXObserverGetRunLoopSource");
  const Object *observer = object_check(ref, KIND_OBSERVER, "observer");
  return observer == NULL ? NULL : observer->as.observer->source;
}

static Registration **find(Observer *observer, const Object *element, const Object *notification) {
  Registration **at = &observer->registrations;
  while (*at != NULL &&
         !(object_equal((*at)->element, element) && object_equal((*at)->notification, notification)))
    at = &(*at)->next;
  return at;
}

static bool refuses(const El *el, const Object *notification) {
  const Json *lacks = json_get(el->script, "lacksNotifications");
  const char *name = string_text(notification);
  for (const Json *one = lacks == NULL ? NULL : lacks->first; one != NULL; one = one->next)
    if (one->string != NULL && strcmp(one->string, name) == 0) return true;
  return false;
}

EXPORT AXError AXObserverAddNotification(CFTypeRef ref, CFTypeRef element, CFTypeRef name, void *refcon) {
  ENTRY("AXObserverAddNotification");
  Request request;
  const Object *observer = object_check(ref, KIND_OBSERVER, "observer");
  Object *notification = object_check(name, KIND_STRING, "notification");
  if (observer == NULL) return AX_INVALID_OBSERVER;
  if (notification == NULL) return AX_ILLEGAL_ARGUMENT;
  AXError error = lane_begin(&request, element, "element", string_text(notification));
  if (error == AX_SUCCESS) {
    Registration **at = find(observer->as.observer, request.ref, notification);
    if (request.app == NULL || request.app->pid != observer->as.observer->pid) {
      error = AX_ILLEGAL_ARGUMENT;
    } else if (refuses(request.el, notification)) {
      error = AX_NOTIFICATION_UNSUPPORTED;
    } else if (*at != NULL) {
      error = AX_ALREADY_REGISTERED;
    } else {
      *at = core_alloc(sizeof **at);
      **at = (Registration){request.el->uid, request.ref, notification, refcon, NULL};
      object_hold(request.ref);
      object_hold(notification);
    }
  }
  return lane_end(&request, error);
}

EXPORT AXError AXObserverRemoveNotification(CFTypeRef ref, CFTypeRef element, CFTypeRef name) {
  ENTRY("AXObserverRemoveNotification");
  const Object *observer = object_check(ref, KIND_OBSERVER, "observer");
  const Object *of = object_check(element, KIND_ELEMENT, "element");
  const Object *notification = object_check(name, KIND_STRING, "notification");
  if (observer == NULL) return AX_INVALID_OBSERVER;
  if (of == NULL || notification == NULL) return AX_ILLEGAL_ARGUMENT;
  Registration **at = find(observer->as.observer, of, notification);
  if (*at == NULL) return AX_NOT_REGISTERED;
  Registration *one = *at;
  *at = one->next;
  free_registration(one);
  return AX_SUCCESS;
}

static void queue(Observer *observer, const El *el, const Registration *registration) {
  if (observer->waiting_count >= MOST_WAITING) return;
  Waiting *one = core_alloc(sizeof *one);
  one->element = proxy_make(el);
  object_move_into_container(one->element);
  one->notification = registration->notification;
  object_hold(one->notification);
  one->refcon = registration->refcon;
  Waiting **at = &observer->waiting;
  while (*at != NULL) at = &(*at)->next;
  *at = one;
  observer->waiting_count++;
}

void observers_notify(El *el, const char *notification) {
  if (el->app == NULL) return;
  for (Observer *observer = all; observer != NULL; observer = observer->next) {
    if (observer->pid != el->app->pid) continue;
    for (const Registration *one = observer->registrations; one != NULL; one = one->next) {
      const bool fits = one->uid == el->uid || one->uid == el->app->el->uid;
      if (fits && strcmp(string_text(one->notification), notification) == 0) queue(observer, el, one);
    }
  }
  core_changed();
}

bool observer_deliver(Object *object) {
  Observer *observer = object->as.observer;
  Waiting *one = observer->waiting;
  if (one == NULL) return false;
  observer->waiting = one->next;
  observer->waiting_count--;
  Callback *callback = observer->callback;
  object_hold(object);
  core_unlock();
  callback(object, one->element, one->notification, one->refcon);
  core_lock();
  free_waiting(one);
  object_unhold(object, NULL);
  return true;
}
