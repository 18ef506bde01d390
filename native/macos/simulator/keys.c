/* Keycodes and their names. */
#include "keys.h"

#include <stddef.h>

#include "core.h"

static const struct {
  uint16_t keycode;
  const char *name;
} NAMED[] = {
    {KEY_RETURN, "Return"}, {0x4c, "Return"},      {KEY_TAB, "Tab"},     {KEY_SPACE, "Space"}, {KEY_DELETE, "Delete"},
    {KEY_ESCAPE, "Escape"}, {KEY_LEFT, "Left"},    {KEY_RIGHT, "Right"}, {KEY_DOWN, "Down"},   {KEY_UP, "Up"},
    {0x73, "Home"},         {0x77, "End"},         {0x74, "PageUp"},     {0x79, "PageDown"},   {0x75, "ForwardDelete"},
};

/* By keycode on a US keyboard; '\0' where a key has no letter. */
static const char PLAIN[] = "asdfghzxcv\0bqweryt123465=97-80]ou[ip\0lj'k;\\,/nm.\0 `";
static const char SHIFTED[] = "ASDFGHZXCV\0BQWERYT!@#$^%+(&_*)}OU{IP\0LJ\"K:|<?NM>\0 ~";

uint64_t keyboard_modifier(uint16_t keycode) {
  switch (keycode) {
    case 0x37:
    case 0x36:
      return FLAG_COMMAND;
    case 0x38:
    case 0x3c:
      return FLAG_SHIFT;
    case 0x3a:
    case 0x3d:
      return FLAG_OPTION;
    case 0x3b:
    case 0x3e:
      return FLAG_CONTROL;
    default:
      return 0;
  }
}

char key_letter(uint16_t keycode, bool shifted) {
  return keycode < sizeof PLAIN - 1 ? (shifted ? SHIFTED : PLAIN)[keycode] : '\0';
}

const char *key_name(uint16_t keycode) {
  for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++)
    if (NAMED[i].keycode == keycode) return NAMED[i].name;
  if (key_letter(keycode, false) != '\0') return arena_format("%c", key_letter(keycode, false));
  return arena_format("key %u", keycode);
}

bool key_is_named(uint16_t keycode) {
  for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++)
    if (NAMED[i].keycode == keycode) return true;
  return false;
}
