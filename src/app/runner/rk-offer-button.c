/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-offer-button.h"

#include "rk-offer-dialog.h"
#include "rk-response-offer.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

struct _RkOfferButton
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *repeat;
  GListModel *rows;
  GtkButton *button;
  GPtrArray *offers; /* of RkOffer */
  guint refresh_id;
};

G_DEFINE_FINAL_TYPE (RkOfferButton, rk_offer_button, ADW_TYPE_BIN)

static gboolean
refresh_cb (gpointer data)
{
  RkOfferButton *self = data;
  g_autofree char *label = NULL;

  self->refresh_id = 0;
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  self->offers = rk_response_list_offers (rk_autosave_get_response (self->autosave), self->repeat);
  /* Translators: %u is how many applications there are to choose from. */
  label = g_strdup_printf (_ ("Take over from Applications (%u)"), self->offers->len);
  gtk_button_set_label (self->button, label);
  gtk_widget_set_visible (GTK_WIDGET (self), self->offers->len > 0);
  return G_SOURCE_REMOVE;
}

/* Many rows may come and go at once: they are looked at once. */
static void
queue_refresh (RkOfferButton *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
taken_cb (GPtrArray *offers, gpointer data)
{
  RkOfferButton *self = data;
  RkResponse *response = rk_autosave_get_response (self->autosave);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean ok = rk_response_take_offers (response, self->repeat, offers, &error);

  rk_autosave_report (self->autosave, ok, error);
  if (!ok)
    return;
  text = g_strdup_printf (ngettext ("%u row taken over", "%u rows taken over", offers->len),
                          offers->len);
  rk_toast_show_undo (GTK_WIDGET (self), rk_response_get_store (response), text);
}

static void
clicked_cb (RkOfferButton *self)
{
  if (self->offers != NULL && self->offers->len > 0)
    rk_offer_dialog_present (GTK_WIDGET (self), self->offers, taken_cb, self);
}

static void
rk_offer_button_dispose (GObject *object)
{
  RkOfferButton *self = RK_OFFER_BUTTON (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->repeat);
  g_clear_object (&self->autosave);
  G_OBJECT_CLASS (rk_offer_button_parent_class)->dispose (object);
}

static void
rk_offer_button_class_init (RkOfferButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_offer_button_dispose;
}

static void
rk_offer_button_init (RkOfferButton *self)
{
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

GtkWidget *
rk_offer_button_new (RkAutosave *autosave, RkFormNode *repeat)
{
  RkOfferButton *self = g_object_new (RK_TYPE_OFFER_BUTTON, "visible", FALSE, NULL);

  self->autosave = g_object_ref (autosave);
  self->repeat = g_object_ref (repeat);
  self->rows = g_object_ref (rk_form_node_get_children (repeat));
  if (rk_form_node_get_attribute (repeat, "offer") == NULL)
    return GTK_WIDGET (self);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rk_response_get_store (rk_autosave_get_response (autosave)), "changed",
                           G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  queue_refresh (self);
  return GTK_WIDGET (self);
}
