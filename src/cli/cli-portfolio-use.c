/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio use: goes over to another reference architecture, or back. */
#include "config.h"
#include "cli-portfolio.h"
#include "rk-architecture-diff.h"

#include <glib/gi18n-lib.h>

/* --move OLD=NEW, as often as needed: (transfer full) (nullable) after having complained. */
static GHashTable *
parse_moves (char **words)
{
  g_autoptr (GHashTable) moves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, "=", 2);

      if (g_strv_length (parts) != 2)
        {
          cli_complain (_ ("“%s” is no move. Write it as OLD=NEW, with the keys of two places."),
                           *word);
          return NULL;
        }
      g_hash_table_insert (moves, g_strdup (parts[0]), g_strdup (parts[1]));
    }
  return g_steal_pointer (&moves);
}

static char *
find_id (RkStore *store, const char *word, GError **error)
{
  GError *local_error = NULL;
  char *previous;

  if (!g_str_equal (word, "previous"))
    return g_strdup (word);
  previous = rk_architecture_dup_previous (store, NULL, NULL, &local_error);
  if (previous == NULL && local_error == NULL)
    g_set_error_literal (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                         _ ("There is no earlier release to go back to, or it was replaced more "
                            "than 30 days ago. Name one with its id."));
  else if (previous == NULL)
    g_propagate_error (error, local_error);
  return previous;
}

int
cli_portfolio_use (CliContext *context, int argc, char **argv)
{
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { "move", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  g_autoptr (GHashTable) moves = NULL;
  g_autoptr (RkStore) store = NULL;
  g_autofree char *id = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("portfolio", "use");
  moves = parse_moves (words);
  if (moves == NULL)
    return CLI_USAGE;
  store = cli_portfolio_open_store (context, RK_STORE_OPEN_EXISTING, &error);
  if (store != NULL)
    id = find_id (store, argv[1], &error);
  if (id == NULL || !rk_architecture_use (store, id, moves, &error))
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    cli_survey_print_id (id);
  else
    g_print ("%s\n", id);
  return CLI_DONE;
}
