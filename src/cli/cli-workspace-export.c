/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl workspace export: everything in open formats. */
#include "config.h"
#include "cli-workspace.h"
#include "rk-workspace.h"

int
cli_workspace_export (CliContext *context, int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, "TARGET" },
    { NULL },
  };
  g_autofree char *path = NULL;
  g_autoptr (RkStore) store = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv))
    return CLI_USAGE;
  if (argc != 1 || output == NULL)
    return cli_wrong_usage ("workspace", "export");
  path = cli_workspace_dup_path (context);
  store = rk_workspace_open (path, RK_STORE_READ_ONLY, &error);
  if (store == NULL || !rk_workspace_export (store, output, &error))
    return cli_fail (context, CLI_FAILED, error);
  return cli_workspace_answer (context, "path", output, NULL);
}
