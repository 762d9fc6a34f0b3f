/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-scroll-area.h"

#include <adwaita.h>
#include <math.h>

typedef struct
{
  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
} RkScrollAreaPrivate;

static void
scrollable_init (GtkScrollableInterface *iface)
{
}

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (RkScrollArea, rk_scroll_area, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (RkScrollArea)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
} RkScrollAreaProps;

static RkScrollAreaPrivate *
get_private (RkScrollArea *self)
{
  return rk_scroll_area_get_instance_private (self);
}

static GtkAdjustment *
get_adjustment (RkScrollArea *self, GtkOrientation orientation)
{
  return get_private (self)->adjustments[orientation];
}

static void
set_adjustment (RkScrollArea *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **own = &get_private (self)->adjustments[orientation];

  if (*own != NULL)
    g_signal_handlers_disconnect_by_func (*own, gtk_widget_queue_draw, self);
  g_set_object (own, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  rk_scroll_area_update (self);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RkScrollAreaPrivate *own = get_private (RK_SCROLL_AREA (object));

  switch ((RkScrollAreaProps) id)
    {
    case PROP_HADJUSTMENT: g_value_set_object (value, own->adjustments[0]); break;
    case PROP_VADJUSTMENT: g_value_set_object (value, own->adjustments[1]); break;
    case PROP_HSCROLL_POLICY: g_value_set_enum (value, own->policies[0]); break;
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, own->policies[1]); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RkScrollArea *self = RK_SCROLL_AREA (object);

  switch ((RkScrollAreaProps) id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY: get_private (self)->policies[0] = g_value_get_enum (value); break;
    case PROP_VSCROLL_POLICY: get_private (self)->policies[1] = g_value_get_enum (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  RkScrollArea *self = RK_SCROLL_AREA (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr =
      gtk_snapshot_append_cairo (snap, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  RK_SCROLL_AREA_GET_CLASS (self)->draw (self, cr, width, height);
  cairo_destroy (cr);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  rk_scroll_area_update (RK_SCROLL_AREA (widget));
}

static void
dispose (GObject *object)
{
  RkScrollAreaPrivate *own = get_private (RK_SCROLL_AREA (object));

  g_clear_object (&own->adjustments[0]);
  g_clear_object (&own->adjustments[1]);
  G_OBJECT_CLASS (rk_scroll_area_parent_class)->dispose (object);
}

static void
rk_scroll_area_class_init (RkScrollAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  widget_class->snapshot = snapshot;
  widget_class->size_allocate = size_allocate;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
rk_scroll_area_init (RkScrollArea *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

void
rk_scroll_area_configure (RkScrollArea *self, GtkOrientation orientation, double content,
                          double room, double step)
{
  GtkAdjustment *adjustment = get_adjustment (self, orientation);

  room = MAX (room, 0);
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0,
                              MAX (content, room), step, room, room);
}

void
rk_scroll_area_update (RkScrollArea *self)
{
  g_return_if_fail (RK_IS_SCROLL_AREA (self));
  RK_SCROLL_AREA_GET_CLASS (self)->resize (self, gtk_widget_get_width (GTK_WIDGET (self)),
                                           gtk_widget_get_height (GTK_WIDGET (self)));
}

double
rk_scroll_area_get_offset (RkScrollArea *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = get_adjustment (self, orientation);

  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

void
rk_scroll_area_reveal (RkScrollArea *self, GtkOrientation orientation, double from, double to)
{
  GtkAdjustment *adjustment = get_adjustment (self, orientation);

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, from, to);
}

void
rk_scroll_area_set_offset (RkScrollArea *self, GtkOrientation orientation, double offset)
{
  GtkAdjustment *adjustment = get_adjustment (self, orientation);

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, offset);
}
