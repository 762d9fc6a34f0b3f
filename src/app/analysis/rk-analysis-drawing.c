/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-analysis-drawing.h"

#include "rk-analysis-card.h"
#include "rk-analysis-plots.h"
#include "rk-format.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MAX_POINTS 80
#define N_QUARTERS 8

static const RkDrawing drawings[] = {
  { "gaps",
    RK_DRAWING_GROUPS,
    "domain",
    { "domain", "state", NULL },
    NULL,
    NULL,
    N_ ("To the plates"),
    "plates",
    N_ ("Components without an application in use, per domain") },
  { "overlaps",
    RK_DRAWING_BARS,
    "products",
    { "products", "applications", "cost", NULL },
    NULL,
    NULL,
    N_ ("To the applications"),
    "applications" },
  { "end-of-life",
    RK_DRAWING_COLUMNS,
    "date",
    { "date", "reason", "criticality", NULL },
    NULL,
    NULL,
    N_ ("To the applications"),
    "applications",
    N_ ("Applications that end, per quarter") },
  { "contracts",
    RK_DRAWING_COLUMNS,
    "quarter",
    { "notice", "end", "supplier", NULL },
    NULL,
    NULL,
    N_ ("To the contracts"),
    "suppliers",
    N_ ("Contracts, by the quarter in which one can still give notice") },
  { "cost",
    RK_DRAWING_BARS,
    "cost",
    { "cost", "share", "per_inhabitant", NULL },
    "component-cost",
    N_ ("Per component"),
    N_ ("To the applications"),
    "applications" },
  { "suppliers",
    RK_DRAWING_BARS,
    "share",
    { "applications", "share", "cost_share", NULL },
    "supplier-domains",
    N_ ("Per domain"),
    N_ ("To the applications"),
    "applications" },
  { "impact",
    RK_DRAWING_BARS,
    "reached",
    { "reached", "direct", "weight", NULL },
    "hubs",
    N_ ("Hubs of the network"),
    N_ ("To the interfaces"),
    "interfaces" },
  { "time",
    RK_DRAWING_QUADRANT,
    "advice",
    { "advice", "functional", "technical", "criticality", NULL },
    NULL,
    NULL,
    N_ ("To the applications"),
    "applications" },
  { "regie",
    RK_DRAWING_BANDS,
    "band",
    { "regie", "band", "next", NULL },
    NULL,
    NULL,
    N_ ("To the applications"),
    "applications" },
  { "building-blocks",
    RK_DRAWING_BARS,
    "adoption",
    { "adoption", "in_use", "planned", "own", NULL },
    NULL,
    NULL,
    N_ ("To the applications"),
    "applications" },
  { "principles",
    RK_DRAWING_GROUPS,
    "own",
    { "own", "followed", NULL },
    NULL,
    NULL,
    N_ ("Answer the principles"),
    "principles:",
    N_ ("Principles, by the answer of the administration as a whole") },
  { "sovereignty",
    RK_DRAWING_GROUPS,
    "hosting",
    { "hosting", "law", "exit", NULL },
    NULL,
    NULL,
    N_ ("To the applications"),
    "applications",
    N_ ("Applications, by where they run") },
  { "standards",
    RK_DRAWING_BARS,
    "covered",
    { "covered", "proven", "claimed", NULL },
    NULL,
    NULL,
    N_ ("To the applications"),
    "applications" },
};

const RkDrawing *
rk_drawing_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    if (g_str_equal (drawings[i].name, name))
      return &drawings[i];
  return NULL;
}

static void
clear_bar (gpointer data)
{
  RkAnalysisBar *bar = data;

  g_free ((char *) bar->label);
  g_free ((char *) bar->text);
}

static GArray *
make_bars (void)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (RkAnalysisBar));

  g_array_set_clear_func (bars, clear_bar);
  return bars;
}

/* --- bars ------------------------------------------------------------------------------------ */

