/* The one thread of an application, which serves one request at a time, and the way of a request to it. */
#ifndef SIMULATOR_LANE_H
#define SIMULATOR_LANE_H

#include "faults.h"
#include "object.h"
#include "tree.h"

typedef struct {
  Object *ref;
  /* Whose thread serves it; NULL where it is the system. */
  App *app;
  /* NULL unless lane_begin returned Success. */
  El *el;
  /* The request was served, and this is answered all the same. */
  AXError answer;
  /* The caller waited in vain, but the application has the request and will serve it. */
  bool late;
  /* What a fault puts into one slot of a batched read. */
  const Fault *slots;
  double deadline;
} Request;

/* Waits for the application, for as long as the messaging timeout allows; `name` is the attribute or action. What it
 * returns is to be given to lane_end, which the caller must reach on every way. */
AXError lane_begin(Request *request, CFTypeRef ref, const char *argument, const char *name);
AXError lane_end(Request *request, AXError error);
/* Waits for another application besides. */
AXError lane_visit(Request *request, const App *app);
/* The application does not come to an end with this before the deadline. */
AXError lane_never_done(Request *request);
bool lane_is_free(const App *app);
void lane_reset(void);
void lane_set_process_timeout(float seconds);
/* JSON object: requests in all, on the main thread, beside another to the same application. */
void lane_report(Text *text);

#endif
