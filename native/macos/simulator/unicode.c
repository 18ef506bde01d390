#include "unicode.h"

#include <stdlib.h>
#include <string.h>

#include "core.h"

/* Bytes of the sequence that begins here, 0 where it is none. */
static int decode(const unsigned char *at, uint32_t *point) {
  static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  int length;
  if (at[0] < 0x80) {
    *point = at[0];
    return 1;
  } else if ((at[0] & 0xe0) == 0xc0) {
    length = 2;
    *point = at[0] & 0x1f;
  } else if ((at[0] & 0xf0) == 0xe0) {
    length = 3;
    *point = at[0] & 0x0f;
  } else if ((at[0] & 0xf8) == 0xf0) {
    length = 4;
    *point = at[0] & 0x07;
  } else {
    return 0;
  }
  for (int i = 1; i < length; i++) {
    if ((at[i] & 0xc0) != 0x80) return 0;
    *point = *point << 6 | (at[i] & 0x3f);
  }
  if (*point < smallest[length] || *point > 0x10ffff || (*point >= 0xd800 && *point < 0xe000)) return 0;
  return length;
}

UniChar *utf16_from_utf8(const char *text, CFIndex *length) {
  UniChar *units = core_alloc((strlen(text) + 1) * sizeof *units);
  const unsigned char *at = (const unsigned char *)text;
  *length = 0;
  while (*at != '\0') {
    uint32_t point = 0;
    const int bytes = decode(at, &point);
    if (bytes == 0) {
      free(units);
      return NULL;
    }
    at += bytes;
    if (point >= 0x10000) {
      units[(*length)++] = (UniChar)(0xd800 + ((point - 0x10000) >> 10));
      units[(*length)++] = (UniChar)(0xdc00 + ((point - 0x10000) & 0x3ff));
    } else {
      units[(*length)++] = (UniChar)point;
    }
  }
  return units;
}

char *utf8_put(char *to, uint32_t point) {
  if (point < 0x80) {
    *to++ = (char)point;
  } else if (point < 0x800) {
    *to++ = (char)(0xc0 | point >> 6);
    *to++ = (char)(0x80 | (point & 0x3f));
  } else if (point < 0x10000) {
    *to++ = (char)(0xe0 | point >> 12);
    *to++ = (char)(0x80 | (point >> 6 & 0x3f));
    *to++ = (char)(0x80 | (point & 0x3f));
  } else {
    *to++ = (char)(0xf0 | point >> 18);
    *to++ = (char)(0x80 | (point >> 12 & 0x3f));
    *to++ = (char)(0x80 | (point >> 6 & 0x3f));
    *to++ = (char)(0x80 | (point & 0x3f));
  }
  return to;
}

char *utf8_from_utf16(const UniChar *units, CFIndex length, bool *lossy) {
  char *text = core_alloc((size_t)length * 3 + 1);
  char *to = text;
  *lossy = false;
  for (CFIndex i = 0; i < length; i++) {
    uint32_t point = units[i];
    const bool high = point >= 0xd800 && point < 0xdc00;
    if (high && i + 1 < length && units[i + 1] >= 0xdc00 && units[i + 1] < 0xe000) {
      point = 0x10000 + ((point - 0xd800) << 10) + (units[++i] - 0xdc00u);
    } else if (point >= 0xd800 && point < 0xe000) {
      point = 0xfffd;
      *lossy = true;
    }
    to = utf8_put(to, point);
  }
  *to = '\0';
  return text;
}
