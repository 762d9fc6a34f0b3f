/* SPDX-License-Identifier: EUPL-1.2 */
/* Times, months and years as people type them. */
#include "rk-format.h"

#include <stdlib.h>

#define TIME_PATTERN                                                                               \
  "^\\s*(\\d{1,2})(?:\\s*(?:[.:h]|u(?:ur)?)\\s*(\\d{2})(?:[.:](\\d{2}))?)?\\s*(?:uur|u\\.?|h)?"    \
  "\\s*$"
/* As it is stored already: nothing to read. */
#define STORED_PATTERN "^\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d(:?\\d\\d)?)?$"

/* A part of the match as a number; 0 when it is not there. */
static int
fetch_number (GMatchInfo *match, int part)
{
  g_autofree char *text = g_match_info_fetch (match, part);

  return text != NULL ? atoi (text) : 0;
}

char *
rk_parse_time (const char *text)
{
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  int hour, minute, second;

  g_return_val_if_fail (text != NULL, NULL);
  if (g_regex_match_simple (STORED_PATTERN, text, 0, 0) && atoi (text) < 24)
    return g_strdup (text);
  regex = g_regex_new (TIME_PATTERN, G_REGEX_CASELESS, 0, NULL);
  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  hour = fetch_number (match, 1);
  minute = fetch_number (match, 2);
  second = fetch_number (match, 3);
  if (hour > 23 || minute > 59 || second > 59)
    return NULL;
  return g_strdup_printf ("%02d:%02d:%02d.000", hour, minute, second);
}

/* @text with @before and @after it, as a date of which the first @kept characters count. */
static char *
parse_start (const char *before, const char *text, const char *after, gsize kept, const char *rest,
             GDateTime *now)
{
  g_autofree char *whole = g_strconcat (before, text, after, NULL);
  g_autofree char *date = rk_parse_date (whole, now);

  if (date == NULL)
    return NULL;
  date[kept] = '\0';
  return g_strconcat (date, rest, NULL);
}

char *
rk_parse_month (const char *text, GDateTime *now)
{
  char *month;

  g_return_val_if_fail (text != NULL, NULL);
  month = parse_start ("1 ", text, "", 7, "-01", now); /* 7/2027, juli 2027 */
  if (month == NULL)
    month = parse_start ("", text, " 1", 7, "-01", now); /* 2027-07 */
  return month != NULL ? month : parse_start ("", text, "", 7, "-01", now);
}

char *
rk_parse_year (const char *text, GDateTime *now)
{
  char *year;

  g_return_val_if_fail (text != NULL, NULL);
  year = g_regex_match_simple ("^\\s*(\\d{2}|\\d{4})\\s*$", text, 0, 0)
             ? parse_start ("1 1 ", text, "", 4, "-01-01", now)
             : NULL;
  return year != NULL ? year : parse_start ("", text, "", 4, "-01-01", now);
}
