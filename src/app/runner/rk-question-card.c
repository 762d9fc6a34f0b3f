/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-question-card.h"

#include "rk-addition.h"
#include "rk-answer-field.h"
#include "rk-assignee-popover.h"
#include "rk-fixed-value.h"
#include "rk-label-media.h"
#include "rk-markdown.h"
#include "rk-matrix.h"
#include "rk-note-popover.h"
#include "rk-question-widget.h"
#include "rk-ranking.h"
#include "rk-rich-label.h"
#include "rk-repeat-table.h"

#include <glib/gi18n.h>

#define NOTE_WORDS 40 /* characters of a note that the button shows */

struct _RkQuestionCard
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkQuestion *question;

  GtkLabel *number, *label, *hint, *open;
  GtkWidget *pill, *pill_below, *lock, *footer;
  AdwBin *media;
  GtkBox *answers; /* the control, and what adds to it */
  GtkMenuButton *note, *assignee;
  GtkLabel *note_label, *assignee_label;
  GtkWidget *control; /* (nullable): an RkQuestionWidget; NULL for a note */
  gboolean narrow, show_open;
  char *said;        /* label and hint */
  gboolean mirrored; /* its words run from right to left */
};

G_DEFINE_FINAL_TYPE (RkQuestionCard, rk_question_card, ADW_TYPE_BIN)

static guint focused_signal;

static void
set_direction (GtkWidget *widget, GtkTextDirection direction)
{
  gtk_widget_set_direction (widget, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_direction (child, direction);
}

/* By the first letter: Pango's own way to tell is deprecated. */
static gboolean
runs_from_the_right (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      switch (g_unichar_get_script (g_utf8_get_char (c)))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA: return TRUE;
        default: return FALSE;
        }
  return FALSE;
}

/* A card reads in the direction of its question, whatever that of the program. */
static void
show_direction (RkQuestionCard *self, const char *label)
{
  gboolean mirrored = runs_from_the_right (label);

  if (self->mirrored == mirrored)
    return;
  self->mirrored = mirrored;
  set_direction (GTK_WIDGET (self), mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_NONE);
}

static void
show_label (RkQuestionCard *self)
{
  g_autofree char *label = rk_question_dup_label (self->question);
  g_autofree char *hint = rk_question_dup_hint (self->question);
  g_autofree char *words = NULL, *hint_words = NULL;
  g_autofree char *both = g_strconcat (label, "\n", hint, NULL);

  if (g_strcmp0 (both, self->said) == 0)
    return;
  g_free (self->said);
  self->said = g_steal_pointer (&both);
  words = rk_markdown_to_text (label);
  hint_words = rk_markdown_to_text (hint);
  rk_rich_label_show (self->label, label);
  rk_rich_label_show (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *hint != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint_words, -1);
  if (RK_IS_ANSWER_FIELD (self->control))
    {
      rk_answer_field_set_label (RK_ANSWER_FIELD (self->control), words);
      rk_answer_field_set_description (RK_ANSWER_FIELD (self->control),
                                       *hint != '\0' ? hint_words : NULL);
    }
  show_direction (self, words);
}

static void
show_number (RkQuestionCard *self)
{
  guint number = rk_question_get_number (self->question);
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");

  gtk_label_set_label (self->number, text);
}

/* A repeat whose rows have required fields may still stay without rows. */
static gboolean
is_required (RkQuestion *question)
{
  if (rk_question_get_question_type (question) == RK_QUESTION_REPEAT)
    return rk_form_node_get_required (rk_question_get_node (question));
  return rk_question_get_required (question) && rk_question_counts (question);
}

static void
show_required (RkQuestionCard *self)
{
  gboolean required = is_required (self->question);
  gboolean open = self->show_open && required && !rk_question_get_answered (self->question) &&
                  !rk_question_is_wrong (self->question);
  gboolean all = required && !rk_question_is_partly_required (self->question);

  gtk_widget_set_visible (self->pill, all && !self->narrow);
  gtk_widget_set_visible (self->pill_below, all && self->narrow);
  /* A leaf says it under its own control; a table says it here. */
  gtk_widget_set_visible (GTK_WIDGET (self->open), open && !RK_IS_ANSWER_FIELD (self->control));
}

