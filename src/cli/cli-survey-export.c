/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey export: a response in an open format. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>

static gboolean
find_format (const char *name, RkResponseFormat *format, GError **error)
{
  static const char *const names[] = { "xml", "json", "csv", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *format = (RkResponseFormat) i;
        return TRUE;
      }
  /* Translators: a name that was given for a file format. */
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("There is no format “%s”. Choose xml, json, csv or zip."),
                  name != NULL ? name : "");
  return FALSE;
}

static void
print_json (const char *format, const char *path, GBytes *bytes)
{
  JsonObject *object = json_object_new ();
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autofree char *copy = g_strndup (text, size);

  json_object_set_string_member (object, "format", format);
  if (path != NULL)
    json_object_set_string_member (object, "file", path);
  else
    json_object_set_string_member (object, "content", copy);
  cli_survey_print_object (object);
}

static int
write_out (CliContext *context, const char *format, const char *path, GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  GError *error = NULL;

  if (path != NULL && !cli_write_file (path, text, size, &error))
    return cli_fail (context, CLI_FAILED, error);
  if (context->json && (path != NULL || !g_str_equal (format, "json")))
    print_json (format, path, bytes);
  else if (path != NULL)
    /* Translators: the path of a file. */
    g_print (_ ("The survey has been written to %s\n"), path);
  else
    g_print ("%.*s\n", (int) size, text);
  return CLI_DONE;
}

static int
write_all (CliContext *context, RkResponse *response, const char *path)
{
  GError *error = NULL;
  JsonObject *object;

  if (!rk_response_export_all (response, path, &error))
    return cli_fail (context, CLI_FAILED, error);
  if (!context->json)
    {
      /* Translators: the path of a file. */
      g_print (_ ("The survey has been written to %s\n"), path);
      return CLI_DONE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "format", "zip");
  json_object_set_string_member (object, "file", path);
  cli_survey_print_object (object);
  return CLI_DONE;
}

int
cli_survey_export (CliContext *context, int argc, char **argv)
{
  g_autofree char *format = NULL, *path = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };
  g_autoptr (RkResponse) response = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RkResponseFormat kind = RK_RESPONSE_JSON;
  gboolean all;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 2 || format == NULL)
    return cli_wrong_usage ("survey", "export");
  all = g_str_equal (format, "zip");
  if (all && path == NULL)
    {
      cli_complain (_ ("A zip goes to a file. Say which one with --output FILE."));
      return cli_wrong_usage ("survey", "export");
    }
  if (!all && !find_format (format, &kind, &error))
    return cli_fail (context, CLI_USAGE, error);
  response = cli_survey_open (context, argv[1], RK_STORE_READ_ONLY, &error);
  if (response != NULL && all)
    return write_all (context, response, path);
  if (response != NULL)
    bytes = rk_response_export (response, kind, &error);
  if (bytes == NULL)
    return cli_fail (context, CLI_FAILED, error);
  return write_out (context, format, path, bytes);
}
