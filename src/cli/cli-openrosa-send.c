/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl openrosa send: submitted responses to the server of their questionnaire. */
#include "config.h"
#include "cli-openrosa.h"

#include <glib/gi18n-lib.h>

/* The server of @where, or the one that the questionnaire came from; its record: (transfer full).
 */
static char *
find_server (RkStore *store, const CliServer *where, const char *response, GError **error)
{
  g_autoptr (RkOdkAccount) account = NULL;
  char *target = NULL;

  if (where->server == NULL)
    target = rk_exchange_find_target (store, response, error);
  if (target != NULL || (error != NULL && *error != NULL))
    return target;
  account = cli_server_open (where, store, error);
  if (account == NULL)
    return NULL;
  return rk_exchange_keep_server (store, account->url, account->user, account->allow_http, error);
}

static RkOdkAccount *
open_account (RkStore *store, const CliServer *where, const char *server, GError **error)
{
  g_autoptr (RkRecord) record = rk_exchange_find_server (store, server, error);
  CliServer there = *where;

  if (record == NULL)
    return NULL;
  if (there.server == NULL) /* one that is typed may hold its key */
    there.server = (char *) rk_record_get (record, "url");
  return cli_server_open (&there, store, error);
}

/* Sends the submission @id and writes down what came of it. FALSE: @error says why not. */
static gboolean
deliver (RkStore *store, const RkOdkAccount *account, const char *id, GError **error)
{
  g_autoptr (RkOdkSubmission) submission = rk_exchange_take (store, id, error);
  g_autoptr (RkOdkReceipt) receipt = NULL;
  GError *why = NULL;

  if (submission == NULL)
    return FALSE;
  rk_odk_send (account, submission, NULL, NULL, &receipt, NULL, &why);
  if (!rk_exchange_note (store, id, receipt, why, error))
    {
      g_clear_error (&why);
      return FALSE;
    }
  if (why != NULL)
    g_propagate_error (error, why);
  return why == NULL;
}

static gboolean
send_one (RkStore *store, const CliServer *where, const char *response_id, GError **error)
{
  g_autoptr (RkResponse) response = rk_response_open (store, response_id, error);
  g_autofree char *server =
      response != NULL ? find_server (store, where, response_id, error) : NULL;
  g_autofree char *id = server != NULL ? rk_exchange_queue (response, server, error) : NULL;
  g_autoptr (RkOdkAccount) account = id != NULL ? open_account (store, where, server, error) : NULL;
  g_autoptr (RkRecord) record = NULL;

  if (account == NULL)
    return FALSE;
  record = rk_store_get (store, "submission", id, error);
  if (record != NULL && g_strcmp0 (rk_record_get (record, "state"), "sent") == 0)
    return TRUE; /* it is there already */
  return record != NULL && deliver (store, account, id, error);
}

static void
report (CliContext *context, RkStore *store, char **responses)
{
  JsonArray *array = json_array_new ();

  for (char **response = responses; *response != NULL; response++)
    {
      g_autoptr (GPtrArray) items = rk_exchange_list (store, *response, NULL);

      for (guint i = 0; items != NULL && i < items->len; i++)
        if (context->json)
          json_array_add_object_element (array, cli_server_describe (g_ptr_array_index (items, i)));
        else
          cli_server_print (g_ptr_array_index (items, i));
    }
  if (context->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_array_member (object, "submissions", json_array_ref (array));
      cli_survey_print_object (object);
    }
  json_array_unref (array);
}

int
cli_openrosa_send (CliContext *context, int argc, char **argv)
{
  g_auto (CliServer) where = { NULL };
  const GOptionEntry entries[] = { CLI_SERVER_OPTIONS (where), { NULL } };
  g_autoptr (RkStore) store = NULL;
  GError *error = NULL;
  int status = CLI_DONE;

  if (!cli_parse (context, entries, &argc, &argv) || argc < 2)
    return cli_wrong_usage ("openrosa", "send");
  store = cli_survey_open_store (context, RK_STORE_OPEN_EXISTING, &error);
  if (store == NULL)
    return cli_fail (context, CLI_FAILED, error);
  for (int i = 1; i < argc; i++)
    {
      gboolean only_this;

      if (send_one (store, &where, argv[i], &error))
        continue;
      cli_complain ("%s", error->message);
      status = CLI_FAILED;
      /* What concerns the server concerns the others too. */
      only_this = error->domain != RK_ODK_ERROR ||
                  g_error_matches (error, RK_ODK_ERROR, RK_ODK_ERROR_REFUSED);
      g_clear_error (&error);
      if (!only_this)
        break;
    }
  report (context, store, argv + 1);
  return status;
}
