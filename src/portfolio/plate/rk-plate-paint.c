/* SPDX-License-Identifier: EUPL-1.2 */
/* Painting: boxes in the order of the file, then connections, then the ring of the focus. */
#include "config.h"
#include "rk-plate-private.h"

#include <math.h>

#define MIN_TEXT 4.5 /* pixels: smaller text is not drawn */
#define FADED 0.4    /* out of scope */
#define FILTERED 0.3 /* not what was searched or filtered for */

typedef struct
{
  RkPlateDrawing *self;
  RkPen *pen;
  const RkPlateState *state;
  RkDetail detail;
  gboolean strong; /* high contrast */
} Painter;

static guint32
colour (const Painter *p, RkColour which)
{
  return rk_colour_get (p->state->palette, which);
}

static void
paint_text (const Painter *p, const RkPlacedText *text, guint32 rgb)
{
  if (text->block == NULL || text->block->n_lines == 0)
    return;
  if (p->state->scale > 0 && text->block->size * p->state->scale < MIN_TEXT)
    return;
  rk_pen_text (p->pen, text->block, text->x, text->y, text->anchor, rgb);
}

static void
paint_rectangle (const Painter *p, cairo_rectangle_t box, double radius, guint32 fill, double line,
                 guint32 rgb, RkDash dash)
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
row_colour (const Painter *p, const RkLegendRow *row)
{
  gboolean scale = row->colour >= RK_COLOUR_BAND_1 && row->colour <= RK_COLOUR_HEAT_5;

  return colour (p, p->strong && scale ? RK_COLOUR_FRAME : row->colour);
}

/* The light fill of a chip and the text on it: of a status its own, of another row a tint. */
static void
chip_colours (const Painter *p, const RkLegendRow *row, guint32 *fill, guint32 *text)
{
  guint status = row->colour - RK_COLOUR_IN_USE;

  if (status < 5)
    {
      *fill = colour (p, RK_COLOUR_CHIP_IN_USE + status);
      *text = colour (p, RK_COLOUR_ON_CHIP_IN_USE + status);
      return;
    }
  *text = colour (p, RK_COLOUR_TEXT);
  *fill = p->strong ? colour (p, RK_COLOUR_SURFACE)
                    : rk_colour_mix (colour (p, row->colour), colour (p, RK_COLOUR_SURFACE), 0.2);
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

/* --- chips ------------------------------------------------------------------------------------ */

static void
paint_pattern (const Painter *p, const RkLegendRow *row, cairo_rectangle_t box)
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
  Painter p = { NULL, pen, &state, RK_DETAIL_ALL, rk_palette_is_high_contrast (palette) };
  guint32 fill, text;

  chip_colours (&p, row, &fill, &text);
  paint_rectangle (&p, box, 4, fill, p.strong ? 2 : 1, row_colour (&p, row),
                   row->pattern == RK_PATTERN_HATCH ? RK_DASH_UNKNOWN : RK_DASH_NONE);
  if (row->pattern != RK_PATTERN_PLAIN)
    paint_pattern (&p, row,
                   (cairo_rectangle_t){ box.x + box.height, box.y + 1, box.width - box.height - 1,
                                        box.height - 2 });
  rk_plate_paint_sign (typesetter, pen, palette, row, box.x, box.y, box.height);
}

/* How much of what is asked for: a bar that is partly filled. */
static void
paint_share (const Painter *p, const RkLegendRow *row, const RkChipPlace *place)
{
  const cairo_rectangle_t *b = &place->box;
  cairo_rectangle_t bar = { b->x + b->width - 31, b->y + b->height / 2 - 4, 26, 8 };

  paint_rectangle (p, bar, 2, colour (p, RK_COLOUR_SURFACE), 1, colour (p, RK_COLOUR_FRAME),
                   RK_DASH_NONE);
  bar.width *= place->share;
  if (place->share > 0)
    paint_rectangle (p, bar, 2, p->strong ? colour (p, RK_COLOUR_TEXT) : colour (p, row->colour), 0,
                     0, RK_DASH_NONE);
}

static gboolean
is_row_hidden (const Painter *p, guint row)
{
  return p->state->rows != 0 && (p->state->rows & G_GUINT64_CONSTANT (1) << row) == 0;
}

static void
begin_chip (const Painter *p, const RkPlateChip *chip)
{
  g_autofree char *title = p->pen->annotated && *chip->value != '\0'
                               ? g_strdup_printf ("%s: %s", chip->name, chip->value)
                               : NULL;
  RkPenGroup group = { .class = "application",
                       .title = title != NULL ? title : chip->name,
                       .alpha = is_row_hidden (p, chip->row) ? FILTERED : 1 };

  rk_pen_begin (p->pen, &group);
}