/* A frozen response can be read and copied from, not changed. A leaf sees to its own control. */
static void
show_frozen (RkQuestionCard *self)
{
  gboolean frozen = rk_response_is_submitted (rk_autosave_get_response (self->autosave));

  gtk_widget_set_sensitive (self->footer, !frozen);
  if (self->control != NULL && !RK_IS_ANSWER_FIELD (self->control))
    rk_question_widget_set_frozen (RK_QUESTION_WIDGET (self->control), frozen);
}

static void
show_note (RkQuestionCard *self)
{
  g_autofree char *note =
      rk_response_dup_note (rk_autosave_get_response (self->autosave), self->question);
  g_autofree char *start = g_utf8_substring (note, 0, MIN (g_utf8_strlen (note, -1), NOTE_WORDS));
  g_autofree char *text = NULL;
  gboolean cut = strlen (start) < strlen (note);

  g_strdelimit (start, "\n", ' ');
  if (*note == '\0')
    text = g_strdup (_ ("Note"));
  else
    /* Translators: a note that a person wrote; %s is its first words and … when there is more. */
    text = g_strdup_printf (_ ("Note: %s%s"), start, cut ? "…" : "");
  gtk_label_set_label (self->note_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), !self->narrow || *note != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
show_assignee (RkQuestionCard *self)
{
  g_autofree char *name =
      rk_response_dup_assignee (rk_autosave_get_response (self->autosave), self->question);
  g_autofree char *text = NULL;

  /* Translators: %s is the name of a colleague. */
  text = *name != '\0' ? g_strdup_printf (_ ("%s fills this in"), name)
                       : g_strdup (_ ("Assigned to nobody"));
  gtk_label_set_label (self->assignee_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->assignee_label), !self->narrow || *name != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->assignee), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static void
note_changed_cb (RkQuestionCard *self, RkQuestion *question)
{
  if (question != self->question)
    return;
  show_note (self);
  show_assignee (self);
}

static void
popup_note_cb (GtkMenuButton *button, gpointer data)
{
  RkQuestionCard *self = data;

  gtk_menu_button_set_popover (button, rk_note_popover_new (self->autosave, self->question));
}

static void
popup_assignee_cb (GtkMenuButton *button, gpointer data)
{
  RkQuestionCard *self = data;

  gtk_menu_button_set_popover (button, rk_assignee_popover_new (self->autosave, self->question));
}

static void
focus_entered_cb (RkQuestionCard *self)
{
  g_signal_emit (self, focused_signal, 0);
}

static void
rk_question_card_dispose (GObject *object)
{
  RkQuestionCard *self = RK_QUESTION_CARD (object);

  if (self->question != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->question, self);
      g_signal_handlers_disconnect_by_data (rk_question_get_node (self->question), self);
      g_signal_handlers_disconnect_by_data (rk_autosave_get_response (self->autosave), self);
    }
  g_clear_object (&self->question);
  g_clear_pointer (&self->said, g_free);
  g_clear_object (&self->autosave);
  G_OBJECT_CLASS (rk_question_card_parent_class)->dispose (object);
}

