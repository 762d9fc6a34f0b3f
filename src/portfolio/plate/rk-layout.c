/* SPDX-License-Identifier: EUPL-1.2 */
/* A box that holds only components is "flat": a grid, as wide as its row allows. Flat boxes share
 * rows; a box that holds boxes of its own has a row to itself. The rows are divided so that the
 * whole is as low as can be, and the width is the one that comes closest to the wanted shape. */
#include "config.h"
#include "rk-layout.h"

#include <math.h>

#define LEAF_GAP 8
#define STEP (RK_LAYOUT_LEAF_WIDTH + LEAF_GAP)
#define MAX_COLUMNS 24

typedef struct
{
  GArray *leaves; /* int */
  GArray *holders;
} Children;

typedef struct
{
  RkLayoutBox *boxes;
  Children *children; /* [0] of the plate, [i + 1] of box i */
} Layout;

/* A row of flat boxes, or of one box of any sort: [first, end) of the holders of a parent. */
typedef struct
{
  guint first;
  guint end;
  int rows; /* of components, when flat */
  int height;
} Shelf;

static gboolean
is_flat (const Layout *self, int box)
{
  return self->children[box + 1].holders->len == 0;
}

static int
n_leaves (const Layout *self, int box)
{
  return MAX ((int) self->children[box + 1].leaves->len, 1);
}

static int
columns_within (int width)
{
  return MAX ((width + LEAF_GAP) / STEP, 1);
}

static int
grid_height (int rows)
{
  return rows > 0 ? rows * (RK_LAYOUT_LEAF_HEIGHT + LEAF_GAP) - LEAF_GAP : 0;
}

static int
flat_width (int columns)
{
  return 2 * RK_LAYOUT_PAD + columns * STEP - LEAF_GAP;
}

static int
flat_height (int rows)
{
  return RK_LAYOUT_HEADER + grid_height (rows) + RK_LAYOUT_PAD;
}

static int
divide_up (int a, int b)
{
  return (a + b - 1) / b;
}

/* The width that the flat boxes of @shelf need with @rows rows, and their blank places. */
static int
width_needed (const Layout *self, const GArray *holders, const Shelf *shelf, int rows, int *blank)
{
  int needed = ((int) (shelf->end - shelf->first) - 1) * RK_LAYOUT_GAP;

  *blank = 0;
  for (guint i = shelf->first; i < shelf->end; i++)
    {
      int n = n_leaves (self, g_array_index (holders, int, i));
      int columns = divide_up (n, rows);

      needed += flat_width (columns);
      *blank += columns * rows - n;
    }
  return needed;
}

/* The fewest rows with which flat boxes stand beside each other; FALSE when they cannot. */
static gboolean
fit_shelf (const Layout *self, const GArray *holders, Shelf *shelf, int width, int *blank)
{
  int most = 1;

  for (guint i = shelf->first; i < shelf->end; i++)
    {
      int box = g_array_index (holders, int, i);

      if (!is_flat (self, box))
        return FALSE;
      most = MAX (most, n_leaves (self, box));
    }
  for (shelf->rows = 1; shelf->rows <= most; shelf->rows++)
    {
      int needed = width_needed (self, holders, shelf, shelf->rows, blank);

      if (needed > width)
        continue;
      *blank += (width - needed) / STEP * shelf->rows;
      shelf->height = flat_height (shelf->rows);
      return TRUE;
    }
  return FALSE;
}

static int measure (const Layout *self, int box, int width);

/* The best division of the holders of @box into shelves: (transfer full). */
static GArray *
divide_shelves (const Layout *self, int box, int width)
{
  const GArray *holders = self->children[box + 1].holders;
  guint n = holders->len;
  g_autofree double *cost = g_new (double, n + 1);
  g_autofree Shelf *best = g_new0 (Shelf, n + 1);
  GArray *shelves = g_array_new (FALSE, FALSE, sizeof (Shelf));

  cost[0] = 0;
  for (guint end = 1; end <= n; end++)
    {
      cost[end] = G_MAXDOUBLE;
      for (guint first = end; first-- > 0 && end - first <= MAX_COLUMNS;)
        {
          Shelf shelf = { first, end };
          int blank = 0;
          double sum;

          if (!fit_shelf (self, holders, &shelf, width, &blank))
            {
              if (end - first > 1)
                break; /* one more to the left would not fit either */
              shelf.rows = 0;
              shelf.height = measure (self, g_array_index (holders, int, first), width);
            }
          sum = cost[first] + shelf.height + RK_LAYOUT_GAP + blank * 6;
          if (sum < cost[end])
            {
              cost[end] = sum;
              best[end] = shelf;
            }
        }
    }
  for (guint end = n; end > 0; end = best[end].first)
    g_array_prepend_val (shelves, best[end]);
  return shelves;
}

/* The height of what stands in @box (-1: the plate), below its title. */
static int
measure_content (const Layout *self, int box, int width)
{
  int leaves = (int) self->children[box + 1].leaves->len;
  int height = grid_height (divide_up (leaves, columns_within (width)));
  g_autoptr (GArray) shelves = divide_shelves (self, box, width);

  for (guint i = 0; i < shelves->len; i++)
    height += (height > 0 ? RK_LAYOUT_GAP : 0) + g_array_index (shelves, Shelf, i).height;
  return height;
}

