/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-results-cards.h"

#include "rk-card.h"
#include "rk-format.h"
#include "rk-line-chart.h"
#include "rk-radar-chart.h"
#include "rk-results-words.h"
#include "rk-survey-list.h"
#include "rk-theme-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define MAX_BARS 20
#define MAX_GAINS 4
#define MIN_LINE_POINTS 3

static GtkWidget *
make_card (RkChart *chart, const char *label)
{
  GtkWidget *card = rk_card_new ();

  rk_card_set_label (RK_CARD (card), label);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (chart));
  return card;
}

RkChart *
rk_card_get_chart (GtkWidget *card)
{
  GtkWidget *child = gtk_widget_get_first_child (card);

  return RK_IS_CHART (child) ? RK_CHART (child) : NULL;
}

/* --- themes ---------------------------------------------------------------------------------- */

/* Theme · a column per series · coverage in words. */
static RkDataTable *
make_theme_table (RkComparison *comparison, gboolean coverage)
{
  RkResults *own = rk_comparison_get_own (comparison);
  GPtrArray *themes = rk_results_get_themes (own);
  RkDataTable *table = rk_data_table_new (_ ("Score per theme"));
  guint n = rk_comparison_get_n_series (comparison);

  rk_data_table_add_column (table, _ ("Theme"), RK_COLUMN_TEXT);
  for (guint s = 0; s < n; s++)
    rk_data_table_add_column (table, n > 1 ? rk_comparison_get_short_label (comparison, s)
                                           : _ ("Score"), RK_COLUMN_NUMBER);
  if (coverage)
    rk_data_table_add_column (table, _ ("Counts"), RK_COLUMN_TEXT);
  for (guint i = 0; i < themes->len; i++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, i);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (theme->label));
      for (guint s = 0; s < n; s++)
        g_ptr_array_add (cells, rk_format_score (rk_comparison_get_score (comparison, s, theme)));
      g_ptr_array_add (cells, rk_words_coverage (theme));
      rk_data_table_add_row (table, (const char *const *) cells->pdata);
      rk_data_table_set_row_action (table, i, "results.theme", g_variant_new_string (theme->id));
    }
  return table;
}

static const char **
collect_labels (RkComparison *comparison)
{
  guint n = rk_comparison_get_n_series (comparison);
  const char **labels = g_new0 (const char *, n + 1);

  for (guint s = 0; s < n; s++)
    labels[s] = rk_comparison_get_label (comparison, s);
  return labels;
}

static void
fill_values (RkComparison *comparison, const RkTheme *theme, double values[RK_MAX_SERIES])
{
  for (guint s = 0; s < RK_MAX_SERIES; s++)
    values[s] = s < rk_comparison_get_n_series (comparison)
                    ? rk_comparison_get_score (comparison, s, theme)
                    : NAN;
}

static gboolean
has_unknown (GPtrArray *themes)
{
  for (guint i = 0; i < themes->len; i++)
    if (isnan (((RkTheme *) g_ptr_array_index (themes, i))->score))
      return TRUE;
  return FALSE;
}

static void
add_legend (RkChart *chart, RkComparison *comparison, RkSign own, RkSign earlier)
{
  GPtrArray *themes = rk_results_get_themes (rk_comparison_get_own (comparison));

  for (guint s = 0; s < rk_comparison_get_n_series (comparison); s++)
    rk_chart_add_legend (chart, s == 0 ? own : earlier, s, rk_comparison_get_label (comparison, s));
  if (has_unknown (themes))
    rk_chart_add_legend (chart, RK_SIGN_UNKNOWN, 0, _ ("Not enough data"));
}

GtkWidget *
rk_themes_card_new (RkComparison *comparison, GtkWidget *compare_button, RkThemeBars **drawn)
{
  GPtrArray *themes = rk_results_get_themes (rk_comparison_get_own (comparison));
  RkChart *chart = rk_chart_new (_ ("Score per theme"));
  g_autofree const char **labels = collect_labels (comparison);
  g_autofree char *sentence = rk_words_extremes (themes);
  RkThemeBars *bars = rk_theme_bars_new (labels, rk_comparison_get_n_series (comparison));

  for (guint i = 0; i < themes->len; i++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, i);
      g_autofree char *coverage = rk_words_coverage (theme);
      RkThemeBar bar = { theme->short_label, coverage, { NAN }, "results.theme", theme->id };

      fill_values (comparison, theme, bar.values);
      rk_theme_bars_add (bars, &bar);
    }
  rk_chart_set_drawing (chart, GTK_WIDGET (bars), NULL);
  rk_chart_set_table (chart, make_theme_table (comparison, TRUE));
  rk_chart_set_as_table (chart, themes->len > MAX_BARS);
  rk_chart_set_sentence (chart, sentence);
  add_legend (chart, comparison, RK_SIGN_BAR, RK_SIGN_POINT);
  if (compare_button != NULL)
    rk_chart_set_button (chart, compare_button);
  *drawn = bars;
  return make_card (chart, _ ("Score per theme"));
}

