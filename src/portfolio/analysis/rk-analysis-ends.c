/* SPDX-License-Identifier: EUPL-1.2 */
/* What comes to an end: support, use and contracts. */
#include "config.h"
#include "rk-analysis-private.h"
#include "rk-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define HORIZON 18 /* months */
#define SOON 6     /* months before the notice date in which a contract asks for attention */

/* Why an application in use is in the list; the earliest date counts. */
typedef enum
{
  ENDS_SUPPORT,
  ENDS_WITHOUT_SUCCESSOR,
  ENDS_CONTRACT_FIRST,
  N_ENDS
} End;

static const char *const end_labels[N_ENDS] = {
  N_ ("End of support"),
  N_ ("End of use, without a successor"),
  N_ ("Contract ends before the use does"),
};

static gboolean
is_before (const char *date, const char *limit)
{
  return date != NULL && strcmp (date, limit) < 0;
}

static const char *
get_end_of_support (const RkLandApplication *application)
{
  return application->version != NULL ? application->version->end_of_support : NULL;
}

/* A contract that is renewed by itself does not end before the use does. */
static const char *
get_contract_end (const RkLandApplication *application)
{
  const RkLandContract *contract = application->contract;

  return contract != NULL && contract->tacit != 1 ? contract->term.end : NULL;
}

static const char *
find_end (const RkLandApplication *application, End end, const char *horizon)
{
  const char *contract_end = get_contract_end (application);
  const char *support = get_end_of_support (application);
  const char *last = application->end_date != NULL ? application->end_date : support;

  switch (end)
    {
    case ENDS_SUPPORT: return is_before (support, horizon) ? support : NULL;
    case ENDS_WITHOUT_SUCCESSOR:
      return application->successor == NULL && is_before (application->end_date, horizon)
                 ? application->end_date
                 : NULL;
    default:
      return contract_end != NULL && last != NULL && strcmp (contract_end, last) < 0 ? contract_end
                                                                                     : NULL;
    }
}

static void
add_end_row (RkAnalysis *self, const RkLandApplication *application, End end, const char *date,
             const char *today)
{
  RkAnalysisRow *row =
      rk_analysis_add_row (self, "application", application->id, application->name);

  rk_analysis_row_add_text (row, date);
  rk_analysis_row_add_text (row, gettext (end_labels[end]));
  rk_analysis_row_add_number (row,
                              rk_date_is_valid (date) ? rk_date_days_between (today, date) : NAN);
  rk_analysis_row_add_number (row, application->criticality > 0 ? application->criticality : NAN);
  rk_analysis_row_add_text (row, get_end_of_support (application));
  rk_analysis_row_add_text (row, get_contract_end (application));
  rk_analysis_row_add_record (row, "application", application->id);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const RkAnalysisRow *one = *(RkAnalysisRow *const *) a, *other = *(RkAnalysisRow *const *) b;
  int order = g_strcmp0 (g_array_index (one->values, RkAnalysisValue, 0).text,
                         g_array_index (other->values, RkAnalysisValue, 0).text);

  return order != 0 ? order : strcmp (one->key, other->key);
}

static void
say_ends (RkAnalysis *self, guint n_active, guint n_known)
{
  const RkAnalysisRow *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
  g_autofree char *date =
      row != NULL
          ? rk_format_date (rk_analysis_row_get_text (self, row, "date"), RK_FORMAT_SENTENCE)
          : NULL;

  self->enough = n_known > 0;
  if (n_active == 0)
    rk_analysis_take_sentence (
        self, g_strdup (_ ("Add the applications that you use to see what comes to an end.")));
  else if (n_known == 0)
    rk_analysis_take_sentence (
        self, g_strdup (_ ("Fill in the end of support of versions, and the end of contracts.")));
  else if (row == NULL)
    rk_analysis_take_sentence (
        self,
        g_strdup_printf (_ ("Of %u applications in use none comes to an end within 18 months, "
                                  "as far as known."),
                            n_active));
  else
    rk_analysis_take_sentence (
        self,
        g_strdup_printf (
            /* Translators: numbers of applications; a name; a date. */
            ngettext ("Of %2$u applications in use, %1$u asks for a decision: “%3$s” (%4$s).",
                      "Of %2$u applications in use, %1$u ask for a decision; “%3$s” first (%4$s).",
                      self->rows->len),
            self->rows->len, n_active, row->label, date));
}

