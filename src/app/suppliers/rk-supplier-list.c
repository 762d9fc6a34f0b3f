/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-supplier-list.h"

#include "rk-figure-table.h"
#include "rk-format.h"
#include "rk-portfolio-kinds.h"

#include <glib/gi18n.h>
#include <math.h>

/* --- words of a contract --------------------------------------------------------------------- */

static const char *
get_period (const char *period)
{
  const RkKind *kind = &rk_kind_contract;
  const RkEnumValue *value = kind->fields[rk_kind_find_field (kind, "cost_period")].values;

  for (; period != NULL && value->value != NULL; value++)
    if (g_str_equal (value->value, period))
      return _ (value->label);
  return NULL;
}

char *
rk_contract_dup_cost (const RkLandContract *contract)
{
  const char *period = get_period (contract->cost_period);
  g_autofree char *amount = NULL;

  if (isnan (contract->cost))
    return g_strdup (_ ("unknown"));
  amount = rk_format_money (contract->cost, RK_FORMAT_TABLE);
  return period != NULL ? g_strdup_printf ("%s %s", amount, period) : g_steal_pointer (&amount);
}

char *
rk_contract_dup_end (const RkLandContract *contract)
{
  return contract->term.end != NULL ? rk_format_date (contract->term.end, RK_FORMAT_TABLE)
                                    : g_strdup (_ ("unknown"));
}

char *
rk_contract_dup_renewal (const RkLandContract *contract)
{
  g_autofree char *date = NULL;

  if (contract->term.ended)
    return g_strdup (_ ("ended"));
  if (contract->term.renewals > 0 && contract->term.end != NULL)
    {
      date = rk_format_date (contract->term.end, RK_FORMAT_TABLE);
      return g_strdup_printf (_ ("renewed until %s"), date);
    }
  return g_strdup (contract->tacit == 1 ? _ ("tacit") : "");
}

char *
rk_contract_dup_applications (const RkLandContract *contract)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < contract->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (contract->applications, i);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", application->name);
    }
  return g_string_free (text, FALSE);
}

/* --- sort keys ------------------------------------------------------------------------------- */

