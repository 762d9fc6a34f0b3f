/* SPDX-License-Identifier: EUPL-1.2 */
/* What the commands of the group "portfolio" share. */
#pragma once

#include "cli-survey.h"
#include "rk-archimate-import.h"
#include "rk-architecture.h"

G_BEGIN_DECLS

/* The workspace of the command: (transfer full). */
RkStore *cli_portfolio_open_store (CliContext *context, RkStoreFlags flags, GError **error);
/* The architecture @id, or the one in use when it is NULL; an error when none is: (transfer full).
 */
RkArchitecture *cli_portfolio_open_architecture (RkStore *store, const char *id, GError **error);
/* A member that is null when @text is NULL. */
void cli_portfolio_set_text (JsonObject *object, const char *name, const char *text);
/* What an import found, as members of @object. */
void cli_portfolio_describe_summary (JsonObject *object, const RkArchimateSummary *summary);

/* Verbs: one file each, cli-portfolio-VERB.c. */
int cli_portfolio_import (CliContext *context, int argc, char **argv);
int cli_portfolio_plate (CliContext *context, int argc, char **argv);
int cli_portfolio_views (CliContext *context, int argc, char **argv);

G_END_DECLS
