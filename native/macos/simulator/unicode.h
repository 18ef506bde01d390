/* UTF-8 outside, UTF-16 units inside, as in CFString. */
#ifndef SIMULATOR_UNICODE_H
#define SIMULATOR_UNICODE_H

#include "apple.h"

/* To be freed by the caller; NULL where it is not UTF-8. */
UniChar *utf16_from_utf8(const char *text, CFIndex *length);
/* Writes one code point, and returns where the next one belongs. */
char *utf8_put(char *to, uint32_t point);
/* To be freed by the caller; lone surrogates become U+FFFD, and `lossy` says so. */
char *utf8_from_utf16(const UniChar *units, CFIndex length, bool *lossy);

#endif
