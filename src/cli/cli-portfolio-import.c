/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio import: a model, or a list, known by what is in the file. */
#include "config.h"
#include "cli-portfolio.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
print_json (const RkArchimateSummary *summary, const char *format, gboolean dry_run)
{
  JsonObject *object = json_object_new ();

  json_object_set_boolean_member (object, "ok", TRUE);
  json_object_set_string_member (object, "format", format);
  json_object_set_boolean_member (object, "dry_run", dry_run);
  cli_portfolio_set_text (object, "id", *summary->id != '\0' ? summary->id : NULL);
  json_object_set_string_member (object, "name", summary->name);
  cli_portfolio_set_text (object, "release", summary->release);
  json_object_set_boolean_member (object, "already", summary->already);
  cli_portfolio_describe_summary (object, summary);
  cli_survey_print_object (object);
}

static void
print_lines (const RkArchimateSummary *summary, gboolean dry_run)
{
  g_print ("%s\n", summary->name);
  g_print (_ ("Elements: %u\nRelations: %u\nViews: %u\nNodes: %u\nConnections: %u\n"
              "Properties: %u\nReference components: %u\n"),
              summary->n_elements, summary->n_relations, summary->n_views, summary->n_nodes,
              summary->n_connections, summary->n_properties, summary->n_components);
  for (guint i = 0; i < RK_ARCHIMATE_N_WARNING_KINDS; i++)
    if (summary->counts[i] > 0)
      g_print ("%s: %u\n", rk_archimate_warning_get_label ((RkArchimateWarningKind) i),
               summary->counts[i]);
  if (summary->already)
    g_print ("%s\n", _ ("This very file was in the workspace already."));
  if (dry_run)
    g_print ("%s\n", _ ("This was a trial: nothing has changed."));
  else
    g_print ("%s\n", summary->id);
}

static int
import_model (CliContext *context, const char *path, gboolean dry_run, gboolean keep)
{
  g_autoptr (RkArchimateSummary) summary = NULL;
  RkArchimateImportFlags flags = RK_ARCHIMATE_IMPORT_DEFAULT;
  GError *error = NULL;
  g_autoptr (RkStore) store = cli_portfolio_open_store (context, RK_STORE_CREATE, &error);

  if (dry_run)
    flags |= RK_ARCHIMATE_IMPORT_TRIAL;
  if (!keep)
    flags |= RK_ARCHIMATE_IMPORT_USE;
  if (store != NULL)
    summary = rk_archimate_import (store, path, NULL, flags, NULL, NULL, NULL, &error);
  if (summary == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    print_json (summary, "archimate", dry_run);
  else
    print_lines (summary, dry_run);
  return CLI_DONE;
}

static void
list_clear (CliPortfolioImport *list)
{
  g_free (list->kind);
  g_free (list->mapping);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliPortfolioImport, list_clear)

/* Blanks, and the marks of a text encoding. */
static gboolean
is_blank (const char *text, gssize length)
{
  for (gssize i = 0; i < length; i++)
    if (memchr ("\xef\xbb\xbf\xff\xfe \t\r\n", text[i], 9) == NULL)
      return FALSE;
  return TRUE;
}

/* Whether there is something in the file, told in the same words whatever it should hold. */
static gboolean
check_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char start[512];
  gssize n = stream != NULL
                 ? g_input_stream_read (G_INPUT_STREAM (stream), start, sizeof start, NULL, NULL)
                 : -1;

  if (n < 0)
    g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                 _ ("“%s” was not imported: the file is not there, or you may not read it."), path);
  else if (n == 0 || (n < (gssize) sizeof start && is_blank (start, n)))
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 _ ("“%s” was not imported: the file is empty. Choose another file."), path);
  else
    return TRUE;
  return FALSE;
}

/* A model is XML. */
static gboolean
holds_markup (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char start[512] = "";
  gssize n = stream != NULL
                 ? g_input_stream_read (G_INPUT_STREAM (stream), start, sizeof start, NULL, NULL)
                 : 0;

  for (gssize i = 0; i < n; i++)
    if (!is_blank (start + i, 1))
      return start[i] == '<';
  return FALSE;
}

int
cli_portfolio_import (CliContext *context, int argc, char **argv)
{
  gboolean dry_run = FALSE, keep = FALSE;
  g_auto (CliPortfolioImport) list = { 0 };
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &list.kind, NULL, NULL },
    { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &list.mapping, NULL, NULL },
    { "all-or-nothing", 0, 0, G_OPTION_ARG_NONE, &list.all_or_nothing, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    { "keep", 0, 0, G_OPTION_ARG_NONE, &keep, NULL, NULL },
    { NULL },
  };

  if (!cli_parse (context, entries, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("portfolio", "import");
  if (!check_file (argv[1], &error))
    return cli_fail (context, CLI_FAILED, error);
  list.dry_run = dry_run;
  if (list.kind != NULL || !holds_markup (argv[1]))
    return cli_portfolio_import_list (context, argv[1], &list);
  return import_model (context, argv[1], dry_run, keep);
}
