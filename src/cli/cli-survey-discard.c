/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey discard: removes a response with its answers; undo brings it back. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>

int
cli_survey_discard (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkStore) store = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("survey", "discard");
  store = cli_survey_open_store (context, RK_STORE_OPEN_EXISTING, &error);
  if (store == NULL || !rk_response_discard (store, argv[1], &error))
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    cli_survey_print_id (argv[1]);
  else
    g_print ("%s\n", _ ("The survey has been discarded."));
  return CLI_DONE;
}
