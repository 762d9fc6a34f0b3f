/* SPDX-License-Identifier: EUPL-1.2 */
/* The applications in a box: chips, squares with letters, or a bar. */
#include "config.h"
#include "rk-painter.h"

#include <math.h>

#define MIN_TEXT 4.5 /* pixels: smaller text is not drawn */

guint32
rk_painter_colour (const RkPainter *p, RkColour which)
{
  return rk_colour_get (p->state->palette, which);
}

void
rk_painter_text (const RkPainter *p, const RkPlacedText *text, guint32 rgb)
{
  if (text->block == NULL || text->block->n_lines == 0)
    return;
  if (p->state->scale > 0 && text->block->size * p->state->scale < MIN_TEXT)
    return;
  rk_pen_text (p->pen, text->block, text->x, text->y, text->anchor, rgb);
}

void
rk_painter_rectangle (const RkPainter *p, cairo_rectangle_t box, double radius, guint32 fill,
                      double line, guint32 rgb, RkDash dash)
{
  RkShape shape = { .box = box,
                    .radius = radius,
                    .has_fill = TRUE,
                    .fill = fill,
                    .line = line,
                    .colour = rgb,
                    .dash = dash };

  rk_pen_shape (p->pen, &shape);
}

/* The colour of a row as a line: with high contrast the fills of scales are no colour of a line. */
static guint32
row_colour (const RkPainter *p, const RkLegendRow *row)
{
  gboolean scale = row->colour >= RK_COLOUR_BAND_1 && row->colour <= RK_COLOUR_HEAT_5;

  return rk_painter_colour (p, p->strong && scale ? RK_COLOUR_FRAME : row->colour);
}

/* The light fill of a chip and the text on it: of a status its own, of another row a tint. */
static void
chip_colours (const RkPainter *p, const RkLegendRow *row, guint32 *fill, guint32 *text)
{
  guint status = row->colour - RK_COLOUR_IN_USE;

  if (status < 5)
    {
      *fill = rk_painter_colour (p, RK_COLOUR_CHIP_IN_USE + status);
      *text = rk_painter_colour (p, RK_COLOUR_ON_CHIP_IN_USE + status);
      return;
    }
  *text = rk_painter_colour (p, RK_COLOUR_TEXT);
  *fill = p->strong ? rk_painter_colour (p, RK_COLOUR_SURFACE)
                    : rk_colour_mix (rk_painter_colour (p, row->colour),
                                     rk_painter_colour (p, RK_COLOUR_SURFACE), 0.2);
}

void
rk_plate_paint_sign (RkTypesetter *typesetter, RkPen *pen, RkPalette palette,
                     const RkLegendRow *row, double x, double y, double size)
{
  guint32 fill = rk_colour_get (palette, row->colour);
  const RkTextBlock *letter =
      rk_typesetter_set (typesetter, row->letter, size * 0.58, RK_TYPE_BOLD, size * 2, 1);
  RkShape square = {
    .box = { x, y, size, size }, .radius = size * 0.2, .has_fill = TRUE, .fill = fill
  };

  if (rk_palette_is_high_contrast (palette))
    {
      square.line = 1;
      square.colour = rk_colour_get (palette, RK_COLOUR_FRAME);
    }
  rk_pen_shape (pen, &square);
  rk_pen_text (pen, letter, x + size / 2, y + (size - letter->height) / 2, 0.5,
               rk_colour_text_on (fill));
}

static void
paint_pattern (const RkPainter *p, const RkLegendRow *row, cairo_rectangle_t box)
{
  RkShape shape = { .box = box,
                    .radius = 3,
                    .pattern = row->pattern,
                    .signs = row_colour (p, row),
                    .signs_alpha = p->strong ? 1 : 0.5 };

  rk_pen_shape (p->pen, &shape);
}

void
rk_plate_paint_swatch (RkTypesetter *typesetter, RkPen *pen, RkPalette palette,
                       const RkLegendRow *row, cairo_rectangle_t box)
{
  RkPlateState state = { palette };
  RkPainter p = { NULL, pen, &state, RK_DETAIL_ALL, rk_palette_is_high_contrast (palette) };
  guint32 fill, text;

  chip_colours (&p, row, &fill, &text);
  rk_painter_rectangle (&p, box, 4, fill, p.strong ? 2 : 1, row_colour (&p, row),
                        row->pattern == RK_PATTERN_HATCH ? RK_DASH_UNKNOWN : RK_DASH_NONE);
  if (row->pattern != RK_PATTERN_PLAIN)
    paint_pattern (&p, row,
                   (cairo_rectangle_t){ box.x + box.height, box.y + 1, box.width - box.height - 1,
                                        box.height - 2 });
  rk_plate_paint_sign (typesetter, pen, palette, row, box.x, box.y, box.height);
}

/* How much of what is asked for: a bar that is partly filled. */
static void
paint_share (const RkPainter *p, const RkLegendRow *row, const RkChipPlace *place)
{
  const cairo_rectangle_t *b = &place->box;
  cairo_rectangle_t bar = { b->x + b->width - 31, b->y + b->height / 2 - 4, 26, 8 };

  rk_painter_rectangle (p, bar, 2, rk_painter_colour (p, RK_COLOUR_SURFACE), 1,
                        rk_painter_colour (p, RK_COLOUR_FRAME), RK_DASH_NONE);
  bar.width *= place->share;
  if (place->share > 0)
    rk_painter_rectangle (p, bar, 2,
                          p->strong ? rk_painter_colour (p, RK_COLOUR_TEXT)
                                    : rk_painter_colour (p, row->colour),
                          0, 0, RK_DASH_NONE);
}

