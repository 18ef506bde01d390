/* The clock of the screen, in milliseconds since the reset: real time plus what the driver advanced, or the latter
 * alone. Effects that come later wait by it. */
#ifndef SIMULATOR_SCREEN_CLOCK_H
#define SIMULATOR_SCREEN_CLOCK_H

#include <stdbool.h>

void screen_clock_reset(void);
void screen_clock_manual(bool manual);
void screen_advance(double milliseconds);
double screen_now(void);
/* core_now of a moment of this clock, or 0 where the driver alone can bring it about. */
double screen_real_time(double moment);

#endif
