/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio export --format csv|json|xml-instance; other formats have a file of their own. */
#include "config.h"
#include "cli-portfolio.h"

#include "rk-json.h"
#include "rk-portfolio-export.h"
#include "rk-portfolio-instance.h"
#include "rk-portfolio-kinds.h"

#include <glib/gi18n-lib.h>

/* What the command was asked. */
typedef struct
{
  char *format, *level_name, *kind_name, *output, *separator;
  char *model; /* (nullable): "" for the one in use */
  RkLevel level;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->level_name);
  g_free (options->kind_name);
  g_free (options->output);
  g_free (options->separator);
  g_free (options->model);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Names on stderr what stays behind, so that nobody thinks that it was never there. */
static void
tell_left_out (const Options *options, const RkKind *kind)
{
  const RkKind *const one[] = { kind, NULL };
  g_autoptr (GPtrArray) fields =
      rk_level_list_left_out (options->level, kind != NULL ? one : rk_portfolio_kinds);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (char *) fields->pdata[i]);
  if (fields->len > 0)
    /* Translators: %s is a list of names of fields. */
    g_printerr (_ ("Left out: %s.\n"), list->str);
}

static GBytes *
to_csv (RkStore *store, const Options *options, GError **error)
{
  const RkKind *kind =
      cli_portfolio_find_kind (options->kind_name != NULL ? options->kind_name : "application",
                               error);
  char separator = options->separator != NULL ? *options->separator : ',';
  GString *text = kind != NULL ? rk_portfolio_to_csv (store, kind, options->level, separator, FALSE,
                                                      NULL, error)
                               : NULL;

  if (text == NULL)
    return NULL;
  tell_left_out (options, kind);
  return g_string_free_to_bytes (text);
}

static GBytes *
to_json (RkStore *store, const Options *options, GError **error)
{
  g_autoptr (JsonNode) node = rk_portfolio_to_json (store, options->level, error);
  char *text = node != NULL ? rk_json_to_text (node) : NULL;

  if (text == NULL)
    return NULL;
  tell_left_out (options, NULL);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
to_instance (RkStore *store, const Options *options, GError **error)
{
  GBytes *bytes = rk_portfolio_to_instance (store, options->level, error);

  if (bytes != NULL)
    tell_left_out (options, NULL);
  return bytes;
}

static GBytes *
make (RkStore *store, const Options *options, GError **error)
{
  if (g_str_equal (options->format, "csv"))
    return to_csv (store, options, error);
  return g_str_equal (options->format, "json") ? to_json (store, options, error)
                                               : to_instance (store, options, error);
}

static gboolean
check (Options *options, GError **error)
{
  static const char *const formats[] = { "csv", "json", "xml-instance", "archimate", NULL };

  if (options->format == NULL || !g_strv_contains (formats, options->format))
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 _ ("Say how to export: --format csv, json, xml-instance or archimate."));
  else if (!rk_level_from_text (options->level_name != NULL ? options->level_name : "full",
                                &options->level))
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 _ ("“%s” is no level. Choose full, peers or public."), options->level_name);
  else
    return options->kind_name == NULL ||
           cli_portfolio_find_kind (options->kind_name, error) != NULL;
  return FALSE;
}

/* With --json one document, whatever the format: what was written, or the export as a member of it
 * unless it is that document itself. */
static void
print_json (const Options *options, const char *text, gsize length)
{
  JsonObject *object = json_object_new ();
  g_autofree char *content = g_strndup (text, length);

  json_object_set_string_member (object, "format", options->format);
  json_object_set_string_member (object, "level", rk_level_to_text (options->level));
  json_object_set_int_member (object, "bytes", (gint64) length);
  if (options->output != NULL)
    json_object_set_string_member (object, "path", options->output);
  else
    json_object_set_string_member (object, "content", content);
  cli_survey_print_object (object);
}

static int
finish (CliContext *context, const Options *options, GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  GError *error = NULL;

  if (options->output != NULL && !cli_write_file (options->output, text, length, &error))
    return cli_fail (context, CLI_FAILED, error);
  if (context->json && (options->output != NULL || !g_str_equal (options->format, "json")))
    print_json (options, text, length);
  else if (options->output != NULL)
    g_print ("%s\n", options->output);
  else
    fwrite (text, 1, length, stdout);
  return CLI_DONE;
}

/* --model alone is the reference architecture in use. */
static gboolean
set_model_cb (const char *name, const char *value, gpointer data, GError **error)
{
  Options *options = data;

  g_free (options->model);
  options->model = g_strdup (value != NULL ? value : "");
  return TRUE;
}

static gboolean
parse (CliContext *context, Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, NULL, NULL },
    { "level", 0, 0, G_OPTION_ARG_STRING, &options->level_name, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind_name, NULL, NULL },
    { "separator", 0, 0, G_OPTION_ARG_STRING, &options->separator, NULL, NULL },
    { "model", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, set_model_cb, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, NULL, NULL },
    { NULL },
  };

  return cli_parse_with (context, entries, options, argc, argv);
}

int
cli_portfolio_export (CliContext *context, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (!parse (context, &options, &argc, &argv) || argc != 1)
    return cli_wrong_usage ("portfolio", "export");
  if (!check (&options, &error))
    return cli_fail (context, CLI_USAGE, error);
  if (g_str_equal (options.format, "archimate"))
    return cli_portfolio_export_archimate (context, options.model, options.level, options.output);
  store = cli_portfolio_open_store (context, RK_STORE_READ_ONLY, &error);
  bytes = store != NULL ? make (store, &options, &error) : NULL;
  return bytes != NULL ? finish (context, &options, bytes) : cli_fail (context, CLI_FAILED, error);
}
