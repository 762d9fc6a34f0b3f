/* SPDX-License-Identifier: EUPL-1.2 */
/* What the commands of the group "workspace" share. */
#pragma once

#include "cli.h"
#include "rk-workspace-kinds.h"

G_BEGIN_DECLS

/* The file that the command is about: (transfer full). */
char *cli_workspace_dup_path (CliContext *context);
/* Answers with members, pairs of name and text (NULL: null), ended by NULL: as a JSON object with
 * --json, else one "name: text" a line for what has a text. Returns CLI_DONE. */
int cli_workspace_answer (CliContext *context, const char *name, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
