/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio export --format archimate: a reference architecture, or the applications on it.
 */
#include "config.h"
#include "cli-portfolio.h"
#include "rk-archimate-export.h"
#include "rk-archimate-portfolio.h"

#include <glib/gi18n-lib.h>

static int
finish_model (CliContext *context, const char *output)
{
  if (context->json)
    cli_portfolio_print_file (output);
  else
    g_print ("%s\n", output);
  return CLI_DONE;
}

static int
export_model (CliContext *context, RkStore *store, const char *model, const char *output)
{
  GError *error = NULL;
  g_autofree char *id =
      cli_portfolio_find_architecture (store, *model != '\0' ? model : NULL, &error);

  if (id == NULL || !rk_archimate_export_file (store, id, output, NULL, &error))
    return cli_fail (context, CLI_FAILED, error);
  return finish_model (context, output);
}

static int
export_portfolio (CliContext *context, RkStore *store, RkLevel level, const char *output)
{
  RkArchimatePortfolio counts;
  GError *error = NULL;
  JsonObject *object;

  if (!rk_archimate_portfolio_export (store, level, output, &counts, NULL, &error))
    return cli_fail (context, CLI_FAILED, error);
  if (counts.n_left_out > 0)
    g_printerr (ngettext ("%u place or interface was left out: an end of it is not in the model.\n",
                          "%u places or interfaces were left out: an end of them is not in the "
                          "model.\n",
                          counts.n_left_out),
                counts.n_left_out);
  if (!context->json)
    return finish_model (context, output);
  object = json_object_new ();
  json_object_set_string_member (object, "path", output);
  json_object_set_string_member (object, "format", "archimate");
  json_object_set_string_member (object, "level", rk_level_to_text (level));
  json_object_set_int_member (object, "elements", counts.n_elements);
  json_object_set_int_member (object, "relations", counts.n_relations);
  json_object_set_int_member (object, "views", counts.n_views);
  json_object_set_int_member (object, "left_out", counts.n_left_out);
  cli_survey_print_object (object);
  return CLI_DONE;
}

int
cli_portfolio_export_archimate (CliContext *context, const char *model, RkLevel level,
                                const char *output)
{
  GError *error = NULL;
  g_autoptr (RkStore) store = NULL;

  if (output == NULL)
    {
      cli_complain (_ ("A model goes to a file. Say which one with --output FILE."));
      return cli_wrong_usage ("portfolio", "export");
    }
  store = cli_portfolio_open_store (context, RK_STORE_READ_ONLY, &error);
  if (store == NULL)
    return cli_fail (context, CLI_FAILED, error);
  return model != NULL ? export_model (context, store, model, output)
                       : export_portfolio (context, store, level, output);
}
