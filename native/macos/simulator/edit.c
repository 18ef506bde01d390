#include "edit.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "unicode.h"

static const char *text_of(const El *el) {
  const char *text = el_string(el, "AXValue");
  return text == NULL ? "" : text;
}

CFIndex edit_length(const El *el) {
  CFIndex length = 0;
  free(utf16_from_utf8(text_of(el), &length));
  return length;
}

static CFRange within(CFRange range, CFIndex length) {
  if (range.location < 0 || range.location > length) range.location = length;
  if (range.length < 0) range.length = 0;
  if (range.location + range.length > length) range.length = length - range.location;
  return range;
}

const char *edit_range(const El *el, CFRange range) {
  CFIndex length = 0;
  bool lossy = false;
  UniChar *units = utf16_from_utf8(text_of(el), &length);
  if (units == NULL) return "";
  range = within(range, length);
  char *part = utf8_from_utf16(units + range.location, range.length, &lossy);
  const char *copy = arena_copy(part);
  free(part);
  free(units);
  return copy;
}

const char *edit_selected(const El *el) { return edit_range(el, el->selection); }

void edit_assign(El *el, const char *attribute, const Json *value) {
  el_put(el, attribute, value);
  if (strcmp(attribute, "AXValue") == 0) {
    if (el_is_text(el)) el->selection = (CFRange){edit_length(el), 0};
    el_notify(el, "AXValueChanged");
  } else if (strcmp(attribute, "AXTitle") == 0) {
    el_notify(el, "AXTitleChanged");
  }
}

/* What the application makes of the text; NULL where it does not take it. */
static const char *filter(const El *el, const char *text) {
  const char *accepts = json_string(el->script, "accepts", "anything");
  char *copy = arena_copy(text);
  char *to = copy;
  if (strcmp(accepts, "rejects") == 0 || strcmp(accepts, "ignores") == 0) return NULL;
  if (strcmp(accepts, "uppercase") == 0) {
    for (; *to != '\0'; to++) *to = (char)toupper((unsigned char)*to);
  } else if (strcmp(accepts, "digits") == 0) {
    for (const char *from = text; *from != '\0'; from++)
      if (isdigit((unsigned char)*from)) *to++ = *from;
    *to = '\0';
  }
  return copy;
}

static const char *outcome(const El *el, const char *wanted, const char *taken) {
  if (taken == NULL) return strcmp(json_string(el->script, "accepts", ""), "rejects") == 0 ? "rejected" : "ignored";
  return strcmp(wanted, taken) == 0 ? "done" : "altered";
}

const char *edit_set_text(El *el, const char *text) {
  const char *taken = filter(el, text);
  if (taken != NULL) edit_assign(el, "AXValue", json_make_string(taken));
  return outcome(el, text, taken);
}

static void splice(El *el, CFRange range, const char *text) {
  range = within(range, edit_length(el));
  const char *before = edit_range(el, (CFRange){0, range.location});
  const char *after = edit_range(el, (CFRange){range.location + range.length, INT32_MAX});
  const size_t size = strlen(before) + strlen(text) + strlen(after) + 1;
  char *whole = arena_alloc(size);
  strcat(strcat(strcpy(whole, before), text), after);
  CFIndex added = 0;
  free(utf16_from_utf8(text, &added));
  edit_assign(el, "AXValue", json_make_string(whole));
  el->selection = (CFRange){range.location + added, 0};
  el_notify(el, "AXSelectedTextChanged");
}

const char *edit_type(El *el, const char *text) {
  const char *taken = filter(el, text);
  if (taken != NULL) splice(el, el->selection, taken);
  return outcome(el, text, taken);
}

const char *edit_delete(El *el) {
  CFRange range = el->selection;
  if (range.length == 0 && range.location > 0) range = (CFRange){range.location - 1, 1};
  if (range.length == 0) return "no_effect";
  splice(el, range, "");
  return "done";
}

void edit_select_all(El *el) {
  el->selection = (CFRange){0, edit_length(el)};
  el_notify(el, "AXSelectedTextChanged");
}
