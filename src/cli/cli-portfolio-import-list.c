/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio import of what is no model: a list (CSV, or JSON as registers publish it) of one
 * kind of record, or a whole portfolio. */
#include "config.h"
#include "cli-portfolio.h"

#include "rk-change.h"
#include "rk-components.h"
#include "rk-import.h"
#include "rk-json.h"
#include "rk-portfolio-json.h"
#include "rk-portfolio-kinds.h"
#include "rk-profile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LISTED 1000

/* --- a whole portfolio ------------------------------------------------------------------------ */

/* How many records of each kind the document holds: kind → number. */
static JsonObject *
count_records (JsonNode *root)
{
  JsonObject *document = json_node_get_object (root);
  JsonObject *counts = json_object_new ();

  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    {
      const char *name = rk_portfolio_kinds[i]->name;
      JsonNode *node = rk_portfolio_json_has_kind (rk_portfolio_kinds[i])
                           ? json_object_get_member (document, name)
                           : NULL;

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        json_object_set_int_member (counts, name,
                                    json_array_get_length (json_node_get_array (node)));
    }
  return counts;
}

static void
print_counts (JsonObject *counts, gboolean dry_run)
{
  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    {
      const RkKind *kind = rk_portfolio_kinds[i];
      gint64 count = json_object_get_int_member_with_default (counts, kind->name, 0);

      if (count > 0)
        g_print ("%s: %" G_GINT64_FORMAT "\n", _ (kind->label_plural), count);
    }
  if (dry_run)
    g_print ("%s\n", _ ("This was a trial: nothing has changed."));
}

static int
import_document (CliContext *context, JsonNode *root, gboolean dry_run)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RkChange) change = NULL;
  GError *error = NULL;
  g_autoptr (RkStore) store =
      cli_portfolio_open_store (context, dry_run ? 0 : RK_STORE_CREATE, &error);
  g_autoptr (JsonObject) counts = NULL;
  JsonArray *said = NULL;
  JsonObject *object;

  change = store != NULL ? rk_change_new (store, _ ("import of a portfolio")) : NULL;
  if (change == NULL || !rk_portfolio_json_read (root, change, warnings, &error) ||
      (!dry_run && !rk_change_apply (change, &error)))
    return cli_fail (context, CLI_FAILED, error);
  for (guint i = 0; i < warnings->len; i++)
    cli_complain ("%s", (char *) warnings->pdata[i]);
  counts = count_records (root);
  if (!context->json)
    {
      print_counts (counts, dry_run);
      return CLI_DONE;
    }
  object = json_object_new ();
  said = json_array_new ();
  for (guint i = 0; i < warnings->len; i++)
    json_array_add_string_element (said, warnings->pdata[i]);
  json_object_set_boolean_member (object, "dry_run", dry_run);
  json_object_set_object_member (object, "records", g_steal_pointer (&counts));
  json_object_set_array_member (object, "warnings", said);
  cli_survey_print_object (object);
  return CLI_DONE;
}

/* --- a list ----------------------------------------------------------------------------------- */

typedef struct
{
  RkImport *import;
  JsonArray *faults;
  gboolean json;
} Telling;

static const char *
get_column (Telling *telling, guint column)
{
  return column != RK_IMPORT_NO_COLUMN
             ? rk_rows_get_column (rk_import_get_rows (telling->import), column)
             : NULL;
}

static void
tell_cb (const RkImportRow *row, double fraction, gpointer data)
{
  Telling *telling = data;

  for (guint i = 0; i < row->faults->len && json_array_get_length (telling->faults) < MAX_LISTED;
       i++)
    {
      const RkImportFault *fault = row->faults->pdata[i];
      const char *column = get_column (telling, fault->column);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "line", row->line);
      cli_portfolio_set_text (object, "column", column);
      cli_portfolio_set_text (object, "value", fault->value);
      json_object_set_string_member (object, "message", fault->message);
      json_object_set_boolean_member (object, "warning", fault->is_warning);
      json_array_add_object_element (telling->faults, object);
      if (telling->json)
        continue;
      if (column != NULL)
        /* Translators: the line, the name of a column, its value, what to do. */
        g_printerr (_ ("Line %u, %s “%s”: %s\n"), row->line, column,
                       fault->value != NULL ? fault->value : "", fault->message);
      else
        g_printerr (_ ("Line %u: %s\n"), row->line, fault->message);
    }
}

