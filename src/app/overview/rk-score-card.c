/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-score-card.h"

#include "rk-card-menu.h"
#include "rk-card.h"
#include "rk-format.h"
#include "rk-line-chart.h"
#include "rk-score-bar.h"
#include "rk-steady-bin.h"
#include "rk-survey-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_POINTS 6
#define MAX_THEMES 8
#define CHART_HEIGHT 130

static gboolean
is_provisional (const RkSurveyRow *row)
{
  return g_strcmp0 (row->status, "submitted") != 0;
}

static char *
describe (const RkSurveyRow *row)
{
  /* Translators: how many questions of how many have an answer */
  g_autofree char *progress =
      g_strdup_printf (ngettext ("%u of %u question", "%u of %u questions", row->total),
                       row->answered, row->total);

  if (row->band_label == NULL)
    return g_steal_pointer (&progress);
  return g_strdup_printf ("%s · %s", row->band_label, progress);
}

static void
append_sentence (GtkBox *box, const char *text)
{
  gtk_box_append (box, g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                     "css-classes", (const char *[]){ "rk-caption", NULL }, NULL));
}

/* Two years are better told in a sentence than drawn. */
static void
append_difference (GtkBox *box, const RkSurveyRow *earlier, const RkSurveyRow *now)
{
  g_autofree char *before = rk_format_score (earlier->index);
  g_autofree char *change =
      rk_format_difference (rk_round_half_up (now->index, 1) - rk_round_half_up (earlier->index, 1),
                            1);
  /* Translators: a year, the score of then, the difference with now: "2025: 46,9 (+6,2)" */
  g_autofree char *text = g_strdup_printf (_ ("In %s it was %s; the difference is %s."),
                                              earlier->period, before, change);

  append_sentence (box, text);
}

/* Each theme as a bar: what the index is made of, as long as there is no line to draw. */
static void
append_themes (GtkBox *box, const RkSurveyRow *row)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", 6, NULL);

  for (guint i = 0; i < MIN (row->themes->len, MAX_THEMES); i++)
    {
      const RkThemeFigure *theme = g_ptr_array_index (row->themes, i);
      GtkWidget *bar = rk_score_bar_new (FALSE, 1);
      GtkWidget *label =
          g_object_new (GTK_TYPE_LABEL, "label", theme->name, "xalign", 0.0, "hexpand", TRUE,
                        "ellipsize", PANGO_ELLIPSIZE_END, "tooltip-text", theme->name, NULL);

      rk_score_bar_set_score (RK_SCORE_BAR (bar), theme->score);
      gtk_widget_add_css_class (label, "rk-caption");
      gtk_grid_attach (GTK_GRID (grid), label, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), bar, 1, (int) i, 1, 1);
    }
  gtk_box_append (box, grid);
  if (row->themes->len > MAX_THEMES)
    {
      guint more = row->themes->len - MAX_THEMES;
      g_autofree char *sentence = g_strdup_printf (
          /* Translators: below the first themes of a measurement on its card. */
          ngettext ("And %u other theme.", "And %u other themes.", more), more);

      append_sentence (box, sentence);
    }
}

static void
add_to_summary (GString *summary, const RkSurveyRow *row)
{
  g_autofree char *score = rk_format_score (row->index);

  g_string_append_printf (summary, "%s%s: %s", summary->len > 0 ? "; " : "", row->period, score);
}

static void
append_chart (GtkBox *box, GPtrArray *rows)
{
  RkLinePoint points[MAX_POINTS];
  guint first = rows->len > MAX_POINTS ? rows->len - MAX_POINTS : 0;
  g_autoptr (GString) summary = g_string_new (NULL);
  GtkWidget *chart;

  for (guint i = first; i < rows->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (rows, i);
      points[i - first] = (RkLinePoint){ .label = row->period,
                                         .value = row->index,
                                         .provisional = is_provisional (row) };
      add_to_summary (summary, row);
    }
  chart = GTK_WIDGET (rk_line_chart_new (points, rows->len - first));
  rk_plot_set_summary (RK_PLOT (chart), summary->str);
  gtk_widget_set_vexpand (chart, TRUE);
  gtk_widget_set_size_request (chart, -1, CHART_HEIGHT);
  gtk_box_append (box, chart);
}

