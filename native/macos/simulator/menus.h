/* Menus that are open: they lie above every window. */
#ifndef SIMULATOR_MENUS_H
#define SIMULATOR_MENUS_H

#include "tree.h"

/* `recreate`: its items are new ones each time, as those of a menu that is filled when it opens. */
void menu_open(El *menu, bool recreate);
void menus_close(App *app);
bool menu_is_open(const El *menu);

#endif
