/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-offer-dialog.h"

#include "rk-response-offer.h"
#include "rk-text.h"

#include <glib/gi18n.h>

struct _RkOfferDialog
{
  AdwWindow parent_instance;
  GPtrArray *offers; /* of RkOffer */
  GtkWidget *from;   /* weak */
  RkOfferFunc function;
  gpointer data;
  GPtrArray *checks; /* of GtkCheckButton, beside offers */

  GtkListBox *list;
  GtkSearchEntry *search;
  GtkButton *take;
};

G_DEFINE_FINAL_TYPE (RkOfferDialog, rk_offer_dialog, ADW_TYPE_WINDOW)

static guint
count_chosen (RkOfferDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]);
  return n;
}

static void
show_count (RkOfferDialog *self)
{
  guint n = count_chosen (self);
  /* Translators: the button that takes over what was ticked. */
  g_autofree char *label =
      n > 0 ? g_strdup_printf (_ ("Take over %u"), n) : g_strdup (_ ("Take over"));

  gtk_button_set_label (self->take, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), n > 0);
}

static void
add_offer (RkOfferDialog *self, RkOffer *offer)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *name = rk_offer_get_name (offer);
  const char *detail = rk_offer_get_detail (offer);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (show_count), self);
  g_ptr_array_add (self->checks, check);
  gtk_list_box_append (self->list, row);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  RkOfferDialog *self = data;
  RkOffer *offer = self->offers->pdata[gtk_list_box_row_get_index (row)];
  g_autofree char *words = rk_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *text =
      g_strconcat (rk_offer_get_name (offer), " ", rk_offer_get_detail (offer), NULL);
  g_autofree char *folded = rk_text_fold (text);

  return strstr (folded, words) != NULL;
}

static void
search_cb (RkOfferDialog *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
take_cb (RkOfferDialog *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (chosen, self->offers->pdata[i]);
  if (self->from != NULL && chosen->len > 0)
    self->function (chosen, self->data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
rk_offer_dialog_dispose (GObject *object)
{
  RkOfferDialog *self = RK_OFFER_DIALOG (object);

  g_clear_weak_pointer (&self->from);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  G_OBJECT_CLASS (rk_offer_dialog_parent_class)->dispose (object);
}

static void
rk_offer_dialog_class_init (RkOfferDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_offer_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-offer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RkOfferDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RkOfferDialog, search);
  gtk_widget_class_bind_template_child (widget_class, RkOfferDialog, take);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
rk_offer_dialog_init (RkOfferDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rk_offer_dialog_present (GtkWidget *from, GPtrArray *offers, RkOfferFunc function, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (from);
  RkOfferDialog *self = g_object_new (RK_TYPE_OFFER_DIALOG, "transient-for",
                                      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);

  self->offers = g_ptr_array_ref (offers);
  self->checks = g_ptr_array_new ();
  g_set_weak_pointer (&self->from, from);
  self->function = function;
  self->data = data;
  for (guint i = 0; i < offers->len; i++)
    add_offer (self, offers->pdata[i]);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  show_count (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
