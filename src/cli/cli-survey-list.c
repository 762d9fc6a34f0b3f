/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey list: the responses of the workspace. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>

#include "rk-survey-list.h"

static JsonObject *
describe (const RkSurveyRow *row)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", row->id);
  json_object_set_string_member (object, "title", row->title);
  json_object_set_string_member (object, "form", row->form_id);
  json_object_set_string_member (object, "period", row->period != NULL ? row->period : "");
  json_object_set_string_member (object, "status", row->status);
  json_object_set_int_member (object, "version", row->version);
  json_object_set_int_member (object, "answered", row->answered);
  json_object_set_int_member (object, "total", row->total);
  json_object_set_int_member (object, "required_open", row->required_open);
  cli_survey_set_number (object, "index", row->index);
  if (row->submitted_at != NULL)
    json_object_set_string_member (object, "submitted_at", row->submitted_at);
  return object;
}

int
cli_survey_list (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GError *error = NULL;
  JsonObject *object;
  JsonArray *array;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 1)
    return cli_wrong_usage ("survey", "list");
  store = cli_survey_open_store (context, RK_STORE_READ_ONLY, &error);
  if (store == NULL)
    return cli_fail (context, CLI_FAILED, error);
  rows = rk_survey_list (store, &error);
  if (rows == NULL)
    return cli_fail (context, CLI_FAILED, error);
  array = json_array_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (rows, i);

      json_array_add_object_element (array, describe (row));
      if (!context->json)
        g_print ("%s  %s  %s  %u/%u\n", row->id, row->title,
                 g_str_equal (row->status, "submitted") ? _ ("submitted")
                                                        : _ ("open"), row->answered, row->total);
    }
  object = json_object_new ();
  json_object_set_array_member (object, "responses", array);
  if (context->json)
    cli_survey_print_object (object);
  else
    json_object_unref (object);
  return CLI_DONE;
}