gboolean
rk_painter_hides_row (const RkPainter *p, guint row)
{
  return p->state->rows != 0 && (p->state->rows & G_GUINT64_CONSTANT (1) << row) == 0;
}

/* "KlantBeeld: Planned", "KlantBeeld: Satisfied · ★ 4,1". */
static char *
title_of (const RkPainter *p, const RkPlateChip *chip)
{
  GArray *rows = rk_marks_get_rows (p->self->marks);

  return g_strdup_printf ("%s: %s%s%s", chip->name,
                          g_array_index (rows, RkLegendRow, chip->row).label,
                          *chip->value != '\0' ? " · " : "", chip->value);
}

static void
begin_chip (const RkPainter *p, const RkPlateChip *chip)
{
  g_autofree char *title = p->pen->annotated ? title_of (p, chip) : NULL;
  RkPenGroup group = { .class = "application",
                       .title = title,
                       .alpha = rk_painter_hides_row (p, chip->row) ? RK_PAINTER_FILTERED : 1 };

  rk_pen_begin (p->pen, &group);
}

static void
paint_chip (const RkPainter *p, const RkPlateChip *chip, const RkChipPlace *place)
{
  const RkLegendRow *row =
      &g_array_index (rk_marks_get_rows (p->self->marks), RkLegendRow, chip->row);
  const cairo_rectangle_t *b = &place->box;
  gboolean unknown = row->pattern == RK_PATTERN_HATCH;
  double right = b->x + b->width - place->tail;
  guint32 fill, text;

  chip_colours (p, row, &fill, &text);
  begin_chip (p, chip);
  rk_painter_rectangle (p, *b, 4, fill, p->strong ? 2 : 1, row_colour (p, row),
                        unknown ? RK_DASH_UNKNOWN : RK_DASH_NONE);
  if (place->tail > 0 && row->pattern != RK_PATTERN_PLAIN)
    paint_pattern (p, row, (cairo_rectangle_t){ right - 1, b->y + 1, place->tail, b->height - 2 });
  rk_plate_paint_sign (p->self->typesetter, p->pen, p->state->palette, row, b->x, b->y, b->height);
  rk_painter_text (p,
                   &(RkPlacedText){ place->name, b->x + b->height + 5,
                                    b->y + (b->height - place->name->height) / 2, 0 },
                   text);
  if (place->share >= 0)
    {
      paint_share (p, row, place);
      right -= 35;
    }
  if (place->value != NULL)
    rk_painter_text (p,
                     &(RkPlacedText){ place->value, right - 4,
                                      b->y + (b->height - place->value->height) / 2, 1 },
                     text);
  rk_pen_end (p->pen);
}

/* Squares with letters, as large as they may be below the label. */
static void
paint_letters (const RkPainter *p, const RkBox *box)
{
  const cairo_rectangle_t *b = &box->box.bounds;
  const RkPlacedText *label = &box->labels[RK_DETAIL_LETTERS];
  guint n = box->box.n_chips;
  double bottom = MAX (box->bottom, b->y + b->height / 2);
  double side = MIN (bottom - label->y - label->block->height - 2, 30), step;

  side = MIN (MAX (side, 12), (b->width - 16 + 4) / n - 4);
  if (side < 6)
    return;
  step = side + 4;
  for (guint i = 0; i < n; i++)
    {
      begin_chip (p, &box->box.chips[i]);
      rk_plate_paint_sign (p->self->typesetter, p->pen, p->state->palette,
                           &g_array_index (rk_marks_get_rows (p->self->marks), RkLegendRow,
                                           box->box.chips[i].row),
                           b->x + 9 + i * step, bottom - side, side);
      rk_pen_end (p->pen);
    }
}

/* A piece of bar for each row of the legend, as long as it has applications. */
static void
paint_bar (const RkPainter *p, const RkBox *box)
{
  GArray *rows = rk_marks_get_rows (p->self->marks);
  double x = box->bar.x;

  for (guint row = 0; row < rows->len; row++)
    {
      const RkLegendRow *r = &g_array_index (rows, RkLegendRow, row);
      RkShape piece = { .box = box->bar,
                        .has_fill = TRUE,
                        .fill = rk_painter_colour (p, r->colour),
                        .pattern = r->pattern,
                        .signs_alpha = p->strong ? 1 : 0.55 };
      guint n = 0;

      for (guint i = 0; i < box->box.n_chips; i++)
        n += box->box.chips[i].row == row ? 1 : 0;
      if (n == 0)
        continue;
      piece.box.x = x;
      piece.box.width = box->bar.width * n / box->box.n_chips;
      x += piece.box.width;
      piece.box.width = MAX (piece.box.width - 2, 1);
      piece.signs = rk_colour_text_on (piece.fill);
      rk_pen_shape (p->pen, &piece);
    }
}

static gboolean
has_room_for_chips (const RkPainter *p, const RkBox *box)
{
  gboolean focused = p->state->focus >= 0 && box == rk_plate_box (p->self, (guint) p->state->focus);

  return box->chips != NULL && (p->state->scale <= 0 || focused || !rk_plate_is_crowded (p->self));
}

void
rk_painter_chips (const RkPainter *p, const RkBox *box)
{
  if (box->box.n_chips == 0)
    return;
  if (p->detail == RK_DETAIL_LETTERS)
    paint_letters (p, box);
  else if (has_room_for_chips (p, box))
    for (guint i = 0; i < box->box.n_chips; i++)
      paint_chip (p, &box->box.chips[i], &box->chips[i]);
  else
    {
      rk_painter_text (p, &box->note, rk_painter_colour (p, RK_COLOUR_SECONDARY));
      paint_bar (p, box);
    }
}
