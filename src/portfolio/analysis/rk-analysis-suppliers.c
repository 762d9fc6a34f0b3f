/* SPDX-License-Identifier: EUPL-1.2 */
/* On whom the administration depends: the shares of suppliers, over everything and per domain. */
#include "config.h"
#include "rk-analysis-private.h"
#include "rk-format.h"
#include "rk-hhi.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define CRITICAL 3    /* high or vital */
#define JUDGED_FROM 3 /* applications in a domain: with fewer, every domain is concentrated */

typedef enum
{
  BY_COST,
  BY_NUMBER,
  BY_CRITICAL,
  N_MEASURES
} Measure;

typedef struct
{
  const RkLandSupplier *supplier;
  double amounts[N_MEASURES];
  double regie; /* sum */
  guint n_regie;
  GPtrArray *applications;
} Portion;

/* The suppliers of some of the applications. */
typedef struct
{
  const char *domain;
  GPtrArray *portions; /* of Portion */
  GHashTable *by_supplier;
  guint n_active;
  guint n_cost; /* with a known cost */
} Group;

static void
free_portion (gpointer data)
{
  Portion *portion = data;

  g_ptr_array_unref (portion->applications);
  g_free (portion);
}

static void
free_group (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->portions);
  g_hash_table_unref (group->by_supplier);
  g_free (group);
}

static Group *
make_group (const char *domain)
{
  Group *group = g_new0 (Group, 1);

  group->domain = domain;
  group->portions = g_ptr_array_new_with_free_func (free_portion);
  group->by_supplier = g_hash_table_new (NULL, NULL);
  return group;
}

static void
count_application (Group *group, const RkLandApplication *application)
{
  Portion *portion;

  group->n_active++;
  group->n_cost += !isnan (application->annual_cost);
  if (application->supplier == NULL)
    return;
  portion = g_hash_table_lookup (group->by_supplier, application->supplier);
  if (portion == NULL)
    {
      portion = g_new0 (Portion, 1);
      portion->supplier = application->supplier;
      portion->applications = g_ptr_array_new ();
      g_ptr_array_add (group->portions, portion);
      g_hash_table_insert (group->by_supplier, (gpointer) application->supplier, portion);
    }
  if (!isnan (application->annual_cost))
    portion->amounts[BY_COST] += application->annual_cost;
  portion->amounts[BY_NUMBER]++;
  portion->amounts[BY_CRITICAL] += application->criticality >= CRITICAL;
  if (!isnan (application->regie))
    {
      portion->regie += application->regie;
      portion->n_regie++;
    }
  g_ptr_array_add (portion->applications, (gpointer) application);
}

/* (transfer full) */
static double *
list_amounts (const Group *group, Measure measure)
{
  double *amounts = g_new0 (double, group->portions->len + 1);

  for (guint i = 0; i < group->portions->len; i++)
    amounts[i] = ((Portion *) g_ptr_array_index (group->portions, i))->amounts[measure];
  return amounts;
}

static double
find_hhi (const Group *group, Measure measure)
{
  g_autofree double *amounts = list_amounts (group, measure);

  return rk_hhi (amounts, group->portions->len);
}

static double
find_top (const Group *group, Measure measure, guint k)
{
  g_autofree double *amounts = list_amounts (group, measure);

  return rk_top_share (amounts, group->portions->len, k);
}

static double
find_sum (const Group *group, Measure measure)
{
  double sum = 0;

  for (guint i = 0; i < group->portions->len; i++)
    sum += ((Portion *) g_ptr_array_index (group->portions, i))->amounts[measure];
  return sum;
}

static void
add_supplier_row (RkAnalysis *self, const Group *group, const Portion *portion)
{
  double cost = find_sum (group, BY_COST);
  RkAnalysisRow *row =
      rk_analysis_add_row (self, "supplier", portion->supplier->id, portion->supplier->name);
  guint n_cost = 0;

  for (guint i = 0; i < portion->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (portion->applications, i);

      n_cost += !isnan (application->annual_cost);
      rk_analysis_row_add_record (row, "application", application->id);
    }
  rk_analysis_row_add_number (row, portion->amounts[BY_NUMBER]);
  rk_analysis_row_add_number (row, 100 * portion->amounts[BY_NUMBER] / find_sum (group, BY_NUMBER));
  rk_analysis_row_add_number (row, n_cost > 0 ? portion->amounts[BY_COST] : NAN);
  rk_analysis_row_add_number (row, n_cost > 0 && cost > 0 ? 100 * portion->amounts[BY_COST] / cost
                                                          : NAN);
  rk_analysis_row_add_number (row, portion->amounts[BY_CRITICAL]);
  rk_analysis_row_add_number (row, portion->n_regie > 0 ? portion->regie / portion->n_regie : NAN);
}

