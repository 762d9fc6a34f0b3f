/* SPDX-License-Identifier: EUPL-1.2 */
/* The landscape is read here; a thread computes, and hands over one answer at a time, so that cards
 * fill one by one and nobody waits for the slowest. */
#include "config.h"
#include "rk-analysis-page.h"

#include "rk-adaptive-bin.h"
#include "rk-analysis-card.h"
#include "rk-empty.h"
#include "rk-refresh.h"
#include "rk-workspace-analysis.h"

#include <glib/gi18n.h>

struct _RkAnalysisPage
{
  AdwBin parent_instance;
  RkStore *store;
  GCancellable *cancellable; /* of the computation that runs */
  guint n_applications;

  GtkBox *cards;
};

G_DEFINE_FINAL_TYPE (RkAnalysisPage, rk_analysis_page, ADW_TYPE_BIN)

/* One answer on its way to the page. */
typedef struct
{
  RkAnalysisPage *page;
  GCancellable *cancellable;
  RkAnalysis *analysis;
} Answer;

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_object_unref (answer->page);
  g_object_unref (answer->cancellable);
  rk_analysis_free (answer->analysis);
  g_free (answer);
}

/* In the place of the one of before, so that the page does not jump. */
static void
put_card (RkAnalysisPage *self, const char *name, GtkWidget *card)
{
  GtkWidget *old = NULL, *before = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_name (child), name) == 0)
      old = child;
  gtk_widget_set_name (card, name);
  if (old == NULL)
    {
      gtk_box_append (self->cards, card);
      return;
    }
  before = gtk_widget_get_prev_sibling (old);
  gtk_box_remove (self->cards, old);
  gtk_box_insert_child_after (self->cards, card, before);
}

static gboolean
answer_cb (gpointer data)
{
  Answer *answer = data;

  if (!g_cancellable_is_cancelled (answer->cancellable))
    put_card (answer->page, answer->analysis->name,
              rk_analysis_card_new (answer->analysis, answer->page->n_applications));
  return G_SOURCE_REMOVE;
}

static void
compute_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  for (guint i = 0; rk_analyses[i].name != NULL; i++)
    {
      Answer *answer;

      if (!rk_analysis_card_is_shown (rk_analyses[i].name))
        continue;
      if (g_cancellable_is_cancelled (cancellable))
        break;
      answer = g_new0 (Answer, 1);
      answer->page = g_object_ref (source);
      answer->cancellable = g_object_ref (cancellable);
      answer->analysis = rk_analysis_run (rk_analyses[i].name, data);
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, answer_cb, answer, free_answer);
    }
  g_task_return_boolean (task, TRUE);
}

static void
clear_cards (RkAnalysisPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
}

static void
show_failure (RkAnalysisPage *self, const GError *error)
{
  GtkWidget *empty = rk_empty_new ("dialog-warning-symbolic",
                                   _ ("The applications could not be read"), error->message);

  clear_cards (self);
  gtk_box_append (self->cards, empty);
}

static void
refresh (GtkWidget *widget)
{
  RkAnalysisPage *self = RK_ANALYSIS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  RkAnalysisInput *input = rk_workspace_load_analysis (self->store, NULL, &error);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (input == NULL)
    {
      show_failure (self, error);
      return;
    }
  self->n_applications = input->landscape->applications->len;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_task_data (task, input, (GDestroyNotify) rk_analysis_input_free);
  g_task_run_in_thread (task, compute_thread);
}

static void
rk_analysis_page_dispose (GObject *object)
{
  RkAnalysisPage *self = RK_ANALYSIS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_analysis_page_parent_class)->dispose (object);
}

static void
rk_analysis_page_class_init (RkAnalysisPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_analysis_page_dispose;
  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/analysis/rk-analysis-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkAnalysisPage, cards);
}

static void
rk_analysis_page_init (RkAnalysisPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_analysis_page_new (RkStore *store)
{
  RkAnalysisPage *self = g_object_new (RK_TYPE_ANALYSIS_PAGE, NULL);

  self->store = g_object_ref (store);
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return GTK_WIDGET (self);
}
