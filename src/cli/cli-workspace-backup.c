/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl workspace backup: a whole copy, among the rotating backups or where it is asked. */
#include "config.h"
#include "cli-workspace.h"
#include "rk-workspace.h"

int
cli_workspace_backup (CliContext *context, int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, "FILE" },
    { NULL },
  };
  g_autofree char *path = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (RkStore) store = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv))
    return CLI_USAGE;
  if (argc != 1)
    return cli_wrong_usage ("workspace", "backup");
  path = cli_workspace_dup_path (context);
  store = rk_workspace_open (path, RK_STORE_READ_ONLY, &error);
  if (store != NULL)
    backup = rk_workspace_backup (store, output, &error);
  if (backup == NULL)
    return cli_fail (context, CLI_FAILED, error);
  return cli_workspace_answer (context, "path", backup, NULL);
}
