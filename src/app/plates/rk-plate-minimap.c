/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-minimap.h"

#include "rk-palette.h"

#define WIDTH 220
#define HEIGHT 96
#define PAD 4

struct _RkPlateMinimap
{
  GtkWidget parent_instance;
  RkPlateCanvas *canvas;   /* (nullable): weak */
  RkPlateDrawing *drawing; /* (nullable): that of the picture */
  GdkTexture *picture;     /* (nullable) */
  double x, y;             /* of the press, in plate lengths from the middle of the frame */
};

G_DEFINE_FINAL_TYPE (RkPlateMinimap, rk_plate_minimap, GTK_TYPE_WIDGET)

/* How the plate stands on the map: as a view of it. FALSE: there is nothing. */
static gboolean
get_map (RkPlateMinimap *self, RkViewport *map, cairo_rectangle_t *plate)
{
  RkPlateDrawing *drawing =
      self->canvas != NULL ? rk_plate_canvas_get_drawing (self->canvas) : NULL;

  if (drawing == NULL)
    return FALSE;
  rk_plate_drawing_get_extents (drawing, plate);
  *map = rk_viewport_fit (plate, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)), PAD, 1);
  return TRUE;
}

static cairo_rectangle_t
get_frame (RkPlateMinimap *self)
{
  return rk_viewport_get_visible (rk_plate_canvas_get_viewport (self->canvas),
                                  gtk_widget_get_width (GTK_WIDGET (self->canvas)),
                                  gtk_widget_get_height (GTK_WIDGET (self->canvas)));
}

static graphene_rect_t
to_rect (const cairo_rectangle_t *box)
{
  return GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width,
                             (float) box->height);
}

static void
draw_picture (RkPlateMinimap *self, RkPlateDrawing *drawing, RkViewport map,
              const cairo_rectangle_t *plate)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = MAX ((int) (plate->width * map.scale * factor), 1);
  int height = MAX ((int) (plate->height * map.scale * factor), 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, map.scale * factor, map.scale * factor);
  cairo_translate (cr, -plate->x, -plate->y);
  rk_plate_drawing_draw_map (drawing, cr, rk_palette_current ());
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);
  g_clear_object (&self->picture);
  self->picture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  g_set_object (&self->drawing, drawing);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  RkPlateMinimap *self = RK_PLATE_MINIMAP (widget);
  cairo_rectangle_t plate, there, frame;
  GskRoundedRect outline;
  graphene_rect_t picture_area,
      area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                 (float) gtk_widget_get_height (widget));
  RkViewport map;
  RkPlateDrawing *drawing;
  GdkRGBA colour;

  if (!get_map (self, &map, &plate))
    return;
  drawing = rk_plate_canvas_get_drawing (self->canvas);
  if (self->picture == NULL || self->drawing != drawing)
    draw_picture (self, drawing, map, &plate);
  there = rk_viewport_map (map, &plate);
  picture_area = to_rect (&there);
  frame = get_frame (self);
  frame = rk_viewport_map (map, &frame);
  rk_palette_get (rk_palette_current (), RK_COLOUR_OWN, &colour);
  gtk_snapshot_push_clip (snap, &area);
  gtk_snapshot_append_texture (snap, self->picture, &picture_area);
  area = to_rect (&frame);
  graphene_rect_intersection (&area,
                              &GRAPHENE_RECT_INIT (1, 1, (float) gtk_widget_get_width (widget) - 2,
                                                   (float) gtk_widget_get_height (widget) - 2),
                              &area);
  gsk_rounded_rect_init_from_rect (&outline, &area, 3);
  gtk_snapshot_append_border (snap, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ colour, colour, colour, colour });
  gtk_snapshot_pop (snap);
}

static void
forget_picture (RkPlateMinimap *self)
{
  g_clear_object (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Puts the middle of the frame there. */
static void
look_at (RkPlateMinimap *self, double x, double y)
{
  RkViewport view = rk_plate_canvas_get_viewport (self->canvas);

  rk_plate_canvas_set_viewport (self->canvas, rk_viewport_centre (view, x, y,
                                                                  gtk_widget_get_width (
                                                                      GTK_WIDGET (self->canvas)),
                                                                  gtk_widget_get_height (
                                                                      GTK_WIDGET (self->canvas))));
}

/* Within the frame one takes hold of it; outside it comes to the pointer. */
static void
drag_begin_cb (RkPlateMinimap *self, double x, double y)
{
  cairo_rectangle_t plate, frame;
  RkViewport map;

  if (!get_map (self, &map, &plate))
    return;
  frame = get_frame (self);
  x = map.x + x / map.scale;
  y = map.y + y / map.scale;
  self->x = x - (frame.x + frame.width / 2);
  self->y = y - (frame.y + frame.height / 2);
  if (ABS (self->x) > frame.width / 2 || ABS (self->y) > frame.height / 2)
    {
      self->x = self->y = 0;
      look_at (self, x, y);
    }
}

static void
drag_update_cb (RkPlateMinimap *self, double dx, double dy, GtkGestureDrag *drag)
{
  cairo_rectangle_t plate;
  double x, y;
  RkViewport map;

  if (!get_map (self, &map, &plate) || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  look_at (self, map.x + (x + dx) / map.scale - self->x, map.y + (y + dy) / map.scale - self->y);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
dispose (GObject *object)
{
  RkPlateMinimap *self = RK_PLATE_MINIMAP (object);

  g_clear_weak_pointer (&self->canvas);
  g_clear_object (&self->drawing);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (rk_plate_minimap_parent_class)->dispose (object);
}

static void
rk_plate_minimap_class_init (RkPlateMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  gtk_widget_class_set_css_name (widget_class, "plateminimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rk_plate_minimap_init (RkPlateMinimap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (forget_picture), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (forget_picture), self,
                           G_CONNECT_SWAPPED);
}

void
rk_plate_minimap_set_canvas (RkPlateMinimap *self, RkPlateCanvas *canvas)
{
  g_return_if_fail (RK_IS_PLATE_MINIMAP (self) && self->canvas == NULL);

  g_set_weak_pointer (&self->canvas, canvas);
  g_signal_connect_object (canvas, "moved", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}
