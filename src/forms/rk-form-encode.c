/* SPDX-License-Identifier: EUPL-1.2 */
/* How an entry is stored, by type. What does not fit becomes the empty string. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <math.h>
#include <string.h>

/* Seconds are not asked of a person who types a time: they are added. */
#define TIME "([01]\\d|2[0-3]):[0-5]\\d(:([0-5]\\d|60)(\\.\\d+)?)?"

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

/* A time of day written in full, with offset when there is one; "" when @text is none. */
static char *
complete_time (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("^" TIME "(?:(Z)|([+-]\\d\\d):?(\\d\\d))?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *seconds = NULL, *utc = NULL, *hours = NULL, *minutes = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return g_strdup ("");
  seconds = g_match_info_fetch (match, 2);
  utc = g_match_info_fetch (match, 5);
  hours = g_match_info_fetch (match, 6);
  minutes = g_match_info_fetch (match, 7);
  return g_strdup_printf ("%.5s%s%s%s%s%s", text,
                          seconds != NULL && *seconds != '\0' ? seconds : ":00",
                          utc != NULL ? utc : "", hours != NULL ? hours : "",
                          minutes != NULL && *minutes != '\0' ? ":" : "",
                          minutes != NULL ? minutes : "");
}

static char *
encode_date_time (const char *text)
{
  g_autofree char *time = is_date (text) && text[10] == 'T' ? complete_time (text + 11) : NULL;

  if (time == NULL || *time == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%.11s%s", text, time);
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

/* Whether two points as encode_point() writes them lie on the same spot, whatever their height. */
static gboolean
is_same_spot (const char *a, const char *b)
{
  g_auto (GStrv) x = g_strsplit (a, " ", 3);
  g_auto (GStrv) y = g_strsplit (b, " ", 3);

  return g_str_equal (x[0], y[0]) && g_str_equal (x[1], y[1]);
}

/* Points with ';' between them. A shape ends where it began, and is closed when it does not yet; a
 * trace never does. */
static char *
encode_points (const char *text, gboolean closed)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_free);
  gboolean returns;

  for (char **part = parts; *part != NULL; part++)
    {
      char *point = *g_strstrip (*part) == '\0' ? NULL : encode_point (*part);

      if (point == NULL)
        continue;
      g_ptr_array_add (points, point);
      if (*point == '\0')
        return g_strdup ("");
    }
  if (points->len < (closed ? 3 : 2))
    return g_strdup ("");
  returns =
      is_same_spot (g_ptr_array_index (points, 0), g_ptr_array_index (points, points->len - 1));
  if (returns && !closed)
    return g_strdup ("");
  if (closed && !returns)
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
    case RK_DATA_TIME: return complete_time (trimmed);
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

char *
rk_cell_encode (const RkCell *cell, const char *text)
{
  const RkBind *bind = cell->def->bind;
  const RkControlDef *control = cell->def->control;
  RkDataType type = bind != NULL ? bind->type : RK_DATA_STRING;

  if (*text != '\0' && control != NULL && control->public.type == RK_CONTROL_TRIGGER)
    return g_strdup (g_ascii_strcasecmp (text, "OK") == 0 ? "OK" : "");
  if (*text != '\0' && control != NULL && control->public.type == RK_CONTROL_RANGE)
    return rk_form_encode_range (&control->public, type, text);
  return rk_form_encode (type, text);
}

static void
encode_default (RkCell *cell, gpointer data)
{
  const char *stored = rk_cell_get_stored (cell);
  g_autofree char *encoded = NULL;

  if (cell->def->type != RK_DEF_LEAF || *stored == '\0')
    return;
  encoded = rk_cell_encode (cell, stored);
  if (!g_str_equal (encoded, stored))
    rk_cell_put (cell, encoded);
}

void
rk_cell_encode_defaults (RkCell *top)
{
  rk_cell_foreach (top, encode_default, NULL);
}
