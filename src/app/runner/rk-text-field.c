/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-text-field.h"

#include <glib/gi18n.h>

struct _RkTextField
{
  RkTypedField parent_instance;
  GtkWidget *entry;
  GtkWidget *show; /* a toggle, for a text that is hidden while it is typed */
  GtkWidget *help; /* what is different here from where the form was made for */
};

G_DEFINE_FINAL_TYPE (RkTextField, rk_text_field, RK_TYPE_TYPED_FIELD)

static void
rk_text_field_class_init (RkTextFieldClass *klass)
{
}

static void
rk_text_field_init (RkTextField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_entry_new ();
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 48);
  gtk_widget_set_hexpand (self->entry, TRUE);
  self->show = gtk_toggle_button_new_with_label (_ ("Show"));
  self->help = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->help, "rk-hint");
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->show);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->help);
  adw_bin_set_child (ADW_BIN (self), box);
  rk_typed_field_set_entry (RK_TYPED_FIELD (self), self->entry);
}

/* The form wants another app to give the answer: on this computer a person types it. */
static gboolean
wants_other_app (const RkControl *control)
{
  return control->intent != NULL || g_str_has_prefix (control->appearance, "ex:") ||
         strstr (control->appearance, " ex:") != NULL;
}

static void
apply_appearance (RkTextField *self, const RkControl *control)
{
  gboolean masked = rk_control_has_appearance (control, "masked");

  gtk_widget_set_visible (self->show, masked);
  if (masked)
    {
      gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_PASSWORD);
      g_object_bind_property (self->show, "active", self->entry, "visibility",
                              G_BINDING_SYNC_CREATE);
    }
  else if (rk_control_has_appearance (control, "numbers"))
    {
      gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 20);
      gtk_widget_set_hexpand (self->entry, FALSE);
    }
  if (wants_other_app (control))
    {
      gtk_label_set_label (GTK_LABEL (self->help),
                           _ ("Another app would fill this in. It is not available here: fill in "
                              "the answer yourself."));
      gtk_widget_set_visible (self->help, TRUE);
    }
}

GtkWidget *
rk_text_field_new (RkAutosave *autosave, RkFormNode *node)
{
  RkTextField *self = g_object_new (RK_TYPE_TEXT_FIELD, NULL);
  const RkControl *control = rk_form_node_get_control (node);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  rk_form_node_get_attribute (node, "placeholder"));
  gtk_widget_set_visible (self->show, FALSE);
  if (control != NULL)
    apply_appearance (self, control);
  rk_typed_field_open (RK_TYPED_FIELD (self), autosave, node);
  return GTK_WIDGET (self);
}
