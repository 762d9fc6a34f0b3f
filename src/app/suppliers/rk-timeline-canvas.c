/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-timeline-canvas.h"

#include "rk-ink.h"
#include "rk-plot.h"
#include "rk-timeline-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#define NAME_WIDTH 220
#define HEAD_HEIGHT 44
#define ROW_HEIGHT 36
#define GROUP_HEIGHT 30
#define BAR_HEIGHT 12
#define PADDING 6
/* Pixels that a month must have for its name, and a quarter. */
#define MONTH_ROOM 34
#define QUARTER_ROOM 26
#define YEAR_ROOM 48

struct _RkTimelineCanvas
{
  RkScrollArea parent_instance;
  RkTimeline *timeline; /* (nullable) */
  int years;
  int row;         /* where one stands; -1: nowhere */
  int mark;        /* RkTimelineMark; -1: the row as a whole */
  gboolean placed; /* today has been brought into view */
};

G_DEFINE_FINAL_TYPE (RkTimelineCanvas, rk_timeline_canvas, RK_TYPE_SCROLL_AREA)

typedef enum
{
  PROP_YEARS = 1
} RkTimelineCanvasProps;
static GParamSpec *props[PROP_YEARS + 1];
static guint row_activated;

/* --- lengths --------------------------------------------------------------------------------- */

typedef struct
{
  double scale, name_width, head, row, group;
  RkTimelineAxis axis;
} Lengths;

