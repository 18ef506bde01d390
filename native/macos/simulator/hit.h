/* What lies under a point. */
#ifndef SIMULATOR_HIT_H
#define SIMULATOR_HIT_H

#include "tree.h"

/* The deepest element of the topmost open menu or window there; of `only` alone where it is not NULL. NULL where
 * there is none. */
El *hit_test(CGPoint point, const App *only);
bool rect_has(const CGRect *rect, CGPoint point);

#endif
