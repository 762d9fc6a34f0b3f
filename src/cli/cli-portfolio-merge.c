/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio merge: records that turn out to be one. */
#include "config.h"
#include "cli-portfolio.h"

#include "rk-merge.h"

/* The ids of what is named, ended by NULL: (transfer full) (nullable). */
static GStrv
find_all (RkStore *store, const RkKind *kind, char **names, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = cli_portfolio_find_record (store, kind, names[i], error);

      if (id == NULL)
        return NULL;
      g_strv_builder_add (builder, id);
    }
  return g_strv_builder_end (builder);
}

int
cli_portfolio_merge (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkRecord) kept = NULL;
  g_auto (GStrv) ids = NULL;
  GError *error = NULL;
  const RkKind *kind;

  if (!cli_parse (context, NULL, &argc, &argv) || argc < 4)
    return cli_wrong_usage ("portfolio", "merge");
  kind = cli_portfolio_find_kind (argv[1], &error);
  if (kind == NULL)
    return cli_fail (context, CLI_USAGE, error);
  store = cli_portfolio_open_store (context, 0, &error);
  ids = store != NULL ? find_all (store, kind, argv + 2, &error) : NULL;
  if (ids == NULL || !rk_merge (store, kind->name, (const char *const *) ids, NULL, &error))
    return cli_fail (context, CLI_FAILED, error);
  kept = rk_store_get (store, kind->name, ids[0], &error);
  if (kept == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    cli_survey_print_object (cli_portfolio_describe_record (kept));
  else
    g_print ("%s\n", ids[0]);
  return CLI_DONE;
}