static Lengths
get_lengths (RkTimelineCanvas *self)
{
  double scale = rk_text_scale (GTK_WIDGET (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  Lengths l = { .scale = scale,
                .head = round (HEAD_HEIGHT * scale),
                .row = round (ROW_HEIGHT * scale),
                .group = round (GROUP_HEIGHT * scale) };

  l.name_width = round (MIN (NAME_WIDTH * scale, MAX (width * 0.42, 100)));
  if (self->timeline != NULL)
    rk_timeline_axis_init (&l.axis, self->timeline, self->years, MAX (width - l.name_width, 120));
  return l;
}

static gboolean
has_heading (RkTimelineCanvas *self, guint row)
{
  const char *group = rk_timeline_get_row (self->timeline, row)->group;

  return *group != '\0' &&
         (row == 0 || !g_str_equal (group, rk_timeline_get_row (self->timeline, row - 1)->group));
}

/* The top of @row below the head; of the end when it is the number of rows. */
static double
get_top (RkTimelineCanvas *self, const Lengths *l, guint row)
{
  double y = row * l->row;

  for (guint i = 0; i <= row && i < rk_timeline_get_n_rows (self->timeline); i++)
    y += has_heading (self, i) ? l->group : 0;
  return y;
}

static int
find_row (RkTimelineCanvas *self, double y)
{
  Lengths l = get_lengths (self);
  double at = y - l.head + rk_scroll_area_get_offset (RK_SCROLL_AREA (self), 1), top = 0;

  for (guint i = 0; y > l.head && i < rk_timeline_get_n_rows (self->timeline); i++)
    {
      top += has_heading (self, i) ? l.group : 0;
      if (at >= top && at < top + l.row)
        return (int) i;
      top += l.row;
    }
  return -1;
}

/* --- standing -------------------------------------------------------------------------------- */

static void
update_label (RkTimelineCanvas *self)
{
  const RkTimelineRow *row =
      self->row >= 0 ? rk_timeline_get_row (self->timeline, (guint) self->row) : NULL;
  g_autofree char *words = NULL;

  if (row == NULL)
    words = g_strdup (_ ("Contracts in time"));
  else if (self->mark >= 0)
    words = rk_timeline_row_dup_mark_words (row, (RkTimelineMark) self->mark);
  else
    words = rk_timeline_row_dup_words (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stand_on (RkTimelineCanvas *self, int row, int mark)
{
  int n = self->timeline != NULL ? (int) rk_timeline_get_n_rows (self->timeline) : 0;
  Lengths l = get_lengths (self);
  const char *date;
  double top;

  if (n == 0)
    return;
  self->row = CLAMP (row, 0, n - 1);
  self->mark = mark;
  top = get_top (self, &l, (guint) self->row);
  rk_scroll_area_reveal (RK_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL, top - l.group,
                         top + l.row + 24);
  date = mark >= 0
             ? rk_timeline_row_get_mark (rk_timeline_get_row (self->timeline, (guint) self->row),
                                         (RkTimelineMark) mark)
             : NULL;
  if (date != NULL)
    rk_scroll_area_reveal (RK_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL,
                           rk_timeline_axis_get_x (&l.axis, date) - 48,
                           rk_timeline_axis_get_x (&l.axis, date) + 96);
  update_label (self);
}

/* The next mark of the row that it has, @by 1 or -1. */
static void
step (RkTimelineCanvas *self, int by)
{
  const RkTimelineRow *row;

  if (self->row < 0)
    {
      stand_on (self, 0, -1);
      return;
    }
  row = rk_timeline_get_row (self->timeline, (guint) self->row);
  for (int mark = self->mark + by; mark >= 0 && mark < RK_TIMELINE_N_MARKS; mark += by)
    if (rk_timeline_row_get_mark (row, (RkTimelineMark) mark) != NULL)
      {
        stand_on (self, self->row, mark);
        return;
      }
  if (by < 0)
    stand_on (self, self->row, -1);
}

/* --- drawing --------------------------------------------------------------------------------- */

typedef struct
{
  RkTimelineCanvas *self;
  RkInk ink;
  Lengths l;
  double x, y; /* offsets */
  double width, height;
} Painter;

static double
get_x (const Painter *p, const char *date)
{
  return p->l.name_width + rk_timeline_axis_get_x (&p->l.axis, date) - p->x;
}

static void
put_text (const Painter *p, cairo_t *cr, const char *text, double size, gboolean bold,
          RkColour colour, double x, double y)
{
  RkTextStyle style = { .size = size, .bold = bold, .colour = colour };

  rk_ink_text (&p->ink, &style, cr, text, x, y, 0, 0.5);
}

static void
clip (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, MAX (width, 0), MAX (height, 0));
  cairo_clip (cr);
}

/* Not those of the C library: its locale need not be the language of the interface. */
static const char *
get_month_name (guint month)
{
  static const char *const names[] = {
    NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
  };

  return g_dpgettext2 (NULL, "short month", names[month - 1]);
}

/* Months, or where they have no room quarters, with the years above. */
static void
draw_head (const Painter *p, cairo_t *cr)
{
  double month_width = p->l.axis.day * 30.4;
  GDate date;
  double x;

  clip (cr, p->l.name_width, 0, p->width - p->l.name_width, p->height);
  for (guint i = 0; rk_timeline_axis_get_month (&p->l.axis, i, &date, &x); i++)
    {
      guint month = g_date_get_month (&date);
      gboolean year = month == 1 || i == 0, quarter = month % 3 == 1;
      double at = p->l.name_width + x - p->x;
      g_autofree char *year_words = g_strdup_printf ("%d", g_date_get_year (&date));
      g_autofree char *words = NULL;

      if (at < p->l.name_width - 12 * month_width || at > p->width)
        continue;
      rk_palette_use (p->ink.palette, RK_COLOUR_GRID, cr);
      cairo_set_line_width (cr, month == 1 ? 2 : 1);
      cairo_move_to (cr, at + 0.5, month == 1 ? 4 : p->l.head - 14 * p->l.scale);
      cairo_line_to (cr, at + 0.5, quarter ? p->height : p->l.head);
      cairo_stroke (cr);
      if (year && at + (13 - month) * month_width - p->l.name_width > YEAR_ROOM * p->l.scale)
        put_text (p, cr, year_words, 0.9, TRUE, RK_COLOUR_TEXT, MAX (at, p->l.name_width) + 4,
                  p->l.head * 0.28);
      if (month_width >= MONTH_ROOM * p->l.scale)
        words = g_strdup (get_month_name (month));
      else if (quarter && 3 * month_width >= QUARTER_ROOM * p->l.scale)
        /* Translators: the number of a quarter of a year */
        words = g_strdup_printf (_ ("Q%u"), (month + 2) / 3);
      if (words != NULL)
        put_text (p, cr, words, 0.86, FALSE, RK_COLOUR_SECONDARY, at + 4, p->l.head * 0.74);
    }
  cairo_restore (cr);
}

static void
draw_today (const Painter *p, cairo_t *cr)
{
  double x = get_x (p, rk_timeline_get_today (p->self->timeline));

  if (x < p->l.name_width || x > p->width)
    return;
  rk_palette_use (p->ink.palette, RK_COLOUR_OWN, cr);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x, p->l.head - 6);
  cairo_line_to (cr, x, p->height);
  cairo_stroke (cr);
  cairo_move_to (cr, x - 5, p->l.head - 8);
  cairo_line_to (cr, x + 5, p->l.head - 8);
  cairo_line_to (cr, x, p->l.head);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_triangle (const Painter *p, cairo_t *cr, double x, double y)
{
  double size = 5 * p->l.scale;

  rk_palette_use (p->ink.palette, RK_COLOUR_EARLIER, cr);
  cairo_move_to (cr, x - size, y - size);
  cairo_line_to (cr, x + size, y - size);
  cairo_line_to (cr, x, y + size);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* "notice 1/2" */
static char *
dup_notice (const char *date)
{
  int year = 0, month = 0, day = 0;

  sscanf (date, "%d-%d-%d", &year, &month, &day);
  /* Translators: on a timeline: the day and the month until which one can give notice */
  return g_strdup_printf (_ ("notice %d/%d"), day, month);
}

static void
fill_bar (const Painter *p, cairo_t *cr, double from, double to, double y, RkColour colour,
          gboolean hatched)
{
  double height = BAR_HEIGHT * p->l.scale;

  if (to - from < 1)
    return;
  rk_paint_rounded (cr, from, y, to - from, height, 3);
  rk_palette_fill (p->ink.palette, colour, hatched ? RK_PATTERN_HATCH : RK_PATTERN_PLAIN, cr);
  if (hatched)
    {
      rk_palette_use (p->ink.palette, colour, cr);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static void
draw_bar (const Painter *p, cairo_t *cr, const RkTimelineRow *row, double top)
{
  RkColour colour = row->contract->term.ended ? RK_COLOUR_CATEGORY_6 : RK_COLOUR_CATEGORY_1;
  double y = top + p->l.row - (BAR_HEIGHT + 6) * p->l.scale;
  double from =
      get_x (p, row->start != NULL ? row->start : rk_timeline_get_today (p->self->timeline));
  double upper = top + 11 * p->l.scale, after = from;
  g_autofree char *renewed = rk_timeline_row_dup_renewed (row);

  if (row->end == NULL)
    fill_bar (p, cr, from, p->width + 8, y, RK_COLOUR_UNKNOWN, TRUE);
  else
    {
      after = get_x (p, row->end);
      fill_bar (p, cr, from, after, y, colour, FALSE);
      if (row->tail != NULL)
        fill_bar (p, cr, after + 1, get_x (p, row->tail), y, colour, TRUE);
    }
  if (row->notice != NULL)
    {
      double x = get_x (p, row->notice);
      g_autofree char *words = dup_notice (row->notice);

      draw_triangle (p, cr, x, upper);
      put_text (p, cr, words, 0.86, FALSE, RK_COLOUR_TEXT, x + 8 * p->l.scale, upper);
    }
  else if (renewed != NULL)
    put_text (p, cr, renewed, 0.86, TRUE, RK_COLOUR_EARLIER, MAX (after, p->l.name_width) + 6,
              upper);
}

static void
draw_names (const Painter *p, cairo_t *cr, const RkTimelineRow *row, double top)
{
  g_autofree char *renewed = rk_timeline_row_dup_renewed (row);
  const char *caption = renewed != NULL                   ? renewed
                        : row->contract->supplier != NULL ? row->contract->supplier->name
                                                          : "";
  RkTextStyle style = { .size = 0.95,
                        .bold = TRUE,
                        .colour = RK_COLOUR_TEXT,
                        .width = p->l.name_width - 2 * PADDING,
                        .one_line = TRUE };

  clip (cr, 0, top, p->l.name_width - PADDING, p->l.row);
  rk_ink_text (&p->ink, &style, cr, row->contract->name, PADDING, top + p->l.row * 0.3, 0, 0.5);
  style.size = 0.86;
  style.bold = renewed != NULL;
  style.colour = renewed != NULL ? RK_COLOUR_EARLIER : RK_COLOUR_SECONDARY;
  rk_ink_text (&p->ink, &style, cr, caption, PADDING, top + p->l.row * 0.75, 0, 0.5);
  cairo_restore (cr);
}

static void
draw_standing (const Painter *p, cairo_t *cr, const RkTimelineRow *row, double top)
{
  const char *date =
      p->self->mark >= 0 ? rk_timeline_row_get_mark (row, (RkTimelineMark) p->self->mark) : NULL;
  GdkRGBA tint;

  rk_palette_get (p->ink.palette, RK_COLOUR_OWN, &tint);
  tint.alpha = 0.1F;
  gdk_cairo_set_source_rgba (cr, &tint);
  cairo_rectangle (cr, 0, top, p->width, p->l.row);
  cairo_fill (cr);
  if (!gtk_widget_has_visible_focus (GTK_WIDGET (p->self)))
    return;
  rk_palette_use (p->ink.palette, RK_COLOUR_OWN, cr);
  cairo_set_line_width (cr, 2);
  if (date != NULL)
    rk_paint_rounded (cr, get_x (p, date) - 9, top + 2, 18, p->l.row - 4, 6);
  else
    rk_paint_rounded (cr, 1, top + 1, p->width - 2, p->l.row - 2, 6);
  cairo_stroke (cr);
}

static void
draw_row (const Painter *p, cairo_t *cr, guint index, double top)
{
  const RkTimelineRow *row = rk_timeline_get_row (p->self->timeline, index);

  rk_palette_use (p->ink.palette, RK_COLOUR_GRID, cr);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, top + p->l.row - 0.5);
  cairo_line_to (cr, p->width, top + p->l.row - 0.5);
  cairo_stroke (cr);
  if ((int) index == p->self->row)
    draw_standing (p, cr, row, top);
  clip (cr, p->l.name_width, top, p->width - p->l.name_width, p->l.row);
  draw_bar (p, cr, row, top);
  cairo_restore (cr);
  draw_names (p, cr, row, top);
}

static void
draw (RkScrollArea *area, cairo_t *cr, double width, double height)
{
  RkTimelineCanvas *self = RK_TIMELINE_CANVAS (area);
  Painter p = { .self = self,
                .ink = { rk_palette_current (), gtk_widget_get_pango_context (GTK_WIDGET (self)),
                         rk_text_scale (GTK_WIDGET (self)) },
                .l = get_lengths (self),
                .x = rk_scroll_area_get_offset (area, GTK_ORIENTATION_HORIZONTAL),
                .y = rk_scroll_area_get_offset (area, GTK_ORIENTATION_VERTICAL),
                .width = width,
                .height = height };
  double top = p.l.head - p.y;

  if (self->timeline == NULL)
    return;
  draw_head (&p, cr);
  clip (cr, 0, p.l.head, width, height - p.l.head);
  for (guint i = 0; i < rk_timeline_get_n_rows (self->timeline) && top < height; i++)
    {
      if (has_heading (self, i))
        {
          put_text (&p, cr, rk_timeline_get_row (self->timeline, i)->group, 0.95, TRUE,
                    RK_COLOUR_SECONDARY, PADDING, top + p.l.group * 0.6);
          top += p.l.group;
        }
      if (top + p.l.row > p.l.head)
        draw_row (&p, cr, i, top);
      top += p.l.row;
    }
  cairo_restore (cr);
  draw_today (&p, cr);
}

/* --- input ----------------------------------------------------------------------------------- */

static gboolean
key_pressed_cb (RkTimelineCanvas *self, guint key, guint code, GdkModifierType state)
{
  int n = self->timeline != NULL ? (int) rk_timeline_get_n_rows (self->timeline) : 0;

  if (n == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Up: stand_on (self, self->row - 1, -1); break;
    case GDK_KEY_Down: stand_on (self, self->row + 1, -1); break;
    case GDK_KEY_Page_Up: stand_on (self, self->row - 10, -1); break;
    case GDK_KEY_Page_Down: stand_on (self, self->row + 10, -1); break;
    case GDK_KEY_Home: stand_on (self, 0, -1); break;
    case GDK_KEY_End: stand_on (self, n - 1, -1); break;
    case GDK_KEY_Left: step (self, -1); break;
    case GDK_KEY_Right: step (self, 1); break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->row >= 0)
        g_signal_emit (self, row_activated, 0, (guint) self->row);
      break;
    default: return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

static void
released_cb (RkTimelineCanvas *self, int n_press, double x, double y)
{
  int row = self->timeline != NULL ? find_row (self, y) : -1;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (row < 0)
    return;
  stand_on (self, row, -1);
  if (n_press == 2 || x < get_lengths (self).name_width)
    g_signal_emit (self, row_activated, 0, (guint) row);
}

static void
focus_enter_cb (RkTimelineCanvas *self)
{
  if (self->row < 0)
    stand_on (self, 0, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  RkTimelineCanvas *self = RK_TIMELINE_CANVAS (widget);
  int row = self->timeline == NULL ? -1 : keyboard ? self->row : find_row (self, y);
  g_autofree char *words = NULL;

  if (row < 0)
    return FALSE;
  words = rk_timeline_row_dup_words (rk_timeline_get_row (self->timeline, (guint) row));
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
zoom (RkTimelineCanvas *self, int by)
{
  static const int steps[] = { 1, 2, 5 };
  int at = self->years == 1 ? 0 : self->years == 2 ? 1 : 2;

  rk_timeline_canvas_set_years (self, steps[CLAMP (at + by, 0, 2)]);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom (RK_TIMELINE_CANVAS (widget), -1);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom (RK_TIMELINE_CANVAS (widget), 1);
}

/* --- widget ---------------------------------------------------------------------------------- */

/* Today a tenth of the way from the left. */
static void
show_today (RkTimelineCanvas *self)
{
  Lengths l = get_lengths (self);
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - l.name_width;

  rk_scroll_area_set_offset (RK_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL,
                             rk_timeline_axis_get_x (&l.axis,
                                                     rk_timeline_get_today (self->timeline)) -
                                 room / 10);
}

static void
resize (RkScrollArea *area, double width, double height)
{
  RkTimelineCanvas *self = RK_TIMELINE_CANVAS (area);
  Lengths l = get_lengths (self);

  if (self->timeline == NULL)
    return;
  rk_scroll_area_configure (area, GTK_ORIENTATION_HORIZONTAL, rk_timeline_axis_get_length (&l.axis),
                            width - l.name_width, 48);
  rk_scroll_area_configure (area, GTK_ORIENTATION_VERTICAL,
                            get_top (self, &l, rk_timeline_get_n_rows (self->timeline)),
                            height - l.head, l.row);
  if (self->placed || width < 1)
    return;
  self->placed = TRUE;
  show_today (self);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 400;
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((RkTimelineCanvasProps) id)
    {
    case PROP_YEARS: g_value_set_int (value, RK_TIMELINE_CANVAS (object)->years); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  g_clear_pointer (&RK_TIMELINE_CANVAS (object)->timeline, rk_timeline_free);
  G_OBJECT_CLASS (rk_timeline_canvas_parent_class)->finalize (object);
}

static void
rk_timeline_canvas_class_init (RkTimelineCanvasClass *klass)
{
  static const guint in[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  widget_class->measure = measure;
  widget_class->query_tooltip = query_tooltip;
  RK_SCROLL_AREA_CLASS (klass)->draw = draw;
  RK_SCROLL_AREA_CLASS (klass)->resize = resize;
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_out_action);
  for (guint i = 0; i < G_N_ELEMENTS (in); i++)
    gtk_widget_class_add_binding_action (widget_class, in[i], 0, "timeline.zoom-in", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (out); i++)
    gtk_widget_class_add_binding_action (widget_class, out[i], 0, "timeline.zoom-out", NULL);
  props[PROP_YEARS] =
      g_param_spec_int ("years", NULL, NULL, 1, 5, 2, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  row_activated = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
rk_timeline_canvas_init (RkTimelineCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  self->years = 2;
  self->row = self->mark = -1;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
rk_timeline_canvas_new (void)
{
  return g_object_new (RK_TYPE_TIMELINE_CANVAS, NULL);
}

void
rk_timeline_canvas_set_timeline (RkTimelineCanvas *self, RkTimeline *timeline)
{
  g_autofree char *contract = NULL;

  g_return_if_fail (RK_IS_TIMELINE_CANVAS (self));
  if (self->row >= 0)
    contract = g_strdup (rk_timeline_get_row (self->timeline, (guint) self->row)->contract->id);
  g_clear_pointer (&self->timeline, rk_timeline_free);
  self->timeline = timeline;
  self->row = contract != NULL && timeline != NULL ? rk_timeline_find (timeline, contract) : -1;
  self->mark = -1;
  rk_scroll_area_update (RK_SCROLL_AREA (self));
  update_label (self);
}

RkTimeline *
rk_timeline_canvas_get_timeline (RkTimelineCanvas *self)
{
  g_return_val_if_fail (RK_IS_TIMELINE_CANVAS (self), NULL);
  return self->timeline;
}

void
rk_timeline_canvas_set_years (RkTimelineCanvas *self, int years)
{
  g_return_if_fail (RK_IS_TIMELINE_CANVAS (self));
  if (self->years == years)
    return;
  self->years = years;
  rk_scroll_area_update (RK_SCROLL_AREA (self));
  if (self->timeline != NULL)
    show_today (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_YEARS]);
}

int
rk_timeline_canvas_get_years (RkTimelineCanvas *self)
{
  g_return_val_if_fail (RK_IS_TIMELINE_CANVAS (self), 2);
  return self->years;
}

gboolean
rk_timeline_canvas_stand_on (RkTimelineCanvas *self, const char *contract)
{
  int row;

  g_return_val_if_fail (RK_IS_TIMELINE_CANVAS (self), FALSE);
  row = self->timeline != NULL ? rk_timeline_find (self->timeline, contract) : -1;
  if (row >= 0)
    stand_on (self, row, -1);
  return row >= 0;
}
