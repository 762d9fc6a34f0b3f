/* SPDX-License-Identifier: EUPL-1.2 */
/* The card of the index: the number, its band, what changed, and the scale. */
#include "config.h"
#include "rk-results-cards.h"

#include "rk-band-scale.h"
#include "rk-card.h"
#include "rk-format.h"
#include "rk-results-words.h"
#include "rk-survey-list.h"
#include "rk-why.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *
get_band_name (RkResults *own)
{
  int band = rk_results_find_band (own, rk_results_get_index (own));

  return band < 0 ? NULL : ((RkBand *) g_ptr_array_index (rk_results_get_bands (own), band))->label;
}

/* --- words ----------------------------------------------------------------------------------- */

static char *
describe_shortage (RkResults *own)
{
  guint scored, needed;

  rk_results_get_theme_counts (own, &scored, &needed);
  /* Translators: the number of themes with a score, and the number needed. */
  return g_strdup_printf (ngettext ("Not enough data: %u theme has a score, %u needed",
                                    "Not enough data: %u themes have a score, %u needed", scored),
                          scored, needed);
}

/* "+6,2 compared with 2025", of the scores as they are shown. */
static char *
describe_change (RkComparison *comparison)
{
  g_autofree char *difference = NULL;
  double now = rk_comparison_get_index (comparison, 0), before;

  if (rk_comparison_get_n_series (comparison) < 2)
    return rk_comparison_get_earlier (comparison)->len == 0
        ? g_strdup (_ ("Next year you see your evolution here."))
        : g_strdup ("");
  before = rk_comparison_get_index (comparison, 1);
  if (isnan (now) || isnan (before))
    return g_strdup ("");
  difference = rk_format_difference (rk_round_half_up (now, 1) - rk_round_half_up (before, 1), 1);
  /* Translators: a difference, "+6,2", and a year. */
  return g_strdup_printf (_ ("%s compared with %s"), difference,
                             rk_comparison_get_short_label (comparison, 1));
}

static char *
describe_index (RkComparison *comparison)
{
  RkResults *own = rk_comparison_get_own (comparison);
  g_autofree char *score = rk_format_score (rk_results_get_index (own));
  g_autoptr (GString) text = g_string_new (NULL);
  const char *band = get_band_name (own);

  /* Translators: the name of an index and its value, "Control index 53,1 out of 100". */
  g_string_append_printf (text, _ ("%s %s out of 100"), rk_results_get_label (own), score);
  if (band != NULL)
    g_string_append_printf (text, ", %s", band);
  if (!rk_response_is_submitted (rk_comparison_get_response (comparison)))
    g_string_append_printf (text, ", %s", _ ("provisional"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- parts ----------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The number itself opens too, for the pointer; the keyboard has the link above it. */
static GtkWidget *
make_number (const char *score, gboolean known, GtkWidget *why)
{
  GtkWidget *button = gtk_button_new_with_label (score);

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, _ ("Why this score?"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, known ? "rk-index" : "title-2");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (rk_why_popup), why);
  return button;
}

static GtkWidget *
make_lead (RkComparison *comparison, GtkWidget *why)
{
  RkResults *own = rk_comparison_get_own (comparison);
  double index = rk_results_get_index (own);
  g_autofree char *score = rk_format_score (index);
  g_autofree char *change = isnan (index) ? describe_shortage (own) : describe_change (comparison);
  const char *band = get_band_name (own);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *pill;

  gtk_box_append (GTK_BOX (box), make_number (score, !isnan (index), why));
  if (band != NULL)
    gtk_box_append (GTK_BOX (words), make_label (band, "heading"));
  if (*change != '\0')
    {
      GtkWidget *caption = make_label (change, "caption");

      gtk_widget_add_css_class (caption, "rk-secondary");
      gtk_box_append (GTK_BOX (words), caption);
    }
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  if (!rk_response_is_submitted (rk_comparison_get_response (comparison)))
    {
      pill = make_label (_ ("provisional"), "rk-pill");
      gtk_widget_add_css_class (pill, "info");
      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), pill);
    }
  return box;
}

