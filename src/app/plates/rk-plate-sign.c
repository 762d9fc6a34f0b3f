/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-legend.h"

#include "rk-ink.h"
#include "rk-palette.h"
#include "rk-plot.h"

#include <adwaita.h>

#define SIZE 20
#define BOX_WIDTH 24

struct _RkPlateSignWidget
{
  GtkWidget parent_instance;
  RkLegendRow row;
};

#define RK_TYPE_PLATE_SIGN_WIDGET (rk_plate_sign_widget_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateSignWidget, rk_plate_sign_widget, RK, PLATE_SIGN_WIDGET, GtkWidget)
G_DEFINE_FINAL_TYPE (RkPlateSignWidget, rk_plate_sign_widget, GTK_TYPE_WIDGET)

static gboolean
is_status (RkColour colour)
{
  return colour >= RK_COLOUR_IN_USE && colour <= RK_COLOUR_UNKNOWN;
}

/* As the chip: the light fill of a status with its pattern, or the colour of a scale itself. */
static void
draw_square (RkPlateSignWidget *self, const RkInk *ink, cairo_t *cr, double size)
{
  const double dash[] = { 3, 2 };
  gboolean status = is_status (self->row.colour);
  gboolean strong = rk_palette_is_high_contrast (ink->palette);
  guint32 colour = rk_colour_get (ink->palette, self->row.colour), fill = colour, text;
  RkTextStyle style = { .size = 0.86, .bold = TRUE };
  GdkRGBA rgba = { 0, 0, 0, 1 };

  if (status)
    fill =
        rk_colour_get (ink->palette, self->row.colour - RK_COLOUR_IN_USE + RK_COLOUR_CHIP_IN_USE);
  text = status ? rk_colour_get (ink->palette,
                                 self->row.colour - RK_COLOUR_IN_USE + RK_COLOUR_ON_CHIP_IN_USE)
                : rk_colour_text_on (fill);
  rk_paint_rounded (cr, 1, 1, size - 2, size - 2, 5 * ink->scale);
  rk_paint_use (cr, fill, 1);
  cairo_fill_preserve (cr);
  rk_paint_signs (cr, self->row.pattern, status ? colour : text, strong ? 1 : 0.45);
  rk_paint_use (cr, strong ? rk_colour_get (ink->palette, RK_COLOUR_TEXT) : colour, 1);
  cairo_set_line_width (cr, strong ? 2 : 1.2);
  if (self->row.pattern == RK_PATTERN_HATCH)
    cairo_set_dash (cr, dash, 2, 0);
  cairo_stroke (cr);
  if (self->row.pattern != RK_PATTERN_PLAIN) /* the letter stands on something quiet */
    {
      rk_paint_rounded (cr, size * 0.22, size * 0.2, size * 0.56, size * 0.6, 3);
      rk_paint_use (cr, fill, 1);
      cairo_fill (cr);
    }
  rgba.red = (float) (text >> 16 & 0xff) / 255;
  rgba.green = (float) (text >> 8 & 0xff) / 255;
  rgba.blue = (float) (text & 0xff) / 255;
  rk_ink_text_rgba (ink, &style, &rgba, cr, self->row.letter, size / 2, size / 2, 0.5, 0.5);
}

static void
draw_box (RkPlateSignWidget *self, const RkInk *ink, cairo_t *cr, double width, double height)
{
  const double dash[] = { 4, 3 };

  rk_paint_use (cr, rk_colour_get (ink->palette, RK_COLOUR_TEXT), 1);
  rk_paint_rounded (cr, 1, 1, width - 2, height - 2, 4);
  if (self->row.sign == RK_SIGN_GAP)
    cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  if (self->row.sign != RK_SIGN_OVERLAP)
    return;
  rk_paint_rounded (cr, 4, 4, width - 8, height - 8, 2);
  cairo_stroke (cr);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  RkPlateSignWidget *self = RK_PLATE_SIGN_WIDGET (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snap, &GRAPHENE_RECT_INIT (0, 0, width, height));
  RkInk ink = { rk_palette_current (), gtk_widget_get_pango_context (widget),
                rk_text_scale (widget) };

  if (self->row.sign == RK_SIGN_CHIP)
    draw_square (self, &ink, cr, MIN (width, height));
  else
    draw_box (self, &ink, cr, width, height);
  cairo_destroy (cr);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gboolean box = RK_PLATE_SIGN_WIDGET (widget)->row.sign != RK_SIGN_CHIP;
  int size = orientation == GTK_ORIENTATION_HORIZONTAL && box ? BOX_WIDTH : SIZE;

  *minimum = *natural = (int) (size * rk_text_scale (widget));
}

static void
rk_plate_sign_widget_class_init (RkPlateSignWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rk_plate_sign_widget_init (RkPlateSignWidget *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
rk_plate_sign_new (const RkLegendRow *row)
{
  RkPlateSignWidget *self = g_object_new (RK_TYPE_PLATE_SIGN_WIDGET, NULL);

  self->row = *row;
  return GTK_WIDGET (self);
}
