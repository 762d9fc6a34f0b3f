/* SPDX-License-Identifier: EUPL-1.2 */
/* Where texts and chips stand within a box: a label of at most two lines at the top, the chips in
 * what is left of the box, in the fewest columns in which they can be read. */
#include "config.h"
#include "rk-plate-private.h"
#include "rk-symbol.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PAD 9.0
#define CHIP_GAP 3.0
#define MIN_CHIP_WIDTH 60.0
#define MAX_CHIP_WIDTH 260.0
#define TAIL 34.0
#define SHORT_TAIL 12.0
#define SHARE_WIDTH 26.0
#define MIN_NAME 44.0

/* The top of the highest box within @at, or the bottom of @at. */
static double
top_of_children (RkPlateDrawing *self, guint at)
{
  const cairo_rectangle_t *own = &rk_plate_box (self, at)->box.bounds;
  double top = own->y + own->height;

  for (guint i = at + 1; i < self->boxes->len; i++)
    {
      const RkPlateBox *box = &rk_plate_box (self, i)->box;

      if (box->parent < (int) at)
        break; /* depth first: what follows stands elsewhere */
      if (box->parent == (int) at)
        top = MIN (top, box->bounds.y);
    }
  return top;
}

/* A label that would tear a word or lose one is set a little smaller. */
static void
place_label (RkPlateDrawing *self, RkBox *box, RkDetail detail, double size, RkTypeFlags flags,
             double width, guint lines)
{
  const cairo_rectangle_t *b = &box->box.bounds;
  const RkTextBlock *block;
  double smallest = detail == RK_DETAIL_LETTERS ? 12 : size * 0.84;

  do
    {
      block = rk_typesetter_set (self->typesetter, box->box.name, size, flags, width, lines);
      size -= 0.8;
    }
  while ((block->torn || block->cut) && size >= smallest);
  box->labels[detail] = (RkPlacedText){ block, b->x + PAD, b->y + (b->height < 40 ? 3 : 6), 0 };
}

/* In the middle; beside the sign of its type as long as no word suffers. */
static void
centre_label (RkPlateDrawing *self, RkBox *box, RkDetail detail, double size, RkTypeFlags flags)
{
  const cairo_rectangle_t *b = &box->box.bounds;
  const double widths[] = { b->width - (self->own_colours ? 38 : 8), b->width - 8 };
  const RkTextBlock *block = NULL;

  for (double smaller = 1; smaller > 0.8; smaller -= 0.08)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        guint lines = (guint) MAX (floor ((b->height - 4) / (size * smaller * 1.22)), 1);

        if (block == NULL || block->torn || block->cut)
          block = rk_typesetter_set (self->typesetter, box->box.name, size * smaller, flags,
                                     widths[i], lines);
      }
  box->labels[detail] = (RkPlacedText){ block, b->x + b->width / 2,
                                        b->y + MAX ((b->height - block->height) / 2, 1), 0.5 };
}

/* --- chips ------------------------------------------------------------------------------------ */

static gboolean
has_pattern (RkPlateDrawing *self, guint row)
{
  return g_array_index (rk_marks_get_rows (self->marks), RkLegendRow, row).pattern !=
         RK_PATTERN_PLAIN;
}

static void
place_chip (RkPlateDrawing *self, RkBox *box, const RkPlateChip *chip, const RkMark *mark,
            RkChipPlace *place)
{
  double height = place->box.height;
  double room = place->box.width - height - 10; /* square, air on both sides of the name */
  double size = height * 0.58;

  place->share = -1;
  if (*chip->value != '\0')
    {
      const RkTextBlock *value =
          rk_typesetter_set (self->typesetter, chip->value, size, RK_TYPE_PLAIN, room, 1);
      double needed = value->width + 6 + (mark->share >= 0 ? SHARE_WIDTH + 4 : 0);

      if (room - needed >= MIN_NAME)
        {
          place->value = value;
          place->share = mark->share;
          room -= needed;
        }
    }
  place->name =
      rk_typesetter_set (self->typesetter, chip->name, size, RK_TYPE_PLAIN, G_MAXINT16, 1);
  if (place->share < 0 && has_pattern (self, chip->row))
    {
      place->tail = place->value != NULL ? SHORT_TAIL : TAIL;
      if (room - place->tail < place->name->width)
        place->tail = SHORT_TAIL; /* the name matters more than a long pattern */
      if (room - place->tail < MIN_NAME)
        place->tail = 0;
      room -= place->tail;
    }
  place->name = rk_typesetter_set (self->typesetter, chip->name, size, RK_TYPE_PLAIN, room, 1);
}

static gboolean
fits (const cairo_rectangle_t *room, guint n, double height, guint columns)
{
  double rows = floor ((room->height + CHIP_GAP) / (height + CHIP_GAP));

  return rows * columns >= n;
}

