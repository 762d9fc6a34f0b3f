/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-marks-private.h"

#include <string.h>

static void
component_marks_free (RkComponentMarks *marks)
{
  g_array_unref (marks->marks);
  g_free (marks);
}

RkMarks *
rk_marks_new (RkArchitecture *architecture, const RkPlateOptions *options)
{
  RkMarks *self = g_new0 (RkMarks, 1);

  self->options = *options;
  self->options.scope = NULL;
  self->options.scheme = NULL;
  self->scheme = rk_regie_scheme_new_default ();
  if (options->scheme != NULL)
    memcpy (self->scheme->bands, options->scheme->bands, sizeof self->scheme->bands);
  if (options->landscape != NULL)
    rk_landscape_ref (options->landscape);
  if (options->then != NULL)
    rk_landscape_ref (options->then);
  self->architecture = architecture != NULL ? rk_architecture_ref (architecture) : NULL;
  self->landscape = options->moment == RK_PLATE_NOW ? options->landscape : options->then;
  self->rows = g_array_new (FALSE, TRUE, sizeof (RkLegendRow));
  self->costs = g_array_new (FALSE, FALSE, sizeof (double));
  self->texts = g_string_chunk_new (1024);
  self->components = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) component_marks_free);
  self->gap_row = self->overlap_row = self->retired_row = self->unknown_row = -1;
  rk_marks_make_rows (self);
  return self;
}

void
rk_marks_free (RkMarks *self)
{
  g_hash_table_unref (self->components);
  g_array_unref (self->rows);
  g_array_unref (self->costs);
  g_string_chunk_free (self->texts);
  rk_regie_scheme_free (self->scheme);
  g_clear_pointer (&self->options.landscape, rk_landscape_unref);
  g_clear_pointer (&self->options.then, rk_landscape_unref);
  g_clear_pointer (&self->architecture, rk_architecture_unref);
  g_free (self);
}

GArray *
rk_marks_get_rows (RkMarks *self)
{
  return self->rows;
}

int
rk_marks_get_gap_row (RkMarks *self)
{
  return self->gap_row;
}

int
rk_marks_get_overlap_row (RkMarks *self)
{
  return self->overlap_row;
}

/* What asks for attention: leaving, planned, unknown; of a scale its bad end. */
guint
rk_marks_get_badness (RkMarks *self, guint row)
{
  static const guint of_status[] = { 1, 2, 4, 0, 3 };

  if (self->options.moment == RK_PLATE_DIFFERENCE || self->options.lens == RK_LENS_STATUS)
    return row < G_N_ELEMENTS (of_status) ? of_status[row] : 0;
  if ((int) row == self->retired_row)
    return 0;
  if ((int) row == self->unknown_row)
    return 1;
  if (self->options.lens == RK_LENS_COST || self->options.lens == RK_LENS_STANDARDS ||
      self->options.lens == RK_LENS_BUILDING_BLOCKS || self->options.lens == RK_LENS_COVERAGE)
    return 2 + row;
  return 20 - row;
}

/* --- the applications of a component ---------------------------------------------------------- */

/* What is in use first, what is retired last; then by name. */
static int
compare_marks (gconstpointer a, gconstpointer b)
{
  static const int order[RK_N_LIFECYCLES] = {
    [RK_LIFECYCLE_IN_USE] = 0,  [RK_LIFECYCLE_PHASING_OUT] = 1, [RK_LIFECYCLE_PLANNED] = 2,
    [RK_LIFECYCLE_UNKNOWN] = 3, [RK_LIFECYCLE_RETIRED] = 4,
  };
  const RkMark *x = a, *y = b;
  int difference = order[x->status] - order[y->status];

  if (difference == 0)
    difference = g_utf8_collate (x->name, y->name);
  return difference != 0 ? difference : g_strcmp0 (x->application, y->application);
}

/* An application with two fits on one component stands there once, with the liveliest. */
static const RkLandFit *
find_fit (RkLandscape *landscape, const char *component, const RkLandApplication *application)
{
  GPtrArray *fits = rk_landscape_get_fits (landscape, component);
  const RkLandFit *best = NULL;

  for (guint i = 0; fits != NULL && i < fits->len; i++)
    {
      const RkLandFit *fit = fits->pdata[i];

      if (g_strcmp0 (fit->application->id, application->id) == 0 &&
          (best == NULL ||
           (rk_lifecycle_is_active (fit->status) && !rk_lifecycle_is_active (best->status))))
        best = fit;
    }
  return best;
}

static void
count_products (const RkLandFit *fit, RkComponentMarks *marks, GHashTable *products)
{
  const RkLandApplication *application = fit->application;

  if (fit->status != RK_LIFECYCLE_IN_USE)
    return;
  marks->n_in_use++;
  g_hash_table_add (products, (gpointer) (application->product != NULL ? application->product->id
                                                                       : application->id));
  marks->n_products = g_hash_table_size (products);
}

static void
add_marks (RkMarks *self, RkLandscape *landscape, const char *component, RkComponentMarks *marks,
           GHashTable *seen, GHashTable *products)
{
  GPtrArray *fits = rk_landscape_get_fits (landscape, component);

  for (guint i = 0; fits != NULL && i < fits->len; i++)
    {
      const RkLandApplication *application = ((RkLandFit *) fits->pdata[i])->application;
      const RkLandFit *own = find_fit (self->landscape, component, application);
      RkMark mark;

      if (!g_hash_table_add (seen, (gpointer) application->id))
        continue;
      if (own != NULL)
        count_products (own, marks, products);
      if (self->options.moment != RK_PLATE_DIFFERENCE)
        rk_marks_judge (self, own, &mark);
      else if (!rk_marks_compare (self, find_fit (self->options.landscape, component, application),
                                  own, &mark))
        continue;
      g_array_append_val (marks->marks, mark);
    }
}

const RkComponentMarks *
rk_marks_look (RkMarks *self, const char *component)
{
  RkComponentMarks *marks = g_hash_table_lookup (self->components, component);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) products = g_hash_table_new (g_str_hash, g_str_equal);

  if (marks != NULL)
    return marks;
  marks = g_new0 (RkComponentMarks, 1);
  marks->marks = g_array_new (FALSE, FALSE, sizeof (RkMark));
  g_hash_table_insert (self->components, g_strdup (component), marks);
  if (self->landscape == NULL)
    return marks;
  add_marks (self, self->landscape, component, marks, seen, products);
  if (self->options.moment == RK_PLATE_DIFFERENCE)
    add_marks (self, self->options.landscape, component, marks, seen, products);
  g_array_sort (marks->marks, compare_marks);
  marks->gap = marks->marks->len == 0;
  marks->overlap = marks->n_products > 1;
  return marks;
}
