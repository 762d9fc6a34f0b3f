/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio new, set and delete: one record, as one step. Values are written as people write
 * them ("in use", 31/12/2027, the name of a supplier); an empty value clears the field. */
#include "config.h"
#include "cli-portfolio.h"

#include "rk-change.h"
#include "rk-import-value.h"
#include "rk-remove.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The ids of what is named, as a set is stored: (transfer full). */
static char *
find_set (RkStore *store, const RkField *field, const char *text, GError **error)
{
  g_auto (GStrv) names = rk_import_split (text);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *id = field->target != NULL
                     ? cli_portfolio_find_record (store, rk_store_get_kind (store, field->target),
                                                  names[i], error)
                     : g_strdup (names[i]);

      if (id == NULL)
        return NULL;
      g_ptr_array_add (ids, id);
    }
  g_ptr_array_sort (ids, compare_words);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static char *
read_value (RkStore *store, const RkField *field, const char *text, GError **error)
{
  GError *cause = NULL;
  char *value;

  if (*text == '\0')
    return g_strdup ("");
  if (field->type == RK_FIELD_REFERENCE_SET)
    return find_set (store, field, text, error);
  if (field->target != NULL)
    return cli_portfolio_find_record (store, rk_store_get_kind (store, field->target), text, error);
  value = cli_portfolio_parse_value (field, text, &cause);
  if (cause == NULL)
    return value != NULL ? value : g_strdup ("");
  g_propagate_error (error, cause);
  return NULL;
}

static gboolean
put_words (RkChange *change, RkStore *store, const RkKind *kind, const char *id, char **words,
           GError **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      int field = parts[1] != NULL ? rk_kind_find_field (kind, parts[0]) : -1;
      g_autofree char *value = NULL;

      if (field < 0)
        {
          g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                       _ ("“%s” is no field of “%s”. Write FIELD=VALUE."), words[i], kind->name);
          return FALSE;
        }
      value = read_value (store, &kind->fields[field], parts[1], error);
      if (value == NULL)
        return FALSE;
      rk_change_set_field (change, kind->name, id, parts[0], value);
    }
  return TRUE;
}

static int
finish (CliContext *context, RkStore *store, const RkKind *kind, const char *id)
{
  g_autoptr (RkRecord) record = rk_store_get (store, kind->name, id, NULL);

  if (context->json && record != NULL)
    cli_survey_print_object (cli_portfolio_describe_record (record));
  else
    g_print ("%s\n", id);
  return CLI_DONE;
}

static int
save (CliContext *context, const char *kind_name, const char *name, char **words)
{
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkChange) change = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  GError *error = NULL;
  const RkKind *kind = cli_portfolio_find_kind (kind_name, &error);

  if (kind == NULL)
    return cli_fail (context, CLI_USAGE, error);
  store = cli_portfolio_open_store (context, name == NULL ? RK_STORE_CREATE : 0, &error);
  if (store != NULL)
    id = name != NULL ? cli_portfolio_find_record (store, kind, name, &error) : rk_store_new_id ();
  if (id == NULL)
    return cli_fail (context, CLI_FAILED, error);
  /* Translators: the name of a step; %s is a kind of record: "change of application". */
  label = g_strdup_printf (name != NULL ? _ ("change of %s") : _ ("new %s"), _ (kind->label));
  change = rk_change_new (store, label);
  rk_change_set (change, kind->name, id, NULL);
  if (!put_words (change, store, kind, id, words, &error) || !rk_change_apply (change, &error))
    return cli_fail (context, CLI_FAILED, error);
  return finish (context, store, kind, id);
}

int
cli_portfolio_new (CliContext *context, int argc, char **argv)
{
  if (!cli_parse (context, NULL, &argc, &argv) || argc < 3)
    return cli_wrong_usage ("portfolio", "new");
  return save (context, argv[1], NULL, argv + 2);
}

int
cli_portfolio_set (CliContext *context, int argc, char **argv)
{
  if (!cli_parse (context, NULL, &argc, &argv) || argc < 4)
    return cli_wrong_usage ("portfolio", "set");
  return save (context, argv[1], argv[2], argv + 3);
}

int
cli_portfolio_delete (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkStore) store = NULL;
  g_autofree char *id = NULL;
  GError *error = NULL;
  const RkKind *kind;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 3)
    return cli_wrong_usage ("portfolio", "delete");
  kind = cli_portfolio_find_kind (argv[1], &error);
  if (kind == NULL)
    return cli_fail (context, CLI_USAGE, error);
  store = cli_portfolio_open_store (context, 0, &error);
  id = store != NULL ? cli_portfolio_find_record (store, kind, argv[2], &error) : NULL;
  if (id == NULL ||
      !rk_portfolio_remove (store, kind->name, (const char *const[]){ id, NULL }, &error))
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    cli_survey_print_object (json_object_new ());
  return CLI_DONE;
}
