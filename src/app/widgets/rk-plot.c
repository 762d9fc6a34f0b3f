/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plot.h"

#include <adwaita.h>
#include <math.h>

/* Narrower than a painter likes, so that a plot never holds a window open: its chart turns into a
 * table instead. */
#define LEAST_WIDTH 32

typedef struct
{
  graphene_rect_t area;
  char *label;
} Mark;

struct _RkMarks
{
  GArray *list;
};

struct _RkPlot
{
  GtkWidget parent_instance;
  const RkPainter *painter;
  gpointer data;
  GDestroyNotify destroy;
  RkMarks marks;
  int mark;
};

G_DEFINE_FINAL_TYPE (RkPlot, rk_plot, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_MARK = 1
} RkPlotProps;
static GParamSpec *props[PROP_MARK + 1];

static guint mark_activated;

static void
clear_mark (gpointer data)
{
  g_clear_pointer (&((Mark *) data)->label, g_free);
}

void
rk_marks_add (RkMarks *self, double x, double y, double width, double height, const char *label)
{
  Mark mark = { GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height),
                g_strdup (label) };

  g_array_append_val (self->list, mark);
}

double
rk_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / 96.0 : 1;
}

static RkInk
make_ink (RkPlot *self, RkPalette palette)
{
  RkInk ink = { palette, gtk_widget_get_pango_context (GTK_WIDGET (self)),
                rk_text_scale (GTK_WIDGET (self)) };

  return ink;
}

static void
move_to_mark (RkPlot *self, int mark)
{
  if (self->mark == mark)
    return;
  self->mark = mark;
  if (mark >= 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    rk_plot_get_mark_label (self, (guint) mark), -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MARK]);
}

static int
find_mark_at (RkPlot *self, double x, double y)
{
  for (int i = (int) self->marks.list->len - 1; i >= 0; i--)
    if (graphene_rect_contains_point (&g_array_index (self->marks.list, Mark, i).area,
                                      &GRAPHENE_POINT_INIT ((float) x, (float) y)))
      return i;
  return -1;
}

static void
draw_ring (RkPlot *self, cairo_t *cr)
{
  const graphene_rect_t *r = &g_array_index (self->marks.list, Mark, self->mark).area;

  rk_paint_rounded (cr, r->origin.x - 2, r->origin.y - 2, r->size.width + 4, r->size.height + 4, 4);
  rk_palette_use (rk_palette_current (), RK_COLOUR_OWN, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* --- callbacks ------------------------------------------------------------------------------- */

static gboolean
key_pressed_cb (RkPlot *self, guint key, guint code, GdkModifierType state,
                GtkEventControllerKey *controller)
{
  int n = (int) self->marks.list->len, mark = self->mark;

  if (n == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Up: mark = MAX (mark - 1, 0); break;
    case GDK_KEY_Right:
    case GDK_KEY_Down: mark = MIN (mark + 1, n - 1); break;
    case GDK_KEY_Home: mark = 0; break;
    case GDK_KEY_End: mark = n - 1; break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (mark >= 0)
        g_signal_emit (self, mark_activated, 0, (guint) mark);
      return GDK_EVENT_STOP;
    default: return GDK_EVENT_PROPAGATE;
    }
  move_to_mark (self, mark);
  return GDK_EVENT_STOP;
}

static void
focus_enter_cb (RkPlot *self)
{
  if (self->mark < 0 && self->marks.list->len > 0)
    move_to_mark (self, 0);
}

static void
focus_leave_cb (RkPlot *self)
{
  move_to_mark (self, -1);
}

static void
released_cb (RkPlot *self, int n_press, double x, double y)
{
  int mark = find_mark_at (self, x, y);

  if (mark >= 0)
    g_signal_emit (self, mark_activated, 0, (guint) mark);
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  RkPlot *self = RK_PLOT (widget);
  int mark = keyboard ? self->mark : find_mark_at (self, x, y);

  if (mark < 0 || mark >= (int) self->marks.list->len)
    return FALSE;
  gtk_tooltip_set_text (tooltip, rk_plot_get_mark_label (self, (guint) mark));
  return TRUE;
}

/* --- widget ---------------------------------------------------------------------------------- */

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  RkPlot *self = RK_PLOT (widget);
  RkInk ink = make_ink (self, RK_PALETTE_LIGHT);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = MAX ((int) (self->painter->natural_width * ink.scale), LEAST_WIDTH);
      return;
    }
  if (for_size < 0)
    for_size = (int) (self->painter->natural_width * ink.scale);
  *minimum = *natural = (int) ceil (self->painter->height_for (self->data, &ink, for_size));
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  RkPlot *self = RK_PLOT (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  /* The focus ring of an outer mark may stand a little outside. */
  cairo_t *cr = gtk_snapshot_append_cairo (snap, &GRAPHENE_RECT_INIT (-4, -4, MAX (width, 0) + 8,
                                                                      MAX (height, 0) + 8));

  rk_plot_draw (self, rk_palette_current (), cr, width, height);
  if (self->mark >= 0 && self->mark < (int) self->marks.list->len && gtk_widget_has_focus (widget))
    draw_ring (self, cr);
  cairo_destroy (cr);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RkPlot *self = RK_PLOT (object);

  switch ((RkPlotProps) id)
    {
    case PROP_MARK: g_value_set_int (value, self->mark); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  RkPlot *self = RK_PLOT (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_array_unref (self->marks.list);
  G_OBJECT_CLASS (rk_plot_parent_class)->finalize (object);
}

static void
rk_plot_class_init (RkPlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  widget_class->query_tooltip = query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  props[PROP_MARK] = g_param_spec_int ("mark", NULL, NULL, -1, G_MAXINT, -1,
                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  mark_activated = g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
rk_plot_init (RkPlot *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->mark = -1;
  self->marks.list = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks.list, clear_mark);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

RkPlot *
rk_plot_new (const RkPainter *painter, gpointer data, GDestroyNotify destroy)
{
  RkPlot *self = g_object_new (RK_TYPE_PLOT, NULL);

  self->painter = painter;
  self->data = data;
  self->destroy = destroy;
  return self;
}

void
rk_plot_set_summary (RkPlot *self, const char *summary)
{
  g_return_if_fail (RK_IS_PLOT (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
}

void
rk_plot_set_walkable (RkPlot *self, gboolean walkable)
{
  g_return_if_fail (RK_IS_PLOT (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), walkable);
}

int
rk_plot_get_mark (RkPlot *self)
{
  g_return_val_if_fail (RK_IS_PLOT (self), -1);

  return self->mark;
}

guint
rk_plot_get_n_marks (RkPlot *self)
{
  g_return_val_if_fail (RK_IS_PLOT (self), 0);

  return self->marks.list->len;
}

const char *
rk_plot_get_mark_label (RkPlot *self, guint mark)
{
  g_return_val_if_fail (RK_IS_PLOT (self) && mark < self->marks.list->len, NULL);

  return g_array_index (self->marks.list, Mark, mark).label;
}

int
rk_plot_get_min_width (RkPlot *self)
{
  g_return_val_if_fail (RK_IS_PLOT (self), 0);

  return (int) (self->painter->min_width * rk_text_scale (GTK_WIDGET (self)));
}

void
rk_plot_draw (RkPlot *self, RkPalette palette, cairo_t *cr, double width, double height)
{
  RkInk ink = make_ink (self, palette);

  g_array_set_size (self->marks.list, 0);
  cairo_save (cr);
  self->painter->draw (self->data, &ink, cr, width, height, &self->marks);
  cairo_restore (cr);
}