static void
add_unknowns (RkAnalysis *self, RkAnalysisInput *input)
{
  RkAnalysisUnknown *no_supplier = rk_analysis_unknown_new ("supplier", "application");
  RkAnalysisUnknown *no_cost = rk_analysis_unknown_new ("cost", "application");
  RkAnalysisUnknown *no_criticality = rk_analysis_unknown_new ("criticality", "application");

  for (guint i = 0; i < input->landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (input->landscape->applications, i);

      if (!rk_lifecycle_is_active (application->status))
        continue;
      if (application->supplier == NULL)
        rk_analysis_unknown_add (no_supplier, application->id);
      if (isnan (application->annual_cost))
        rk_analysis_unknown_add (no_cost, application->id);
      if (application->criticality < 1)
        rk_analysis_unknown_add (no_criticality, application->id);
    }
  rk_analysis_add_unknown (self, no_supplier,
                           g_strdup_printf (ngettext ("%u application has no supplier.",
                                                      "%u applications have no supplier.",
                                                      no_supplier->records->len),
                                            no_supplier->records->len));
  rk_analysis_add_unknown (self, no_cost,
                           g_strdup_printf (ngettext ("The cost of %u application is unknown.",
                                                      "The cost of %u applications is unknown.",
                                                      no_cost->records->len),
                                            no_cost->records->len));
  rk_analysis_add_unknown (
      self, no_criticality,
      g_strdup_printf (ngettext ("The criticality of %u application is unknown.",
                                 "The criticality of %u applications is unknown.",
                                 no_criticality->records->len),
                       no_criticality->records->len));
}

static void
say_suppliers (RkAnalysis *self, const Group *group)
{
  const RkAnalysisRow *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
  double hhi = find_hhi (group, BY_NUMBER);
  g_autofree char *share = NULL, *index = NULL, *top = NULL;

  if (row == NULL)
    {
      self->enough = FALSE;
      rk_analysis_take_sentence (self, g_strdup (_ ("Fill in the supplier of applications to see this.")));
      return;
    }
  share = rk_format_percent (rk_analysis_row_get_number (self, row, "share"), 0);
  top = rk_format_percent (find_top (group, BY_NUMBER, 3), 0);
  index = rk_format_number (hhi, 0);
  rk_analysis_take_sentence (
      self,
      g_strdup_printf (
          /* Translators: a supplier; two percentages; an index; "highly concentrated". */
          _ ("“%s” has %s of the applications in use, the three largest %s. The index is %s: %s."),
             row->label, share, top, index, rk_hhi_get_band_label (rk_hhi_find_band (hhi))));
}

static void
explain (RkAnalysis *self)
{
  self->why = g_strdup (
      _ ("The index adds up the squares of the shares of all suppliers, in percent: 10,000 when "
         "there is only one. Below 1,500 is low, above 2,500 high; these limits come from the law "
         "on competition. Only applications that are in use or phasing out count."));
}

