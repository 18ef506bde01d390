/* The scripted screen: applications, their elements, the order of the windows. All of it lives in the arena. */
#ifndef SIMULATOR_TREE_H
#define SIMULATOR_TREE_H

#include "apple.h"
#include "el_list.h"
#include "json.h"

struct App;

typedef struct Attribute {
  const char *name;
  const Json *value;
  struct Attribute *next;
} Attribute;

typedef struct Rows {
  int64_t count;
  double height;
  /* The part in view. */
  int64_t first_visible, visible;
  const Json *template;
  /* An endless list's count is no number a program could walk to. */
  bool endless;
  /* How many more appear when the last one is realised. */
  int64_t grows;
  ElList made;
  int64_t realised;
} Rows;

typedef struct El {
  uint64_t uid;
  const char *id;
  /* 1 for the first of its id, 2 for the twin that took its place, ... */
  int generation;
  bool alive;
  struct App *app;
  struct El *parent;
  ElList kids;
  const char *role;
  Attribute *attributes;
  /* Where actions, settable and so on are looked up. */
  const Json *script;
  bool has_frame;
  CGRect frame;
  CFRange selection;
  /* Has children only once its application was told that somebody reads. */
  bool lazy;
  Rows *rows;
  /* Index of a row, or -1. */
  int64_t row;
  bool unrealised;
} El;

typedef struct App {
  pid_t pid;
  const char *name;
  bool alive, hidden, ignores_unicode;
  const Json *script;
  El *el, *focus, *main_window;
  /* When its tree opens, by the screen's clock; -1 while nobody asked. */
  double opens_at;
  /* Its one thread: occupied until then, or until released. */
  double busy_until;
  bool hung;
  int inside;
  struct App *next;
} App;

typedef struct {
  App *apps;
  ElList windows, menus;
  App *front;
  El *system;
  const Json *displays;
} Tree;

extern Tree tree;

void tree_reset(void);
/* NULL, or what is wrong with the script. */
const char *tree_load(const Json *script);

App *app_by_pid(pid_t pid);
App *app_by_name(const char *name);
void app_activate(App *app);
void app_quit(App *app);
bool app_is_open(const App *app);
/* JSON object: rows that were built because somebody read them, by list. */
void tree_report_rows(Text *text);

El *el_by_id(const char *id);
El *el_by_uid(uint64_t uid);
/* As child number `at` of the parent, or last where `at` is negative. `row` fills {i} in. */
El *el_create(App *app, El *parent, const Json *script, int at, int64_t row);
void el_remove(El *el);
/* A twin takes its place; whoever holds the old one holds an invalid element. */
El *el_recreate(El *el);
int el_index(const El *el);

const Json *el_get(const El *el, const char *name);
void el_put(El *el, const char *name, const Json *value);
const char *el_string(const El *el, const char *name);
bool el_is(const El *el, const char *role);
bool el_is_text(const El *el);
bool el_is_secure(const El *el);
bool el_enabled(const El *el);
bool el_focusable(const El *el);
El *el_window(El *el);
bool el_contains(const El *ancestor, const El *el);
/* What a person would call it. */
const char *el_label(const El *el);
bool el_frame(const El *el, CGRect *frame);
void el_shift(El *el, double dx, double dy);
void el_notify(El *el, const char *notification);

void el_focus(El *el);
/* To the top, or under the windows of the application in front. */
void window_raise(El *window);
void window_to_top(El *window);
/* The sheet or modal window that keeps `el` from being used; NULL where nothing does. */
El *el_blocker(El *el);

/* Children as the platform lists them: rows last. */
int64_t kids_count(const El *el);
El *kids_get(El *el, int64_t index);

El *rows_get(El *el, int64_t index);
/* Reading anything of a row, or in it, makes the application build it. */
void rows_realise(El *el);
void rows_rebuild(El *el);
/* Scrolls: row `from` becomes the first in view, and those in view are built. */
void rows_show(El *el, int64_t from);
/* The nearest one around `el` that is a list of rows, or NULL. */
El *rows_around(El *el);

#endif
