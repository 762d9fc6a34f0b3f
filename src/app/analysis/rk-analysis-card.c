/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-analysis-card.h"

#include "rk-analysis-drawing.h"
#include "rk-card.h"
#include "rk-chart.h"
#include "rk-ink.h"
#include "rk-why.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_ROWS 8
#define MAX_FIGURES 4

gboolean
rk_analysis_card_is_shown (const char *name)
{
  return rk_drawing_find (name) != NULL;
}

char *
rk_analysis_location (const char *name, const char *rest)
{
  return rest != NULL ? g_strdup_printf ("analysis-rows:%s/%s", name, rest)
                      : g_strdup_printf ("analysis-rows:%s", name);
}

GtkWidget *
rk_analysis_link_new (const char *label, const char *location)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *text =
      g_object_new (GTK_TYPE_LABEL, "label", label, "wrap", TRUE, "xalign", 0.0, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);

  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rk-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-location");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", location);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

/* --- figures --------------------------------------------------------------------------------- */

/* A number and its words, as one link to what made it. */
static GtkWidget *
make_figure (const RkAnalysis *analysis, const RkAnalysisFigure *figure, gboolean big,
             GtkSizeGroup *heights)
{
  g_autofree char *value = rk_analysis_format_number (figure->type, figure->value);
  g_autofree char *location = rk_analysis_location (analysis->name, NULL);
  /* Translators: the name of a figure, and its value. */
  g_autofree char *tooltip = g_strdup_printf (_ ("Show what made “%s: %s”"), figure->label, value);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number =
      g_object_new (GTK_TYPE_LABEL, "label", value, "xalign", 0.0, "yalign", 1.0, NULL);
  GtkWidget *words =
      g_object_new (GTK_TYPE_LABEL, "label", figure->label, "xalign", 0.0, "wrap", TRUE,
                    "max-width-chars", 24, "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, NULL);

  gtk_widget_add_css_class (number, big ? "rk-analysis-figure" : "rk-analysis-number");
  gtk_widget_add_css_class (words, "rk-caption");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_size_group_add_widget (heights, number);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rk-figure-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-location");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", location);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  return button;
}

static GtkWidget *
make_figures (const RkAnalysis *analysis)
{
  GtkWidget *box = rk_wrap_box_new ();
  /* the numbers stand on one line, whatever the lines of the words below them */
  g_autoptr (GtkSizeGroup) heights = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  for (guint i = 0; i < MIN (analysis->figures->len, MAX_FIGURES); i++)
    rk_wrap_box_append (RK_WRAP_BOX (box),
                        make_figure (analysis, g_ptr_array_index (analysis->figures, i), i == 0,
                                     heights));
  return box;
}

/* --- the table beside the drawing ------------------------------------------------------------- */

static RkDataTable *
make_table (const RkDrawing *drawing, const RkAnalysis *analysis)
{
  RkDataTable *table = rk_data_table_new (analysis->question);
  int columns[G_N_ELEMENTS (drawing->table)];
  guint n = 0;

  rk_data_table_add_column (table, _ ("Name"), RK_COLUMN_TEXT);
  for (; drawing->table[n] != NULL; n++)
    {
      const RkAnalysisColumn *column;

      columns[n] = rk_analysis_find_column (analysis, drawing->table[n]);
      column = g_ptr_array_index (analysis->columns, columns[n]);
      rk_data_table_add_column (table, column->label,
                                column->type == RK_VALUE_TEXT ? RK_COLUMN_TEXT : RK_COLUMN_NUMBER);
    }
  for (guint i = 0; i < MIN (analysis->rows->len, MAX_ROWS); i++)
    {
      const RkAnalysisRow *row = g_ptr_array_index (analysis->rows, i);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *location = rk_analysis_location (analysis->name, row->key);

      g_ptr_array_add (cells, g_strdup (row->label));
      for (guint j = 0; j < n; j++)
        g_ptr_array_add (cells,
                         rk_analysis_format (((RkAnalysisColumn *)
                                                  g_ptr_array_index (analysis->columns, columns[j]))
                                                 ->type,
                                             &g_array_index (row->values, RkAnalysisValue,
                                                             columns[j])));
      rk_data_table_add_row (table, (const char *const *) cells->pdata);
      rk_data_table_set_row_action (table, i, "win.open-location", g_variant_new_string (location));
    }
  return table;
}

