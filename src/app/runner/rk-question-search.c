/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-question-search.h"

#include "rk-rich-label.h"
#include "rk-status-label.h"
#include "rk-text.h"

#include <glib/gi18n.h>

#define MAX_RESULTS 60

struct _RkQuestionSearch
{
  AdwBin parent_instance;
  RkResponse *response;
  RkSearchFilter filter;
  GtkSearchEntry *entry;
  GtkDropDown *filters;
  GtkListBox *results;
  GtkLabel *none;
};

G_DEFINE_FINAL_TYPE (RkQuestionSearch, rk_question_search, ADW_TYPE_BIN)

#define ID_KEY "rk-question-id"

static char *
dup_aside (RkQuestionSearch *self, RkQuestion *question)
{
  switch (self->filter)
    {
    case RK_SEARCH_NOTES: return rk_response_dup_note (self->response, question);
    case RK_SEARCH_ASSIGNED: return rk_response_dup_assignee (self->response, question);
    case RK_SEARCH_ALL: break;
    }
  return rk_question_dup_answer_text (question);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_result (RkQuestionSearch *self, RkSection *section, RkQuestion *question, const char *aside)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *label = rk_rich_label_dup_words (question);
  g_autofree char *first = g_strndup (aside, strcspn (aside, "\n"));
  g_autofree char *second = g_strdup_printf ("%s · %s", rk_section_get_title (section),
                                             *first != '\0' ? first : _ ("not filled in yet"));

  gtk_box_append (GTK_BOX (box), new_label (label, NULL));
  gtk_box_append (GTK_BOX (box), new_label (second, "rk-caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (rk_question_get_id (question)), g_free);
  gtk_list_box_append (self->results, row);
}

static guint
search_section (RkQuestionSearch *self, RkSection *section, const char *wanted, guint found)
{
  GListModel *questions = rk_section_get_questions (section);

  for (guint i = 0; i < g_list_model_get_n_items (questions) && found < MAX_RESULTS; i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);
      g_autofree char *label = rk_rich_label_dup_words (question), *folded = rk_text_fold (label);
      g_autofree char *aside = NULL;

      if (!rk_question_get_visible (question) || !rk_question_counts (question) ||
          strstr (folded, wanted) == NULL)
        continue;
      aside = dup_aside (self, question);
      if (self->filter != RK_SEARCH_ALL && *aside == '\0')
        continue;
      add_result (self, section, question, aside);
      found++;
    }
  return found;
}

static void
show_none (RkQuestionSearch *self, guint found)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *text = NULL;

  if (*typed != '\0')
    /* Translators: %s is what was searched for. */
    text = g_strdup_printf (_ ("Nothing found for ‘%s’. Check the spelling or search for a part of the word."), typed);
  else if (self->filter == RK_SEARCH_NOTES)
    text = g_strdup (_ ("No question has a note yet."));
  else
    text = g_strdup (_ ("No question is assigned to anybody yet."));
  gtk_label_set_label (self->none, text);
  gtk_widget_set_visible (GTK_WIDGET (self->none), found == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->results), found > 0);
}

static void
search (RkQuestionSearch *self)
{
  g_autofree char *wanted = rk_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *status = NULL;
  GListModel *sections = rk_response_get_sections (self->response);
  GtkListBoxRow *row;
  guint found = 0;

  while ((row = gtk_list_box_get_row_at_index (self->results, 0)) != NULL)
    gtk_list_box_remove (self->results, GTK_WIDGET (row));
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);

      found = search_section (self, section, wanted, found);
    }
  show_none (self, found);
  status = g_strdup_printf (ngettext ("%u result", "%u results", found), found);
  rk_announce (GTK_WIDGET (self), status);
}

static void
typed_cb (RkQuestionSearch *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    search (self);
}

static void
open_row (RkQuestionSearch *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "runner.show-question", "s",
                              g_object_get_data (G_OBJECT (row), ID_KEY));
}

/* Enter may come before what was typed has been searched: it never opens a result of other words.
 */
static void
activate_cb (RkQuestionSearch *self)
{
  GtkListBoxRow *row;

  search (self);
  row = gtk_list_box_get_row_at_index (self->results, 0);
  if (row != NULL)
    open_row (self, row);
}

static void
stop_cb (RkQuestionSearch *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "runner.back", NULL);
}

static void
filter_cb (RkQuestionSearch *self)
{
  self->filter = gtk_drop_down_get_selected (self->filters);
  typed_cb (self);
}

/* Down goes from the entry to the results. */
static gboolean
key_cb (RkQuestionSearch *self, guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->results, 0);

  if (keyval != GDK_KEY_Down || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static void
rk_question_search_dispose (GObject *object)
{
  g_clear_object (&RK_QUESTION_SEARCH (object)->response);
  G_OBJECT_CLASS (rk_question_search_parent_class)->dispose (object);
}

static void
rk_question_search_class_init (RkQuestionSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_question_search_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-question-search.ui");
  gtk_widget_class_bind_template_child (widget_class, RkQuestionSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionSearch, filters);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionSearch, results);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionSearch, none);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_row);
}

static void
rk_question_search_init (RkQuestionSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  /* GTK 4.8 gives the button inside a drop-down no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                      gtk_widget_get_first_child (GTK_WIDGET (self->filters))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Which questions"), -1);
}

void
rk_question_search_set_response (RkQuestionSearch *self, RkResponse *response)
{
  g_return_if_fail (RK_IS_QUESTION_SEARCH (self));
  g_set_object (&self->response, response);
}

void
rk_question_search_start (RkQuestionSearch *self, RkSearchFilter filter)
{
  g_return_if_fail (RK_IS_QUESTION_SEARCH (self));
  self->filter = filter;
  gtk_drop_down_set_selected (self->filters, filter);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