static void
profile_activated_cb (GtkWidget *plot, guint mark, GPtrArray *themes)
{
  const RkTheme *theme = g_ptr_array_index (themes, mark);

  gtk_widget_activate_action (plot, "results.theme", "s", theme->id);
}

GtkWidget *
rk_profile_card_new (RkComparison *comparison)
{
  RkResults *own = rk_comparison_get_own (comparison);
  GPtrArray *themes = rk_results_get_themes (own);
  RkRadarAxis axes[RK_RADAR_MAX_AXES];
  g_autofree const char **labels = collect_labels (comparison);
  g_autofree char *title = NULL;
  g_autofree char *extremes = rk_words_extremes (themes);
  g_autofree char *sentence = NULL;
  RkChart *chart;
  RkPlot *plot;

  if (themes->len < RK_RADAR_MIN_AXES || themes->len > RK_RADAR_MAX_AXES)
    return NULL;
  for (guint i = 0; i < themes->len; i++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, i);

      axes[i].label = theme->short_label;
      fill_values (comparison, theme, axes[i].values);
    }
  title =
      g_strdup_printf (ngettext ("Profile over %u theme", "Profile over %u themes", themes->len),
                       themes->len);
  sentence = g_strdup_printf ("%s%s%s", extremes, *extremes != '\0' ? " " : "",
                              _ ("Scale from 0 to 100."));
  plot = rk_radar_chart_new (axes, themes->len, labels, rk_comparison_get_n_series (comparison));
  g_signal_connect_data (plot, "mark-activated", G_CALLBACK (profile_activated_cb),
                         g_ptr_array_ref (themes),
                         (GClosureNotify) (void (*) (void)) g_ptr_array_unref, 0);
  chart = rk_chart_new (title);
  rk_chart_set_drawing (chart, GTK_WIDGET (plot), plot);
  rk_chart_set_table (chart, make_theme_table (comparison, FALSE));
  rk_chart_set_sentence (chart, sentence);
  add_legend (chart, comparison, RK_SIGN_LINE, RK_SIGN_LINE);
  return make_card (chart, title);
}

/* --- what would raise it --------------------------------------------------------------------- */

static GtkWidget *
make_gain_row (RkComparison *comparison, const RkScoredQuestion *question)
{
  const char *response = rk_response_get_id (rk_comparison_get_response (comparison));
  g_autofree char *caption = rk_words_gain_caption (question);
  g_autofree char *gain = rk_format_difference (question->gain, 1);
  g_autofree char *tooltip = NULL;
  GtkWidget *row = adw_action_row_new (), *number = gtk_label_new (gain);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 *question->raises != '\0' ? question->raises : question->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), caption);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  /* Translators: %s is a number of points, "+3,8". */
  tooltip = g_strdup_printf (_ ("Show the question: %s for the index"), gain);
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_widget_add_css_class (number, "rk-gain");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-question");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", response, question->id);
  g_clear_pointer (&tooltip, g_free);
  tooltip =
      g_strdup_printf ("%s, %s. %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                       gain, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  /* else the title is read once more after it */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  return row;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "heading");
  return label;
}

GtkWidget *
rk_gains_card_new (RkComparison *comparison)
{
  g_autoptr (GPtrArray) gains =
      rk_results_list_gains (rk_comparison_get_own (comparison), MAX_GAINS);
  const char *title = _ ("What can raise the index most");
  GtkWidget *card, *list;

  if (gains->len == 0)
    return NULL;
  card = rk_card_new ();
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "rk-table");
  gtk_widget_add_css_class (list, "rk-gains");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < gains->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         make_gain_row (comparison, g_ptr_array_index (gains, i)));
  rk_card_set_label (RK_CARD (card), title);
  gtk_box_set_spacing (GTK_BOX (card), 6);
  gtk_box_append (GTK_BOX (card), make_heading (title));
  gtk_box_append (GTK_BOX (card), list);
  return card;
}

