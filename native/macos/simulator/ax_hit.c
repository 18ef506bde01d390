/* AXUIElementCopyElementAtPosition. */
#include <unistd.h>

#include "attributes.h"
#include "hit.h"
#include "lane.h"
#include "violations.h"

EXPORT AXError AXUIElementCopyElementAtPosition(CFTypeRef ref, float x, float y, CFTypeRef *to) {
  ENTRY("AXUIElementCopyElementAtPosition");
  Request request;
  if (to == NULL) return AX_ILLEGAL_ARGUMENT;
  AXError error = lane_begin(&request, ref, "application", NULL);
  if (error == AX_SUCCESS) {
    const El *found = hit_test((CGPoint){(double)x, (double)y}, request.app);
    if (found == NULL) {
      error = AX_NO_VALUE;
    } else if (found->app->pid == getpid()) {
      violation("own_pid", "the point lies in a window of the own process, which is asked and waits for itself");
      error = AX_CANNOT_COMPLETE;
    } else {
      *to = proxy_make(found);
    }
  }
  return lane_end(&request, error);
}
