/* What the person allowed, and what the system says of it: the two differ for a while after every change. */
#ifndef SIMULATOR_PERMISSIONS_H
#define SIMULATOR_PERMISSIONS_H

#include "core.h"
#include "json.h"

void permissions_reset(void);
/* {"accessibility": true | {"reported": bool, "actual": bool}, "screenCapture": ..., "postEvents": ...} */
void permissions_change(const Json *change);
bool permissions_accessibility(void);
bool permissions_screen_capture(void);
bool permissions_post_events(void);
void permissions_secure_input(bool enabled);
/* JSON object: prompts shown. */
void permissions_report(Text *text);

#endif
