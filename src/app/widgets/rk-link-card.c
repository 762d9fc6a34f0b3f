/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-link-card.h"

#include <adwaita.h>

struct _RkLinkCard
{
  GtkWidget parent_instance;
  GtkWidget *card;
  GtkBox *head;
  GtkListBox *list;
  GtkWidget *empty;
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (RkLinkCard, rk_link_card, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return label;
}

static GtkWidget *
make_line (const char *title, const char *caption, const char *value, gboolean warn)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), make_label (title, NULL));
  if (caption != NULL && *caption != '\0')
    gtk_box_append (GTK_BOX (texts), make_label (caption, "rk-caption"));
  gtk_box_append (GTK_BOX (line), texts);
  if (value != NULL && *value != '\0')
    {
      GtkWidget *label = make_label (value, warn ? "rk-pill" : "rk-secondary");

      if (warn)
        gtk_widget_add_css_class (label, "warning");
      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), label);
    }
  return line;
}

static void
dispose (GObject *object)
{
  g_clear_pointer (&RK_LINK_CARD (object)->card, gtk_widget_unparent);
  G_OBJECT_CLASS (rk_link_card_parent_class)->dispose (object);
}

static void
rk_link_card_class_init (RkLinkCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rk_link_card_init (RkLinkCard *self)
{
}

GtkWidget *
rk_link_card_new (const char *title, const char *empty)
{
  RkLinkCard *self = g_object_new (RK_TYPE_LINK_CARD, NULL);
  GtkWidget *heading = make_label (title, "heading");

  gtk_widget_add_css_class (GTK_WIDGET (self), "rk-link-card");
  self->card = rk_card_new ();
  rk_card_set_label (RK_CARD (self->card), title);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->card), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self->card), 6);
  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (self->head, heading);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rk-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  self->empty = make_label (empty, "rk-secondary");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->card), self->empty);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
rk_link_card_clear (RkLinkCard *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (RK_IS_LINK_CARD (self));
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n_rows = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_visible (self->empty, TRUE);
}

void
rk_link_card_add (RkLinkCard *self, const char *title, const char *caption, const char *value,
                  gboolean warn, const char *kind, const char *id)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autoptr (GString) words = g_string_new (title);

  g_return_if_fail (RK_IS_LINK_CARD (self));
  if (caption != NULL && *caption != '\0')
    g_string_append_printf (words, ", %s", caption);
  if (value != NULL && *value != '\0')
    g_string_append_printf (words, ", %s", value);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_line (title, caption, value, warn));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", kind, id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
  gtk_list_box_append (self->list, row);
  self->n_rows++;
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_visible (self->empty, FALSE);
}

void
rk_link_card_set_button (RkLinkCard *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_return_if_fail (RK_IS_LINK_CARD (self));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->head, button);
}

guint
rk_link_card_get_n_rows (RkLinkCard *self)
{
  g_return_val_if_fail (RK_IS_LINK_CARD (self), 0);
  return self->n_rows;
}
