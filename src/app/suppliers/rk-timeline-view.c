/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-timeline-view.h"

#include "rk-button.h"
#include "rk-timeline-canvas.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

/* Above this many contracts one sees what is near first. */
#define MANY_ROWS 60
#define NEAR_MONTHS 24

#define STATE_ORDER "timeline.order"
#define STATE_YEARS "timeline.years"

struct _RkTimelineView
{
  GtkWidget parent_instance;
  RkStore *store;
  RkLandscape *landscape; /* (nullable) */
  gboolean all;
  gboolean ready; /* what a person changes is remembered */

  GtkDropDown *order;
  GtkToggleButton *one_year, *two_years, *five_years;
  GtkButton *all_button;
  RkTimelineCanvas *canvas;
};

G_DEFINE_FINAL_TYPE (RkTimelineView, rk_timeline_view, GTK_TYPE_WIDGET)

static void
fill (RkTimelineView *self)
{
  g_autofree char *until = NULL;
  g_autofree char *label = NULL;
  RkTimeline *timeline;
  guint n_hidden;

  if (self->landscape == NULL)
    return;
  if (!self->all && self->landscape->contracts->len > MANY_ROWS)
    until = rk_date_add_months (self->landscape->date, NEAR_MONTHS);
  timeline = rk_timeline_new (self->landscape,
                              (RkTimelineOrder) gtk_drop_down_get_selected (self->order), until);
  n_hidden = rk_timeline_get_n_hidden (timeline);
  label = g_strdup_printf (ngettext ("Show all %u", "Show all %u", self->landscape->contracts->len),
                           self->landscape->contracts->len);
  gtk_button_set_label (self->all_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), n_hidden > 0);
  rk_timeline_canvas_set_timeline (self->canvas, timeline);
}

static void
order_changed_cb (RkTimelineView *self)
{
  g_autofree char *order = NULL;

  if (!self->ready)
    return;
  order = g_strdup_printf ("%u", gtk_drop_down_get_selected (self->order));
  rk_store_set_state (self->store, STATE_ORDER, order, NULL);
  fill (self);
}

static void
years_toggled_cb (RkTimelineView *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  rk_timeline_canvas_set_years (self->canvas, button == self->one_year    ? 1
                                              : button == self->two_years ? 2
                                                                          : 5);
}

/* Also by keyboard on the canvas. */
static void
years_changed_cb (RkTimelineView *self)
{
  int years = rk_timeline_canvas_get_years (self->canvas);
  GtkToggleButton *button = years == 1   ? self->one_year
                            : years == 2 ? self->two_years
                                         : self->five_years;
  g_autofree char *text = g_strdup_printf ("%d", years);

  gtk_toggle_button_set_active (button, TRUE);
  if (self->ready)
    rk_store_set_state (self->store, STATE_YEARS, text, NULL);
}

static void
show_all_cb (RkTimelineView *self)
{
  self->all = TRUE;
  fill (self);
}

static void
row_activated_cb (RkTimelineView *self, guint row)
{
  const RkTimelineRow *r =
      rk_timeline_get_row (rk_timeline_canvas_get_timeline (self->canvas), row);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "contract",
                              r->contract->id);
}

static void
dispose (GObject *object)
{
  RkTimelineView *self = RK_TIMELINE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->landscape, rk_landscape_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_timeline_view_parent_class)->dispose (object);
}

static void
rk_timeline_view_class_init (RkTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (RK_TYPE_TIMELINE_CANVAS);
  g_type_ensure (RK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/suppliers/rk-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RkTimelineView, order);
  gtk_widget_class_bind_template_child (widget_class, RkTimelineView, one_year);
  gtk_widget_class_bind_template_child (widget_class, RkTimelineView, two_years);
  gtk_widget_class_bind_template_child (widget_class, RkTimelineView, five_years);
  gtk_widget_class_bind_template_child (widget_class, RkTimelineView, all_button);
  gtk_widget_class_bind_template_child (widget_class, RkTimelineView, canvas);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, years_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, years_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
rk_timeline_view_init (RkTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rk_drop_down_set_name (self->order, _ ("Order"));
}

GtkWidget *
rk_timeline_view_new (RkStore *store)
{
  RkTimelineView *self = g_object_new (RK_TYPE_TIMELINE_VIEW, NULL);
  g_autofree char *order = rk_store_get_state (store, STATE_ORDER);
  g_autofree char *years = rk_store_get_state (store, STATE_YEARS);

  self->store = g_object_ref (store);
  if (order != NULL)
    gtk_drop_down_set_selected (self->order,
                                (guint) CLAMP (g_ascii_strtoll (order, NULL, 10), 0, 2));
  if (g_strcmp0 (years, "1") == 0)
    rk_timeline_canvas_set_years (self->canvas, 1);
  else if (g_strcmp0 (years, "5") == 0)
    rk_timeline_canvas_set_years (self->canvas, 5);
  self->ready = TRUE;
  return GTK_WIDGET (self);
}

void
rk_timeline_view_set_landscape (RkTimelineView *self, RkLandscape *landscape)
{
  g_return_if_fail (RK_IS_TIMELINE_VIEW (self));
  rk_landscape_ref (landscape);
  g_clear_pointer (&self->landscape, rk_landscape_unref);
  self->landscape = landscape;
  fill (self);
}
