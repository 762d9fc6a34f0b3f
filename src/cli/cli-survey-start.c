/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey start: begins a response. */
#include "config.h"
#include "cli-form.h"
#include "cli-survey.h"
#include "rk-workspace-properties.h"

#include <glib/gi18n-lib.h>

/* The earlier response exists: looked at before a new one is made. */
static gboolean
check_from (RkStore *store, const char *from, GError **error)
{
  g_autoptr (RkResponse) earlier = from != NULL ? rk_response_open (store, from, error) : NULL;

  return from == NULL || earlier != NULL;
}

static int
adopt_into (CliContext *context, RkStore *store, const char *id, const char *from)
{
  g_autoptr (RkAdoption) adoption = NULL;
  GError *error = NULL;
  g_autoptr (RkResponse) response = rk_response_open (store, id, &error);

  if (response != NULL)
    adoption = rk_response_adopt_from (response, from, &error);
  if (adoption == NULL)
    return cli_fail (context, CLI_FAILED, error);
  cli_survey_print_adoption (context, id, adoption);
  return CLI_DONE;
}

/* All that is wrong with the form at @path, as form check tells it. */
static int
fail_form (CliContext *context, const char *path, GError *error)
{
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autoptr (RkQuestionnaire) questionnaire = NULL;

  if (error->domain == RK_FORM_ERROR && g_file_test (path, G_FILE_TEST_EXISTS))
    questionnaire = rk_questionnaire_new_from_file (path, messages, NULL);
  if (messages->len == 0)
    return cli_fail (context, CLI_FAILED, error);
  g_error_free (error);
  cli_form_print_messages (path, messages);
  if (context->json)
    cli_print_json (cli_form_messages_to_json (FALSE, messages));
  return CLI_FAILED;
}

int
cli_survey_start (CliContext *context, int argc, char **argv)
{
  g_autofree char *period = NULL, *from = NULL, *id = NULL;
  const GOptionEntry entries[] = {
    { "period", 0, 0, G_OPTION_ARG_STRING, &period, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { NULL },
  };
  g_autoptr (RkQuestionnaire) questionnaire = NULL;
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GHashTable) properties = NULL;
  g_autoptr (RkStore) known = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("survey", "start");
  /* The form is looked at before a missing workspace is made for it. */
  known = cli_survey_open_store (context, RK_STORE_READ_ONLY, NULL);
  questionnaire = rk_questionnaire_find (known, argv[1], &error);
  if (questionnaire == NULL || rk_questionnaire_get_form (questionnaire, &error) == NULL)
    return fail_form (context, argv[1], error);
  g_clear_object (&known);
  store = cli_survey_open_store (context, RK_STORE_CREATE, &error);
  if (store == NULL || !check_from (store, from, &error))
    return cli_fail (context, CLI_FAILED, error);
  properties = rk_workspace_dup_properties (store);
  id = rk_response_start (store, questionnaire, period, properties, &error);
  if (id == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json && from != NULL)
    return adopt_into (context, store, id, from);
  if (context->json)
    cli_survey_print_id (id);
  else
    /* Translators: the title of a questionnaire, then an id. */
    g_print (_ ("“%s” has been started as %s\n"), rk_questionnaire_get_title (questionnaire), id);
  return from != NULL ? adopt_into (context, store, id, from) : CLI_DONE;
}
