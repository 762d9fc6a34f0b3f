/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-tab-stop.h"

struct _RkTabStop
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (RkTabStop, rk_tab_stop, GTK_TYPE_BOX)

/* The first check button below @root in order; with @chosen the first that is on. */
static GtkWidget *
find_button (GtkWidget *root, gboolean chosen)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *hit;

      if (!gtk_widget_is_sensitive (child) || !gtk_widget_get_visible (child))
        continue;
      if (GTK_IS_CHECK_BUTTON (child))
        hit = !chosen || gtk_check_button_get_active (GTK_CHECK_BUTTON (child)) ? child : NULL;
      else
        hit = find_button (child, chosen);
      if (hit != NULL)
        return hit;
    }
  return NULL;
}

gboolean
rk_tab_stop_focus (RkTabStop *self)
{
  GtkWidget *button;

  g_return_val_if_fail (RK_IS_TAB_STOP (self), FALSE);
  button = find_button (GTK_WIDGET (self), TRUE);
  if (button == NULL)
    button = find_button (GTK_WIDGET (self), FALSE);
  return button != NULL && gtk_widget_grab_focus (button);
}

/* Tab out of the radios: a field that an option opened comes first. */
static gboolean
focus_opened_field (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_REVEALER (child) && gtk_revealer_get_reveal_child (GTK_REVEALER (child)) &&
        gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD))
      return TRUE;
  return FALSE;
}

static gboolean
rk_tab_stop_focus_vfunc (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *focus = gtk_widget_get_focus_child (widget);

  if (focus == NULL)
    return rk_tab_stop_focus (RK_TAB_STOP (widget));
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (rk_tab_stop_parent_class)->focus (widget, direction);
  if (GTK_IS_REVEALER (focus))
    return gtk_widget_child_focus (focus, direction) ||
           (direction == GTK_DIR_TAB_BACKWARD && rk_tab_stop_focus (RK_TAB_STOP (widget)));
  return direction == GTK_DIR_TAB_FORWARD && focus_opened_field (widget);
}

static void
rk_tab_stop_class_init (RkTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = rk_tab_stop_focus_vfunc;
}

static void
rk_tab_stop_init (RkTabStop *self)
{
}

GtkWidget *
rk_tab_stop_new (GtkOrientation orientation, int spacing)
{
  return g_object_new (RK_TYPE_TAB_STOP, "orientation", orientation, "spacing", spacing, NULL);
}
