/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-field-words.h"
#include "rk-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- names ----------------------------------------------------------------------------------- */

static const char *
find_label (const RkField *field, const char *value)
{
  for (const RkEnumValue *v = field->values; v != NULL && v->value != NULL; v++)
    if (g_str_equal (v->value, value))
      return _ (v->label);
  return value;
}

/* A record that is named by what it refers to does not go on through that. */
static char *
dup_title (RkStore *store, const char *kind, const char *id)
{
  g_autoptr (RkRecord) record = rk_store_get (store, kind, id, NULL);

  return g_strdup (record != NULL ? rk_record_get_title (record) : "");
}

static char *
dup_end (RkStore *store, RkRecord *record, const char *reference, const char *outside)
{
  const char *id = rk_record_get (record, reference);
  const char *name = rk_record_get (record, outside);

  if (id != NULL)
    return dup_title (store, "application", id);
  return g_strdup (name != NULL ? name : _ ("unknown"));
}

static char *
dup_interface_name (RkStore *store, RkRecord *record)
{
  g_autofree char *source = dup_end (store, record, "source", "source_name");
  g_autofree char *target = dup_end (store, record, "target", "target_name");

  return g_strdup_printf ("%s → %s", source, target);
}

/* The first thing that it refers to, the application aside: that is where one looks from. */
static char *
dup_subject (RkStore *store, RkRecord *record)
{
  const RkKind *kind = rk_record_get_kind (record);

  for (const RkField *field = kind->fields; field->name != NULL; field++)
    {
      const char *id = rk_record_get (record, field->name);

      if (field->type == RK_FIELD_REFERENCE && id != NULL &&
          !g_str_equal (field->target, "application") && !g_str_equal (field->name, "product"))
        return dup_title (store, field->target, id);
    }
  return g_strdup ("");
}

char *
rk_record_dup_name (RkStore *store, RkRecord *record)
{
  g_autofree char *subject = NULL;
  g_autofree char *title = NULL;
  const RkKind *kind;
  const RkField *field;

  g_return_val_if_fail (RK_IS_STORE (store) && RK_IS_RECORD (record), NULL);
  kind = rk_record_get_kind (record);
  field = &kind->fields[rk_kind_find_field (kind, kind->title_field)];
  if (field->type == RK_FIELD_TEXT && *rk_record_get_title (record) != '\0')
    return g_strdup (rk_record_get_title (record));
  if (g_str_equal (kind->name, "interface"))
    return dup_interface_name (store, record);
  subject = dup_subject (store, record);
  title = rk_field_dup_text (store, field, rk_record_get (record, field->name));
  if (*subject != '\0' && *title != '\0')
    return g_strdup_printf ("%s: %s", subject, title);
  if (*subject == '\0' && *title == '\0')
    return g_strdup (_ (kind->label));
  return g_strdup (*subject != '\0' ? subject : title);
}

char *
rk_kind_dup_title (const RkKind *kind)
{
  const char *label = _ (kind->label);
  g_autofree char *first = g_utf8_substring (label, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_offset_to_pointer (label, 1), NULL);
}

char *
rk_record_dup_name_of (RkStore *store, const char *kind, const char *id)
{
  g_autoptr (RkRecord) record = rk_store_get (store, kind, id, NULL);

  return record != NULL ? rk_record_dup_name (store, record) : g_strdup ("");
}

/* --- out ------------------------------------------------------------------------------------- */

