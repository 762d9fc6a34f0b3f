/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-theme-bars.h"

#include "rk-format.h"
#include "rk-plot.h"

#include <glib/gi18n.h>
#include <math.h>

#define ROW_HEIGHT 54
#define NARROW_ROW_HEIGHT 30
#define BAR_HEIGHT 12
#define AXIS_HEIGHT 8

/* Room at both ends, so that a sign at 0 or 100 is whole. */
#define EDGE 8

typedef struct
{
  double values[RK_MAX_SERIES];
  guint n_series;
  gboolean narrow;
} Bar;

typedef struct
{
  GtkWidget *text, *plot, *number, *difference, *why;
  Bar *bar;
} Line;

struct _RkThemeBars
{
  GtkWidget parent_instance;
  GtkWidget *grid, *axis;
  GArray *lines;
  GStrv series;
  guint n_series;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (RkThemeBars, rk_theme_bars, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_NARROW = 1
} RkThemeBarsProps;
static GParamSpec *props[PROP_NARROW + 1];

/* --- drawing --------------------------------------------------------------------------------- */

static double
x_at (const RkInk *ink, double width, double value)
{
  double edge = EDGE * ink->scale;

  return edge + CLAMP (value, 0, 100) / 100 * (width - 2 * edge);
}

static void
draw_grid (const RkInk *ink, cairo_t *cr, double width, double height)
{
  rk_palette_use (ink->palette, RK_COLOUR_GRID, cr);
  cairo_set_line_width (cr, 1);
  for (int tick = 0; tick <= 100; tick += 25)
    {
      double x = floor (x_at (ink, width, tick)) + 0.5;

      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, height);
    }
  cairo_stroke (cr);
}

static double
bar_height_for (gpointer data, const RkInk *ink, double width)
{
  return (((Bar *) data)->narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT) * ink->scale;
}

static void
draw_bar (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height, RkMarks *marks)
{
  const Bar *bar = data;
  double thick = BAR_HEIGHT * ink->scale, y = (height - thick) / 2, zero = x_at (ink, width, 0);

  draw_grid (ink, cr, width, height);
  if (isfinite (bar->values[0]))
    {
      rk_paint_rounded (cr, zero, y, MAX (x_at (ink, width, bar->values[0]) - zero, 2), thick,
                        2 * ink->scale);
      rk_palette_fill (ink->palette, RK_COLOUR_OWN, RK_PATTERN_PLAIN, cr);
      cairo_new_path (cr);
    }
  else
    rk_ink_unknown (ink, cr, zero, y, x_at (ink, width, 100) - zero, thick);
  for (guint s = bar->n_series; s > 1; s--)
    if (isfinite (bar->values[s - 1]))
      rk_ink_series_point (ink, s - 1, FALSE, cr, x_at (ink, width, bar->values[s - 1]),
                           height / 2);
  rk_marks_add (marks, 0, 0, width, height, "");
}

static const RkTextStyle tick_style = { 0.86, FALSE, RK_COLOUR_SECONDARY };

static double
axis_height_for (gpointer data, const RkInk *ink, double width)
{
  double text;

  rk_ink_measure (ink, &tick_style, "0", NULL, &text);
  return AXIS_HEIGHT * ink->scale + text;
}

static void
draw_axis (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height,
           RkMarks *marks)
{
  draw_grid (ink, cr, width, (AXIS_HEIGHT - 2) * ink->scale);
  for (int tick = 0; tick <= 100; tick += 25)
    {
      g_autofree char *text = g_strdup_printf ("%d", tick);
      double x = x_at (ink, width, tick), size;

      rk_ink_measure (ink, &tick_style, text, &size, NULL);
      x = CLAMP (x, size / 2, width - size / 2);
      rk_ink_text (ink, &tick_style, cr, text, x, height, 0.5, 1);
    }
}

static const RkPainter bar_painter = { 120, 232, bar_height_for, draw_bar };
static const RkPainter axis_painter = { 120, 232, axis_height_for, draw_axis };

/* --- rows ------------------------------------------------------------------------------------ */

static char *
describe_bar (RkThemeBars *self, const RkThemeBar *bar)
{
  GString *text = g_string_new (bar->name);

  for (guint i = 0; i < self->n_series; i++)
    {
      g_autofree char *value = rk_format_score (bar->values[i]);

      g_string_append_printf (text, "%s%s %s", i == 0 ? ": " : "; ", self->series[i], value);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_label (const char *text, const char *css_class, int width_chars)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars",
                                   width_chars, "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_text (const RkThemeBar *bar)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = make_label (bar->caption, "caption", 26);

  gtk_widget_add_css_class (caption, "rk-secondary");
  gtk_box_append (GTK_BOX (box), make_label (bar->name, NULL, 24));
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/* The number opens too, for the pointer; the keyboard has «Why?» beside it. */
static GtkWidget *
make_number (const RkThemeBar *bar, const char *tooltip)
{
  g_autofree char *value = rk_format_score (bar->values[0]);
  GtkWidget *button = gtk_button_new_with_label (value);

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rk-value");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), bar->action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", bar->target);
  return button;
}

static GtkWidget *
make_difference (RkThemeBars *self, const RkThemeBar *bar)
{
  /* Of the scores as they are shown, so that nobody finds an addition that does not come out. */
  double now = rk_round_half_up (bar->values[0], 1);
  double before = self->n_series > 1 ? rk_round_half_up (bar->values[1], 1) : NAN;
  g_autofree char *text =
      isfinite (now - before) ? rk_format_difference (now - before, 1) : g_strdup ("");
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "rk-secondary");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_visible (label, self->n_series > 1);
  return label;
}

