/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-graph-sign.h"

#include "rk-graph-drawing.h"
#include "rk-palette.h"

#define WIDTH 40
#define HEIGHT 12

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RkLandInterfaceType type = GPOINTER_TO_UINT (data);
  const double *dashes;
  int n = rk_graph_get_dashes (type, &dashes);

  rk_palette_use (rk_palette_current (), rk_graph_get_colour (type), cr);
  cairo_set_dash (cr, dashes, n, 0);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, 0, height / 2.0);
  cairo_line_to (cr, width, height / 2.0);
  cairo_stroke (cr);
}

GtkWidget *
rk_graph_sign_new (RkLandInterfaceType type, guint count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *area = gtk_drawing_area_new ();
  g_autofree char *text = g_strdup_printf ("%s (%u)", rk_graph_type_get_word (type), count);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, GUINT_TO_POINTER (type), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  return box;
}
