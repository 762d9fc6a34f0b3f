/* SPDX-License-Identifier: EUPL-1.2 */
/* How an entry is stored, by type. What does not fit becomes the empty string. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <math.h>
#include <string.h>

/* Seconds are not asked of a person who types a time. */
#define TIME "([01]\\d|2[0-3]):[0-5]\\d(:([0-5]\\d|60)(\\.\\d+)?)?"
#define OFFSET "(Z|[+-]\\d\\d:?\\d\\d)?"

/* --- numbers ---------------------------------------------------------------------------------- */

static gboolean
parse_number (const char *text, double *number)
{
  char *end = NULL;

  if (*text == '\0' || text[strspn (text, "+-.0123456789eE")] != '\0')
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*number);
}

static char *
encode_int (const char *text)
{
  double number;

  if (!parse_number (text, &number))
    return g_strdup ("");
  number = trunc (number);
  if (number < G_MININT32 || number > G_MAXINT32)
    return g_strdup ("");
  return g_strdup_printf ("%d", (int) number);
}

static char *
format_decimal (double number)
{
  g_autofree char *text = rk_xpath_number_to_string (number);

  return strchr (text, '.') != NULL ? g_steal_pointer (&text) : g_strconcat (text, ".0", NULL);
}

static char *
encode_decimal (const char *text)
{
  double number;

  return parse_number (text, &number) ? format_decimal (number) : g_strdup ("");
}

/* --- moments ---------------------------------------------------------------------------------- */

static gboolean
is_date (const char *text)
{
  int year, month, day;

  if (!g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\d", text, 0, 0))
    return FALSE;
  year = (int) g_ascii_strtoll (text, NULL, 10);
  month = (int) g_ascii_strtoll (text + 5, NULL, 10);
  day = (int) g_ascii_strtoll (text + 8, NULL, 10);
  return month >= 1 && month <= 12 && year >= 1 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static char *
encode_date (const char *text)
{
  gboolean fits =
      is_date (text) && (text[10] == '\0' || g_regex_match_simple ("^T" TIME "$", text + 10, 0, 0));

  return fits ? g_strndup (text, 10) : g_strdup ("");
}

static char *
encode_time (const char *text)
{
  return g_strdup (g_regex_match_simple ("^" TIME OFFSET "$", text, 0, 0) ? text : "");
}

static char *
encode_date_time (const char *text)
{
  gboolean fits = is_date (text) && (text[10] == '\0' ||
                                     g_regex_match_simple ("^T" TIME OFFSET "$", text + 10, 0, 0));

  return g_strdup (fits ? text : "");
}

/* --- places ----------------------------------------------------------------------------------- */

static char *
encode_point (const char *text)
{
  const double limits[] = { 90, 180, G_MAXDOUBLE, G_MAXDOUBLE };
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *point = g_string_new (NULL);
  double numbers[4] = { 0 };
  guint n = 0;

  for (char **word = words; *word != NULL && point->str != NULL; word++)
    {
      g_autofree char *decimal = NULL;

      if (**word == '\0')
        continue;
      if (n == 4 || !parse_number (*word, &numbers[n]) || fabs (numbers[n]) > limits[n])
        return g_string_free (g_string_truncate (point, 0), FALSE);
      decimal = format_decimal (numbers[n]);
      g_string_append_printf (point, "%s%s", n > 0 ? " " : "", decimal);
      n++;
    }
  if (n < 2 || (numbers[0] == 0 && numbers[1] == 0))
    g_string_truncate (point, 0);
  return g_string_free (point, FALSE);
}

/* Points with ';' between them; a shape ends where it began. */
static char *
encode_points (const char *text, gboolean closed)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_free);
  guint least = closed ? 3 : 2;

  for (char **part = parts; *part != NULL; part++)
    {
      char *point = *g_strstrip (*part) == '\0' ? NULL : encode_point (*part);

      if (point == NULL)
        continue;
      g_ptr_array_add (points, point);
      if (*point == '\0')
        return g_strdup ("");
    }
  if (points->len < least)
    return g_strdup ("");
  if (closed &&
      !g_str_equal (g_ptr_array_index (points, 0), g_ptr_array_index (points, points->len - 1)))
    g_ptr_array_add (points, g_strdup (g_ptr_array_index (points, 0)));
  g_ptr_array_add (points, NULL);
  return g_strjoinv (";", (char **) points->pdata);
}

/* --- by type ---------------------------------------------------------------------------------- */

char *
rk_form_encode (RkDataType type, const char *text)
{
  g_autofree char *trimmed = NULL;

  if (type == RK_DATA_STRING || type == RK_DATA_BINARY || type == RK_DATA_BOOLEAN)
    return g_strdup (text);
  trimmed = g_strstrip (g_strdup (text));
  switch (type)
    {
    case RK_DATA_INT: return encode_int (trimmed);
    case RK_DATA_DECIMAL: return encode_decimal (trimmed);
    case RK_DATA_DATE: return encode_date (trimmed);
    case RK_DATA_TIME: return encode_time (trimmed);
    case RK_DATA_DATE_TIME: return encode_date_time (trimmed);
    case RK_DATA_GEOPOINT: return encode_point (trimmed);
    case RK_DATA_GEOTRACE: return encode_points (trimmed, FALSE);
    case RK_DATA_GEOSHAPE: return encode_points (trimmed, TRUE);
    default: return g_strdup (text);
    }
}

char *
rk_form_encode_range (const RkControl *control, RkDataType type, const char *text)
{
  g_autofree char *encoded = rk_form_encode (type, text);
  double low = MIN (control->range_start, control->range_end);
  double high = MAX (control->range_start, control->range_end);
  double number;

  if (!parse_number (encoded, &number) || number < low || number > high)
    return g_strdup ("");
  return g_steal_pointer (&encoded);
}
