/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-focus-path.h"

typedef struct
{
  GtkWidget *page; /* owned */
  GArray *path;    /* of guint, innermost first */
} Restore;

static guint
position_of (GtkWidget *widget)
{
  guint n = 0;

  while ((widget = gtk_widget_get_prev_sibling (widget)) != NULL)
    n++;
  return n;
}

GArray *
rk_focus_path_save (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GArray *path;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    return NULL;
  path = g_array_new (FALSE, FALSE, sizeof (guint));
  for (; focus != page; focus = gtk_widget_get_parent (focus))
    {
      guint position = position_of (focus);

      g_array_append_val (path, position);
    }
  return path;
}

static GtkWidget *
find_child (GtkWidget *parent, guint position)
{
  GtkWidget *child = gtk_widget_get_first_child (parent);

  while (child != NULL && position-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static gboolean
restore_cb (gpointer data)
{
  Restore *self = data;
  GtkWidget *widget = self->page, *last = NULL;

  for (guint i = self->path->len; i > 0 && widget != NULL; i--)
    {
      widget = find_child (widget, g_array_index (self->path, guint, i - 1));
      if (widget != NULL && gtk_widget_get_focusable (widget))
        last = widget;
    }
  if (gtk_widget_get_mapped (self->page) && (last == NULL || !gtk_widget_grab_focus (last)))
    gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
restore_free (gpointer data)
{
  Restore *self = data;

  g_object_unref (self->page);
  g_array_unref (self->path);
  g_free (self);
}

void
rk_focus_path_restore (GtkWidget *page, GArray *path)
{
  Restore *self;

  if (path == NULL)
    return;
  self = g_new0 (Restore, 1);
  self->page = g_object_ref (page);
  self->path = path;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, restore_cb, self, restore_free);
}
