/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-questionnaire-page.h"

#include "rk-adaptive-bin.h"
#include "rk-card.h"
#include "rk-form-language.h"
#include "rk-markdown.h"
#include "rk-question.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

struct _RkQuestionnairePage
{
  AdwBin parent_instance;
  RkQuestionnaire *questionnaire; /* (nullable): the file holds none */
  GListModel *sections;           /* (nullable) */

  GtkWidget *summary, *failure;
  GtkLabel *title;
  GtkWidget *concept;
  GtkLabel *caption, *languages, *reason;
  GtkButton *add_button, *try_button, *again_button;
  GtkWidget *findings_box, *files_box, *contents;
  GtkLabel *findings_title;
  GtkListBox *findings, *files;
  GtkBox *sections_box;
};

G_DEFINE_FINAL_TYPE (RkQuestionnairePage, rk_questionnaire_page, ADW_TYPE_BIN)

/* --- rows ------------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A row that says something; @name is what a screen reader says of it. */
static void
append_row (GtkListBox *list, GtkWidget *child, const char *name)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", child, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (list, row);
}

/* Something on top, and under it what it is about. */
static GtkWidget *
make_lines (const char *above, const char *below)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (above != NULL)
    gtk_box_append (GTK_BOX (box), make_label (above, "rk-secondary"));
  gtk_box_append (GTK_BOX (box), make_label (below, NULL));
  return box;
}

/* --- what was found --------------------------------------------------------------------------- */

static void
append_finding (GtkListBox *list, const RkFormMessage *message)
{
  g_autofree char *place = rk_form_message_dup_place (message);
  g_autofree char *name = place != NULL ? g_strdup_printf ("%s: %s", place, message->message)
                                        : g_strdup (message->message);
  g_autofree char *first = NULL;

  if (place != NULL)
    {
      g_autofree char *upper = g_utf8_strup (place, g_utf8_next_char (place) - place);
      first = g_strconcat (upper, g_utf8_next_char (place), NULL);
    }
  append_row (list, make_lines (first, message->message), name);
}

/* @files: what is missing beside the form is told with its files. */
static void
show_findings (RkQuestionnairePage *self, GPtrArray *messages, const char *title, gboolean files)
{
  guint n = 0;

  for (guint i = 0; i < messages->len; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (messages, i);

      if (files && g_str_equal (message->code, "missing-attachment"))
        continue;
      append_finding (self->findings, message);
      n++;
    }
  gtk_label_set_label (self->findings_title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->findings), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_widget_set_visible (self->findings_box, n > 0);
}

/* --- the questions ---------------------------------------------------------------------------- */

static void
append_question (GtkListBox *list, RkQuestion *question)
{
  g_autofree char *label = rk_question_dup_label (question);
  g_autofree char *text = rk_markdown_to_text (label);

  if (rk_question_counts (question))
    append_row (list, make_label (text, NULL), text);
}

/* The questions of a section are only worked out for who asks. */
static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, RkSection *section)
{
  GListModel *questions = rk_section_get_questions (section);
  GtkWidget *list;

  if (gtk_expander_get_child (expander) != NULL)
    return;
  list =
      g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "margin-top", 6,
                    "margin-bottom", 12, "css-classes", (const char *[]){ "rk-boxed", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_expander_get_label (expander), -1);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);
      append_question (GTK_LIST_BOX (list), question);
    }
  gtk_expander_set_child (expander, list);
}

static guint
count_section (RkSection *section)
{
  GListModel *questions = rk_section_get_questions (section);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);
      n += rk_question_counts (question);
    }
  return n;
}

static char *
dup_count (guint n)
{
  return g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
}

static guint
show_section (RkQuestionnairePage *self, RkSection *section)
{
  guint n = count_section (section);
  g_autofree char *questions = dup_count (n);
  g_autofree char *words = rk_markdown_to_text (rk_section_get_title (section));
  /* Translators: the title of a section, then "7 questions" */
  g_autofree char *label = g_strdup_printf (_ ("%s · %s"), words, questions);
  GtkWidget *expander = gtk_expander_new (NULL);

  if (n == 0)
    {
      g_object_ref_sink (expander);
      g_object_unref (expander);
      return 0;
    }
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), make_label (label, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (expanded_cb), section, 0);
  gtk_box_append (self->sections_box, expander);
  return n;
}

