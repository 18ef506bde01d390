/* AXUIElement: acting on elements, and what only parameterized reads tell. */
#include <string.h>

#include "actions.h"
#include "attributes.h"
#include "edit.h"
#include "lane.h"
#include "pending.h"
#include "settable.h"
#include "values.h"
#include "violations.h"

EXPORT AXError AXUIElementIsAttributeSettable(CFTypeRef ref, CFTypeRef attribute, Boolean *to) {
  ENTRY("AXUIElementIsAttributeSettable");
  Request request;
  const Object *string = object_check(attribute, KIND_STRING, "attribute");
  if (string == NULL || to == NULL) return AX_ILLEGAL_ARGUMENT;
  const char *name = string_text(string);
  AXError error = lane_begin(&request, ref, "element", name);
  if (error == AX_SUCCESS) {
    Names names = {0};
    attribute_names(request.el, &names);
    error = names_have(&names, name) ? AX_SUCCESS : AX_ATTRIBUTE_UNSUPPORTED;
    *to = error == AX_SUCCESS && attribute_is_settable(request.el, name);
  }
  return lane_end(&request, error);
}

/* The application has the request of a caller that gave up waiting. */
static void leave_behind(const Request *request, const char *name, const Json *value) {
  const Object *ref = request->ref;
  El *el = ref->as.element.uid == 0 ? request->app->el : el_by_uid(ref->as.element.uid);
  if (el != NULL && el->alive) pending_request(el, name, value);
}

EXPORT AXError AXUIElementSetAttributeValue(CFTypeRef ref, CFTypeRef attribute, CFTypeRef value) {
  ENTRY("AXUIElementSetAttributeValue");
  Request request;
  const Object *string = object_check(attribute, KIND_STRING, "attribute");
  const Object *given = object_check(value, KIND_ANY, "value");
  if (string == NULL || given == NULL) return AX_ILLEGAL_ARGUMENT;
  const char *name = string_text(string);
  const Json *json = value_to_json(given);
  AXError error = lane_begin(&request, ref, "element", name);
  if (error == AX_SUCCESS) error = json == NULL ? AX_ILLEGAL_ARGUMENT : attribute_set(request.el, name, json, false);
  if (request.late && json != NULL) leave_behind(&request, name, json);
  return lane_end(&request, error);
}

EXPORT AXError AXUIElementPerformAction(CFTypeRef ref, CFTypeRef action) {
  ENTRY("AXUIElementPerformAction");
  Request request;
  const Object *string = object_check(action, KIND_STRING, "action");
  if (string == NULL) return AX_ILLEGAL_ARGUMENT;
  const char *name = string_text(string);
  AXError error = lane_begin(&request, ref, "element", name);
  if (error == AX_SUCCESS) error = action_perform(request.el, name, false);
  if (request.late) leave_behind(&request, name, NULL);
  return lane_end(&request, error);
}

static AXError of_range(const El *el, const char *name, CFRange range, Object **value) {
  CGRect frame;
  if (range.location < 0 || range.length < 0 || range.location + range.length > edit_length(el))
    return AX_ILLEGAL_ARGUMENT;
  if (strcmp(name, "AXStringForRange") == 0) {
    if (el_is_secure(el)) violation("secure_value_read", "%s of %s", name, el->id);
    *value = string_make(edit_range(el, range));
    return AX_SUCCESS;
  }
  if (strcmp(name, "AXBoundsForRange") != 0 || !el_frame(el, &frame)) return AX_PARAMETERIZED_UNSUPPORTED;
  enum { LETTER = 8 };
  const double numbers[] = {frame.origin.x + (double)range.location * LETTER, frame.origin.y,
                            (double)range.length * LETTER, frame.size.height};
  *value = value_make(VALUE_RECT, numbers);
  return AX_SUCCESS;
}

EXPORT AXError AXUIElementCopyParameterizedAttributeValue(CFTypeRef ref, CFTypeRef attribute, CFTypeRef parameter,
                                                          CFTypeRef *to) {
  ENTRY("AXUIElementCopyParameterizedAttributeValue");
  Request request;
  const Object *string = object_check(attribute, KIND_STRING, "attribute");
  const Object *given = object_check(parameter, KIND_ANY, "parameter");
  if (string == NULL || given == NULL || to == NULL) return AX_ILLEGAL_ARGUMENT;
  const char *name = string_text(string);
  const bool is_range = given->kind == KIND_VALUE && given->as.value.type == VALUE_RANGE;
  const CFRange range = is_range ? given->as.value.range : (CFRange){0, 0};
  AXError error = lane_begin(&request, ref, "element", name);
  Object *value = NULL;
  if (error == AX_SUCCESS) {
    if (!el_is_text(request.el))
      error = AX_PARAMETERIZED_UNSUPPORTED;
    else
      error = is_range ? of_range(request.el, name, range, &value) : AX_ILLEGAL_ARGUMENT;
  }
  if (error == AX_SUCCESS) *to = value;
  return lane_end(&request, error);
}
