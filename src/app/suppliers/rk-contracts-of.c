/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-contracts-of.h"

#include "rk-format.h"
#include "rk-record-editor.h"
#include "rk-refresh.h"
#include "rk-supplier-list.h"

#include <glib/gi18n.h>

/* Days before the last day to give notice that one is warned. */
#define WARN_DAYS 183

#define RK_TYPE_CONTRACTS_OF (rk_contracts_of_get_type ())
G_DECLARE_FINAL_TYPE (RkContractsOf, rk_contracts_of, RK, CONTRACTS_OF, AdwBin)

struct _RkContractsOf
{
  AdwBin parent_instance;
  RkStore *store;
  char *application;
  RkLinkCard *card;
  AdwBin *editor;
};

G_DEFINE_FINAL_TYPE (RkContractsOf, rk_contracts_of, ADW_TYPE_BIN)

/* That one must give notice soon: (nullable). */
static char *
dup_warning (const RkLandContract *contract, const char *today)
{
  g_autofree char *date = NULL;
  int days;

  if (contract->term.notice == NULL)
    return NULL;
  days = rk_date_days_between (today, contract->term.notice);
  if (days < 0 || days > WARN_DAYS)
    return NULL;
  date = rk_format_date (contract->term.notice, RK_FORMAT_TABLE);
  return g_strdup_printf (_ ("notice until %s"), date);
}

void
rk_link_card_add_contract (RkLinkCard *card, const RkLandContract *contract, const char *today)
{
  g_autofree char *cost = rk_contract_dup_cost (contract);
  g_autofree char *end = rk_contract_dup_end (contract);
  g_autofree char *renewal = rk_contract_dup_renewal (contract);
  g_autofree char *warning = dup_warning (contract, today);
  g_autoptr (GString) caption = g_string_new (NULL);

  /* Translators: the end of a contract as a date, then what it costs */
  g_string_printf (caption, _ ("until %s · cost %s"), end, cost);
  if (*renewal != '\0')
    g_string_append_printf (caption, " · %s", renewal);
  rk_link_card_add (card, contract->name, caption->str, warning, warning != NULL, "contract",
                    contract->id);
}

static void
refresh (GtkWidget *widget)
{
  RkContractsOf *self = RK_CONTRACTS_OF (widget);
  g_autoptr (RkLandscape) landscape = rk_landscape_load (self->store, NULL, NULL);
  const RkLandApplication *application =
      landscape != NULL ? rk_landscape_find_application (landscape, self->application) : NULL;

  rk_link_card_clear (self->card);
  for (guint i = 0; application != NULL && i < application->contracts->len; i++)
    rk_link_card_add_contract (self->card, g_ptr_array_index (application->contracts, i),
                               landscape->date);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkContractsOf *self = RK_CONTRACTS_OF (widget);
  g_autoptr (RkRecord) application =
      rk_store_get (self->store, "application", self->application, NULL);
  GtkWidget *editor = rk_record_editor_new (self->store, "contract", NULL);

  rk_record_editor_preset (RK_RECORD_EDITOR (editor), "applications", self->application);
  if (application != NULL && rk_record_get (application, "supplier") != NULL)
    rk_record_editor_preset (RK_RECORD_EDITOR (editor), "supplier",
                             rk_record_get (application, "supplier"));
  adw_bin_set_child (self->editor, editor);
  rk_record_editor_focus_field (RK_RECORD_EDITOR (editor), "name");
}

static void
dispose (GObject *object)
{
  RkContractsOf *self = RK_CONTRACTS_OF (object);

  g_clear_pointer (&self->application, g_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_contracts_of_parent_class)->dispose (object);
}

static void
rk_contracts_of_class_init (RkContractsOfClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "contracts.add", NULL, add_action);
}

static void
rk_contracts_of_init (RkContractsOf *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->card = RK_LINK_CARD (
      rk_link_card_new (_ ("Contracts"), _ ("No contract mentions this application.")));
  rk_link_card_set_button (self->card, _ ("Add"), "contracts.add");
  self->editor = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->editor));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
rk_contracts_of_new (RkStore *store, const char *application)
{
  RkContractsOf *self = g_object_new (RK_TYPE_CONTRACTS_OF, NULL);

  self->store = g_object_ref (store);
  self->application = g_strdup (application);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contracts.add",
                                 !rk_store_is_read_only (store));
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return GTK_WIDGET (self);
}
