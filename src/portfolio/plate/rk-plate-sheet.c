/* SPDX-License-Identifier: EUPL-1.2 */
/* The plate keeps its own coordinates: the title stands above it, the legend below. */
#include "config.h"
#include "rk-plate-sheet-private.h"

#include "rk-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 24.0
#define TITLE_SIZE 22.0
#define SUBTITLE_SIZE 13.0
#define HEADER 64.0
#define ITEM_HEIGHT 30.0
#define ITEM_GAP 28.0
#define SIGN 20.0
#define SWATCH 42.0
/* The width of a plate on which the title has just the right size. */
#define USUAL_WIDTH 1300.0

/* A row of the legend in the drawing, in units of the sheet from the left top of the legend. */
typedef struct
{
  guint row;
  double x, y;
  const RkTextBlock *label, *places;
} Item;

static char *
describe (RkPlateDrawing *drawing, const char *owner)
{
  const RkPlateOptions *options = &drawing->options;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *now = options->landscape != NULL ? options->landscape->date : NULL;
  const char *then = options->then != NULL ? options->then->date : NULL;
  g_autofree char *first = rk_format_date (now, RK_FORMAT_SENTENCE);
  g_autofree char *second = rk_format_date (then, RK_FORMAT_SENTENCE);

  if (owner != NULL)
    g_ptr_array_add (parts, g_strdup (owner));
  if (drawing->architecture != NULL)
    g_ptr_array_add (parts, g_strdup (rk_architecture_get_name (drawing->architecture)));
  if (now != NULL && options->moment == RK_PLATE_DIFFERENCE)
    g_ptr_array_add (parts, g_strdup_printf (_ ("difference between %s and %s"), first, second));
  else if (now != NULL)
    {
      g_ptr_array_add (parts, g_strdup_printf (_ ("lens: %s"), rk_lens_get_label (options->lens)));
      g_ptr_array_add (parts, g_strdup (options->moment == RK_PLATE_NOW ? first : second));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* Rows that nothing is in are left out, except the first ones: they explain the letters. */
static double
place_legend (RkPlateSheet *self, double width)
{
  guint n;
  const RkLegendRow *rows = rk_plate_drawing_get_legend (self->drawing, &n);
  double x = 0, y = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *places = g_strdup_printf ("%u", rows[i].places);
      Item item = { i };
      double needed;

      item.label = rk_typesetter_set (self->typesetter, rows[i].label, 13, RK_TYPE_PLAIN, 400, 1);
      item.places = rk_typesetter_set (self->typesetter, places, 13, RK_TYPE_BOLD, 100, 1);
      needed = SWATCH + 8 + item.label->width + 8 + item.places->width;
      if (x > 0 && x + needed > width)
        {
          x = 0;
          y += ITEM_HEIGHT;
        }
      item.x = x;
      item.y = y;
      x += needed + ITEM_GAP;
      g_array_append_val (self->items, item);
    }
  return n > 0 ? y + ITEM_HEIGHT : 0;
}

RkPlateSheet *
rk_plate_sheet_new (RkPlateDrawing *drawing, const char *owner)
{
  RkPlateSheet *self = g_new0 (RkPlateSheet, 1);
  cairo_rectangle_t plate;
  double legend, width;

  g_return_val_if_fail (RK_IS_PLATE_DRAWING (drawing), NULL);
  self->drawing = g_object_ref (drawing);
  self->title = g_strdup (rk_view_get_name (rk_plate_drawing_get_view (drawing)));
  self->subtitle = describe (drawing, owner);
  self->typesetter = rk_typesetter_new ();
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  rk_plate_drawing_get_extents (drawing, &plate);
  self->unit = CLAMP (MAX (plate.width, plate.height * 1.4) / USUAL_WIDTH, 0.6, 8);
  width = MAX (plate.width, 420 * self->unit);
  legend = place_legend (self, width / self->unit) * self->unit;
  self->extents =
      (cairo_rectangle_t){ plate.x - MARGIN * self->unit, plate.y - (MARGIN + HEADER) * self->unit,
                           width + 2 * MARGIN * self->unit,
                           plate.height + (2 * MARGIN + HEADER) * self->unit +
                               (legend > 0 ? legend + 18 * self->unit : 0) };
  return self;
}

void
rk_plate_sheet_free (RkPlateSheet *self)
{
  g_array_unref (self->items);
  rk_typesetter_free (self->typesetter);
  g_object_unref (self->drawing);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

void
rk_plate_sheet_get_extents (RkPlateSheet *self, cairo_rectangle_t *extents)
{
  *extents = self->extents;
}

const char *
rk_plate_sheet_get_title (RkPlateSheet *self)
{
  return self->title;
}

const char *
rk_plate_sheet_get_subtitle (RkPlateSheet *self)
{
  return self->subtitle;
}

/* --- painting --------------------------------------------------------------------------------- */

static void
paint_item (RkPlateSheet *self, RkPen *pen, RkPalette palette, const Item *item)
{
  guint n;
  const RkLegendRow *row = &rk_plate_drawing_get_legend (self->drawing, &n)[item->row];
  guint32 text = rk_colour_get (palette, RK_COLOUR_TEXT);
  RkShape box = { .box = { item->x + 1, item->y + 1, SWATCH - 2, SIGN - 2 },
                  .radius = 4,
                  .line = 1.5,
                  .colour = rk_colour_get (palette, row->colour) };
  double x = item->x + SWATCH + 8;

  if (row->sign == RK_SIGN_CHIP)
    rk_plate_paint_swatch (self->typesetter, pen, palette, row,
                           (cairo_rectangle_t){ item->x, item->y, SWATCH, SIGN });
  else
    {
      box.dash = row->sign == RK_SIGN_GAP ? RK_DASH_UNKNOWN : RK_DASH_NONE;
      rk_pen_shape (pen, &box);
    }
  if (row->sign == RK_SIGN_OVERLAP)
    {
      box.box = (cairo_rectangle_t){ item->x + 4.5, item->y + 4.5, SWATCH - 9, SIGN - 9 };
      box.radius = 2;
      rk_pen_shape (pen, &box);
    }
  rk_pen_text (pen, item->label, x, item->y + 2, 0, text);
  rk_pen_text (pen, item->places, x + item->label->width + 8, item->y + 2, 0, text);
}

void
rk_plate_sheet_paint (RkPlateSheet *self, RkPen *pen, RkPalette palette)
{
  RkShape paper = { .box = self->extents,
                    .has_fill = TRUE,
                    .fill = rk_colour_get (palette, RK_COLOUR_PLATE) };
  RkPlateState state = { palette, 0, -1 };
  cairo_rectangle_t plate;
  double width = self->extents.width / self->unit - 2 * MARGIN;

  rk_plate_drawing_get_extents (self->drawing, &plate);
  rk_pen_shape (pen, &paper);
  rk_pen_move (pen, plate.x, self->extents.y + MARGIN * self->unit, self->unit);
  rk_pen_text (pen,
               rk_typesetter_set (self->typesetter, self->title, TITLE_SIZE, RK_TYPE_BOLD, width,
                                  1),
               0, 0, 0, rk_colour_get (palette, RK_COLOUR_TEXT));
  rk_pen_text (pen,
               rk_typesetter_set (self->typesetter, self->subtitle, SUBTITLE_SIZE, RK_TYPE_PLAIN,
                                  width, 1),
               0, 30, 0, rk_colour_get (palette, RK_COLOUR_SECONDARY));
  rk_pen_end (pen);
  rk_plate_paint (self->drawing, pen, &state, &self->extents);
  rk_pen_move (pen, plate.x, plate.y + plate.height + 18 * self->unit, self->unit);
  for (guint i = 0; i < self->items->len; i++)
    paint_item (self, pen, palette, &g_array_index (self->items, Item, i));
  rk_pen_end (pen);
}

void
rk_plate_sheet_draw (RkPlateSheet *self, cairo_t *cr, RkPalette palette, double x, double y,
                     double width, double height)
{
  double scale = MIN (width / self->extents.width, height / self->extents.height);
  RkPen *pen;

  g_return_if_fail (self != NULL && scale > 0);
  cairo_save (cr);
  cairo_translate (cr, x + (width - self->extents.width * scale) / 2,
                   y + (height - self->extents.height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -self->extents.x, -self->extents.y);
  pen = rk_cairo_pen_new (cr, FALSE);
  rk_plate_sheet_paint (self, pen, palette);
  rk_cairo_pen_free (pen);
  cairo_restore (cr);
}
