/* SPDX-License-Identifier: EUPL-1.2 */
/* How commands answer. */
#include "config.h"
#include "cli.h"
#include "rk-error.h"
#include "rk-json.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

/* What the one command of this process has answered so far. */
static struct
{
  char *complaint; /* (nullable): the last one */
  gboolean has_document;
} answer;

static void
take_complaint (char *text)
{
  g_free (answer.complaint);
  answer.complaint = text;
}

void
cli_complain (const char *format, ...)
{
  char *text;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("rkctl: %s\n", text);
  take_complaint (text);
}

void
cli_print_json (JsonNode *node)
{
  g_autofree char *text = rk_json_to_text (node);

  answer.has_document = TRUE;
  g_print ("%s\n", text);
  json_node_unref (node);
}

void
cli_answer_failure (void)
{
  JsonObject *object;
  JsonNode *node;

  if (answer.has_document || answer.complaint == NULL)
    return;
  object = json_object_new ();
  node = json_node_new (JSON_NODE_OBJECT);
  json_object_set_boolean_member (object, "ok", FALSE);
  json_object_set_string_member (object, "error", answer.complaint);
  json_node_take_object (node, object);
  cli_print_json (node);
}

int
cli_fail (CliContext *context, int status, GError *error)
{
  cli_complain ("%s", error->message);
  if (context->json)
    cli_answer_failure ();
  g_error_free (error);
  return status;
}

int
cli_print_usage (const CliCommand *command)
{
  /* Translators: how a command of rkctl is used: its group, its verb and its arguments. */
  g_print (_ ("Usage: rkctl %s %s %s\n"), command->group, command->verb, command->usage);
  g_print ("%s\n%s %s\n", _ (command->summary), _ ("For example:"), command->example);
  return CLI_DONE;
}

int
cli_wrong_usage (const char *group, const char *verb)
{
  for (const CliCommand *c = cli_commands; c->group != NULL; c++)
    if (g_str_equal (c->group, group) && g_str_equal (c->verb, verb))
      {
        char *usage = g_strdup_printf (_ ("Usage: rkctl %s %s %s\n"), group, verb, c->usage);

        g_printerr ("%s%s %s\n", usage, _ ("For example:"), c->example);
        if (answer.complaint == NULL)
          take_complaint (g_strchomp (usage));
        else
          g_free (usage);
      }
  return CLI_USAGE;
}

gboolean
cli_write_file (const char *path, const char *content, gsize length, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return g_file_set_contents_full (path, content, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                     0600, error);
  /* What would fail is the file that is written first, of which nobody has heard. */
  g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
               /* Translators: the path of a folder, the path of a file. */
               _ ("There is no folder “%s”, so that “%s” could not be written. Make the folder, or "
                  "choose another."),
                  folder, path);
  return FALSE;
}

gboolean
cli_parse (CliContext *context, const GOptionEntry *entries, int *argc, char ***argv)
{
  return cli_parse_with (context, entries, NULL, argc, argv);
}

gboolean
cli_parse_with (CliContext *context, const GOptionEntry *entries, gpointer data, int *argc,
                char ***argv)
{
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &context->json, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  if (entries != NULL)
    {
      GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, data, NULL);

      g_option_group_add_entries (group, entries);
      g_option_context_set_main_group (options, group);
    }
  g_option_context_add_main_entries (options, common, GETTEXT_PACKAGE);
  if (g_option_context_parse (options, argc, argv, &error))
    return TRUE;
  cli_complain ("%s", error->message);
  return FALSE;
}
