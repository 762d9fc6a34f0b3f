/* SPDX-License-Identifier: EUPL-1.2 */
/* Runs analyses on a workspace of a test. */
#pragma once

#include "portfolio-fixture.h"
#include "rk-analysis.h"

#include <math.h>

#define TODAY "2026-11-23"
#define NEAR 1e-6

static inline RkAnalysisInput *
fixture_load (Fixture *f, const char *date)
{
  g_autoptr (GError) error = NULL;
  RkAnalysisInput *input = rk_analysis_input_load (f->store, date, &error);

  g_assert_no_error (error);
  return input;
}

static inline RkAnalysis *
fixture_analyse (Fixture *f, const char *name)
{
  g_autoptr (RkAnalysisInput) input = fixture_load (f, TODAY);

  return rk_analysis_run (name, input);
}

/* Keys "c1" to "cN", the odd ones in the domain "Odd", the others in "Even". */
static inline GPtrArray *
fixture_scope (guint n)
{
  GPtrArray *scope = g_ptr_array_new_with_free_func (rk_scope_component_free);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *key = g_strdup_printf ("c%u", i), *name = g_strdup_printf ("Comp %u", i);

      g_ptr_array_add (scope, rk_scope_component_new (key, name, i % 2 ? "Odd" : "Even"));
    }
  return scope;
}

static inline void
assert_number (double number, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (number));
  else
    g_assert_cmpfloat_with_epsilon (number, expected, NEAR);
}

static inline void
assert_figure (const RkAnalysis *analysis, const char *name, double expected)
{
  const RkAnalysisFigure *figure = rk_analysis_find_figure (analysis, name);

  g_assert_nonnull (figure);
  g_test_message ("%s: %f, expected %f", name, figure->value, expected);
  assert_number (figure->value, expected);
}

static inline void
assert_cell (const RkAnalysis *analysis, const char *key, const char *column, double expected)
{
  const RkAnalysisRow *row = rk_analysis_find_row (analysis, key);

  g_assert_nonnull (row);
  g_test_message ("%s, %s: expected %f", key, column, expected);
  assert_number (rk_analysis_row_get_number (analysis, row, column), expected);
}

static inline void
assert_text (const RkAnalysis *analysis, const char *key, const char *column, const char *expected)
{
  const RkAnalysisRow *row = rk_analysis_find_row (analysis, key);

  g_assert_nonnull (row);
  g_assert_cmpstr (rk_analysis_row_get_text (analysis, row, column), ==, expected);
}

/* How many records are unknown in one respect. */
static inline guint
count_unknown (const RkAnalysis *analysis, const char *name)
{
  for (guint i = 0; i < analysis->unknowns->len; i++)
    {
      const RkAnalysisUnknown *unknown = g_ptr_array_index (analysis->unknowns, i);

      if (g_str_equal (unknown->name, name))
        return unknown->records->len;
    }
  return 0;
}

/* The ids of a row, between blanks. */
static inline char *
join_records (const RkAnalysis *analysis, const char *key)
{
  const RkAnalysisRow *row = rk_analysis_find_row (analysis, key);
  GString *joined = g_string_new (NULL);

  g_assert_nonnull (row);
  for (guint i = 0; i < row->records->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                            (char *) g_ptr_array_index (row->records, i));
  return g_string_free (joined, FALSE);
}

static inline void
assert_records (const RkAnalysis *analysis, const char *key, const char *expected)
{
  g_autofree char *joined = join_records (analysis, key);

  g_assert_cmpstr (joined, ==, expected);
}
