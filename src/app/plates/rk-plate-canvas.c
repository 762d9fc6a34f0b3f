/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-canvas-private.h"

#include "rk-palette.h"
#include "rk-plot.h"
#include "rk-status-label.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN 16                            /* around a plate that fits */
#define BUDGET (6 * G_TIME_SPAN_MILLISECOND) /* for drawing in a frame */
#define SETTLE 90                            /* milliseconds without zooming */
#define GLIDE 160                            /* milliseconds of an animation */
#define STEP 1.25                            /* of the scale */
#define RING 3

G_DEFINE_FINAL_TYPE (RkPlateCanvas, rk_plate_canvas, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_BOX = 1,
  PROP_SCALE
} RkPlateCanvasProps;
static GParamSpec *props[PROP_SCALE + 1];

static guint box_activated, record_activated, moved;

static cairo_rectangle_t
get_plate (RkPlateCanvas *self)
{
  cairo_rectangle_t plate = { 0, 0, 1, 1 };

  if (self->drawing != NULL)
    rk_plate_drawing_get_extents (self->drawing, &plate);
  return plate;
}

static double
get_text_scale (RkPlateCanvas *self)
{
  return rk_text_scale (GTK_WIDGET (self));
}

static RkViewport
get_fit (RkPlateCanvas *self)
{
  cairo_rectangle_t plate = get_plate (self);

  return rk_viewport_fit (&plate, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)), MARGIN, get_text_scale (self));
}

static RkViewport
clamp (RkPlateCanvas *self, RkViewport view)
{
  cairo_rectangle_t plate = get_plate (self);

  return rk_viewport_clamp (view, &plate, gtk_widget_get_width (GTK_WIDGET (self)),
                            gtk_widget_get_height (GTK_WIDGET (self)), RK_PLATE_AIR);
}

/* --- drawing --------------------------------------------------------------------------------- */