static int
measure (const Layout *self, int box, int width)
{
  int content = measure_content (self, box, width - 2 * RK_LAYOUT_PAD);

  return RK_LAYOUT_HEADER + MAX (content, grid_height (1)) + RK_LAYOUT_PAD;
}

/* --- placing --------------------------------------------------------------------------------- */

static void
put (Layout *self, int box, int x, int y, int width, int height)
{
  RkLayoutBox *b = &self->boxes[box];

  b->x = x;
  b->y = y;
  b->width = width;
  b->height = height;
}

/* @columns of equal boxes over the whole @width; returns the height. */
static int
place_leaves (Layout *self, const GArray *leaves, int x, int y, int width, int columns)
{
  double step = (double) (width + LEAF_GAP) / columns;

  for (guint i = 0; i < leaves->len; i++)
    {
      int left = (int) lround ((int) i % columns * step);
      int right = (int) lround (((int) i % columns + 1) * step) - LEAF_GAP;

      put (self, g_array_index (leaves, int, i), x + left,
           y + (int) i / columns * (RK_LAYOUT_LEAF_HEIGHT + LEAF_GAP), right - left,
           RK_LAYOUT_LEAF_HEIGHT);
    }
  return grid_height (divide_up ((int) leaves->len, columns));
}

static void place_content (Layout *self, int box, int x, int y, int width);

static void
place_shelf (Layout *self, const GArray *holders, const Shelf *shelf, int x, int y, int width)
{
  int blank, all = 0, taken = 0, spare;

  if (shelf->rows == 0)
    {
      int box = g_array_index (holders, int, shelf->first);

      put (self, box, x, y, width, shelf->height);
      place_content (self, box, x + RK_LAYOUT_PAD, y + RK_LAYOUT_HEADER, width - 2 * RK_LAYOUT_PAD);
      return;
    }
  spare = width - width_needed (self, holders, shelf, shelf->rows, &blank);
  for (guint i = shelf->first; i < shelf->end; i++)
    all += divide_up (n_leaves (self, g_array_index (holders, int, i)), shelf->rows);
  for (guint i = shelf->first; i < shelf->end; i++)
    {
      int box = g_array_index (holders, int, i);
      int columns = divide_up (n_leaves (self, box), shelf->rows);
      int own = flat_width (columns) + spare * (taken + columns) / all - spare * taken / all;

      put (self, box, x, y, own, shelf->height);
      place_leaves (self, self->children[box + 1].leaves, x + RK_LAYOUT_PAD, y + RK_LAYOUT_HEADER,
                    own - 2 * RK_LAYOUT_PAD,
                    MAX (columns, columns_within (own - 2 * RK_LAYOUT_PAD)));
      taken += columns;
      x += own + RK_LAYOUT_GAP;
    }
}

static void
place_content (Layout *self, int box, int x, int y, int width)
{
  const Children *children = &self->children[box + 1];
  g_autoptr (GArray) shelves = divide_shelves (self, box, width);

  if (children->leaves->len > 0)
    y += place_leaves (self, children->leaves, x, y, width, columns_within (width)) + RK_LAYOUT_GAP;
  for (guint i = 0; i < shelves->len; i++)
    {
      const Shelf *shelf = &g_array_index (shelves, Shelf, i);

      place_shelf (self, children->holders, shelf, x, y, width);
      y += shelf->height + RK_LAYOUT_GAP;
    }
}

/* The width, as a number of columns of components, whose plate has a shape nearest to @ratio. */
static int
choose_width (const Layout *self, double ratio)
{
  double nearest = G_MAXDOUBLE;
  int chosen = 0;

  for (int columns = 1; columns <= MAX_COLUMNS; columns++)
    {
      int width = flat_width (columns);
      int height = measure_content (self, -1, width);
      double shape = (double) (width + 2 * RK_LAYOUT_MARGIN) / (height + 2 * RK_LAYOUT_MARGIN);
      double distance = fabs (log (shape / ratio));

      if (distance < nearest - 1e-9)
        {
          nearest = distance;
          chosen = width;
        }
    }
  return chosen;
}

void
rk_layout_plate (RkLayoutBox *boxes, guint n, double ratio)
{
  Layout self = { boxes, g_new (Children, n + 1) };

  g_return_if_fail (boxes != NULL || n == 0);
  for (guint i = 0; i <= n; i++)
    {
      self.children[i].leaves = g_array_new (FALSE, FALSE, sizeof (int));
      self.children[i].holders = g_array_new (FALSE, FALSE, sizeof (int));
    }
  for (int i = 0; i < (int) n; i++)
    {
      Children *of = &self.children[boxes[i].parent + 1];

      g_assert (boxes[i].parent < i);
      g_array_append_val (boxes[i].holds_boxes ? of->holders : of->leaves, i);
    }
  place_content (&self, -1, RK_LAYOUT_MARGIN, RK_LAYOUT_MARGIN, choose_width (&self, ratio));
  for (guint i = 0; i <= n; i++)
    {
      g_array_unref (self.children[i].leaves);
      g_array_unref (self.children[i].holders);
    }
  g_free (self.children);
}
