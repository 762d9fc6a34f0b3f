/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NBSP "\xc2\xa0"
#define MINUS "\xe2\x88\x92"
#define MAX_DECIMALS 6

static const char *const months[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
  NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
  NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
  NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *const weekdays[] = {
  NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"),
  NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),  NC_ ("weekday", "Saturday"),
  NC_ ("weekday", "Sunday"),
};

/* --- numbers --------------------------------------------------------------------------------- */

double
rk_round_half_up (double value, int decimals)
{
  double scale = pow (10, decimals);

  return isfinite (value) ? floor (value * scale + 0.5) / scale : value;
}

/* Digits (an optional point among them) with thousands points and a decimal comma. */
static char *
group_digits (const char *digits, gboolean negative)
{
  const char *point = strchr (digits, '.');
  gsize whole = point != NULL ? (gsize) (point - digits) : strlen (digits);
  GString *out = g_string_new (negative ? MINUS : NULL);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, '.');
      g_string_append_c (out, digits[i]);
    }
  if (point != NULL && point[1] != '\0')
    g_string_append_printf (out, ",%s", point + 1);
  return g_string_free (out, FALSE);
}

static void
trim_zeros (char *digits)
{
  char *end = digits + strlen (digits);

  if (strchr (digits, '.') == NULL)
    return;
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
}

char *
rk_format_number (double value, int decimals)
{
  char digits[400], format[] = "%.0f";
  double rounded;

  if (!isfinite (value))
    return g_strdup (_ ("unknown"));
  decimals = MIN (decimals, MAX_DECIMALS);
  format[2] += decimals < 0 ? MAX_DECIMALS : decimals;
  rounded = rk_round_half_up (value, decimals < 0 ? MAX_DECIMALS : decimals);
  g_ascii_formatd (digits, sizeof digits, format, fabs (rounded));
  if (decimals < 0)
    trim_zeros (digits);
  return group_digits (digits, rounded < 0);
}

static gboolean
is_decimal (const char *text)
{
  gboolean point = FALSE;

  if (*text == '-')
    text++;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isdigit (*text) && (*text != '.' || point))
        return FALSE;
      point = point || *text == '.';
    }
  return TRUE;
}

char *
rk_format_decimal (const char *decimal)
{
  g_return_val_if_fail (decimal != NULL, NULL);

  if (!is_decimal (decimal))
    return g_strdup (decimal);
  return group_digits (decimal + (*decimal == '-'), *decimal == '-');
}

char *
rk_format_percent (double value, int decimals)
{
  g_autofree char *number = rk_format_number (value, decimals);

  return isfinite (value) ? g_strconcat (number, NBSP "%", NULL) : g_steal_pointer (&number);
}

char *
rk_format_score (double score)
{
  return rk_format_number (score, 1);
}

char *
rk_format_difference (double difference, int decimals)
{
  /* Symmetrical: a fall of 1,25 is as large as a rise of 1,25. */
  double size = rk_round_half_up (fabs (difference), decimals);
  g_autofree char *number = rk_format_number (size, decimals);

  if (!isfinite (difference) || size == 0)
    return g_steal_pointer (&number);
  return g_strconcat (difference < 0 ? MINUS : "+", number, NULL);
}

char *
rk_format_range (double from, double to, int decimals)
{
  g_autofree char *low = rk_format_number (from, decimals);
  g_autofree char *high = rk_format_number (to, decimals);

  /* Translators: a range of two numbers, "20.000 to 40.000". */
  return g_strdup_printf (_ ("%s to %s"), low, high);
}

char *
rk_format_money (double amount, RkFormatPlace place)
{
  double cents = rk_round_half_up (amount, 2);
  g_autofree char *number = rk_format_number (cents, cents == floor (cents) ? 0 : 2);

  if (!isfinite (amount))
    return g_steal_pointer (&number);
  if (place == RK_FORMAT_TABLE)
    return g_strconcat ("€" NBSP, number, NULL);
  /* Translators: an amount in a sentence, "48.500 euro". */
  return g_strdup_printf (_ ("%s euro"), number);
}

/* --- dates ----------------------------------------------------------------------------------- */

