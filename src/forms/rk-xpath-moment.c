/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-xpath-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DAY_US (24.0 * 60 * 60 * 1e6)

/* Reads @min to @max digits and moves on: -1 when there are fewer. */
static int
read_digits (const char **p, int min, int max)
{
  int value = 0;
  int n = 0;

  for (; n < max && g_ascii_isdigit (**p); n++, (*p)++)
    value = value * 10 + (**p - '0');
  return n >= min ? value : -1;
}

static gboolean
take (const char **p, char c)
{
  if (**p != c)
    return FALSE;
  (*p)++;
  return TRUE;
}

static GTimeZone *
get_zone (RkXPathState *state)
{
  if (state->tz == NULL)
    {
      state->tz = g_time_zone_new_local ();
      state->owns_tz = TRUE;
    }
  return state->tz;
}

/* HH:MM[:SS[.fff]]; seconds receive the fraction too. */
static gboolean
read_clock (const char **p, int *hour, int *minute, double *second)
{
  const char *start;

  *hour = read_digits (p, 2, 2);
  if (*hour < 0 || *hour > 23 || !take (p, ':'))
    return FALSE;
  *minute = read_digits (p, 2, 2);
  *second = 0;
  if (*minute < 0 || *minute > 59)
    return FALSE;
  if (!take (p, ':'))
    return TRUE;
  start = *p;
  if (read_digits (p, 2, 2) < 0)
    return FALSE;
  if (take (p, '.') && read_digits (p, 1, 9) < 0)
    return FALSE;
  *second = g_ascii_strtod (start, NULL);
  return *second < 60;
}

/* Z, ±HH:MM, ±HHMM, ±HH or nothing (@has FALSE), in minutes. */
static gboolean
read_offset (const char **p, gboolean *has, int *minutes)
{
  int sign = **p == '-' ? -1 : 1;
  int hour, minute = 0;

  *has = TRUE;
  *minutes = 0;
  if (take (p, 'Z'))
    return TRUE;
  if (!take (p, '+') && !take (p, '-'))
    return !(*has = FALSE);
  hour = read_digits (p, 2, 2);
  if (take (p, ':') || g_ascii_isdigit (**p))
    minute = read_digits (p, 2, 2);
  *minutes = sign * (hour * 60 + minute);
  return hour >= 0 && hour <= 14 && minute >= 0 && minute <= 59;
}

static double
to_days (GTimeZone *tz, int year, int month, int day, int hour, int minute, double second)
{
  g_autoptr (GDateTime) moment = g_date_time_new (tz, year, month, day, hour, minute, second);

  if (moment == NULL)
    return NAN;
  return (g_date_time_to_unix (moment) * 1e6 + g_date_time_get_microsecond (moment)) / DAY_US;
}

double
rk_xpath_parse_moment (RkXPathState *state, const char *text, gboolean lenient)
{
  const char *p = text;
  int year, month, day, offset = 0, hour = 0, minute = 0;
  double second = 0;
  gboolean has_offset = FALSE;

  while (g_ascii_isspace (*p))
    p++;
  year = read_digits (&p, 4, 4);
  if (year < 0 || !take (&p, '-'))
    return NAN;
  month = read_digits (&p, lenient ? 1 : 2, 2);
  if (month < 1 || month > 12 || !take (&p, '-'))
    return NAN;
  day = read_digits (&p, lenient ? 1 : 2, 2);
  if (day < 1 || !g_date_valid_dmy (day, month, year))
    return NAN;
  if (take (&p, 'T') &&
      !(read_clock (&p, &hour, &minute, &second) && read_offset (&p, &has_offset, &offset)))
    return NAN;
  while (g_ascii_isspace (*p))
    p++;
  if (*p != '\0')
    return NAN;
  if (!has_offset)
    return to_days (get_zone (state), year, month, day, hour, minute, second);
  {
    g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

    return to_days (utc, year, month, day, hour, minute, second) - offset / (24.0 * 60);
  }
}

GDateTime *
rk_xpath_moment_to_local (RkXPathState *state, double days)
{
  /* GDateTime knows the years 1 to 9999; what lies beyond is no moment */
  double us = round (days * DAY_US / 1000) * 1000;
  double seconds = floor (us / 1e6);
  g_autoptr (GDateTime) whole = NULL;
  g_autoptr (GDateTime) exact = NULL;

  if (!(fabs (days) < 3e6))
    return NULL;
  whole = g_date_time_new_from_unix_utc ((gint64) seconds);
  if (whole == NULL)
    return NULL;
  exact = g_date_time_add (whole, (GTimeSpan) (us - seconds * 1e6));
  return exact != NULL ? g_date_time_to_timezone (exact, get_zone (state)) : NULL;
}

char *
rk_xpath_moment_to_text (RkXPathState *state, double days)
{
  g_autoptr (GDateTime) local = rk_xpath_moment_to_local (state, days);
  int ms;
  GTimeSpan offset;

  if (local == NULL)
    return g_strdup ("Invalid Date");
  ms = g_date_time_get_microsecond (local) / 1000;
  offset = g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE;
  if (g_date_time_get_hour (local) == 0 && g_date_time_get_minute (local) == 0 &&
      g_date_time_get_second (local) == 0 && ms == 0)
    return g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (local),
                            g_date_time_get_month (local), g_date_time_get_day_of_month (local));
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%03d%c%02d:%02d",
                          g_date_time_get_year (local), g_date_time_get_month (local),
                          g_date_time_get_day_of_month (local), g_date_time_get_hour (local),
                          g_date_time_get_minute (local), g_date_time_get_second (local), ms,
                          offset < 0 ? '-' : '+', (int) (ABS (offset) / 60),
                          (int) (ABS (offset) % 60));
}

double
rk_xpath_parse_time (RkXPathState *state, const char *text)
{
  const char *p = text;
  int hour, minute, offset;
  double second, minutes;
  gboolean has_offset;

  while (g_ascii_isspace (*p))
    p++;
  if (!read_clock (&p, &hour, &minute, &second) || !read_offset (&p, &has_offset, &offset))
    return NAN;
  while (g_ascii_isspace (*p))
    p++;
  if (*p != '\0')
    return NAN;
  minutes = hour * 60 + minute + second / 60;
  if (has_offset)
    {
      g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (rk_xpath_now (state) / 1000000);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (now, get_zone (state));

      minutes += g_date_time_get_utc_offset (local) / (double) G_TIME_SPAN_MINUTE - offset;
    }
  minutes = fmod (minutes, 24 * 60);
  return (minutes < 0 ? minutes + 24 * 60 : minutes) / (24 * 60);
}

gint64
rk_xpath_now (RkXPathState *state)
{
  return state->context->now_us != 0 ? state->context->now_us : g_get_real_time ();
}

void
rk_xpath_return_moment (RkXPathState *state, RkXPathValue *result, double days)
{
  rk_xpath_return_string (result, rk_xpath_moment_to_text (state, days));
  result->is_date = TRUE;
  result->number = g_str_equal (result->string, "Invalid Date") ? NAN : days;
}
