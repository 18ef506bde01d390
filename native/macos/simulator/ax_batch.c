/* Reading many attributes at once. */
#include "attributes.h"
#include "lane.h"
#include "values.h"

/* One slot: the value, or the error as an AXValue, or what a fault leaves there. */
static AXError fill_slot(const Request *request, const char *name, Object **slot) {
  if (faults_hit_slot(request->slots, name)) {
    *slot = request->slots->null ? null_make() : value_make_error(request->slots->code);
    return request->slots->null ? AX_SUCCESS : request->slots->code;
  }
  const AXError error = attribute_read(request->el, name, slot);
  if (error != AX_SUCCESS) *slot = value_make_error(error);
  return error;
}

static AXError read_batch(Request *request, const Object *names, bool stop, CFTypeRef *to) {
  const CFIndex count = names->as.array.count;
  Object **slots = core_alloc((size_t)count * sizeof *slots);
  AXError error = AX_SUCCESS;
  CFIndex filled = 0;
  while (filled < count && error == AX_SUCCESS) {
    const char *name = string_text(names->as.array.items[filled]);
    if (attribute_is_endless(request->el, name)) {
      error = lane_never_done(request);
    } else {
      const AXError slot = fill_slot(request, name, &slots[filled++]);
      if (stop) error = slot;
    }
  }
  if (error == AX_SUCCESS) *to = array_make(slots, filled);
  for (CFIndex i = 0; error != AX_SUCCESS && i < filled; i++) object_drop(slots[i]);
  core_free(slots);
  return error;
}

EXPORT AXError AXUIElementCopyMultipleAttributeValues(CFTypeRef ref, CFTypeRef attributes, uint32_t options,
                                                      CFTypeRef *to) {
  ENTRY("AXUIElementCopyMultipleAttributeValues");
  Request request;
  Object *names = object_check(attributes, KIND_ARRAY, "attributes");
  if (names == NULL || to == NULL) return AX_ILLEGAL_ARGUMENT;
  for (CFIndex i = 0; i < names->as.array.count; i++)
    if (object_check(names->as.array.items[i], KIND_STRING, "an attribute") == NULL) return AX_ILLEGAL_ARGUMENT;
  object_hold(names);
  AXError error = lane_begin(&request, ref, "element", NULL);
  if (error == AX_SUCCESS) error = read_batch(&request, names, (options & 1) != 0, to);
  error = lane_end(&request, error);
  object_unhold(names, NULL);
  return error;
}
