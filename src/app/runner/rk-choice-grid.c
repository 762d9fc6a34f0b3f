/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-choice-grid.h"

#define COLUMN_GAP 12
#define BARE_GAP 6 /* between tiles, which have a frame of their own */
#define MIN_COLUMN 120
#define MAX_FITTED_COLUMN 260
#define MIN_POINT 56

#define WIDE_KEY "rk-wide"

struct _RkChoiceGrid
{
  GtkWidget parent_instance;
  RkChoiceLook look;
};

G_DEFINE_FINAL_TYPE (RkChoiceGrid, rk_choice_grid, GTK_TYPE_WIDGET)

/* Cells one after the other, up to something wide or the end. */
typedef struct
{
  RkChoiceGrid *grid;
  GtkWidget *first;
  guint n;
  int width;
  int y;           /* of its top */
  gboolean placed; /* whether to place the cells, not only measure them */
} Block;

static gboolean
is_wide (GtkWidget *child)
{
  return g_object_get_data (G_OBJECT (child), WIDE_KEY) != NULL;
}

static int
measure_width (GtkWidget *child, gboolean natural)
{
  int least, wanted;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  return natural ? wanted : least;
}

static int
measure_height (GtkWidget *child, int width)
{
  int wanted;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, measure_width (child, FALSE)),
                      NULL, &wanted, NULL, NULL);
  return wanted;
}

static int
row_gap (RkChoiceGrid *self)
{
  return self->look.bare ? BARE_GAP : 0;
}

static int
column_gap (RkChoiceGrid *self)
{
  return self->look.bare ? BARE_GAP : COLUMN_GAP;
}

static void
place (Block *block, GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation allocation = { x, y, width, height };

  if (!block->placed)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (block->grid)) == GTK_TEXT_DIR_RTL)
    allocation.x = block->width - x - width;
  gtk_widget_size_allocate (child, &allocation, -1);
}

/* The widest cell, by least or by natural width. */
static int
widest (Block *block, gboolean natural)
{
  GtkWidget *child = block->first;
  int width = 0;

  for (guint i = 0; i < block->n; i++, child = gtk_widget_get_next_sibling (child))
    width = MAX (width, measure_width (child, natural));
  return width;
}

static guint
count_columns (Block *block)
{
  RkChoiceGrid *self = block->grid;
  int gap = column_gap (self), least = widest (block, FALSE), width;
  guint n = block->n;

  switch (self->look.shape)
    {
    case RK_CHOICE_LIKERT:
      return block->width >= (int) n * MAX (MIN_POINT, least) + (int) (n - 1) * gap ? n : 1;
    case RK_CHOICE_COLUMNS:
      width = self->look.columns > 0
                  ? MAX (least, MIN_COLUMN)
                  : MAX (least, CLAMP (widest (block, TRUE), MIN_COLUMN, MAX_FITTED_COLUMN));
      n = MIN (n, (guint) MAX ((block->width + gap) / (width + gap), 1));
      return self->look.columns > 0 ? MIN (n, self->look.columns) : n;
    default: return 1;
    }
}

/* The height of the cells from @child on, @n of them @step apart in order, in one row. */
static int
row_height (GtkWidget *child, guint from, guint step, guint n, guint total, int width)
{
  int height = 0;
  guint at = 0;

  for (guint i = 0; child != NULL && i < total; i++, child = gtk_widget_get_next_sibling (child))
    if (i >= from && (i - from) % step == 0 && at < n)
      {
        height = MAX (height, measure_height (child, width));
        at++;
      }
  return height;
}

static int
arrange_columns (Block *block)
{
  RkChoiceGrid *self = block->grid;
  guint columns = count_columns (block), rows = (block->n + columns - 1) / columns;
  int gap = column_gap (self);
  int width = (block->width - (int) (columns - 1) * gap) / (int) columns;
  g_autofree int *tops = g_new0 (int, rows + 1);
  GtkWidget *child = block->first;

  for (guint row = 0; row < rows; row++)
    tops[row + 1] = tops[row] +
                    (self->look.by_column
                         ? row_height (block->first, row, rows, columns, block->n, width)
                         : row_height (block->first, row * columns, 1, columns, block->n, width)) +
                    (row + 1 < rows ? row_gap (self) : 0);
  for (guint i = 0; block->placed && i < block->n; i++, child = gtk_widget_get_next_sibling (child))
    {
      guint row = self->look.by_column ? i % rows : i / columns;
      guint column = self->look.by_column ? i / rows : i % columns;
      int height = tops[row + 1] - tops[row] - (row + 1 < rows ? row_gap (self) : 0);

      place (block, child, (int) column * (width + gap), block->y + tops[row], width, height);
    }
  return tops[rows];
}

