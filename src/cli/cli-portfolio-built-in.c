/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio built-in: the reference architecture that comes with the program. */
#include "config.h"
#include "cli-portfolio.h"

#include "rk-built-in.h"

int
cli_portfolio_built_in (CliContext *context, int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (RkStore) store = NULL;
  g_autofree char *current = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 1)
    return cli_wrong_usage ("portfolio", "built-in");
  store = cli_portfolio_open_store (context, RK_STORE_OPEN_EXISTING, &error);
  if (store == NULL || !rk_built_in_add_architecture (store, &error))
    return cli_fail (context, CLI_FAILED, error);
  current = rk_architecture_dup_current (store, &error);
  if (current == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "in_use", current);
      cli_survey_print_object (object);
    }
  else
    g_print ("%s\n", current);
  return CLI_DONE;
}
