/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio list and show: records of a kind, and one of them. */
#include "config.h"
#include "cli-portfolio.h"

#include "rk-import-index.h"
#include "rk-import-value.h"
#include "rk-portfolio-export.h"
#include "rk-portfolio-kinds.h"

#include <glib/gi18n-lib.h>

const RkKind *
cli_portfolio_find_kind (const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    {
      if (g_str_equal (rk_portfolio_kinds[i]->name, name))
        return rk_portfolio_kinds[i];
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", rk_portfolio_kinds[i]->name);
    }
  /* Translators: the second %s is a list of words. */
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("“%s” is no kind. Choose one of: %s."), name, names->str);
  return NULL;
}

char *
cli_portfolio_find_record (RkStore *store, const RkKind *kind, const char *name, GError **error)
{
  g_autoptr (RkImportIndex) index = rk_import_index_new (store);
  const char *id;
  GError *local_error = NULL;
  RkFound found = rk_import_index_find (index, kind, name, NULL, &id, &local_error);

  if (found == RK_FOUND_ONE)
    return g_strdup (id);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else if (found == RK_FOUND_SEVERAL)
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 _ ("There are several %s named “%s”. Give the id of one of them."),
                    _ (kind->label_plural), name);
  else
    g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                 _ ("There is no %s named “%s”."), _ (kind->label), name);
  return NULL;
}

char *
cli_portfolio_parse_value (const RkField *field, const char *text, GError **error)
{
  g_autoptr (GError) cause = NULL;
  char *value = rk_import_parse_value (field, text, &cause);

  if (cause != NULL)
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 _ ("“%s” cannot be “%s”. %s"), field->name, text, cause->message);
  return value;
}

JsonObject *
cli_portfolio_describe_record (RkRecord *record)
{
  const RkKind *kind = rk_record_get_kind (record);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", rk_record_get_id (record));
  for (const RkField *field = kind->fields; field->name != NULL; field++)
    cli_portfolio_set_text (object, field->name, rk_record_get (record, field->name));
  json_object_set_string_member (object, "created_at", rk_record_get_created_at (record));
  json_object_set_string_member (object, "updated_at", rk_record_get_updated_at (record));
  return object;
}

/* --- list ------------------------------------------------------------------------------------- */

/* The value of a condition: NULL without @error for what is unknown. */
static char *
find_value (RkStore *store, const RkField *field, const char *text, GError **error)
{
  if (*text == '\0')
    return NULL;
  return field->target != NULL
             ? cli_portfolio_find_record (store, rk_store_get_kind (store, field->target), text,
                                          error)
             : cli_portfolio_parse_value (field, text, error);
}

/* "status=in_use" as a condition: the value as people write it too; "status=" is unknown. */
static gboolean
append_condition (GString *where, RkStore *store, const RkKind *kind, const char *word,
                  GPtrArray *values, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (word, "=", 2);
  int i = parts[1] != NULL ? rk_kind_find_field (kind, parts[0]) : -1;
  const RkField *field = i >= 0 ? &kind->fields[i] : NULL;
  GError *local_error = NULL;
  char *value;

  if (field == NULL)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("“%s” is no condition. Write FIELD=VALUE, with a field of “%s”."), word,
                      kind->name);
      return FALSE;
    }
  value = find_value (store, field, parts[1], &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  g_string_append (where, where->len > 0 ? " AND " : "");
  if (value == NULL)
    {
      g_string_append_printf (where, "%s IS NULL", field->name);
      return TRUE;
    }
  g_ptr_array_add (values, value);
  if (field->type == RK_FIELD_REFERENCE_SET)
    g_string_append_printf (where, "instr (' ' || %s || ' ', ' ' || ?%u || ' ') > 0", field->name,
                            values->len);
  else
    g_string_append_printf (where, "%s = ?%u", field->name, values->len);
  return TRUE;
}

#define MAX_CONDITIONS 4

static GPtrArray *
list_records (RkStore *store, const RkKind *kind, char **conditions, GError **error)
{
  g_autoptr (GString) where = g_string_new (NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    if (!append_condition (where, store, kind, conditions[i], values, error))
      return NULL;
  if (values->len > MAX_CONDITIONS)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("Give at most %d conditions."), MAX_CONDITIONS);
      return NULL;
    }
  g_ptr_array_set_size (values, MAX_CONDITIONS);
  return rk_store_list (store, kind->name, where->len > 0 ? where->str : NULL, kind->title_field,
                        error, values->pdata[0], values->pdata[1], values->pdata[2],
                        values->pdata[3], NULL);
}

int
cli_portfolio_list (CliContext *context, int argc, char **argv)
{
  g_auto (GStrv) conditions = NULL;
  const GOptionEntry entries[] = {
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &conditions, NULL, NULL },
    { NULL },
  };
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GPtrArray) records = NULL;
  GError *error = NULL;
  const RkKind *kind;
  JsonArray *array;
  JsonObject *object;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("portfolio", "list");
  kind = cli_portfolio_find_kind (argv[1], &error);
  if (kind == NULL)
    return cli_fail (context, CLI_USAGE, error);
  store = cli_portfolio_open_store (context, RK_STORE_READ_ONLY, &error);
  records = store != NULL ? list_records (store, kind, conditions, &error) : NULL;
  if (records == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (!context->json)
    {
      for (guint i = 0; i < records->len; i++)
        g_print ("%s  %s\n", rk_record_get_id (records->pdata[i]),
                 rk_record_get_title (records->pdata[i]));
      return CLI_DONE;
    }
  array = json_array_new ();
  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (array, cli_portfolio_describe_record (records->pdata[i]));
  object = json_object_new ();
  json_object_set_string_member (object, "kind", kind->name);
  json_object_set_array_member (object, "records", array);
  cli_survey_print_object (object);
  return CLI_DONE;
}

/* --- show ------------------------------------------------------------------------------------- */

static void
print_record (RkStore *store, RkRecord *record)
{
  const RkKind *kind = rk_record_get_kind (record);
  g_autoptr (RkImportIndex) index = rk_import_index_new (store);

  for (const RkField *field = kind->fields; field->name != NULL; field++)
    {
      const char *text = rk_record_get (record, field->name);
      g_auto (GStrv) ids = NULL;

      if (text == NULL)
        continue;
      g_print ("%s: %s\n", field->name, text);
      if (field->target == NULL)
        continue;
      ids = g_strsplit (text, " ", -1);
      for (guint i = 0; ids[i] != NULL; i++)
        g_print ("    %s\n",
                 rk_import_index_get_name (index, rk_store_get_kind (store, field->target), ids[i],
                                           NULL));
    }
}

int
cli_portfolio_show (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkRecord) record = NULL;
  g_autofree char *id = NULL;
  GError *error = NULL;
  const RkKind *kind;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 3)
    return cli_wrong_usage ("portfolio", "show");
  kind = cli_portfolio_find_kind (argv[1], &error);
  if (kind == NULL)
    return cli_fail (context, CLI_USAGE, error);
  store = cli_portfolio_open_store (context, RK_STORE_READ_ONLY, &error);
  id = store != NULL ? cli_portfolio_find_record (store, kind, argv[2], &error) : NULL;
  record = id != NULL ? rk_store_get (store, kind->name, id, &error) : NULL;
  if (record == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    cli_survey_print_object (cli_portfolio_describe_record (record));
  else
    print_record (store, record);
  return CLI_DONE;
}
