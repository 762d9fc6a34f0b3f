/* SPDX-License-Identifier: EUPL-1.2 */
/* When the message speaks: after the focus has left, or when something else made the answer wrong;
 * never while typing. It goes as soon as the answer is right. */
#include "config.h"

#include "rk-answer-field.h"

#include "rk-input.h"

#include <glib/gi18n.h>

struct _RkAnswerField
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *input;

  GtkBox *box;
  GtkRevealer *revealer;
  GtkImage *icon;
  GtkLabel *message;
  char *label;       /* (nullable): of the question */
  char *description; /* the hint of the question, or NULL */

  GtkEventController *focus;
  gboolean has_focus;
  gboolean wrong;     /* the message is there */
  gboolean show_open; /* required and empty: say so, quietly */
};

/* A screen reader reads what is wrong first, then the hint. Not by a relation: GTK changed the
 * arguments of that for an error message, and a relation that describes may hide the hint. */
static void
describe_state (RkAnswerField *self)
{
  GtkAccessible *accessible = rk_question_widget_get_accessible (RK_QUESTION_WIDGET (self->input));
  const char *message = self->wrong ? gtk_label_get_label (self->message) : NULL;
  const char *parts[] = { message != NULL ? message : self->description,
                          message != NULL ? self->description : NULL, NULL };
  g_autofree char *text = g_strjoinv (" ", (char **) parts);

  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               self->wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                           : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (*text != '\0')
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
set_message (RkAnswerField *self, const char *text, gboolean wrong)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (text != NULL)
    gtk_label_set_label (self->message, text);
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), wrong);
  if (wrong)
    gtk_widget_add_css_class (widget, "rk-wrong");
  else
    gtk_widget_remove_css_class (widget, "rk-wrong");
  self->wrong = wrong;
  describe_state (self);
}

static gboolean
is_open (RkAnswerField *self)
{
  return rk_form_node_get_relevant (self->node) && rk_form_node_get_required (self->node) &&
         *rk_form_node_get_stored_value (self->node) == '\0';
}

/* @judge: the focus is elsewhere, so a new message may come. */
static void
refresh_message (RkAnswerField *self, gboolean judge)
{
  g_autofree char *message =
      rk_response_dup_message (rk_autosave_get_response (self->autosave), self->node);

  if (message != NULL && (judge || self->wrong))
    set_message (self, message, TRUE);
  else if (self->show_open && is_open (self))
    set_message (self, _ ("Still to be filled in"), FALSE);
  else
    set_message (self, NULL, FALSE);
}

/* After submitting, and while the form says that it is read-only. */
static void
show_frozen (RkAnswerField *self)
{
  gboolean frozen = rk_response_is_submitted (rk_autosave_get_response (self->autosave)) ||
                    rk_form_node_get_readonly (self->node);

  if (frozen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "rk-frozen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "rk-frozen");
  rk_question_widget_set_frozen (RK_QUESTION_WIDGET (self->input), frozen);
}

static void
describe_required (RkAnswerField *self)
{
  gtk_accessible_update_property (rk_question_widget_get_accessible (
                                      RK_QUESTION_WIDGET (self->input)),
                                  GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  rk_form_node_get_required (self->node), -1);
}

static void
node_changed_cb (RkAnswerField *self)
{
  rk_question_widget_update (RK_QUESTION_WIDGET (self->input));
  refresh_message (self, !self->has_focus);
}

static void
focus_left (RkAnswerField *self)
{
  self->has_focus = FALSE;
  rk_question_widget_leave (RK_QUESTION_WIDGET (self->input));
  rk_question_widget_update (RK_QUESTION_WIDGET (self->input));
  refresh_message (self, TRUE);
}

static void
focus_entered_cb (RkAnswerField *self)
{
  self->has_focus = TRUE;
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  return rk_question_widget_focus_first (RK_QUESTION_WIDGET (RK_ANSWER_FIELD (widget)->input));
}

static void
leave (RkQuestionWidget *widget)
{
  focus_left (RK_ANSWER_FIELD (widget));
}

static void
update (RkQuestionWidget *widget)
{
  node_changed_cb (RK_ANSWER_FIELD (widget));
}

static void
set_narrow (RkQuestionWidget *widget, gboolean narrow)
{
  rk_question_widget_set_narrow (RK_QUESTION_WIDGET (RK_ANSWER_FIELD (widget)->input), narrow);
}

static void
show_open (RkQuestionWidget *widget, gboolean show)
{
  RkAnswerField *self = RK_ANSWER_FIELD (widget);

  self->show_open = show;
  refresh_message (self, !self->has_focus);
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return rk_question_widget_get_accessible (RK_QUESTION_WIDGET (RK_ANSWER_FIELD (widget)->input));
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->set_narrow = set_narrow;
  iface->show_open = show_open;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkAnswerField, rk_answer_field, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_answer_field_dispose (GObject *object)
{
  RkAnswerField *self = RK_ANSWER_FIELD (object);

  if (self->node != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->node, self);
      g_signal_handlers_disconnect_by_data (rk_autosave_get_response (self->autosave), self);
      g_signal_handlers_disconnect_by_data (self->focus, self);
    }
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->description, g_free);
  G_OBJECT_CLASS (rk_answer_field_parent_class)->dispose (object);
}

