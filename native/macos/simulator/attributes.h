/* Reading an element: which attributes it has, and their values as CF objects. */
#ifndef SIMULATOR_ATTRIBUTES_H
#define SIMULATOR_ATTRIBUTES_H

#include "names.h"
#include "object.h"
#include "tree.h"

/* Another proxy each time, as on a Mac; owned by the caller. */
Object *proxy_make(const El *el);
void attribute_names(const El *el, Names *names);
/* Attributes that are lists of elements, read piece by piece: -1 where `name` is none of this element. */
int64_t attribute_list_count(const El *el, const char *name);
El *attribute_list_item(El *el, const char *name, int64_t index);
/* A list without an end is never read whole. */
bool attribute_is_endless(const El *el, const char *name);
/* Success with a new object, AttributeUnsupported, NoValue, or what the script answers. */
AXError attribute_read(El *el, const char *name, Object **value);

/* The two ways between script values and CF. */
AXError value_from_json(const Json *json, Object **value);
/* NULL where no script could say it. */
Json *value_to_json(const Object *value);

#endif
