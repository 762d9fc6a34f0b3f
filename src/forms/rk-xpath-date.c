/* SPDX-License-Identifier: EUPL-1.2 */
/* Functions on dates. A moment is a text that also knows its number of days since the epoch. */
#include "config.h"
#include "rk-xpath-date.h"

#include <math.h>

static double
get_today (RkXPathState *state)
{
  g_autoptr (GDateTime) now = rk_xpath_moment_to_local (state, rk_xpath_now (state) / 86400e6);
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%d");

  return rk_xpath_parse_moment (state, text, FALSE);
}

static void
call_today (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_moment (focus->state, result, get_today (focus->state));
}

static void
call_now (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_moment (focus->state, result, rk_xpath_now (focus->state) / 86400e6);
}

/* What a date function is given. */
typedef struct
{
  double days;      /* NaN: no moment */
  gboolean empty;   /* the empty text */
  gboolean counted; /* a number, and no text or moment */
} Moment;

static Moment
get_moment (const RkXPathFocus *focus, const RkXPathExpr *call)
{
  g_auto (RkXPathValue) value = { 0 };
  g_autofree char *text = NULL;
  Moment moment = { NAN, FALSE, FALSE };

  rk_xpath_eval (focus, rk_xpath_arg (call, 0), &value);
  if (focus->state->error != NULL)
    return moment;
  moment.counted = value.type == RK_XPATH_NUMBER;
  moment.days = value.number;
  if (moment.counted || value.is_date)
    return moment;
  text = rk_xpath_to_string (focus->state, &value);
  moment.empty = *text == '\0';
  moment.days = rk_xpath_parse_moment (focus->state, text, TRUE);
  if (!isnan (moment.days))
    return moment;
  moment.days = rk_xpath_text_to_number (focus->state, text);
  moment.counted = !isnan (moment.days);
  return moment;
}

static double
get_offset (RkXPathState *state, double days)
{
  g_autoptr (GDateTime) local = rk_xpath_moment_to_local (state, days);

  return local != NULL ? g_date_time_get_utc_offset (local) / 86400e6 : NAN;
}

/* A date to which days were added across the change to or from summer time lies an hour beside
 * midnight: it means the day, so it goes there. */
static double
snap_to_midnight (RkXPathState *state, double days)
{
  const double seasons[] = { 0, -91, 91, -182, 182 };

  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      double offset = get_offset (state, days + seasons[i]);
      double midnight = round (days + offset);

      if (fabs (days + offset - midnight) < 1e-8)
        return midnight - get_offset (state, midnight - offset);
    }
  return days;
}

/* As get_moment(), where the result is a day. */
static Moment
get_day (const RkXPathFocus *focus, const RkXPathExpr *call)
{
  Moment moment = get_moment (focus, call);

  if (moment.counted && !isnan (moment.days))
    moment.days = snap_to_midnight (focus->state, moment.days);
  return moment;
}

static void
return_moment (RkXPathState *state, RkXPathValue *result, Moment moment)
{
  if (moment.empty)
    rk_xpath_return_string (result, g_strdup (""));
  else
    rk_xpath_return_moment (state, result, moment.days);
}

static void
call_date (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  return_moment (focus->state, result, get_day (focus, call));
}

static void
call_date_time (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  return_moment (focus->state, result, get_moment (focus, call));
}

static void
call_decimal_date_time (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_number (result, get_moment (focus, call).days);
}

static void
call_decimal_time (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);

  rk_xpath_return_number (result, rk_xpath_parse_time (focus->state, text));
}

static void
append_token (GString *out, GDateTime *moment, char token, const char *language)
{
  int month = g_date_time_get_month (moment);
  int year = g_date_time_get_year (moment);

  switch (token)
    {
    case 'Y': g_string_append_printf (out, "%04d", year); break;
    case 'y': g_string_append_printf (out, "%02d", year % 100); break;
    case 'm': g_string_append_printf (out, "%02d", month); break;
    case 'n': g_string_append_printf (out, "%d", month); break;
    case 'b': g_string_append (out, rk_xpath_month_name (language, month)); break;
    case 'd': g_string_append_printf (out, "%02d", g_date_time_get_day_of_month (moment)); break;
    case 'e': g_string_append_printf (out, "%d", g_date_time_get_day_of_month (moment)); break;
    case 'a':
      g_string_append (out, rk_xpath_day_name (language, g_date_time_get_day_of_week (moment)));
      break;
    case 'H': g_string_append_printf (out, "%02d", g_date_time_get_hour (moment)); break;
    case 'h': g_string_append_printf (out, "%d", g_date_time_get_hour (moment)); break;
    case 'M': g_string_append_printf (out, "%02d", g_date_time_get_minute (moment)); break;
    case 'S': g_string_append_printf (out, "%02d", g_date_time_get_second (moment)); break;
    case '3':
      g_string_append_printf (out, "%03d", g_date_time_get_microsecond (moment) / 1000);
      break;
    case '%': g_string_append_c (out, '%'); break;
    default: g_string_append_printf (out, "%%%c", token);
    }
}

/* Months and days have their names in the active language of the form. */
static void
format_moment (const RkXPathFocus *focus, const RkXPathExpr *call, double days,
               RkXPathValue *result)
{
  g_autofree char *format = rk_xpath_arg_string (focus, call, 1);
  g_autoptr (GDateTime) moment = rk_xpath_moment_to_local (focus->state, days);
  const RkXPathHost *host = focus->state->host;
  const char *language = host->language != NULL ? host->language (host->user_data) : NULL;
  GString *out = g_string_new (NULL);

  for (const char *p = format; moment != NULL && *p != '\0'; p++)
    if (*p == '%' && p[1] != '\0')
      append_token (out, moment, *++p, language);
    else
      g_string_append_c (out, *p);
  rk_xpath_return_string (result, g_string_free (out, FALSE));
}

static void
call_format_date (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  format_moment (focus, call, get_day (focus, call).days, result);
}

static void
call_format_date_time (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  format_moment (focus, call, get_moment (focus, call).days, result);
}

const RkXPathFunction rk_xpath_date_functions[] = {
  { "today", 0, 0, call_today, RK_XPATH_READ_CLOCK },
  { "now", 0, 0, call_now, RK_XPATH_READ_CLOCK },
  { "date", 1, 1, call_date },
  { "date-time", 1, 1, call_date_time },
  { "format-date", 2, 2, call_format_date, RK_XPATH_READ_LANGUAGE },
  { "format-date-time", 2, 2, call_format_date_time, RK_XPATH_READ_LANGUAGE },
  { "decimal-date-time", 1, 1, call_decimal_date_time },
  { "decimal-time", 1, 1, call_decimal_time },
  { NULL },
};
