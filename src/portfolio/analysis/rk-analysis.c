/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-analysis-private.h"
#include "rk-format.h"
#include "rk-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

const RkAnalysisDescription rk_analyses[] = {
  { "gaps", N_ ("What is missing?"), rk_analysis_compute_gaps },
  { "overlaps", N_ ("What is there twice?"), rk_analysis_compute_overlaps },
  { "end-of-life", N_ ("What comes to an end?"), rk_analysis_compute_end_of_life },
  { "contracts", N_ ("Which contracts ask for a decision?"), rk_analysis_compute_contracts },
  { "cost", N_ ("What costs what?"), rk_analysis_compute_cost },
  { "component-cost", N_ ("What does each component cost?"), rk_analysis_compute_component_cost },
  { "suppliers", N_ ("On whom do we depend?"), rk_analysis_compute_suppliers },
  { "supplier-domains", N_ ("On whom do we depend in each domain?"),
    rk_analysis_compute_supplier_domains },
  { "hubs", N_ ("Through which applications does everything pass?"), rk_analysis_compute_hubs },
  { "impact", N_ ("Where does a failure hit hardest?"), rk_analysis_compute_impact },
  { "time", N_ ("What do we do with each application?"), rk_analysis_compute_time },
  { "regie", N_ ("How much control do we have?"), rk_analysis_compute_regie },
  { "building-blocks", N_ ("Which building blocks do we use?"), rk_analysis_compute_blocks },
  { "principles", N_ ("Do we follow our principles?"), rk_analysis_compute_principles },
  { "sovereignty", N_ ("Where are our data?"), rk_analysis_compute_sovereignty },
  { "standards", N_ ("Do our applications follow the standards?"), rk_analysis_compute_standards },
  { NULL },
};

/* --- memory ---------------------------------------------------------------------------------- */

static void
free_column (gpointer data)
{
  RkAnalysisColumn *column = data;

  g_free (column->label);
  g_free (column);
}

static void
free_figure (gpointer data)
{
  RkAnalysisFigure *figure = data;

  g_free (figure->label);
  g_free (figure);
}

static void
clear_value (gpointer data)
{
  g_free (((RkAnalysisValue *) data)->text);
}

static void
free_row (gpointer data)
{
  RkAnalysisRow *row = data;

  g_free (row->key);
  g_free (row->label);
  g_array_unref (row->values);
  g_ptr_array_unref (row->records);
  g_free (row);
}

void
rk_analysis_unknown_free (RkAnalysisUnknown *self)
{
  g_free (self->sentence);
  g_ptr_array_unref (self->records);
  g_free (self);
}

void
rk_analysis_free (RkAnalysis *self)
{
  g_free (self->question);
  g_free (self->sentence);
  g_free (self->why);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->unknowns);
  g_free (self);
}

/* --- building -------------------------------------------------------------------------------- */

void
rk_analysis_add_figure (RkAnalysis *self, const char *name, const char *label, RkValueType type,
                        double value)
{
  RkAnalysisFigure *figure = g_new0 (RkAnalysisFigure, 1);

  figure->name = name;
  figure->label = g_strdup (label);
  figure->type = type;
  figure->value = value;
  g_ptr_array_add (self->figures, figure);
}

void
rk_analysis_add_column (RkAnalysis *self, const char *name, const char *label, RkValueType type)
{
  RkAnalysisColumn *column = g_new0 (RkAnalysisColumn, 1);

  column->name = name;
  column->label = g_strdup (label);
  column->type = type;
  g_ptr_array_add (self->columns, column);
}

RkAnalysisRow *
rk_analysis_add_row (RkAnalysis *self, const char *kind, const char *key, const char *label)
{
  RkAnalysisRow *row = g_new0 (RkAnalysisRow, 1);

  row->kind = kind;
  row->key = g_strdup (key);
  row->label = g_strdup (label != NULL ? label : "");
  row->values = g_array_new (FALSE, FALSE, sizeof (RkAnalysisValue));
  g_array_set_clear_func (row->values, clear_value);
  row->records = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->rows, row);
  return row;
}

void
rk_analysis_row_add_number (RkAnalysisRow *row, double number)
{
  RkAnalysisValue value = { number, NULL };

  g_array_append_val (row->values, value);
}

void
rk_analysis_row_add_text (RkAnalysisRow *row, const char *text)
{
  RkAnalysisValue value = { NAN, g_strdup (text) };

  g_array_append_val (row->values, value);
}