static RkPlot *
draw_rows (const RkDrawing *self, const RkAnalysis *analysis, GPtrArray *locations)
{
  int column = rk_analysis_find_column (analysis, self->column);
  RkValueType type = ((RkAnalysisColumn *) g_ptr_array_index (analysis->columns, column))->type;
  g_autoptr (GArray) bars = make_bars ();

  for (guint i = 0; i < MIN (analysis->rows->len, RK_DRAWING_MAX_BARS); i++)
    {
      const RkAnalysisRow *row = g_ptr_array_index (analysis->rows, i);
      double value = g_array_index (row->values, RkAnalysisValue, column).number;
      RkAnalysisBar bar = { g_strdup (row->label), rk_analysis_format_number (type, value), value };

      g_array_append_val (bars, bar);
      g_ptr_array_add (locations, rk_analysis_location (analysis->name, row->key));
    }
  return rk_bars_plot_new ((RkAnalysisBar *) (gpointer) bars->data, bars->len,
                           type == RK_VALUE_PERCENT ? 100 : 0);
}

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const RkAnalysisBar *one = a, *other = b;

  if (one->unknown != other->unknown)
    return one->unknown ? 1 : -1;
  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;
  return g_utf8_collate (one->label, other->label);
}

static void
count_group (GArray *bars, const char *text)
{
  const char *label = text != NULL ? text : _ ("Unknown");
  RkAnalysisBar bar = { NULL, NULL, 1, text == NULL };

  for (guint i = 0; i < bars->len; i++)
    if (g_str_equal (g_array_index (bars, RkAnalysisBar, i).label, label))
      {
        g_array_index (bars, RkAnalysisBar, i).value++;
        return;
      }
  bar.label = g_strdup (label);
  g_array_append_val (bars, bar);
}

static GArray *
make_groups (const RkDrawing *self, const RkAnalysis *analysis)
{
  GArray *bars = make_bars ();

  for (guint i = 0; i < analysis->rows->len; i++)
    count_group (bars, rk_analysis_row_get_text (analysis, g_ptr_array_index (analysis->rows, i),
                                                 self->column));
  g_array_sort (bars, compare_bars);
  return bars;
}

guint
rk_drawing_count_bars (const RkDrawing *self, const RkAnalysis *analysis)
{
  g_autoptr (GArray) groups = NULL;

  if (self->type != RK_DRAWING_GROUPS)
    return analysis->rows->len;
  groups = make_groups (self, analysis);
  return groups->len;
}

static RkPlot *
draw_groups (const RkDrawing *self, const RkAnalysis *analysis, GPtrArray *locations)
{
  g_autoptr (GArray) bars = make_groups (self, analysis);
  guint n;

  n = MIN (bars->len, RK_DRAWING_MAX_BARS);
  for (guint i = 0; i < n; i++)
    {
      RkAnalysisBar *bar = &g_array_index (bars, RkAnalysisBar, i);
      g_autofree char *rest = g_strdup_printf ("=%s=%s", self->column, bar->label);

      bar->text = rk_format_number (bar->value, 0);
      g_ptr_array_add (locations, rk_analysis_location (analysis->name, rest));
    }
  return n > 0 ? rk_bars_plot_new ((RkAnalysisBar *) (gpointer) bars->data, n, 0) : NULL;
}

/* --- columns --------------------------------------------------------------------------------- */

int
rk_drawing_count_quarters (const char *text)
{
  int year = (int) g_ascii_strtoll (text, NULL, 10);

  return year * 4 +
         (text[5] == 'Q' ? text[6] - '1' : (int) (g_ascii_strtoll (text + 5, NULL, 10) - 1) / 3);
}

static char *
name_quarter (int quarters, gboolean with_year)
{
  /* Translators: the number of a quarter of a year: K3. */
  g_autofree char *name = g_strdup_printf (_ ("Q%d"), quarters % 4 + 1);

  return with_year ? g_strdup_printf ("%s\n%d", name, quarters / 4) : g_steal_pointer (&name);
}

