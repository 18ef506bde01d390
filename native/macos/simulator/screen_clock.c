#include "screen_clock.h"

#include "core.h"

static double began, advanced;
static bool manual;

void screen_clock_reset(void) {
  began = core_now();
  advanced = 0;
  manual = false;
}

double screen_now(void) { return advanced + (manual ? 0 : core_now() - began); }

void screen_clock_manual(bool now_manual) {
  const double now = screen_now();
  began = core_now();
  advanced = now;
  manual = now_manual;
}

void screen_advance(double milliseconds) { advanced += milliseconds; }

double screen_real_time(double moment) { return manual ? 0 : core_now() + (moment - screen_now()); }
