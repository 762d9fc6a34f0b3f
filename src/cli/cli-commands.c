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
  { NULL },
};
