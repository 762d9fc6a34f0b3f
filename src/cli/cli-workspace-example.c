/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl workspace example: the example administration, to try everything without consequences. */
#include "config.h"
#include "cli-workspace.h"
#include "rk-example.h"

int
cli_workspace_example (CliContext *context, int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, "FILE" },
    { NULL },
  };
  g_autoptr (RkStore) store = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv))
    return CLI_USAGE;
  if (argc != 1 || output == NULL)
    return cli_wrong_usage ("workspace", "example");
  store = rk_example_create (output, &error);
  if (store == NULL)
    return cli_fail (context, CLI_FAILED, error);
  return cli_workspace_answer (context, "path", output, NULL);
}
