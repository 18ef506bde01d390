#include "hit.h"

#include <string.h>

bool rect_has(const CGRect *rect, CGPoint point) {
  return point.x >= rect->origin.x && point.y >= rect->origin.y && point.x < rect->origin.x + rect->size.width &&
         point.y < rect->origin.y + rect->size.height;
}

static bool is_hidden(const El *el) { return json_bool(el->script, "offscreen", false); }

/* Later siblings lie above earlier ones. A group without a frame is seen through. */
static El *deepest(El *el, CGPoint point) {
  CGRect frame;
  const bool framed = el_frame(el, &frame);
  if (is_hidden(el) || (framed && !rect_has(&frame, point))) return NULL;
  const bool open = !el->lazy || app_is_open(el->app);
  for (int i = open ? el->kids.count : 0; i-- > 0;) {
    El *found = el_is(el->kids.items[i], "AXMenu") ? NULL : deepest(el->kids.items[i], point);
    if (found != NULL) return found;
  }
  if (el->rows != NULL && framed && el->rows->height > 0) {
    const int64_t index =
        el->rows->first_visible + (int64_t)((point.y - frame.origin.y) / el->rows->height);
    El *row = index < el->rows->first_visible + el->rows->visible ? rows_get(el, index) : NULL;
    if (row != NULL) rows_realise(row);
    El *found = row == NULL ? NULL : deepest(row, point);
    if (found != NULL) return found;
  }
  return framed ? el : NULL;
}

El *hit_test(CGPoint point, const App *only) {
  for (int i = 0; i < tree.menus.count; i++) {
    El *found = only == NULL || tree.menus.items[i]->app == only ? deepest(tree.menus.items[i], point) : NULL;
    if (found != NULL) return found;
  }
  for (int i = 0; i < tree.windows.count; i++) {
    El *window = tree.windows.items[i];
    const bool shown = !window->app->hidden && !json_truth(el_get(window, "AXMinimized"));
    if (!shown || (only != NULL && window->app != only)) continue;
    El *found = deepest(window, point);
    if (found != NULL) return found;
  }
  return NULL;
}
