/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-matrix-canvas.h"

#include "rk-graph-drawing.h"
#include "rk-ink.h"
#include "rk-plot.h"

#include <glib/gi18n.h>
#include <math.h>

#define CELL 24
#define CELL_GROWTH 4 /* more, at twice the text size */
#define HEAD_WIDTH 190
#define HEAD_HEIGHT 132
#define ANGLE (60 * G_PI / 180)
#define PADDING 6

typedef struct
{
  int row, column; /* -1: none */
} Cell;

struct _RkMatrixCanvas
{
  RkScrollArea parent_instance;
  RkGraphMatrix *matrix; /* (nullable) */
  Cell at, hover;
  char *words;
};

G_DEFINE_FINAL_TYPE (RkMatrixCanvas, rk_matrix_canvas, RK_TYPE_SCROLL_AREA)

typedef enum
{
  PROP_WORDS = 1
} RkMatrixCanvasProps;
static GParamSpec *props[PROP_WORDS + 1];
static guint cell_activated;

/* --- lengths --------------------------------------------------------------------------------- */

/* All lengths, at the text size of now. */
typedef struct
{
  double scale, cell, head_width, head_height;
  guint n_rows, n_columns;
} Lengths;

static Lengths
get_lengths (RkMatrixCanvas *self)
{
  double scale = rk_text_scale (GTK_WIDGET (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  Lengths l = { .scale = scale, .cell = round (CELL + CELL_GROWTH * (scale - 1)) };

  /* In a narrow window the names leave room for cells. */
  l.head_width = round (MIN (HEAD_WIDTH * scale, MAX (width * 0.4, 80)));
  l.head_height = round (HEAD_HEIGHT * MIN (scale, 1.5));
  if (self->matrix != NULL)
    {
      l.n_rows = rk_graph_matrix_get_n_rows (self->matrix);
      l.n_columns = rk_graph_matrix_get_n_columns (self->matrix);
    }
  return l;
}

static Cell
find_cell (RkMatrixCanvas *self, double x, double y)
{
  Lengths l = get_lengths (self);
  Cell cell = { -1, -1 };
  int row, column;

  if (x < l.head_width || y < l.head_height)
    return cell;
  column = (int) ((x - l.head_width +
                   rk_scroll_area_get_offset (RK_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL)) /
                  l.cell);
  row = (int) ((y - l.head_height +
                rk_scroll_area_get_offset (RK_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL)) /
               l.cell);
  if (row < (int) l.n_rows && column < (int) l.n_columns)
    cell = (Cell){ row, column };
  return cell;
}

/* --- standing -------------------------------------------------------------------------------- */

static gboolean
is_cell (Cell cell)
{
  return cell.row >= 0 && cell.column >= 0;
}

static void
update_words (RkMatrixCanvas *self)
{
  Cell cell = is_cell (self->hover) ? self->hover : self->at;
  char *words =
      self->matrix != NULL && is_cell (cell)
          ? rk_graph_matrix_dup_words (self->matrix, (guint) cell.row, (guint) cell.column)
          : g_strdup ("");

  g_free (self->words);
  self->words = words;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *words != '\0' ? words
                                                 : _ ("Interfaces as a table of letters"), -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORDS]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stand_on (RkMatrixCanvas *self, int row, int column)
{
  Lengths l = get_lengths (self);

  if (l.n_rows == 0 || l.n_columns == 0)
    return;
  self->at.row = CLAMP (row, 0, (int) l.n_rows - 1);
  self->at.column = CLAMP (column, 0, (int) l.n_columns - 1);
  self->hover = (Cell){ -1, -1 };
  rk_scroll_area_reveal (RK_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL,
                         (self->at.column - 1) * l.cell, (self->at.column + 2) * l.cell);
  rk_scroll_area_reveal (RK_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL,
                         (self->at.row - 1) * l.cell, (self->at.row + 2) * l.cell);
  update_words (self);
}

/* --- drawing --------------------------------------------------------------------------------- */

static const char *
get_name (RkMatrixCanvas *self, guint node)
{
  return rk_graph_get_node (rk_graph_matrix_get_graph (self->matrix), node)->name;
}

/* @text in at most @width pixels, "…" at its end. */
static void
draw_name (RkMatrixCanvas *self, cairo_t *cr, const char *text, double width, gboolean bold)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int height;

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.9));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_rel_move_to (cr, 0, -height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/* Standard is filled, custom has a thick border, unknown is hatched; each has its letter. */
static void
draw_sign (const RkInk *ink, cairo_t *cr, RkLandInterfaceType type, double x, double y, double size)
{
  RkTextStyle style = { .size = 0.86, .bold = TRUE, .colour = RK_COLOUR_TEXT };
  RkColour colour = rk_graph_get_colour (type);
  GdkRGBA text;

  rk_palette_get (ink->palette, RK_COLOUR_TEXT, &text);
  if (type == RK_LAND_INTERFACE_UNKNOWN)
    {
      rk_ink_unknown (ink, cr, x + 2.5, y + 2.5, size - 5, size - 5);
      rk_palette_use (ink->palette, RK_COLOUR_SURFACE, cr);
      cairo_rectangle (cr, x + size / 2 - 5, y + 5, 10, size - 10);
      cairo_fill (cr);
    }
  else
    {
      rk_paint_rounded (cr, x + 2.5, y + 2.5, size - 5, size - 5, 4);
      rk_palette_use (ink->palette, colour, cr);
      if (type == RK_LAND_INTERFACE_STANDARD)
        {
          cairo_fill_preserve (cr);
          rk_palette_get_text_on (ink->palette, colour, &text);
        }
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  rk_ink_text_rgba (ink, &style, &text, cr, rk_graph_type_get_letter (type), x + size / 2,
                    y + size / 2, 0.5, 0.5);
}

static void
draw_band (const RkInk *ink, cairo_t *cr, double x, double y, double width, double height)
{
  GdkRGBA colour;

  rk_palette_get (ink->palette, RK_COLOUR_OWN, &colour);
  colour.alpha = 0.14F;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

/* What is in sight, of rows or of columns. */
static void
get_range (double offset, double room, double cell, guint n, guint *first, guint *end)
{
  *first = MIN ((guint) MAX (0, floor (offset / cell)), n);
  *end = MIN ((guint) MAX (0, ceil ((offset + room) / cell)), n);
}

typedef struct
{
  RkMatrixCanvas *self;
  RkInk ink;
  Lengths l;
  Cell cross;
  double x, y; /* offsets */
  double width, height;
  guint row, end_row, column, end_column;
} Painter;

static double
get_x (const Painter *p, guint column)
{
  return p->l.head_width + column * p->l.cell - p->x;
}

static double
get_y (const Painter *p, guint row)
{
  return p->l.head_height + row * p->l.cell - p->y;
}

static void
draw_grid (const Painter *p, cairo_t *cr)
{
  rk_palette_use (p->ink.palette, RK_COLOUR_GRID, cr);
  cairo_set_line_width (cr, 1);
  for (guint i = p->row; i <= p->end_row; i++)
    {
      cairo_move_to (cr, p->l.head_width, get_y (p, i) + 0.5);
      cairo_line_to (cr, get_x (p, p->end_column), get_y (p, i) + 0.5);
    }
  for (guint i = p->column; i <= p->end_column; i++)
    {
      cairo_move_to (cr, get_x (p, i) + 0.5, p->l.head_height);
      cairo_line_to (cr, get_x (p, i) + 0.5, get_y (p, p->end_row));
    }
  cairo_stroke (cr);
}

static void
draw_cells (const Painter *p, cairo_t *cr)
{
  RkLandInterfaceType type;

  cairo_save (cr);
  cairo_rectangle (cr, p->l.head_width, p->l.head_height, p->width, p->height);
  cairo_clip (cr);
  draw_grid (p, cr);
  if (is_cell (p->cross))
    {
      draw_band (&p->ink, cr, p->l.head_width, get_y (p, (guint) p->cross.row),
                 get_x (p, p->l.n_columns) - p->l.head_width, p->l.cell);
      draw_band (&p->ink, cr, get_x (p, (guint) p->cross.column), p->l.head_height, p->l.cell,
                 get_y (p, p->l.n_rows) - p->l.head_height);
    }
  for (guint row = p->row; row < p->end_row; row++)
    for (guint column = p->column; column < p->end_column; column++)
      if (rk_graph_matrix_get_type (p->self->matrix, row, column, &type))
        draw_sign (&p->ink, cr, type, get_x (p, column), get_y (p, row), p->l.cell);
  cairo_restore (cr);
}

static void
draw_ring (const Painter *p, cairo_t *cr)
{
  cairo_rectangle (cr, get_x (p, (guint) p->self->at.column) + 1,
                   get_y (p, (guint) p->self->at.row) + 1, p->l.cell - 1, p->l.cell - 1);
  rk_palette_use (p->ink.palette, RK_COLOUR_OWN, cr);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
draw_heads (const Painter *p, cairo_t *cr)
{
  rk_palette_use (p->ink.palette, RK_COLOUR_TEXT, cr);
  cairo_save (cr);
  cairo_rectangle (cr, 0, p->l.head_height, p->l.head_width, p->height);
  cairo_clip (cr);
  for (guint i = p->row; i < p->end_row; i++)
    {
      cairo_move_to (cr, PADDING, get_y (p, i) + p->l.cell / 2);
      draw_name (p->self, cr, get_name (p->self, rk_graph_matrix_get_row (p->self->matrix, i)),
                 p->l.head_width - 2 * PADDING, (int) i == p->cross.row);
    }
  cairo_restore (cr);
  cairo_save (cr);
  cairo_rectangle (cr, p->l.head_width, 0, p->width, p->l.head_height);
  cairo_clip (cr);
  for (guint i = p->column; i < p->end_column; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, get_x (p, i) + p->l.cell / 2, p->l.head_height - PADDING);
      cairo_rotate (cr, -ANGLE);
      cairo_move_to (cr, 0, 0);
      draw_name (p->self, cr, get_name (p->self, rk_graph_matrix_get_column (p->self->matrix, i)),
                 (p->l.head_height - 2 * PADDING) / sin (ANGLE), (int) i == p->cross.column);
      cairo_restore (cr);
    }
  cairo_restore (cr);
}

static void
draw (RkScrollArea *area, cairo_t *cr, double width, double height)
{
  RkMatrixCanvas *self = RK_MATRIX_CANVAS (area);
  Painter p = { .self = self,
                .ink = { rk_palette_current (), gtk_widget_get_pango_context (GTK_WIDGET (self)),
                         rk_text_scale (GTK_WIDGET (self)) },
                .l = get_lengths (self),
                .cross = is_cell (self->hover) ? self->hover : self->at,
                .x = rk_scroll_area_get_offset (RK_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL),
                .y = rk_scroll_area_get_offset (RK_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL),
                .width = width,
                .height = height };

  if (self->matrix == NULL)
    return;
  get_range (p.x, width - p.l.head_width, p.l.cell, p.l.n_columns, &p.column, &p.end_column);
  get_range (p.y, height - p.l.head_height, p.l.cell, p.l.n_rows, &p.row, &p.end_row);
  draw_cells (&p, cr);
  draw_heads (&p, cr);
  if (is_cell (self->at) && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    draw_ring (&p, cr);
}

/* --- input ----------------------------------------------------------------------------------- */

static gboolean
key_pressed_cb (RkMatrixCanvas *self, guint key, guint code, GdkModifierType state)
{
  Lengths l = get_lengths (self);
  int row = MAX (self->at.row, 0), column = MAX (self->at.column, 0);
  int page =
      MAX (1, (int) ((gtk_widget_get_height (GTK_WIDGET (self)) - l.head_height) / l.cell) - 1);
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if ((state & GDK_ALT_MASK) != 0 || l.n_rows == 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left: column--; break;
    case GDK_KEY_Right: column++; break;
    case GDK_KEY_Up: row--; break;
    case GDK_KEY_Down: row++; break;
    case GDK_KEY_Page_Up: row -= page; break;
    case GDK_KEY_Page_Down: row += page; break;
    case GDK_KEY_Home:
      column = 0;
      row = control ? 0 : row;
      break;
    case GDK_KEY_End:
      column = (int) l.n_columns - 1;
      row = control ? (int) l.n_rows - 1 : row;
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (is_cell (self->at))
        g_signal_emit (self, cell_activated, 0, (guint) self->at.row, (guint) self->at.column);
      return GDK_EVENT_STOP;
    default: return GDK_EVENT_PROPAGATE;
    }
  stand_on (self, row, column);
  return GDK_EVENT_STOP;
}

static void
motion_cb (RkMatrixCanvas *self, double x, double y)
{
  Cell cell = find_cell (self, x, y);

  if (cell.row == self->hover.row && cell.column == self->hover.column)
    return;
  self->hover = cell;
  update_words (self);
}

static void
leave_cb (RkMatrixCanvas *self)
{
  self->hover = (Cell){ -1, -1 };
  update_words (self);
}

static void
released_cb (RkMatrixCanvas *self, int n_press, double x, double y)
{
  Cell cell = find_cell (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!is_cell (cell))
    return;
  stand_on (self, cell.row, cell.column);
  if (n_press == 2)
    g_signal_emit (self, cell_activated, 0, (guint) cell.row, (guint) cell.column);
}

static void
focus_enter_cb (RkMatrixCanvas *self)
{
  if (!is_cell (self->at))
    stand_on (self, 0, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
resize (RkScrollArea *area, double width, double height)
{
  Lengths l = get_lengths (RK_MATRIX_CANVAS (area));

  /* A rotated name reaches past its column. */
  rk_scroll_area_configure (area, GTK_ORIENTATION_HORIZONTAL,
                            l.n_columns * l.cell + (l.head_height - PADDING) / tan (ANGLE),
                            width - l.head_width, l.cell);
  rk_scroll_area_configure (area, GTK_ORIENTATION_VERTICAL, l.n_rows * l.cell,
                            height - l.head_height, l.cell);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  Lengths l = get_lengths (RK_MATRIX_CANVAS (widget));

  *minimum = 160;
  *natural =
      (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? HEAD_WIDTH * l.scale + l.n_columns * l.cell
                                                       : l.head_height + l.n_rows * l.cell);
  *natural = MAX (*natural, *minimum);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((RkMatrixCanvasProps) id)
    {
    case PROP_WORDS: g_value_set_string (value, RK_MATRIX_CANVAS (object)->words); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  RkMatrixCanvas *self = RK_MATRIX_CANVAS (object);

  g_clear_pointer (&self->matrix, rk_graph_matrix_free);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (rk_matrix_canvas_parent_class)->dispose (object);
}

static void
rk_matrix_canvas_class_init (RkMatrixCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  widget_class->measure = measure;
  RK_SCROLL_AREA_CLASS (klass)->draw = draw;
  RK_SCROLL_AREA_CLASS (klass)->resize = resize;
  gtk_widget_class_set_css_name (widget_class, "interface-matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  props[PROP_WORDS] =
      g_param_spec_string ("words", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  cell_activated = g_signal_new ("cell-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
rk_matrix_canvas_init (RkMatrixCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  self->at = self->hover = (Cell){ -1, -1 };
  self->words = g_strdup ("");
  gtk_widget_set_focusable (widget, TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
rk_matrix_canvas_new (void)
{
  return g_object_new (RK_TYPE_MATRIX_CANVAS, NULL);
}

void
rk_matrix_canvas_set_matrix (RkMatrixCanvas *self, RkGraphMatrix *matrix)
{
  Lengths l;

  g_return_if_fail (RK_IS_MATRIX_CANVAS (self));
  g_clear_pointer (&self->matrix, rk_graph_matrix_free);
  self->matrix = matrix;
  self->hover = (Cell){ -1, -1 };
  l = get_lengths (self);
  if (self->at.row >= (int) l.n_rows || self->at.column >= (int) l.n_columns)
    self->at = (Cell){ -1, -1 };
  rk_scroll_area_update (RK_SCROLL_AREA (self));
  update_words (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

RkGraphMatrix *
rk_matrix_canvas_get_matrix (RkMatrixCanvas *self)
{
  g_return_val_if_fail (RK_IS_MATRIX_CANVAS (self), NULL);
  return self->matrix;
}

const char *
rk_matrix_canvas_get_words (RkMatrixCanvas *self)
{
  g_return_val_if_fail (RK_IS_MATRIX_CANVAS (self), "");
  return self->words;
}