static gboolean
map_columns (RkImport *import, const char *path, GError **error)
{
  g_autoptr (JsonNode) root = rk_json_parse_file (path, error);
  JsonObject *object =
      root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  RkRows *rows = rk_import_get_rows (import);

  if (root == NULL)
    return FALSE;
  for (guint i = 0; object != NULL && i < rk_rows_get_n_columns (rows); i++)
    {
      const char *name = rk_rows_get_column (rows, i);
      JsonNode *node = json_object_get_member (object, name);
      const char *target =
          node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (node == NULL)
        continue;
      if (target != NULL && *target == '\0')
        target = NULL;
      if (rk_import_set_target (import, i, target))
        continue;
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("“%s” is no field of “%s”. Correct the file with the columns."), target,
                      rk_import_get_subject (import)->name);
      return FALSE;
    }
  return TRUE;
}

static JsonObject *
describe_columns (RkImport *import)
{
  RkRows *rows = rk_import_get_rows (import);
  JsonObject *columns = json_object_new ();

  for (guint i = 0; i < rk_rows_get_n_columns (rows); i++)
    cli_portfolio_set_text (columns, rk_rows_get_column (rows, i),
                            rk_import_get_target (import, i));
  return columns;
}

static JsonObject *
describe_made (RkImport *import)
{
  JsonObject *made = json_object_new ();
  const RkKind *kind;
  guint count;

  for (guint i = 0; (kind = rk_import_get_made (import, i, &count)) != NULL; i++)
    json_object_set_int_member (made, kind->name, count);
  return made;
}

static int
finish (CliContext *context, Telling *telling, gboolean dry_run)
{
  RkImport *import = telling->import;
  guint faulty = rk_import_count (import, RK_IMPORT_FAULTY);
  JsonObject *object;

  if (!context->json)
    {
      g_autofree char *format = rk_rows_describe (rk_import_get_rows (import));

      g_print ("%s\n", format);
      g_print (_ ("New: %u\nChanged: %u\nUnchanged: %u\nLeft out: %u\nFaulty: %u\n"),
                  rk_import_count (import, RK_IMPORT_NEW),
                  rk_import_count (import, RK_IMPORT_CHANGED),
                  rk_import_count (import, RK_IMPORT_UNCHANGED),
                  rk_import_count (import, RK_IMPORT_LEFT_OUT), faulty);
      if (dry_run)
        g_print ("%s\n", _ ("This was a trial: nothing has changed."));
      return faulty > 0 ? CLI_FAILED : CLI_DONE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "kind", rk_import_get_subject (import)->kind->name);
  json_object_set_boolean_member (object, "dry_run", dry_run);
  json_object_set_object_member (object, "columns", describe_columns (import));
  json_object_set_int_member (object, "new", rk_import_count (import, RK_IMPORT_NEW));
  json_object_set_int_member (object, "changed", rk_import_count (import, RK_IMPORT_CHANGED));
  json_object_set_int_member (object, "unchanged", rk_import_count (import, RK_IMPORT_UNCHANGED));
  json_object_set_int_member (object, "left_out", rk_import_count (import, RK_IMPORT_LEFT_OUT));
  json_object_set_int_member (object, "faulty", faulty);
  json_object_set_int_member (object, "warnings", rk_import_count_warnings (import));
  json_object_set_object_member (object, "made", describe_made (import));
  json_object_set_array_member (object, "faults", json_array_ref (telling->faults));
  cli_survey_print_object (object);
  return faulty > 0 ? CLI_FAILED : CLI_DONE;
}

