/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl: everything the app can do to a workspace without looking at it. */
#include "config.h"
#include "cli.h"
#include "rk-language.h"

#include <glib/gi18n-lib.h>

/* All commands, or those of @group. */
static void
list_commands (const char *group)
{
  for (const CliCommand *c = cli_commands; c->group != NULL; c++)
    {
      if (group != NULL && !g_str_equal (c->group, group))
        continue;
      g_print ("rkctl %s %s %s\n    %s\n    %s %s\n", c->group, c->verb, c->usage,
               _ (c->summary), _ ("For example:"), c->example);
    }
}

static gboolean
has_group (const char *group)
{
  for (const CliCommand *c = cli_commands; c->group != NULL; c++)
    if (g_str_equal (c->group, group))
      return TRUE;
  return FALSE;
}

static int
print_help (const char *group)
{
  if (group == NULL || has_group (group))
    {
      g_print (_ ("Usage: rkctl [--workspace FILE] [--json] GROUP VERB …\n\n"));
      list_commands (group);
      return CLI_DONE;
    }
  cli_complain (_ ("There are no commands “%s”. “rkctl help” lists them all."), group);
  return CLI_USAGE;
}

static gboolean
is_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h");
}

static gboolean
wants_help (char **argv)
{
  for (char **word = argv; *word != NULL; word++)
    if (is_help (*word))
      return TRUE;
  return FALSE;
}

static int
run_command (CliContext *context, int argc, char **argv)
{
  if (argc == 0 || (argc == 1 && context->json))
    {
      cli_complain (_ ("A command is missing. “rkctl help” lists them all."));
      return CLI_USAGE;
    }
  if (argc == 1)
    {
      print_help (argv[0]);
      return CLI_USAGE;
    }
  if (is_help (argv[1]) || g_str_equal (argv[1], "help"))
    return print_help (argv[0]);
  for (const CliCommand *c = cli_commands; c->group != NULL; c++)
    if (g_str_equal (c->group, argv[0]) && g_str_equal (c->verb, argv[1]))
      return wants_help (argv) ? cli_print_usage (c) : c->run (context, argc - 1, argv + 1);
  cli_complain (_ ("There is no command “%s %s”. “rkctl help” lists them all."), argv[0], argv[1]);
  return CLI_USAGE;
}

/* Where it stands in the command does not matter: the options themselves may be what is wrong. */
static gboolean
wants_json (char **argv)
{
  return g_strv_contains ((const char *const *) argv, "--json");
}

/* With --json a command that fails has an answer too, whatever it stumbled over. */
static int
end (gboolean json, int status)
{
  if (json && status != CLI_DONE)
    cli_answer_failure ();
  return status;
}

int
main (int argc, char **argv)
{
  g_autofree char *workspace = NULL;
  gboolean version = FALSE, help = FALSE, json = wants_json (argv);
  CliContext context = { NULL };
  const GOptionEntry entries[] = {
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &workspace, NULL, "FILE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &context.json, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  rk_language_setup (NULL);
  g_option_context_set_strict_posix (options, TRUE);
  g_option_context_set_help_enabled (options, FALSE);
  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      cli_complain ("%s", error->message);
      return end (json, CLI_USAGE);
    }
  context.workspace = workspace;
  if (version)
    g_print ("rkctl %s\n", RK_VERSION);
  else if (help)
    return end (json, print_help (argc >= 2 ? argv[1] : NULL));
  else if (argc >= 2 && g_str_equal (argv[1], "help"))
    return end (json, print_help (argc >= 3 ? argv[2] : NULL));
  else
    return end (json, run_command (&context, argc - 1, argv + 1));
  return CLI_DONE;
}
