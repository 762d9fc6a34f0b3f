/* SPDX-License-Identifier: EUPL-1.2 */
/* Numbers, dates and words as people in Flanders write and type them.
 *
 * Always nl-BE (thousands point, decimal comma, 31/07/2027), whatever the locale of the process:
 * a score must not change its look on another computer. Only the words go through gettext. Every
 * function that returns text returns it (transfer full). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* --- numbers, out ---------------------------------------------------------------------------- */

/* Half up (towards plus infinity) at @decimals; NaN stays NaN. The one rounding of the program. */
double rk_round_half_up (double value, int decimals);
/* "1.284.600", "53,1"; @decimals -1: as many as needed, at most 6. NaN is "unknown". */
char *rk_format_number (double value, int decimals);
/* The same for an exact decimal text ("1284600.50"): no digit is lost or added. A text that is not
 * a decimal comes back as it is. */
char *rk_format_decimal (const char *decimal);
/* "69 %" with a no-break space. */
char *rk_format_percent (double value, int decimals);
/* Score with one decimal, rounded half up once: "53,1"; NaN is "unknown". */
char *rk_format_score (double score);
/* "+6,2", "−1,4" (U+2212), "0,0"; NaN is "unknown". */
char *rk_format_difference (double difference, int decimals);
/* "20.000 to 40.000". */
char *rk_format_range (double from, double to, int decimals);

/* Where an amount or a date stands. */
typedef enum
{
  RK_FORMAT_TABLE,   /* "€ 48.500", "31/07/2027" */
  RK_FORMAT_SENTENCE /* "48.500 euro", "31 July 2027" */
} RkFormatPlace;

/* Cents only when they are not zero. */
char *rk_format_money (double amount, RkFormatPlace place);

/* --- dates, out ------------------------------------------------------------------------------ */

/* @iso is a date "2027-07-31" or a time stamp "2027-07-31T08:12:00Z", shown in local time. A text
 * that is neither comes back as it is; NULL gives "". */
char *rk_format_date (const char *iso, RkFormatPlace place);
/* "Saturday 31 July 2027". */
char *rk_format_date_weekday (const char *iso);
/* "08.12 h" for a time stamp; "" for a date alone. */
char *rk_format_time (const char *iso);
/* Within 6 days "today 08.12 h", "yesterday", "in 3 days"; else as in a sentence. @now (nullable):
 * the clock. */
char *rk_format_relative (const char *iso, GDateTime *now);
/* "Q3 2027". */
char *rk_format_quarter (const char *iso);
/* Days from @now (nullable: the clock) to @iso in the local calendar, negative when past; FALSE
 * when @iso is no date. */
gboolean rk_days_until (const char *iso, GDateTime *now, int *days);

/* --- in ------------------------------------------------------------------------------------------
 */

/* What a person typed as a number: 1234, 1.234, 1 234, 12,5 and 12.5; one point before exactly
 * three digits is a thousands point. The canonical exact text ("1234", "12.5", "-0.25"), without
 * needless zeros, or NULL when it is no number. */
char *rk_parse_decimal (const char *text);
/* The same as a double; FALSE, and @value untouched, when it is no number. */
gboolean rk_parse_number (const char *text, double *value);
/* What a person typed as a date: 1/2/27, 1.2.2027, 1-2-2027, 2027-02-01, 1 februari 2027, 1/2 (this
 * year), vandaag, morgen. ISO "2027-02-01", or NULL. @now (nullable): the clock. */
char *rk_parse_date (const char *text, GDateTime *now);
/* A day that its month does not have, 31/2/2027: that day in @day, and the first of the month as an
 * ISO date. NULL when @text is a date, or none at all. */
char *rk_parse_missing_day (const char *text, GDateTime *now, int *day);
/* What a person typed as a month or as a year: 7/2027, juli 2027, 2027-07; 2027, 27. Its first day
 * as an ISO date, or NULL. A whole date does too. */
char *rk_parse_month (const char *text, GDateTime *now);
char *rk_parse_year (const char *text, GDateTime *now);
/* What a person typed as a time: 9.30, 09:30, 9u30, 9 u. "09:30:00.000", or NULL. A time as it is
 * stored ("09:30:00.000+02:00") comes back as it is. */
char *rk_parse_time (const char *text);
/* One coordinate: 51.054, 51,054, 51°03'15"N. A point is always a decimal point here. NULL when it
 * is none, or beyond @limit. */
char *rk_parse_coordinate (const char *text, double limit);
/* Coordinates: 51.0543, 3.7174; 51,0543 3,7174; 51°03'15"N 3°43'02"E; geo:51.05,3.71. Latitude and
 * longitude with a blank between them, or NULL. */
char *rk_parse_place (const char *text);
/* One or more of them, on lines or with ';' between: "51 3;52 4", or NULL. */
char *rk_parse_places (const char *text);

G_END_DECLS