/* The height and the number of columns with which all chips fit: at first in columns that are wide
 * enough for most names, however low the chips; FALSE when they cannot. */
static gboolean
choose_grid (const cairo_rectangle_t *room, guint n, double *height, guint *columns)
{
  static const double heights[] = { 20, 18, 16, 14 }, widths[] = { 110, MIN_CHIP_WIDTH };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint c = 1; c == 1 || (room->width + CHIP_GAP) / c - CHIP_GAP >= widths[w]; c++)
      for (guint k = 0; k < G_N_ELEMENTS (heights); k++)
        if (fits (room, n, heights[k], c) && room->width >= MIN_CHIP_WIDTH)
          {
            *height = heights[k];
            *columns = c;
            return TRUE;
          }
  return FALSE;
}

static void
place_chips (RkPlateDrawing *self, RkBox *box, double height, guint columns)
{
  const RkComponentMarks *marks = rk_marks_look (self->marks, box->box.key);
  double width = MIN ((box->free.width + CHIP_GAP) / columns - CHIP_GAP, MAX_CHIP_WIDTH);

  box->chips = g_new0 (RkChipPlace, box->box.n_chips);
  for (guint i = 0; i < box->box.n_chips; i++)
    {
      box->chips[i].box =
          (cairo_rectangle_t){ box->free.x + i % columns * (width + CHIP_GAP),
                               box->free.y + i / columns * (height + CHIP_GAP), width, height };
      place_chip (self, box, &box->box.chips[i], &g_array_index (marks->marks, RkMark, i),
                  &box->chips[i]);
    }
}

/* "5 applications" above a bar with a piece for each row of the legend. */
static void
place_bar (RkPlateDrawing *self, RkBox *box)
{
  const cairo_rectangle_t *room = &box->free;
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u application", "%u applications", box->box.n_chips),
                       box->box.n_chips);
  double size = 11.6, bar = CLAMP (room->height - size * 1.3 - 2, 6, 10);

  if (room->height >= size * 1.3 + 8)
    box->note = (RkPlacedText){ rk_typesetter_set (self->typesetter, words, size, RK_TYPE_PLAIN,
                                                   room->width, 1),
                                room->x, room->y, 0 };
  else
    bar = CLAMP (room->height, 3, 10);
  box->bar =
      (cairo_rectangle_t){ room->x, room->y + MAX (room->height - bar, 0), room->width, bar };
}

static void
place_gap (RkPlateDrawing *self, RkBox *box)
{
  const RkTextBlock *words;

  if (box->free.height < 15)
    return;
  words = rk_typesetter_set (self->typesetter, _ ("no application"), 11.6, RK_TYPE_PLAIN,
                                                  box->free.width - 20, 1);
  if (!words->cut)
    box->note = (RkPlacedText){ words, box->free.x + 20,
                                box->free.y + (box->free.height - words->height) / 2, 0 };
}

static void
leave_room (RkBox *box)
{
  const cairo_rectangle_t *b = &box->box.bounds;
  const RkPlacedText *label = &box->labels[RK_DETAIL_ALL];
  double start = label->y + label->block->height + 4;

  box->free = (cairo_rectangle_t){ b->x + PAD, start, MAX (b->width - 2 * PAD, 0),
                                   MAX (box->bottom - start, 0) };
}

static void
place_badge (RkPlateDrawing *self, RkBox *box)
{
  const cairo_rectangle_t *b = &box->box.bounds;
  g_autofree char *n =
      g_strdup_printf ("%u", rk_marks_look (self->marks, box->box.key)->n_products);

  box->badge = (RkPlacedText){ rk_typesetter_set (self->typesetter, n, 11, RK_TYPE_BOLD, 40, 1),
                               b->x + b->width - 20, b->y + 7, 0.5 };
}

static void
place_chips_or_words (RkPlateDrawing *self, RkBox *box, double width)
{
  double height = 0;
  guint lines = box->box.bounds.height >= 56 ? 2 : 1, columns = 1;
  gboolean fit;

  do
    {
      place_label (self, box, RK_DETAIL_ALL, box->box.bounds.height < 40 ? 11 : 12.4, RK_TYPE_BOLD,
                   width, lines);
      leave_room (box);
      fit = choose_grid (&box->free, box->box.n_chips, &height, &columns);
    }
  while (lines-- > 1 && box->box.n_chips > 0 && !fit);
  if (box->box.gap)
    place_gap (self, box);
  if (box->box.n_chips > 0 && fit)
    place_chips (self, box, height, columns);
  if (box->box.n_chips > 0 && (!fit || rk_plate_is_crowded (self)))
    place_bar (self, box);
}

