/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl form convert: a spreadsheet (XLSForm) becomes an XForm. */
#include "config.h"
#include "cli-form.h"
#include "cli.h"

#include <glib/gi18n-lib.h>

static gboolean
write_form (RkForm *form, const char *output, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (rk_form_get_bytes (form), &size);

  if (output != NULL)
    return cli_write_file (output, text, size, error);
  g_print ("%.*s", (int) size, text);
  return TRUE;
}

int
cli_form_convert (CliContext *context, int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, NULL, "FORM.xml" },
    { NULL },
  };
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autoptr (RkForm) form = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv))
    return CLI_USAGE;
  if (argc != 2)
    return cli_wrong_usage ("form", "convert");
  form = cli_form_open (argv[1], messages, &error);
  if (error != NULL)
    return cli_fail (context, CLI_USAGE, error);
  /* With --json the answer goes to stdout, and the form only to a file. */
  if (form != NULL && (output != NULL || !context->json) && !write_form (form, output, &error))
    return cli_fail (context, CLI_USAGE, error);
  if (context->json)
    cli_print_json (cli_form_messages_to_json (form != NULL, messages));
  return form != NULL ? CLI_DONE : CLI_FAILED;
}
