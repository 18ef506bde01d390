/* A list of elements, in the arena. */
#ifndef SIMULATOR_EL_LIST_H
#define SIMULATOR_EL_LIST_H

struct El;

typedef struct {
  struct El **items;
  int count, capacity;
} ElList;

/* At place `at`, or last where that is negative or past the end. */
void list_put(ElList *list, struct El *el, int at);
/* Nothing where it is not in it. */
void list_pull(ElList *list, const struct El *el);
/* -1 where it is not in it. */
int list_position(const ElList *list, const struct El *el);

#endif
