/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-timeline-axis.h"

#include <stdio.h>

#define PAST_MONTHS 12
#define LEAST_YEARS 2
#define MOST_YEARS 15

static void
read_date (GDate *day, const char *date)
{
  int year = 1, month = 1, number = 1;

  sscanf (date, "%d-%d-%d", &year, &month, &number);
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
}

static int
get_last_year (RkTimeline *timeline, int this_year)
{
  int last = this_year + LEAST_YEARS;

  for (guint i = 0; i < rk_timeline_get_n_rows (timeline); i++)
    {
      const RkTimelineRow *row = rk_timeline_get_row (timeline, i);
      const char *end = row->tail != NULL ? row->tail : row->end;

      if (end != NULL)
        last = MAX (last, (int) g_ascii_strtoll (end, NULL, 10));
    }
  return MIN (last, this_year + MOST_YEARS);
}

void
rk_timeline_axis_init (RkTimelineAxis *self, RkTimeline *timeline, int years, double room)
{
  int this_year;

  read_date (&self->first, rk_timeline_get_today (timeline));
  this_year = g_date_get_year (&self->first);
  g_date_set_day (&self->first, 1);
  g_date_subtract_months (&self->first, PAST_MONTHS);
  g_date_clear (&self->last, 1);
  g_date_set_dmy (&self->last, 31, G_DATE_DECEMBER,
                  (GDateYear) get_last_year (timeline, this_year));
  self->day = room / (365.25 * years);
}

double
rk_timeline_axis_get_length (const RkTimelineAxis *self)
{
  return (g_date_days_between (&self->first, &self->last) + 1) * self->day;
}

double
rk_timeline_axis_get_x (const RkTimelineAxis *self, const char *date)
{
  GDate day;

  read_date (&day, date);
  return CLAMP (g_date_days_between (&self->first, &day) * self->day, 0,
                rk_timeline_axis_get_length (self));
}

gboolean
rk_timeline_axis_get_month (const RkTimelineAxis *self, guint month, GDate *date, double *x)
{
  *date = self->first;
  g_date_add_months (date, month);
  *x = g_date_days_between (&self->first, date) * self->day;
  return g_date_compare (date, &self->last) <= 0;
}
