/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-trigger-check.h"

#include <glib/gi18n.h>

struct _RkTriggerCheck
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *check;
  gboolean filling;
};

static void
update (RkQuestionWidget *widget)
{
  RkTriggerCheck *self = RK_TRIGGER_CHECK (widget);

  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check),
                               *rk_form_node_get_stored_value (self->node) != '\0');
  self->filling = FALSE;
}

static void
toggled_cb (RkTriggerCheck *self)
{
  gboolean on = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));

  if (!self->filling)
    rk_autosave_choose (self->autosave, self->node, on ? "OK" : "");
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (RK_TRIGGER_CHECK (widget)->check);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkTriggerCheck, rk_trigger_check, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_trigger_check_dispose (GObject *object)
{
  RkTriggerCheck *self = RK_TRIGGER_CHECK (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_trigger_check_parent_class)->dispose (object);
}

static void
rk_trigger_check_class_init (RkTriggerCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_trigger_check_dispose;
}

static void
rk_trigger_check_init (RkTriggerCheck *self)
{
  self->check = gtk_check_button_new_with_label (_ ("I have read this"));
  gtk_widget_add_css_class (self->check, "rk-choice-row");
  adw_bin_set_child (ADW_BIN (self), self->check);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
}

GtkWidget *
rk_trigger_check_new (RkAutosave *autosave, RkFormNode *node)
{
  RkTriggerCheck *self = g_object_new (RK_TYPE_TRIGGER_CHECK, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