/* One row per application, by the earliest of its reasons. */
static void
add_first_end (RkAnalysis *self, const RkLandApplication *application, const char *today,
               const char *horizon, guint *n_ends)
{
  const char *first = NULL;
  End reason = ENDS_SUPPORT;

  for (int end = 0; end < N_ENDS; end++)
    {
      const char *date = find_end (application, (End) end, horizon);

      n_ends[end] += date != NULL;
      if (date != NULL && (first == NULL || strcmp (date, first) < 0))
        {
          first = date;
          reason = (End) end;
        }
    }
  if (first != NULL)
    add_end_row (self, application, reason, first, today);
}

void
rk_analysis_compute_end_of_life (RkAnalysis *self, RkAnalysisInput *input)
{
  const char *today = input->landscape->date;
  g_autofree char *horizon = rk_date_add_months (today, HORIZON);
  RkAnalysisUnknown *unknown = rk_analysis_unknown_new ("end", "application");
  guint n_ends[N_ENDS] = { 0 }, n_active = 0;

  rk_analysis_add_column (self, "date", _ ("Date"), RK_VALUE_DATE);
  rk_analysis_add_column (self, "reason", _ ("What ends"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "days", _ ("Days from now"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "criticality", _ ("Criticality"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "end_of_support", _ ("End of support"), RK_VALUE_DATE);
  rk_analysis_add_column (self, "contract_end", _ ("End of the contract"), RK_VALUE_DATE);
  for (guint i = 0; i < input->landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (input->landscape->applications, i);

      if (!rk_lifecycle_is_active (application->status))
        continue;
      n_active++;
      if (get_end_of_support (application) == NULL && application->end_date == NULL &&
          (application->contract == NULL || application->contract->term.end == NULL))
        rk_analysis_unknown_add (unknown, application->id);
      if (horizon != NULL)
        add_first_end (self, application, today, horizon, n_ends);
    }
  g_ptr_array_sort (self->rows, compare_dates);
  rk_analysis_add_figure (self, "applications",
                          _ ("Applications that ask for a decision"), RK_VALUE_COUNT,
                             n_active > unknown->records->len ? self->rows->len : NAN);
  rk_analysis_add_figure (self, "support",
                          _ ("End of support within 18 months"), RK_VALUE_COUNT,
                             n_ends[ENDS_SUPPORT]);
  rk_analysis_add_figure (self, "use",
                          _ ("End of use within 18 months, without a successor"), RK_VALUE_COUNT,
                             n_ends[ENDS_WITHOUT_SUCCESSOR]);
  rk_analysis_add_figure (self, "contract",
                          _ ("Contract ends before the use does"), RK_VALUE_COUNT,
                             n_ends[ENDS_CONTRACT_FIRST]);
  say_ends (self, n_active, n_active - unknown->records->len);
  rk_analysis_add_unknown (
      self, unknown,
      g_strdup_printf (
          ngettext ("Of %u application no end is known: not of support, use or contract.",
                    "Of %u applications no end is known: not of support, use or contract.",
                    unknown->records->len),
          unknown->records->len));
  self->why =
      g_strdup (_ ("An application in use is listed when support of its version ends within "
                           "18 months, when its use does and it has no successor, or when its "
                           "contract ends before its use or support does."));
}

/* --- contracts ------------------------------------------------------------------------------- */

/* What asks for a decision: the notice date, else the end. */
static const char *
get_decision_date (const RkLandContract *contract)
{
  return contract->term.notice != NULL ? contract->term.notice : contract->term.end;
}

static char *
find_quarter (const char *date)
{
  return g_strdup_printf ("%.4s-Q%d", date, (int) (g_ascii_strtoull (date + 5, NULL, 10) + 2) / 3);
}

static void
add_contract_row (RkAnalysis *self, const RkLandContract *contract, const char *today)
{
  const char *date = get_decision_date (contract);
  g_autofree char *quarter = date != NULL ? find_quarter (date) : NULL;
  RkAnalysisRow *row = rk_analysis_add_row (self, "contract", contract->id, contract->name);

  rk_analysis_row_add_text (row, contract->term.notice);
  rk_analysis_row_add_text (row, contract->term.end);
  rk_analysis_row_add_number (row, date != NULL ? rk_date_days_between (today, date) : NAN);
  rk_analysis_row_add_text (row, quarter);
  rk_analysis_row_add_text (row, contract->supplier != NULL ? contract->supplier->name : NULL);
  rk_analysis_row_add_text (row, contract->tacit < 0 ? NULL
                                                     : contract->tacit > 0
                                     ? _ ("Yes")
                                     : _ ("No"));
  rk_analysis_row_add_number (row, contract->term.renewals);
  rk_analysis_row_add_number (row, contract->applications->len);
  rk_analysis_row_add_record (row, "contract", contract->id);
}

static int
compare_decisions (gconstpointer a, gconstpointer b)
{
  const RkAnalysisRow *one = *(RkAnalysisRow *const *) a, *other = *(RkAnalysisRow *const *) b;
  double x = g_array_index (one->values, RkAnalysisValue, 2).number;
  double y = g_array_index (other->values, RkAnalysisValue, 2).number;

  if (isnan (x) || isnan (y))
    return isnan (x) != isnan (y) ? (isnan (x) ? 1 : -1) : strcmp (one->key, other->key);
  return x < y ? -1 : x > y ? 1 : strcmp (one->key, other->key);
}

static void
say_contracts (RkAnalysis *self, guint n_soon, guint n_year)
{
  const RkAnalysisRow *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
  const char *date = row != NULL ? rk_analysis_row_get_text (self, row, "notice") : NULL;
  g_autofree char *words = NULL;

  if (row == NULL || isnan (rk_analysis_row_get_number (self, row, "days")))
    {
      self->enough = FALSE;
      rk_analysis_take_sentence (
          self, g_strdup (_ ("Fill in the end and the notice period of contracts, to be warned in "
                             "time.")));
      return;
    }
  if (date == NULL)
    date = rk_analysis_row_get_text (self, row, "end");
  words = rk_format_date (date, RK_FORMAT_SENTENCE);
  rk_analysis_take_sentence (
      self, g_strdup_printf (
                /* Translators: the name of a contract; a date; numbers of contracts. */
                _ ("The first decision is about “%s”, by %s. Within 6 months: %u; within a year: "
                   "%u."),
                   row->label, words, n_soon, n_year));
}

void
rk_analysis_compute_contracts (RkAnalysis *self, RkAnalysisInput *input)
{
  const char *today = input->landscape->date;
  g_autofree char *soon = rk_date_add_months (today, SOON), *year = rk_date_add_months (today, 12);
  RkAnalysisUnknown *no_end = rk_analysis_unknown_new ("end", "contract");
  RkAnalysisUnknown *no_notice = rk_analysis_unknown_new ("notice", "contract");
  guint n_soon = 0, n_year = 0, n_renewed = 0;

  rk_analysis_add_column (self, "notice", _ ("Last day to give notice"), RK_VALUE_DATE);
  rk_analysis_add_column (self, "end", _ ("End"), RK_VALUE_DATE);
  rk_analysis_add_column (self, "days", _ ("Days from now"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "quarter", _ ("Quarter"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "supplier", _ ("Supplier"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "tacit", _ ("Tacit renewal"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "renewals", _ ("Times renewed"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "applications", _ ("Applications"), RK_VALUE_COUNT);
  for (guint i = 0; i < input->landscape->contracts->len; i++)
    {
      const RkLandContract *contract = g_ptr_array_index (input->landscape->contracts, i);
      const char *date = get_decision_date (contract);

      if (contract->term.ended)
        continue;
      add_contract_row (self, contract, today);
      n_renewed += contract->term.renewals > 0;
      if (contract->term.end == NULL)
        rk_analysis_unknown_add (no_end, contract->id);
      else if (contract->notice_months < 0)
        rk_analysis_unknown_add (no_notice, contract->id);
      n_soon += date != NULL && soon != NULL && strcmp (date, soon) <= 0;
      n_year += date != NULL && year != NULL && strcmp (date, year) <= 0;
    }
  g_ptr_array_sort (self->rows, compare_decisions);
  rk_analysis_add_figure (self, "within_6_months",
                          _ ("Decisions within 6 months"), RK_VALUE_COUNT,
                             self->rows->len > no_end->records->len ? n_soon : NAN);
  rk_analysis_add_figure (self, "within_a_year",
                          _ ("Decisions within a year"), RK_VALUE_COUNT,
                             self->rows->len > no_end->records->len ? n_year : NAN);
  rk_analysis_add_figure (self, "contracts",
                          _ ("Running contracts"), RK_VALUE_COUNT, self->rows->len);
  rk_analysis_add_figure (self, "renewed", _ ("Renewed tacitly"), RK_VALUE_COUNT, n_renewed);
  rk_analysis_add_unknown (self, no_end,
                           g_strdup_printf (ngettext ("The end of %u contract is unknown.",
                                                      "The end of %u contracts is unknown.",
                                                      no_end->records->len),
                                            no_end->records->len));
  rk_analysis_add_unknown (
      self, no_notice,
      g_strdup_printf (
          ngettext ("The notice period of %u contract is unknown; it is listed by its end.",
                    "The notice period of %u contracts is unknown; they are listed by their end.",
                    no_notice->records->len),
          no_notice->records->len));
  self->why = g_strdup (_ ("The last day to give notice is the end of the contract less its notice "
                           "period. A contract that renews itself, and of which that day has "
                           "passed, is counted with its next end."));
  say_contracts (self, n_soon, n_year);
}
