/* SPDX-License-Identifier: EUPL-1.2 */
/* In which row of the legend an application on a component belongs. */
#include "config.h"
#include "rk-marks-private.h"

#include "rk-coverage.h"
#include "rk-format.h"
#include "rk-regie.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
set_value (RkMarks *self, RkMark *mark, char *value)
{
  mark->value = g_string_chunk_insert_const (self->texts, value);
  g_free (value);
}

static void
judge_status (RkMark *mark)
{
  static const guint rows[RK_N_LIFECYCLES] = {
    [RK_LIFECYCLE_IN_USE] = 0,  [RK_LIFECYCLE_PLANNED] = 1, [RK_LIFECYCLE_PHASING_OUT] = 2,
    [RK_LIFECYCLE_RETIRED] = 3, [RK_LIFECYCLE_UNKNOWN] = 4,
  };

  mark->row = rows[mark->status];
}

static void
judge_coverage (RkMarks *self, const RkLandFit *fit, RkMark *mark)
{
  RkCoverage coverage;

  rk_coverage_get (&coverage, self->landscape, fit->component);
  switch (mark->status)
    {
    case RK_LIFECYCLE_IN_USE: mark->row = coverage.state == RK_COVERAGE_TWICE ? 1 : 0; break;
    case RK_LIFECYCLE_PLANNED: mark->row = 2; break;
    case RK_LIFECYCLE_PHASING_OUT: mark->row = 3; break;
    case RK_LIFECYCLE_RETIRED:
    case RK_LIFECYCLE_UNKNOWN: mark->row = (guint) self->unknown_row; break;
    }
}

static void
judge_regie (RkMarks *self, const RkLandFit *fit, RkMark *mark)
{
  double total = fit->application->regie;

  if (isnan (total))
    return;
  mark->row = (guint) rk_regie_find_band (self->scheme, total);
  set_value (self, mark, rk_format_number (rk_round_half_up (total, 0), 0));
}

static void
judge_satisfaction (RkMarks *self, const RkLandFit *fit, RkMark *mark)
{
  double grade = fit->application->satisfaction;

  if (isnan (grade))
    return;
  mark->row = (guint) CLAMP (rk_round_half_up (grade, 0), 1, 5) - 1;
  {
    g_autofree char *number = rk_format_number (grade, 1);

    set_value (self, mark, g_strconcat ("★ ", number, NULL));
  }
}

static gboolean
has_ended (const RkLandApplication *application)
{
  for (guint i = 0; i < application->contracts->len; i++)
    {
      const RkLandContract *contract = application->contracts->pdata[i];

      if (!contract->term.ended)
        return FALSE;
    }
  return application->contracts->len > 0;
}

static void
judge_contract (RkMarks *self, const RkLandFit *fit, RkMark *mark)
{
  static const int limits[] = { 6, 12, 24 };
  const RkLandContract *contract = fit->application->contract;
  const char *date = self->landscape->date;
  int months;

  if (has_ended (fit->application))
    {
      mark->row = 0;
      return;
    }
  if (contract == NULL || contract->term.end == NULL)
    return;
  mark->row = 4;
  for (guint i = G_N_ELEMENTS (limits); i-- > 0;)
    {
      g_autofree char *limit = rk_date_add_months (date, limits[i]);

      if (limit != NULL && strcmp (contract->term.end, limit) <= 0)
        mark->row = i + 1;
    }
  months = (int) (rk_date_days_between (date, contract->term.end) / 30.4375);
  set_value (self, mark,
             g_strdup_printf (ngettext ("%d month", "%d months", (gulong) ABS (months)), months));
}

static void
judge_cost (RkMarks *self, const RkLandFit *fit, RkMark *mark)
{
  double cost = fit->application->annual_cost;

  if (isnan (cost))
    return;
  for (mark->row = 0; mark->row + 1 < self->costs->len; mark->row++)
    if (cost <= g_array_index (self->costs, double, mark->row))
      break;
  set_value (self, mark, rk_format_money (cost, RK_FORMAT_TABLE));
}

void
rk_marks_judge (RkMarks *self, const RkLandFit *fit, RkMark *mark)
{
  mark->application = fit->application->id;
  mark->name = fit->application->name;
  mark->status = fit->status;
  mark->value = "";
  mark->share = -1;
  mark->row = (guint) self->unknown_row;
  if (self->retired_row >= 0 && fit->status == RK_LIFECYCLE_RETIRED)
    {
      mark->row = (guint) self->retired_row;
      return;
    }
  switch (self->options.lens)
    {
    case RK_LENS_COVERAGE: judge_coverage (self, fit, mark); break;
    case RK_LENS_REGIE: judge_regie (self, fit, mark); break;
    case RK_LENS_SATISFACTION: judge_satisfaction (self, fit, mark); break;
    case RK_LENS_CONTRACT_END: judge_contract (self, fit, mark); break;
    case RK_LENS_COST: judge_cost (self, fit, mark); break;
    case RK_LENS_STANDARDS: rk_marks_judge_standards (self, fit, mark); break;
    case RK_LENS_BUILDING_BLOCKS: rk_marks_judge_blocks (self, fit, mark); break;
    case RK_LENS_STATUS:
    case RK_N_LENSES: judge_status (mark); break;
    }
}

/* --- two dates ------------------------------------------------------------------------------- */

static gboolean
is_there (const RkLandFit *fit)
{
  return fit != NULL && rk_lifecycle_is_active (fit->status);
}

static gboolean
is_unknown (const RkLandFit *fit)
{
  return fit != NULL && fit->status == RK_LIFECYCLE_UNKNOWN;
}

gboolean
rk_marks_compare (RkMarks *self, const RkLandFit *now, const RkLandFit *then, RkMark *mark)
{
  const RkLandFit *fit = then != NULL ? then : now;
  gboolean before = is_there (now), after = is_there (then);
  const char *date = NULL;

  if (!before && !after && !is_unknown (fit))
    return FALSE;
  mark->application = fit->application->id;
  mark->name = fit->application->name;
  mark->status = fit->status;
  mark->value = "";
  mark->share = -1;
  if (!before && !after)
    mark->row = (guint) self->unknown_row;
  else if (!before)
    {
      mark->row = 0;
      date = fit->application->start_date;
    }
  else if (!after)
    {
      mark->row = 1;
      date = fit->application->end_date;
    }
  else
    mark->row = now->status != then->status ? 2 : 3;
  if (date != NULL)
    set_value (self, mark, rk_format_date (date, RK_FORMAT_TABLE));
  return TRUE;
}
