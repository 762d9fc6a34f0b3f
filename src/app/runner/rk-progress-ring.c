/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-progress-ring.h"

#include <glib/gi18n.h>
#include <math.h>

#define SIZE 16
#define STROKE 2.5

struct _RkProgressRing
{
  GtkWidget parent_instance;
  guint answered, total;
};

G_DEFINE_FINAL_TYPE (RkProgressRing, rk_progress_ring, GTK_TYPE_WIDGET)

static void
set_colour (GtkWidget *widget, cairo_t *cr, const char *name)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
}

static void
draw_ring (RkProgressRing *self, cairo_t *cr, double share)
{
  double radius = (SIZE - STROKE) / 2 - 1;

  cairo_set_line_width (cr, STROKE);
  set_colour (GTK_WIDGET (self), cr, "rk_trough");
  cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (share <= 0)
    return;
  set_colour (GTK_WIDGET (self), cr, "rk_progress");
  cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, radius, -G_PI_2, -G_PI_2 + share * 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_tick (RkProgressRing *self, cairo_t *cr)
{
  set_colour (GTK_WIDGET (self), cr, "rk_done");
  cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, SIZE / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
  set_colour (GTK_WIDGET (self), cr, "rk_done_tick");
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, 4.5, 8.3);
  cairo_line_to (cr, 7, 10.8);
  cairo_line_to (cr, 11.5, 5.6);
  cairo_stroke (cr);
}

static void
rk_progress_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RkProgressRing *self = RK_PROGRESS_RING (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  if (self->total > 0 && self->answered >= self->total)
    draw_tick (self, cr);
  else
    draw_ring (self, cr, (double) self->answered / MAX (self->total, 1));
  cairo_destroy (cr);
}

static void
rk_progress_ring_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
rk_progress_ring_class_init (RkProgressRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rk_progress_ring_snapshot;
  widget_class->measure = rk_progress_ring_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rk_progress_ring_init (RkProgressRing *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
rk_progress_ring_new (void)
{
  return g_object_new (RK_TYPE_PROGRESS_RING, NULL);
}

void
rk_progress_ring_set_share (RkProgressRing *self, guint answered, guint total)
{
  g_autofree char *label = NULL;
  int percent = total > 0 ? (int) floor (100.0 * answered / total) : 100;

  g_return_if_fail (RK_IS_PROGRESS_RING (self));
  self->answered = answered;
  self->total = total;
  /* Translators: name of a progress ring for screen readers: "section filled in for 70 percent". */
  label = g_strdup_printf (_ ("section filled in for %d percent"), percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
