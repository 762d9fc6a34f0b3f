/* SPDX-License-Identifier: EUPL-1.2 */
/* A drawing one can walk through: the arrows go from mark to mark, Enter and a click open what made
 * it, the pointer reads it. What is drawn is the painter's; the rest is the same for all. */
#pragma once

#include "rk-ink.h"

G_BEGIN_DECLS

typedef struct _RkMarks RkMarks;

/* All lengths before the text scale. */
typedef struct
{
  int min_width, natural_width;
  double (*height_for) (gpointer data, const RkInk *ink, double width);
  /* Draws, and adds its marks in the order in which they are read. */
  void (*draw) (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height,
                RkMarks *marks);
} RkPainter;

/* To be called while drawing. @label: what the mark says ("Integration: 39,0"). */
void rk_marks_add (RkMarks *self, double x, double y, double width, double height,
                   const char *label);

#define RK_TYPE_PLOT (rk_plot_get_type ())
G_DECLARE_FINAL_TYPE (RkPlot, rk_plot, RK, PLOT, GtkWidget)

/* Signal "mark-activated" (RkPlot *self, guint mark); "mark" is a property that notifies: the one
 * the keyboard stands on, -1 none. */
RkPlot *rk_plot_new (const RkPainter *painter, gpointer data, GDestroyNotify destroy);
/* The sentence a screen reader says. */
void rk_plot_set_summary (RkPlot *self, const char *summary);
/* Whether the arrows walk over its marks (they do); FALSE for a drawing beside its own words. */
void rk_plot_set_walkable (RkPlot *self, gboolean walkable);
int rk_plot_get_mark (RkPlot *self);
guint rk_plot_get_n_marks (RkPlot *self);
const char *rk_plot_get_mark_label (RkPlot *self, guint mark);
/* Width below which the painter cannot do its work, in pixels of now. */
int rk_plot_get_min_width (RkPlot *self);
/* Draws at once; for measuring and for export. */
void rk_plot_draw (RkPlot *self, RkPalette palette, cairo_t *cr, double width, double height);

/* Text scale of @widget's display. */
double rk_text_scale (GtkWidget *widget);

G_END_DECLS
