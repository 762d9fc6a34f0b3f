/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey files: the files of a response, listed and written out. */
#include "config.h"
#include "cli-survey.h"

#include "rk-blob.h"
#include "rk-response-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A file that is there already is left as it is: it may be somebody's own. */
static gboolean
write_file (RkStore *store, const RkResponseFile *file, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, file->name, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return rk_blob_export (store, file->hash, path, error);
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               /* Translators: the path of a file. */
               _ ("%s is there already and was not replaced. Choose another folder."), path);
  return FALSE;
}

static gboolean
write_all (RkStore *store, GPtrArray *files, const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_FAILED,
                   /* Translators: the path of a folder, a technical cause. */
                   _ ("The folder %s could not be made: %s. Choose another place."), folder,
                      g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < files->len; i++)
    if (!write_file (store, g_ptr_array_index (files, i), folder, error))
      return FALSE;
  return TRUE;
}

static void
print_json (GPtrArray *files)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      const RkResponseFile *file = g_ptr_array_index (files, i);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "path", file->node_path);
      json_object_set_string_member (one, "name", file->name);
      json_object_set_string_member (one, "hash", file->hash);
      json_object_set_string_member (one, "type", file->type != NULL ? file->type : "");
      json_object_set_int_member (one, "size", file->size);
      json_object_set_boolean_member (one, "hidden", !file->relevant);
      json_array_add_object_element (array, one);
    }
  json_object_set_array_member (object, "files", array);
  cli_survey_print_object (object);
}

int
cli_survey_files (CliContext *context, int argc, char **argv)
{
  g_autofree char *folder = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &folder, NULL, NULL },
    { NULL },
  };
  g_autoptr (RkResponse) response = NULL;
  g_autoptr (GPtrArray) files = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("survey", "files");
  response = cli_survey_open (context, argv[1], RK_STORE_READ_ONLY, &error);
  files = response != NULL ? rk_response_list_files (response, &error) : NULL;
  if (files == NULL ||
      (folder != NULL && !write_all (rk_response_get_store (response), files, folder, &error)))
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    print_json (files);
  for (guint i = 0; !context->json && i < files->len; i++)
    {
      const RkResponseFile *file = g_ptr_array_index (files, i);
      g_autofree char *size = g_format_size ((guint64) file->size);

      g_print ("%-40s %10s  %s\n", file->name, size, file->node_path);
    }
  return CLI_DONE;
}
