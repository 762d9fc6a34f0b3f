/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl form check: can this form be filled in, and if not, what is wrong and where. */
#include "config.h"
#include "cli-form.h"
#include "cli.h"

#include <glib/gi18n-lib.h>

int
cli_form_check (CliContext *context, int argc, char **argv)
{
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autoptr (RkForm) form = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv))
    return CLI_USAGE;
  if (argc != 2)
    return cli_wrong_usage ("form", "check");
  form = cli_form_open (argv[1], messages, &error);
  if (error != NULL)
    return cli_fail (context, CLI_USAGE, error);
  if (context->json)
    cli_print_json (cli_form_messages_to_json (form != NULL, messages));
  else if (form != NULL)
    /* Translators: the title of a questionnaire. */
    g_print (_ ("“%s” can be filled in.\n"), rk_form_get_title (form));
  return form != NULL ? CLI_DONE : CLI_FAILED;
}
