/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-indicator-why.h"

#include "rk-card.h"
#include "rk-data-table.h"
#include "rk-results-words.h"

#include <glib/gi18n.h>

GtkWidget *
rk_why_label_new (const char *text, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
rk_why_card_new (const char *label)
{
  GtkWidget *card = rk_card_new ();

  rk_card_set_label (RK_CARD (card), label);
  gtk_box_set_spacing (GTK_BOX (card), 12);
  gtk_box_append (GTK_BOX (card), rk_why_label_new (label, "heading"));
  return card;
}

static GtkWidget *
make_head (const RkIndicator *indicator)
{
  g_autofree char *value = rk_indicator_dup_text (indicator);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), rk_why_label_new (indicator->label, "title-2"));
  gtk_box_append (GTK_BOX (box), rk_why_label_new (value, "rk-figure"));
  if (*indicator->group != '\0')
    gtk_box_append (GTK_BOX (box), rk_why_label_new (indicator->group, "rk-secondary"));
  return box;
}

static RkDataTable *
make_table (const RkIndicator *indicator, const char *response_id)
{
  RkDataTable *table = rk_data_table_new (_ ("Answers this figure is made of"));

  rk_data_table_add_column (table, _ ("Question"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("Answer"), RK_COLUMN_TEXT);
  for (guint i = 0; i < indicator->sources->len; i++)
    {
      const RkSource *source = g_ptr_array_index (indicator->sources, i);
      g_autofree char *label = rk_question_dup_label (source->question);
      const char *answer =
          *source->answer != '\0' ? source->answer : rk_words_reason ((int) source->counts);
      guint row = rk_data_table_add_row (table, (const char *const[]){ label, answer });

      if (source->counts != RK_COUNTS_NOT_HIDDEN)
        rk_data_table_set_row_action (table, row, "win.open-question",
                                      g_variant_new ("(ss)", response_id,
                                                     rk_question_get_id (source->question)));
    }
  return table;
}

void
rk_indicator_why_fill (GtkBox *content, const RkIndicator *indicator, const char *response_id)
{
  GtkWidget *card = rk_why_card_new (_ ("Answers this figure is made of"));
  g_autofree char *missing = rk_words_indicator_missing (indicator);

  gtk_box_append (content, make_head (indicator));
  gtk_box_append (
      GTK_BOX (card),
      rk_why_label_new (indicator->sources->len > 0
                        ? _ ("The questionnaire works this figure out from these answers.")
                        : _ ("The questionnaire works this figure out from no answer."),
                             "rk-secondary"));
  if (indicator->sources->len > 0)
    gtk_box_append (GTK_BOX (card), GTK_WIDGET (make_table (indicator, response_id)));
  if (*missing != '\0')
    gtk_box_append (GTK_BOX (card), rk_why_label_new (missing, NULL));
  gtk_box_append (content, card);
}