/* Each as wide as it is, and on to the next row where there is no more room. */
static int
arrange_packed (Block *block)
{
  int gap = column_gap (block->grid), x = 0, y = 0, height = 0;
  GtkWidget *child = block->first;

  for (guint i = 0; i < block->n; i++, child = gtk_widget_get_next_sibling (child))
    {
      int width = MIN (measure_width (child, TRUE), block->width);

      if (x > 0 && x + width > block->width)
        {
          x = 0;
          y += height + row_gap (block->grid);
          height = 0;
        }
      place (block, child, x, block->y + y, width, measure_height (child, width));
      height = MAX (height, measure_height (child, width));
      x += width + gap;
    }
  return y + height;
}

static int
arrange_block (Block *block)
{
  if (block->n == 0)
    return 0;
  return block->grid->look.shape == RK_CHOICE_PACK ? arrange_packed (block)
                                                   : arrange_columns (block);
}

/* Lays out everything in @width; the height it takes. */
static int
arrange (RkChoiceGrid *self, int width, gboolean placed)
{
  Block block = { self, NULL, 0, width, 0, placed };

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_wide (child))
      {
        block.y += arrange_block (&block);
        if (gtk_widget_should_layout (child))
          {
            int height = measure_height (child, width);

            place (&block, child, 0, block.y, width, height);
            block.y += height;
          }
        block.n = 0;
      }
    else if (block.n++ == 0)
      block.first = child;
  return block.y + arrange_block (&block);
}

static void
rk_choice_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  RkChoiceGrid *self = RK_CHOICE_GRID (widget);
  int least = 0, wanted = 0, sum = 0;
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      least = MAX (least, measure_width (child, FALSE));
      wanted = MAX (wanted, measure_width (child, TRUE));
      sum += is_wide (child) ? 0 : measure_width (child, TRUE) + COLUMN_GAP;
      n += !is_wide (child);
    }
  if (self->look.shape == RK_CHOICE_PACK)
    wanted = MAX (wanted, sum);
  else if (self->look.shape != RK_CHOICE_LIST)
    wanted *= (int) (self->look.columns > 0 ? MIN (n, self->look.columns) : MAX (n, 1));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (wanted, least);
    }
  else
    *minimum = *natural = arrange (self, MAX (for_size >= 0 ? for_size : wanted, least), FALSE);
}

static void
rk_choice_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  arrange (RK_CHOICE_GRID (widget), width, TRUE);
}

static GtkSizeRequestMode
rk_choice_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rk_choice_grid_dispose (GObject *object)
{
  rk_choice_grid_clear (RK_CHOICE_GRID (object));
  G_OBJECT_CLASS (rk_choice_grid_parent_class)->dispose (object);
}

static void
rk_choice_grid_class_init (RkChoiceGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_choice_grid_dispose;
  widget_class->measure = rk_choice_grid_measure;
  widget_class->size_allocate = rk_choice_grid_size_allocate;
  widget_class->get_request_mode = rk_choice_grid_get_request_mode;
}

static void
rk_choice_grid_init (RkChoiceGrid *self)
{
}

GtkWidget *
rk_choice_grid_new (void)
{
  return g_object_new (RK_TYPE_CHOICE_GRID, NULL);
}

void
rk_choice_grid_set_look (RkChoiceGrid *self, const RkChoiceLook *look)
{
  g_return_if_fail (RK_IS_CHOICE_GRID (self));
  self->look = *look;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
rk_choice_grid_append (RkChoiceGrid *self, GtkWidget *cell)
{
  g_return_if_fail (RK_IS_CHOICE_GRID (self));
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
}

void
rk_choice_grid_append_wide (RkChoiceGrid *self, GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (widget), WIDE_KEY, self);
  rk_choice_grid_append (self, widget);
}

void
rk_choice_grid_clear (RkChoiceGrid *self)
{
  GtkWidget *child;

  g_return_if_fail (RK_IS_CHOICE_GRID (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