static void
mark_activated_cb (RkPlot *plot, guint mark, GPtrArray *locations)
{
  if (mark < locations->len)
    gtk_widget_activate_action (GTK_WIDGET (plot), "win.open-location", "s",
                                g_ptr_array_index (locations, mark));
}

/* What is unknown is hatched in bars, the last of all, and must be in the legend then. */
static gboolean
draws_unknown (const RkDrawing *drawing, const RkAnalysis *analysis)
{
  for (guint i = 0; i < analysis->rows->len; i++)
    {
      const RkAnalysisRow *row = g_ptr_array_index (analysis->rows, i);

      if (drawing->type == RK_DRAWING_GROUPS &&
          rk_drawing_count_bars (drawing, analysis) <= RK_DRAWING_MAX_BARS &&
          rk_analysis_row_get_text (analysis, row, drawing->column) == NULL)
        return TRUE;
      if (drawing->type == RK_DRAWING_BARS && i < MAX_ROWS &&
          isnan (rk_analysis_row_get_number (analysis, row, drawing->column)))
        return TRUE;
    }
  return FALSE;
}

/* What a bar is, and that there are more than are drawn. */
static void
add_legend (RkChart *chart, const RkDrawing *drawing, const RkAnalysis *analysis)
{
  const RkAnalysisColumn *column =
      g_ptr_array_index (analysis->columns, rk_analysis_find_column (analysis, drawing->column));
  const char *words = drawing->legend != NULL ? _ (drawing->legend) : column->label;
  guint n = rk_drawing_count_bars (drawing, analysis);
  g_autofree char *part = NULL;

  if (n > RK_DRAWING_MAX_BARS && drawing->type != RK_DRAWING_COLUMNS)
    /* Translators: what a chart shows; how many bars it has, of how many */
    part = g_strdup_printf (_ ("%s: the first %u of %u"), words, RK_DRAWING_MAX_BARS, n);
  if (drawing->type == RK_DRAWING_BARS || drawing->type == RK_DRAWING_GROUPS ||
      drawing->type == RK_DRAWING_COLUMNS)
    rk_chart_add_legend (chart, RK_SIGN_BAR, 0, part != NULL ? part : words);
  if (draws_unknown (drawing, analysis))
    rk_chart_add_legend (chart, RK_SIGN_UNKNOWN, 0, _ ("Unknown"));
}

/* What the parts of the bar are, each a link with its count. */
static GtkWidget *
make_band_links (RkPlot *plot, GPtrArray *locations, const RkAnalysis *analysis)
{
  static const char *const names[] = { "locked_in", "dependent", "shared", "in_control" };
  GtkWidget *box = rk_wrap_box_new ();
  guint known = 0;

  for (guint i = 0; i < locations->len; i++)
    {
      guint n = i < G_N_ELEMENTS (names)
                    ? (guint) rk_analysis_find_figure (analysis, names[i])->value
                    : analysis->rows->len - known;
      g_autofree char *label =
          i < G_N_ELEMENTS (names)
              ? g_strdup_printf ("%u · %s: %u", i + 1, rk_regie_get_band_label ((int) i), n)
              : g_strdup_printf ("? · %s: %u", rk_regie_get_band_label (-1), n);

      known += i < G_N_ELEMENTS (names) ? n : 0;
      rk_wrap_box_append (RK_WRAP_BOX (box),
                          rk_analysis_link_new (label, g_ptr_array_index (locations, i)));
    }
  return box;
}

static void
add_drawing (RkChart *chart, const RkDrawing *drawing, const RkAnalysis *analysis)
{
  GPtrArray *locations = g_ptr_array_new_with_free_func (g_free);
  RkPlot *plot = rk_drawing_make (drawing, analysis, locations);
  GtkWidget *box;

  if (plot == NULL)
    {
      g_ptr_array_unref (locations);
      rk_chart_set_as_table (chart, TRUE);
      return;
    }
  g_signal_connect_data (plot, "mark-activated", G_CALLBACK (mark_activated_cb), locations,
                         (GClosureNotify) (void (*) (void)) g_ptr_array_unref, 0);
  if (drawing->type == RK_DRAWING_BANDS)
    {
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (plot));
      gtk_box_append (GTK_BOX (box), make_band_links (plot, locations, analysis));
      rk_chart_set_drawing (chart, box, plot);
    }
  else
    {
      rk_chart_set_drawing (chart, GTK_WIDGET (plot), plot);
      add_legend (chart, drawing, analysis);
    }
}

