/* Rows, which are there from the beginning, and built when they are needed. */

#include "screen_clock.h"
#include "tree_parts.h"

static El *fill_row(El *el) {
  const Json *template = el->parent->rows->template;
  if (template != NULL) {
    script_read(el, template, el->row);
    el->has_frame = false;
    script_create_kids(el, template, el->row);
  } else {
    El *text = el_create(el->app, el, json_get(NULL, ""), -1, -1);
    text->role = "AXStaticText";
    text->id = arena_format("%s/text", el->id);
    el_put(text, "AXValue", json_make_string(arena_format("Row %lld", (long long)el->row)));
  }
  return el;
}

El *rows_get(El *el, int64_t index) {
  Rows *rows = el->rows;
  if (rows == NULL || index < 0 || index >= rows->count) return NULL;
  int low = 0;
  int high = rows->made.count;
  while (low < high) {
    const int middle = (low + high) / 2;
    if (rows->made.items[middle]->row < index)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < rows->made.count && rows->made.items[low]->row == index) return rows->made.items[low];
  El *row = tree_enter(el->app, el, json_string(rows->template, "role", "AXRow"));
  row->id = arena_format("%s/%lld", el->id, (long long)index);
  row->row = index;
  row->unrealised = true;
  list_put(&rows->made, row, low);
  if (index >= rows->first_visible && index < rows->first_visible + rows->visible) {
    row->unrealised = false;
    fill_row(row);
  }
  return row;
}

void rows_realise(El *el) {
  for (El *row = el; row != NULL; row = row->parent) {
    if (!row->unrealised) continue;
    row->unrealised = false;
    Rows *rows = row->parent->rows;
    rows->realised++;
    fill_row(row);
    if (row->row == rows->count - 1 && rows->grows > 0) {
      rows->count += rows->grows;
      el_notify(row->parent, "AXRowCountChanged");
    }
  }
}

void rows_rebuild(El *el) {
  for (int i = 0; i < el->rows->made.count; i++) tree_forget(el->rows->made.items[i]);
  el->rows->made.count = 0;
}

void rows_show(El *el, int64_t from) {
  Rows *rows = el->rows;
  if (from > rows->count - rows->visible) from = rows->count - rows->visible;
  rows->first_visible = from < 0 ? 0 : from;
  for (int64_t i = 0; i < rows->visible; i++) {
    El *row = rows_get(el, rows->first_visible + i);
    if (row == NULL || !row->unrealised) continue;
    row->unrealised = false;
    fill_row(row);
  }
  el_notify(el, "AXLayoutChanged");
}

El *rows_around(El *el) {
  while (el != NULL && el->rows == NULL) el = el->parent;
  return el;
}

bool app_is_open(const App *app) { return app->opens_at >= 0 && screen_now() >= app->opens_at; }

int64_t kids_count(const El *el) {
  if (el->lazy && !app_is_open(el->app)) return 0;
  return el->kids.count + (el->rows == NULL ? 0 : el->rows->count);
}

El *kids_get(El *el, int64_t index) {
  return index < el->kids.count ? el->kids.items[index] : rows_get(el, index - el->kids.count);
}
