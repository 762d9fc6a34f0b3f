/* SPDX-License-Identifier: EUPL-1.2 */
/* What dates say: where an application is in its life on a day, and when a contract ends.
 *
 * Dates are ISO texts "2027-07-31", so that they compare as texts; NULL is unknown. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RK_LIFECYCLE_UNKNOWN,
  RK_LIFECYCLE_PLANNED,
  RK_LIFECYCLE_IN_USE,
  RK_LIFECYCLE_PHASING_OUT,
  RK_LIFECYCLE_RETIRED
} RkLifecycle;

#define RK_N_LIFECYCLES 5

/* From and to the values of rk_lifecycle_statuses; NULL and any other text are unknown. */
RkLifecycle rk_lifecycle_from_text (const char *text);
const char *rk_lifecycle_to_text (RkLifecycle status); /* (nullable) */
/* The word for people, translated; "Unknown" too. */
const char *rk_lifecycle_get_label (RkLifecycle status);
/* In use or phasing out: people work with it today. */
gboolean rk_lifecycle_is_active (RkLifecycle status);

/* The status on @date of what has @status and is used from @start until and including @end. Dates
 * win over the status, each as far as it is known. */
RkLifecycle rk_lifecycle_at (RkLifecycle status, const char *start, const char *end,
                             const char *date);

/* @date plus @months (may be negative); a day that the month does not have becomes its last one.
 * (transfer full) (nullable): NULL when @date is no date or the result is beyond the calendar. */
char *rk_date_add_months (const char *date, int months);
/* Today in the local calendar: (transfer full). */
char *rk_date_today (void);
/* Whether @text is a date "2027-07-31" that the calendar has. */
gboolean rk_date_is_valid (const char *text);
/* Whole days from @from to @to, both dates. */
int rk_date_days_between (const char *from, const char *to);

/**
 * RkContractTerm:
 * @end: (nullable): the end of the term that runs or comes, after tacit renewals; NULL: unknown
 * @notice: (nullable): the last day to give notice of it; NULL: unknown, or there is none to give
 * @renewals: how many times it was tacitly renewed since the end that was agreed
 * @ended: whether it ended before the date
 */
typedef struct
{
  char *end;
  char *notice;
  guint renewals;
  gboolean ended;
} RkContractTerm;

/**
 * rk_contract_term_at:
 * @end: (nullable): the end that was agreed
 * @notice_months: the notice period; -1: unknown
 * @tacit: whether it is tacitly renewed: 1, 0; -1: unknown, taken as not
 * @renewal_months: for how long; -1: unknown: then it is not known when it ends once it is renewed
 *
 * A contract whose notice date has passed is renewed, also when its term still runs: notice is
 * always that of the first end that can still be given notice of. Clear with
 * rk_contract_term_clear(). */
void rk_contract_term_at (RkContractTerm *term, const char *end, int notice_months, int tacit,
                          int renewal_months, const char *date);
void rk_contract_term_clear (RkContractTerm *term);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RkContractTerm, rk_contract_term_clear)

G_END_DECLS
