/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio export --format archimate: a reference architecture, or the applications on it.
 */
#include "config.h"
#include "cli-portfolio.h"
#include "rk-archimate-export.h"

#include <glib/gi18n-lib.h>

int
cli_portfolio_export_archimate (CliContext *context, const char *model, RkLevel level,
                                const char *output)
{
  GError *error = NULL;
  g_autoptr (RkStore) store = NULL;
  g_autofree char *id = NULL;

  if (output == NULL)
    return cli_wrong_usage ("portfolio", "export");
  store = cli_portfolio_open_store (context, RK_STORE_READ_ONLY, &error);
  if (store != NULL)
    id = cli_portfolio_find_architecture (store, model != NULL && *model != '\0' ? model : NULL,
                                          &error);
  if (id == NULL || !rk_archimate_export_file (store, id, output, NULL, &error))
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    cli_portfolio_print_file (output);
  else
    g_print ("%s\n", output);
  return CLI_DONE;
}
