/* SPDX-License-Identifier: EUPL-1.2 */
/* The values of a range, from its start to its end, which may be the lower one. */
#pragma once

#include "rk-form.h"

G_BEGIN_DECLS

/* How many values there are; G_MAXUINT: too many to count. */
guint rk_range_count_steps (const RkControl *range);
/* The value on the 0-based place. */
double rk_range_get_step (const RkControl *range, guint place);
/* The value of the range that is nearest to @value. */
double rk_range_snap (const RkControl *range, double value);
/* As the form keeps it: (transfer full). */
char *rk_range_dup_value (double value);

G_END_DECLS
