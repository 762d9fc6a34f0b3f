/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey reopen: a new version of a submitted response, with the same answers. */
#include "config.h"
#include "cli-survey.h"

#include "rk-audit.h"

#include <glib/gi18n-lib.h>

/* In the log of a form that keeps one. */
static void
note_reason (CliContext *context, const char *id, const char *reason)
{
  g_autoptr (RkResponse) reopened = cli_survey_open (context, id, RK_STORE_OPEN_EXISTING, NULL);

  if (reopened != NULL)
    rk_response_note_event (reopened, RK_AUDIT_CHANGE_REASON, NULL, reason);
}

int
cli_survey_reopen (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkResponse) response = NULL;
  g_autofree char *id = NULL, *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
    { NULL },
  };
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("survey", "reopen");
  response = cli_survey_open (context, argv[1], RK_STORE_OPEN_EXISTING, &error);
  if (response != NULL)
    id = rk_response_reopen (response, &error);
  if (id == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (reason != NULL)
    note_reason (context, id, reason);
  if (context->json)
    cli_survey_print_id (id);
  else
    /* Translators: the title of a survey, then an id. */
    g_print (_ ("“%s” has been reopened as %s\n"), rk_response_get_title (response), id);
  return CLI_DONE;
}
