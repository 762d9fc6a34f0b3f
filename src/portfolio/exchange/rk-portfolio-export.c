/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-portfolio-export.h"

#include "rk-csv-text.h"
#include "rk-import-index.h"
#include "rk-import-names.h"
#include "rk-portfolio-json.h"
#include "rk-portfolio-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- text tables ------------------------------------------------------------------------------ */

typedef struct
{
  RkStore *store;
  const RkKind *kind;
  RkLevel level;
  char separator;
  gboolean words;
  RkImportIndex *index;
  GString *text;
} Table;

static const RkKind *
get_target (Table *table, const RkField *field)
{
  return field->target != NULL ? rk_store_get_kind (table->store, field->target) : NULL;
}

static void
append_header (Table *table)
{
  rk_csv_append (table->text, table->words ? _ ("Id") : "id", table->separator, TRUE);
  for (const RkField *field = table->kind->fields; field->name != NULL; field++)
    {
      g_autofree char *beside = rk_import_dup_beside (table->kind, field);

      if (!rk_level_shows_field (table->level, table->kind, field))
        continue;
      if (field->target == NULL || !table->words)
        rk_csv_append (table->text, table->words ? _ (field->label) : field->name, table->separator,
                                                      FALSE);
      if (field->target != NULL)
        rk_csv_append (table->text, table->words ? _ (field->label) : beside, table->separator,
                                                      FALSE);
    }
  g_string_append (table->text, "\r\n");
}

/* The names of what a reference leads to: (transfer full) (nullable). */
static char *
dup_names (Table *table, const RkField *field, const char *value)
{
  g_auto (GStrv) ids = value != NULL ? g_strsplit (value, " ", -1) : NULL;
  GString *names;

  if (ids == NULL)
    return NULL;
  names = g_string_new (NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "",
                            rk_import_index_get_name (table->index, get_target (table, field),
                                                      ids[i], NULL));
  return g_string_free (names, FALSE);
}

static const char *
get_word (Table *table, const RkField *field, const char *value)
{
  if (value == NULL || !table->words)
    return value;
  if (field->type == RK_FIELD_BOOLEAN)
    return g_str_equal (value, "true") ? _ ("Yes") : _ ("No");
  for (const RkEnumValue *v = field->values; v != NULL && v->value != NULL; v++)
    if (g_str_equal (v->value, value))
      return _ (v->label);
  return value;
}

/* The parts of a set as they are read again: between semicolons. */
static void
append_value (Table *table, const RkField *field, const char *value)
{
  gboolean is_set = field->type == RK_FIELD_REFERENCE_SET || field->type == RK_FIELD_ENUM_SET;
  g_autofree char *parts =
      is_set && value != NULL ? g_strdelimit (g_strdup (value), " ", ';') : NULL;

  rk_csv_append (table->text, parts != NULL ? parts : get_word (table, field, value),
                 table->separator, FALSE);
}

static void
append_record (Table *table, RkRecord *record)
{
  rk_csv_append (table->text, rk_record_get_id (record), table->separator, TRUE);
  for (const RkField *field = table->kind->fields; field->name != NULL; field++)
    {
      const char *value = rk_record_get (record, field->name);
      g_autofree char *names = NULL;

      if (!rk_level_shows_field (table->level, table->kind, field))
        continue;
      if (field->target == NULL || !table->words)
        append_value (table, field, value);
      if (field->target == NULL)
        continue;
      names = dup_names (table, field, value);
      rk_csv_append (table->text, names, table->separator, FALSE);
    }
  g_string_append (table->text, "\r\n");
}

static gboolean
append_record_cb (RkRecord *record, gpointer data, GError **error)
{
  Table *table = data;

  if (rk_level_shows_record (table->level, record))
    append_record (table, record);
  return TRUE;
}

static gboolean
append_records (Table *table, const char *where, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  if (where == NULL)
    return rk_store_foreach (table->store, table->kind->name, append_record_cb, table, error);
  records = rk_store_list (table->store, table->kind->name, where, NULL, error, NULL);
  for (guint i = 0; records != NULL && i < records->len; i++)
    append_record_cb (records->pdata[i], table, NULL);
  return records != NULL;
}

