/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-picker-choice.h"

#include "rk-addition.h"
#include "rk-choice-columns.h"
#include "rk-choice-row.h"
#include "rk-choice-search.h"
#include "rk-answer-field.h"
#include "rk-picker.h"

#include <glib/gi18n.h>

struct _RkPickerChoice
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *box, *picker, *gone, *nothing;
  char *label; /* (nullable): of the answer, for when it is no longer on offer */
  gulong choices_id;
};

/* The free text of the chosen option, right under the entry. */
static void
show_addition (RkPickerChoice *self, const char *value)
{
  RkFormNode *node = *value != '\0' ? rk_addition_find (self->node, value) : NULL;
  GtkWidget *last = gtk_widget_get_last_child (self->box);
  GtkWidget *field;

  if (RK_IS_ANSWER_FIELD (last) && rk_answer_field_get_node (RK_ANSWER_FIELD (last)) == node)
    return;
  if (RK_IS_ANSWER_FIELD (last))
    gtk_box_remove (GTK_BOX (self->box), last);
  if (node == NULL)
    return;
  field = rk_answer_field_new (self->autosave, node);
  rk_answer_field_set_label (RK_ANSWER_FIELD (field), rk_form_node_get_label (node));
  gtk_widget_add_css_class (field, "rk-choice-text");
  gtk_box_append (GTK_BOX (self->box), field);
}

/* What no longer fits is struck through, and stays until one chooses again. */
static void
strike (RkPickerChoice *self, gboolean gone)
{
  GtkEntry *entry = GTK_ENTRY (rk_picker_get_entry (RK_PICKER (self->picker)));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (gone)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_entry_set_attributes (entry, attributes);
  gtk_widget_set_visible (self->gone, gone);
}

/* A text that is not in the list stays there as it was typed; TRUE when there is one. */
static gboolean
show_unmatched (RkPickerChoice *self)
{
  g_autofree char *text = NULL;

  if (!rk_response_is_raw (rk_autosave_get_response (self->autosave), self->node))
    return FALSE;
  text = rk_autosave_dup_text (self->autosave, self->node);
  rk_picker_show_text (RK_PICKER (self->picker), text);
  strike (self, FALSE);
  show_addition (self, "");
  return TRUE;
}

static void
update (RkQuestionWidget *widget)
{
  RkPickerChoice *self = RK_PICKER_CHOICE (widget);
  GPtrArray *choices = rk_form_node_get_choices (self->node);
  const char *value = rk_form_node_get_stored_value (self->node);
  const RkChoice *choice = rk_choices_find (choices, value);
  g_autoptr (RkPickerItem) item = NULL;

  gtk_widget_set_visible (self->nothing, choices->len == 0);
  if (show_unmatched (self))
    return;
  if (choice != NULL)
    {
      g_free (self->label);
      self->label = rk_choice_dup_words (choice);
    }
  if (*value != '\0')
    item = rk_picker_item_new (value, self->label != NULL ? self->label : value, NULL);
  rk_picker_set_selected (RK_PICKER (self->picker), item);
  strike (self, *value != '\0' && choice == NULL);
  show_addition (self, value);
}

static void
go_on (RkPickerChoice *self)
{
  const RkControl *control = rk_form_node_get_control (self->node);

  if (rk_control_has_appearance (control, "quick"))
    gtk_widget_activate_action (GTK_WIDGET (self), "runner.next-question", NULL);
}

static void
chosen_cb (RkPickerChoice *self, RkPickerItem *item)
{
  if (item == NULL)
    return;
  rk_autosave_choose (self->autosave, self->node, rk_picker_item_get_id (item));
  update (RK_QUESTION_WIDGET (self));
  go_on (self);
}

static void
cleared_cb (RkPickerChoice *self)
{
  rk_autosave_choose (self->autosave, self->node, "");
  update (RK_QUESTION_WIDGET (self));
}

static void
typed_cb (RkPickerChoice *self)
{
  const char *text = rk_picker_get_text (RK_PICKER (self->picker));

  if (*text != '\0') /* emptied is judged when it is left */
    rk_autosave_type (self->autosave, self->node, text);
}

static gboolean
unmatched_cb (RkPickerChoice *self, const char *text)
{
  rk_autosave_enter (self->autosave, self->node, text);
  return TRUE;
}

static void
leave (RkQuestionWidget *widget)
{
  rk_picker_leave (RK_PICKER (RK_PICKER_CHOICE (widget)->picker));
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  return gtk_widget_grab_focus (
      rk_picker_get_entry (RK_PICKER (RK_PICKER_CHOICE (widget)->picker)));
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (rk_picker_get_entry (RK_PICKER (RK_PICKER_CHOICE (widget)->picker)));
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkPickerChoice, rk_picker_choice, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_picker_choice_dispose (GObject *object)
{
  RkPickerChoice *self = RK_PICKER_CHOICE (object);

  if (self->node != NULL)
    g_clear_signal_handler (&self->choices_id, self->node);
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  g_clear_pointer (&self->label, g_free);
  G_OBJECT_CLASS (rk_picker_choice_parent_class)->dispose (object);
}

static void
rk_picker_choice_class_init (RkPickerChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_picker_choice_dispose;
}

static void
rk_picker_choice_init (RkPickerChoice *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->picker = rk_picker_new ();
  self->gone = rk_choice_gone_new ();
  self->nothing = rk_choice_nothing_new ();
  gtk_widget_set_visible (self->gone, FALSE);
  rk_picker_set_placeholder (RK_PICKER (self->picker), _ ("Type a part of the name"));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (rk_picker_get_entry (RK_PICKER (self->picker))),
                                    48);
  gtk_box_append (GTK_BOX (self->box), self->picker);
  gtk_box_append (GTK_BOX (self->box), self->gone);
  gtk_box_append (GTK_BOX (self->box), self->nothing);
  adw_bin_set_child (ADW_BIN (self), self->box);
  g_signal_connect_swapped (self->picker, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->picker, "cleared", G_CALLBACK (cleared_cb), self);
  g_signal_connect_swapped (self->picker, "typed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->picker, "unmatched", G_CALLBACK (unmatched_cb), self);
}

GtkWidget *
rk_picker_choice_new (RkAutosave *autosave, RkFormNode *node)
{
  RkPickerChoice *self = g_object_new (RK_TYPE_PICKER_CHOICE, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  rk_picker_set_search (RK_PICKER (self->picker), rk_choice_search_find,
                        rk_choice_search_new (node), g_object_unref);
  self->choices_id = g_signal_connect_swapped (node, "choices-changed", G_CALLBACK (update), self);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
