/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-status-label.h"

#define PAUSE_MS 1000

struct _RkStatusLabel
{
  GtkWidget parent_instance;
  GtkLabel *label;
  char *waiting;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (RkStatusLabel, rk_status_label, GTK_TYPE_WIDGET)

static gboolean
say_waiting_cb (gpointer data)
{
  RkStatusLabel *self = data;
  g_autofree char *text = g_steal_pointer (&self->waiting);

  if (text == NULL)
    {
      self->timeout_id = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_label_set_label (self->label, text);
  return G_SOURCE_CONTINUE;
}

static void
say (RkStatusLabel *self, const char *text)
{
  if (self->timeout_id != 0)
    {
      g_free (self->waiting);
      self->waiting = g_strdup (text);
      return;
    }
  gtk_label_set_label (self->label, text);
  self->timeout_id = g_timeout_add (PAUSE_MS, say_waiting_cb, self);
}

static void
rk_status_label_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rk_status_label_parent_class)->root (widget);
  g_object_set_data (G_OBJECT (gtk_widget_get_root (widget)), "rk-status-label", widget);
}

static void
rk_status_label_unroot (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (gtk_widget_get_root (widget)), "rk-status-label", NULL);
  GTK_WIDGET_CLASS (rk_status_label_parent_class)->unroot (widget);
}

static void
rk_status_label_dispose (GObject *object)
{
  RkStatusLabel *self = RK_STATUS_LABEL (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->waiting, g_free);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (rk_status_label_parent_class)->dispose (object);
}

static void
rk_status_label_class_init (RkStatusLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_status_label_dispose;
  widget_class->root = rk_status_label_root;
  widget_class->unroot = rk_status_label_unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rk_status_label_init (RkStatusLabel *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                              "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_set_opacity (GTK_WIDGET (self), 0);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
}

void
rk_announce (GtkWidget *from, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (from);
  RkStatusLabel *label =
      root != NULL ? g_object_get_data (G_OBJECT (root), "rk-status-label") : NULL;

  if (label != NULL)
    say (label, text);
}
