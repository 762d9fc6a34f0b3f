/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-review-page.h"

#include "rk-ask.h"
#include "rk-button.h"
#include "rk-card.h"
#include "rk-exchange.h"
#include "rk-focus-air.h"
#include "rk-review-list.h"
#include "rk-rich-label.h"
#include "rk-status-label.h"
#include "rk-toast.h"
#include "rk-trial.h"

#include <glib/gi18n.h>

/* Focusing scrolls, which needs the sizes of the rows that were just made. */
#define FOCUS_DELAY_MS 60
/* From here on sections without gaps stay folded. */
#define MANY_SECTIONS 3

struct _RkReviewPage
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  GtkScrolledWindow *scroller;
  GtkBox *missing, *doubts, *answers, *sharing;
  GtkLabel *hint;
  GtkWidget *submit, *submit_box;
  guint required, wrong, open;
  RkEarlier *earlier; /* (nullable): opened with the page */
  char *last_id;      /* (nullable): the question gone to from here */
};

G_DEFINE_FINAL_TYPE (RkReviewPage, rk_review_page, ADW_TYPE_BIN)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
add_text (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static void
add_title (GtkBox *box, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (box, label);
}

/* Five open statements of one matrix are one question to fill in. */
static gboolean
is_repeated (GPtrArray *issues, guint index)
{
  const RkIssue *issue = g_ptr_array_index (issues, index);

  if (rk_question_get_question_type (issue->question) == RK_QUESTION_REPEAT)
    return FALSE; /* each row says which it is */
  for (guint i = 0; issue->type == RK_ISSUE_REQUIRED && i < index; i++)
    {
      const RkIssue *other = g_ptr_array_index (issues, i);

      if (other->type == issue->type && other->question == issue->question)
        return TRUE;
    }
  return FALSE;
}

/* All issues of @type as a list of rows; NULL when there are none. */
static GtkWidget *
new_issue_list (GPtrArray *issues, RkIssueType type, const char *label)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < issues->len; i++)
    {
      const RkIssue *issue = g_ptr_array_index (issues, i);
      g_autofree char *title = NULL;
      GtkWidget *row;

      if (issue->type != type || is_repeated (issues, i))
        continue;
      if (list == NULL)
        list = rk_review_list_new (label);
      title = rk_rich_label_dup_words (issue->question);
      row = rk_review_row_new (rk_question_get_id (issue->question), title, issue->message,
                               type == RK_ISSUE_WRONG);
      if (rk_question_get_question_type (issue->question) == RK_QUESTION_REPEAT)
        rk_review_row_set_field (row, issue->node);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}

static guint
count (GPtrArray *issues, RkIssueType type)
{
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    n +=
        ((const RkIssue *) g_ptr_array_index (issues, i))->type == type && !is_repeated (issues, i);
  return n;
}

static void
add_issues (GtkBox *box, GPtrArray *issues, RkIssueType type, const char *title)
{
  GtkWidget *list = new_issue_list (issues, type, title);

  if (list == NULL)
    return;
  add_title (box, title);
  gtk_box_append (box, list);
}

static char *
dup_required_title (guint n)
{
  return g_strdup_printf (ngettext ("%u required question to go", "%u required questions to go", n),
                          n);
}

static void
add_open (RkReviewPage *self, GPtrArray *issues)
{
  GtkWidget *list, *expander;
  g_autofree char *title = NULL;

  if (self->open == 0)
    return;
  title =
      g_strdup_printf (ngettext ("%u other question open", "%u other questions open", self->open),
                       self->open);
  list = new_issue_list (issues, RK_ISSUE_OPEN, title);
  gtk_widget_set_margin_top (list, 12);
  expander = gtk_expander_new (title);
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_box_append (self->missing, expander);
}

static void
show_missing (RkReviewPage *self, GPtrArray *issues)
{
  g_autofree char *required = dup_required_title (self->required);
  g_autofree char *wrong = g_strdup_printf (ngettext ("%u answer is not right yet",
                                                      "%u answers are not right yet", self->wrong),
                                            self->wrong);

  clear_box (self->missing);
  add_issues (self->missing, issues, RK_ISSUE_REQUIRED, required);
  add_issues (self->missing, issues, RK_ISSUE_WRONG, wrong);
  if (self->required + self->wrong + self->open == 0)
    add_text (self->missing, _ ("Everything is filled in."), "heading");
  add_open (self, issues);
}

/* A person cannot mend these, but can tell who made the questionnaire. */
static void
show_problems (RkReviewPage *self)
{
  g_auto (GStrv) problems = rk_response_dup_problems (rk_autosave_get_response (self->autosave));

  if (problems[0] != NULL)
    add_title (self->doubts, _ ("What the questionnaire could not calculate"));
  for (guint i = 0; problems[i] != NULL; i++)
    add_text (self->doubts, problems[i], "rk-secondary");
}

