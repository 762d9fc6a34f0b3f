/* SPDX-License-Identifier: EUPL-1.2 */
/* Moments: texts, days since the epoch and local time. */
#pragma once

#include "rk-xpath-private.h"

G_BEGIN_DECLS

/* The local time of @days since the epoch: (transfer full) (nullable). */
GDateTime *rk_xpath_moment_to_local (RkXPathState *state, double days);
/* @days as ISO text: a date at local midnight, else a date-time with milliseconds and offset. */
char *rk_xpath_moment_to_text (RkXPathState *state, double days);
/* Fraction of the local day of a time ("06:00:00.000+02:00"); NaN when it is none. */
double rk_xpath_parse_time (RkXPathState *state, const char *text);

/* Short names, 1 is January and Monday; @language as a form calls it (nullable). */
const char *rk_xpath_month_name (const char *language, int month);
const char *rk_xpath_day_name (const char *language, int day);

G_END_DECLS
