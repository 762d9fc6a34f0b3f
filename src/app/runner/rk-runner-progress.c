/* SPDX-License-Identifier: EUPL-1.2 */
/* How far the response is, and what an answer did to the number of questions. */
#include "config.h"

#include "rk-runner-page-private.h"

#include "rk-format.h"
#include "rk-status-label.h"

#include <glib/gi18n.h>

/* An answer made questions come or go: say how many, and the new total. */
static void
announce_change (RkRunnerPage *self, guint answered, guint total)
{
  guint n = total > self->total ? total - self->total : self->total - total;
  g_autofree char *change = NULL, *now = NULL, *text = NULL;

  if (total > self->total)
    change = g_strdup_printf (ngettext ("%u question was added", "%u questions were added", n), n);
  else
    change = g_strdup_printf (ngettext ("%u question drops out because of your answer",
                                        "%u questions drop out because of your answer", n),
                              n);
  /* Translators: how many questions are answered, of how many: "Now 41 of 59 questions". */
  now = g_strdup_printf (_ ("Now %u of %u questions"), answered, total);
  text = g_strdup_printf ("%s. %s.", change, now);
  gtk_label_set_label (self->change_label, change);
  gtk_widget_set_visible (GTK_WIDGET (self->change_label), TRUE);
  rk_announce (GTK_WIDGET (self), text);
}

static void
show_deadline (RkRunnerPage *self)
{
  const char *deadline = rk_record_get (rk_response_get_record (self->response), "deadline");
  g_autofree char *date = NULL, *text = NULL;
  int days;

  gtk_widget_set_visible (GTK_WIDGET (self->deadline_label), FALSE);
  if (deadline == NULL || *deadline == '\0' || !rk_days_until (deadline, NULL, &days))
    return;
  date = rk_format_date (deadline, RK_FORMAT_SENTENCE);
  if (days >= 0)
    /* Translators: a date and a number of days: "Until 15 December 2026, 12 days left". */
    text = g_strdup_printf (ngettext ("Until %s, %d day left", "Until %s, %d days left",
                                      (gulong) days),
                            date, days);
  else
    text = g_strdup_printf (ngettext ("Until %s, %d day late", "Until %s, %d days late",
                                      (gulong) -days),
                            date, -days);
  gtk_label_set_label (self->deadline_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->deadline_label), TRUE);
}

static gboolean
has_required (RkRunnerPage *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (self->sections, i);
      GListModel *questions = rk_section_get_questions (section);

      for (guint j = 0; j < g_list_model_get_n_items (questions); j++)
        {
          g_autoptr (RkQuestion) question = g_list_model_get_item (questions, j);

          if (rk_question_get_required (question))
            return TRUE;
        }
    }
  return FALSE;
}

void
rk_runner_progress_show (RkRunnerPage *self)
{
  guint answered, total, required_open;
  g_autofree char *text = NULL, *percent = NULL, *required = NULL;
  double share;

  rk_response_get_progress (self->response, &answered, &total, &required_open);
  share = total > 0 ? (double) answered / total : 1;
  /* Translators: how many questions are answered, of how many: "41 of 59 questions". */
  text = g_strdup_printf (ngettext ("%u of %u question", "%u of %u questions", total), answered,
                          total);
  percent = rk_format_percent (100 * share, 0);
  required = required_open > 0
                 ? g_strdup_printf (ngettext ("%u required question open",
                                              "%u required questions open", required_open),
                                    required_open)
                 : g_strdup (_ ("All required questions are filled in"));
  gtk_label_set_label (self->answered_label, text);
  gtk_label_set_label (self->percent_label, percent);
  gtk_label_set_label (self->required_label, required);
  gtk_widget_set_visible (GTK_WIDGET (self->required_label), has_required (self));
  gtk_progress_bar_set_fraction (self->progress, share);
  gtk_progress_bar_set_fraction (self->thin_progress, share);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  if (self->total > 0 && total != self->total)
    announce_change (self, answered, total);
  else if (answered != self->answered)
    gtk_widget_set_visible (GTK_WIDGET (self->change_label), FALSE);
  self->answered = answered;
  self->total = total;
  show_deadline (self);
}