static void
place_component (RkPlateDrawing *self, guint i, RkBox *box, RkDetail detail)
{
  const cairo_rectangle_t *b = &box->box.bounds;
  double width = b->width - 2 * PAD - (box->box.overlap ? 26 : 0);
  const RkPlacedText *label = &box->labels[RK_DETAIL_LETTERS];

  if (detail == RK_DETAIL_FILLS)
    return;
  box->bottom = b->y + b->height - 6;
  if (box->has_children)
    box->bottom = MIN (box->bottom, top_of_children (self, i) - 3);
  if (box->box.overlap)
    place_badge (self, box);
  if (detail == RK_DETAIL_ALL)
    {
      place_chips_or_words (self, box, width);
      return;
    }
  place_label (self, box, detail, b->height < 56 ? 15 : 17, RK_TYPE_BOLD, width, 2);
  if (label->y + label->block->height + 16 > box->bottom)
    place_label (self, box, detail, 15, RK_TYPE_BOLD, width, 1);
}

/* --- other boxes ------------------------------------------------------------------------------ */

/* The title beside the number in use; that leaves when the title needs the room. */
static void
place_holder (RkPlateDrawing *self, guint i, RkBox *box, RkDetail detail)
{
  static const double sizes[] = { 13.2, 20, 28 };
  const cairo_rectangle_t *b = &box->box.bounds;
  double head = top_of_children (self, i) - b->y, size = CLAMP (head - 8, 11, sizes[detail]);
  double width = b->width - 2 * PAD - 6;
  g_autofree char *words = g_strdup_printf (_ ("%u in use"), box->box.n_in_use);
  const RkTextBlock *count =
      rk_typesetter_set (self->typesetter, words, 12.2, RK_TYPE_PLAIN, b->width, 1);
  const RkTextBlock *block =
      rk_typesetter_set (self->typesetter, box->box.name, size, RK_TYPE_BOLD, G_MAXINT16, 1);
  double beside = width - count->width - 12;

  if (detail == RK_DETAIL_ALL && rk_marks_get_gap_row (self->marks) >= 0 &&
      (beside >= block->width || (head >= 44 && beside >= width / 2)))
    {
      box->note = (RkPlacedText){ count, b->x + b->width - PAD - 3, b->y + 9, 1 };
      width = beside;
    }
  if (block->width > width && detail == RK_DETAIL_ALL && head >= 30)
    block = rk_typesetter_set (self->typesetter, box->box.name, MIN (size, (head - 6) / 2 / 1.22),
                               RK_TYPE_BOLD, width, 2);
  else if (block->width > width)
    block = rk_typesetter_set (self->typesetter, box->box.name,
                               MAX (size * width / block->width, MIN (size, 13)), RK_TYPE_BOLD,
                               width, 1);
  box->labels[detail] =
      (RkPlacedText){ block, b->x + PAD + 3, b->y + CLAMP ((head - block->height) / 2, 2, 9), 0 };
}

/* A font in the file is in points; a unit of a plate is a pixel of 96 to the inch. */
static double
own_size (const RkBox *box)
{
  const RkViewStyle *style = box->node->style;
  double size = style != NULL && style->font_size > 0 ? style->font_size * 4 / 3 : 12;

  return CLAMP (size, 6, 120);
}

static RkTypeFlags
own_flags (const RkBox *box)
{
  const RkViewStyle *style = box->node->style;

  return style == NULL ? RK_TYPE_PLAIN
                       : (style->bold ? RK_TYPE_BOLD : 0) | (style->italic ? RK_TYPE_ITALIC : 0);
}

static void
place_element (RkPlateDrawing *self, guint i, RkBox *box, RkDetail detail)
{
  const cairo_rectangle_t *b = &box->box.bounds;
  double size = MIN (own_size (box), MAX (b->height - 4, 6));
  double head = top_of_children (self, i) - b->y;
  guint lines = (guint) MAX (floor ((head - 4) / (size * 1.22)), 1);

  if (!box->has_children && box->box.kind != RK_PLATE_BOX_NOTE &&
      rk_symbol_get_outline (box->box.type) != RK_OUTLINE_GROUP)
    centre_label (self, box, detail, size, own_flags (box));
  else
    box->labels[detail] = (RkPlacedText){ rk_typesetter_set (self->typesetter, box->box.name, size,
                                                             own_flags (box), b->width - 10, lines),
                                          b->x + 5, b->y + 4, 0 };
}

void
rk_plate_place (RkPlateDrawing *self, guint i, RkDetail detail)
{
  RkBox *box = rk_plate_box (self, i);

  if (box->placed & 1u << detail)
    return;
  box->placed |= 1u << detail;
  if (box->box.kind == RK_PLATE_BOX_COMPONENT && !self->own_colours)
    place_component (self, i, box, detail);
  else if (box->box.kind == RK_PLATE_BOX_HOLDER && !self->own_colours)
    place_holder (self, i, box, detail);
  else
    place_element (self, i, box, detail);
}
