/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-focus-air.h"

#include "rk-sticky-header.h"

/* What has to be seen of @focus: the whole entry, or the frame it scrolls in. */
static GtkWidget *
find_control (GtkWidget *focus, GtkWidget *scroller)
{
  GtkWidget *inner = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);

  if (inner != scroller)
    return inner;
  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

/* A header that floats over the top covers as much as it is high. */
static double
get_covered (GtkWidget *focus)
{
  GtkWidget *sticky = gtk_widget_get_ancestor (focus, RK_TYPE_STICKY_HEADER);

  return sticky != NULL ? rk_sticky_header_get_height (RK_STICKY_HEADER (sticky)) : 0;
}

static GtkWidget *
find_focus (GtkScrolledWindow *scroller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (scroller));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (scroller)) ? focus : NULL;
}

void
rk_focus_air_show (GtkScrolledWindow *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  GtkWidget *viewport = gtk_scrolled_window_get_child (scroller);
  GtkWidget *content = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  GtkWidget *focus = find_focus (scroller);
  double value = gtk_adjustment_get_value (adjustment), top, bottom;
  double page = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;

  if (focus == NULL ||
      !gtk_widget_compute_bounds (find_control (focus, GTK_WIDGET (scroller)), content, &bounds) ||
      bounds.size.height == 0)
    return;
  top = bounds.origin.y - RK_FOCUS_AIR - get_covered (focus);
  bottom = bounds.origin.y + bounds.size.height + RK_FOCUS_AIR;
  if (value + page < bottom)
    value = bottom - page;
  if (value > top)
    value = top;
  gtk_adjustment_set_value (adjustment, value);
}

static void
focus_moved_cb (GtkScrolledWindow *scroller, GParamSpec *pspec, GtkWindow *window)
{
  if (gtk_window_get_focus_visible (window))
    rk_focus_air_show (scroller);
}

static void
map_cb (GtkWidget *scroller)
{
  GtkRoot *root = gtk_widget_get_root (scroller);

  if (!GTK_IS_WINDOW (root))
    return;
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), scroller,
                           G_CONNECT_SWAPPED);
  /* After a while without keys the first Tab moves the focus before it shows it. */
  g_signal_connect_object (root, "notify::focus-visible", G_CALLBACK (focus_moved_cb), scroller,
                           G_CONNECT_SWAPPED);
}

static void
unmap_cb (GtkWidget *scroller)
{
  GtkRoot *root = gtk_widget_get_root (scroller);

  if (root != NULL)
    g_signal_handlers_disconnect_by_func (root, focus_moved_cb, scroller);
}

void
rk_focus_air_install (GtkScrolledWindow *scroller)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (scroller);

  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  g_signal_connect (scroller, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (scroller, "unmap", G_CALLBACK (unmap_cb), NULL);
}
