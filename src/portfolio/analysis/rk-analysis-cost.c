/* SPDX-License-Identifier: EUPL-1.2 */
/* The yearly cost, divided over components by the weights of the places, and so over domains. */
#include "config.h"
#include "rk-analysis-private.h"
#include "rk-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is spent on one component or domain. */
typedef struct
{
  const char *key; /* "" for no place */
  const char *label;
  const char *domain;
  double cost;
  GPtrArray *applications; /* of RkLandApplication, each once */
} Share;

typedef struct
{
  GPtrArray *shares; /* of Share */
  GHashTable *by_key;
  gboolean by_domain;
  double total;
  guint n_known;
} Split;

static void
free_share (gpointer data)
{
  Share *share = data;

  g_ptr_array_unref (share->applications);
  g_free (share);
}

static void
add_share (Split *split, const char *key, const char *label, const char *domain,
           const RkLandApplication *application, double cost)
{
  Share *share = g_hash_table_lookup (split->by_key, key);

  if (share == NULL)
    {
      share = g_new0 (Share, 1);
      share->key = key;
      share->label = label;
      share->domain = domain;
      share->applications = g_ptr_array_new ();
      g_ptr_array_add (split->shares, share);
      g_hash_table_insert (split->by_key, (gpointer) key, share);
    }
  share->cost += cost;
  if (!g_ptr_array_find (share->applications, application, NULL))
    g_ptr_array_add (share->applications, (gpointer) application);
}

static void
add_fit_share (Split *split, RkAnalysisInput *input, const RkLandFit *fit, double cost)
{
  const RkScopeComponent *component = g_hash_table_lookup (input->scope_by_key, fit->component);
  const char *domain = component != NULL ? component->domain : NULL;

  if (domain == NULL)
    domain = fit->application->domain;
  if (split->by_domain)
    add_share (split, domain != NULL ? domain : "", domain, domain, fit->application, cost);
  else
    add_share (split, fit->component, rk_analysis_input_get_component_name (input, fit->component),
               domain, fit->application, cost);
}

/* By weight; when all weights are 0, equally. */
static void
split_cost (Split *split, RkAnalysisInput *input, const RkLandApplication *application)
{
  double weights = 0;
  guint n = 0;

  for (guint i = 0; i < application->fits->len; i++)
    {
      const RkLandFit *fit = g_ptr_array_index (application->fits, i);

      if (rk_lifecycle_is_active (fit->status))
        {
          weights += fit->weight;
          n++;
        }
    }
  if (n == 0)
    add_share (split, split->by_domain && application->domain != NULL ? application->domain : "",
               split->by_domain ? application->domain : NULL, application->domain, application,
               application->annual_cost);
  for (guint i = 0; n > 0 && i < application->fits->len; i++)
    {
      const RkLandFit *fit = g_ptr_array_index (application->fits, i);

      if (rk_lifecycle_is_active (fit->status))
        add_fit_share (split, input, fit,
                       application->annual_cost * (weights > 0 ? fit->weight / weights : 1.0 / n));
    }
}

static void
add_share_row (RkAnalysis *self, RkAnalysisInput *input, const Split *split, const Share *share)
{
  const char *label =
      share->label != NULL ? share->label : split->by_domain ? _ ("No domain") : _ ("No component");
  RkAnalysisRow *row =
      rk_analysis_add_row (self, split->by_domain ? "domain" : "component", share->key, label);

  if (!split->by_domain)
    rk_analysis_row_add_text (row, share->domain);
  rk_analysis_row_add_number (row, share->cost);
  rk_analysis_row_add_number (row, split->total > 0 ? 100 * share->cost / split->total : NAN);
  rk_analysis_row_add_number (row, share->cost / input->inhabitants);
  rk_analysis_row_add_number (row, share->applications->len);
  for (guint i = 0; i < share->applications->len; i++)
    rk_analysis_row_add_record (
        row, "application", ((RkLandApplication *) g_ptr_array_index (share->applications, i))->id);
}

