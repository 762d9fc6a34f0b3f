/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-ranking-row.h"

#include <glib/gi18n.h>

#define LAST_PLACE 10000 /* beyond the end is the end */

struct _RkRankingRow
{
  GtkListBoxRow parent_instance;
  char *value;
  guint place; /* 1-based, 0: not placed */
  GtkWidget *handle, *up, *down, *remove, *add;
  GtkLabel *number, *label;
};

G_DEFINE_FINAL_TYPE (RkRankingRow, rk_ranking_row, GTK_TYPE_LIST_BOX_ROW)

/* The ranking answers by making its rows anew: nothing may touch @self afterwards. */
static void
go (RkRankingRow *self, int place)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "ranking.place", "(si)", self->value, place);
}

static void
up_cb (RkRankingRow *self)
{
  if (self->place > 1)
    go (self, (int) self->place - 2);
}

static void
down_cb (RkRankingRow *self)
{
  go (self, (int) self->place);
}

static void
remove_cb (RkRankingRow *self)
{
  go (self, -1);
}

static void
add_cb (RkRankingRow *self)
{
  go (self, LAST_PLACE);
}

static gboolean
placed_key (RkRankingRow *self, guint keyval, gboolean alt)
{
  if (alt && keyval == GDK_KEY_Up)
    up_cb (self);
  else if (alt && keyval == GDK_KEY_Down)
    down_cb (self);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    remove_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (RkRankingRow *self, guint keyval, guint code, GdkModifierType state)
{
  if (!gtk_widget_is_focus (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE; /* one of its buttons */
  if (self->place > 0)
    return placed_key (self, keyval, (state & GDK_ALT_MASK) != 0);
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  add_cb (self);
  return GDK_EVENT_STOP;
}

static void
clicked_cb (RkRankingRow *self, int n_press)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2 && self->place == 0)
    add_cb (self);
}

static GdkContentProvider *
prepare_cb (RkRankingRow *self)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, self->value);
}

static gboolean
drop_cb (RkRankingRow *self, const GValue *value)
{
  const char *dragged = g_value_get_string (value);

  if (g_strcmp0 (dragged, self->value) == 0)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "ranking.place", "(si)", dragged,
                                     (int) self->place - 1);
}

static void
rk_ranking_row_finalize (GObject *object)
{
  g_free (RK_RANKING_ROW (object)->value);
  G_OBJECT_CLASS (rk_ranking_row_parent_class)->finalize (object);
}

static void
rk_ranking_row_class_init (RkRankingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rk_ranking_row_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-ranking-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RkRankingRow, handle);
  gtk_widget_class_bind_template_child (widget_class, RkRankingRow, number);
  gtk_widget_class_bind_template_child (widget_class, RkRankingRow, label);
  gtk_widget_class_bind_template_child (widget_class, RkRankingRow, up);
  gtk_widget_class_bind_template_child (widget_class, RkRankingRow, down);
  gtk_widget_class_bind_template_child (widget_class, RkRankingRow, remove);
  gtk_widget_class_bind_template_child (widget_class, RkRankingRow, add);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
add_drag_and_drop (RkRankingRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
rk_ranking_row_init (RkRankingRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_drag_and_drop (self);
}

static void
name_button (GtkWidget *button, const char *verb, const char *label)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", verb, label);

  gtk_widget_set_tooltip_text (button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_parts (RkRankingRow *self)
{
  gboolean placed = self->place > 0;

  gtk_widget_set_visible (self->handle, placed);
  gtk_widget_set_visible (GTK_WIDGET (self->number), placed);
  gtk_widget_set_visible (self->up, placed);
  gtk_widget_set_visible (self->down, placed);
  gtk_widget_set_visible (self->remove, placed);
  gtk_widget_set_visible (self->add, !placed);
  gtk_widget_set_sensitive (self->up, self->place > 1);
}

GtkWidget *
rk_ranking_row_new (const char *value, const char *label, guint place)
{
  RkRankingRow *self = g_object_new (RK_TYPE_RANKING_ROW, NULL);
  g_autofree char *number = g_strdup_printf ("%u", place);
  g_autofree char *name = place > 0 ? g_strdup_printf ("%u. %s", place, label) : g_strdup (label);

  self->value = g_strdup (value);
  self->place = place;
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->label, label);
  show_parts (self);
  name_button (self->up, _ ("Move up"), label);
  name_button (self->down, _ ("Move down"), label);
  name_button (self->remove, _ ("Take out of the order"), label);
  name_button (self->add, _ ("Add to the order"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

const char *
rk_ranking_row_get_value (RkRankingRow *self)
{
  g_return_val_if_fail (RK_IS_RANKING_ROW (self), NULL);
  return self->value;
}