/* What the own administration is called, for lists of many. */
static void
set_own_names (RkImport *import, RkStore *store)
{
  g_autoptr (RkRecord) administration = rk_profile_get_administration (store, NULL);
  const char *names[3] = { NULL };
  guint n = 0;

  if (administration == NULL)
    return;
  names[n++] = rk_record_get (administration, "name");
  if (rk_record_get (administration, "nis") != NULL)
    names[n++] = rk_record_get (administration, "nis");
  rk_import_set_own_names (import, names);
}

static gboolean
run (RkImport *import, RkStore *store, const CliPortfolioImport *options, Telling *telling,
     GError **error)
{
  g_autoptr (RkArchitecture) architecture = rk_architecture_open (store, NULL, NULL);
  g_autoptr (GHashTable) components = rk_components_by_name (architecture);
  g_autoptr (GHashTable) component_names = rk_components_get_names (architecture);

  rk_import_set_components (import, components, component_names);
  set_own_names (import, store);
  if (options->mapping != NULL && !map_columns (import, options->mapping, error))
    return FALSE;
  if (options->dry_run)
    return rk_import_check (import, store, tell_cb, telling, NULL, error);
  return rk_import_apply (import, store, options->all_or_nothing, tell_cb, telling, NULL, error) &&
         rk_import_remember (import, store, error);
}

static int
import_rows (CliContext *context, const char *path, const RkImportSubject *subject,
             const CliPortfolioImport *options)
{
  GError *error = NULL;
  RkRows *rows = rk_rows_open (path, &error);
  g_autoptr (RkStore) store =
      rows != NULL ? cli_portfolio_open_store (context, RK_STORE_CREATE, &error) : NULL;
  g_autoptr (RkImport) import = NULL;
  g_autoptr (JsonArray) faults = json_array_new ();
  Telling telling = { NULL, faults, context->json };

  if (store == NULL)
    {
      g_clear_pointer (&rows, rk_rows_free);
      return cli_fail (context, CLI_FAILED, error);
    }
  import = telling.import = rk_import_new (store, subject, rows);
  if (!run (import, store, options, &telling, &error))
    return cli_fail (context, CLI_FAILED, error);
  return finish (context, &telling, options->dry_run);
}

/* --- which ------------------------------------------------------------------------------------ */

/* The whole file as one document of ours: (nullable) (transfer full). */
static JsonNode *
load_document (const char *path)
{
  g_autoptr (JsonNode) root = rk_json_parse_file (path, NULL);
  JsonObject *object =
      root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  return object != NULL && json_object_has_member (object, "format") ? g_steal_pointer (&root)
                                                                     : NULL;
}

/* Every kind of record and list that can come in: (transfer full). */
static char *
list_subjects (void)
{
  g_autoptr (GString) names = g_string_new (NULL);
  RkImportSubject subject;

  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    if (rk_import_subject_find (rk_portfolio_kinds[i]->name, &subject))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", subject.name);
  for (const RkImportSubject *list = rk_import_lists; list->name != NULL; list++)
    g_string_append_printf (names, ", %s", list->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

int
cli_portfolio_import_list (CliContext *context, const char *path, const CliPortfolioImport *options)
{
  g_autoptr (JsonNode) document = NULL;
  RkImportSubject subject;
  GError *error = NULL;

  if (options->kind == NULL)
    document = load_document (path);
  if (document != NULL)
    return import_document (context, document, options->dry_run);
  if (options->kind != NULL && rk_import_subject_find (options->kind, &subject))
    return import_rows (context, path, &subject, options);
  if (options->kind != NULL)
    {
      g_autofree char *subjects = list_subjects ();

      g_set_error (&error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("“%s” is no kind. Choose one of: %s."), options->kind, subjects);
      return cli_fail (context, CLI_USAGE, error);
    }
  g_set_error (&error, RK_ERROR, RK_ERROR_INVALID,
               _ ("Say what the rows of “%s” are: --kind application, supplier, contract, "
                  "interface …, or a list: standards-register, building-block-usage, "
                  "software-catalogue."),
                  path);
  return cli_fail (context, CLI_USAGE, error);
}
