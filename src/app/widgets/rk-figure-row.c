/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-figure-row.h"

#include "rk-text.h"

#include <math.h>

struct _RkFigureRow
{
  GObject parent_instance;
  char *id;
  GStrv cells;
  guint n_cells;
  double *keys; /* (nullable) */
  char *folded; /* all cells, to search in */
};

G_DEFINE_FINAL_TYPE (RkFigureRow, rk_figure_row, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  RkFigureRow *self = RK_FIGURE_ROW (object);

  g_free (self->id);
  g_strfreev (self->cells);
  g_free (self->keys);
  g_free (self->folded);
  G_OBJECT_CLASS (rk_figure_row_parent_class)->finalize (object);
}

static void
rk_figure_row_class_init (RkFigureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
rk_figure_row_init (RkFigureRow *self)
{
}

RkFigureRow *
rk_figure_row_new (const char *id, const char *const *cells, const double *keys)
{
  RkFigureRow *self = g_object_new (RK_TYPE_FIGURE_ROW, NULL);
  g_autofree char *all = g_strjoinv ("\n", (GStrv) cells);

  self->id = g_strdup (id);
  self->cells = g_strdupv ((GStrv) cells);
  self->n_cells = g_strv_length (self->cells);
  if (keys != NULL)
    self->keys = g_memdup2 (keys, self->n_cells * sizeof (double));
  self->folded = rk_text_fold (all);
  return self;
}

const char *
rk_figure_row_get_id (RkFigureRow *self)
{
  return self->id;
}

guint
rk_figure_row_get_n_cells (RkFigureRow *self)
{
  return self->n_cells;
}

const char *
rk_figure_row_get_cell (RkFigureRow *self, guint column)
{
  return column < self->n_cells ? self->cells[column] : "";
}

/* What is unknown comes last. */
static int
compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return !!isnan (a) - !!isnan (b);
  return a < b ? -1 : a > b;
}

double
rk_figure_row_get_key (RkFigureRow *self, guint column)
{
  return self->keys != NULL && column < self->n_cells ? self->keys[column] : NAN;
}

int
rk_figure_row_compare (RkFigureRow *a, RkFigureRow *b, guint column)
{
  int order = 0;
  g_autofree char *x = NULL, *y = NULL;

  if (a->keys != NULL && b->keys != NULL)
    order = compare_numbers (a->keys[column], b->keys[column]);
  if (order != 0)
    return order;
  x = rk_text_fold (rk_figure_row_get_cell (a, column));
  y = rk_text_fold (rk_figure_row_get_cell (b, column));
  order = strcmp (x, y);
  return order != 0 ? order : strcmp (a->id, b->id);
}

gboolean
rk_figure_row_matches (RkFigureRow *self, const char *folded)
{
  return strstr (self->folded, folded) != NULL;
}