static void
rk_answer_field_class_init (RkAnswerFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_answer_field_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-answer-field.ui");
  gtk_widget_class_bind_template_child (widget_class, RkAnswerField, box);
  gtk_widget_class_bind_template_child (widget_class, RkAnswerField, revealer);
  gtk_widget_class_bind_template_child (widget_class, RkAnswerField, icon);
  gtk_widget_class_bind_template_child (widget_class, RkAnswerField, message);
}

static void
rk_answer_field_init (RkAnswerField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->focus = gtk_event_controller_focus_new ();
  gtk_widget_add_controller (GTK_WIDGET (self), self->focus);
  g_signal_connect_swapped (self->focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (self->focus, "leave", G_CALLBACK (focus_left), self);
}

GtkWidget *
rk_answer_field_new_for_input (RkAutosave *autosave, RkFormNode *node, GtkWidget *input)
{
  RkAnswerField *self = g_object_new (RK_TYPE_ANSWER_FIELD, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->input = input;
  gtk_box_prepend (self->box, input);
  g_signal_connect_swapped (node, "notify::value", G_CALLBACK (node_changed_cb), self);
  g_signal_connect_swapped (node, "notify::violation", G_CALLBACK (node_changed_cb), self);
  g_signal_connect_swapped (node, "notify::required", G_CALLBACK (describe_required), self);
  g_signal_connect_swapped (node, "notify::readonly", G_CALLBACK (show_frozen), self);
  g_signal_connect_swapped (rk_autosave_get_response (autosave), "notify::submitted",
                            G_CALLBACK (show_frozen), self);
  describe_required (self);
  show_frozen (self);
  refresh_message (self, TRUE);
  return GTK_WIDGET (self);
}

GtkWidget *
rk_answer_field_new (RkAutosave *autosave, RkFormNode *node)
{
  return rk_answer_field_new_for_input (autosave, node, rk_input_new (autosave, node));
}

static void
show_label (RkAnswerField *self)
{
  gtk_accessible_update_property (rk_question_widget_get_accessible (
                                      RK_QUESTION_WIDGET (self->input)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label != NULL ? self->label : "", -1);
}

void
rk_answer_field_set_label (RkAnswerField *self, const char *label)
{
  g_return_if_fail (RK_IS_ANSWER_FIELD (self));
  g_free (self->label);
  self->label = g_strdup (label);
  show_label (self);
}

void
rk_answer_field_renew (RkAnswerField *self)
{
  g_return_if_fail (RK_IS_ANSWER_FIELD (self));
  show_label (self);
  describe_required (self);
  describe_state (self);
  show_frozen (self);
}

void
rk_answer_field_set_description (RkAnswerField *self, const char *description)
{
  g_return_if_fail (RK_IS_ANSWER_FIELD (self));
  g_free (self->description);
  self->description = g_strdup (description);
  describe_state (self);
}

RkFormNode *
rk_answer_field_get_node (RkAnswerField *self)
{
  g_return_val_if_fail (RK_IS_ANSWER_FIELD (self), NULL);
  return self->node;
}

GtkWidget *
rk_answer_field_get_input (RkAnswerField *self)
{
  g_return_val_if_fail (RK_IS_ANSWER_FIELD (self), NULL);
  return self->input;
}