/* The day (and, for a time stamp, the moment) of @iso in local time: (nullable). */
static GDateTime *
read_iso (const char *iso, gboolean *has_time)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *midnight = NULL;

  if (iso == NULL)
    return NULL;
  *has_time = strchr (iso, 'T') != NULL;
  midnight = g_strconcat (iso, *has_time ? "" : "T00:00:00", NULL);
  moment = g_date_time_new_from_iso8601 (midnight, local);
  return moment != NULL ? g_date_time_to_timezone (moment, local) : NULL;
}

static char *
format_day (GDateTime *day)
{
  const char *month = months[g_date_time_get_month (day) - 1];

  return g_strdup_printf ("%d %s %d", g_date_time_get_day_of_month (day),
                          g_dpgettext2 (GETTEXT_PACKAGE, "month", month),
                          g_date_time_get_year (day));
}

static char *
format_clock (GDateTime *moment)
{
  /* Translators: a time of day, hours and minutes, "08.12 h". */
  return g_strdup_printf (_ ("%02d.%02d h"), g_date_time_get_hour (moment),
                             g_date_time_get_minute (moment));
}

char *
rk_format_date (const char *iso, RkFormatPlace place)
{
  gboolean has_time;
  g_autoptr (GDateTime) day = read_iso (iso, &has_time);

  if (day == NULL)
    return g_strdup (iso != NULL ? iso : "");
  if (place == RK_FORMAT_SENTENCE)
    return format_day (day);
  return g_strdup_printf ("%02d/%02d/%d", g_date_time_get_day_of_month (day),
                          g_date_time_get_month (day), g_date_time_get_year (day));
}

char *
rk_format_date_weekday (const char *iso)
{
  gboolean has_time;
  g_autoptr (GDateTime) day = read_iso (iso, &has_time);
  g_autofree char *rest = NULL;
  const char *name;

  if (day == NULL)
    return g_strdup (iso != NULL ? iso : "");
  rest = format_day (day);
  name = weekdays[g_date_time_get_day_of_week (day) - 1];
  return g_strdup_printf ("%s %s", g_dpgettext2 (GETTEXT_PACKAGE, "weekday", name), rest);
}

char *
rk_format_time (const char *iso)
{
  gboolean has_time = FALSE;
  g_autoptr (GDateTime) moment = read_iso (iso, &has_time);

  return moment != NULL && has_time ? format_clock (moment) : g_strdup ("");
}

static int
count_days (GDateTime *from, GDateTime *to)
{
  GDate a, b;

  g_date_set_dmy (&a, g_date_time_get_day_of_month (from), g_date_time_get_month (from),
                  g_date_time_get_year (from));
  g_date_set_dmy (&b, g_date_time_get_day_of_month (to), g_date_time_get_month (to),
                  g_date_time_get_year (to));
  return g_date_days_between (&a, &b);
}

gboolean
rk_days_until (const char *iso, GDateTime *now, int *days)
{
  gboolean has_time;
  g_autoptr (GDateTime) day = read_iso (iso, &has_time);
  g_autoptr (GDateTime) today =
      now != NULL ? g_date_time_to_local (now) : g_date_time_new_now_local ();

  if (day == NULL)
    return FALSE;
  *days = count_days (today, day);
  return TRUE;
}

char *
rk_format_relative (const char *iso, GDateTime *now)
{
  g_autofree char *clock = rk_format_time (iso);
  int days;

  if (!rk_days_until (iso, now, &days) || ABS (days) > 6)
    return rk_format_date (iso, RK_FORMAT_SENTENCE);
  if (days == 0 && *clock == '\0')
    return g_strdup (_ ("today"));
  if (days == 0)
    /* Translators: %s is a time of day. */
    return g_strdup_printf (_ ("today %s"), clock);
  if (days == -1)
    return g_strdup (_ ("yesterday"));
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  if (days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", days), days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day ago", "%d days ago", -days), -days);
}

char *
rk_format_quarter (const char *iso)
{
  gboolean has_time;
  g_autoptr (GDateTime) day = read_iso (iso, &has_time);

  if (day == NULL)
    return g_strdup (iso != NULL ? iso : "");
  /* Translators: a quarter of a year, "Q3 2027". */
  return g_strdup_printf (_ ("Q%d %d"), (g_date_time_get_month (day) + 2) / 3,
                             g_date_time_get_year (day));
}
