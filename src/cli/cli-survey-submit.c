/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey submit: fixes the answers and gives a receipt. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>

int
cli_survey_submit (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkResponse) response = NULL;
  g_autofree char *receipt = NULL;
  GError *error = NULL;
  JsonObject *object;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("survey", "submit");
  response = cli_survey_open (context, argv[1], RK_STORE_OPEN_EXISTING, &error);
  if (response == NULL || !rk_response_submit (response, &receipt, &error))
    return cli_fail (context, CLI_FAILED, error);
  if (!context->json)
    {
      /* Translators: the title of a survey, then a code such as "A4F2-91C0". */
      g_print (_ ("“%s” has been submitted. Receipt: %s\n"), rk_response_get_title (response),
                  receipt);
      return CLI_DONE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "id", rk_response_get_id (response));
  json_object_set_string_member (object, "receipt", receipt);
  json_object_set_string_member (object, "hash",
                                 rk_record_get (rk_response_get_record (response), "hash"));
  cli_survey_print_object (object);
  return CLI_DONE;
}
