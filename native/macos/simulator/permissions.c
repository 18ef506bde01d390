#include "permissions.h"

#include "tree.h"
#include "values.h"
#include "violations.h"

typedef struct {
  bool reported, actual;
} Permission;

static Permission accessibility, screen_capture, post_events;
static int accessibility_prompts, screen_prompts, post_prompts;
static bool secure_input;

EXPORT const void *kAXTrustedCheckOptionPrompt;

__attribute__((constructor)) static void prepare(void) {
  Object *key = string_make("AXTrustedCheckOptionPrompt");
  key->state = STATE_IMMORTAL;
  key->caller_refs = 0;
  key->made_by = "kAXTrustedCheckOptionPrompt";
  kAXTrustedCheckOptionPrompt = key;
  permissions_reset();
}

void permissions_reset(void) {
  accessibility = screen_capture = post_events = (Permission){true, true};
  accessibility_prompts = screen_prompts = post_prompts = 0;
  secure_input = false;
}

static void change_one(Permission *permission, const Json *change) {
  if (change == NULL) return;
  if (change->kind == JSON_BOOL) {
    *permission = (Permission){change->boolean, change->boolean};
    return;
  }
  permission->reported = json_bool(change, "reported", permission->reported);
  permission->actual = json_bool(change, "actual", permission->actual);
}

void permissions_change(const Json *change) {
  change_one(&accessibility, json_get(change, "accessibility"));
  change_one(&screen_capture, json_get(change, "screenCapture"));
  change_one(&post_events, json_get(change, "postEvents"));
}

bool permissions_accessibility(void) { return accessibility.actual; }
bool permissions_screen_capture(void) { return screen_capture.actual; }
bool permissions_post_events(void) { return post_events.actual; }
void permissions_secure_input(bool enabled) { secure_input = enabled; }

void permissions_report(Text *text) {
  text_format(text, "{\"accessibility\":%d,\"screenCapture\":%d,\"postEvents\":%d}", accessibility_prompts,
              screen_prompts, post_prompts);
}

EXPORT Boolean AXIsProcessTrusted(void) {
  ENTRY("AXIsProcessTrusted");
  return accessibility.reported;
}

EXPORT Boolean AXIsProcessTrustedWithOptions(CFTypeRef options) {
  ENTRY("AXIsProcessTrustedWithOptions");
  const Object *dictionary = options == NULL ? NULL : object_check(options, KIND_DICTIONARY, "options");
  for (CFIndex i = 0; dictionary != NULL && i < dictionary->as.dictionary.count; i++) {
    const Object *value = dictionary->as.dictionary.values[i];
    const bool prompts = object_equal(dictionary->as.dictionary.keys[i], kAXTrustedCheckOptionPrompt);
    if (prompts && value->kind != KIND_BOOLEAN)
      violation("wrong_type", "kAXTrustedCheckOptionPrompt takes a CFBoolean");
    else if (prompts && value->as.boolean && !accessibility.reported)
      accessibility_prompts++;
  }
  return accessibility.reported;
}

EXPORT bool CGPreflightScreenCaptureAccess(void) {
  ENTRY("CGPreflightScreenCaptureAccess");
  return screen_capture.reported;
}

EXPORT bool CGRequestScreenCaptureAccess(void) {
  ENTRY("CGRequestScreenCaptureAccess");
  if (!screen_capture.reported) screen_prompts++;
  return screen_capture.reported;
}

EXPORT bool CGPreflightPostEventAccess(void) {
  ENTRY("CGPreflightPostEventAccess");
  return post_events.reported;
}

EXPORT bool CGRequestPostEventAccess(void) {
  ENTRY("CGRequestPostEventAccess");
  if (!post_events.reported) post_prompts++;
  return post_events.reported;
}

EXPORT Boolean IsSecureEventInputEnabled(void) {
  ENTRY("IsSecureEventInputEnabled");
  const El *focus = tree.front == NULL ? NULL : tree.front->focus;
  return secure_input || (focus != NULL && el_is_secure(focus));
}
