/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl workspace setup: says which administration the workspace is of, and makes the file. */
#include "config.h"
#include "cli-workspace.h"
#include "rk-municipality.h"
#include "rk-profile.h"

#include <glib/gi18n-lib.h>

/* The municipality with this NIS code or exactly this name: (transfer full) (nullable). */
static RkMunicipality *
find_municipality (const char *text)
{
  g_autoptr (GListModel) found = rk_municipality_search (text);
  RkMunicipality *municipality = rk_municipality_find (text);

  for (guint i = 0; municipality == NULL && i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (RkMunicipality) candidate = g_list_model_get_item (found, i);

      if (g_ascii_strcasecmp (rk_municipality_get_name (candidate), text) == 0)
        municipality = g_object_ref (candidate);
    }
  return municipality;
}

static RkStore *
set_up (CliContext *context, const char *name, const char *type, const char *kbo, GError **error)
{
  g_autofree char *path = cli_workspace_dup_path (context);
  g_autoptr (RkMunicipality) municipality = find_municipality (name);
  g_autoptr (RkStore) store = NULL;

  if (municipality == NULL && type == NULL)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                   /* Translators: %s is what was given as the name of a municipality. */
                   _ ("“%s” is not one of the 285 municipalities. Check the name or the NIS code, "
                      "or add --type for another administration."),
                      name);
      return NULL;
    }
  store = rk_workspace_open (path, RK_STORE_CREATE, error);
  if (store == NULL ||
      !rk_profile_set_administration (
          store, error, municipality != NULL ? rk_municipality_get_name (municipality) : name,
          type != NULL ? type : "gemeente_ocmw",
          municipality != NULL ? rk_municipality_get_nis (municipality) : NULL, kbo))
    return NULL;
  return g_steal_pointer (&store);
}

int
cli_workspace_setup (CliContext *context, int argc, char **argv)
{
  g_autofree char *type = NULL;
  g_autofree char *kbo = NULL;
  const GOptionEntry entries[] = {
    { "type", 0, 0, G_OPTION_ARG_STRING, &type, NULL, "TYPE" },
    { "kbo", 0, 0, G_OPTION_ARG_STRING, &kbo, NULL, "NUMBER" },
    { NULL },
  };
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkRecord) record = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv))
    return CLI_USAGE;
  if (argc != 2)
    return cli_wrong_usage ("workspace", "setup");
  store = set_up (context, argv[1], type, kbo, &error);
  if (store != NULL)
    record = rk_profile_get_administration (store, &error);
  if (record == NULL)
    return cli_fail (context, CLI_FAILED, error);
  return cli_workspace_answer (context, "id", rk_record_get_id (record), "name",
                               rk_record_get (record, "name"), "nis", rk_record_get (record, "nis"),
                               NULL);
}
