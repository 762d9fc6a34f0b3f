/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl workspace undo, redo: the last step of this workspace, back and forth. */
#include "config.h"
#include "cli-workspace.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*StepFunc) (RkStore *store, char **label, GError **error);

static int
take_step (CliContext *context, int argc, char **argv, StepFunc step, const char *nothing)
{
  g_autofree char *path = NULL;
  g_autofree char *label = NULL;
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv))
    return CLI_USAGE;
  if (argc != 1)
    return cli_wrong_usage ("workspace", argv[0]);
  path = cli_workspace_dup_path (context);
  store = rk_workspace_open (path, RK_STORE_OPEN_EXISTING, &error);
  if (store != NULL && step (store, &label, &error))
    return cli_workspace_answer (context, "step", label, NULL);
  if (error == NULL)
    g_set_error_literal (&error, RK_ERROR, RK_ERROR_NOT_FOUND, nothing);
  return cli_fail (context, CLI_FAILED, g_steal_pointer (&error));
}

int
cli_workspace_undo (CliContext *context, int argc, char **argv)
{
  return take_step (context, argc, argv, rk_store_undo, _ ("There is nothing to undo."));
}

int
cli_workspace_redo (CliContext *context, int argc, char **argv)
{
  return take_step (context, argc, argv, rk_store_redo, _ ("There is nothing to redo."));
}