static void
show_doubts (RkReviewPage *self, GPtrArray *issues)
{
  clear_box (self->doubts);
  add_issues (self->doubts, issues, RK_ISSUE_WARNING, _ ("Are these answers right?"));
  show_problems (self);
  gtk_widget_set_visible (GTK_WIDGET (self->doubts),
                          gtk_widget_get_first_child (GTK_WIDGET (self->doubts)) != NULL);
}

static void
show_answers (RkReviewPage *self, GListModel *sections)
{
  guint n = g_list_model_get_n_items (sections);

  clear_box (self->answers);
  add_title (self->answers, _ ("Your answers"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);
      gboolean gaps = rk_section_get_answered (section) < rk_section_get_total (section);

      gtk_box_append (self->answers,
                      rk_review_section_new (section, self->earlier, n <= MANY_SECTIONS && gaps));
    }
}

static void
show_sharing (RkReviewPage *self, GListModel *sections)
{
  g_autoptr (GPtrArray) kept = rk_review_list_confidential (sections);
  g_autofree char *consent = rk_review_dup_consent (sections);

  clear_box (self->sharing);
  add_title (self->sharing, _ ("What you share"));
  if (consent != NULL)
    add_text (self->sharing, consent, NULL);
  add_text (self->sharing,
            _ ("Your answers stay on this computer until you send or export them yourself."), NULL);
  add_text (self->sharing, _ ("Look first at who will see these:"), NULL);
  for (guint i = 0; i < kept->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("• %s", (char *) g_ptr_array_index (kept, i));

      add_text (self->sharing, line, NULL);
    }
  add_text (self->sharing, _ ("• Notes with the questions, and who fills in what"), NULL);
}

static char *
dup_hint (RkReviewPage *self, gboolean frozen)
{
  g_autofree char *receipt = NULL;

  if (frozen)
    {
      receipt = rk_response_dup_receipt (rk_autosave_get_response (self->autosave));
      /* Translators: %s is a receipt such as "A4F2-91C0". */
      return g_strdup_printf (_ ("Submitted. Receipt: %s."), receipt != NULL ? receipt : "–");
    }
  if (self->required == 1)
    return g_strdup (_ ("First fill in the required question."));
  if (self->required > 0)
    return g_strdup_printf (_ ("First fill in the %u required questions."), self->required);
  if (self->wrong == 1)
    return g_strdup (_ ("First correct the answer that is not right."));
  if (self->wrong > 0)
    return g_strdup_printf (_ ("First correct the %u answers that are not right."), self->wrong);
  if (rk_response_is_trial (rk_autosave_get_response (self->autosave)))
    return g_strdup (_ ("This is an example: it cannot be submitted."));
  return g_strdup (_ ("Afterwards the answers are fixed. You can make a new version later."));
}

static void
show_submit (RkReviewPage *self)
{
  RkResponse *response = rk_autosave_get_response (self->autosave);
  gboolean frozen = rk_response_is_submitted (response);
  gboolean ready = self->required == 0 && self->wrong == 0;
  g_autofree char *hint = dup_hint (self, frozen);

  gtk_label_set_label (self->hint, hint);
  gtk_widget_set_visible (self->submit, !frozen && !rk_response_is_trial (response));
  gtk_widget_set_sensitive (self->submit, ready);
  gtk_widget_set_tooltip_text (self->submit_box, ready ? NULL : hint);
}

static GtkWidget *
find_row (GtkWidget *root, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *row_id = GTK_IS_LIST_BOX_ROW (child) ? rk_review_row_get_id (child) : NULL;
      GtkWidget *hit;

      if (row_id != NULL && g_strcmp0 (row_id, id) == 0)
        return child;
      hit = find_row (child, id);
      if (hit != NULL)
        return hit;
    }
  return NULL;
}

/* The first row or fold of @box: a page that was just filled has no places to order the focus by.
 */
static gboolean
focus_first_of (GtkBox *box)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BOX (child))
      return gtk_widget_grab_focus (gtk_widget_get_first_child (child));
    else if (GTK_IS_EXPANDER (child))
      return gtk_widget_grab_focus (child);
    else if (GTK_IS_BOX (child)) /* a folded section: its button */
      return gtk_widget_grab_focus (gtk_widget_get_first_child (child));
  return FALSE;
}

static gboolean
focus_row_cb (gpointer data)
{
  RkReviewPage *self = data;
  GtkWidget *row = self->last_id != NULL ? find_row (GTK_WIDGET (self), self->last_id) : NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    row = NULL;
  else if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      if (!focus_first_of (self->missing) && !focus_first_of (self->doubts))
        focus_first_of (self->answers);
    }
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

