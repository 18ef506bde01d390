/* A short list of names. */
#ifndef SIMULATOR_NAMES_H
#define SIMULATOR_NAMES_H

#include <stdbool.h>

typedef struct {
  const char *items[96];
  int count;
} Names;

/* Once each; those past the room are left out. */
void names_add(Names *names, const char *name);
bool names_have(const Names *names, const char *name);

#endif
