/* Makers of CF values for the library's own use, owned by the caller once like any other. */
#ifndef SIMULATOR_VALUES_H
#define SIMULATOR_VALUES_H

#include "object.h"

Object *string_make(const char *utf8);
Object *string_make_units(const UniChar *units, CFIndex length);
/* In UTF-8, freed with the next arena reset. */
const char *string_text(const Object *string);
Object *number_make_integer(int64_t integer);
Object *number_make_real(double real);
/* The shared constants, with one reference for the caller. */
Object *boolean_make(bool boolean);
Object *null_make(void);
/* Takes the items over: their references become the array's. The pointer array is copied. */
Object *array_make(Object **items, CFIndex count);
/* Takes keys and values over in the same way. */
Object *dictionary_make(Object **keys, Object **values, CFIndex count);
/* As many numbers as the type has: two, or four for a rect. */
Object *value_make(uint32_t type, const double *numbers);
Object *value_make_range(CFRange range);
Object *value_make_error(AXError error);

#endif
