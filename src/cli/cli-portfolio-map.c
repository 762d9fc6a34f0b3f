/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio map and unmap: where an application stands on the reference architecture. */
#include "config.h"
#include "cli-portfolio.h"

#include "rk-change.h"
#include "rk-components.h"
#include "rk-portfolio-kinds.h"
#include "rk-text.h"

#include <glib/gi18n-lib.h>

/* The component by its name or key: (transfer full). Without an architecture any key will do. */
static char *
find_component (RkStore *store, const char *name, char **component_name, GError **error)
{
  g_autoptr (RkArchitecture) architecture = rk_architecture_open (store, NULL, NULL);
  g_autoptr (GHashTable) components = rk_components_by_name (architecture);
  g_autofree char *folded = rk_text_fold (name);
  const char *key = components != NULL ? g_hash_table_lookup (components, folded) : name;
  const RkConcept *concept =
      architecture != NULL && key != NULL ? rk_architecture_find (architecture, key) : NULL;

  *component_name = concept != NULL ? g_strdup (concept->name) : NULL;
  if (key != NULL)
    return g_strdup (key);
  g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
               _ ("The reference architecture has no component “%s”. Correct the name."), name);
  return NULL;
}

static GPtrArray *
list_fits (RkStore *store, const char *application, const char *component, GError **error)
{
  return rk_store_list (store, "fit", "application = ?1 AND component = ?2", NULL, error,
                        application, component, NULL);
}

static int
place (CliContext *context, const char *application, const char *component, gboolean add)
{
  GError *error = NULL;
  g_autoptr (RkStore) store = cli_portfolio_open_store (context, 0, &error);
  g_autofree char *id = NULL, *key = NULL, *name = NULL;
  g_autoptr (GPtrArray) fits = NULL;
  g_autoptr (RkChange) change = NULL;

  id = store != NULL ? cli_portfolio_find_record (store, &rk_kind_application, application, &error)
                     : NULL;
  key = id != NULL ? find_component (store, component, &name, &error) : NULL;
  fits = key != NULL ? list_fits (store, id, key, &error) : NULL;
  if (fits == NULL)
    return cli_fail (context, CLI_FAILED, error);
  change = rk_change_new (store, add ? _ ("place on the reference architecture")
                                     : _ ("removal from the reference architecture"));
  if (add && fits->len == 0)
    {
      g_autofree char *fit = rk_store_new_id ();

      rk_change_set (change, "fit", fit, "application", id, "component", key, "component_name",
                     name, NULL);
    }
  for (guint i = 0; !add && i < fits->len; i++)
    rk_change_delete (change, "fit", rk_record_get_id (fits->pdata[i]));
  if (!rk_change_apply (change, &error))
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "application", id);
      json_object_set_string_member (object, "component", key);
      json_object_set_boolean_member (object, "changed", add ? fits->len == 0 : fits->len > 0);
      cli_survey_print_object (object);
    }
  else
    g_print ("%s  %s\n", key, name != NULL ? name : "");
  return CLI_DONE;
}

int
cli_portfolio_map (CliContext *context, int argc, char **argv)
{
  if (!cli_parse (context, NULL, &argc, &argv) || argc != 3)
    return cli_wrong_usage ("portfolio", "map");
  return place (context, argv[1], argv[2], TRUE);
}

int
cli_portfolio_unmap (CliContext *context, int argc, char **argv)
{
  if (!cli_parse (context, NULL, &argc, &argv) || argc != 3)
    return cli_wrong_usage ("portfolio", "unmap");
  return place (context, argv[1], argv[2], FALSE);
}
