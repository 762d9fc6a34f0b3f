/* SPDX-License-Identifier: EUPL-1.2 */
/* What the commands of rkctl share: their table, the options before them, and how they answer.
 *
 * With --json exactly one JSON document goes to stdout; messages for people go to stderr. Exit
 * status: 0 done, 1 failed, 2 wrong usage or unreadable file. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define CLI_DONE 0
#define CLI_FAILED 1
#define CLI_USAGE 2

/* The options that stand before the command. */
typedef struct
{
  char *workspace; /* (nullable): --workspace FILE; NULL: the app's own */
  gboolean json;   /* --json, here or after the command */
} CliContext;

/* @argv: [0] is the verb; ended by NULL. Options of the verb are parsed with GOptionContext. */
typedef int (*CliRun) (CliContext *context, int argc, char **argv);

typedef struct
{
  const char *group;   /* "form" */
  const char *verb;    /* "check" */
  const char *usage;   /* "FORM.xml" */
  const char *summary; /* marked N_() */
  const char *example; /* "rkctl form check data/forms/bdr.xml" */
  CliRun run;
} CliCommand;

/* All commands, ended by one without a group. */
extern const CliCommand cli_commands[];

/* Prints "rkctl: MESSAGE" on stderr, and remembers it for cli_answer_failure(). */
void cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Complains about @error (and frees it); with --json also prints {"ok":false,"error":…} on stdout.
 * Returns @status. */
int cli_fail (CliContext *context, int status, GError *error);
/* Says how @command is used and what it does, on stdout. Returns CLI_DONE. */
int cli_print_usage (const CliCommand *command);
/* Says how the verb is used, on stderr. Returns CLI_USAGE. */
int cli_wrong_usage (const char *group, const char *verb);
/* Prints @node as one JSON document on stdout, and takes it. */
void cli_print_json (JsonNode *node);
/* For --json, at the end of a command that failed: {"ok":false,"error":…} with what was complained
 * about last, when no document was printed yet. */
void cli_answer_failure (void);
/* Writes a file for its owner only, whole or not at all; the error names @path. */
gboolean cli_write_file (const char *path, const char *content, gsize length, GError **error);
/* Parses the options of a verb: FALSE after having complained. @json is added by itself. Remaining
 * words stay in argv. */
gboolean cli_parse (CliContext *context, const GOptionEntry *entries, int *argc, char ***argv);
/* The same; @data is what callbacks of options receive. */
gboolean cli_parse_with (CliContext *context, const GOptionEntry *entries, gpointer data, int *argc,
                         char ***argv);

/* One function per verb, in a file of its own (cli-form-check.c): declare it here. */
int cli_form_check (CliContext *context, int argc, char **argv);
int cli_form_convert (CliContext *context, int argc, char **argv);
int cli_form_run (CliContext *context, int argc, char **argv);
int cli_form_xpath (CliContext *context, int argc, char **argv);
int cli_openrosa_forget (CliContext *context, int argc, char **argv);
int cli_openrosa_forms (CliContext *context, int argc, char **argv);
int cli_openrosa_get (CliContext *context, int argc, char **argv);
int cli_openrosa_send (CliContext *context, int argc, char **argv);
int cli_openrosa_status (CliContext *context, int argc, char **argv);
int cli_portfolio_analyse (CliContext *context, int argc, char **argv);
int cli_portfolio_graph (CliContext *context, int argc, char **argv);
int cli_survey_forms (CliContext *context, int argc, char **argv);
int cli_survey_list (CliContext *context, int argc, char **argv);
int cli_survey_start (CliContext *context, int argc, char **argv);
int cli_survey_answer (CliContext *context, int argc, char **argv);
int cli_survey_show (CliContext *context, int argc, char **argv);
int cli_survey_score (CliContext *context, int argc, char **argv);
int cli_survey_submit (CliContext *context, int argc, char **argv);
int cli_survey_verify (CliContext *context, int argc, char **argv);
int cli_survey_reopen (CliContext *context, int argc, char **argv);
int cli_survey_discard (CliContext *context, int argc, char **argv);
int cli_survey_adopt (CliContext *context, int argc, char **argv);
int cli_survey_attach (CliContext *context, int argc, char **argv);
int cli_survey_files (CliContext *context, int argc, char **argv);
int cli_survey_media (CliContext *context, int argc, char **argv);
int cli_survey_export (CliContext *context, int argc, char **argv);
int cli_workspace_backup (CliContext *context, int argc, char **argv);
int cli_workspace_check (CliContext *context, int argc, char **argv);
int cli_workspace_example (CliContext *context, int argc, char **argv);
int cli_workspace_export (CliContext *context, int argc, char **argv);
int cli_workspace_redo (CliContext *context, int argc, char **argv);
int cli_workspace_restore (CliContext *context, int argc, char **argv);
int cli_workspace_search (CliContext *context, int argc, char **argv);
int cli_workspace_setup (CliContext *context, int argc, char **argv);
int cli_workspace_undo (CliContext *context, int argc, char **argv);

G_END_DECLS