static GtkWidget *
make_why (const RkThemeBar *bar, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Why?"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rk-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), bar->action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", bar->target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
bar_activated_cb (GtkWidget *plot, guint mark, GtkWidget *why)
{
  gtk_widget_activate (why);
}

static void
place (GtkWidget *grid, GtkWidget *child, int column, int row, int span)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (grid);
  GtkGridLayoutChild *cell =
      GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, child));

  gtk_grid_layout_child_set_column (cell, column);
  gtk_grid_layout_child_set_row (cell, row);
  gtk_grid_layout_child_set_column_span (cell, span);
}

/* Beside each other, or at narrow: name and «Why?» above, bar and number below. */
static void
lay_out (RkThemeBars *self)
{
  int n = (int) self->lines->len;

  for (int i = 0; i < n; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      int row = self->narrow ? 2 * i : i;

      line->bar->narrow = self->narrow;
      gtk_widget_queue_resize (line->plot);
      gtk_widget_set_margin_top (line->text, self->narrow && i > 0 ? 12 : 0);
      place (self->grid, line->text, 0, row, self->narrow ? 2 : 1);
      place (self->grid, line->plot, self->narrow ? 0 : 1, self->narrow ? row + 1 : row,
             self->narrow ? 1 : 1);
      place (self->grid, line->number, self->narrow ? 1 : 2, self->narrow ? row + 1 : row, 1);
      place (self->grid, line->difference, self->narrow ? 2 : 3, self->narrow ? row + 1 : row, 1);
      place (self->grid, line->why, self->narrow ? 2 : 4, row, 1);
    }
  place (self->grid, self->axis, self->narrow ? 0 : 1, 2 * n, 1);
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((RkThemeBarsProps) id)
    {
    case PROP_NARROW:
      rk_theme_bars_set_narrow (RK_THEME_BARS (object), g_value_get_boolean (value));
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  g_clear_pointer (&RK_THEME_BARS (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (rk_theme_bars_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  RkThemeBars *self = RK_THEME_BARS (object);

  g_array_unref (self->lines);
  g_strfreev (self->series);
  G_OBJECT_CLASS (rk_theme_bars_parent_class)->finalize (object);
}

static void
rk_theme_bars_class_init (RkThemeBarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = set_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "themebars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  props[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
rk_theme_bars_init (RkThemeBars *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  self->axis = GTK_WIDGET (rk_plot_new (&axis_painter, NULL, NULL));
  rk_plot_set_walkable (RK_PLOT (self->axis), FALSE);
  rk_plot_set_summary (RK_PLOT (self->axis), _ ("Scale from 0 to 100"));
  gtk_widget_set_hexpand (self->axis, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), self->axis, 1, 0, 1, 1);
}

RkThemeBars *
rk_theme_bars_new (const char *const *series, guint n_series)
{
  RkThemeBars *self;

  g_return_val_if_fail (n_series >= 1 && n_series <= RK_MAX_SERIES, NULL);

  self = g_object_new (RK_TYPE_THEME_BARS, NULL);
  self->n_series = n_series;
  self->series = g_new0 (char *, n_series + 1);
  for (guint i = 0; i < n_series; i++)
    self->series[i] = g_strdup (series[i]);
  return self;
}

void
rk_theme_bars_add (RkThemeBars *self, const RkThemeBar *bar)
{
  Line line;
  g_autofree char *description = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (RK_IS_THEME_BARS (self));

  description = describe_bar (self, bar);
  /* Translators: %s is the name of a theme. */
  name = g_strdup_printf (_ ("Why this score for %s?"), bar->name);
  line.bar = g_new0 (Bar, 1);
  memcpy (line.bar->values, bar->values, sizeof bar->values);
  line.bar->n_series = self->n_series;
  line.text = make_text (bar);
  line.plot = GTK_WIDGET (rk_plot_new (&bar_painter, line.bar, g_free));
  line.number = make_number (bar, name);
  line.difference = make_difference (self, bar);
  line.why = make_why (bar, name);
  rk_plot_set_walkable (RK_PLOT (line.plot), FALSE);
  rk_plot_set_summary (RK_PLOT (line.plot), description);
  gtk_widget_set_hexpand (line.plot, TRUE);
  gtk_widget_set_tooltip_text (line.plot, description);
  g_signal_connect (line.plot, "mark-activated", G_CALLBACK (bar_activated_cb), line.why);
  g_array_append_val (self->lines, line);
  for (guint i = 0; i < 5; i++)
    gtk_grid_attach (GTK_GRID (self->grid),
                     ((GtkWidget *[]){ line.text, line.plot, line.number, line.difference,
                                       line.why })[i],
                     (int) i, (int) self->lines->len, 1, 1);
  lay_out (self);
}

void
rk_theme_bars_set_narrow (RkThemeBars *self, gboolean narrow)
{
  g_return_if_fail (RK_IS_THEME_BARS (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  lay_out (self);
}

gboolean
rk_theme_bars_focus (RkThemeBars *self, guint bar)
{
  GtkRoot *root;

  g_return_val_if_fail (RK_IS_THEME_BARS (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (bar >= self->lines->len || !GTK_IS_WINDOW (root))
    return FALSE;
  gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE); /* a digit brought it here */
  return gtk_widget_grab_focus (g_array_index (self->lines, Line, bar).why);
}
