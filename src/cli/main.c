/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl: everything the app can do to a workspace without looking at it. */
#include "config.h"
#include "cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static int
print_help (void)
{
  g_print (_ ("Usage: rkctl [--workspace FILE] [--json] GROUP VERB …\n\n"));
  for (const CliCommand *c = cli_commands; c->group != NULL; c++)
    g_print ("rkctl %s %s %s\n    %s\n    %s %s\n", c->group, c->verb, c->usage,
             _ (c->summary), _ ("For example:"), c->example);
  return CLI_DONE;
}

static int
run_command (CliContext *context, int argc, char **argv)
{
  for (const CliCommand *c = cli_commands; argc >= 2 && c->group != NULL; c++)
    if (g_str_equal (c->group, argv[0]) && g_str_equal (c->verb, argv[1]))
      return c->run (context, argc - 1, argv + 1);
  if (argc >= 2)
    cli_complain (_ ("There is no command “%s %s”. “rkctl help” lists them all."), argv[0],
                     argv[1]);
  else
    cli_complain (_ ("A command is missing. “rkctl help” lists them all."));
  return CLI_USAGE;
}

int
main (int argc, char **argv)
{
  g_autofree char *workspace = NULL;
  gboolean version = FALSE;
  CliContext context = { NULL };
  const GOptionEntry entries[] = {
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &workspace, NULL, "FILE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &context.json, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_set_strict_posix (options, TRUE);
  g_option_context_set_help_enabled (options, FALSE);
  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      cli_complain ("%s", error->message);
      return CLI_USAGE;
    }
  context.workspace = workspace;
  if (version)
    g_print ("rkctl %s\n", RK_VERSION);
  else if (argc >= 2 && (g_str_equal (argv[1], "help") || g_str_equal (argv[1], "--help")))
    return print_help ();
  else
    return run_command (&context, argc - 1, argv + 1);
  return CLI_DONE;
}
