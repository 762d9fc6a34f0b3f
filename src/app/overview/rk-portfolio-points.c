/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-portfolio-cards.h"

#include "rk-format.h"
#include "rk-survey-line.h"

#include <glib/gi18n.h>
#include <math.h>

#define WARN_DAYS 183 /* before a notice date: six months */

static void
free_point (gpointer data)
{
  RkPortfolioPoint *point = data;

  g_free (point->icon);
  g_free (point->title);
  g_free (point->caption);
  g_free (point->action);
  g_free (point);
}

/* A contract of which notice can still be given, but not for long. */
static void
add_notice (GPtrArray *points, const RkAnalysis *contracts, const RkAnalysisRow *row)
{
  const char *notice = rk_analysis_row_get_text (contracts, row, "notice");
  const char *supplier = rk_analysis_row_get_text (contracts, row, "supplier");
  double days = rk_analysis_row_get_number (contracts, row, "days");
  RkPortfolioPoint *point;
  g_autofree char *date = NULL;

  if (notice == NULL || isnan (days) || days < 0 || days > WARN_DAYS)
    return;
  date = rk_format_date (notice, RK_FORMAT_SENTENCE);
  point = g_new0 (RkPortfolioPoint, 1);
  point->icon = g_strdup ("x-office-calendar-symbolic");
  /* Translators: the name of a contract. */
  point->title = g_strdup_printf (_ ("Decide about the contract “%s”"), row->label);
  /* Translators: a date; the name of a supplier. */
  point->caption =
      supplier != NULL ? g_strdup_printf (_ ("Notice can be given until %s · %s"), date, supplier)
                       : g_strdup_printf (_ ("Notice can be given until %s"), date);
  point->action = g_strdup_printf ("win.show-record(('contract', '%s'))", row->key);
  g_ptr_array_add (points, point);
}

static void
add_gaps (GPtrArray *points, RkAnalysisInput *input)
{
  g_autoptr (RkAnalysis) gaps = rk_analysis_run ("gaps", input);
  double n = rk_analysis_find_figure (gaps, "gaps")->value;
  RkPortfolioPoint *point;

  if (isnan (n) || n < 1)
    return;
  point = g_new0 (RkPortfolioPoint, 1);
  point->icon = g_strdup ("rk-question-symbolic");
  point->title =
      g_strdup_printf (ngettext ("%.0f component has no application in use",
                                 "%.0f components have no application in use", (gulong) n),
                       n);
  point->caption = g_strdup (_ ("Look at what is missing, or place applications on them."));
  point->action = g_strdup ("win.open-location::analysis-rows:gaps");
  g_ptr_array_add (points, point);
}

GPtrArray *
rk_portfolio_points_list (RkAnalysisInput *input)
{
  GPtrArray *points = g_ptr_array_new_with_free_func (free_point);
  g_autoptr (RkAnalysis) contracts = NULL;

  if (input == NULL || input->landscape->applications->len + input->landscape->contracts->len == 0)
    return points;
  contracts = rk_analysis_run ("contracts", input);
  for (guint i = 0; i < contracts->rows->len; i++)
    add_notice (points, contracts, g_ptr_array_index (contracts->rows, i));
  add_gaps (points, input);
  return points;
}

GtkWidget *
rk_portfolio_point_make_line (const RkPortfolioPoint *point)
{
  return rk_survey_line_new_plain (point->icon, point->title, point->caption, FALSE, NULL,
                                   point->action);
}
