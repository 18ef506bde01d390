/* Which window is on top, which application in front, and what has the focus. */

#include "edit.h"
#include "observers.h"
#include "tree_parts.h"

void app_quit(App *app) {
  tree_forget(app->el);
  app->alive = false;
  if (tree.front != app) return;
  tree.front = tree.windows.count > 0 ? tree.windows.items[0]->app : NULL;
}

static void raise_to(El *window, int at) {
  list_pull(&tree.windows, window);
  list_put(&tree.windows, window, at);
  window->app->main_window = window;
  el_notify(window, "AXFocusedWindowChanged");
}

void window_raise(El *window) {
  if (list_position(&tree.windows, window) < 0) return;
  int at = 0;
  if (window->app != tree.front)
    while (at < tree.windows.count && tree.windows.items[at]->app == tree.front && tree.windows.items[at] != window) at++;
  raise_to(window, at);
}

void window_to_top(El *window) {
  if (list_position(&tree.windows, window) >= 0) raise_to(window, 0);
}

void app_activate(App *app) {
  if (tree.front == app) return;
  tree.front = app;
  app->hidden = false;
  if (app->main_window != NULL) window_raise(app->main_window);
  el_notify(app->el, "AXApplicationActivated");
}

void el_focus(El *el) {
  if (el->app->focus == el) return;
  el->app->focus = el;
  El *window = el_window(el);
  if (window != NULL) el->app->main_window = window;
  el->selection = (CFRange){edit_length(el), 0};
  el_notify(el, "AXFocusedUIElementChanged");
}

void el_notify(El *el, const char *notification) { observers_notify(el, notification); }
