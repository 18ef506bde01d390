/* CGEvent, and where posted ones go. */
#ifndef SIMULATOR_EVENTS_H
#define SIMULATOR_EVENTS_H

#include "object.h"
#include "tree.h"

enum { MOST_UNITS = 20 };

typedef struct Event {
  uint32_t type;
  CGPoint at;
  uint32_t button;
  uint16_t keycode;
  uint64_t flags;
  bool has_text;
  UniChar units[MOST_UNITS];
  CFIndex unit_count;
  int64_t clicks, user_data;
  bool in_lines;
  int32_t wheel[2];
} Event;

/* To `only`, or to whoever is in front. */
void keyboard_receive(const Event *event, App *only);
void mouse_receive(const Event *event, App *only);
void scroll_receive(const Event *event, App *only);
void keyboard_reset(void);
void mouse_reset(void);
CGPoint mouse_position(void);
/* Modifiers that the session believes are down. */
uint64_t keyboard_flags(void);
/* Members of a JSON object: what was pressed and never let go. */
void keyboard_report(Text *text);
void mouse_report(Text *text);
void keyboard_set_clipboard(const char *text);
const char *keyboard_clipboard(void);

#endif