static void
draw_part (gpointer data, cairo_t *cr, const cairo_rectangle_t *clip, double scale)
{
  RkPlateCanvas *self = data;
  RkPlateState state = { .palette = rk_palette_current (),
                         .scale = scale / get_text_scale (self),
                         .focus = -1,
                         .rows = self->rows,
                         .matches = self->matches };

  if (self->drawing == NULL)
    return;
  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
  rk_plate_drawing_draw (self->drawing, cr, &state);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RK_PLATE_CANVAS (widget)->tick = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static gboolean
settle_cb (gpointer data)
{
  RkPlateCanvas *self = data;

  self->settle = 0;
  self->zooming = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
append_ring (RkPlateCanvas *self, GtkSnapshot *snapshot)
{
  const RkPlateBox *box = rk_plate_drawing_get_box (self->drawing, (guint) self->box);
  cairo_rectangle_t there = rk_viewport_map (self->view, &box->bounds);
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));
  float width = focused ? RING : RING - 1;
  float out = width + 2;
  GskRoundedRect ring;
  GdkRGBA colour;

  rk_palette_get (rk_palette_current (), RK_COLOUR_OWN, &colour);
  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT ((float) there.x - out,
                                                        (float) there.y - out,
                                                        (float) there.width + 2 * out,
                                                        (float) there.height + 2 * out),
                                   (float) (6 * self->view.scale) + out);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ colour, colour, colour, colour });
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  RkPlateCanvas *self = RK_PLATE_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA ground;

  rk_palette_get (rk_palette_current (), RK_COLOUR_PLATE, &ground);
  gtk_snapshot_append_color (snap, &ground,
                             &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->drawing == NULL || width <= 0 || height <= 0)
    return;
  if (!self->zooming &&
      !rk_plate_tiles_render (self->tiles, self->view, width, height,
                              gtk_widget_get_scale_factor (widget), BUDGET) &&
      self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
  gtk_snapshot_push_clip (snap, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  rk_plate_tiles_snapshot (self->tiles, snap, self->view, width, height);
  if (self->box >= 0)
    append_ring (self, snap);
  gtk_snapshot_pop (snap);
}

static void
redraw (RkPlateCanvas *self)
{
  rk_plate_tiles_invalidate (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- looking --------------------------------------------------------------------------------- */

void
rk_plate_canvas_look (RkPlateCanvas *self, RkViewport view)
{
  gboolean zoomed = fabs (view.scale - self->view.scale) > 1e-9;

  self->view = clamp (self, view);
  if (zoomed)
    {
      self->zooming = TRUE;
      g_clear_handle_id (&self->settle, g_source_remove);
      self->settle = g_timeout_add (SETTLE, settle_cb, self);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCALE]);
    }
  g_signal_emit (self, moved, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
glide_cb (double part, gpointer data)
{
  RkPlateCanvas *self = data;

  rk_plate_canvas_look (self, rk_viewport_between (self->from, self->to, part));
}

RkViewport
rk_plate_canvas_get_goal (RkPlateCanvas *self)
{
  return adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING ? self->to : self->view;
}

void
rk_plate_canvas_go (RkPlateCanvas *self, RkViewport view)
{
  adw_animation_pause (self->animation);
  self->from = self->view;
  self->to = clamp (self, view);
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/* --- boxes ----------------------------------------------------------------------------------- */

static void
update_label (RkPlateCanvas *self)
{
  g_autofree char *label = NULL;

  if (self->drawing == NULL)
    return;
  if (self->box >= 0)
    label = rk_plate_drawing_describe (self->drawing, (guint) self->box);
  else
    label = g_strdup (rk_view_get_name (rk_plate_drawing_get_view (self->drawing)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->box >= 0 && gtk_widget_has_focus (GTK_WIDGET (self)))
    rk_announce (GTK_WIDGET (self), label);
}

static void
reveal (RkPlateCanvas *self)
{
  const RkPlateBox *box = rk_plate_drawing_get_box (self->drawing, (guint) self->box);
  RkViewport goal = rk_plate_canvas_get_goal (self);
  RkViewport view =
      rk_viewport_reveal (goal, &box->bounds, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)), RK_PLATE_AIR);

  if (fabs (view.x - goal.x) < 0.5 && fabs (view.y - goal.y) < 0.5)
    return;
  self->fitted = FALSE;
  rk_plate_canvas_go (self, view);
}

void
rk_plate_canvas_stand_on (RkPlateCanvas *self, int box, gboolean show)
{
  if (self->drawing == NULL)
    return;
  if (box >= (int) rk_plate_drawing_get_n_boxes (self->drawing))
    box = -1;
  if (self->box != box)
    {
      self->box = box;
      update_label (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BOX]);
    }
  if (show && box >= 0 && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    reveal (self);
}

void
rk_plate_canvas_activate_box (RkPlateCanvas *self, guint box, gboolean record)
{
  g_signal_emit (self, record ? record_activated : box_activated, 0, box);
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  RkPlateCanvas *self = RK_PLATE_CANVAS (widget);
  const RkPlateBox *box;
  g_autofree char *markup = NULL;
  int hit = self->box;

  if (self->drawing == NULL)
    return FALSE;
  if (!keyboard)
    hit = rk_plate_drawing_hit (self->drawing, self->view.x + x / self->view.scale,
                                self->view.y + y / self->view.scale);
  if (hit < 0)
    return FALSE;
  box = rk_plate_drawing_get_box (self->drawing, (guint) hit);
  if (box->name == NULL || *box->name == '\0')
    return FALSE;
  markup = box->definition != NULL
               ? g_markup_printf_escaped ("<b>%s</b>\n%s", box->name, box->definition)
               : g_markup_printf_escaped ("<b>%s</b>", box->name);
  gtk_tooltip_set_markup (tooltip, markup);
  return TRUE;
}

/* --- widget ---------------------------------------------------------------------------------- */

static gboolean
tell_cb (gpointer data)
{
  RkPlateCanvas *self = data;

  self->tell = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCALE]);
  g_signal_emit (self, moved, 0);
  return G_SOURCE_REMOVE;
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RkPlateCanvas *self = RK_PLATE_CANVAS (widget);
  RkViewport view = self->view;

  if (self->drawing == NULL || width <= 0 || height <= 0)
    return;
  if (self->centred)
    view = rk_viewport_centre (view, self->middle_x, self->middle_y, width, height);
  self->centred = FALSE;
  view = self->fitted ? get_fit (self) : clamp (self, view);
  if (fabs (view.scale - self->view.scale) < 1e-9 && fabs (view.x - self->view.x) < 1e-9 &&
      fabs (view.y - self->view.y) < 1e-9)
    return;
  adw_animation_pause (self->animation);
  self->view = view;
  if (self->tell == 0) /* what hears it may want another size: not in the middle of a layout */
    self->tell = g_idle_add (tell_cb, self);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = 120;
  *natural = 480;
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RkPlateCanvas *self = RK_PLATE_CANVAS (object);

  switch ((RkPlateCanvasProps) id)
    {
    case PROP_BOX: g_value_set_int (value, self->box); break;
    case PROP_SCALE: g_value_set_double (value, self->view.scale); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  RkPlateCanvas *self = RK_PLATE_CANVAS (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->tell, g_source_remove);
  g_clear_object (&self->animation);
  g_clear_object (&self->drawing);
  G_OBJECT_CLASS (rk_plate_canvas_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  RkPlateCanvas *self = RK_PLATE_CANVAS (object);

  rk_plate_tiles_free (self->tiles);
  g_free (self->matches);
  G_OBJECT_CLASS (rk_plate_canvas_parent_class)->finalize (object);
}

static void
rk_plate_canvas_class_init (RkPlateCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->query_tooltip = query_tooltip;
  widget_class->focus = rk_plate_canvas_move_focus;
  gtk_widget_class_set_css_name (widget_class, "platecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  rk_plate_canvas_add_bindings (widget_class);

  props[PROP_BOX] = g_param_spec_int ("box", NULL, NULL, -1, G_MAXINT, -1,
                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, 0, RK_VIEWPORT_MAX_SCALE, 1,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  box_activated = g_signal_new ("box-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  record_activated = g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  moved = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                        G_TYPE_NONE, 0);
}

static void
rk_plate_canvas_init (RkPlateCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  AdwAnimationTarget *target = adw_callback_animation_target_new (glide_cb, self, NULL);

  self->box = -1;
  self->fitted = TRUE;
  self->view.scale = 1;
  self->tiles = rk_plate_tiles_new (draw_part, self);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GLIDE, target);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  rk_plate_canvas_add_controllers (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (redraw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
rk_plate_canvas_new (void)
{
  return g_object_new (RK_TYPE_PLATE_CANVAS, NULL);
}

void
rk_plate_canvas_set_drawing (RkPlateCanvas *self, RkPlateDrawing *drawing, gboolean same_plate)
{
  cairo_rectangle_t plate;

  g_return_if_fail (RK_IS_PLATE_CANVAS (self) && RK_IS_PLATE_DRAWING (drawing));

  g_set_object (&self->drawing, drawing);
  g_clear_pointer (&self->matches, g_free);
  if (same_plate)
    {
      redraw (self);
      update_label (self);
      return;
    }
  plate = get_plate (self);
  rk_plate_tiles_set_bounds (self->tiles, &plate);
  self->rows = 0;
  self->box = -1;
  self->fitted = TRUE;
  update_label (self);
  self->centred = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

RkPlateDrawing *
rk_plate_canvas_get_drawing (RkPlateCanvas *self)
{
  g_return_val_if_fail (RK_IS_PLATE_CANVAS (self), NULL);

  return self->drawing;
}

void
rk_plate_canvas_set_rows (RkPlateCanvas *self, guint64 rows)
{
  g_return_if_fail (RK_IS_PLATE_CANVAS (self));

  if (self->rows == rows)
    return;
  self->rows = rows;
  redraw (self);
}

void
rk_plate_canvas_set_matches (RkPlateCanvas *self, GArray *matches)
{
  g_return_if_fail (RK_IS_PLATE_CANVAS (self) && self->drawing != NULL);

  if (matches == NULL && self->matches == NULL)
    return;
  g_clear_pointer (&self->matches, g_free);
  if (matches != NULL)
    {
      self->matches = g_new0 (gboolean, rk_plate_drawing_get_n_boxes (self->drawing));
      for (guint i = 0; i < matches->len; i++)
        self->matches[g_array_index (matches, int, i)] = TRUE;
    }
  redraw (self);
}

int
rk_plate_canvas_get_box (RkPlateCanvas *self)
{
  g_return_val_if_fail (RK_IS_PLATE_CANVAS (self), -1);

  return self->box;
}

void
rk_plate_canvas_set_box (RkPlateCanvas *self, int box)
{
  g_return_if_fail (RK_IS_PLATE_CANVAS (self));

  rk_plate_canvas_stand_on (self, box, TRUE);
}

RkViewport
rk_plate_canvas_get_viewport (RkPlateCanvas *self)
{
  g_return_val_if_fail (RK_IS_PLATE_CANVAS (self), ((RkViewport){ 0, 0, 1 }));

  return rk_plate_canvas_get_goal (self);
}

void
rk_plate_canvas_set_viewport (RkPlateCanvas *self, RkViewport viewport)
{
  g_return_if_fail (RK_IS_PLATE_CANVAS (self));

  viewport.scale = CLAMP (viewport.scale, RK_VIEWPORT_MIN_SCALE, RK_VIEWPORT_MAX_SCALE);
  self->fitted = FALSE;
  adw_animation_pause (self->animation);
  rk_plate_canvas_look (self, viewport);
}

void
rk_plate_canvas_look_at (RkPlateCanvas *self, double x, double y, double zoom)
{
  g_return_if_fail (RK_IS_PLATE_CANVAS (self));

  self->view.scale =
      CLAMP (zoom * get_text_scale (self), RK_VIEWPORT_MIN_SCALE, RK_VIEWPORT_MAX_SCALE);
  self->fitted = FALSE;
  self->centred = TRUE;
  self->middle_x = x;
  self->middle_y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
rk_plate_canvas_get_middle (RkPlateCanvas *self, double *x, double *y)
{
  RkViewport goal;

  g_return_if_fail (RK_IS_PLATE_CANVAS (self));

  goal = rk_plate_canvas_get_goal (self);
  *x = goal.x + gtk_widget_get_width (GTK_WIDGET (self)) / 2.0 / goal.scale;
  *y = goal.y + gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 / goal.scale;
}

double
rk_plate_canvas_get_zoom (RkPlateCanvas *self)
{
  g_return_val_if_fail (RK_IS_PLATE_CANVAS (self), 1);

  return self->view.scale / get_text_scale (self);
}

/* Around the box one stands on when it is in sight: it stays where it is. */
static void
zoom_goal (RkPlateCanvas *self, double scale)
{
  RkViewport goal = rk_plate_canvas_get_goal (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double x = width / 2, y = height / 2;

  if (self->box >= 0)
    {
      cairo_rectangle_t there =
          rk_viewport_map (goal,
                           &rk_plate_drawing_get_box (self->drawing, (guint) self->box)->bounds);
      double box_x = there.x + there.width / 2, box_y = there.y + there.height / 2;

      if (box_x > 0 && box_y > 0 && box_x < width && box_y < height)
        {
          x = box_x;
          y = box_y;
        }
    }
  self->fitted = FALSE;
  rk_plate_canvas_go (self, rk_viewport_zoom (goal, scale, x, y));
}

void
rk_plate_canvas_zoom_to (RkPlateCanvas *self, double zoom)
{
  g_return_if_fail (RK_IS_PLATE_CANVAS (self));

  if (self->drawing != NULL)
    zoom_goal (self, zoom * get_text_scale (self));
}

void
rk_plate_canvas_zoom_by (RkPlateCanvas *self, int steps)
{
  g_return_if_fail (RK_IS_PLATE_CANVAS (self));

  if (self->drawing != NULL)
    zoom_goal (self, rk_plate_canvas_get_goal (self).scale * pow (STEP, steps));
}

void
rk_plate_canvas_fit (RkPlateCanvas *self)
{
  g_return_if_fail (RK_IS_PLATE_CANVAS (self));

  if (self->drawing == NULL)
    return;
  rk_plate_canvas_go (self, get_fit (self));
  self->fitted = TRUE;
}

gboolean
rk_plate_canvas_is_fitted (RkPlateCanvas *self)
{
  g_return_val_if_fail (RK_IS_PLATE_CANVAS (self), FALSE);

  return self->fitted;
}