/* --- evolution ------------------------------------------------------------------------------- */

/* A year opens its own results; @ids: of the responses, as the points. */
static void
year_activated_cb (GtkWidget *plot, guint mark, GStrv ids)
{
  if (mark < g_strv_length (ids))
    gtk_widget_activate_action (plot, "win.results", "s", ids[mark]);
}

GtkWidget *
rk_evolution_card_new (RkComparison *comparison)
{
  GPtrArray *earlier = rk_comparison_get_earlier (comparison);
  RkResponse *response = rk_comparison_get_response (comparison);
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (RkLinePoint));
  const char *index = rk_results_get_label (rk_comparison_get_own (comparison));
  RkLinePoint own = { rk_comparison_get_period (comparison),
                      rk_comparison_get_index (comparison, 0),
                      !rk_response_is_submitted (response) };
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *title = NULL;
  RkDataTable *table;
  RkChart *chart;
  RkPlot *plot;

  if (earlier->len + 1 < MIN_LINE_POINTS)
    return NULL;
  for (guint i = MIN (earlier->len, 6); i > 0; i--)
    {
      const RkSurveyRow *row = g_ptr_array_index (earlier, i - 1);
      RkLinePoint point = { row->period != NULL ? row->period : "", row->index, FALSE };

      g_strv_builder_add (ids, row->id);
      g_array_append_val (points, point);
    }
  g_array_append_val (points, own);
  /* Translators: %s is the name of an index, "Control index". */
  title = g_strdup_printf (_ ("%s through the years"), index);
  table = rk_data_table_new (title);
  rk_data_table_add_column (table, _ ("Year"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, index, RK_COLUMN_NUMBER);
  for (guint i = 0; i < points->len; i++)
    {
      const RkLinePoint *point = &g_array_index (points, RkLinePoint, i);
      g_autofree char *score = rk_format_score (point->value);

      rk_data_table_add_row (table, (const char *const[]){ point->label, score });
    }
  chart = rk_chart_new (title);
  plot = rk_line_chart_new ((const RkLinePoint *) (void *) points->data, points->len);
  rk_chart_set_drawing (chart, GTK_WIDGET (plot), plot);
  rk_chart_set_table (chart, table);
  rk_plot_set_summary (plot, title);
  g_signal_connect_data (plot, "mark-activated", G_CALLBACK (year_activated_cb),
                         g_strv_builder_end (ids), (GClosureNotify) (void (*) (void)) g_strfreev,
                         0);
  return make_card (chart, title);
}

/* --- indicators ------------------------------------------------------------------------------ */

static RkDataTable *
make_indicator_table (RkComparison *comparison, const char *group)
{
  GPtrArray *indicators = rk_results_get_indicators (rk_comparison_get_own (comparison));
  RkDataTable *table = rk_data_table_new (*group != '\0' ? group : _ ("Indicators"));

  rk_data_table_add_column (table, *group != '\0' ? group : _ ("Indicator"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("Value"), RK_COLUMN_NUMBER);
  for (guint i = 0; i < indicators->len; i++)
    {
      const RkIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autofree char *value = rk_indicator_dup_text (indicator);
      g_autofree char *why = g_strconcat (RK_WHY_INDICATOR, indicator->id, NULL);

      if (g_str_equal (indicator->group, group))
        rk_data_table_set_row_action (table,
                                      rk_data_table_add_row (table,
                                                             (const char *const[]){
                                                                 indicator->label, value }),
                                      "results.theme", g_variant_new_string (why));
    }
  return table;
}

GtkWidget *
rk_indicators_card_new (RkComparison *comparison)
{
  GPtrArray *indicators = rk_results_get_indicators (rk_comparison_get_own (comparison));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *card;

  if (indicators->len == 0)
    return NULL;
  card = rk_card_new ();
  rk_card_set_label (RK_CARD (card), _ ("Indicators"));
  gtk_box_set_spacing (GTK_BOX (card), 12);
  gtk_box_append (GTK_BOX (card), make_heading (_ ("Indicators")));
  for (guint i = 0; i < indicators->len; i++)
    {
      const RkIndicator *indicator = g_ptr_array_index (indicators, i);

      if (g_hash_table_add (seen, indicator->group))
        gtk_box_append (GTK_BOX (card),
                        GTK_WIDGET (make_indicator_table (comparison, indicator->group)));
    }
  return card;
}