static void
paint_chip (const Painter *p, const RkPlateChip *chip, const RkChipPlace *place)
{
  const RkLegendRow *row =
      &g_array_index (rk_marks_get_rows (p->self->marks), RkLegendRow, chip->row);
  const cairo_rectangle_t *b = &place->box;
  gboolean unknown = row->pattern == RK_PATTERN_HATCH;
  double right = b->x + b->width - place->tail;
  guint32 fill, text;

  chip_colours (p, row, &fill, &text);
  begin_chip (p, chip);
  paint_rectangle (p, *b, 4, fill, p->strong ? 2 : 1, row_colour (p, row),
                   unknown ? RK_DASH_UNKNOWN : RK_DASH_NONE);
  if (place->tail > 0 && row->pattern != RK_PATTERN_PLAIN)
    paint_pattern (p, row, (cairo_rectangle_t){ right - 1, b->y + 1, place->tail, b->height - 2 });
  rk_plate_paint_sign (p->self->typesetter, p->pen, p->state->palette, row, b->x, b->y, b->height);
  paint_text (p,
              &(RkPlacedText){ place->name, b->x + b->height + 5,
                               b->y + (b->height - place->name->height) / 2, 0 },
              text);
  if (place->share >= 0)
    {
      paint_share (p, row, place);
      right -= 35;
    }
  if (place->value != NULL)
    paint_text (p,
                &(RkPlacedText){ place->value, right - 4,
                                 b->y + (b->height - place->value->height) / 2, 1 },
                text);
  rk_pen_end (p->pen);
}

