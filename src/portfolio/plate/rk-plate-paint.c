/* SPDX-License-Identifier: EUPL-1.2 */
/* Painting: boxes in the order of the file, then connections, then the ring of the focus. */
#include "config.h"
#include "rk-painter.h"

#include <math.h>

#define FADED 0.4 /* out of scope */

static void
paint_gap_mark (const RkPainter *p, const RkBox *box)
{
  RkShape square = { .box = { box->free.x + 1, box->note.y + 2, 11, 11 },
                     .radius = 1,
                     .line = 1.2,
                     .colour = rk_painter_colour (p, RK_COLOUR_SECONDARY),
                     .dash = RK_DASH_UNKNOWN };

  if (p->detail != RK_DETAIL_ALL || box->note.block == NULL)
    return;
  rk_pen_shape (p->pen, &square);
  rk_painter_text (p, &box->note, rk_painter_colour (p, RK_COLOUR_SECONDARY));
}

static void
paint_overlap (const RkPainter *p, const RkBox *box)
{
  cairo_rectangle_t b = box->box.bounds;
  RkShape line = { .box = { b.x + 3, b.y + 3, b.width - 6, b.height - 6 },
                   .radius = 4,
                   .line = p->strong ? 2 : 1.2,
                   .colour = rk_painter_colour (p, RK_COLOUR_TEXT) };

  rk_pen_shape (p->pen, &line);
  if (p->detail == RK_DETAIL_FILLS)
    return;
  rk_painter_rectangle (p, (cairo_rectangle_t){ b.x + b.width - 29, b.y + 6, 18, 16 }, 8,
                        rk_painter_colour (p, RK_COLOUR_TEXT), 0, 0, RK_DASH_NONE);
  rk_painter_text (p, &box->badge, rk_painter_colour (p, RK_COLOUR_SURFACE));
}

static void
paint_frame (const RkPainter *p, const RkBox *box)
{
  const RkPlateBox *b = &box->box;
  guint32 fill = rk_painter_colour (p, RK_COLOUR_COMPONENT),
          line = rk_painter_colour (p, RK_COLOUR_BORDER);
  RkShape shape = { .box = b->bounds, .radius = 6, .has_fill = TRUE, .line = p->strong ? 2 : 1 };

  if (b->gap)
    {
      fill = rk_painter_colour (p, RK_COLOUR_DOMAIN);
      line = rk_painter_colour (p, RK_COLOUR_UNKNOWN);
      shape.dash = RK_DASH_GAP;
      shape.line = 1.5;
    }
  if (b->overlap)
    {
      line = rk_painter_colour (p, RK_COLOUR_TEXT);
      shape.line = p->strong ? 2 : 1.2;
    }
  if (p->detail == RK_DETAIL_FILLS && b->n_chips > 0)
    fill = rk_painter_colour (
        p, g_array_index (rk_marks_get_rows (p->self->marks), RkLegendRow, box->worst).colour);
  shape.fill = fill;
  shape.colour = line;
  rk_pen_shape (p->pen, &shape);
}

/* A box that is too small for more has the colour and the letter of its worst row. */
static void
paint_worst (const RkPainter *p, const RkBox *box)
{
  const cairo_rectangle_t *b = &box->box.bounds;
  const RkLegendRow *row =
      &g_array_index (rk_marks_get_rows (p->self->marks), RkLegendRow, box->worst);
  const RkTextBlock *letter =
      rk_typesetter_set (p->self->typesetter, row->letter, MIN (b->height * 0.6, b->width / 2),
                         RK_TYPE_BOLD, b->width, 1);

  rk_painter_text (p,
                   &(RkPlacedText){ letter, b->x + b->width / 2,
                                    b->y + (b->height - letter->height) / 2, 0.5 },
                   rk_colour_text_on (rk_painter_colour (p, row->colour)));
}

static void
paint_component (const RkPainter *p, const RkBox *box)
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
  rk_painter_text (p, &box->labels[p->detail], rk_painter_colour (p, RK_COLOUR_TEXT));
  if (box->box.gap)
    paint_gap_mark (p, box);
  rk_painter_chips (p, box);
}

static void
paint_holder (const RkPainter *p, const RkBox *box)
{
  RkColour fill = box->box.depth % 2 == 0 ? RK_COLOUR_DOMAIN : RK_COLOUR_PLATE;

  rk_painter_rectangle (p, box->box.bounds, 10, rk_painter_colour (p, fill), p->strong ? 2 : 1,
                        rk_painter_colour (p, RK_COLOUR_BORDER), RK_DASH_NONE);
  rk_painter_text (p, &box->labels[p->detail], rk_painter_colour (p, RK_COLOUR_TEXT));
  if (p->detail == RK_DETAIL_ALL)
    rk_painter_text (p, &box->note, rk_painter_colour (p, RK_COLOUR_SECONDARY));
}

static void
paint_other (const RkPainter *p, const RkBox *box)
{
  RkShape shape = { .box = box->box.bounds, .radius = 4 };

  if (box->box.kind != RK_PLATE_BOX_NOTE)
    {
      shape.has_fill = TRUE;
      shape.fill = rk_painter_colour (p, RK_COLOUR_DOMAIN);
      shape.line = 1;
      shape.colour = rk_painter_colour (p, box->box.kind == RK_PLATE_BOX_VIEW ? RK_COLOUR_FRAME
                                                                              : RK_COLOUR_BORDER);
    }
  rk_pen_shape (p->pen, &shape);
  rk_painter_text (p, &box->labels[p->detail], rk_painter_colour (p, RK_COLOUR_SECONDARY));
}

static gboolean
has_visible_row (const RkPainter *p, const RkBox *box)
{
  int gap = rk_marks_get_gap_row (p->self->marks);
  int overlap = rk_marks_get_overlap_row (p->self->marks);

  if (box->box.gap && !rk_painter_hides_row (p, (guint) gap))
    return TRUE;
  if (box->box.overlap && !rk_painter_hides_row (p, (guint) overlap))
    return TRUE;
  for (guint i = 0; i < box->box.n_chips; i++)
    if (!rk_painter_hides_row (p, box->box.chips[i].row))
      return TRUE;
  return FALSE;
}

static double
alpha_of (const RkPainter *p, guint i, const RkBox *box)
{
  double alpha = box->box.in_scope ? 1 : FADED;

  if (p->state->matches != NULL && !p->state->matches[i] && box->box.kind != RK_PLATE_BOX_HOLDER)
    alpha = MIN (alpha, RK_PAINTER_FILTERED);
  if (p->state->rows != 0 && box->box.kind == RK_PLATE_BOX_COMPONENT && !has_visible_row (p, box))
    alpha = MIN (alpha, RK_PAINTER_FILTERED);
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
paint_box (const RkPainter *p, guint i, RkBox *box)
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
paint_ring (const RkPainter *p)
{
  cairo_rectangle_t b;
  RkShape ring = { .radius = 9, .line = 2.5, .colour = rk_painter_colour (p, RK_COLOUR_FOCUS) };
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
  RkPainter p = { self, pen, state, detail_at (state->scale),
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