/* --- below the drawing ------------------------------------------------------------------------ */

static void
add_links (GtkWidget *card, const RkDrawing *drawing, const RkAnalysis *analysis)
{
  GtkWidget *box = rk_wrap_box_new ();
  RkWhy *why = rk_why_new (_ ("Why?"));
  g_autofree char *all = NULL;
  g_autofree char *location = rk_analysis_location (analysis->name, NULL);

  rk_why_set_formula (why, analysis->why);
  rk_wrap_box_append (RK_WRAP_BOX (box), GTK_WIDGET (why));
  if (analysis->rows->len > 0)
    {
      all = g_strdup_printf (ngettext ("Show the row", "Show all %u rows", analysis->rows->len),
                             analysis->rows->len);
      rk_wrap_box_append (RK_WRAP_BOX (box), rk_analysis_link_new (all, location));
    }
  if (drawing->other != NULL)
    {
      g_autofree char *other = rk_analysis_location (drawing->other, NULL);

      rk_wrap_box_append (RK_WRAP_BOX (box),
                          rk_analysis_link_new (_ (drawing->other_label), other));
    }
  if (g_str_equal (analysis->name, "principles"))
    rk_wrap_box_append (RK_WRAP_BOX (box),
                        rk_analysis_link_new (_ (drawing->remedy), drawing->remedy_location));
  gtk_box_append (GTK_BOX (card), box);
}

static void
add_unknowns (GtkWidget *card, const RkAnalysis *analysis)
{
  GtkWidget *box;

  if (analysis->unknowns->len == 0)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < analysis->unknowns->len; i++)
    {
      const RkAnalysisUnknown *unknown = g_ptr_array_index (analysis->unknowns, i);
      g_autofree char *rest = g_strconcat ("?", unknown->name, NULL);
      g_autofree char *location = rk_analysis_location (analysis->name, rest);
      GtkWidget *link = rk_analysis_link_new (unknown->sentence, location);

      gtk_widget_add_css_class (link, "rk-analysis-unknown");
      gtk_box_append (GTK_BOX (box), link);
    }
  gtk_box_append (GTK_BOX (card), box);
}

/* Nothing is known: the card stays, and says what to do. */
static GtkWidget *
make_blank (const RkDrawing *drawing, const RkAnalysis *analysis)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title =
      g_object_new (GTK_TYPE_LABEL, "label", analysis->question, "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget *blank = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *sentence = g_object_new (GTK_TYPE_LABEL, "label", analysis->sentence, "wrap", TRUE,
                                      "justify", GTK_JUSTIFY_CENTER, NULL);
  GtkWidget *link = rk_analysis_link_new (_ (drawing->remedy), drawing->remedy_location);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (blank, "rk-analysis-blank");
  gtk_widget_set_halign (link, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (blank), sentence);
  gtk_box_append (GTK_BOX (blank), link);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), blank);
  return box;
}

GtkWidget *
rk_analysis_card_new (const RkAnalysis *analysis, guint n_applications)
{
  const RkDrawing *drawing = rk_drawing_find (analysis->name);
  GtkWidget *card = rk_card_new ();
  g_autofree char *label = g_strdup_printf ("%s %s", analysis->question, analysis->sentence);
  RkChart *chart;

  g_return_val_if_fail (drawing != NULL, card);

  rk_card_set_label (RK_CARD (card), label);
  gtk_box_set_spacing (GTK_BOX (card), 12);
  if (!analysis->enough)
    {
      gtk_box_append (GTK_BOX (card), make_blank (drawing, analysis));
      return card;
    }
  chart = rk_chart_new (analysis->question);
  rk_chart_set_lead (chart, make_figures (analysis));
  if (analysis->rows->len > 0)
    {
      rk_chart_set_table (chart, make_table (drawing, analysis));
      if (n_applications < RK_ANALYSIS_CHART_FROM)
        rk_chart_set_as_table (chart, TRUE);
      else
        add_drawing (chart, drawing, analysis);
    }
  rk_chart_set_sentence (chart, analysis->sentence);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (chart));
  add_unknowns (card, analysis);
  add_links (card, drawing, analysis);
  return card;
}
