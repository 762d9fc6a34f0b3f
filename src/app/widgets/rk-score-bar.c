/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-score-bar.h"

#include "rk-format.h"
#include "rk-plot.h"

#include <math.h>

#define BAR_HEIGHT 8

struct _RkScoreBar
{
  GtkWidget parent_instance;
  RkPlot *plot;
  GtkLabel *number;
  double score;
  int decimals;
  gboolean wide;
};

G_DEFINE_FINAL_TYPE (RkScoreBar, rk_score_bar, GTK_TYPE_WIDGET)

static double
height_for (gpointer data, const RkInk *ink, double width)
{
  return BAR_HEIGHT * ink->scale;
}

static void
draw (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height, RkMarks *marks)
{
  RkScoreBar *self = data;

  if (!isfinite (self->score))
    {
      rk_ink_unknown (ink, cr, 0, 0, width, height);
      return;
    }
  rk_paint_rounded (cr, 0.5, 0.5, width - 1, height - 1, 3 * ink->scale);
  rk_palette_fill (ink->palette, RK_COLOUR_SURFACE, RK_PATTERN_PLAIN, cr);
  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, width * CLAMP (self->score, 0, 100) / 100, height);
  rk_palette_fill (ink->palette, RK_COLOUR_OWN, RK_PATTERN_PLAIN, cr);
  cairo_restore (cr);
  cairo_new_path (cr);
  rk_paint_rounded (cr, 0.5, 0.5, width - 1, height - 1, 3 * ink->scale);
  rk_palette_use (ink->palette, RK_COLOUR_FRAME, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static const RkPainter short_painter = { 34, 34, height_for, draw };
static const RkPainter long_painter = { 34, 170, height_for, draw };

static void
dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rk_score_bar_parent_class)->dispose (object);
}

static void
rk_score_bar_class_init (RkScoreBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scorebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rk_score_bar_init (RkScoreBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

GtkWidget *
rk_score_bar_new (gboolean wide, int decimals)
{
  RkScoreBar *self = g_object_new (RK_TYPE_SCORE_BAR, NULL);

  self->decimals = decimals;
  self->wide = wide;
  self->plot = rk_plot_new (wide ? &long_painter : &short_painter, self, NULL);
  rk_plot_set_walkable (self->plot, FALSE);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->plot), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "rk-number");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->plot), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->number), GTK_WIDGET (self));
  rk_score_bar_set_score (self, NAN);
  return GTK_WIDGET (self);
}

void
rk_score_bar_set_score (RkScoreBar *self, double score)
{
  g_autofree char *number = NULL;

  g_return_if_fail (RK_IS_SCORE_BAR (self));

  self->score = score;
  number = rk_format_number (score, self->decimals);
  gtk_label_set_label (self->number, number);
  /* in a table the hatch says it; a screen reader says the word */
  gtk_widget_set_visible (GTK_WIDGET (self->number), self->wide || isfinite (score));
  rk_plot_set_summary (self->plot, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, number, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->plot));
}
