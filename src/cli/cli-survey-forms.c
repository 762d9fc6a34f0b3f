/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey forms: the questionnaires one can start. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>

static JsonArray *
describe_all (GListModel *list)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RkQuestionnaire) item = g_list_model_get_item (list, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", rk_questionnaire_get_form_id (item));
      json_object_set_string_member (object, "title", rk_questionnaire_get_title (item));
      json_object_set_string_member (object, "version", rk_questionnaire_get_version (item));
      json_object_set_boolean_member (object, "concept", rk_questionnaire_is_concept (item));
      json_object_set_boolean_member (object, "built_in", rk_questionnaire_is_built_in (item));
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_all (GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RkQuestionnaire) item = g_list_model_get_item (list, i);

      g_print ("%-12s %s %s%s\n", rk_questionnaire_get_form_id (item),
               rk_questionnaire_get_title (item), rk_questionnaire_get_version (item),
               rk_questionnaire_is_concept (item) ? _ (" (concept)") : "");
    }
}

int
cli_survey_forms (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GListModel) list = NULL;
  GError *error = NULL;
  JsonObject *object;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 1)
    return cli_wrong_usage ("survey", "forms");
  store = cli_survey_open_store (context, RK_STORE_READ_ONLY, &error);
  /* Without a workspace there are still those that come with the program. */
  if (g_error_matches (error, RK_ERROR, RK_ERROR_NOT_FOUND))
    g_clear_error (&error);
  if (error != NULL)
    return cli_fail (context, CLI_FAILED, error);
  list = rk_questionnaire_list (store, &error);
  if (list == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (!context->json)
    {
      print_all (list);
      return CLI_DONE;
    }
  object = json_object_new ();
  json_object_set_array_member (object, "forms", describe_all (list));
  cli_survey_print_object (object);
  return CLI_DONE;
}
