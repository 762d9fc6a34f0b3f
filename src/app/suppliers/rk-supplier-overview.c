/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-supplier-overview.h"

#include "rk-analysis.h"
#include "rk-contracts-of.h"
#include "rk-format.h"
#include "rk-hhi.h"
#include "rk-refresh.h"
#include "rk-share-bar.h"
#include "rk-why.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Suppliers that are named in the bar. */
#define LARGEST 5

#define RK_TYPE_SUPPLIER_OVERVIEW (rk_supplier_overview_get_type ())
G_DECLARE_FINAL_TYPE (RkSupplierOverview, rk_supplier_overview, RK, SUPPLIER_OVERVIEW, AdwBin)

struct _RkSupplierOverview
{
  AdwBin parent_instance;
  RkStore *store;
  char *supplier;
  GtkLabel *figures, *concentration;
  RkPlot *bar;
  RkWhy *why;
  RkLinkCard *applications, *contracts;
};

G_DEFINE_FINAL_TYPE (RkSupplierOverview, rk_supplier_overview, ADW_TYPE_BIN)

/* "8 applications, 10 % of all; € 120.000 per year, 14 % of the known cost; mean control 42." */
static char *
dup_figures (const RkAnalysis *analysis, const RkAnalysisRow *row)
{
  g_autofree char *share = NULL, *cost = NULL, *cost_share = NULL, *regie = NULL;
  guint n;

  if (row == NULL)
    return g_strdup (_ ("No application of this supplier is in use."));
  n = (guint) rk_analysis_row_get_number (analysis, row, "applications");
  share = rk_analysis_format_number (RK_VALUE_PERCENT,
                                     rk_analysis_row_get_number (analysis, row, "share"));
  cost = rk_analysis_format_number (RK_VALUE_MONEY,
                                    rk_analysis_row_get_number (analysis, row, "cost"));
  cost_share = rk_analysis_format_number (RK_VALUE_PERCENT,
                                          rk_analysis_row_get_number (analysis, row, "cost_share"));
  regie = rk_analysis_format_number (RK_VALUE_SCORE,
                                     rk_analysis_row_get_number (analysis, row, "regie"));
  return g_strdup_printf (
      /* Translators: a number, a percentage, an amount, a percentage, a score */
      ngettext ("%u application in use (%s of all). Yearly cost: %s (%s of what is known). "
                "Mean control: %s.",
                "%u applications in use (%s of all). Yearly cost: %s (%s of what is known). "
                "Mean control: %s.",
                n),
      n, share, cost, cost_share, regie);
}

static void
fill_concentration (RkSupplierOverview *self, const RkAnalysis *analysis)
{
  const RkAnalysisFigure *figure = rk_analysis_find_figure (analysis, "hhi_applications");
  double hhi = figure != NULL ? figure->value : NAN;
  g_autofree char *index = rk_format_number (hhi, 0);
  g_autofree char *text = NULL;

  if (isnan (hhi))
    text = g_strdup (_ ("Fill in the supplier of applications to see how concentrated they are."));
  else
    /* Translators: an index from 0 to 10,000, then "low", "moderate" or "high" */
    text = g_strdup_printf (_ ("Concentration over all suppliers: %s, %s."), index,
                               rk_hhi_get_band_label (rk_hhi_find_band (hhi)));
  gtk_label_set_label (self->concentration, text);
  rk_why_set_formula (self->why, analysis->why);
}

/* The largest, the supplier itself, and all others together. */
static void
fill_bar (RkSupplierOverview *self, const RkAnalysis *analysis)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (double));
  double others = 0;
  guint n_others = 0;
  int own = -1;

  for (guint i = 0; i < analysis->rows->len; i++)
    {
      const RkAnalysisRow *row = g_ptr_array_index (analysis->rows, i);
      double share = rk_analysis_row_get_number (analysis, row, "share");

      if (g_str_equal (row->key, self->supplier))
        own = (int) names->len;
      else if (names->len >= LARGEST)
        {
          others += share;
          n_others++;
          continue;
        }
      g_ptr_array_add (names, g_strdup (row->label));
      g_array_append_val (shares, share);
    }
  if (n_others > 0)
    {
      /* Translators: how many other suppliers there are */
      g_ptr_array_add (names, g_strdup_printf (_ ("Others (%u)"), n_others));
      g_array_append_val (shares, others);
    }
  g_ptr_array_add (names, NULL);
  rk_share_bar_set (self->bar, (const char *const *) names->pdata, (const double *) shares->data,
                    shares->len, own);
  rk_plot_set_summary (self->bar, gtk_label_get_label (self->concentration));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), shares->len > 1);
}

