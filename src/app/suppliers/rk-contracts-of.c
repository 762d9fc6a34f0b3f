/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-contracts-of.h"

#include "rk-format.h"
#include "rk-refresh.h"
#include "rk-supplier-list.h"

#include <glib/gi18n.h>

/* Days before the last day to give notice that one is warned. */
#define WARN_DAYS 183

/* "31/07/2027", or that one must act. */
static char *
dup_value (const RkLandContract *contract, const char *today, gboolean *warn)
{
  g_autofree char *date = NULL;
  int days;

  *warn = FALSE;
  if (contract->term.notice == NULL)
    return rk_contract_dup_end (contract);
  days = rk_date_days_between (today, contract->term.notice);
  *warn = days >= 0 && days <= WARN_DAYS;
  if (!*warn)
    return rk_contract_dup_end (contract);
  date = rk_format_date (contract->term.notice, RK_FORMAT_TABLE);
  return g_strdup_printf (_ ("notice until %s"), date);
}

void
rk_link_card_add_contract (RkLinkCard *card, const RkLandContract *contract, const char *today)
{
  g_autofree char *cost = rk_contract_dup_cost (contract);
  g_autofree char *end = rk_contract_dup_end (contract);
  g_autofree char *renewal = rk_contract_dup_renewal (contract);
  g_autofree char *caption = NULL, *value = NULL;
  gboolean warn;

  /* Translators: the end of a contract as a date, then what it costs */
  caption = g_strdup_printf (_ ("until %s · cost %s"), end, cost);
  if (*renewal != '\0')
    {
      char *longer = g_strdup_printf ("%s · %s", caption, renewal);
      g_free (caption);
      caption = longer;
    }
  value = dup_value (contract, today, &warn);
  rk_link_card_add (card, contract->name, caption, warn ? value : NULL, warn, "contract",
                    contract->id);
}

static void
refresh (GtkWidget *widget)
{
  RkStore *store = g_object_get_data (G_OBJECT (widget), "rk-store");
  const char *id = g_object_get_data (G_OBJECT (widget), "rk-application");
  g_autoptr (RkLandscape) landscape = rk_landscape_load (store, NULL, NULL);
  const RkLandApplication *application =
      landscape != NULL ? rk_landscape_find_application (landscape, id) : NULL;

  rk_link_card_clear (RK_LINK_CARD (widget));
  for (guint i = 0; application != NULL && i < application->contracts->len; i++)
    rk_link_card_add_contract (RK_LINK_CARD (widget), g_ptr_array_index (application->contracts, i),
                               landscape->date);
}

GtkWidget *
rk_contracts_of_new (RkStore *store, const char *application)
{
  GtkWidget *card =
      rk_link_card_new (_ ("Contracts"), _ ("No contract mentions this application."));

  rk_link_card_set_button (RK_LINK_CARD (card), _ ("All contracts"), "win.show-page::suppliers");
  g_object_set_data_full (G_OBJECT (card), "rk-store", g_object_ref (store), g_object_unref);
  g_object_set_data_full (G_OBJECT (card), "rk-application", g_strdup (application), g_free);
  rk_refresh_on_change (card, store, refresh);
  return card;
}