/* 20270731; unknown is NAN, which comes last. */
static double
get_date_key (const char *date)
{
  int year, month, day;

  if (date == NULL || sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return NAN;
  return year * 10000.0 + month * 100 + day;
}

/* What it costs in a year; once is once. */
static double
get_yearly_cost (const RkLandContract *contract)
{
  if (g_strcmp0 (contract->cost_period, "month") == 0)
    return contract->cost * 12;
  if (g_strcmp0 (contract->cost_period, "quarter") == 0)
    return contract->cost * 4;
  return contract->cost;
}

/* --- suppliers ------------------------------------------------------------------------------- */

enum
{
  SUPPLIER_NAME,
  SUPPLIER_APPLICATIONS,
  SUPPLIER_COST,
  SUPPLIER_SHARE,
  SUPPLIER_END,
  SUPPLIER_REGIE,
  N_SUPPLIER_COLUMNS
};

static void
open_supplier_cb (GtkWidget *list, const char *id)
{
  gtk_widget_activate_action (list, "win.show-record", "(ss)", "supplier", id);
}

GtkWidget *
rk_supplier_list_new (void)
{
  GtkWidget *list = rk_figure_table_new (_ ("Supplier"), _ ("Suppliers"));
  RkFigureTable *table = RK_FIGURE_TABLE (list);

  rk_figure_table_add_column (table, _ ("Supplier"), RK_COLUMN_TEXT, 0, 0);
  rk_figure_table_add_column (table, _ ("Applications"), RK_COLUMN_NUMBER, 116, 4);
  rk_figure_table_add_column (table, _ ("Yearly cost"), RK_COLUMN_NUMBER, 124, 3);
  rk_figure_table_add_column (table, _ ("Share of the cost"), RK_COLUMN_NUMBER, 144, 1);
  rk_figure_table_add_column (table, _ ("First end"), RK_COLUMN_NUMBER, 116, 0);
  rk_figure_table_add_column (table, _ ("Mean control"), RK_COLUMN_NUMBER, 136, 2);
  g_signal_connect (list, "opened", G_CALLBACK (open_supplier_cb), NULL);
  return list;
}

/* The first end of what still runs: (nullable). */
static const char *
find_first_end (RkLandscape *landscape, const RkLandSupplier *supplier)
{
  const char *first = NULL;

  for (guint i = 0; i < landscape->contracts->len; i++)
    {
      const RkLandContract *contract = g_ptr_array_index (landscape->contracts, i);

      if (contract->supplier == supplier && !contract->term.ended && contract->term.end != NULL &&
          (first == NULL || strcmp (contract->term.end, first) < 0))
        first = contract->term.end;
    }
  return first;
}

/* What is unknown says so; a supplier of which nothing is used has nothing. */
static char *
dup_figure (const RkAnalysis *analysis, const RkAnalysisRow *row, const char *column,
            RkValueType type, double *key)
{
  *key = row != NULL ? rk_analysis_row_get_number (analysis, row, column) : NAN;
  if (row == NULL)
    return g_strdup ("–");
  return rk_analysis_format_number (type, *key);
}

static void
add_supplier (RkFigureTable *table, RkAnalysisInput *input, const RkAnalysis *analysis,
              const RkLandSupplier *supplier)
{
  const RkAnalysisRow *row = rk_analysis_find_row (analysis, supplier->id);
  const char *end = find_first_end (input->landscape, supplier);
  double keys[N_SUPPLIER_COLUMNS] = { 0 };
  g_autofree char *applications =
      row != NULL
          ? dup_figure (analysis, row, "applications", RK_VALUE_COUNT, &keys[SUPPLIER_APPLICATIONS])
          : g_strdup ("0");
  g_autofree char *cost = dup_figure (analysis, row, "cost", RK_VALUE_MONEY, &keys[SUPPLIER_COST]);
  g_autofree char *share =
      dup_figure (analysis, row, "cost_share", RK_VALUE_PERCENT, &keys[SUPPLIER_SHARE]);
  g_autofree char *first = end != NULL ? rk_format_date (end, RK_FORMAT_TABLE) : g_strdup ("–");
  g_autofree char *regie =
      dup_figure (analysis, row, "regie", RK_VALUE_SCORE, &keys[SUPPLIER_REGIE]);
  const char *cells[N_SUPPLIER_COLUMNS + 1] = { supplier->name, applications, cost,
                                                share,          first,        regie };

  keys[SUPPLIER_END] = get_date_key (end);
  rk_figure_table_add_row (table, supplier->id, cells, keys);
}

void
rk_supplier_list_fill (GtkWidget *list, RkAnalysisInput *input)
{
  RkFigureTable *table = RK_FIGURE_TABLE (list);
  g_autoptr (RkAnalysis) analysis = rk_analysis_run ("suppliers", input);

  rk_figure_table_begin (table);
  for (guint i = 0; i < input->landscape->suppliers->len; i++)
    add_supplier (table, input, analysis, g_ptr_array_index (input->landscape->suppliers, i));
  rk_figure_table_end (table);
}

/* --- contracts ------------------------------------------------------------------------------- */

enum
{
  CONTRACT_NAME,
  CONTRACT_SUPPLIER,
  CONTRACT_APPLICATIONS,
  CONTRACT_END,
  CONTRACT_NOTICE,
  CONTRACT_RENEWAL,
  CONTRACT_COST,
  N_CONTRACT_COLUMNS
};

static void
open_contract_cb (GtkWidget *list, const char *id)
{
  gtk_widget_activate_action (list, "win.show-record", "(ss)", "contract", id);
}

GtkWidget *
rk_contract_list_new (void)
{
  GtkWidget *list = rk_figure_table_new (_ ("Contract"), _ ("Contracts"));
  RkFigureTable *table = RK_FIGURE_TABLE (list);

  rk_figure_table_add_column (table, _ ("Contract"), RK_COLUMN_TEXT, 0, 0);
  rk_figure_table_add_column (table, _ ("Supplier"), RK_COLUMN_TEXT, 130, 4);
  rk_figure_table_add_column (table, _ ("Applications"), RK_COLUMN_TEXT, 140, 1);
  rk_figure_table_add_column (table, _ ("End"), RK_COLUMN_NUMBER, 104, 0);
  rk_figure_table_add_column (table, _ ("Notice until"), RK_COLUMN_NUMBER, 116, 5);
  rk_figure_table_add_column (table, _ ("Renewal"), RK_COLUMN_TEXT, 190, 2);
  rk_figure_table_add_column (table, _ ("Cost"), RK_COLUMN_NUMBER, 164, 3);
  rk_figure_table_add_filter (table, CONTRACT_SUPPLIER, _ ("Supplier: all"));
  g_signal_connect (list, "opened", G_CALLBACK (open_contract_cb), NULL);
  return list;
}

static void
add_contract (RkFigureTable *table, const RkLandContract *contract)
{
  g_autofree char *applications = rk_contract_dup_applications (contract);
  g_autofree char *end = rk_contract_dup_end (contract);
  g_autofree char *notice = contract->term.notice != NULL
                                ? rk_format_date (contract->term.notice, RK_FORMAT_TABLE)
                                : g_strdup ("–");
  g_autofree char *renewal = rk_contract_dup_renewal (contract);
  g_autofree char *cost = rk_contract_dup_cost (contract);
  const char *cells[N_CONTRACT_COLUMNS + 1] = { contract->name,
                                                contract->supplier != NULL
                                                    ? contract->supplier->name
                                                    : "",
                                                applications,
                                                end,
                                                notice,
                                                renewal,
                                                cost };
  double keys[N_CONTRACT_COLUMNS] = { 0 };

  keys[CONTRACT_END] = get_date_key (contract->term.end);
  keys[CONTRACT_NOTICE] = get_date_key (contract->term.notice);
  keys[CONTRACT_COST] = get_yearly_cost (contract);
  rk_figure_table_add_row (table, contract->id, cells, keys);
}

void
rk_contract_list_fill (GtkWidget *list, RkLandscape *landscape)
{
  RkFigureTable *table = RK_FIGURE_TABLE (list);

  rk_figure_table_begin (table);
  for (guint i = 0; i < landscape->contracts->len; i++)
    add_contract (table, g_ptr_array_index (landscape->contracts, i));
  rk_figure_table_end (table);
}
