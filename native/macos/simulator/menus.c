#include "menus.h"

bool menu_is_open(const El *menu) { return list_position(&tree.menus, menu) >= 0; }

void menu_open(El *menu, bool recreate) {
  for (int i = 0; recreate && i < menu->kids.count; i++) el_recreate(menu->kids.items[i]);
  if (!menu_is_open(menu)) list_put(&tree.menus, menu, 0);
  el_notify(menu, "AXMenuOpened");
}

void menus_close(App *app) {
  int kept = 0;
  for (int i = 0; i < tree.menus.count; i++) {
    if (tree.menus.items[i]->app != app)
      tree.menus.items[kept++] = tree.menus.items[i];
    else
      el_notify(tree.menus.items[i], "AXMenuClosed");
  }
  tree.menus.count = kept;
}