static RkPlot *
make_scale (RkComparison *comparison)
{
  RkResults *own = rk_comparison_get_own (comparison);
  GPtrArray *bands = rk_results_get_bands (own);
  g_autofree RkScaleBand *pieces = g_new0 (RkScaleBand, bands->len);

  for (guint i = 0; i < bands->len; i++)
    {
      const RkBand *band = g_ptr_array_index (bands, i);

      pieces[i].from = band->from;
      pieces[i].label = band->label;
    }
  return rk_band_scale_new (pieces, bands->len, 100, rk_results_get_index (own),
                            !rk_response_is_submitted (rk_comparison_get_response (comparison)));
}

static RkDataTable *
make_table (RkComparison *comparison)
{
  RkResults *own = rk_comparison_get_own (comparison);
  GPtrArray *bands = rk_results_get_bands (own);
  RkDataTable *table = rk_data_table_new (rk_results_get_label (own));

  rk_data_table_add_column (table, rk_results_get_label (own), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("Score"), RK_COLUMN_NUMBER);
  for (guint s = 0; s < rk_comparison_get_n_series (comparison); s++)
    {
      g_autofree char *score = rk_format_score (rk_comparison_get_index (comparison, s));

      rk_data_table_add_row (table, (const char *const[]){ rk_comparison_get_label (comparison, s),
                                                           score });
    }
  for (guint i = 0; i < bands->len; i++)
    {
      const RkBand *band = g_ptr_array_index (bands, i);
      double end = i + 1 < bands->len ? ((RkBand *) g_ptr_array_index (bands, i + 1))->from : 100;
      g_autofree char *name = g_strdup_printf ("%u. %s", i + 1, band->label);
      g_autofree char *range = rk_format_range (band->from, end, -1);

      rk_data_table_add_row (table, (const char *const[]){ name, range });
    }
  return table;
}

static GtkWidget *
make_why (RkComparison *comparison)
{
  RkResults *own = rk_comparison_get_own (comparison);
  GPtrArray *themes = rk_results_get_themes (own);
  RkWhy *why = rk_why_new (_ ("Why this score?"));
  g_autofree char *shortage = NULL;

  rk_why_set_formula (why, _ ("The index is the weighted mean of the themes that have a score: "
                              "each score times the weight of its theme, divided by the sum of "
                              "the weights."));
  for (guint i = 0; i < themes->len; i++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, i);
      g_autofree char *score = rk_format_score (theme->score);
      g_autofree char *weight = rk_words_weight (theme->weight);
      /* Translators: a weight in a mean, and a score: "0,25 × 46,3". */
      g_autofree char *value = g_strdup_printf (_ ("%s × %s"), weight, score);

      rk_why_add_input (why, theme->label, value, "results.theme",
                        g_variant_new_string (theme->id));
    }
  shortage = isnan (rk_results_get_index (own)) ? describe_shortage (own) : g_strdup ("");
  rk_why_set_missing (why, shortage);
  return GTK_WIDGET (why);
}

GtkWidget *
rk_index_card_new (RkComparison *comparison)
{
  RkChart *chart = rk_chart_new (rk_results_get_label (rk_comparison_get_own (comparison)));
  g_autofree char *summary = describe_index (comparison);
  RkPlot *plot = make_scale (comparison);
  GtkWidget *card = rk_card_new (), *why = make_why (comparison);

  g_signal_connect_swapped (plot, "mark-activated", G_CALLBACK (rk_why_popup), why);
  rk_plot_set_summary (plot, summary);
  rk_card_set_label (RK_CARD (card), summary);
  rk_chart_set_button (chart, why);
  rk_chart_set_lead (chart, make_lead (comparison, why));
  rk_chart_set_drawing (chart, GTK_WIDGET (plot), plot);
  rk_chart_set_table (chart, make_table (comparison));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (chart));
  return card;
}