static char *
dup_set (RkStore *store, const RkField *field, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *name = field->type == RK_FIELD_REFERENCE_SET && field->target != NULL
                                  ? dup_title (store, field->target, words[i])
                                  : g_strdup (find_label (field, words[i]));

      if (*name != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rk_field_dup_text (RkStore *store, const RkField *field, const char *value)
{
  g_autofree char *title = NULL;

  if (value == NULL || *value == '\0')
    return g_strdup ("");
  switch (field->type)
    {
    case RK_FIELD_INTEGER:
    case RK_FIELD_DECIMAL: return rk_format_decimal (value);
    case RK_FIELD_MONEY: return rk_format_money (g_ascii_strtod (value, NULL), RK_FORMAT_TABLE);
    case RK_FIELD_DATE:
    case RK_FIELD_TIME: return rk_format_date (value, RK_FORMAT_TABLE);
    case RK_FIELD_BOOLEAN: return g_strdup (g_str_equal (value, "true") ? _ ("Yes") : _ ("No"));
    case RK_FIELD_ENUM: return g_strdup (find_label (field, value));
    case RK_FIELD_ENUM_SET:
    case RK_FIELD_REFERENCE_SET: return dup_set (store, field, value);
    case RK_FIELD_REFERENCE:
      title = rk_record_dup_name_of (store, field->target, value);
      return g_strdup (*title != '\0' ? title : _ ("unknown"));
    case RK_FIELD_TEXT:
    case RK_FIELD_LONG_TEXT:
    default: return g_strdup (value);
    }
}

char *
rk_field_dup_typed (const RkField *field, const char *value)
{
  if (value == NULL || *value == '\0')
    return g_strdup ("");
  switch (field->type)
    {
    case RK_FIELD_INTEGER:
    case RK_FIELD_DECIMAL:
    case RK_FIELD_MONEY: return rk_format_decimal (value);
    case RK_FIELD_DATE: return rk_format_date (value, RK_FORMAT_TABLE);
    case RK_FIELD_TEXT:
    case RK_FIELD_LONG_TEXT:
    case RK_FIELD_TIME:
    case RK_FIELD_BOOLEAN:
    case RK_FIELD_ENUM:
    case RK_FIELD_REFERENCE:
    case RK_FIELD_ENUM_SET:
    case RK_FIELD_REFERENCE_SET:
    default: return g_strdup (value);
    }
}

/* --- in -------------------------------------------------------------------------------------- */

static const char *
expectation (const RkField *field)
{
  switch (field->type)
    {
    case RK_FIELD_INTEGER: return _ ("Enter a whole number, without letters. Example: 12.");
    case RK_FIELD_DECIMAL: return _ ("Enter a number, without letters. Example: 12,5.");
    case RK_FIELD_MONEY: return _ ("Enter an amount in euro, without letters. Example: 12.500.");
    case RK_FIELD_DATE: return _ ("Enter a date, for example 31/12/2027.");
    default: return _ ("Choose from the list.");
    }
}

static char *
parse (const RkField *field, const char *text)
{
  switch (field->type)
    {
    case RK_FIELD_INTEGER:
    case RK_FIELD_DECIMAL:
    case RK_FIELD_MONEY: return rk_parse_decimal (text);
    case RK_FIELD_DATE: return rk_parse_date (text, NULL);
    default: return g_strdup (text);
    }
}

static gboolean
fail (const RkField *field, GError **error)
{
  g_set_error_literal (error, RK_ERROR, RK_ERROR_INVALID, expectation (field));
  return FALSE;
}

gboolean
rk_field_parse (const RkField *field, const char *typed, char **value, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autofree char *parsed = NULL;

  *value = NULL;
  if (*text == '\0')
    {
      if ((field->flags & RK_FIELD_REQUIRED) == 0)
        return TRUE;
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   /* Translators: the name of a field */
                   _ ("“%s” cannot be left open. The earlier value stays."), _ (field->label));
      return FALSE;
    }
  parsed = parse (field, text);
  if (parsed == NULL || !rk_field_check (field, parsed, NULL))
    return fail (field, error);
  /* Nothing here is less than nothing: an amount, a number of months, of users. */
  if (*parsed == '-' && field->type != RK_FIELD_TEXT && field->type != RK_FIELD_LONG_TEXT)
    return fail (field, error);
  *value = g_steal_pointer (&parsed);
  return TRUE;
}

char *
rk_field_dup_step (const RkField *field, const char *record_name)
{
  /* Translators: the name of a step: a field, then the record that it is of */
  return g_strdup_printf (_ ("%s of %s"), _ (field->label), record_name);
}
