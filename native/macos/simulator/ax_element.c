/* AXUIElement: making elements, and reading them. */
#include <string.h>

#include "actions.h"
#include "attributes.h"
#include "lane.h"
#include "values.h"
#include "violations.h"

static Object *element_make(pid_t pid, bool system) {
  Object *element = object_new(KIND_ELEMENT);
  element->as.element.pid = pid;
  element->as.element.system = system;
  return element;
}

EXPORT CFTypeRef AXUIElementCreateApplication(pid_t pid) {
  ENTRY("AXUIElementCreateApplication");
  return element_make(pid, false);
}

EXPORT CFTypeRef AXUIElementCreateSystemWide(void) {
  ENTRY("AXUIElementCreateSystemWide");
  return element_make(0, true);
}

EXPORT AXError AXUIElementGetPid(CFTypeRef ref, pid_t *pid) {
  ENTRY("AXUIElementGetPid");
  const Object *element = object_check(ref, KIND_ELEMENT, "element");
  if (element == NULL || pid == NULL) return AX_ILLEGAL_ARGUMENT;
  *pid = element->as.element.pid;
  return element->as.element.system ? AX_ILLEGAL_ARGUMENT : AX_SUCCESS;
}

EXPORT AXError AXUIElementSetMessagingTimeout(CFTypeRef ref, float seconds) {
  ENTRY("AXUIElementSetMessagingTimeout");
  Object *element = object_check(ref, KIND_ELEMENT, "element");
  if (element == NULL || !(seconds >= 0)) return AX_ILLEGAL_ARGUMENT;
  if (element->as.element.system)
    lane_set_process_timeout(seconds);
  else
    element->as.element.timeout = seconds;
  return AX_SUCCESS;
}

/* The private one that everybody uses: the number of the window that an element stands for. */
EXPORT AXError _AXUIElementGetWindow(CFTypeRef ref, uint32_t *number) {
  ENTRY("_AXUIElementGetWindow");
  Request request;
  AXError error = lane_begin(&request, ref, "element", NULL);
  if (error == AX_SUCCESS) {
    const El *window = el_window(request.el);
    if (window == NULL || number == NULL)
      error = AX_ILLEGAL_ARGUMENT;
    else
      *number = (uint32_t)window->uid;
  }
  return lane_end(&request, error);
}

/* NULL where it is no string, with a violation recorded. */
static const char *text_of(CFTypeRef ref, const char *argument) {
  const Object *string = object_check(ref, KIND_STRING, argument);
  return string == NULL ? NULL : string_text(string);
}

static Object *array_of_names(const Names *names) {
  Object *items[96];
  for (int i = 0; i < names->count; i++) items[i] = string_make(names->items[i]);
  return array_make(items, names->count);
}

EXPORT AXError AXUIElementCopyAttributeNames(CFTypeRef ref, CFTypeRef *to) {
  ENTRY("AXUIElementCopyAttributeNames");
  Request request;
  AXError error = lane_begin(&request, ref, "element", NULL);
  if (error == AX_SUCCESS && to == NULL) error = AX_ILLEGAL_ARGUMENT;
  if (error == AX_SUCCESS) {
    Names names = {0};
    rows_realise(request.el);
    attribute_names(request.el, &names);
    *to = array_of_names(&names);
  }
  return lane_end(&request, error);
}

EXPORT AXError AXUIElementCopyActionNames(CFTypeRef ref, CFTypeRef *to) {
  ENTRY("AXUIElementCopyActionNames");
  Request request;
  AXError error = lane_begin(&request, ref, "element", NULL);
  if (error == AX_SUCCESS && to == NULL) error = AX_ILLEGAL_ARGUMENT;
  if (error == AX_SUCCESS) {
    Names names = {0};
    rows_realise(request.el);
    action_names(request.el, &names);
    *to = array_of_names(&names);
  }
  return lane_end(&request, error);
}

EXPORT AXError AXUIElementCopyAttributeValue(CFTypeRef ref, CFTypeRef attribute, CFTypeRef *to) {
  ENTRY("AXUIElementCopyAttributeValue");
  Request request;
  const char *name = text_of(attribute, "attribute");
  if (name == NULL || to == NULL) return AX_ILLEGAL_ARGUMENT;
  AXError error = lane_begin(&request, ref, "element", name);
  Object *value = NULL;
  if (error == AX_SUCCESS)
    error = attribute_is_endless(request.el, name) ? lane_never_done(&request) : attribute_read(request.el, name, &value);
  /* An answer that a fault put in its place comes without the value. */
  if (error == AX_SUCCESS && request.answer != AX_SUCCESS) object_drop(value);
  if (error == AX_SUCCESS && request.answer == AX_SUCCESS) *to = value;
  return lane_end(&request, error);
}

static AXError count_of(El *el, const char *name, CFIndex *count) {
  Names names = {0};
  rows_realise(el);
  attribute_names(el, &names);
  if (!names_have(&names, name)) return AX_ATTRIBUTE_UNSUPPORTED;
  *count = attribute_list_count(el, name);
  if (*count >= 0) return AX_SUCCESS;
  Object *value = NULL;
  const AXError error = attribute_read(el, name, &value);
  if (error != AX_SUCCESS) return error;
  const bool array = value->kind == KIND_ARRAY;
  *count = array ? value->as.array.count : 0;
  object_drop(value);
  return array ? AX_SUCCESS : AX_ILLEGAL_ARGUMENT;
}

EXPORT AXError AXUIElementGetAttributeValueCount(CFTypeRef ref, CFTypeRef attribute, CFIndex *to) {
  ENTRY("AXUIElementGetAttributeValueCount");
  Request request;
  const char *name = text_of(attribute, "attribute");
  if (name == NULL || to == NULL) return AX_ILLEGAL_ARGUMENT;
  AXError error = lane_begin(&request, ref, "element", name);
  if (error == AX_SUCCESS) error = count_of(request.el, name, to);
  return lane_end(&request, error);
}

static AXError slice(El *el, const char *name, CFIndex index, CFIndex most, CFTypeRef *to) {
  CFIndex count = 0;
  const AXError error = count_of(el, name, &count);
  if (error != AX_SUCCESS) return error;
  if (index < 0 || most < 0 || index > count) return AX_ILLEGAL_ARGUMENT;
  if (most > count - index) most = count - index;
  Object *whole = NULL;
  if (attribute_list_count(el, name) < 0) attribute_read(el, name, &whole);
  Object **items = core_alloc((size_t)most * sizeof *items);
  for (CFIndex i = 0; i < most; i++) {
    items[i] = whole == NULL ? proxy_make(attribute_list_item(el, name, index + i)) : whole->as.array.items[index + i];
    if (whole != NULL) items[i]->caller_refs++;
  }
  *to = array_make(items, most);
  core_free(items);
  if (whole != NULL) object_drop(whole);
  return AX_SUCCESS;
}

EXPORT AXError AXUIElementCopyAttributeValues(CFTypeRef ref, CFTypeRef attribute, CFIndex index, CFIndex most,
                                              CFTypeRef *to) {
  ENTRY("AXUIElementCopyAttributeValues");
  Request request;
  const char *name = text_of(attribute, "attribute");
  if (name == NULL || to == NULL) return AX_ILLEGAL_ARGUMENT;
  AXError error = lane_begin(&request, ref, "element", name);
  if (error == AX_SUCCESS) error = slice(request.el, name, index, most, to);
  return lane_end(&request, error);
}
