/* AXUIElementCopyElementAtPosition. */
#include "attributes.h"
#include "hit.h"
#include "lane.h"

EXPORT AXError AXUIElementCopyElementAtPosition(CFTypeRef ref, float x, float y, CFTypeRef *to) {
  ENTRY("AXUIElementCopyElementAtPosition");
  Request request;
  if (to == NULL) return AX_ILLEGAL_ARGUMENT;
  AXError error = lane_begin(&request, ref, "application", NULL);
  if (error == AX_SUCCESS) {
    El *found = hit_test((CGPoint){(double)x, (double)y}, request.app);
    error = found == NULL ? AX_NO_VALUE : lane_visit(&request, found->app);
    if (error == AX_SUCCESS && !found->alive) error = AX_NO_VALUE;
    if (error == AX_SUCCESS) *to = proxy_make(found);
  }
  return lane_end(&request, error);
}
