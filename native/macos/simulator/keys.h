/* Keycodes and their names. */
#ifndef SIMULATOR_KEYS_H
#define SIMULATOR_KEYS_H

#include "apple.h"

/* The bit of a modifier, 0 for other keys. */
uint64_t keyboard_modifier(uint16_t keycode);
/* On a US keyboard; '\0' where a key has no letter. */
char key_letter(uint16_t keycode, bool shifted);
/* "Return", "a", "key 99". */
const char *key_name(uint16_t keycode);
/* Those that have a word for a name. */
bool key_is_named(uint16_t keycode);

#endif