/* Squares with letters, as large as they may be below the label. */
static void
paint_letters (const Painter *p, const RkBox *box)
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
paint_bar (const Painter *p, const RkBox *box)
{
  GArray *rows = rk_marks_get_rows (p->self->marks);
  double x = box->bar.x;

  for (guint row = 0; row < rows->len; row++)
    {
      const RkLegendRow *r = &g_array_index (rows, RkLegendRow, row);
      RkShape piece = { .box = box->bar,
                        .has_fill = TRUE,
                        .fill = colour (p, r->colour),
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

/* --- boxes ------------------------------------------------------------------------------------ */

static void
paint_gap_mark (const Painter *p, const RkBox *box)
{
  RkShape square = { .box = { box->free.x + 1, box->note.y + 2, 11, 11 },
                     .radius = 1,
                     .line = 1.2,
                     .colour = colour (p, RK_COLOUR_SECONDARY),
                     .dash = RK_DASH_UNKNOWN };

  if (p->detail != RK_DETAIL_ALL || box->note.block == NULL)
    return;
  rk_pen_shape (p->pen, &square);
  paint_text (p, &box->note, colour (p, RK_COLOUR_SECONDARY));
}

static void
paint_overlap (const Painter *p, const RkBox *box)
{
  cairo_rectangle_t b = box->box.bounds;
  RkShape line = { .box = { b.x + 3, b.y + 3, b.width - 6, b.height - 6 },
                   .radius = 4,
                   .line = p->strong ? 2 : 1.2,
                   .colour = colour (p, RK_COLOUR_TEXT) };

  rk_pen_shape (p->pen, &line);
  if (p->detail == RK_DETAIL_FILLS)
    return;
  paint_rectangle (p, (cairo_rectangle_t){ b.x + b.width - 29, b.y + 6, 18, 16 }, 8,
                   colour (p, RK_COLOUR_TEXT), 0, 0, RK_DASH_NONE);
  paint_text (p, &box->badge, colour (p, RK_COLOUR_SURFACE));
}

static void
paint_frame (const Painter *p, const RkBox *box)
{
  const RkPlateBox *b = &box->box;
  guint32 fill = colour (p, RK_COLOUR_COMPONENT), line = colour (p, RK_COLOUR_BORDER);
  RkShape shape = { .box = b->bounds, .radius = 6, .has_fill = TRUE, .line = p->strong ? 2 : 1 };

  if (b->gap)
    {
      fill = colour (p, RK_COLOUR_DOMAIN);
      line = colour (p, RK_COLOUR_UNKNOWN);
      shape.dash = RK_DASH_GAP;
      shape.line = 1.5;
    }
  if (b->overlap)
    {
      line = colour (p, RK_COLOUR_TEXT);
      shape.line = p->strong ? 2 : 1.2;
    }
  if (p->detail == RK_DETAIL_FILLS && b->n_chips > 0)
    fill =
        colour (p,
                g_array_index (rk_marks_get_rows (p->self->marks), RkLegendRow, box->worst).colour);
  shape.fill = fill;
  shape.colour = line;
  rk_pen_shape (p->pen, &shape);
}

/* A box that is too small for more has the colour and the letter of its worst row. */
static void
paint_worst (const Painter *p, const RkBox *box)
{
  const cairo_rectangle_t *b = &box->box.bounds;
  const RkLegendRow *row =
      &g_array_index (rk_marks_get_rows (p->self->marks), RkLegendRow, box->worst);
  const RkTextBlock *letter =
      rk_typesetter_set (p->self->typesetter, row->letter, MIN (b->height * 0.6, b->width / 2),
                         RK_TYPE_BOLD, b->width, 1);

  paint_text (p,
              &(RkPlacedText){ letter, b->x + b->width / 2, b->y + (b->height - letter->height) / 2,
                               0.5 },
              rk_colour_text_on (colour (p, row->colour)));
}

static void
paint_component (const Painter *p, const RkBox *box)
{
  paint_frame (p, box);
  if (box->box.overlap)
    paint_overlap (p, box);
  if (p->detail == RK_DETAIL_FILLS)
    {
      if (box->box.n_chips > 0)
        paint_worst (p, box);
      return;
    }
  paint_text (p, &box->labels[p->detail], colour (p, RK_COLOUR_TEXT));
  if (box->box.gap)
    paint_gap_mark (p, box);
  if (box->box.n_chips == 0)
    return;
  if (p->detail == RK_DETAIL_LETTERS)
    paint_letters (p, box);
  else if (box->chips != NULL)
    for (guint i = 0; i < box->box.n_chips; i++)
      paint_chip (p, &box->box.chips[i], &box->chips[i]);
  else
    {
      paint_text (p, &box->note, colour (p, RK_COLOUR_SECONDARY));
      paint_bar (p, box);
    }
}

static void
paint_holder (const Painter *p, const RkBox *box)
{
  RkColour fill = box->box.depth % 2 == 0 ? RK_COLOUR_DOMAIN : RK_COLOUR_PLATE;

  paint_rectangle (p, box->box.bounds, 10, colour (p, fill), p->strong ? 2 : 1,
                   colour (p, RK_COLOUR_BORDER), RK_DASH_NONE);
  paint_text (p, &box->labels[p->detail], colour (p, RK_COLOUR_TEXT));
  if (p->detail == RK_DETAIL_ALL)
    paint_text (p, &box->note, colour (p, RK_COLOUR_SECONDARY));
}

static void
paint_other (const Painter *p, const RkBox *box)
{
  RkShape shape = { .box = box->box.bounds, .radius = 4 };

  if (box->box.kind != RK_PLATE_BOX_NOTE)
    {
      shape.has_fill = TRUE;
      shape.fill = colour (p, RK_COLOUR_DOMAIN);
      shape.line = 1;
      shape.colour =
          colour (p, box->box.kind == RK_PLATE_BOX_VIEW ? RK_COLOUR_FRAME : RK_COLOUR_BORDER);
    }
  rk_pen_shape (p->pen, &shape);
  paint_text (p, &box->labels[p->detail], colour (p, RK_COLOUR_SECONDARY));
}

static gboolean
has_visible_row (const Painter *p, const RkBox *box)
{
  int gap = rk_marks_get_gap_row (p->self->marks);
  int overlap = rk_marks_get_overlap_row (p->self->marks);

  if (box->box.gap && !is_row_hidden (p, (guint) gap))
    return TRUE;
  if (box->box.overlap && !is_row_hidden (p, (guint) overlap))
    return TRUE;
  for (guint i = 0; i < box->box.n_chips; i++)
    if (!is_row_hidden (p, box->box.chips[i].row))
      return TRUE;
  return FALSE;
}

static double
alpha_of (const Painter *p, guint i, const RkBox *box)
{
  double alpha = box->box.in_scope ? 1 : FADED;

  if (p->state->matches != NULL && !p->state->matches[i] && box->box.kind != RK_PLATE_BOX_HOLDER)
    alpha = MIN (alpha, FILTERED);
  if (p->state->rows != 0 && box->box.kind == RK_PLATE_BOX_COMPONENT && !has_visible_row (p, box))
    alpha = MIN (alpha, FILTERED);
  return alpha;
}

/* The page of the concept; without one, the box itself, so that one can point others to it. */
static char *
link_of (const RkBox *box)
{
  if (box->address != NULL)
    return g_strdup (box->address);
  return box->box.key != NULL ? g_strconcat ("#", box->box.id, NULL) : NULL;
}

static char *
title_of (const RkBox *box)
{
  const char *text = box->box.definition;

  return text != NULL && *text != '\0' ? g_strdup_printf ("%s: %s", box->box.name, text)
                                       : g_strdup (box->box.name);
}

static void
paint_box (const Painter *p, guint i, RkBox *box)
{
  static const char *const classes[] = { "component", "holder", "element", "note", "view" };
  g_autofree char *link = p->pen->annotated ? link_of (box) : NULL;
  g_autofree char *title = p->pen->annotated ? title_of (box) : NULL;
  RkPenGroup group = { .id = box->box.id,
                       .class = classes[box->box.kind],
                       .title = title,
                       .link = link,
                       .area = box->box.bounds,
                       .alpha = alpha_of (p, i, box) };

  rk_plate_place (p->self, i, p->self->own_colours ? RK_DETAIL_ALL : p->detail);
  rk_pen_begin (p->pen, &group);
  if (p->self->own_colours)
    rk_plate_paint_own (p->self, p->pen, p->state, i);
  else if (box->box.kind == RK_PLATE_BOX_COMPONENT)
    paint_component (p, box);
  else if (box->box.kind == RK_PLATE_BOX_HOLDER)
    paint_holder (p, box);
  else
    paint_other (p, box);
  rk_pen_end (p->pen);
}

static gboolean
overlaps (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height &&
         b->y <= a->y + a->height;
}

static RkDetail
detail_at (double scale)
{
  if (scale <= 0 || scale >= RK_PLATE_SCALE_LETTERS)
    return RK_DETAIL_ALL;
  return scale >= RK_PLATE_SCALE_FILLS ? RK_DETAIL_LETTERS : RK_DETAIL_FILLS;
}

static void
paint_ring (const Painter *p)
{
  cairo_rectangle_t b;
  RkShape ring = { .radius = 9, .line = 2.5, .colour = colour (p, RK_COLOUR_FOCUS) };
  double out = 4, unit = p->state->scale > 0 ? MAX (1 / p->state->scale, 1) : 1;

  if (p->state->focus < 0 || (guint) p->state->focus >= p->self->boxes->len)
    return;
  b = rk_plate_box (p->self, (guint) p->state->focus)->box.bounds;
  out *= unit;
  ring.line *= unit;
  ring.box = (cairo_rectangle_t){ b.x - out, b.y - out, b.width + 2 * out, b.height + 2 * out };
  rk_pen_shape (p->pen, &ring);
}

void
rk_plate_paint (RkPlateDrawing *self, RkPen *pen, const RkPlateState *state,
                const cairo_rectangle_t *clip)
{
  Painter p = { self, pen, state, detail_at (state->scale),
                rk_palette_is_high_contrast (state->palette) };

  for (guint i = 0; i < self->boxes->len; i++)
    if (overlaps (&rk_plate_box (self, i)->box.bounds, clip))
      paint_box (&p, i, rk_plate_box (self, i));
  for (guint i = 0; i < self->routes->len; i++)
    {
      const RkRoute *route = &g_array_index (self->routes, RkRoute, i);

      if (route->n_points > 1 && overlaps (&route->extents, clip))
        rk_plate_paint_route (self, pen, state, route);
    }
  paint_ring (&p);
}

void
rk_plate_drawing_draw (RkPlateDrawing *self, cairo_t *cr, const RkPlateState *state)
{
  RkPen *pen;
  double x1, y1, x2, y2;

  g_return_if_fail (RK_IS_PLATE_DRAWING (self) && state != NULL);
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  pen = rk_cairo_pen_new (cr, FALSE);
  /* a little more than the clip: lines and the ring stand outside their box */
  rk_plate_paint (self, pen, state,
                  &(cairo_rectangle_t){ x1 - 8, y1 - 8, x2 - x1 + 16, y2 - y1 + 16 });
  rk_cairo_pen_free (pen);
}

void
rk_plate_drawing_draw_map (RkPlateDrawing *self, cairo_t *cr, RkPalette palette)
{
  g_return_if_fail (RK_IS_PLATE_DRAWING (self));
  rk_plate_drawing_draw (self, cr, &(RkPlateState){ palette, 0.01, -1 });
}
