/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-import-value.h"

#include "rk-format.h"
#include "rk-import-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- each type -------------------------------------------------------------------------------- */

static char *
parse_number (const char *text)
{
  g_autofree char *plain = g_strdup (text);
  static const char *const units[] = { "€", "EUR", "eur", "euro" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      char *found = strstr (plain, units[i]);

      if (found != NULL)
        memset (found, ' ', strlen (units[i]));
    }
  return rk_parse_decimal (g_strstrip (plain));
}

/* A spreadsheet writes a day as a moment: what follows the day is left out. */
static char *
parse_date (const char *text)
{
  g_autofree char *day = NULL;
  char *date = rk_parse_date (text, NULL);

  if (date != NULL || strlen (text) < 11 || (text[10] != ' ' && text[10] != 'T'))
    return date;
  day = g_strndup (text, 10);
  return rk_parse_date (day, NULL);
}

static char *
parse_time (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);
  g_autoptr (GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static char *
parse (const RkField *field, const char *text)
{
  switch (field->type)
    {
    case RK_FIELD_INTEGER:
    case RK_FIELD_DECIMAL:
    case RK_FIELD_MONEY: return parse_number (text);
    case RK_FIELD_DATE: return parse_date (text);
    case RK_FIELD_TIME: return parse_time (text);
    case RK_FIELD_BOOLEAN: return g_strdup (rk_import_find_truth (text));
    case RK_FIELD_ENUM: return g_strdup (rk_import_find_value (field, text));
    default: return g_strdup (text);
    }
}

/* --- what is expected ------------------------------------------------------------------------- */

static char *
list_values (const RkField *field)
{
  GString *list = g_string_new (NULL);

  for (const RkEnumValue *v = field->values; v->value != NULL; v++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", _ (v->label));
  return g_string_free (list, FALSE);
}

static void
set_fault (const RkField *field, GError **error)
{
  g_autofree char *list = NULL;

  switch (field->type)
    {
    case RK_FIELD_INTEGER:
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID, _ ("Enter a whole number, for example 12."));
      return;
    case RK_FIELD_DECIMAL:
    case RK_FIELD_MONEY:
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID, _ ("Enter a number, for example 1250.50."));
      return;
    case RK_FIELD_DATE:
    case RK_FIELD_TIME:
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID, _ ("Enter a date, for example 31/12/2027."));
      return;
    case RK_FIELD_BOOLEAN:
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID, _ ("Enter yes or no."));
      return;
    case RK_FIELD_ENUM:
      list = list_values (field);
      /* Translators: %s is a list of words. */
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID, _ ("Choose one of these: %s."), list);
      return;
    default: g_set_error (error, RK_ERROR, RK_ERROR_INVALID, _ ("Enter a shorter text."));
    }
}

char *
rk_import_parse_value (const RkField *field, const char *text, GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  g_autofree char *value = NULL;

  if (*plain == '\0')
    return NULL;
  value = parse (field, plain);
  if (value == NULL || (*value != '\0' && !rk_field_check (field, value, NULL)))
    {
      set_fault (field, error);
      return NULL;
    }
  return *value != '\0' ? g_steal_pointer (&value) : NULL;
}

char **
rk_import_split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, strpbrk (text, ";|\n") != NULL ? ";|\n" : ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}
