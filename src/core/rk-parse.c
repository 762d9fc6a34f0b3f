/* SPDX-License-Identifier: EUPL-1.2 */
/* The other half of rk-format.h: what people type. Nobody should have to know which separator the
 * program wants; only what can mean two things follows a rule. */
#include "config.h"
#include "rk-format.h"

#include "rk-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_DIGITS 40

/* --- numbers --------------------------------------------------------------------------------- */

/* @text with every kind of space as ' ' and every minus as '-', without the outer ones; NULL when
 * something else than digits and separators is in it. */
static char *
clean_number (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isspace (c) || c == 0xa0 || c == 0x202f || c == 0x2009)
        g_string_append_c (out, ' ');
      else if (c == 0x2212 || c == 0x2013)
        g_string_append_c (out, '-');
      else if (c < 128 && strchr ("0123456789.,+-", (int) c) != NULL)
        g_string_append_c (out, (char) c);
      else
        return NULL;
    }
  return g_strdup (g_strstrip (out->str));
}

static guint
count_char (const char *text, char c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == c;
  return n;
}

/* Which of '.' and ',' stands before the decimals: 0 when neither. */
static char
find_decimal_sign (const char *text)
{
  const char *point = strrchr (text, '.'), *comma = strrchr (text, ',');
  gsize before;

  if (point != NULL && comma != NULL)
    return point > comma ? '.' : ',';
  if (comma != NULL)
    return count_char (text, ',') == 1 ? ',' : 0;
  if (point == NULL || count_char (text, '.') > 1)
    return 0;
  before = (gsize) (point - text);
  if (strlen (point) == 4 && before >= 1 && before <= 3 && *text != '0')
    return 0; /* 1.234 is more often twelve hundred than one and a bit */
  return '.';
}

/* Appends the whole part; groups, where there are any, are of three and of one kind. */
static gboolean
append_whole (GString *out, const char *text, gsize length)
{
  char group = 0;
  gsize run = 0, groups = 0;

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      {
        g_string_append_c (out, text[i]);
        run++;
      }
    else
      {
        if ((group != 0 && (text[i] != group || run != 3)) || run == 0 || run > 3)
          return FALSE;
        group = text[i];
        groups++;
        run = 0;
      }
  return groups == 0 || run == 3;
}

static char *
finish_decimal (GString *digits, gboolean negative)
{
  char *point = strchr (digits->str, '.');
  gsize zeros;

  if (point != NULL)
    {
      while (g_str_has_suffix (digits->str, "0"))
        g_string_truncate (digits, digits->len - 1);
      if (g_str_has_suffix (digits->str, "."))
        g_string_truncate (digits, digits->len - 1);
    }
  zeros = strspn (digits->str, "0");
  if (digits->str[zeros] == '\0' || digits->str[zeros] == '.')
    zeros = zeros > 0 ? zeros - 1 : 0;
  g_string_erase (digits, 0, (gssize) zeros);
  if (negative && strcmp (digits->str, "0") != 0)
    g_string_prepend_c (digits, '-');
  return g_strdup (digits->str);
}

char *
rk_parse_decimal (const char *text)
{
  g_autofree char *clean = NULL;
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *start, *mark;
  char sign;
  gsize whole;

  g_return_val_if_fail (text != NULL, NULL);

  clean = clean_number (text);
  if (clean == NULL || strlen (clean) > MAX_DIGITS || strpbrk (clean, "0123456789") == NULL)
    return NULL;
  start = clean + strspn (clean, "+-");
  if (start - clean > 1)
    return NULL;
  start += strspn (start, " ");
  sign = find_decimal_sign (start);
  mark = sign != 0 ? strrchr (start, sign) : NULL;
  whole = mark != NULL ? (gsize) (mark - start) : strlen (start);
  if (!append_whole (digits, start, whole))
    return NULL;
  if (digits->len == 0)
    g_string_append_c (digits, '0');
  if (mark != NULL && strspn (mark + 1, "0123456789") != strlen (mark + 1))
    return NULL;
  if (mark != NULL)
    g_string_append_printf (digits, ".%s", mark + 1);
  return finish_decimal (digits, *clean == '-');
}