static void
say_cost (RkAnalysis *self, RkAnalysisInput *input, const Split *split)
{
  const RkAnalysisRow *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
  g_autofree char *total = rk_format_money (rk_round_half_up (split->total, 0), RK_FORMAT_SENTENCE);
  g_autofree char *share = NULL, *each = NULL;

  if (split->n_known == 0)
    {
      self->enough = FALSE;
      rk_analysis_take_sentence (self,
                                 g_strdup (
                                     _ ("Fill in the yearly cost of applications to see this.")));
      return;
    }
  share =
      rk_format_percent (row != NULL ? rk_analysis_row_get_number (self, row, "share") : NAN, 0);
  each =
      rk_format_money (rk_round_half_up (split->total / input->inhabitants, 2), RK_FORMAT_SENTENCE);
  if (row != NULL && isnan (input->inhabitants))
    /* Translators: an amount; a name; a percentage. */
    rk_analysis_take_sentence (self, g_strdup_printf (_ ("%s a year; most goes to “%s” (%s)."),
                                                         total, row->label, share));
  else if (row != NULL)
    rk_analysis_take_sentence (self,
                               /* Translators: an amount; an amount; a name; a percentage. */
                               g_strdup_printf (_ ("%s a year, %s for each inhabitant; most goes to “%s” (%s)."),
                                   total, each, row->label, share));
}

static void
add_cost_figures (RkAnalysis *self, RkAnalysisInput *input, const Split *split, guint n_active)
{
  double total = split->n_known > 0 ? split->total : NAN;

  rk_analysis_add_figure (self, "total", _ ("Yearly cost, as far as known"), RK_VALUE_MONEY, total);
  rk_analysis_add_figure (self, "per_inhabitant",
                          _ ("For each inhabitant"), RK_VALUE_MONEY, total / input->inhabitants);
  rk_analysis_add_figure (self, "known",
                          _ ("Applications of which the cost is known"), RK_VALUE_PERCENT,
                             n_active > 0 ? 100.0 * split->n_known / n_active : NAN);
}

static void
compute (RkAnalysis *self, RkAnalysisInput *input, gboolean by_domain)
{
  g_autoptr (GPtrArray) shares = g_ptr_array_new_with_free_func (free_share);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  Split split = { shares, by_key, by_domain, 0, 0 };
  RkAnalysisUnknown *no_cost = rk_analysis_unknown_new ("cost", "application");
  RkAnalysisUnknown *no_status = rk_analysis_unknown_new ("status", "application");
  guint n_active = 0;

  for (guint i = 0; i < input->landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (input->landscape->applications, i);

      if (application->status == RK_LIFECYCLE_UNKNOWN && !isnan (application->annual_cost))
        rk_analysis_unknown_add (no_status, application->id);
      if (!rk_lifecycle_is_active (application->status))
        continue;
      n_active++;
      if (isnan (application->annual_cost))
        {
          rk_analysis_unknown_add (no_cost, application->id);
          continue;
        }
      split.n_known++;
      split.total += application->annual_cost;
      split_cost (&split, input, application);
    }
  if (!by_domain)
    rk_analysis_add_column (self, "domain", _ ("Domain"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "cost", _ ("Yearly cost"), RK_VALUE_MONEY);
  rk_analysis_add_column (self, "share", _ ("Share"), RK_VALUE_PERCENT);
  rk_analysis_add_column (self, "per_inhabitant", _ ("For each inhabitant"), RK_VALUE_MONEY);
  rk_analysis_add_column (self, "applications", _ ("Applications"), RK_VALUE_COUNT);
  for (guint i = 0; i < shares->len; i++)
    add_share_row (self, input, &split, g_ptr_array_index (shares, i));
  rk_analysis_sort_rows (self, "cost");
  add_cost_figures (self, input, &split, n_active);
  rk_analysis_add_unknown (self, no_cost,
                           g_strdup_printf (ngettext ("The cost of %u application is unknown.",
                                                      "The cost of %u applications is unknown.",
                                                      no_cost->records->len),
                                            no_cost->records->len));
  rk_analysis_add_unknown (
      self, no_status,
      g_strdup_printf (ngettext ("%u application with a cost has no status, and is not counted.",
                                 "%u applications with a cost have no status, and are not counted.",
                                 no_status->records->len),
                       no_status->records->len));
  self->why = g_strdup (_ ("The yearly cost of applications that are in use or phasing out. An "
                           "application on more than one component is divided by the weights of "
                           "its places, or equally."));
  say_cost (self, input, &split);
}

void
rk_analysis_compute_cost (RkAnalysis *self, RkAnalysisInput *input)
{
  compute (self, input, TRUE);
}

void
rk_analysis_compute_component_cost (RkAnalysis *self, RkAnalysisInput *input)
{
  compute (self, input, FALSE);
}
