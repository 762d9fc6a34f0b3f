/* SPDX-License-Identifier: EUPL-1.2 */
/* The table of commands: what `rkctl help` lists and main() looks up. */
#include "config.h"
#include "cli.h"

#include <glib/gi18n-lib.h>

const CliCommand cli_commands[] = {
  { NULL },
};
