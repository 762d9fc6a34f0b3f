/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl workspace restore: puts a backup back and says where the former state is kept. */
#include "config.h"
#include "cli-workspace.h"
#include "rk-workspace.h"

int
cli_workspace_restore (CliContext *context, int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *former = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv))
    return CLI_USAGE;
  if (argc != 2)
    return cli_wrong_usage ("workspace", "restore");
  path = cli_workspace_dup_path (context);
  if (!rk_workspace_replace (path, argv[1], &former, &error))
    return cli_fail (context, CLI_FAILED, error);
  return cli_workspace_answer (context, "path", path, "former", former, NULL);
}
