/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-range-steps.h"

#include <math.h>

static double
step_size (const RkControl *range)
{
  double step = fabs (range->range_step);

  return isfinite (step) && step > 0 ? step : 1;
}

guint
rk_range_count_steps (const RkControl *range)
{
  double n = fabs (range->range_end - range->range_start) / step_size (range);

  /* A little more than what the division gives: 0.3 / 0.1 is not quite 3. */
  return n < 1e9 ? (guint) floor (n + 1e-9) + 1 : G_MAXUINT;
}

double
rk_range_get_step (const RkControl *range, guint place)
{
  double way = place * step_size (range);

  return range->range_start <= range->range_end ? range->range_start + way
                                                : range->range_start - way;
}

double
rk_range_snap (const RkControl *range, double value)
{
  double place = round (fabs (value - range->range_start) / step_size (range));
  double last = rk_range_count_steps (range) - 1.0;

  return rk_range_get_step (range, (guint) CLAMP (place, 0, last));
}

char *
rk_range_dup_value (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g", value));
}
