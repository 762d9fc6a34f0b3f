/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-questionnaire-page.h"

#include "rk-adaptive-bin.h"
#include "rk-card.h"
#include "rk-empty.h"
#include "rk-question.h"

#include <glib/gi18n.h>

struct _RkQuestionnairePage
{
  AdwBin parent_instance;
  RkQuestionnaire *questionnaire; /* (nullable): the file holds none */
  GListModel *sections;           /* (nullable) */

  GtkLabel *title;
  GtkWidget *concept;
  GtkLabel *caption;
  GtkWidget *notes;
  GtkLabel *notes_text;
  GtkBox *example;
  GtkButton *add_button;
};

G_DEFINE_FINAL_TYPE (RkQuestionnairePage, rk_questionnaire_page, ADW_TYPE_BIN)

static char *
join_messages (GPtrArray *messages)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < messages->len; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (messages, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (message->line > 0)
        /* Translators: a line number, then what was found there */
        g_string_append_printf (text, _ ("• Line %d: %s"), message->line, message->message);
      else
        g_string_append_printf (text, "• %s", message->message);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- the example ------------------------------------------------------------------------------ */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_question (GtkListBox *list, RkQuestion *question)
{
  g_autofree char *label = rk_question_dup_label (question);
  GtkWidget *row;

  if (!rk_question_counts (question))
    return;
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child",
                      make_label (label, NULL), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (list, row);
}

static void
append_section (RkQuestionnairePage *self, RkSection *section)
{
  GListModel *questions = rk_section_get_questions (section);
  const char *title = rk_section_get_title (section);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE,
                                  "css-classes", (const char *[]){ "rk-boxed", NULL }, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);
      append_question (GTK_LIST_BOX (list), question);
    }
  gtk_box_append (GTK_BOX (box), make_label (title, "title-4"));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->example, box);
}

static void
example_cb (RkQuestionnairePage *self, GParamSpec *pspec, GtkToggleButton *button)
{
  gboolean shown = gtk_toggle_button_get_active (button);

  if (gtk_widget_get_first_child (GTK_WIDGET (self->example)) == NULL)
    for (guint i = 0; i < g_list_model_get_n_items (self->sections); i++)
      {
        g_autoptr (RkSection) section = g_list_model_get_item (self->sections, i);
        append_section (self, section);
      }
  gtk_widget_set_visible (GTK_WIDGET (self->example), shown);
}

/* --- what it is ------------------------------------------------------------------------------- */

static guint
count_questions (GListModel *sections)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);
      GListModel *questions = rk_section_get_questions (section);

      for (guint q = 0; q < g_list_model_get_n_items (questions); q++)
        {
          g_autoptr (RkQuestion) question = g_list_model_get_item (questions, q);
          n += rk_question_counts (question);
        }
    }
  return n;
}

static void
show_questionnaire (RkQuestionnairePage *self, const char *path, GPtrArray *messages)
{
  guint n_sections = g_list_model_get_n_items (self->sections);
  guint n_questions = count_questions (self->sections);
  const char *version = rk_questionnaire_get_version (self->questionnaire);
  g_autofree char *sections =
      g_strdup_printf (ngettext ("%u section", "%u sections", n_sections), n_sections);
  g_autofree char *questions =
      g_strdup_printf (ngettext ("%u question", "%u questions", n_questions), n_questions);
  /* Translators: the version of a questionnaire, then "7 sections" and "59 questions" */
  g_autofree char *caption =
      g_strdup_printf (_ ("version %s · %s · %s"), *version != '\0' ? version : "–", sections,
                          questions);
  g_autofree char *notes = join_messages (messages);

  gtk_label_set_label (self->title, rk_questionnaire_get_title (self->questionnaire));
  gtk_widget_set_visible (self->concept, rk_questionnaire_is_concept (self->questionnaire));
  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->notes_text, notes);
  gtk_widget_set_visible (self->notes, messages->len > 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "s", path);
}

static void
show_failure (RkQuestionnairePage *self, const GError *error, GPtrArray *messages)
{
  GtkWidget *page =
      rk_empty_new ("rk-error-symbolic",
                    _ ("The questionnaire cannot be added. Nothing was changed."), NULL);
  g_autofree char *description = g_markup_escape_text (error->message, -1);
  g_autofree char *notes = join_messages (messages);

  g_object_set (page, "description", description, NULL);
  rk_empty_set_button (RK_EMPTY (page), _ ("Choose another file"), "win.add-questionnaire");
  if (messages->len > 0)
    rk_empty_set_details (RK_EMPTY (page), notes);
  adw_bin_set_child (ADW_BIN (self), page);
}

static GListModel *
list_sections (RkQuestionnaire *questionnaire, GError **error)
{
  RkForm *form = rk_questionnaire_get_form (questionnaire, error);
  g_autoptr (RkFormInstance) instance = NULL;

  if (form != NULL)
    instance = rk_form_instance_new (form, NULL, error);
  return instance != NULL ? rk_section_list_new (instance) : NULL;
}

static void
rk_questionnaire_page_dispose (GObject *object)
{
  RkQuestionnairePage *self = RK_QUESTIONNAIRE_PAGE (object);

  g_clear_object (&self->questionnaire);
  g_clear_object (&self->sections);
  G_OBJECT_CLASS (rk_questionnaire_page_parent_class)->dispose (object);
}

static void
rk_questionnaire_page_class_init (RkQuestionnairePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_questionnaire_page_dispose;
  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RK_TYPE_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/surveys/rk-questionnaire-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, title);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, concept);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, caption);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, notes);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, notes_text);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, example);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, add_button);
  gtk_widget_class_bind_template_callback (widget_class, example_cb);
}

static void
rk_questionnaire_page_init (RkQuestionnairePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_questionnaire_page_new (const char *path)
{
  RkQuestionnairePage *self = g_object_new (RK_TYPE_QUESTIONNAIRE_PAGE, NULL);
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autoptr (GError) error = NULL;

  self->questionnaire = rk_questionnaire_new_from_file (path, messages, &error);
  if (self->questionnaire != NULL)
    self->sections = list_sections (self->questionnaire, &error);
  if (self->sections != NULL)
    show_questionnaire (self, path, messages);
  else
    show_failure (self, error, messages);
  return GTK_WIDGET (self);
}

RkQuestionnaire *
rk_questionnaire_page_get_questionnaire (RkQuestionnairePage *self)
{
  g_return_val_if_fail (RK_IS_QUESTIONNAIRE_PAGE (self), NULL);
  return self->questionnaire;
}
