/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-review-list.h"

#include "rk-rich-label.h"
#include "rk-section-row.h"
#include "rk-runner-page.h"

#include <glib/gi18n.h>

#define ID_KEY "rk-question-id"
#define FIELD_KEY "rk-review-field"
#define SECTION_KEY "rk-section"
#define EARLIER_KEY "rk-earlier"

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
rk_review_row_new (const char *id, const char *title, const char *subtitle, gboolean warn)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  gboolean closed = *title != '\0' && strchr (".?!:", title[strlen (title) - 1]) != NULL;
  g_autofree char *name = g_strconcat (title, closed ? " " : ". ", subtitle, NULL);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_label (title, NULL));
  gtk_box_append (GTK_BOX (texts), new_label (subtitle, warn ? "rk-error-text" : "rk-caption"));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (id), g_free);
  return row;
}

const char *
rk_review_row_get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), ID_KEY);
}

void
rk_review_row_set_field (GtkWidget *row, RkFormNode *node)
{
  g_object_set_data_full (G_OBJECT (row), FIELD_KEY, g_object_ref (node), g_object_unref);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (list), RK_TYPE_RUNNER_PAGE);
  RkFormNode *field = g_object_get_data (G_OBJECT (row), FIELD_KEY);

  gtk_widget_activate_action (GTK_WIDGET (list), "runner.show-question", "s",
                              rk_review_row_get_id (GTK_WIDGET (row)));
  if (page != NULL && field != NULL)
    rk_runner_page_show_field (RK_RUNNER_PAGE (page), rk_review_row_get_id (GTK_WIDGET (row)),
                               field);
}

GtkWidget *
rk_review_list_new (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "rk-boxed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), NULL);
  return list;
}

/* --- a section ------------------------------------------------------------------------------- */

static void
add_answer (GtkWidget *list, RkQuestion *question, RkEarlier *earlier)
{
  g_autofree char *label = rk_rich_label_dup_words (question);
  g_autofree char *answer = rk_question_dup_answer_text (question);
  g_autofree char *compared = NULL;
  const char *shown = *answer != '\0' ? answer : _ ("not filled in");

  if (!rk_question_get_visible (question) ||
      rk_question_get_question_type (question) == RK_QUESTION_NOTE)
    return;
  compared = earlier != NULL ? rk_earlier_dup_compared (earlier, question, shown) : NULL;
  gtk_list_box_append (GTK_LIST_BOX (list),
                       rk_review_row_new (rk_question_get_id (question), label,
                                          compared != NULL ? compared : shown, FALSE));
}

static GtkWidget *
new_answers (RkSection *section, RkEarlier *earlier)
{
  GListModel *questions = rk_section_get_questions (section);
  GtkWidget *list = rk_review_list_new (rk_section_get_title (section));

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);

      add_answer (list, question, earlier);
    }
  return list;
}

/* 900 questions stay quick: the answers are made when somebody looks at them. */
static void
toggled_cb (GtkToggleButton *button, GtkWidget *box)
{
  gboolean open = gtk_toggle_button_get_active (button);
  GtkWidget *list = gtk_widget_get_next_sibling (GTK_WIDGET (button));
  GtkWidget *arrow = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));

  if (open && list == NULL)
    {
      list = new_answers (g_object_get_data (G_OBJECT (box), SECTION_KEY),
                          g_object_get_data (G_OBJECT (box), EARLIER_KEY));
      gtk_box_append (GTK_BOX (box), list);
    }
  if (list != NULL)
    gtk_widget_set_visible (list, open);
  gtk_image_set_from_icon_name (GTK_IMAGE (arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static GtkWidget *
new_fold (RkSection *section)
{
  g_autofree char *progress = rk_section_dup_progress (section);
  g_autofree char *name = g_strdup_printf ("%s, %s", rk_section_get_title (section), progress);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (texts), new_label (rk_section_get_title (section), "heading"));
  gtk_box_append (GTK_BOX (texts), new_label (progress, "rk-caption"));
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("pan-end-symbolic"));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rk-fold");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* Not an expander: that of GTK 4.8 does not grow with a title of two lines. */
GtkWidget *
rk_review_section_new (RkSection *section, RkEarlier *earlier, gboolean expanded)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = new_fold (section);

  gtk_box_append (GTK_BOX (box), button);
  g_object_set_data_full (G_OBJECT (box), SECTION_KEY, g_object_ref (section), g_object_unref);
  if (earlier != NULL)
    g_object_set_data_full (G_OBJECT (box), EARLIER_KEY, g_object_ref (earlier), g_object_unref);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), box);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), expanded);
  return box;
}

/* --- what is shared --------------------------------------------------------------------------- */

typedef void (*LeafFunc) (RkQuestion *question, RkFormNode *node, gpointer data);

static void
visit_questions (GListModel *sections, LeafFunc func, gpointer data)
{
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);
      GListModel *questions = rk_section_get_questions (section);

      for (guint j = 0; j < g_list_model_get_n_items (questions); j++)
        {
          g_autoptr (RkQuestion) question = g_list_model_get_item (questions, j);

          func (question, rk_question_get_node (question), data);
        }
    }
}

static void
take_confidential (RkQuestion *question, RkFormNode *node, gpointer data)
{
  if (rk_question_is_confidential (question))
    g_ptr_array_add (data, rk_rich_label_dup_words (question));
}

GPtrArray *
rk_review_list_confidential (GListModel *sections)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  visit_questions (sections, take_confidential, list);
  return list;
}

static void
take_consent (RkQuestion *question, RkFormNode *node, gpointer data)
{
  char **text = data;

  if (*text == NULL && rk_form_node_get_attribute (node, "consent") != NULL)
    {
      g_autofree char *label = rk_rich_label_dup_words (question);
      g_autofree char *answer = rk_question_dup_answer_text (question);

      *text = g_strdup_printf ("%s\n%s", label, *answer != '\0' ? answer : _ ("not filled in"));
    }
}

char *
rk_review_dup_consent (GListModel *sections)
{
  char *text = NULL;

  visit_questions (sections, take_consent, &text);
  return text;
}