/* Those with nothing to answer are left out: @n_shown. */
static guint
show_sections (RkQuestionnairePage *self, guint *n_shown)
{
  guint n = 0;

  *n_shown = 0;
  for (guint i = 0; i < g_list_model_get_n_items (self->sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (self->sections, i);
      guint inside = show_section (self, section);
      n += inside;
      *n_shown += inside > 0;
    }
  gtk_widget_set_visible (self->contents, n > 0);
  return n;
}

/* --- its files -------------------------------------------------------------------------------- */

static void
append_file (GtkListBox *list, const RkFormFile *file)
{
  gboolean missing = file->size < 0;
  g_autofree char *size = missing ? NULL : g_format_size ((guint64) file->size);
  /* Translators: a file that a questionnaire refers to, but that was not found beside it */
  const char *state = missing ? _ ("missing: put it in the folder of the questionnaire") : size;
  g_autofree char *name = g_strdup_printf ("%s: %s", file->name, state);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (missing ? "rk-warning-symbolic" : "rk-check-symbolic");
  GtkWidget *lines = make_lines (NULL, file->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_box_append (GTK_BOX (lines), make_label (state, "rk-secondary"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), lines);
  append_row (list, box, name);
}

static void
show_files (RkQuestionnairePage *self)
{
  g_autoptr (GPtrArray) files = rk_questionnaire_list_media (self->questionnaire, NULL);

  for (guint i = 0; files != NULL && i < files->len; i++)
    append_file (self->files, g_ptr_array_index (files, i));
  gtk_widget_set_visible (self->files_box, files != NULL && files->len > 0);
}

/* --- what it is ------------------------------------------------------------------------------- */

/* "Nederlands" of "Nederlands (nl)": the code is for programs. */
static char *
dup_language (const char *language)
{
  g_autofree char *name = rk_form_language_dup_name (language);
  char *code = g_str_has_suffix (name, ")") ? g_strrstr (name, " (") : NULL;

  if (code != NULL && code > name)
    *code = '\0';
  return g_steal_pointer (&name);
}

static void
show_languages (RkQuestionnairePage *self, RkForm *form)
{
  const char *const *languages = rk_form_get_languages (form);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = dup_language (languages[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  /* Translators: names of languages, between commas */
  text = g_strdup_printf (_ ("Languages: %s"), names->str);
  gtk_label_set_label (self->languages, text);
  gtk_widget_set_visible (GTK_WIDGET (self->languages),
                          languages[0] != NULL && languages[1] != NULL);
}

static void
show_questionnaire (RkQuestionnairePage *self, GPtrArray *messages)
{
  guint n_sections;
  const char *version = rk_questionnaire_get_version (self->questionnaire);
  g_autofree char *questions = dup_count (show_sections (self, &n_sections));
  g_autofree char *sections =
      g_strdup_printf (ngettext ("%u section", "%u sections", n_sections), n_sections);
  /* Translators: the version of a questionnaire, then "7 sections" and "59 questions" */
  g_autofree char *caption =
      g_strdup_printf (_ ("version %s · %s · %s"), *version != '\0' ? version : "–", sections,
                          questions);

  gtk_label_set_label (self->title, rk_questionnaire_get_title (self->questionnaire));
  gtk_widget_set_visible (self->concept, rk_questionnaire_is_concept (self->questionnaire));
  gtk_label_set_label (self->caption, caption);
  show_languages (self, rk_questionnaire_get_form (self->questionnaire, NULL));
  show_findings (self, messages, _ ("What stands out"), TRUE);
  show_files (self);
}

static guint
count_errors (GPtrArray *messages)
{
  guint n = 0;

  for (guint i = 0; i < messages->len; i++)
    n += ((RkFormMessage *) g_ptr_array_index (messages, i))->severity == RK_FORM_SEVERITY_ERROR;
  return n;
}

/* What is wrong, all of it, and how to go on. */
static void
show_failure (RkQuestionnairePage *self, const char *path, const GError *error, GPtrArray *messages)
{
  guint n = count_errors (messages);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *reason = NULL;

  if (n > 0)
    /* Translators: a number of faults, the name of a file */
    reason = g_strdup_printf (
        ngettext ("%u thing is not right in “%s”. Correct it there, save the file and read it "
                  "again.",
                  "%u things are not right in “%s”. Correct them there, save the file and read it "
                  "again.",
                  n),
        n, name);
  gtk_label_set_label (self->reason, reason != NULL ? reason : error->message);
  show_findings (self, messages, _ ("What to correct"), FALSE);
  gtk_widget_set_visible (self->summary, FALSE);
  gtk_widget_set_visible (self->failure, TRUE);
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
  g_type_ensure (RK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/surveys/rk-questionnaire-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, summary);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, failure);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, title);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, concept);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, caption);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, languages);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, reason);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, add_button);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, try_button);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, again_button);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, findings_box);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, findings_title);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, findings);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, files_box);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, files);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, contents);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionnairePage, sections_box);
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

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "s", path);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->try_button), "s", path);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->again_button), "s", path);
  self->questionnaire = rk_questionnaire_new_from_file (path, messages, &error);
  if (self->questionnaire != NULL)
    self->sections = list_sections (self->questionnaire, &error);
  if (self->sections != NULL)
    show_questionnaire (self, messages);
  else
    show_failure (self, path, error, messages);
  return GTK_WIDGET (self);
}

RkQuestionnaire *
rk_questionnaire_page_get_questionnaire (RkQuestionnairePage *self)
{
  g_return_val_if_fail (RK_IS_QUESTIONNAIRE_PAGE (self), NULL);
  return self->questionnaire;
}