static void
fill_applications (RkSupplierOverview *self, RkLandscape *landscape)
{
  rk_link_card_clear (self->applications);
  for (guint i = 0; i < landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (landscape->applications, i);

      if (application->supplier != NULL && g_str_equal (application->supplier->id, self->supplier))
        rk_link_card_add (self->applications, application->name, application->domain,
                          rk_lifecycle_get_label (application->status), FALSE, "application",
                          application->id);
    }
}

static void
fill_contracts (RkSupplierOverview *self, RkLandscape *landscape)
{
  rk_link_card_clear (self->contracts);
  for (guint i = 0; i < landscape->contracts->len; i++)
    {
      const RkLandContract *contract = g_ptr_array_index (landscape->contracts, i);

      if (contract->supplier != NULL && g_str_equal (contract->supplier->id, self->supplier))
        rk_link_card_add_contract (self->contracts, contract, landscape->date);
    }
}

static void
refresh (GtkWidget *widget)
{
  RkSupplierOverview *self = RK_SUPPLIER_OVERVIEW (widget);
  g_autoptr (RkAnalysisInput) input = rk_analysis_input_load (self->store, NULL, NULL);
  g_autoptr (RkAnalysis) analysis = input != NULL ? rk_analysis_run ("suppliers", input) : NULL;
  g_autofree char *figures = NULL;

  if (analysis == NULL)
    return;
  figures = dup_figures (analysis, rk_analysis_find_row (analysis, self->supplier));
  gtk_label_set_label (self->figures, figures);
  fill_concentration (self, analysis);
  fill_bar (self, analysis);
  fill_applications (self, input->landscape);
  fill_contracts (self, input->landscape);
}

static void
dispose (GObject *object)
{
  RkSupplierOverview *self = RK_SUPPLIER_OVERVIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->supplier, g_free);
  G_OBJECT_CLASS (rk_supplier_overview_parent_class)->dispose (object);
}

static void
rk_supplier_overview_class_init (RkSupplierOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static GtkLabel *
add_label (GtkWidget *box, const char *class_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_dependence (RkSupplierOverview *self)
{
  GtkWidget *card = rk_card_new ();

  rk_card_set_label (RK_CARD (card), _ ("How much you depend on it"));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (card), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (card), 12);
  gtk_label_set_label (add_label (card, "heading"), _ ("How much you depend on it"));
  self->figures = add_label (card, NULL);
  self->bar = rk_share_bar_new ();
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->bar));
  self->concentration = add_label (card, "rk-secondary");
  self->why = rk_why_new (_ ("What does the index say?"));
  gtk_widget_set_halign (GTK_WIDGET (self->why), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->why));
  return card;
}

static void
rk_supplier_overview_init (RkSupplierOverview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_box_append (GTK_BOX (box), make_dependence (self));
  self->applications = RK_LINK_CARD (
      rk_link_card_new (_ ("Applications"), _ ("No application mentions this supplier.")));
  self->contracts =
      RK_LINK_CARD (rk_link_card_new (_ ("Contracts"), _ ("No contract mentions this supplier.")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->applications));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->contracts));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
rk_supplier_overview_new (RkStore *store, const char *supplier)
{
  RkSupplierOverview *self = g_object_new (RK_TYPE_SUPPLIER_OVERVIEW, NULL);

  self->store = g_object_ref (store);
  self->supplier = g_strdup (supplier);
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return GTK_WIDGET (self);
}
