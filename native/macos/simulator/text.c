/* Growing text. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core.h"

static void text_reserve(Text *text, size_t more) {
  if (text->length + more + 1 <= text->capacity) return;
  text->capacity = (text->length + more + 1) * 2;
  text->data = core_realloc(text->data, text->capacity);
}

void text_add(Text *text, const char *more) {
  const size_t length = strlen(more);
  text_reserve(text, length);
  memcpy(text->data + text->length, more, length + 1);
  text->length += length;
}

void text_format(Text *text, const char *format, ...) {
  char line[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  text_add(text, line);
}

void text_json(Text *text, const char *more) {
  text_add(text, "\"");
  for (const char *at = more; *at != '\0'; at++) {
    const unsigned char byte = (unsigned char)*at;
    if (byte == '"' || byte == '\\') {
      text_format(text, "\\%c", byte);
    } else if (byte < 0x20) {
      text_format(text, "\\u%04x", byte);
    } else {
      const char one[2] = {*at, '\0'};
      text_add(text, one);
    }
  }
  text_add(text, "\"");
}

void text_clear(Text *text) {
  text_reserve(text, 0);
  text->length = 0;
  text->data[0] = '\0';
}
