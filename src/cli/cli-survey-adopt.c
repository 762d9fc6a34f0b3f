/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey adopt: takes over the answers of an earlier response. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>

static JsonArray *
describe (GPtrArray *answers)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < answers->len; i++)
    {
      const RkAdoptedAnswer *answer = g_ptr_array_index (answers, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "question", answer->id);
      json_object_set_string_member (object, "label", answer->label);
      json_object_set_string_member (object, "answer", answer->answer);
      json_array_add_object_element (array, object);
    }
  return array;
}

void
cli_survey_print_adoption (CliContext *context, const char *id, const RkAdoption *adoption)
{
  g_autofree char *summary = rk_adoption_dup_summary (adoption);
  JsonObject *object;

  if (!context->json)
    {
      g_print ("%s\n", summary);
      for (guint i = 0; i < adoption->missed->len; i++)
        {
          const RkAdoptedAnswer *answer = g_ptr_array_index (adoption->missed, i);

          g_print ("%s %s: %s\n", answer->id, answer->label, answer->answer);
        }
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "summary", summary);
  json_object_set_array_member (object, "taken", describe (adoption->taken));
  json_object_set_array_member (object, "missed", describe (adoption->missed));
  cli_survey_print_object (object);
}

int
cli_survey_adopt (CliContext *context, int argc, char **argv)
{
  gboolean preview = FALSE;
  const GOptionEntry entries[] = {
    { "preview", 0, 0, G_OPTION_ARG_NONE, &preview, NULL, NULL },
    { NULL },
  };
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkResponse) response = NULL;
  g_autoptr (RkAdoption) adoption = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 3)
    return cli_wrong_usage ("survey", "adopt");
  store = cli_survey_open_store (context, preview ? RK_STORE_READ_ONLY : RK_STORE_OPEN_EXISTING,
                                 &error);
  if (store != NULL && preview)
    adoption = rk_response_preview_adoption (store, argv[1], argv[2], &error);
  else if (store != NULL)
    response = rk_response_open (store, argv[1], &error);
  if (response != NULL)
    adoption = rk_response_adopt_from (response, argv[2], &error);
  if (adoption == NULL)
    return cli_fail (context, CLI_FAILED, error);
  cli_survey_print_adoption (context, argv[1], adoption);
  return CLI_DONE;
}
