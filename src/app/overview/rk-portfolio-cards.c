/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-portfolio-cards.h"

#include "rk-analysis-card.h"
#include "rk-analysis-drawing.h"
#include "rk-analysis-plots.h"
#include "rk-card-menu.h"
#include "rk-card.h"

#include <glib/gi18n.h>
#include <math.h>

/* In the fixed order of the bar. */
static const struct
{
  RkLifecycle status;
  RkColour colour;
  RkPattern pattern;
  const char *sign;
} statuses[RK_N_LIFECYCLES] = {
  { RK_LIFECYCLE_IN_USE, RK_COLOUR_IN_USE, RK_PATTERN_PLAIN, "I" },
  { RK_LIFECYCLE_PLANNED, RK_COLOUR_PLANNED, RK_PATTERN_DOTS, "P" },
  { RK_LIFECYCLE_PHASING_OUT, RK_COLOUR_PHASING_OUT, RK_PATTERN_STRIPES, "U" },
  { RK_LIFECYCLE_RETIRED, RK_COLOUR_RETIRED, RK_PATTERN_CROSS, "X" },
  { RK_LIFECYCLE_UNKNOWN, RK_COLOUR_UNKNOWN, RK_PATTERN_HATCH, "?" },
};

static GtkWidget *
make_card (const char *id, const char *title, const char *figure, const char *words)
{
  GtkWidget *card = rk_card_new (), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE,
                                     "hexpand", TRUE, NULL);
  GtkWidget *menu = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "valign",
                                  GTK_ALIGN_START, "tooltip-text", _ ("Menu of this card"), NULL);
  GtkWidget *number = g_object_new (GTK_TYPE_LABEL, "label", figure, "xalign", 0.0, NULL);
  GtkWidget *caption =
      g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s %s", title, figure, words);

  gtk_box_set_spacing (GTK_BOX (card), 6);
  gtk_widget_set_size_request (card, -1, 280);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (menu, "flat");
  gtk_widget_add_css_class (menu, "rk-card-menu");
  gtk_widget_add_css_class (number, "rk-figure");
  gtk_widget_add_css_class (caption, "rk-caption");
  rk_card_menu_fill (card, GTK_MENU_BUTTON (menu), id, title);
  rk_card_set_label (RK_CARD (card), name);
  gtk_box_append (GTK_BOX (head), heading);
  gtk_box_append (GTK_BOX (head), menu);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), number);
  gtk_box_append (GTK_BOX (card), caption);
  return g_object_ref_sink (card);
}

/* The one button of a card, at its bottom. */
static void
add_button (GtkWidget *card, const char *label, const char *location)
{
  GtkWidget *link = rk_analysis_link_new (label, location);

  gtk_widget_set_vexpand (link, TRUE);
  gtk_widget_set_valign (link, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (card), link);
}

static void
open_mark_cb (RkPlot *plot, guint mark, GPtrArray *locations)
{
  if (mark < locations->len)
    gtk_widget_activate_action (GTK_WIDGET (plot), "win.open-location", "s",
                                g_ptr_array_index (locations, mark));
}

/* --- applications ---------------------------------------------------------------------------- */

static void
add_status_line (GtkWidget *card, const char *sign, const char *word, guint n)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = g_strdup_printf ("%s · %s", sign, word);
  g_autofree char *count = g_strdup_printf ("%u", n);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "hexpand", TRUE,
                                   "wrap", TRUE, NULL);
  GtkWidget *number = gtk_label_new (count);

  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (card), line);
}

GtkWidget *
rk_applications_card_new (RkAnalysisInput *input)
{
  GPtrArray *applications = input->landscape->applications;
  RkAnalysisSegment segments[RK_N_LIFECYCLES];
  guint counts[RK_N_LIFECYCLES] = { 0 };
  g_autofree char *figure = NULL;
  RkPlot *plot;
  GtkWidget *card;

  for (guint i = 0; i < applications->len; i++)
    counts[((RkLandApplication *) g_ptr_array_index (applications, i))->status]++;
  for (guint i = 0; i < RK_N_LIFECYCLES; i++)
    segments[i] = (RkAnalysisSegment){ rk_lifecycle_get_label (statuses[i].status),
                                       counts[statuses[i].status], statuses[i].colour,
                                       statuses[i].pattern, statuses[i].sign };
  figure = g_strdup_printf ("%u", counts[RK_LIFECYCLE_IN_USE]);
  card = make_card (RK_CARD_APPLICATIONS, _ ("Applications"), figure, _ ("in use"));
  plot = rk_segments_plot_new (segments, RK_N_LIFECYCLES);
  rk_plot_set_summary (plot, _ ("Applications by status"));
  rk_plot_set_walkable (plot, FALSE);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (plot));
  for (guint i = 0; i < RK_N_LIFECYCLES; i++)
    if (counts[statuses[i].status] > 0)
      add_status_line (card, statuses[i].sign, segments[i].label, counts[statuses[i].status]);
  add_button (card, _ ("To the applications"), "applications");
  return card;
}

/* --- contracts ------------------------------------------------------------------------------- */

GtkWidget *
rk_contracts_card_new (RkAnalysisInput *input)
{
  g_autoptr (RkAnalysis) contracts = rk_analysis_run ("contracts", input);
  const RkDrawing *drawing = rk_drawing_find ("contracts");
  GPtrArray *locations = g_ptr_array_new_with_free_func (g_free);
  double n = rk_analysis_find_figure (contracts, "within_a_year")->value;
  g_autofree char *figure = rk_analysis_format_number (RK_VALUE_COUNT, n);
  RkPlot *plot = rk_drawing_make (drawing, contracts, locations);
  GtkWidget *card = make_card (RK_CARD_CONTRACTS, _ ("Contracts that end"), figure,
                                                     _ ("ask for a decision within a year"));

  if (plot != NULL)
    {
      rk_plot_set_summary (plot, contracts->sentence);
      g_signal_connect_data (plot, "mark-activated", G_CALLBACK (open_mark_cb),
                             g_ptr_array_ref (locations),
                             (GClosureNotify) (void (*) (void)) g_ptr_array_unref, 0);
      gtk_box_append (GTK_BOX (card), GTK_WIDGET (plot));
    }
  g_ptr_array_unref (locations);
  add_button (card, _ ("Show the contracts"), "analysis-rows:contracts");
  return card;
}
