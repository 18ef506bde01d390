/* What the driver makes go wrong, and when. */
#ifndef SIMULATOR_FAULTS_H
#define SIMULATOR_FAULTS_H

#include "tree.h"

typedef enum { FAULT_ERROR, FAULT_SLOW, FAULT_HANG, FAULT_SLOT } FaultKind;

typedef struct Fault {
  /* What a request must match; NULL matches any. */
  const char *symbol, *app, *element, *name;
  /* Matching requests to let through first; then to meet with it, negative for all. */
  int64_t skip, times;
  FaultKind kind;
  AXError code;
  /* A slot with CFNull in it, rather than an AXError. */
  bool null;
  /* The application does it all the same: now, or once it is free again. */
  bool happened;
  double milliseconds;
  struct Fault *next;
} Fault;

/* NULL, or what is wrong with it. */
const char *faults_add(const Json *script);
void faults_reset(void);
/* The first that fits, used up by one. A fault of slots fits by element and application; its name is the slot's. */
const Fault *faults_match(const App *app, const El *el, const char *name);
/* Whether the slot of this attribute is spoilt. */
bool faults_hit_slot(const Fault *fault, const char *attribute);

#endif
