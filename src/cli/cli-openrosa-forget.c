/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl openrosa forget: a server, with its password. */
#include "config.h"
#include "cli-openrosa.h"

#include "rk-odk-keyring.h"

#include <glib/gi18n-lib.h>

static RkRecord *
find_server (RkStore *store, const char *typed, GError **error)
{
  RkRecord *server = rk_exchange_find_server (store, typed, error);

  if (server == NULL && error != NULL && *error == NULL)
    /* Translators: an address as it was typed. */
    g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                 _ ("There is no server “%s” in the workspace. “rkctl openrosa status” lists "
                    "them."),
                    typed);
  return server;
}

static void
report (CliContext *context, RkRecord *server)
{
  JsonObject *object;

  if (!context->json)
    {
      /* Translators: the name of a server. */
      g_print (_ ("The server %s has been forgotten\n"), rk_record_get (server, "name"));
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "forgotten", rk_record_get (server, "url"));
  cli_survey_print_object (object);
}

int
cli_openrosa_forget (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkRecord) server = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("openrosa", "forget");
  store = cli_survey_open_store (context, RK_STORE_OPEN_EXISTING, &error);
  if (store != NULL)
    server = find_server (store, argv[1], &error);
  if (server == NULL || !rk_exchange_forget_server (store, rk_record_get_id (server), &error))
    return cli_fail (context, CLI_FAILED, error);
  rk_odk_keyring_forget_now (rk_record_get (server, "url"));
  report (context, server);
  return CLI_DONE;
}
