/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-application-list.h"
#include "rk-figure.h"
#include "rk-landscape.h"

#include <math.h>

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

gboolean
rk_application_figures_update (RkStore *store, GError **error)
{
  g_autoptr (RkLandscape) landscape = rk_landscape_load (store, NULL, error);
  g_autoptr (GHashTable) ends = make_figures ();
  g_autoptr (GHashTable) notices = make_figures ();
  g_autoptr (GHashTable) scores = make_figures ();

  if (landscape == NULL)
    return FALSE;
  for (guint i = 0; i < landscape->applications->len; i++)
    add_figures (g_ptr_array_index (landscape->applications, i), ends, notices, scores);
  return rk_store_set_figures (store, "contract_end", ends, error) &&
         rk_store_set_figures (store, "notice_date", notices, error) &&
         rk_store_set_figures (store, "regie", scores, error);
}
