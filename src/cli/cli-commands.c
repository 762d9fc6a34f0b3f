/* SPDX-License-Identifier: EUPL-1.2 */
/* The table of commands: what `rkctl help` lists and main() looks up. */
#include "config.h"
#include "cli.h"

#include <glib/gi18n-lib.h>

const CliCommand cli_commands[] = {
  { "form", "check", "FORM.xml", N_ ("Tells whether a form can be filled in, and what is wrong."),
    "rkctl form check data/forms/bdr.xml", cli_form_check },
  { "form", "run",
    "FORM.xml ANSWERS.json [--attachments DIR] [--clock ISO8601] [--tz NAME] [--seed N] "
    "[--property NAME=VALUE]",
    N_ ("Fills in a form by a script, and shows what follows from the answers."),
    "rkctl form run data/forms/bdr.xml answers.json --json", cli_form_run },
  { "form", "xpath", "CASES.json", N_ ("Evaluates expressions over documents of their own."),
    "rkctl form xpath cases.json --json", cli_form_xpath },
  { "workspace", "backup", "[--output FILE]",
    N_ ("Makes a whole copy, among the backups or where you ask."),
    "rkctl workspace backup --output copy.regiekamer", cli_workspace_backup },
  { "workspace", "check", "",
    N_ ("Tells whether the workspace is whole and agrees with its history."),
    "rkctl --workspace office.regiekamer workspace check", cli_workspace_check },
  { "workspace", "export", "--output FOLDER|FILE.zip",
    N_ ("Writes everything in open formats: JSON, CSV and the whole history."),
    "rkctl workspace export --output everything.zip", cli_workspace_export },
  { "workspace", "restore", "BACKUP", N_ ("Puts a backup back, after keeping what is there now."),
    "rkctl workspace restore backups/office/20261202T180000000Z.regiekamer",
    cli_workspace_restore },
  { NULL },
};
