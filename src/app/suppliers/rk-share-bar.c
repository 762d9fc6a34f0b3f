/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-share-bar.h"

#include "rk-analysis.h"

#include <math.h>

#define HEIGHT 18
#define GAP 2
#define LEAST_WIDTH 4

typedef struct
{
  GStrv names;
  double *shares;
  guint n;
  int own;
} Shares;

static void
shares_free (gpointer data)
{
  Shares *shares = data;

  g_strfreev (shares->names);
  g_free (shares->shares);
  g_free (shares);
}

static double
height_for (gpointer data, const RkInk *ink, double width)
{
  return HEIGHT * ink->scale;
}

static void
draw (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height, RkMarks *marks)
{
  const Shares *shares = data;
  double x = 0, room = width - GAP * (shares->n > 0 ? shares->n - 1 : 0);

  for (guint i = 0; i < shares->n; i++)
    {
      double part = MAX (shares->shares[i] / 100 * room, LEAST_WIDTH);
      g_autofree char *percent = rk_analysis_format_number (RK_VALUE_PERCENT, shares->shares[i]);
      g_autofree char *label = g_strdup_printf ("%s: %s", shares->names[i], percent);

      if (x + part > width)
        part = width - x;
      if (part <= 0)
        return;
      rk_paint_rounded (cr, x, 0, part, height, 3);
      rk_palette_fill (ink->palette,
                       (int) i == shares->own ? RK_COLOUR_CATEGORY_1 : RK_COLOUR_CATEGORY_6,
                       (int) i == shares->own ? RK_PATTERN_STRIPES : RK_PATTERN_PLAIN, cr);
      cairo_new_path (cr);
      rk_marks_add (marks, x, 0, part, height, label);
      x += part + GAP;
    }
}

RkPlot *
rk_share_bar_new (void)
{
  static const RkPainter painter = { 160, 480, height_for, draw };
  Shares *shares = g_new0 (Shares, 1);
  RkPlot *bar;

  shares->own = -1;
  bar = rk_plot_new (&painter, shares, shares_free);
  g_object_set_data (G_OBJECT (bar), "rk-shares", shares);
  return bar;
}

void
rk_share_bar_set (RkPlot *bar, const char *const *names, const double *shares, guint n, int own)
{
  Shares *self = g_object_get_data (G_OBJECT (bar), "rk-shares");

  g_strfreev (self->names);
  g_free (self->shares);
  self->names = g_strdupv ((GStrv) names);
  self->shares = g_memdup2 (shares, n * sizeof (double));
  self->n = n;
  self->own = own;
  gtk_widget_queue_resize (GTK_WIDGET (bar));
}
