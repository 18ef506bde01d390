#include "attributes.h"

#include <ctype.h>
#include <string.h>

#include "edit.h"
#include "values.h"
#include "violations.h"

static bool is(const char *left, const char *right) { return strcmp(left, right) == 0; }

static AXError element_or_none(const El *el, Object **value) {
  if (el == NULL || !el->alive) return AX_NO_VALUE;
  *value = proxy_make(el);
  return AX_SUCCESS;
}

static AXError boolean(bool truth, Object **value) {
  *value = boolean_make(truth);
  return AX_SUCCESS;
}

static AXError text(const char *content, Object **value) {
  *value = string_make(content);
  return AX_SUCCESS;
}

/* "AXTextField" is a "text field". */
static AXError role_description(const El *el, Object **value) {
  char words[80];
  size_t length = 0;
  for (const char *at = el->role + 2; *at != '\0' && length < sizeof words - 2; at++) {
    if (isupper((unsigned char)*at) && length > 0) words[length++] = ' ';
    words[length++] = (char)tolower((unsigned char)*at);
  }
  words[length] = '\0';
  return text(words, value);
}

static AXError frame(const El *el, const char *name, Object **value) {
  CGRect rect;
  if (!el_frame(el, &rect)) return AX_NO_VALUE;
  const double numbers[] = {rect.origin.x, rect.origin.y, rect.size.width, rect.size.height};
  *value = is(name, "AXFrame")      ? value_make(VALUE_RECT, numbers)
           : is(name, "AXPosition") ? value_make(VALUE_POINT, numbers)
                                    : value_make(VALUE_SIZE, numbers + 2);
  return AX_SUCCESS;
}

static const El *menu_bar(const App *app) {
  for (int i = 0; i < app->el->kids.count; i++)
    if (el_is(app->el->kids.items[i], "AXMenuBar")) return app->el->kids.items[i];
  return NULL;
}

static AXError read_app(const App *app, const char *name, Object **value) {
  if (is(name, "AXParent")) return AX_NO_VALUE;
  if (is(name, "AXFocusedUIElement")) return element_or_none(app->focus, value);
  if (is(name, "AXFocusedWindow") || is(name, "AXMainWindow")) return element_or_none(app->main_window, value);
  if (is(name, "AXMenuBar")) return element_or_none(menu_bar(app), value);
  if (is(name, "AXFrontmost")) return boolean(tree.front == app, value);
  if (is(name, "AXHidden")) return boolean(app->hidden, value);
  return AX_ATTRIBUTE_UNSUPPORTED;
}

static AXError read_text(const El *el, const char *name, Object **value) {
  if (is(name, "AXValue")) return text("", value);
  if (is(name, "AXSelectedText")) return text(edit_selected(el), value);
  if (is(name, "AXSelectedTextRange")) {
    *value = value_make_range(el->selection);
  } else if (is(name, "AXVisibleCharacterRange")) {
    *value = value_make_range((CFRange){0, edit_length(el)});
  } else if (is(name, "AXNumberOfCharacters")) {
    *value = number_make_integer(edit_length(el));
  } else {
    return AX_ATTRIBUTE_UNSUPPORTED;
  }
  return AX_SUCCESS;
}

static AXError read_computed(El *el, const char *name, Object **value) {
  if (is(name, "AXRole")) return text(el->role, value);
  if (is(name, "AXRoleDescription")) return role_description(el, value);
  if (el->app == NULL && is(name, "AXFocusedApplication"))
    return element_or_none(tree.front == NULL ? NULL : tree.front->el, value);
  if (el->app == NULL) return element_or_none(tree.front == NULL ? NULL : tree.front->focus, value);
  if (el == el->app->el) return read_app(el->app, name, value);
  if (is(name, "AXParent")) return element_or_none(el->parent, value);
  if (is(name, "AXWindow") || is(name, "AXTopLevelUIElement")) return element_or_none(el_window(el), value);
  if (is(name, "AXEnabled")) return boolean(true, value);
  if (is(name, "AXMain")) return boolean(el->app->main_window == el, value);
  if (is(name, "AXFocused"))
    return boolean(el_is(el, "AXWindow") ? el->app->main_window == el : el->app->focus == el, value);
  if (is(name, "AXMinimized") || is(name, "AXModal") || is(name, "AXSelected")) return boolean(false, value);
  if (is(name, "AXPosition") || is(name, "AXSize") || is(name, "AXFrame")) return frame(el, name, value);
  if (is(name, "AXIndex")) {
    *value = number_make_integer(el->row);
    return AX_SUCCESS;
  }
  return read_text(el, name, value);
}

static AXError read_list(El *el, const char *name, int64_t count, Object **value) {
  Object **items = core_alloc((size_t)count * sizeof *items);
  for (int64_t i = 0; i < count; i++) items[i] = proxy_make(attribute_list_item(el, name, i));
  *value = array_make(items, count);
  core_free(items);
  return AX_SUCCESS;
}

AXError attribute_read(El *el, const char *name, Object **value) {
  if (el->row >= 0) rows_realise(el);
  Names names = {0};
  attribute_names(el, &names);
  if (!names_have(&names, name)) return AX_ATTRIBUTE_UNSUPPORTED;
  if (el_is_secure(el) && (is(name, "AXValue") || is(name, "AXSelectedText")))
    violation("secure_value_read", "%s of %s", name, el->id);
  const int64_t count = attribute_list_count(el, name);
  if (count >= 0) return read_list(el, name, count, value);
  const Json *scripted = el_get(el, name);
  return scripted == NULL ? read_computed(el, name, value) : value_from_json(scripted, value);
}
