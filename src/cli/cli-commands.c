/* SPDX-License-Identifier: EUPL-1.2 */
/* The table of commands: what `rkctl help` lists and main() looks up. */
#include "config.h"
#include "cli.h"

#include <glib/gi18n-lib.h>

const CliCommand cli_commands[] = {
  { "form", "xpath", "CASES.json", N_ ("Evaluates expressions over documents of their own."),
    "rkctl form xpath cases.json --json", cli_form_xpath },
  { NULL },
};
