/* Memory that lives until a reset. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core.h"

typedef struct Chunk {
  struct Chunk *next;
  size_t used, size;
} Chunk;
static Chunk *chunks;

void *arena_alloc(size_t size) {
  const size_t rounded = (size + 15) & ~(size_t)15;
  if (chunks == NULL || chunks->size - chunks->used < rounded) {
    const size_t room = rounded > 65536 ? rounded : 65536;
    Chunk *chunk = core_alloc(((sizeof(Chunk) + 15) & ~(size_t)15) + room);
    chunk->next = chunks;
    chunk->size = room;
    chunks = chunk;
  }
  char *memory = (char *)chunks + ((sizeof(Chunk) + 15) & ~(size_t)15) + chunks->used;
  chunks->used += rounded;
  return memory;
}

char *arena_copy(const char *text) {
  const size_t size = strlen(text) + 1;
  return memcpy(arena_alloc(size), text, size);
}

char *arena_format(const char *format, ...) {
  char line[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  return arena_copy(line);
}

void arena_reset(void) {
  while (chunks != NULL) {
    Chunk *next = chunks->next;
    free(chunks);
    chunks = next;
  }
}
