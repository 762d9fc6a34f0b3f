/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-text-field.h"

#include "rk-editable.h"

struct _RkTextField
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *entry;
  gboolean dirty;   /* typed since it was last entered */
  gboolean filling; /* the program writes in the entry, not a person */
};

static void
changed_cb (RkTextField *self)
{
  if (self->filling)
    return;
  self->dirty = TRUE;
  rk_autosave_type (self->autosave, self->node, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
leave (RkQuestionWidget *widget)
{
  RkTextField *self = RK_TEXT_FIELD (widget);

  if (!self->dirty)
    return;
  self->dirty = FALSE;
  rk_autosave_enter (self->autosave, self->node,
                     gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
activate_cb (RkTextField *self)
{
  leave (RK_QUESTION_WIDGET (self));
}

static void
update (RkQuestionWidget *widget)
{
  RkTextField *self = RK_TEXT_FIELD (widget);
  g_autofree char *text = NULL;

  if (self->dirty)
    return;
  text = rk_autosave_dup_text (self->autosave, self->node);
  self->filling = TRUE;
  rk_editable_fill (GTK_EDITABLE (self->entry), text);
  self->filling = FALSE;
}

/* Without selecting: one comes back to go on typing, not to overwrite. */
static gboolean
focus_first (RkQuestionWidget *widget)
{
  GtkWidget *entry = RK_TEXT_FIELD (widget)->entry;
  gboolean done = gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));

  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  return done;
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (RK_TEXT_FIELD (widget)->entry);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkTextField, rk_text_field, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_text_field_dispose (GObject *object)
{
  RkTextField *self = RK_TEXT_FIELD (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_text_field_parent_class)->dispose (object);
}

static void
rk_text_field_class_init (RkTextFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_text_field_dispose;
}

static void
rk_text_field_init (RkTextField *self)
{
  self->entry = gtk_entry_new ();
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 48);
  adw_bin_set_child (ADW_BIN (self), self->entry);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
}

GtkWidget *
rk_text_field_new (RkAutosave *autosave, RkFormNode *node)
{
  RkTextField *self = g_object_new (RK_TYPE_TEXT_FIELD, NULL);
  g_autofree char *text = NULL;

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  update (RK_QUESTION_WIDGET (self));
  /* A draft from before: it becomes an answer when this field is left. */
  text = rk_autosave_dup_text (autosave, node);
  self->dirty = !g_str_equal (text, rk_form_node_get_stored_value (node));
  return GTK_WIDGET (self);
}
