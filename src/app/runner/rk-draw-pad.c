/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-draw-pad.h"

#define LINE_WIDTH 2.5 /* on a sheet of the size asked for */
#define DENSITY 2      /* pixels of the picture for one of the sheet */
#define MAX_POINTS 100000
#define MIN_WIDTH 200

typedef struct
{
  double x, y; /* in the sheet */
} Point;

typedef struct
{
  GdkRGBA colour;
  GArray *points; /* (element-type Point) */
} Line;

struct _RkDrawPad
{
  GtkDrawingArea parent_instance;
  int width, height; /* of the sheet */
  GdkPixbuf *background;
  GPtrArray *lines; /* (element-type Line) */
  char *name;       /* (nullable): written */
  GdkRGBA colour;
  Point start; /* of the line that is being drawn, in the widget */
  guint points;
};

G_DEFINE_FINAL_TYPE (RkDrawPad, rk_draw_pad, GTK_TYPE_DRAWING_AREA)

enum
{
  PROP_EMPTY = 1
};
static GParamSpec *props[PROP_EMPTY + 1];

static void
line_free (Line *line)
{
  g_array_unref (line->points);
  g_free (line);
}

static void
changed (RkDrawPad *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPTY]);
}

/* --- drawing it ------------------------------------------------------------------------------- */

static void
draw_background (RkDrawPad *self, cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1); /* a sheet is white, also in the dark */
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  if (self->background == NULL)
    return;
  cairo_save (cr);
  cairo_scale (cr, self->width / (double) gdk_pixbuf_get_width (self->background),
               self->height / (double) gdk_pixbuf_get_height (self->background));
  gdk_cairo_set_source_pixbuf (cr, self->background, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_line (cairo_t *cr, const Line *line)
{
  const Point *points = (const Point *) (gpointer) line->points->data;

  gdk_cairo_set_source_rgba (cr, &line->colour);
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 0; i < line->points->len; i++)
    cairo_line_to (cr, points[i].x, points[i].y); /* a single point is a dot */
  cairo_stroke (cr);
}

