/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-status-chip.h"

#include "rk-palette.h"
#include "rk-plot.h"

#include <adwaita.h>

#define SIDE 20
#define RADIUS 5

struct _RkStatusChip
{
  GtkWidget parent_instance;
  GtkDrawingArea *square;
  GtkLabel *word; /* (nullable) */
  RkLifecycle status;
};

G_DEFINE_FINAL_TYPE (RkStatusChip, rk_status_chip, GTK_TYPE_WIDGET)

/* In the order of RkLifecycle. */
static const struct
{
  const char *letter;
  RkColour colour, chip, text;
  RkPattern pattern;
} looks[RK_N_LIFECYCLES] = {
  { "?", RK_COLOUR_UNKNOWN, RK_COLOUR_CHIP_UNKNOWN, RK_COLOUR_ON_CHIP_UNKNOWN, RK_PATTERN_HATCH },
  { "P", RK_COLOUR_PLANNED, RK_COLOUR_CHIP_IN_USE + 1, RK_COLOUR_ON_CHIP_IN_USE + 1,
    RK_PATTERN_DOTS },
  { "I", RK_COLOUR_IN_USE, RK_COLOUR_CHIP_IN_USE, RK_COLOUR_ON_CHIP_IN_USE, RK_PATTERN_PLAIN },
  { "U", RK_COLOUR_PHASING_OUT, RK_COLOUR_CHIP_IN_USE + 2, RK_COLOUR_ON_CHIP_IN_USE + 2,
    RK_PATTERN_STRIPES },
  { "X", RK_COLOUR_RETIRED, RK_COLOUR_CHIP_IN_USE + 3, RK_COLOUR_ON_CHIP_IN_USE + 3,
    RK_PATTERN_CROSS },
};

/* The pattern as a veil over the chip, so that the letter stays readable. */
static void
draw_pattern (RkStatusChip *self, const RkInk *ink, cairo_t *cr)
{
  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_push_group (cr);
  rk_palette_fill (ink->palette, looks[self->status].colour, looks[self->status].pattern, cr);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, 0.28);
  cairo_restore (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  static const double dashes[] = { 3, 2 };
  RkStatusChip *self = data;
  RkInk tools = { rk_palette_current (), gtk_widget_get_pango_context (GTK_WIDGET (area)),
                  rk_text_scale (GTK_WIDGET (area)) };
  const RkInk *ink = &tools;
  RkTextStyle style = { .size = 0.86, .bold = TRUE, .colour = looks[self->status].text };

  rk_paint_rounded (cr, 0.5, 0.5, width - 1, height - 1, RADIUS * ink->scale);
  rk_palette_use (ink->palette, looks[self->status].chip, cr);
  cairo_fill_preserve (cr);
  if (looks[self->status].pattern != RK_PATTERN_PLAIN)
    draw_pattern (self, ink, cr);
  cairo_new_path (cr);
  rk_paint_rounded (cr, 0.5, 0.5, width - 1, height - 1, RADIUS * ink->scale);
  rk_palette_use (ink->palette, looks[self->status].colour, cr);
  cairo_set_line_width (cr, rk_palette_is_high_contrast (ink->palette) ? 2 : 1);
  if (self->status == RK_LIFECYCLE_UNKNOWN)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  rk_ink_text (ink, &style, cr, looks[self->status].letter, width / 2.0, height / 2.0, 0.5, 0.5);
}

static void
dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rk_status_chip_parent_class)->dispose (object);
}

static void
rk_status_chip_class_init (RkStatusChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statuschip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rk_status_chip_init (RkStatusChip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->square = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_drawing_area_set_draw_func (self->square, draw_cb, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->square), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->square), GTK_WIDGET (self));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw),
                           self->square, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self->square, G_CONNECT_SWAPPED);
}

GtkWidget *
rk_status_chip_new (gboolean with_word)
{
  RkStatusChip *self = g_object_new (RK_TYPE_STATUS_CHIP, NULL);

  if (with_word)
    {
      self->word =
          g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, NULL);
      gtk_widget_set_parent (GTK_WIDGET (self->word), GTK_WIDGET (self));
    }
  rk_status_chip_set_status (self, RK_LIFECYCLE_UNKNOWN);
  return GTK_WIDGET (self);
}

void
rk_status_chip_set_status (RkStatusChip *self, RkLifecycle status)
{
  const char *word;
  int side;

  g_return_if_fail (RK_IS_STATUS_CHIP (self) && status < RK_N_LIFECYCLES);
  self->status = status;
  word = rk_lifecycle_get_label (status);
  if (self->word != NULL)
    gtk_label_set_label (self->word, word);
  else
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  side = (int) (SIDE * rk_text_scale (GTK_WIDGET (self)));
  gtk_drawing_area_set_content_width (self->square, side);
  gtk_drawing_area_set_content_height (self->square, side);
  gtk_widget_queue_draw (GTK_WIDGET (self->square));
}
