#include "menus.h"

#include <string.h>

bool menu_is_open(const El *menu) {
  for (int i = 0; i < tree.menu_count; i++)
    if (tree.menus[i] == menu) return true;
  return false;
}

void menu_open(El *menu, bool recreate) {
  for (int i = 0; recreate && i < menu->kid_count; i++) el_recreate(menu->kids[i]);
  if (!menu_is_open(menu)) {
    if (tree.menu_count == tree.menu_capacity) {
      const int wider = tree.menu_capacity * 2 + 4;
      El **copy = arena_alloc((size_t)wider * sizeof *copy);
      if (tree.menu_count > 0) memcpy(copy, tree.menus, (size_t)tree.menu_count * sizeof *copy);
      tree.menus = copy;
      tree.menu_capacity = wider;
    }
    memmove(tree.menus + 1, tree.menus, (size_t)tree.menu_count * sizeof *tree.menus);
    tree.menus[0] = menu;
    tree.menu_count++;
  }
  el_notify(menu, "AXMenuOpened");
}

void menus_close(App *app) {
  int kept = 0;
  for (int i = 0; i < tree.menu_count; i++) {
    if (tree.menus[i]->app != app)
      tree.menus[kept++] = tree.menus[i];
    else
      el_notify(tree.menus[i], "AXMenuClosed");
  }
  tree.menu_count = kept;
}