static void
fill_history (GtkBox *box, GPtrArray *rows)
{
  const RkSurveyRow *now = g_ptr_array_index (rows, rows->len - 1);

  if (rows->len >= 3)
    {
      append_chart (box, rows);
      return;
    }
  if (rows->len == 2)
    append_difference (box, g_ptr_array_index (rows, 0), now);
  append_themes (box, now);
  if (rows->len == 1)
    append_sentence (box, _ ("Next year you see here how the score changes."));
}

/* --- the card --------------------------------------------------------------------------------- */

/* "Regie-index 2026"; a form that does not name its index lends its own title. */
static char *
dup_title (const RkSurveyRow *row)
{
  if (row->index_label == NULL)
    return rk_survey_words_title (row);
  return g_strstrip (g_strdup_printf ("%s %s", row->index_label, row->period));
}

/* @format: with the title and the figure; both are needed to tell the cards apart. */
G_GNUC_PRINTF (4, 5)
static void
aim_button (GtkBuilder *builder, const char *button_id, const char *survey, const char *format, ...)
{
  GObject *button = gtk_builder_get_object (builder, button_id);
  g_autofree char *label = NULL;
  va_list args;

  va_start (args, format);
  label = g_strdup_vprintf (format, args);
  va_end (args);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", survey);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
name_card (RkCard *card, const char *title, const char *figure, gboolean provisional)
{
  /* Translators: the name of a card for a screen reader: title and score */
  g_autofree char *name = g_strdup_printf (provisional ? _ ("%s %s out of 100, provisional")
                                                       : _ ("%s %s out of 100"), title, figure);

  rk_card_set_label (card, name);
}

GtkWidget *
rk_score_card_new (GPtrArray *rows)
{
  g_autoptr (GtkBuilder) builder = NULL;
  const RkSurveyRow *row = g_ptr_array_index (rows, rows->len - 1);
  g_autofree char *survey = rk_survey_words_title (row);
  g_autofree char *title = dup_title (row);
  g_autofree char *figure = rk_format_score (row->index);
  g_autofree char *caption = describe (row);
  GtkWidget *card;

  g_type_ensure (RK_TYPE_CARD);
  g_type_ensure (RK_TYPE_STEADY_BIN);
  builder =
      gtk_builder_new_from_resource ("/io/github/regiekamer/Regiekamer/overview/rk-score-card.ui");
  card = GTK_WIDGET (gtk_builder_get_object (builder, "card"));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "title")), title);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "survey")), survey);
  gtk_widget_set_visible (GTK_WIDGET (gtk_builder_get_object (builder, "survey")),
                          !g_str_equal (survey, title));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "figure")), figure);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "caption")), caption);
  gtk_widget_set_visible (GTK_WIDGET (gtk_builder_get_object (builder, "provisional")),
                          is_provisional (row));
  /* Translators: what a button does for a screen reader: title, then score */
  aim_button (builder, "figure_button", row->id, _ ("Show how %s came to %s"), title, figure);
  /* Translators: the title of a survey, then its score */
  aim_button (builder, "results_button", row->id,
              _ ("Look at the results of %s, %s"), title, figure);
  fill_history (GTK_BOX (gtk_builder_get_object (builder, "history")), rows);
  rk_card_menu_fill (card, GTK_MENU_BUTTON (gtk_builder_get_object (builder, "menu")), row->form_id,
                     title);
  name_card (RK_CARD (card), title, figure, is_provisional (row));
  return g_object_ref_sink (card);
}