static RkPlot *
draw_quarters (const RkDrawing *self, const RkAnalysis *analysis, GPtrArray *locations)
{
  g_autofree char *today = rk_date_today ();
  int first = rk_drawing_count_quarters (today), earlier = 0;
  int counts[N_QUARTERS] = { 0 };
  g_autoptr (GArray) bars = make_bars ();

  for (guint i = 0; i < analysis->rows->len; i++)
    {
      const char *text =
          rk_analysis_row_get_text (analysis, g_ptr_array_index (analysis->rows, i), self->column);
      int quarter = text != NULL ? rk_drawing_count_quarters (text) - first : N_QUARTERS;

      if (quarter < 0)
        earlier++;
      else if (quarter < N_QUARTERS)
        counts[quarter]++;
    }
  for (int i = earlier > 0 ? -1 : 0; i < N_QUARTERS; i++)
    {
      double value = i < 0 ? earlier : counts[i];
      RkAnalysisBar bar = { NULL, rk_format_number (value, 0), value };
      g_autofree char *rest = i < 0 ? g_strdup_printf ("<%s=%d", self->column, first)
                                    : g_strdup_printf ("@%s=%d", self->column, first + i);

      bar.label = i < 0 ? g_strdup (_ ("Before"))
                        : name_quarter (first + i, i == 0 || (first + i) % 4 == 0);
      g_array_append_val (bars, bar);
      g_ptr_array_add (locations, rk_analysis_location (analysis->name, rest));
    }
  return rk_columns_plot_new ((RkAnalysisBar *) (gpointer) bars->data, bars->len);
}

/* --- quadrant and bands ---------------------------------------------------------------------- */

static RkPlot *
draw_quadrant (const RkAnalysis *analysis, GPtrArray *locations)
{
  guint n = analysis->rows->len;
  g_autofree RkAnalysisPoint *points = g_new0 (RkAnalysisPoint, n + 1);

  if (n > MAX_POINTS)
    return NULL; /* the table says more than a cloud */
  for (guint i = 0; i < n; i++)
    {
      static const char *const signs[] = { "?", "1", "2", "3", "4" };
      const RkAnalysisRow *row = g_ptr_array_index (analysis->rows, i);
      double criticality = rk_analysis_row_get_number (analysis, row, "criticality");

      points[i].label = row->label;
      points[i].sign = signs[isnan (criticality) ? 0 : (int) CLAMP (criticality, 1, 4)];
      points[i].x = rk_analysis_row_get_number (analysis, row, "functional");
      points[i].y = rk_analysis_row_get_number (analysis, row, "technical");
      g_ptr_array_add (locations, rk_analysis_location (analysis->name, row->key));
    }
  return rk_quadrant_plot_new (points, n);
}

static RkPlot *
draw_bands (const RkDrawing *self, const RkAnalysis *analysis, GPtrArray *locations)
{
  static const char *const signs[] = { "1", "2", "3", "4", "?" };
  RkAnalysisSegment segments[RK_REGIE_N_BANDS + 1];

  for (int band = 0; band <= RK_REGIE_N_BANDS; band++)
    {
      gboolean known = band < RK_REGIE_N_BANDS;
      const char *label = rk_regie_get_band_label (known ? band : -1);
      g_autofree char *rest = g_strdup_printf ("=%s=%s", self->column, label);

      segments[band] = (RkAnalysisSegment){
        label, 0, known ? rk_palette_band ((guint) band, RK_REGIE_N_BANDS) : RK_COLOUR_UNKNOWN,
        known ? RK_PATTERN_PLAIN : RK_PATTERN_HATCH, signs[band]
      };
      g_ptr_array_add (locations, rk_analysis_location (analysis->name, rest));
    }
  for (guint i = 0; i < analysis->rows->len; i++)
    {
      const char *text =
          rk_analysis_row_get_text (analysis, g_ptr_array_index (analysis->rows, i), self->column);
      int band = 0;

      while (band < RK_REGIE_N_BANDS && g_strcmp0 (segments[band].label, text) != 0)
        band++;
      segments[band].value++;
    }
  return rk_segments_plot_new (segments, G_N_ELEMENTS (segments));
}

RkPlot *
rk_drawing_make (const RkDrawing *self, const RkAnalysis *analysis, GPtrArray *locations)
{
  if (analysis->rows->len == 0)
    return NULL;
  switch (self->type)
    {
    case RK_DRAWING_GROUPS: return draw_groups (self, analysis, locations);
    case RK_DRAWING_COLUMNS: return draw_quarters (self, analysis, locations);
    case RK_DRAWING_QUADRANT: return draw_quadrant (analysis, locations);
    case RK_DRAWING_BANDS: return draw_bands (self, analysis, locations);
    default: return draw_rows (self, analysis, locations);
    }
}
