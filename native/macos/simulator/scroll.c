/* What the wheel does. */
#include "arrivals.h"
#include "events.h"
#include "hit.h"

/* By so much that its contents do not leave it. */
static double within(double by, double from, double to, double content_from, double content_to) {
  if (by > 0 && content_from + by > from) by = from - content_from > 0 ? 0 : from - content_from;
  if (by < 0 && content_to + by < to) by = to - content_to < 0 ? to - content_to : 0;
  return by;
}

static const char *scroll_area(El *area, double dx, double dy) {
  CGRect outer;
  bool moved = false;
  if (!el_frame(area, &outer)) return "no_effect";
  for (int i = 0; i < area->kids.count; i++) {
    El *content = area->kids.items[i];
    const CGRect *inner = &content->frame;
    if (!content->has_frame || el_is(content, "AXScrollBar")) continue;
    const double x = within(dx, outer.origin.x, outer.origin.x + outer.size.width, inner->origin.x,
                            inner->origin.x + inner->size.width);
    const double y = within(dy, outer.origin.y, outer.origin.y + outer.size.height, inner->origin.y,
                            inner->origin.y + inner->size.height);
    el_shift(content, x, y);
    moved = moved || x != 0 || y != 0;
  }
  if (moved) el_notify(area, "AXLayoutChanged");
  return moved ? "done" : "no_effect";
}

void scroll_receive(const Event *event, App *only) {
  enum { LINE = 10 };
  El *hit = hit_test(event->at, only);
  El *list = rows_around(hit);
  El *area = hit;
  const char *outcome = "no_effect";
  while (area != NULL && !el_is(area, "AXScrollArea")) area = area->parent;
  const double scale = event->in_lines ? LINE : 1;
  if (list != NULL) {
    const double lines = event->in_lines ? event->wheel[0] : event->wheel[0] / list->rows->height;
    const int64_t before = list->rows->first_visible;
    rows_show(list, before - (int64_t)lines);
    outcome = list->rows->first_visible == before ? "no_effect" : "done";
  } else if (area != NULL) {
    outcome = scroll_area(area, event->wheel[1] * scale, event->wheel[0] * scale);
  }
  const char *value = arena_format("%d,%d %s", event->wheel[1], event->wheel[0], event->in_lines ? "lines" : "pixels");
  arrival(&(Arrival){.kind = "scroll", .el = hit, .name = "wheel", .value = value,
                     .outcome = hit == NULL ? "nothing_there" : outcome, .has_point = true, .point = event->at});
}