static void
draw_name (RkDrawPad *self, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->name);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("cursive italic 40");
  int width, height;
  double scale;

  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width < 1 || height < 1)
    return;
  scale = MIN (self->width * 0.9 / width, self->height * 0.8 / height);
  cairo_save (cr);
  gdk_cairo_set_source_rgba (cr, &self->colour);
  cairo_translate (cr, (self->width - width * scale) / 2, (self->height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
draw_sheet (RkDrawPad *self, cairo_t *cr)
{
  draw_background (self, cr);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->lines->len; i++)
    draw_line (cr, g_ptr_array_index (self->lines, i));
  if (self->name != NULL)
    draw_name (self, cr);
}

/* How the sheet lies in the widget: as large as it fits. */
static double
get_scale (RkDrawPad *self)
{
  return MIN (gtk_widget_get_width (GTK_WIDGET (self)) / (double) self->width,
              gtk_widget_get_height (GTK_WIDGET (self)) / (double) self->height);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RkDrawPad *self = RK_DRAW_PAD (area);
  double scale = get_scale (self);

  cairo_scale (cr, scale, scale);
  draw_sheet (self, cr);
  cairo_set_source_rgb (cr, .5, .5, .5);
  cairo_set_line_width (cr, 1 / scale);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_stroke (cr);
}

/* --- drawing on it ---------------------------------------------------------------------------- */

static void
add_point (RkDrawPad *self, double x, double y)
{
  double scale = get_scale (self);
  Line *line = g_ptr_array_index (self->lines, self->lines->len - 1);
  Point point;

  if (self->points >= MAX_POINTS || scale <= 0)
    return;
  point.x = CLAMP (x / scale, 0, self->width);
  point.y = CLAMP (y / scale, 0, self->height);
  g_array_append_val (line->points, point);
  self->points++;
  changed (self);
}

static void
begin_cb (RkDrawPad *self, double x, double y)
{
  Line *line = g_new0 (Line, 1);

  line->colour = self->colour;
  line->points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_ptr_array_add (self->lines, line);
  g_clear_pointer (&self->name, g_free);
  self->start.x = x;
  self->start.y = y;
  add_point (self, x, y);
}

static void
update_cb (RkDrawPad *self, double dx, double dy)
{
  if (self->lines->len > 0)
    add_point (self, self->start.x + dx, self->start.y + dy);
}

/* --- object ----------------------------------------------------------------------------------- */

static void
rk_draw_pad_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EMPTY)
    g_value_set_boolean (value, rk_draw_pad_get_empty (RK_DRAW_PAD (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rk_draw_pad_finalize (GObject *object)
{
  RkDrawPad *self = RK_DRAW_PAD (object);

  g_clear_object (&self->background);
  g_ptr_array_unref (self->lines);
  g_free (self->name);
  G_OBJECT_CLASS (rk_draw_pad_parent_class)->finalize (object);
}

static GtkSizeRequestMode
rk_draw_pad_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* It shrinks with its place, and keeps its shape. */
static void
rk_draw_pad_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  RkDrawPad *self = RK_DRAW_PAD (widget);
  int width = for_size < 0 ? self->width : MIN (for_size, self->width);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = MAX (1, width * self->height / self->width);
  else
    {
      *minimum = MIN (MIN_WIDTH, self->width);
      *natural = self->width;
    }
}

static void
rk_draw_pad_class_init (RkDrawPadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rk_draw_pad_get_property;
  object_class->finalize = rk_draw_pad_finalize;
  props[PROP_EMPTY] =
      g_param_spec_boolean ("empty", NULL, NULL, TRUE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  GTK_WIDGET_CLASS (klass)->get_request_mode = rk_draw_pad_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = rk_draw_pad_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rk_draw_pad_init (RkDrawPad *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  gdk_rgba_parse (&self->colour, "#1a1a1a");
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
}

void
rk_draw_pad_set_sheet (RkDrawPad *self, int width, int height)
{
  g_return_if_fail (RK_IS_DRAW_PAD (self));
  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
rk_draw_pad_new (int width, int height)
{
  RkDrawPad *self = g_object_new (RK_TYPE_DRAW_PAD, NULL);

  rk_draw_pad_set_sheet (self, width, height);
  return GTK_WIDGET (self);
}

void
rk_draw_pad_set_background (RkDrawPad *self, GdkPixbuf *background)
{
  double width, height, scale;

  g_return_if_fail (RK_IS_DRAW_PAD (self));
  g_set_object (&self->background, background);
  rk_draw_pad_clear (self);
  if (background == NULL)
    return;
  width = gdk_pixbuf_get_width (background);
  height = gdk_pixbuf_get_height (background);
  scale = MIN (self->width / width, 480 / height);
  rk_draw_pad_set_sheet (self, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

void
rk_draw_pad_set_colour (RkDrawPad *self, const char *colour)
{
  g_return_if_fail (RK_IS_DRAW_PAD (self));
  gdk_rgba_parse (&self->colour, colour);
}

void
rk_draw_pad_write (RkDrawPad *self, const char *name)
{
  g_return_if_fail (RK_IS_DRAW_PAD (self));
  rk_draw_pad_clear (self);
  self->name = *name != '\0' ? g_strdup (name) : NULL;
  changed (self);
}

void
rk_draw_pad_undo (RkDrawPad *self)
{
  g_return_if_fail (RK_IS_DRAW_PAD (self));
  if (self->lines->len > 0)
    {
      const Line *last = g_ptr_array_index (self->lines, self->lines->len - 1);

      self->points -= last->points->len;
      g_ptr_array_set_size (self->lines, (int) self->lines->len - 1);
    }
  changed (self);
}

void
rk_draw_pad_clear (RkDrawPad *self)
{
  g_return_if_fail (RK_IS_DRAW_PAD (self));
  g_ptr_array_set_size (self->lines, 0);
  g_clear_pointer (&self->name, g_free);
  self->points = 0;
  changed (self);
}

gboolean
rk_draw_pad_get_empty (RkDrawPad *self)
{
  g_return_val_if_fail (RK_IS_DRAW_PAD (self), TRUE);
  return self->lines->len == 0 && self->name == NULL;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
rk_draw_pad_dup_png (RkDrawPad *self)
{
  cairo_surface_t *surface;
  GByteArray *png = g_byte_array_new ();
  cairo_t *cr;

  g_return_val_if_fail (RK_IS_DRAW_PAD (self), NULL);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width * DENSITY,
                                        self->height * DENSITY);
  cr = cairo_create (surface);
  cairo_scale (cr, DENSITY, DENSITY);
  draw_sheet (self, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}
