/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-single-choice.h"

#include "rk-addition.h"
#include "rk-choice-columns.h"
#include "rk-choice-row.h"
#include "rk-answer-field.h"
#include "rk-tab-stop.h"

#include <glib/gi18n.h>

struct _RkSingleChoice
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *rows; /* RkTabStop of radios, each possibly followed by a revealer */
  GtkWidget *gone; /* (nullable): says that the answer is no longer on offer */
  char *label;     /* (nullable): of the answer, for when its option goes */
  gulong choices_id;
  gboolean filling;
};

/* Opens the free text of the chosen option and closes that of the others. */
static void
reveal_text (RkSingleChoice *self)
{
  GtkWidget *row = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (self->rows); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      row = child;
    else if (GTK_IS_REVEALER (child) && row != NULL)
      gtk_revealer_set_reveal_child (GTK_REVEALER (child),
                                     gtk_check_button_get_active (GTK_CHECK_BUTTON (row)));
}

static void
focus_text (GtkWidget *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next != NULL && GTK_IS_REVEALER (next))
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

static void
toggled_cb (RkSingleChoice *self, GtkCheckButton *row)
{
  if (self->filling || !gtk_check_button_get_active (row))
    return;
  rk_autosave_choose (self->autosave, self->node, rk_choice_row_get_value (GTK_WIDGET (row)));
  reveal_text (self);
}

/* A click (not an arrow key passing by) goes on to the free text of the option. */
static void
clicked_cb (GtkGestureClick *gesture)
{
  focus_text (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static void
update (RkQuestionWidget *widget)
{
  RkSingleChoice *self = RK_SINGLE_CHOICE (widget);
  const char *value = rk_form_node_get_stored_value (self->node);
  const RkChoice *chosen = rk_choices_find (rk_form_node_get_choices (self->node), value);

  if (chosen != NULL)
    {
      g_free (self->label);
      self->label = g_strdup (chosen->label);
    }
  self->filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (self->rows); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child),
                                   g_strcmp0 (rk_choice_row_get_value (child), value) == 0);
  self->filling = FALSE;
  reveal_text (self);
}

static void
clear_answer (RkSingleChoice *self)
{
  rk_autosave_choose (self->autosave, self->node, "");
  update (RK_QUESTION_WIDGET (self));
}

static gboolean
key_cb (RkSingleChoice *self, guint keyval)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!GTK_IS_CHECK_BUTTON (focus) || (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete))
    return GDK_EVENT_PROPAGATE;
  clear_answer (self);
  return GDK_EVENT_STOP;
}

static void
add_text_field (RkSingleChoice *self, const char *value, const char *label)
{
  RkFormNode *text = rk_addition_find (self->node, value);
  GtkWidget *revealer, *field;

  if (text == NULL)
    return;
  field = rk_answer_field_new (self->autosave, text);
  rk_answer_field_set_label (RK_ANSWER_FIELD (field), label);
  gtk_widget_add_css_class (field, "rk-choice-text");
  revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (revealer), field);
  gtk_box_append (GTK_BOX (self->rows), revealer);
}

static void
add_row (RkSingleChoice *self, GtkWidget *row, GtkCheckButton *group)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (row), group);
  g_signal_connect_swapped (row, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->rows), row);
}

/* The answer stays visible when an earlier answer took its option away. */
static GtkWidget *
add_gone (RkSingleChoice *self, const char *value)
{
  GtkWidget *row = rk_choice_row_new_gone (value, self->label != NULL ? self->label : value);

  self->gone = g_object_new (GTK_TYPE_LABEL, "label",
                             _ ("This answer no longer fits your earlier choice. Choose again."),
                                "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->gone, "rk-error-text");
  add_row (self, row, NULL);
  gtk_box_append (GTK_BOX (self->rows), self->gone);
  return row;
}

static void
build (RkSingleChoice *self)
{
  guint n_apart;
  g_autoptr (GPtrArray) choices = rk_choices_in_order (self->node, &n_apart);
  const char *value = rk_form_node_get_stored_value (self->node);
  GtkWidget *child, *first = NULL;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  self->gone = NULL;
  if (*value != '\0' && rk_choices_find (choices, value) == NULL)
    first = add_gone (self, value);
  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);
      GtkWidget *row = rk_choice_row_new (choice, TRUE);

      if (i > 0 && i == choices->len - n_apart)
        gtk_box_append (GTK_BOX (self->rows), rk_choice_line_new ());
      add_row (self, row, GTK_CHECK_BUTTON (first));
      if (first == NULL)
        first = row;
      add_text_field (self, choice->value, choice->label);
    }
  update (RK_QUESTION_WIDGET (self));
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  return rk_tab_stop_focus (RK_TAB_STOP (RK_SINGLE_CHOICE (widget)->rows));
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (RK_SINGLE_CHOICE (widget)->rows);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkSingleChoice, rk_single_choice, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_single_choice_dispose (GObject *object)
{
  RkSingleChoice *self = RK_SINGLE_CHOICE (object);

  if (self->node != NULL)
    g_clear_signal_handler (&self->choices_id, self->node);
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  g_clear_pointer (&self->label, g_free);
  G_OBJECT_CLASS (rk_single_choice_parent_class)->dispose (object);
}

static void
rk_single_choice_class_init (RkSingleChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_single_choice_dispose;
}

static void
rk_single_choice_init (RkSingleChoice *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_object_new (RK_TYPE_TAB_STOP, "orientation", GTK_ORIENTATION_VERTICAL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
  adw_bin_set_child (ADW_BIN (self), self->rows);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
rk_single_choice_new (RkAutosave *autosave, RkFormNode *node)
{
  RkSingleChoice *self = g_object_new (RK_TYPE_SINGLE_CHOICE, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->choices_id = g_signal_connect_swapped (node, "choices-changed", G_CALLBACK (build), self);
  build (self);
  return GTK_WIDGET (self);
}
