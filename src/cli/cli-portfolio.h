/* SPDX-License-Identifier: EUPL-1.2 */
/* What the commands of the group "portfolio" share. */
#pragma once

#include "cli-survey.h"
#include "rk-archimate-import.h"
#include "rk-architecture.h"
#include "rk-redaction.h"

G_BEGIN_DECLS

/* The workspace of the command: (transfer full). */
RkStore *cli_portfolio_open_store (CliContext *context, RkStoreFlags flags, GError **error);
/* The architecture @id, or the one in use when it is NULL; an error when none is: (transfer full).
 */
RkArchitecture *cli_portfolio_open_architecture (RkStore *store, const char *id, GError **error);
/* The id of that record, without opening it: (transfer full). */
char *cli_portfolio_find_architecture (RkStore *store, const char *id, GError **error);
/* Prints {"path": @path, "format": "archimate"}. */
void cli_portfolio_print_file (const char *path);
/* A member that is null when @text is NULL. */
void cli_portfolio_set_text (JsonObject *object, const char *name, const char *text);
/* Sets the error that @value cannot be given to @option, and lists what can. Returns FALSE. */
gboolean cli_portfolio_refuse_value (const char *option, const char *value, const char *allowed,
                                     GError **error);
/* What an import found, as members of @object. */
void cli_portfolio_describe_summary (JsonObject *object, const RkArchimateSummary *summary);

/* The kind @name, or an error that lists them all. */
const RkKind *cli_portfolio_find_kind (const char *name, GError **error);
/* The id of the record by its id, Object ID or name: (transfer full). */
char *cli_portfolio_find_record (RkStore *store, const RkKind *kind, const char *name,
                                 GError **error);
/* The value as it is stored; NULL without @error when @text says that it is unknown. The error
 * names the field and what it can be: (transfer full). */
char *cli_portfolio_parse_value (const RkField *field, const char *text, GError **error);
/* Every field of a record: (transfer full). */
JsonObject *cli_portfolio_describe_record (RkRecord *record);

/* How a list is to be imported. */
typedef struct
{
  char *kind;    /* (nullable) */
  char *mapping; /* (nullable): a JSON file: name of a column → field */
  gboolean dry_run;
  gboolean all_or_nothing;
} CliPortfolioImport;

/* Imports a list of records or a whole portfolio. */
int cli_portfolio_built_in (CliContext *context, int argc, char **argv);
int cli_portfolio_import_list (CliContext *context, const char *path,
                               const CliPortfolioImport *options);

/* Verbs: one file each, cli-portfolio-VERB.c. */
int cli_portfolio_delete (CliContext *context, int argc, char **argv);
int cli_portfolio_compare (CliContext *context, int argc, char **argv);
/* The format archimate of it. @model: (nullable): a reference architecture by itself, "" for the
 * one in use. */
int cli_portfolio_export_archimate (CliContext *context, const char *model, RkLevel level,
                                    const char *output);
int cli_portfolio_export (CliContext *context, int argc, char **argv);
int cli_portfolio_import (CliContext *context, int argc, char **argv);
int cli_portfolio_list (CliContext *context, int argc, char **argv);
int cli_portfolio_map (CliContext *context, int argc, char **argv);
int cli_portfolio_merge (CliContext *context, int argc, char **argv);
int cli_portfolio_new (CliContext *context, int argc, char **argv);
int cli_portfolio_plate (CliContext *context, int argc, char **argv);
int cli_portfolio_set (CliContext *context, int argc, char **argv);
int cli_portfolio_show (CliContext *context, int argc, char **argv);
int cli_portfolio_unmap (CliContext *context, int argc, char **argv);
int cli_portfolio_use (CliContext *context, int argc, char **argv);
int cli_portfolio_views (CliContext *context, int argc, char **argv);

G_END_DECLS