void
rk_review_page_refresh (RkReviewPage *self)
{
  RkResponse *response = rk_autosave_get_response (self->autosave);
  g_autoptr (GPtrArray) issues = rk_response_review (response);
  g_autofree char *required = NULL;

  if (self->earlier == NULL)
    self->earlier = rk_earlier_open (response);
  self->required = count (issues, RK_ISSUE_REQUIRED);
  self->wrong = count (issues, RK_ISSUE_WRONG);
  self->open = count (issues, RK_ISSUE_OPEN);
  show_missing (self, issues);
  show_doubts (self, issues);
  show_answers (self, rk_response_get_sections (response));
  show_sharing (self, rk_response_get_sections (response));
  show_submit (self);
  g_timeout_add (FOCUS_DELAY_MS, focus_row_cb, g_object_ref (self));
  required = dup_required_title (self->required);
  rk_announce (GTK_WIDGET (self), self->required > 0 ? required : _ ("Everything is filled in."));
}

/* Where the questionnaire came from a server, its answers can go there. */
static void
show_submitted (GtkWidget *window, RkResponse *response, const char *text)
{
  const char *id = rk_response_get_id (response);
  g_autofree char *server = rk_exchange_dup_target_name (rk_response_get_store (response), id);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (id));
  g_autofree char *action = g_action_print_detailed_name ("win.send-response", target);

  if (server != NULL)
    rk_toast_show (window, text, _ ("Send"), action);
  else
    rk_toast_show (window, text, NULL, NULL);
}

static void
submit (RkReviewPage *self)
{
  RkResponse *response = rk_autosave_get_response (self->autosave);
  g_autoptr (GError) error = NULL;
  g_autofree char *receipt = NULL, *text = NULL;
  GtkWidget *window;

  if (!rk_response_submit (response, &receipt, &error))
    {
      rk_autosave_report (self->autosave, FALSE, error);
      rk_review_page_refresh (self);
      return;
    }
  /* Translators: %s is a receipt such as "A4F2-91C0". */
  text = g_strdup_printf (_ ("Submitted. Receipt: %s."), receipt);
  /* The toast goes with the results: this page is left. */
  window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.results", "s", rk_response_get_id (response));
  show_submitted (window, response, text);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkReviewPage) self = data;

  if (rk_ask_finish (result) && self->autosave != NULL)
    submit (self);
}

static void
submit_cb (RkReviewPage *self)
{
  RkResponse *response = rk_autosave_get_response (self->autosave);
  g_autofree char *server =
      rk_exchange_dup_target_name (rk_response_get_store (response), rk_response_get_id (response));

  rk_ask_async (GTK_WIDGET (self),
                _ ("Submit the survey?"),
                   _ ("Afterwards you can no longer change the answers. You can make a new version "
                   "later."),
                      server != NULL ? _ ("_Submit")
                                     : _ ("Keep as final"), FALSE, asked_cb, g_object_ref (self));
}

static void
rk_review_page_dispose (GObject *object)
{
  RkReviewPage *self = RK_REVIEW_PAGE (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->earlier);
  g_clear_pointer (&self->last_id, g_free);
  G_OBJECT_CLASS (rk_review_page_parent_class)->dispose (object);
}

static void
rk_review_page_class_init (RkReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RK_TYPE_CARD);
  G_OBJECT_CLASS (klass)->dispose = rk_review_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkReviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RkReviewPage, missing);
  gtk_widget_class_bind_template_child (widget_class, RkReviewPage, doubts);
  gtk_widget_class_bind_template_child (widget_class, RkReviewPage, answers);
  gtk_widget_class_bind_template_child (widget_class, RkReviewPage, sharing);
  gtk_widget_class_bind_template_child (widget_class, RkReviewPage, hint);
  gtk_widget_class_bind_template_child (widget_class, RkReviewPage, submit);
  gtk_widget_class_bind_template_child (widget_class, RkReviewPage, submit_box);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
}

static void
rk_review_page_init (RkReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rk_focus_air_install (self->scroller);
  rk_button_mend_name (GTK_BUTTON (self->submit));
}

void
rk_review_page_set_autosave (RkReviewPage *self, RkAutosave *autosave)
{
  g_return_if_fail (RK_IS_REVIEW_PAGE (self));
  g_set_object (&self->autosave, autosave);
  g_signal_connect_object (rk_autosave_get_response (autosave), "notify::submitted",
                           G_CALLBACK (show_submit), self, G_CONNECT_SWAPPED);
}

void
rk_review_page_remember (RkReviewPage *self, const char *question_id)
{
  g_return_if_fail (RK_IS_REVIEW_PAGE (self));
  g_free (self->last_id);
  self->last_id = g_strdup (question_id);
}
