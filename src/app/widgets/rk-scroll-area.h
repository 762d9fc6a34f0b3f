/* SPDX-License-Identifier: EUPL-1.2 */
/* A drawing of which a part moves while heads stay: what goes into a GtkScrolledWindow and draws
 * its own content. What is drawn is the subclass's; here are the scroll bars. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_SCROLL_AREA (rk_scroll_area_get_type ())
G_DECLARE_DERIVABLE_TYPE (RkScrollArea, rk_scroll_area, RK, SCROLL_AREA, GtkWidget)

struct _RkScrollAreaClass
{
  GtkWidgetClass parent_class;
  /* Draws all of the widget; offsets say how far the content has moved. */
  void (*draw) (RkScrollArea *self, cairo_t *cr, double width, double height);
  /* Says how large content and room are, with rk_scroll_area_configure(). */
  void (*resize) (RkScrollArea *self, double width, double height);
};

/* @content: how long the content is; @room: how much of it one sees; @step: of an arrow. */
void rk_scroll_area_configure (RkScrollArea *self, GtkOrientation orientation, double content,
                               double room, double step);
/* Calls resize() again: the content has another size. */
void rk_scroll_area_update (RkScrollArea *self);
/* How far the content has moved, in whole pixels. */
double rk_scroll_area_get_offset (RkScrollArea *self, GtkOrientation orientation);
/* Moves as little as is needed to show what lies between @from and @to of the content. */
void rk_scroll_area_reveal (RkScrollArea *self, GtkOrientation orientation, double from, double to);
/* Moves @offset to the left or upper edge. */
void rk_scroll_area_set_offset (RkScrollArea *self, GtkOrientation orientation, double offset);

G_END_DECLS
