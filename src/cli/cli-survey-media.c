/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey media: the files that a questionnaire uses, and those that were missing. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>

static void
print_json (GPtrArray *files)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      const RkFormFile *file = g_ptr_array_index (files, i);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "name", file->name);
      json_object_set_boolean_member (one, "missing", file->size < 0);
      if (file->hash != NULL)
        json_object_set_string_member (one, "hash", file->hash);
      if (file->type != NULL)
        json_object_set_string_member (one, "type", file->type);
      if (file->size >= 0)
        json_object_set_int_member (one, "size", file->size);
      json_array_add_object_element (array, one);
    }
  json_object_set_array_member (object, "files", array);
  cli_survey_print_object (object);
}

static void
print_text (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      const RkFormFile *file = g_ptr_array_index (files, i);
      g_autofree char *size =
          file->size >= 0 ? g_format_size ((guint64) file->size) : g_strdup (_ ("missing"));

      g_print ("%-40s %s\n", file->name, size);
    }
  if (files->len == 0)
    g_print ("%s\n", _ ("This questionnaire uses no files."));
}

int
cli_survey_media (CliContext *context, int argc, char **argv)
{
  g_auto (GStrv) added = NULL;
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &added, NULL, NULL },
    { NULL },
  };
  g_autoptr (RkQuestionnaire) questionnaire = NULL;
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GPtrArray) files = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("survey", "media");
  store =
      cli_survey_open_store (context, added != NULL ? RK_STORE_OPEN_EXISTING : RK_STORE_READ_ONLY,
                             &error);
  questionnaire = store != NULL ? rk_questionnaire_find (store, argv[1], &error) : NULL;
  if (questionnaire == NULL)
    return cli_fail (context, CLI_FAILED, error);
  for (guint i = 0; added != NULL && added[i] != NULL; i++)
    if (!rk_questionnaire_add_media (questionnaire, store, added[i], &error))
      return cli_fail (context, CLI_FAILED, error);
  files = rk_questionnaire_list_media (questionnaire, &error);
  if (files == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    print_json (files);
  else
    print_text (files);
  return CLI_DONE;
}
