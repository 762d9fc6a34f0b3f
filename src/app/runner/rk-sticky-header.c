/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-sticky-header.h"

struct _RkStickyHeader
{
  AdwBin parent_instance;
  GtkWidget *header;
  GtkWidget *scroller;       /* (nullable): while mapped */
  GtkAdjustment *adjustment; /* (nullable): of the scroller */
};

G_DEFINE_FINAL_TYPE (RkStickyHeader, rk_sticky_header, ADW_TYPE_BIN)

/* Where the table stands is asked of what scrolls: against the scroller itself its place is still
 * that of before this step. */
static void
place_cb (RkStickyHeader *self)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *content = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  graphene_rect_t bounds;
  double above;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self), content, &bounds))
    return;
  above = gtk_adjustment_get_value (self->adjustment) - bounds.origin.y;
  /* Only while a good part of the table is still to be seen under it. */
  gtk_widget_set_visible (self->header, above > 0 && above < bounds.size.height / 2);
  gtk_widget_set_margin_top (self->header, (int) MAX (above, 0));
}

static void
rk_sticky_header_map (GtkWidget *widget)
{
  RkStickyHeader *self = RK_STICKY_HEADER (widget);

  GTK_WIDGET_CLASS (rk_sticky_header_parent_class)->map (widget);
  self->scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  if (self->scroller == NULL ||
      !GTK_IS_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller))))
    return;
  self->adjustment =
      g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (place_cb), self);
}

static void
rk_sticky_header_unmap (GtkWidget *widget)
{
  RkStickyHeader *self = RK_STICKY_HEADER (widget);

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  self->scroller = NULL;
  GTK_WIDGET_CLASS (rk_sticky_header_parent_class)->unmap (widget);
}

static void
rk_sticky_header_class_init (RkStickyHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = rk_sticky_header_map;
  widget_class->unmap = rk_sticky_header_unmap;
}

static void
rk_sticky_header_init (RkStickyHeader *self)
{
}

GtkWidget *
rk_sticky_header_new (GtkWidget *content, GtkWidget *header)
{
  RkStickyHeader *self = g_object_new (RK_TYPE_STICKY_HEADER, NULL);
  GtkWidget *overlay = gtk_overlay_new ();

  self->header = header;
  gtk_widget_set_valign (header, GTK_ALIGN_START);
  gtk_widget_set_visible (header, FALSE);
  gtk_widget_set_can_target (header, FALSE);
  gtk_widget_add_css_class (header, "rk-sticky");
  /* To assistive technology there is one heading. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), content);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), header);
  adw_bin_set_child (ADW_BIN (self), overlay);
  return GTK_WIDGET (self);
}

int
rk_sticky_header_get_height (RkStickyHeader *self)
{
  g_return_val_if_fail (RK_IS_STICKY_HEADER (self), 0);
  return gtk_widget_get_visible (self->header) ? gtk_widget_get_height (self->header) : 0;
}
