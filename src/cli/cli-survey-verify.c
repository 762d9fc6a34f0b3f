/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey verify: whether submitted answers are still those that were submitted. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>

int
cli_survey_verify (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkResponse) response = NULL;
  GError *error = NULL;
  JsonObject *object;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("survey", "verify");
  response = cli_survey_open (context, argv[1], RK_STORE_READ_ONLY, &error);
  if (response == NULL || !rk_response_verify (response, &error))
    return cli_fail (context, CLI_FAILED, error);
  if (!context->json)
    {
      /* Translators: the title of a survey. */
      g_print (_ ("The answers of “%s” are those that were submitted.\n"),
                  rk_response_get_title (response));
      return CLI_DONE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "id", rk_response_get_id (response));
  json_object_set_boolean_member (object, "ok", TRUE);
  cli_survey_print_object (object);
  return CLI_DONE;
}