static void
rk_question_card_class_init (RkQuestionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_question_card_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-question-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, number);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, label);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, hint);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, media);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, open);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, pill);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, pill_below);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, lock);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, footer);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, answers);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, note);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, assignee);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, note_label);
  gtk_widget_class_bind_template_child (widget_class, RkQuestionCard, assignee_label);
  focused_signal = g_signal_new ("focused", RK_TYPE_QUESTION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
rk_question_card_init (RkQuestionCard *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_menu_button_set_create_popup_func (self->note, popup_note_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->assignee, popup_assignee_cb, self, NULL);
}

static GtkWidget *
new_control (RkAutosave *autosave, RkQuestion *question)
{
  RkFormNode *node = rk_question_get_node (question);

  switch (rk_question_get_question_type (question))
    {
    case RK_QUESTION_MATRIX: return rk_matrix_new (autosave, question);
    case RK_QUESTION_REPEAT: return rk_repeat_table_new (autosave, question);
    case RK_QUESTION_RANKING:
      return rk_form_node_get_node_type (node) == RK_NODE_LEAF
                 ? rk_answer_field_new (autosave, node)
                 : rk_ranking_new (autosave, node);
    case RK_QUESTION_CALCULATED: return rk_fixed_value_new (autosave, node);
    case RK_QUESTION_NOTE: return NULL;
    default: return rk_answer_field_new (autosave, node);
    }
}

/* Evidence and the like: a field of its own under the control. */
static void
add_addition (RkQuestionCard *self, RkFormNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *field = rk_answer_field_new (self->autosave, node);
  const char *label = rk_form_node_get_label (node);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", label != NULL ? label : "", "xalign",
                                   0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (title, "caption-heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), field);
  rk_answer_field_set_label (RK_ANSWER_FIELD (field), label != NULL ? label : "");
  g_object_bind_property (node, "relevant", box, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (self->answers, box);
}

/* Without anything to show it takes no room. */
static void
add_media (RkQuestionCard *self)
{
  GtkWidget *media = rk_label_media_new (rk_autosave_get_response (self->autosave),
                                         rk_question_get_node (self->question));

  adw_bin_set_child (self->media, media);
  g_object_bind_property (media, "visible", self->media, "visible", G_BINDING_SYNC_CREATE);
}

static void
fill_answers (RkQuestionCard *self)
{
  RkFormNode *node = rk_question_get_node (self->question);
  g_autoptr (GPtrArray) additions = NULL;

  self->control = new_control (self->autosave, self->question);
  gtk_widget_set_visible (GTK_WIDGET (self->answers), self->control != NULL);
  gtk_widget_set_visible (self->footer, rk_question_counts (self->question));
  if (self->control == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->label), "heading");
      return;
    }
  gtk_box_append (self->answers, self->control);
  if (RK_IS_FIXED_VALUE (self->control) && rk_question_is_in_summary (self->question))
    rk_fixed_value_set_plain (RK_FIXED_VALUE (self->control));
  if (RK_IS_MATRIX (self->control) || RK_IS_REPEAT_TABLE (self->control))
    gtk_widget_add_css_class (GTK_WIDGET (self->answers), "rk-table");
  if (rk_form_node_get_node_type (node) != RK_NODE_LEAF)
    return;
  additions = rk_addition_list_general (node);
  for (guint i = 0; i < additions->len; i++)
    add_addition (self, g_ptr_array_index (additions, i));
}

/* A line of a summary: no number, and its words above its value in small. */
static void
show_as_line (RkQuestionCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "rk-line");
  gtk_widget_set_visible (GTK_WIDGET (self->number), FALSE);
  if (self->control == NULL)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self->label), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "rk-hint");
}