gboolean
rk_parse_number (const char *text, double *value)
{
  g_autofree char *decimal = rk_parse_decimal (text);

  if (decimal == NULL)
    return FALSE;
  *value = g_ascii_strtod (decimal, NULL);
  return TRUE;
}

/* --- dates ----------------------------------------------------------------------------------- */

/* Words for days. The Dutch stands beside the translation: dates look Dutch in every locale. */
static const struct
{
  const char *word, *dutch;
  int offset;
} days[] = {
  { N_ ("today"), "vandaag", 0 },
  { N_ ("tomorrow"), "morgen", 1 },
  { N_ ("the day after tomorrow"), "overmorgen", 2 },
  { N_ ("yesterday"), "gisteren", -1 },
  { N_ ("the day before yesterday"), "eergisteren", -2 },
};

static const char *const dutch_months[] = { "januari",   "februari", "maart",    "april",
                                            "mei",       "juni",     "juli",     "augustus",
                                            "september", "oktober",  "november", "december" };
static const char *const english_months[] = { "January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December" };

static gboolean
names_month (const char *folded, const char *month)
{
  g_autofree char *name = rk_text_fold (month);

  return strlen (folded) >= 3 && g_str_has_prefix (name, folded);
}

static int
find_month (const char *folded)
{
  if (strcmp (folded, "mrt") == 0)
    return 3;
  for (guint i = 0; i < G_N_ELEMENTS (dutch_months); i++)
    if (names_month (folded, dutch_months[i]) ||
        names_month (folded, g_dpgettext2 (GETTEXT_PACKAGE, "month", english_months[i])))
      return (int) i + 1;
  return 0;
}

static char *
iso_from_day (GDateTime *today, int offset)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (today, offset);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* 27 is 2027, 85 is 1985: people seldom look further ahead than fifty years. */
static int
complete_year (int year, gsize digits, GDateTime *today)
{
  int this_year = g_date_time_get_year (today);

  if (digits > 2)
    return year;
  year += this_year / 100 * 100;
  return year > this_year + 50 ? year - 100 : year;
}

static gboolean
read_part (const char *part, int *value)
{
  gsize length = strlen (part);

  if (length == 0 || length > 4 || strspn (part, "0123456789") != length)
    return FALSE;
  *value = atoi (part);
  return TRUE;
}

/* @parts: day, month (number or name), and perhaps the year; or year first when it has 4 digits. */
static gboolean
read_parts (char **parts, GDateTime *today, int *day, int *month, int *year)
{
  guint n = g_strv_length (parts);
  gboolean iso = n == 3 && strlen (parts[0]) == 4;
  const char *year_part = n == 3 ? parts[iso ? 0 : 2] : NULL;

  *year = g_date_time_get_year (today);
  if (n < 2 || n > 3 || !read_part (parts[iso ? 2 : 0], day) ||
      (year_part != NULL && !read_part (year_part, year)))
    return FALSE;
  if (!read_part (parts[1], month))
    *month = find_month (parts[1]);
  if (year_part != NULL)
    *year = complete_year (*year, strlen (year_part), today);
  return *month >= 1 && *month <= 12 && *year >= 1000;
}

char *
rk_parse_date (const char *text, GDateTime *now)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GDateTime) today =
      now != NULL ? g_date_time_to_local (now) : g_date_time_new_now_local ();
  int day, month, year;

  g_return_val_if_fail (text != NULL, NULL);

  folded = rk_text_fold (text); /* every separator is a blank now */
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *word = rk_text_fold (_ (days[i].word));

      if (strcmp (folded, days[i].dutch) == 0 || strcmp (folded, word) == 0)
        return iso_from_day (today, days[i].offset);
    }
  parts = g_strsplit (folded, " ", -1);
  if (!read_parts (parts, today, &day, &month, &year) ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

char *
rk_parse_missing_day (const char *text, GDateTime *now, int *missing)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GDateTime) today =
      now != NULL ? g_date_time_to_local (now) : g_date_time_new_now_local ();
  int day, month, year;

  g_return_val_if_fail (text != NULL && missing != NULL, NULL);
  folded = rk_text_fold (text);
  parts = g_strsplit (folded, " ", -1);
  if (!read_parts (parts, today, &day, &month, &year) || day < 29 || day > 31 ||
      g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  *missing = day;
  return g_strdup_printf ("%04d-%02d-01", year, month);
}
