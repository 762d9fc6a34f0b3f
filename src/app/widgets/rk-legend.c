/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-legend.h"

#include "rk-plot.h"

#define HEIGHT 14

typedef struct
{
  RkSign sign;
  guint series;
} Item;

static double
height_for (gpointer data, const RkInk *ink, double width)
{
  return HEIGHT * ink->scale;
}

static void
draw (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height, RkMarks *marks)
{
  const Item *item = data;
  double bar = 10 * ink->scale, y = height / 2;

  if (item->sign == RK_SIGN_UNKNOWN)
    rk_ink_unknown (ink, cr, 0, y - bar / 2, width, bar);
  if (item->sign == RK_SIGN_BAR)
    {
      rk_paint_rounded (cr, 0, y - bar / 2, width, bar, 2 * ink->scale);
      rk_palette_fill (ink->palette, rk_ink_series_colour (item->series), RK_PATTERN_PLAIN, cr);
    }
  if (item->sign == RK_SIGN_LINE)
    {
      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, width, y);
      rk_ink_series_line (ink, item->series, cr);
      cairo_stroke (cr);
    }
  if (item->sign == RK_SIGN_LINE || item->sign == RK_SIGN_POINT)
    rk_ink_series_point (ink, item->series, FALSE, cr, width / 2, y);
}

static const RkPainter narrow_painter = { 22, 22, height_for, draw };
static const RkPainter line_painter = { 32, 32, height_for, draw };

GtkWidget *
rk_legend_item_new (RkSign sign, guint series, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Item *item = g_new0 (Item, 1);
  RkPlot *plot = rk_plot_new (sign == RK_SIGN_LINE ? &line_painter : &narrow_painter, item, g_free);
  GtkWidget *words = gtk_label_new (label);

  item->sign = sign;
  item->series = series;
  rk_plot_set_walkable (plot, FALSE);
  rk_plot_set_summary (plot, label);
  gtk_widget_set_valign (GTK_WIDGET (plot), GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_add_css_class (words, "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (plot));
  gtk_box_append (GTK_BOX (box), words);
  return box;
}
