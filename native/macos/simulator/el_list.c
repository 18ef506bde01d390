#include "el_list.h"

#include <string.h>

#include "core.h"

void list_put(ElList *list, struct El *el, int at) {
  if (list->count == list->capacity) {
    const int wider = list->capacity * 2 + 4;
    struct El **copy = arena_alloc((size_t)wider * sizeof *copy);
    if (list->count > 0) memcpy(copy, list->items, (size_t)list->count * sizeof *copy);
    list->items = copy;
    list->capacity = wider;
  }
  if (at < 0 || at > list->count) at = list->count;
  memmove(list->items + at + 1, list->items + at, (size_t)(list->count - at) * sizeof *list->items);
  list->items[at] = el;
  list->count++;
}

int list_position(const ElList *list, const struct El *el) {
  for (int i = 0; i < list->count; i++)
    if (list->items[i] == el) return i;
  return -1;
}

void list_pull(ElList *list, const struct El *el) {
  const int at = list_position(list, el);
  if (at < 0) return;
  memmove(list->items + at, list->items + at + 1, (size_t)(list->count - at - 1) * sizeof *list->items);
  list->count--;
}
