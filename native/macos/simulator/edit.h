/* Changing values the way the application under the element lets them change. */
#ifndef SIMULATOR_EDIT_H
#define SIMULATOR_EDIT_H

#include "tree.h"

/* Past the application's own rules: what the script or the program itself does. */
void edit_assign(El *el, const char *attribute, const Json *value);
/* Through the element's "accepts"; says what came of it: "done", "altered", "ignored", "rejected". */
const char *edit_set_text(El *el, const char *text);
/* Replaces the selection. */
const char *edit_type(El *el, const char *text);
const char *edit_delete(El *el);
void edit_select_all(El *el);
CFIndex edit_length(const El *el);
/* The selected text. */
const char *edit_selected(const El *el);
const char *edit_range(const El *el, CFRange range);

#endif
