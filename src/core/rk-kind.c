/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-kind.h"
#include "rk-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A form with all its texts is the largest value there is; more is a mistake or an attack. */
#define MAX_VALUE_BYTES (64 * 1024 * 1024)

guint
rk_kind_get_n_fields (const RkKind *kind)
{
  guint n = 0;

  while (kind->fields[n].name != NULL)
    n++;
  return n;
}

int
rk_kind_find_field (const RkKind *kind, const char *name)
{
  for (int i = 0; kind->fields[i].name != NULL; i++)
    if (g_str_equal (kind->fields[i].name, name))
      return i;
  return -1;
}

static gboolean
is_integer (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;
  gint64 number;

  if (*digits == '0' && (digits[1] != '\0' || digits != text))
    return FALSE;
  return g_ascii_isdigit (*digits) &&
         g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL);
}

/* Digits, and at most one point that has digits on both sides. */
static gboolean
is_decimal (const char *text)
{
  const char *p = *text == '-' ? text + 1 : text;
  gsize whole = strspn (p, "0123456789");
  gsize fraction;

  if (whole == 0 || (whole > 1 && *p == '0'))
    return FALSE;
  if (p[whole] == '\0')
    return TRUE;
  fraction = p[whole] == '.' ? strspn (p + whole + 1, "0123456789") : 0;
  return fraction > 0 && p[whole + 1 + fraction] == '\0';
}

static gboolean
is_date_of (const char *text, gsize length)
{
  int year, month, day;

  if (length != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  year = atoi (text);
  month = atoi (text + 5);
  day = atoi (text + 8);
  return year > 0 && month > 0 && day > 0 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
is_time (const char *text)
{
  g_autoptr (GDateTime) time = NULL;
  gsize length = strlen (text);

  if (length < 20 || text[10] != 'T' || text[length - 1] != 'Z' || !is_date_of (text, 10))
    return FALSE;
  time = g_date_time_new_from_iso8601 (text, NULL);
  return time != NULL;
}

static gboolean
is_allowed (const RkField *field, const char *value, gsize length)
{
  if (field->type == RK_FIELD_REFERENCE_SET)
    return TRUE;
  for (const RkEnumValue *v = field->values; v != NULL && v->value != NULL; v++)
    if (strlen (v->value) == length && strncmp (v->value, value, length) == 0)
      return TRUE;
  return FALSE;
}

/* Words between single blanks, each allowed, sorted and once. */
static gboolean
is_set (const RkField *field, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || !is_allowed (field, words[i], strlen (words[i])))
        return FALSE;
      if (i > 0 && strcmp (words[i - 1], words[i]) >= 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
fits (const RkField *field, const char *text)
{
  switch (field->type)
    {
    case RK_FIELD_INTEGER: return is_integer (text);
    case RK_FIELD_DECIMAL:
    case RK_FIELD_MONEY: return is_decimal (text);
    case RK_FIELD_DATE: return is_date_of (text, strlen (text));
    case RK_FIELD_TIME: return is_time (text);
    case RK_FIELD_BOOLEAN: return g_str_equal (text, "true") || g_str_equal (text, "false");
    case RK_FIELD_ENUM: return is_allowed (field, text, strlen (text));
    case RK_FIELD_ENUM_SET:
    case RK_FIELD_REFERENCE_SET: return is_set (field, text);
    case RK_FIELD_REFERENCE: return strchr (text, ' ') == NULL;
    case RK_FIELD_TEXT:
    case RK_FIELD_LONG_TEXT:
    default: return TRUE;
    }
}

static const char *
expectation (const RkField *field)
{
  switch (field->type)
    {
    case RK_FIELD_INTEGER: return _ ("Enter a whole number, for example 12.");
    case RK_FIELD_DECIMAL:
    case RK_FIELD_MONEY: return _ ("Enter a number with a point, for example 12.5.");
    case RK_FIELD_DATE: return _ ("Enter a date as year-month-day, for example 2026-12-31.");
    case RK_FIELD_TIME:
      return _ ("Enter a moment in world time, for example 2026-12-31T18:00:00Z.");
    case RK_FIELD_BOOLEAN: return _ ("Enter true or false.");
    case RK_FIELD_ENUM:
    case RK_FIELD_ENUM_SET: return _ ("Choose from the list.");
    case RK_FIELD_REFERENCE:
    case RK_FIELD_REFERENCE_SET: return _ ("Choose something that exists.");
    case RK_FIELD_TEXT:
    case RK_FIELD_LONG_TEXT:
    default: return _ ("Enter text.");
    }
}

gboolean
rk_field_check (const RkField *field, const char *text, GError **error)
{
  g_autofree char *shown = NULL;

  if (text == NULL)
    return TRUE;
  if (strlen (text) > MAX_VALUE_BYTES)
    {
      /* Translators: %s is the name of a field. */
      g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
                   _ ("“%s” was not saved: the text is too long. Shorten it."), _ (field->label));
      return FALSE;
    }
  if (g_utf8_validate (text, -1, NULL) && fits (field, text))
    return TRUE;
  shown = g_utf8_make_valid (text, (gssize) MIN (strlen (text), 80));
  /* Translators: the first %s is the name of a field, the second what was entered, the third a
   * sentence that says what is expected. */
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("“%s” cannot be “%s”. %s"), _ (field->label), shown, expectation (field));
  return FALSE;
}
