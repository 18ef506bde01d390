/* What the files of the tree share among themselves. */
#ifndef SIMULATOR_TREE_PARTS_H
#define SIMULATOR_TREE_PARTS_H

#include "tree.h"

/* A new number for an element that is in no list yet. */
El *tree_enter(App *app, El *parent, const char *role);
/* Dead from now on, with all below it. */
void tree_forget(El *el);
/* What a script says of an element without its children; of row `row`, where that is not negative. */
void script_read(El *el, const Json *script, int64_t row);
void script_create_kids(El *el, const Json *script, int64_t row);

#endif
