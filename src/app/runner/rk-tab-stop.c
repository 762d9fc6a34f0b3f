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

/* What can be reached beside the radios: the fields that options opened, and links. */
static void
list_extras (GtkWidget *root, GPtrArray *extras)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) ||
        (GTK_IS_REVEALER (child) && gtk_revealer_get_reveal_child (GTK_REVEALER (child))))
      g_ptr_array_add (extras, child);
    else if (!GTK_IS_CHECK_BUTTON (child) && !GTK_IS_REVEALER (child))
      list_extras (child, extras);
}

/* The place in @extras of what holds the focus; -1: the radios have it. */
static int
find_focused (GtkWidget *widget, GPtrArray *extras)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < extras->len; i++)
    if (focus == g_ptr_array_index (extras, i) ||
        gtk_widget_is_ancestor (focus, g_ptr_array_index (extras, i)))
      return (int) i;
  return -1;
}

/* From the radios to what they opened, one by one, and back to the radios. */
static gboolean
tab (GtkWidget *widget, GtkDirectionType direction)
{
  g_autoptr (GPtrArray) extras = g_ptr_array_new ();
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1, at;

  list_extras (widget, extras);
  at = find_focused (widget, extras);
  if (at >= 0 && gtk_widget_child_focus (g_ptr_array_index (extras, at), direction))
    return TRUE;
  if (at < 0 && step < 0)
    return FALSE;
  for (int i = at + step; i >= 0 && i < (int) extras->len; i += step)
    if (gtk_widget_child_focus (g_ptr_array_index (extras, i), direction))
      return TRUE;
  return step < 0 && rk_tab_stop_focus (RK_TAB_STOP (widget));
}

static gboolean
rk_tab_stop_focus_vfunc (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) == NULL)
    return rk_tab_stop_focus (RK_TAB_STOP (widget));
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return tab (widget, direction);
  return GTK_WIDGET_CLASS (rk_tab_stop_parent_class)->focus (widget, direction);
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
