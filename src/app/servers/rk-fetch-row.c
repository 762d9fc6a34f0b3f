/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-fetch-row.h"

#include <glib/gi18n.h>

#define RK_TYPE_FETCH_ROW (rk_fetch_row_get_type ())
G_DECLARE_FINAL_TYPE (RkFetchRow, rk_fetch_row, RK, FETCH_ROW, GtkBox)

struct _RkFetchRow
{
  GtkBox parent_instance;
  RkFetchItem *item; /* (nullable): while it shows one */

  GtkCheckButton *check;
  GtkLabel *name;
  GtkLabel *caption;
  GtkLabel *have;
};

G_DEFINE_FINAL_TYPE (RkFetchRow, rk_fetch_row, GTK_TYPE_BOX)

static void
name_row (RkFetchRow *self, const char *name, const char *caption, const char *have)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean chosen = rk_fetch_item_is_chosen (self->item);
  g_autofree char *text =
      g_strdup_printf ("%s, %s%s%s%s%s", name, caption, *have != '\0' ? ", " : "", have,
                       chosen ? ", " : "", chosen ? _ ("chosen") : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show (RkFetchRow *self)
{
  const char *name = rk_fetch_item_get_form (self->item)->name;
  const char *have = rk_fetch_item_get_have_words (self->item);
  g_autofree char *caption = rk_fetch_item_dup_caption (self->item);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->have, have);
  gtk_widget_set_visible (GTK_WIDGET (self->have), *have != '\0');
  if (rk_fetch_item_get_have (self->item) == RK_EXCHANGE_CHANGED)
    gtk_widget_add_css_class (GTK_WIDGET (self->have), "info");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->have), "info");
  gtk_check_button_set_active (self->check, rk_fetch_item_is_chosen (self->item));
  name_row (self, name, caption, have);
}

static void
toggled_cb (RkFetchRow *self)
{
  if (self->item != NULL)
    rk_fetch_item_set_chosen (self->item, gtk_check_button_get_active (self->check));
}

static void
set_item (RkFetchRow *self, RkFetchItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show, self);
  g_clear_object (&self->item);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

static void
rk_fetch_row_dispose (GObject *object)
{
  set_item ((RkFetchRow *) object, NULL);
  G_OBJECT_CLASS (rk_fetch_row_parent_class)->dispose (object);
}

static void
rk_fetch_row_class_init (RkFetchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_fetch_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/servers/rk-fetch-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RkFetchRow, check);
  gtk_widget_class_bind_template_child (widget_class, RkFetchRow, name);
  gtk_widget_class_bind_template_child (widget_class, RkFetchRow, caption);
  gtk_widget_class_bind_template_child (widget_class, RkFetchRow, have);
}

static void
rk_fetch_row_init (RkFetchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
}

/* --- in a list view --------------------------------------------------------------------------- */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, g_object_new (RK_TYPE_FETCH_ROW, NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  set_item ((RkFetchRow *) gtk_list_item_get_child (list_item), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  set_item ((RkFetchRow *) gtk_list_item_get_child (list_item), NULL);
}

GtkListItemFactory *
rk_fetch_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
