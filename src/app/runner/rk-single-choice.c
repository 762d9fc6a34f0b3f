/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-single-choice.h"

#include "rk-choice-row.h"
#include "rk-choice-rows.h"

struct _RkSingleChoice
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  RkChoiceRows *rows;
};

static void
update (RkQuestionWidget *widget)
{
  rk_choice_rows_update (RK_SINGLE_CHOICE (widget)->rows);
}

static void
enter (RkSingleChoice *self, const char *value)
{
  rk_autosave_choose (self->autosave, self->node, value);
  update (RK_QUESTION_WIDGET (self));
}

static void
toggled_cb (RkSingleChoice *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    enter (self, rk_choice_row_get_value (GTK_WIDGET (button)));
}

/* A choice that is made, not passed by on the way with the arrows: on to the next question where
 * the form wants that, else to the free text of the option. */
static void
go_on (RkSingleChoice *self, GtkWidget *button)
{
  GtkWidget *text = gtk_widget_get_next_sibling (button);

  if (rk_choice_rows_get_look (self->rows).quick)
    gtk_widget_activate_action (GTK_WIDGET (self), "runner.next-question", NULL);
  else if (GTK_IS_REVEALER (text))
    gtk_widget_child_focus (text, GTK_DIR_TAB_FORWARD);
}

static gboolean
go_on_cb (gpointer data)
{
  RkSingleChoice *self = data;
  GtkWidget *button = rk_choice_rows_get_focused (self->rows);

  if (button != NULL)
    go_on (self, button);
  return G_SOURCE_REMOVE;
}

/* The button takes the focus after this. */
static void
clicked_cb (RkSingleChoice *self, GtkCheckButton *button)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, go_on_cb, g_object_ref (self), g_object_unref);
}

/* A digit chooses the point of that place. */
static gboolean
choose_point (RkSingleChoice *self, guint keyval)
{
  guint32 digit = gdk_keyval_to_unicode (keyval);
  GtkWidget *button =
      digit >= '1' && digit <= '9' ? rk_choice_rows_get_button (self->rows, digit - '1') : NULL;

  if (button == NULL || !rk_choice_rows_is_scale (self->rows))
    return GDK_EVENT_PROPAGATE;
  enter (self, rk_choice_row_get_value (button));
  gtk_widget_grab_focus (button);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (RkSingleChoice *self, guint keyval, guint code, GdkModifierType state)
{
  GtkWidget *button = rk_choice_rows_get_focused (self->rows);

  if (button == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete: enter (self, ""); return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!rk_choice_rows_get_look (self->rows).quick)
        return GDK_EVENT_PROPAGATE;
      enter (self, rk_choice_row_get_value (button));
      go_on (self, button);
      return GDK_EVENT_STOP;
    default: return choose_point (self, keyval);
    }
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  return rk_choice_rows_focus (RK_SINGLE_CHOICE (widget)->rows);
}

static void
set_narrow (RkQuestionWidget *widget, gboolean narrow)
{
  rk_choice_rows_set_narrow (RK_SINGLE_CHOICE (widget)->rows, narrow);
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return rk_choice_rows_get_accessible (RK_SINGLE_CHOICE (widget)->rows);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->update = update;
  iface->set_narrow = set_narrow;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkSingleChoice, rk_single_choice, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_single_choice_dispose (GObject *object)
{
  RkSingleChoice *self = RK_SINGLE_CHOICE (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
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

  /* Before the button does: it would only switch. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
rk_single_choice_new (RkAutosave *autosave, RkFormNode *node)
{
  RkSingleChoice *self = g_object_new (RK_TYPE_SINGLE_CHOICE, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->rows = RK_CHOICE_ROWS (rk_choice_rows_new (autosave, node, RK_ROWS_RADIO));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
  g_signal_connect_swapped (self->rows, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect_swapped (self->rows, "clicked", G_CALLBACK (clicked_cb), self);
  return GTK_WIDGET (self);
}