GString *
rk_portfolio_to_csv (RkStore *store, const RkKind *kind, RkLevel level, char separator,
                     gboolean words, const char *where, GError **error)
{
  g_autoptr (RkImportIndex) index = rk_import_index_new (store);
  g_autoptr (GString) text = g_string_new (NULL);
  Table table = { store, kind, level, separator, words, index, text };

  g_return_val_if_fail (RK_IS_STORE (store) && kind != NULL, NULL);
  if (!rk_level_shows_kind (level, kind))
    {
      /* Translators: a kind of record, plural, and the name of a level ("public"). */
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("No %s leave with the level “%s”. Choose another level."),
                      _ (kind->label_plural), rk_level_to_text (level));
      return NULL;
    }
  append_header (&table);
  return append_records (&table, where, error) ? g_steal_pointer (&text) : NULL;
}

/* --- the document ----------------------------------------------------------------------------- */

typedef struct
{
  JsonArray *records;
  RkLevel level;
} Listing;

static void
add_words (JsonObject *object, const char *name, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  JsonArray *array = json_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    json_array_add_string_element (array, words[i]);
  json_object_set_array_member (object, name, array);
}

static void
add_value (JsonObject *object, const RkField *field, const char *text)
{
  switch (field->type)
    {
    case RK_FIELD_INTEGER:
      json_object_set_int_member (object, field->name, g_ascii_strtoll (text, NULL, 10));
      return;
    case RK_FIELD_DECIMAL:
    case RK_FIELD_MONEY:
      /* As many digits as a number of JSON has for sure; an amount with more stays text. */
      if (strlen (text) <= 15)
        json_object_set_double_member (object, field->name, g_ascii_strtod (text, NULL));
      else
        json_object_set_string_member (object, field->name, text);
      return;
    case RK_FIELD_BOOLEAN:
      json_object_set_boolean_member (object, field->name, g_str_equal (text, "true"));
      return;
    case RK_FIELD_ENUM_SET:
    case RK_FIELD_REFERENCE_SET: add_words (object, field->name, text); return;
    default: json_object_set_string_member (object, field->name, text);
    }
}

static gboolean
add_record_cb (RkRecord *record, gpointer data, GError **error)
{
  Listing *listing = data;
  const RkKind *kind = rk_record_get_kind (record);
  const char *extra = rk_record_get_extra (record);
  g_autoptr (JsonNode) node =
      extra != NULL && listing->level == RK_LEVEL_FULL ? json_from_string (extra, NULL) : NULL;
  JsonObject *object;

  if (!rk_level_shows_record (listing->level, record))
    return TRUE;
  object = json_object_new ();
  json_object_set_string_member (object, "id", rk_record_get_id (record));
  for (const RkField *field = kind->fields; field->name != NULL; field++)
    {
      const char *text = rk_record_get (record, field->name);

      if (text != NULL && rk_level_shows_field (listing->level, kind, field))
        add_value (object, field, text);
    }
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    json_object_set_member (object, "extra", g_steal_pointer (&node));
  json_array_add_object_element (listing->records, object);
  return TRUE;
}

static void
add_left_out (JsonObject *object, RkLevel level)
{
  g_autoptr (GPtrArray) fields = rk_level_list_left_out (level, rk_portfolio_kinds);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < fields->len; i++)
    json_array_add_string_element (array, fields->pdata[i]);
  json_object_set_array_member (object, "left_out", array);
}

JsonNode *
rk_portfolio_to_json (RkStore *store, RkLevel level, GError **error)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);

  json_object_unref (object); /* the node has it */
  json_object_set_string_member (object, "format", "regiekamer-portfolio");
  json_object_set_int_member (object, "version", 1);
  json_object_set_string_member (object, "level", rk_level_to_text (level));
  if (level != RK_LEVEL_FULL)
    add_left_out (object, level);
  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    {
      Listing listing = { NULL, level };

      if (!rk_portfolio_json_has_kind (rk_portfolio_kinds[i]) ||
          !rk_level_shows_kind (level, rk_portfolio_kinds[i]))
        continue;
      listing.records = json_array_new ();
      json_object_set_array_member (object, rk_portfolio_kinds[i]->name, listing.records);
      if (!rk_store_foreach (store, rk_portfolio_kinds[i]->name, add_record_cb, &listing, error))
        return NULL;
    }
  return g_steal_pointer (&root);
}
