/*
 * Acts on a program with libatspi, on request: each line on stdin is one request, each line on stdout its answer.
 *
 * press<tab>NAME            the first action of the button of this name
 * set<tab>NAME<tab>TEXT     TEXT becomes all that the entry of this name holds
 *
 * The element is looked up once and kept, and nothing is checked before or after.
 */
#include <atspi/atspi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static AtspiAccessible *find(AtspiAccessible *at, const char *name) {
  gchar *own = atspi_accessible_get_name(at, NULL);
  int children = atspi_accessible_get_child_count(at, NULL);
  AtspiRole role = atspi_accessible_get_role(at, NULL);
  int acted = role == ATSPI_ROLE_PUSH_BUTTON || role == ATSPI_ROLE_TEXT || role == ATSPI_ROLE_ENTRY;
  int is = own != NULL && strcmp(own, name) == 0 && acted;
  g_free(own);
  if (is) return g_object_ref(at);
  for (int index = 0; index < children; index++) {
    AtspiAccessible *child = atspi_accessible_get_child_at_index(at, index, NULL);
    if (child == NULL) continue;
    AtspiAccessible *found = find(child, name);
    g_object_unref(child);
    if (found != NULL) return found;
  }
  return NULL;
}

static AtspiAccessible *application(guint pid) {
  AtspiAccessible *desktop = atspi_get_desktop(0);
  int count = atspi_accessible_get_child_count(desktop, NULL);
  for (int index = 0; index < count; index++) {
    AtspiAccessible *app = atspi_accessible_get_child_at_index(desktop, index, NULL);
    if (app != NULL && atspi_accessible_get_process_id(app, NULL) == pid) return app;
  }
  fprintf(stderr, "There is no program with the process id %u.\n", pid);
  exit(1);
}

int main(int count, char **words) {
  if (count < 2) return 2;
  atspi_init();
  AtspiAccessible *app = application((guint)atoi(words[1]));
  GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal);
  printf("{\"ms\": 0, \"nodes\": 0}\n");
  fflush(stdout);
  char line[4096];
  while (fgets(line, sizeof line, stdin) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    gchar **request = g_strsplit(line, "\t", 3);
    AtspiAccessible *element = g_hash_table_lookup(known, request[1]);
    if (element == NULL) {
      element = find(app, request[1]);
      if (element == NULL) return 3;
      g_hash_table_insert(known, g_strdup(request[1]), element);
    }
    gint64 began = g_get_monotonic_time();
    if (strcmp(request[0], "press") == 0) {
      AtspiAction *action = atspi_accessible_get_action_iface(element);
      atspi_action_do_action(action, 0, NULL);
      g_object_unref(action);
    } else {
      AtspiEditableText *text = atspi_accessible_get_editable_text_iface(element);
      atspi_editable_text_set_text_contents(text, request[2], NULL);
      g_object_unref(text);
    }
    printf("{\"ms\": %f, \"nodes\": 1}\n", (double)(g_get_monotonic_time() - began) / 1000.0);
    fflush(stdout);
    g_strfreev(request);
  }
  return 0;
}
