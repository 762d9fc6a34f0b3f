/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-lifecycle.h"
#include "rk-portfolio-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_RENEWALS 1200 /* a century of months */

RkLifecycle
rk_lifecycle_from_text (const char *text)
{
  for (guint i = 0; text != NULL && rk_lifecycle_statuses[i].value != NULL; i++)
    if (g_str_equal (rk_lifecycle_statuses[i].value, text))
      return (RkLifecycle) (i + 1);
  return RK_LIFECYCLE_UNKNOWN;
}

const char *
rk_lifecycle_to_text (RkLifecycle status)
{
  return status == RK_LIFECYCLE_UNKNOWN ? NULL : rk_lifecycle_statuses[status - 1].value;
}

const char *
rk_lifecycle_get_label (RkLifecycle status)
{
  return status == RK_LIFECYCLE_UNKNOWN ? _ ("Unknown")
                                        : gettext (rk_lifecycle_statuses[status - 1].label);
}

gboolean
rk_lifecycle_is_active (RkLifecycle status)
{
  return status == RK_LIFECYCLE_IN_USE || status == RK_LIFECYCLE_PHASING_OUT;
}

RkLifecycle
rk_lifecycle_at (RkLifecycle status, const char *start, const char *end, const char *date)
{
  g_return_val_if_fail (date != NULL, RK_LIFECYCLE_UNKNOWN);

  if (start != NULL && strcmp (start, date) > 0)
    return RK_LIFECYCLE_PLANNED;
  if (end != NULL && strcmp (end, date) < 0)
    return RK_LIFECYCLE_RETIRED;
  if (status == RK_LIFECYCLE_RETIRED && end != NULL)
    return RK_LIFECYCLE_PHASING_OUT; /* it was still there */
  if (start != NULL && (status == RK_LIFECYCLE_PLANNED || status == RK_LIFECYCLE_UNKNOWN))
    return RK_LIFECYCLE_IN_USE;
  return status;
}

static gboolean
parse_date (GDate *date, const char *text)
{
  static const char pattern[] = "0000-00-00";
  guint year, month, day;

  for (guint i = 0; i < sizeof pattern; i++)
    if (text == NULL || (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i]))
      return FALSE;
  year = (guint) g_ascii_strtoull (text, NULL, 10);
  month = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  day = (guint) g_ascii_strtoull (text + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

char *
rk_date_add_months (const char *date, int months)
{
  GDate day;
  int year;

  if (!parse_date (&day, date) || ABS (months) > 12 * 9999)
    return NULL;
  year = g_date_get_year (&day) + months / 12;
  if (year < 3 || year > 9996)
    return NULL;
  if (months >= 0)
    g_date_add_months (&day, (guint) months);
  else
    g_date_subtract_months (&day, (guint) -months);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}

char *
rk_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

gboolean
rk_date_is_valid (const char *text)
{
  GDate day;

  return parse_date (&day, text);
}

int
rk_date_days_between (const char *from, const char *to)
{
  GDate first, last;

  g_return_val_if_fail (parse_date (&first, from) && parse_date (&last, to), 0);

  return g_date_days_between (&first, &last);
}

/* Whether @end is past, or can no longer be given notice of. */
static gboolean
is_renewed (const char *end, int notice_months, const char *date)
{
  g_autofree char *notice = notice_months >= 0 ? rk_date_add_months (end, -notice_months) : NULL;

  return strcmp (notice != NULL ? notice : end, date) < 0;
}

void
rk_contract_term_at (RkContractTerm *term, const char *end, int notice_months, int tacit,
                     int renewal_months, const char *date)
{
  g_return_if_fail (term != NULL && date != NULL);

  memset (term, 0, sizeof *term);
  if (!rk_date_is_valid (end))
    return;
  if (tacit != 1)
    term->ended = strcmp (end, date) < 0;
  term->end = g_strdup (end);
  while (tacit == 1 && term->end != NULL && is_renewed (term->end, notice_months, date))
    {
      g_clear_pointer (&term->end, g_free);
      term->renewals++;
      if (renewal_months > 0 && term->renewals <= MAX_RENEWALS)
        term->end = rk_date_add_months (end, (int) term->renewals * renewal_months);
    }
  if (term->end != NULL && notice_months >= 0 && !term->ended)
    term->notice = rk_date_add_months (term->end, -notice_months);
}

void
rk_contract_term_clear (RkContractTerm *term)
{
  g_clear_pointer (&term->end, g_free);
  g_clear_pointer (&term->notice, g_free);
}