void
rk_analysis_row_add_record (RkAnalysisRow *row, const char *kind, const char *id)
{
  row->records_kind = kind;
  g_ptr_array_add (row->records, g_strdup (id));
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const RkAnalysisRow *one = *(RkAnalysisRow *const *) a, *other = *(RkAnalysisRow *const *) b;
  guint column = GPOINTER_TO_UINT (data);
  double x = g_array_index (one->values, RkAnalysisValue, column).number;
  double y = g_array_index (other->values, RkAnalysisValue, column).number;

  if (isnan (x) != isnan (y))
    return isnan (x) ? 1 : -1;
  if (!isnan (x) && (x > y || x < y))
    return x > y ? -1 : 1;
  if (g_utf8_collate (one->label, other->label) != 0)
    return g_utf8_collate (one->label, other->label);
  return strcmp (one->key, other->key);
}

void
rk_analysis_sort_rows (RkAnalysis *self, const char *column)
{
  int i = rk_analysis_find_column (self, column);

  g_return_if_fail (i >= 0);

  g_ptr_array_sort_with_data (self->rows, compare_rows, GINT_TO_POINTER (i));
}

RkAnalysisUnknown *
rk_analysis_unknown_new (const char *name, const char *kind)
{
  RkAnalysisUnknown *self = g_new0 (RkAnalysisUnknown, 1);

  self->name = name;
  self->kind = kind;
  self->records = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
rk_analysis_unknown_add (RkAnalysisUnknown *self, const char *id)
{
  g_ptr_array_add (self->records, g_strdup (id));
}

void
rk_analysis_add_unknown (RkAnalysis *self, RkAnalysisUnknown *unknown, char *sentence)
{
  unknown->sentence = sentence;
  if (unknown->records->len > 0)
    g_ptr_array_add (self->unknowns, unknown);
  else
    rk_analysis_unknown_free (unknown);
}

void
rk_analysis_take_sentence (RkAnalysis *self, char *sentence)
{
  g_free (self->sentence);
  self->sentence = sentence;
}

/* --- running and reading --------------------------------------------------------------------- */

RkAnalysis *
rk_analysis_run (const char *name, RkAnalysisInput *input)
{
  const RkAnalysisDescription *description = rk_analyses;
  RkAnalysis *self;

  while (description->name != NULL && !g_str_equal (description->name, name))
    description++;
  if (description->name == NULL)
    return NULL;
  self = g_new0 (RkAnalysis, 1);
  self->name = description->name;
  self->question = g_strdup (gettext (description->question));
  self->enough = TRUE;
  self->figures = g_ptr_array_new_with_free_func (free_figure);
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->unknowns = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_analysis_unknown_free);
  description->compute (self, input);
  return self;
}

const RkAnalysisFigure *
rk_analysis_find_figure (const RkAnalysis *self, const char *name)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const RkAnalysisFigure *figure = g_ptr_array_index (self->figures, i);

      if (g_str_equal (figure->name, name))
        return figure;
    }
  return NULL;
}

int
rk_analysis_find_column (const RkAnalysis *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const RkAnalysisColumn *column = g_ptr_array_index (self->columns, i);

      if (g_str_equal (column->name, name))
        return (int) i;
    }
  return -1;
}

const RkAnalysisRow *
rk_analysis_find_row (const RkAnalysis *self, const char *key)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RkAnalysisRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->key, key))
        return row;
    }
  return NULL;
}

double
rk_analysis_row_get_number (const RkAnalysis *self, const RkAnalysisRow *row, const char *column)
{
  int i = rk_analysis_find_column (self, column);

  g_return_val_if_fail (i >= 0, NAN);

  return g_array_index (row->values, RkAnalysisValue, i).number;
}

const char *
rk_analysis_row_get_text (const RkAnalysis *self, const RkAnalysisRow *row, const char *column)
{
  int i = rk_analysis_find_column (self, column);

  g_return_val_if_fail (i >= 0, NULL);

  return g_array_index (row->values, RkAnalysisValue, i).text;
}

char *
rk_analysis_format_number (RkValueType type, double number)
{
  switch (type)
    {
    case RK_VALUE_MONEY:
      if (!isnan (number)) /* cents only where they matter: per inhabitant */
        return rk_format_money (rk_round_half_up (number, fabs (number) < 100 ? 2 : 0),
                                RK_FORMAT_TABLE);
      return rk_format_number (number, 0);
    case RK_VALUE_PERCENT:
      if (number > 0 && number < 1) /* 0 would be read as nothing */
        return g_strdup (_ ("< 1 %"));
      return isnan (number) ? rk_format_number (number, 0) : rk_format_percent (number, 0);
    case RK_VALUE_NUMBER: return rk_format_number (number, 1);
    default: return rk_format_number (number, 0);
    }
}

char *
rk_analysis_format (RkValueType type, const RkAnalysisValue *value)
{
  if (type == RK_VALUE_TEXT && value->text != NULL)
    return g_strdup (value->text);
  if (type == RK_VALUE_DATE && value->text != NULL)
    return rk_format_date (value->text, RK_FORMAT_TABLE);
  return rk_analysis_format_number (type, value->number);
}
