/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-yes-no.h"

#include <glib/gi18n.h>

struct _RkYesNo
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *box, *yes, *no;
  gboolean filling; /* the program ticks, not a person */
};

static void
update (RkQuestionWidget *widget)
{
  RkYesNo *self = RK_YES_NO (widget);
  const char *value = rk_form_node_get_stored_value (self->node);

  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->yes),
                               g_str_equal (value, "true") || g_str_equal (value, "1"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->no),
                               g_str_equal (value, "false") || g_str_equal (value, "0"));
  self->filling = FALSE;
}

static void
toggled_cb (RkYesNo *self, GtkCheckButton *button)
{
  if (!self->filling && gtk_check_button_get_active (button))
    rk_autosave_choose (self->autosave, self->node,
                        GTK_WIDGET (button) == self->yes ? "true" : "false");
}

static gboolean
clear_cb (RkYesNo *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete)
    return FALSE;
  rk_autosave_choose (self->autosave, self->node, "");
  return TRUE;
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (RK_YES_NO (widget)->box);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkYesNo, rk_yes_no, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_yes_no_dispose (GObject *object)
{
  RkYesNo *self = RK_YES_NO (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_yes_no_parent_class)->dispose (object);
}

static void
rk_yes_no_class_init (RkYesNoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_yes_no_dispose;
}

static GtkWidget *
add_radio (RkYesNo *self, const char *label)
{
  GtkWidget *radio = gtk_check_button_new_with_label (label);

  gtk_widget_add_css_class (radio, "rk-choice-row");
  g_signal_connect_swapped (radio, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->box), radio);
  return radio;
}

static void
rk_yes_no_init (RkYesNo *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
  self->yes = add_radio (self, _ ("Yes"));
  self->no = add_radio (self, _ ("No"));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->no), GTK_CHECK_BUTTON (self->yes));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (clear_cb), self);
  gtk_widget_add_controller (self->box, keys);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
rk_yes_no_new (RkAutosave *autosave, RkFormNode *node)
{
  RkYesNo *self = g_object_new (RK_TYPE_YES_NO, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
