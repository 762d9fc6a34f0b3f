/* SPDX-License-Identifier: EUPL-1.2 */
/* A box as its file draws it: its own fill and line, in the notation of ArchiMate. */
#include "config.h"
#include "rk-plate-private.h"
#include "rk-symbol.h"

#include <math.h>

#define OUTLINE 0x5c5c5c

static guint32
pack (const RkViewColour *colour)
{
  return (guint32) lround (CLAMP (colour->red, 0, 1) * 255) << 16 |
         (guint32) lround (CLAMP (colour->green, 0, 1) * 255) << 8 |
         (guint32) lround (CLAMP (colour->blue, 0, 1) * 255);
}

/* A see-through fill as it looks on what it lies on, as far as that is known: paper. */
static guint32
own_fill (const RkBox *box)
{
  const RkViewStyle *style = box->node->style;
  guint32 fill;

  if (style == NULL || !style->has_fill)
    return rk_symbol_get_fill (box->box.type);
  fill = pack (&style->fill);
  return style->fill.alpha < 1 ? rk_colour_mix (fill, 0xffffff, CLAMP (style->fill.alpha, 0, 1))
                               : fill;
}

/* Its own colour, unless one cannot read that on the fill. */
static guint32
own_text (const RkBox *box, guint32 fill)
{
  const RkViewStyle *style = box->node->style;
  guint32 text = style != NULL && style->has_text ? pack (&style->text) : 0x000000;

  return rk_colour_contrast (text, fill) >= 3 ? text : rk_colour_text_on (fill);
}

static gboolean
is_see_through (const RkBox *box)
{
  const RkViewStyle *style = box->node->style;

  return style != NULL && style->has_fill && style->fill.alpha <= 0.01;
}

static void
cut_corners (const cairo_rectangle_t *b, RkPoint points[8])
{
  double c = MIN (8, MIN (b->width, b->height) / 4), r = b->x + b->width, d = b->y + b->height;
  const RkPoint all[] = {
    { b->x + c, b->y }, { r - c, b->y }, { r, b->y + c }, { r, d - c },
    { r - c, d },       { b->x + c, d }, { b->x, d - c }, { b->x, b->y + c }
  };

  memcpy (points, all, sizeof all);
}

static void
paint_tab (RkPen *pen, const RkBox *box, guint32 line)
{
  const cairo_rectangle_t *b = &box->box.bounds;
  const RkPlacedText *label = &box->labels[RK_DETAIL_ALL];
  double height = label->block != NULL ? label->block->height + 8 : 0;
  double width = label->block != NULL ? MIN (label->block->width + 14, b->width) : 0;
  const RkPoint tab[] = { { b->x, b->y + height },
                          { b->x + width, b->y + height },
                          { b->x + width, b->y } };
  RkShape shape = { .points = tab, .n_points = 3, .line = 1, .colour = line, .dash = RK_DASH_LINE };

  if (height < b->height / 2)
    rk_pen_shape (pen, &shape);
}

static void
paint_outline (RkPen *pen, const RkBox *box, RkOutline outline, guint32 fill)
{
  const RkViewStyle *style = box->node->style;
  RkPoint corners[8];
  RkShape shape = { .box = box->box.bounds, .has_fill = !is_see_through (box), .fill = fill };

  shape.line = style != NULL && style->line_width > 0 ? MIN (style->line_width, 4) : 1;
  shape.colour = style != NULL && style->has_line ? pack (&style->line) : OUTLINE;
  if (style != NULL && style->has_line && style->line.alpha <= 0.01)
    shape.line = 0;
  if (outline == RK_OUTLINE_ROUND)
    shape.radius = 9;
  if (outline == RK_OUTLINE_JUNCTION || outline == RK_OUTLINE_CIRCLE)
    shape.radius = MAX (shape.box.width, shape.box.height);
  if (outline == RK_OUTLINE_GROUP)
    shape.dash = RK_DASH_LINE;
  if (outline == RK_OUTLINE_CUT)
    {
      cut_corners (&box->box.bounds, corners);
      shape.points = corners;
      shape.n_points = G_N_ELEMENTS (corners);
      shape.closed = TRUE;
    }
  rk_pen_shape (pen, &shape);
  if (outline == RK_OUTLINE_GROUP)
    paint_tab (pen, box, shape.colour);
}

void
rk_plate_paint_own (RkPlateDrawing *self, RkPen *pen, const RkPlateState *state, guint i)
{
  const RkBox *box = rk_plate_box (self, i);
  const cairo_rectangle_t *b = &box->box.bounds;
  RkOutline outline = rk_symbol_get_outline (box->box.type);
  guint32 fill = own_fill (box), text = own_text (box, fill);
  const RkPlacedText *label = &box->labels[RK_DETAIL_ALL];

  if (is_see_through (box))
    text = rk_colour_get (state->palette, RK_COLOUR_TEXT);
  paint_outline (pen, box, outline, fill);
  if (outline == RK_OUTLINE_JUNCTION || outline == RK_OUTLINE_CIRCLE)
    return;
  if (box->box.type != NULL && b->width >= 40 && b->height >= 24 &&
      (state->scale <= 0 || state->scale > 0.4))
    rk_symbol_paint (pen, box->box.type, b->x + b->width - 18, b->y + 3, 14, text);
  if (label->block != NULL && (state->scale <= 0 || label->block->size * state->scale >= 4.5))
    rk_pen_text (pen, label->block, label->x, label->y, label->anchor, text);
}
