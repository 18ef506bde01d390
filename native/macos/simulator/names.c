#include "names.h"

#include <string.h>

bool names_have(const Names *names, const char *name) {
  for (int i = 0; i < names->count; i++)
    if (strcmp(names->items[i], name) == 0) return true;
  return false;
}

void names_add(Names *names, const char *name) {
  if (names->count < (int)(sizeof names->items / sizeof *names->items) && !names_have(names, name))
    names->items[names->count++] = name;
}