void
rk_analysis_compute_suppliers (RkAnalysis *self, RkAnalysisInput *input)
{
  Group *group = make_group (NULL);

  rk_analysis_add_column (self, "applications", _ ("Applications"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "share", _ ("Share of the applications"), RK_VALUE_PERCENT);
  rk_analysis_add_column (self, "cost", _ ("Yearly cost"), RK_VALUE_MONEY);
  rk_analysis_add_column (self, "cost_share", _ ("Share of the cost"), RK_VALUE_PERCENT);
  rk_analysis_add_column (self, "critical", _ ("Critical applications"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "regie", _ ("Mean control"), RK_VALUE_SCORE);
  for (guint i = 0; i < input->landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (input->landscape->applications, i);

      if (rk_lifecycle_is_active (application->status))
        count_application (group, application);
    }
  for (guint i = 0; i < group->portions->len; i++)
    add_supplier_row (self, group, g_ptr_array_index (group->portions, i));
  rk_analysis_sort_rows (self, "applications");
  rk_analysis_add_figure (self, "hhi_applications",
                          _ ("Concentration by number"), RK_VALUE_INDEX,
                             find_hhi (group, BY_NUMBER));
  rk_analysis_add_figure (self, "hhi_cost",
                          _ ("Concentration by cost"), RK_VALUE_INDEX, find_hhi (group, BY_COST));
  rk_analysis_add_figure (self, "hhi_critical",
                          _ ("Concentration of critical applications"), RK_VALUE_INDEX,
                             find_hhi (group, BY_CRITICAL));
  rk_analysis_add_figure (self, "top3",
                          _ ("Share of the three largest"), RK_VALUE_PERCENT,
                             find_top (group, BY_NUMBER, 3));
  rk_analysis_add_figure (self, "top3_cost",
                          _ ("Share of the three largest in the cost"), RK_VALUE_PERCENT,
                             find_top (group, BY_COST, 3));
  rk_analysis_add_figure (self, "cost_known",
                          _ ("Applications of which the cost is known"), RK_VALUE_PERCENT,
                             group->n_active > 0 ? 100.0 * group->n_cost / group->n_active : NAN);
  add_unknowns (self, input);
  explain (self);
  say_suppliers (self, group);
  free_group (group);
}

/* --- per domain ------------------------------------------------------------------------------ */

static const Portion *
find_largest (const Group *group)
{
  const Portion *largest = NULL;

  for (guint i = 0; i < group->portions->len; i++)
    {
      const Portion *portion = g_ptr_array_index (group->portions, i);

      if (largest == NULL || portion->amounts[BY_NUMBER] > largest->amounts[BY_NUMBER])
        largest = portion;
    }
  return largest;
}

static void
add_domain_row (RkAnalysis *self, const Group *group)
{
  const Portion *largest = find_largest (group);
  RkAnalysisRow *row = rk_analysis_add_row (self, "domain", group->domain, group->domain);
  double hhi = find_hhi (group, BY_NUMBER);

  rk_analysis_row_add_number (row, hhi);
  rk_analysis_row_add_text (row, rk_hhi_get_band_label (rk_hhi_find_band (hhi)));
  rk_analysis_row_add_text (row, largest != NULL ? largest->supplier->name : NULL);
  rk_analysis_row_add_number (row, find_top (group, BY_NUMBER, 1));
  rk_analysis_row_add_number (row, find_top (group, BY_NUMBER, 3));
  rk_analysis_row_add_number (row, find_hhi (group, BY_COST));
  rk_analysis_row_add_number (row, group->portions->len);
  rk_analysis_row_add_number (row, group->n_active);
  for (guint i = 0; i < group->portions->len; i++)
    {
      const Portion *portion = g_ptr_array_index (group->portions, i);

      for (guint j = 0; j < portion->applications->len; j++)
        rk_analysis_row_add_record (
            row, "application",
            ((RkLandApplication *) g_ptr_array_index (portion->applications, j))->id);
    }
}

static void
say_domains (RkAnalysis *self, guint n_high, guint n_judged)
{
  self->enough = n_judged > 0;
  if (self->rows->len == 0)
    rk_analysis_take_sentence (
        self, g_strdup (_ ("Fill in the domain and the supplier of applications to see this.")));
  else if (n_judged == 0)
    rk_analysis_take_sentence (
        self, g_strdup (_ ("No domain has three applications or more, so that concentration says "
                           "little.")));
  else
    rk_analysis_take_sentence (
        self, g_strdup_printf (
                  /* Translators: numbers of domains. */
                  ngettext ("Of %2$u domains with three applications or more, %1$u is highly "
                            "concentrated.",
                            "Of %2$u domains with three applications or more, %1$u are highly "
                            "concentrated.",
                            n_high),
                  n_high, n_judged));
}

void
rk_analysis_compute_supplier_domains (RkAnalysis *self, RkAnalysisInput *input)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_group);
  RkAnalysisUnknown *no_domain = rk_analysis_unknown_new ("domain", "application");
  guint n_high = 0, n_judged = 0;

  rk_analysis_add_column (self, "hhi", _ ("Concentration by number"), RK_VALUE_INDEX);
  rk_analysis_add_column (self, "band", _ ("In words"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "largest", _ ("Largest supplier"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "share", _ ("Its share"), RK_VALUE_PERCENT);
  rk_analysis_add_column (self, "top3", _ ("Share of the three largest"), RK_VALUE_PERCENT);
  rk_analysis_add_column (self, "hhi_cost", _ ("Concentration by cost"), RK_VALUE_INDEX);
  rk_analysis_add_column (self, "suppliers", _ ("Suppliers"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "applications", _ ("Applications"), RK_VALUE_COUNT);
  for (guint i = 0; i < input->landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (input->landscape->applications, i);
      Group *group;

      if (!rk_lifecycle_is_active (application->status))
        continue;
      if (application->domain == NULL)
        {
          rk_analysis_unknown_add (no_domain, application->id);
          continue;
        }
      group = g_hash_table_lookup (groups, application->domain);
      if (group == NULL)
        {
          group = make_group (application->domain);
          g_ptr_array_add (list, group);
          g_hash_table_insert (groups, (gpointer) application->domain, group);
        }
      count_application (group, application);
    }
  for (guint i = 0; i < list->len; i++)
    {
      Group *group = g_ptr_array_index (list, i);

      add_domain_row (self, group);
      if (find_sum (group, BY_NUMBER) < JUDGED_FROM)
        continue;
      n_judged++;
      n_high += rk_hhi_find_band (find_hhi (group, BY_NUMBER)) == 2;
    }
  rk_analysis_sort_rows (self, "hhi");
  rk_analysis_add_figure (self, "high",
                          _ ("Highly concentrated domains"), RK_VALUE_COUNT,
                             n_judged > 0 ? n_high : NAN);
  rk_analysis_add_figure (self, "judged",
                          _ ("Domains with three applications or more"), RK_VALUE_COUNT, n_judged);
  rk_analysis_add_figure (self, "domains", _ ("Domains"), RK_VALUE_COUNT, list->len);
  rk_analysis_add_unknown (self, no_domain,
                           g_strdup_printf (ngettext ("%u application has no domain.",
                                                      "%u applications have no domain.",
                                                      no_domain->records->len),
                                            no_domain->records->len));
  add_unknowns (self, input);
  explain (self);
  say_domains (self, n_high, n_judged);
}
