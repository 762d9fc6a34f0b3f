/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-choice-input.h"

#include "rk-answer-field.h"
#include "rk-choice-look.h"
#include "rk-choice-rows.h"
#include "rk-level-choice.h"
#include "rk-multiple-choice.h"
#include "rk-picker-choice.h"
#include "rk-single-choice.h"

struct _RkChoiceInput
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  gboolean searched, narrow;
};

static RkQuestionWidget *
get_control (RkChoiceInput *self)
{
  return RK_QUESTION_WIDGET (adw_bin_get_child (ADW_BIN (self)));
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  return rk_question_widget_focus_first (get_control (RK_CHOICE_INPUT (widget)));
}

static void
leave (RkQuestionWidget *widget)
{
  rk_question_widget_leave (get_control (RK_CHOICE_INPUT (widget)));
}

static void
update (RkQuestionWidget *widget)
{
  rk_question_widget_update (get_control (RK_CHOICE_INPUT (widget)));
}

static void
set_narrow (RkQuestionWidget *widget, gboolean narrow)
{
  RkChoiceInput *self = RK_CHOICE_INPUT (widget);

  self->narrow = narrow;
  rk_question_widget_set_narrow (get_control (self), narrow);
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return rk_question_widget_get_accessible (get_control (RK_CHOICE_INPUT (widget)));
}

static void
show_open (RkQuestionWidget *widget, gboolean show)
{
  rk_question_widget_show_open (get_control (RK_CHOICE_INPUT (widget)), show);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->set_narrow = set_narrow;
  iface->get_accessible = get_accessible;
  iface->show_open = show_open;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkChoiceInput, rk_choice_input, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static gboolean
is_searched (RkFormNode *node)
{
  return rk_choice_look_of (node).shape == RK_CHOICE_PICKER;
}

static GtkWidget *
new_control (RkChoiceInput *self)
{
  const RkControl *control = rk_form_node_get_control (self->node);

  if (control->type == RK_CONTROL_SELECT)
    return rk_multiple_choice_new (self->autosave, self->node, self->searched);
  if (rk_control_has_appearance (control, "rk-level"))
    return rk_level_choice_new (self->autosave, self->node);
  return self->searched ? rk_picker_choice_new (self->autosave, self->node)
                        : rk_single_choice_new (self->autosave, self->node);
}

/* Many choices where there were few, or the other way round. */
static void
choices_changed_cb (RkChoiceInput *self)
{
  gboolean searched = is_searched (self->node);
  GtkWidget *field = gtk_widget_get_ancestor (GTK_WIDGET (self), RK_TYPE_ANSWER_FIELD);

  if (searched == self->searched)
    return;
  self->searched = searched;
  adw_bin_set_child (ADW_BIN (self), new_control (self));
  rk_question_widget_set_narrow (get_control (self), self->narrow);
  if (field != NULL)
    rk_answer_field_renew (RK_ANSWER_FIELD (field));
}

static void
rk_choice_input_dispose (GObject *object)
{
  RkChoiceInput *self = RK_CHOICE_INPUT (object);

  if (self->node != NULL)
    g_signal_handlers_disconnect_by_data (self->node, self);
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_choice_input_parent_class)->dispose (object);
}

static void
rk_choice_input_class_init (RkChoiceInputClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_choice_input_dispose;
}

static void
rk_choice_input_init (RkChoiceInput *self)
{
}

GtkWidget *
rk_choice_input_new (RkAutosave *autosave, RkFormNode *node)
{
  RkChoiceInput *self = g_object_new (RK_TYPE_CHOICE_INPUT, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->searched = is_searched (node);
  /* Before the control does: it may be the wrong one for the choices of now. */
  g_signal_connect_swapped (node, "choices-changed", G_CALLBACK (choices_changed_cb), self);
  adw_bin_set_child (ADW_BIN (self), new_control (self));
  return GTK_WIDGET (self);
}