static void
follow (RkQuestionCard *self)
{
  RkFormNode *node = rk_question_get_node (self->question);

  g_signal_connect_swapped (self->question, "notify::number", G_CALLBACK (show_number), self);
  g_signal_connect_swapped (self->question, "notify::required", G_CALLBACK (show_required), self);
  g_signal_connect_swapped (self->question, "notify::answered", G_CALLBACK (show_required), self);
  g_signal_connect_swapped (node, "notify::label", G_CALLBACK (show_label), self);
  g_signal_connect_swapped (node, "notify::hint", G_CALLBACK (show_label), self);
  /* The label of a table may be that of a group around it, which tells nobody. */
  if (rk_form_node_get_node_type (node) != RK_NODE_LEAF)
    g_signal_connect_object (rk_response_get_instance (rk_autosave_get_response (self->autosave)),
                             "changed", G_CALLBACK (show_label), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (rk_autosave_get_response (self->autosave), "note-changed",
                            G_CALLBACK (note_changed_cb), self);
  g_signal_connect_swapped (rk_autosave_get_response (self->autosave), "notify::submitted",
                            G_CALLBACK (show_frozen), self);
}

GtkWidget *
rk_question_card_new (RkAutosave *autosave, RkQuestion *question)
{
  RkQuestionCard *self = g_object_new (RK_TYPE_QUESTION_CARD, NULL);

  self->autosave = g_object_ref (autosave);
  self->question = g_object_ref (question);
  add_media (self);
  fill_answers (self);
  if (rk_question_is_in_summary (question))
    show_as_line (self);
  follow (self);
  gtk_widget_set_visible (self->lock, rk_question_is_confidential (question));
  show_label (self);
  show_number (self);
  show_required (self);
  show_note (self);
  show_assignee (self);
  show_frozen (self);
  return GTK_WIDGET (self);
}

RkQuestion *
rk_question_card_get_question (RkQuestionCard *self)
{
  g_return_val_if_fail (RK_IS_QUESTION_CARD (self), NULL);
  return self->question;
}

void
rk_question_card_set_size_class (RkQuestionCard *self, RkSizeClass size_class)
{
  gboolean tight = size_class == RK_SIZE_S;

  g_return_if_fail (RK_IS_QUESTION_CARD (self));
  self->narrow = tight;
  if (self->control != NULL)
    rk_question_widget_set_narrow (RK_QUESTION_WIDGET (self->control), tight);
  show_required (self);
  show_note (self);
  show_assignee (self);
}

void
rk_question_card_set_inner (RkQuestionCard *self)
{
  g_return_if_fail (RK_IS_QUESTION_CARD (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "rk-inner");
  gtk_widget_set_visible (GTK_WIDGET (self->number), FALSE);
  gtk_widget_set_visible (self->footer, FALSE);
}

gboolean
rk_question_card_focus (RkQuestionCard *self)
{
  g_return_val_if_fail (RK_IS_QUESTION_CARD (self), FALSE);
  return self->control != NULL &&
         rk_question_widget_focus_first (RK_QUESTION_WIDGET (self->control));
}

gboolean
rk_question_card_show_field (RkQuestionCard *self, RkFormNode *field)
{
  g_return_val_if_fail (RK_IS_QUESTION_CARD (self), FALSE);
  if (self->control != NULL && RK_IS_REPEAT_TABLE (self->control) &&
      rk_repeat_table_show_field (RK_REPEAT_TABLE (self->control), field))
    return TRUE;
  return rk_question_card_focus (self);
}

/* Every field in it: also those of an open row and of an option. */
static void
leave_fields (GtkWidget *widget)
{
  if (RK_IS_ANSWER_FIELD (widget))
    rk_question_widget_leave (RK_QUESTION_WIDGET (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    leave_fields (child);
}

void
rk_question_card_leave (RkQuestionCard *self)
{
  g_return_if_fail (RK_IS_QUESTION_CARD (self));
  leave_fields (GTK_WIDGET (self->answers));
  if (self->control != NULL && !RK_IS_ANSWER_FIELD (self->control))
    rk_question_widget_leave (RK_QUESTION_WIDGET (self->control));
}

void
rk_question_card_show_open (RkQuestionCard *self, gboolean show)
{
  g_return_if_fail (RK_IS_QUESTION_CARD (self));
  self->show_open = show;
  if (self->control != NULL)
    rk_question_widget_show_open (RK_QUESTION_WIDGET (self->control), show);
  show_required (self);
}

void
rk_question_card_open_note (RkQuestionCard *self)
{
  g_return_if_fail (RK_IS_QUESTION_CARD (self));
  gtk_menu_button_popup (self->note);
}
