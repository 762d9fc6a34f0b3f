/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-application-list.h"
#include "rk-figure.h"
#include "rk-landscape.h"

#include <math.h>

/* A landscape of these is read in some 30 ms. */
#define MANY_APPLICATIONS 2000

/* The supplier is that of the application, or that of its product. */
const RkDerivedColumn rk_application_columns[] = {
  { "supplier_name",
    "SELECT name FROM supplier WHERE id = coalesce (r.supplier,"
    " (SELECT p.supplier FROM product p WHERE p.id = r.product))",
    "supplier product" },
  { "product_name", "SELECT name FROM product WHERE id = r.product", "product" },
  { "version_label", "SELECT label FROM product_version WHERE id = r.version", "product_version" },
  { "delivery", "SELECT delivery FROM product WHERE id = r.product", "product" },
  { "components", "SELECT group_concat (component_name, ', ') FROM fit WHERE application = r.id",
    "fit" },
  { "contract_end", RK_FIGURE_SQL ("contract_end"), NULL },
  { "notice_date", RK_FIGURE_SQL ("notice_date"), NULL },
  { "regie", RK_FIGURE_SQL ("regie"), NULL },
  { NULL },
};

static GHashTable *
make_figures (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

static void
add_figures (const RkLandApplication *application, GHashTable *ends, GHashTable *notices,
             GHashTable *scores)
{
  const RkContractTerm *term = application->contract != NULL ? &application->contract->term : NULL;
  char score[G_ASCII_DTOSTR_BUF_SIZE];

  if (term != NULL && term->end != NULL)
    g_hash_table_insert (ends, (char *) application->id, g_strdup (term->end));
  if (term != NULL && term->notice != NULL)
    g_hash_table_insert (notices, (char *) application->id, g_strdup (term->notice));
  if (isfinite (application->regie))
    g_hash_table_insert (scores, (char *) application->id,
                         g_strdup (g_ascii_dtostr (score, sizeof score, application->regie)));
}

/* Whether they are others than the last time, in this store. */
static gboolean
are_new (RkStore *store, GString *said)
{
  g_autofree char *hash =
      g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) said->str, said->len);

  if (g_strcmp0 (hash, g_object_get_data (G_OBJECT (store), "rk-application-figures")) == 0)
    return FALSE;
  g_object_set_data_full (G_OBJECT (store), "rk-application-figures", g_steal_pointer (&hash),
                          g_free);
  return TRUE;
}

static void
say (GString *said, const char *id, GHashTable *figures)
{
  const char *figure = g_hash_table_lookup (figures, id);

  g_string_append_printf (said, "%s=%s\n", id, figure != NULL ? figure : "");
}

gboolean
rk_application_figures_update (RkStore *store, gboolean *changed, GError **error)
{
  g_autoptr (RkLandscape) landscape = rk_landscape_load (store, NULL, error);
  g_autoptr (GHashTable) ends = make_figures ();
  g_autoptr (GHashTable) notices = make_figures ();
  g_autoptr (GHashTable) scores = make_figures ();
  g_autoptr (GString) said = g_string_new (NULL);

  *changed = FALSE;
  if (landscape == NULL)
    return FALSE;
  for (guint i = 0; i < landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (landscape->applications, i);

      add_figures (application, ends, notices, scores);
      say (said, application->id, ends);
      say (said, application->id, notices);
      say (said, application->id, scores);
    }
  *changed = are_new (store, said);
  if (!*changed)
    return TRUE;
  return rk_store_set_figures (store, "contract_end", ends, error) &&
         rk_store_set_figures (store, "notice_date", notices, error) &&
         rk_store_set_figures (store, "regie", scores, error);
}

gboolean
rk_application_figures_take_long (RkStore *store)
{
  return rk_store_count (store, "application", NULL, NULL, NULL) > MANY_APPLICATIONS;
}
