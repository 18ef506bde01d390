#include "violations.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *kind, *symbol;
  char *detail;
  int count;
} Violation;

static Violation *seen;
static int seen_count, seen_capacity;

void violation(const char *kind, const char *format, ...) {
  char detail[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(detail, sizeof detail, format, arguments);
  va_end(arguments);
  for (int i = 0; i < seen_count; i++) {
    const Violation *one = &seen[i];
    if (strcmp(one->kind, kind) == 0 && strcmp(one->symbol, core_symbol()) == 0 &&
        strcmp(one->detail, detail) == 0) {
      seen[i].count++;
      return;
    }
  }
  if (seen_count == seen_capacity) {
    seen_capacity = seen_capacity * 2 + 16;
    seen = core_realloc(seen, (size_t)seen_capacity * sizeof *seen);
  }
  char *copy = core_alloc(strlen(detail) + 1);
  strcpy(copy, detail);
  seen[seen_count++] = (Violation){kind, core_symbol(), copy, 1};
}

void violations_forget(void) {
  for (int i = 0; i < seen_count; i++) free(seen[i].detail);
  seen_count = 0;
}

void violations_report(Text *text) {
  text_add(text, "[");
  for (int i = 0; i < seen_count; i++) {
    text_format(text, "%s{\"kind\":\"%s\",\"symbol\":\"%s\",\"count\":%d,\"detail\":", i == 0 ? "" : ",",
                seen[i].kind, seen[i].symbol, seen[i].count);
    text_json(text, seen[i].detail);
    text_add(text, "}");
  }
  text_add(text, "]");
}
