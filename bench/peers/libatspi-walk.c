/*
 * Walks a program's tree with libatspi, on request: each line on stdin is one request, each line on stdout its answer.
 *
 * walk fresh   forget what is cached, then walk; answers {"ms": .., "nodes": ..}
 * walk cached  walk with what libatspi has kept up to date by events since
 */
#include <atspi/atspi.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned long checksum;

static bool holds_text(AtspiRole role, AtspiStateSet *states) {
  switch (role) {
  case ATSPI_ROLE_TEXT:
  case ATSPI_ROLE_ENTRY:
  case ATSPI_ROLE_TERMINAL:
  case ATSPI_ROLE_EDITBAR:
  case ATSPI_ROLE_AUTOCOMPLETE:
  case ATSPI_ROLE_DATE_EDITOR:
  case ATSPI_ROLE_DOCUMENT_TEXT:
    return true;
  default:
    return atspi_state_set_contains(states, ATSPI_STATE_EDITABLE);
  }
}

static void read_value(AtspiAccessible *node, AtspiRole role, AtspiStateSet *states) {
  AtspiValue *value = atspi_accessible_get_value_iface(node);
  if (value != NULL) {
    checksum += (unsigned long)atspi_value_get_current_value(value, NULL);
    g_object_unref(value);
    return;
  }
  if (!holds_text(role, states)) return;
  AtspiText *text = atspi_accessible_get_text_iface(node);
  if (text == NULL) return;
  gchar *content = atspi_text_get_text(text, 0, atspi_text_get_character_count(text, NULL), NULL);
  if (content != NULL) checksum += strlen(content);
  g_free(content);
  g_object_unref(text);
}

static int walk(AtspiAccessible *node, bool within_secret) {
  AtspiRole role = atspi_accessible_get_role(node, NULL);
  gchar *name = atspi_accessible_get_name(node, NULL);
  AtspiStateSet *states = atspi_accessible_get_state_set(node);
  AtspiComponent *component = atspi_accessible_get_component_iface(node);
  if (component != NULL) {
    AtspiRect *extents = atspi_component_get_extents(component, ATSPI_COORD_TYPE_SCREEN, NULL);
    if (extents != NULL) checksum += (unsigned long)(extents->x + extents->width);
    g_free(extents);
    g_object_unref(component);
  }
  bool secret = within_secret || role == ATSPI_ROLE_PASSWORD_TEXT;
  if (!secret) read_value(node, role, states);
  if (name != NULL) checksum += strlen(name);
  g_free(name);
  g_object_unref(states);
  int nodes = 1;
  int count = atspi_accessible_get_child_count(node, NULL);
  for (int index = 0; index < count; index += 1) {
    AtspiAccessible *child = atspi_accessible_get_child_at_index(node, index, NULL);
    if (child == NULL) continue;
    nodes += walk(child, secret);
    g_object_unref(child);
  }
  return nodes;
}

static AtspiAccessible *application(guint pid) {
  AtspiAccessible *desktop = atspi_get_desktop(0);
  int count = atspi_accessible_get_child_count(desktop, NULL);
  for (int index = 0; index < count; index += 1) {
    AtspiAccessible *app = atspi_accessible_get_child_at_index(desktop, index, NULL);
    if (app != NULL && atspi_accessible_get_process_id(app, NULL) == pid) return app;
    if (app != NULL) g_object_unref(app);
  }
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  atspi_init();
  AtspiAccessible *app = application((guint)atoi(argv[1]));
  if (app == NULL) return 1;
  printf("{\"ready\": true}\n");
  fflush(stdout);
  char request[64];
  while (fgets(request, sizeof request, stdin) != NULL) {
    if (strncmp(request, "walk cached", 11) != 0) atspi_accessible_clear_cache(app);
    gint64 began = g_get_monotonic_time();
    int nodes = walk(app, false);
    double took = (double)(g_get_monotonic_time() - began) / 1000;
    printf("{\"ms\": %.3f, \"nodes\": %d, \"checksum\": %lu}\n", took, nodes, checksum);
    fflush(stdout);
  }
  return 0;
}
