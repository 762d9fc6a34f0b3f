/* SPDX-License-Identifier: EUPL-1.2 */
/* Coordinates as maps copy them and as people type them. */
#include "rk-format.h"

#include <math.h>
#include <string.h>

#define MAX_PLACES 10000

/* One coordinate: degrees, perhaps minutes and seconds, perhaps a wind direction. */
#define COORDINATE                                                                                   \
  "([NSEWOZ]?)\\s*([-+\u2212]?\\d+(?:[.,]\\d+)?)\\s*(?:[°d]\\s*(?:(\\d+(?:[.,]\\d+)?)\\s*['′’]" \
  "\\s*"                                                                                             \
  "(?:(\\d+(?:[.,]\\d+)?)\\s*(?:\"|″|''|”)\\s*)?)?)?([NSEWOZ]?)"
#define PLACE_PATTERN "^\\s*(?:geo:)?" COORDINATE "\\s*[,; \\t]\\s*" COORDINATE "(?=$|[\\s,;?/])"
#define GROUPS 5

/* A part of the match as a number, 0 when it is not there. */
static double
fetch_number (GMatchInfo *match, int part)
{
  g_autofree char *text = g_match_info_fetch (match, part);

  return text != NULL ? g_ascii_strtod (g_strdelimit (text, ",", '.'), NULL) : 0;
}

/* South and west (in Dutch «Z» and «W») are negative. */
static gboolean
points_down (GMatchInfo *match, int first)
{
  g_autofree char *before = g_match_info_fetch (match, first);
  g_autofree char *after = g_match_info_fetch (match, first + GROUPS - 1);
  g_autofree char *both = g_strconcat (before != NULL ? before : "", after, NULL);

  return strpbrk (both, "SZWszw") != NULL;
}

/* The coordinate whose groups start at @first: degrees as they were written when that is all there
 * is, so that no digit is lost. (transfer full) (nullable) */
static char *
fetch_coordinate (GMatchInfo *match, int first, double limit)
{
  g_autofree char *degrees = g_match_info_fetch (match, first + 1);
  double minutes = fetch_number (match, first + 2), seconds = fetch_number (match, first + 3);
  gboolean down = points_down (match, first);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *plain = NULL;
  double value;

  if (g_str_has_prefix (degrees, "\u2212"))
    {
      memmove (degrees, degrees + strlen ("\u2212") - 1, strlen (degrees));
      degrees[0] = '-';
    }
  plain = g_strdelimit (g_strdup (*degrees == '+' ? degrees + 1 : degrees), ",", '.');
  value = g_ascii_strtod (plain, NULL);
  if (minutes >= 60 || seconds >= 60 || fabs (value) + minutes / 60 + seconds / 3600 > limit)
    return NULL;
  if (minutes == 0 && seconds == 0)
    return down && *plain != '-' ? g_strconcat ("-", plain, NULL) : g_steal_pointer (&plain);
  value = fabs (value) + minutes / 60 + seconds / 3600;
  return g_strdup (
      g_ascii_formatd (number, sizeof number, "%.7f", down || *plain == '-' ? -value : value));
}

char *
rk_parse_coordinate (const char *text, double limit)
{
  g_autoptr (GRegex) regex = g_regex_new ("^\\s*" COORDINATE "\\s*$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  return g_regex_match (regex, text, 0, &match) ? fetch_coordinate (match, 1, limit) : NULL;
}

char *
rk_parse_place (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (PLACE_PATTERN, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *latitude = NULL, *longitude = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  latitude = fetch_coordinate (match, 1, 90);
  longitude = fetch_coordinate (match, 1 + GROUPS, 180);
  if (latitude == NULL || longitude == NULL)
    return NULL;
  return g_strdup_printf ("%s %s", latitude, longitude);
}

char *
rk_parse_places (const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) places = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);
  lines = g_strsplit_set (text, "\n\r;", MAX_PLACES);
  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *half = rk_parse_coordinate (*line, G_MAXDOUBLE);
      g_autofree char *place = half == NULL ? rk_parse_place (*line) : NULL;

      if (*g_strstrip (*line) == '\0')
        continue;
      /* "51,05; 3,72": the sign stands between the two parts of one place. */
      if (place == NULL)
        return half != NULL && places->len == 0 ? rk_parse_place (text) : NULL;
      g_string_append_printf (places, "%s%s", places->len > 0 ? ";" : "", place);
    }
  return places->len > 0 ? g_strdup (places->str) : NULL;
}
