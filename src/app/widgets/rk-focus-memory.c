/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-focus-memory.h"

typedef struct
{
  GtkWidget *last; /* (nullable), weak */
  GtkRoot *root;   /* (nullable), weak: the one that is listened to */
} Memory;

static Memory *
get_memory (GtkWidget *page)
{
  return g_object_get_data (G_OBJECT (page), "rk-focus-memory");
}

static void
memory_free (gpointer data)
{
  Memory *self = data;

  g_clear_weak_pointer (&self->last);
  g_clear_weak_pointer (&self->root);
  g_free (self);
}

static void
focus_moved_cb (GtkWidget *page)
{
  Memory *self = get_memory (page);
  GtkWidget *focus = gtk_root_get_focus (self->root);

  if (focus != NULL && gtk_widget_is_ancestor (focus, page))
    g_set_weak_pointer (&self->last, focus);
}

static void
map_cb (GtkWidget *page)
{
  Memory *self = get_memory (page);
  GtkRoot *root = gtk_widget_get_root (page);

  if (root == self->root)
    return;
  g_set_weak_pointer (&self->root, root);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), page,
                           G_CONNECT_SWAPPED);
}

void
rk_focus_memory_track (GtkWidget *page)
{
  Memory *self = g_new0 (Memory, 1);

  g_object_set_data_full (G_OBJECT (page), "rk-focus-memory", self, memory_free);
  g_signal_connect (page, "map", G_CALLBACK (map_cb), NULL);
}

gboolean
rk_focus_memory_restore (GtkWidget *page)
{
  Memory *self = get_memory (page);
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self == NULL || self->last == NULL || !gtk_widget_get_mapped (self->last))
    return FALSE;
  if (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, page))
    return FALSE;
  return gtk_widget_grab_focus (self->last);
}
