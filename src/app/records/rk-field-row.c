/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-field-row.h"

#include "rk-field-control.h"
#include "rk-field-words.h"

#include <glib/gi18n.h>

struct _RkFieldRow
{
  GtkListBoxRow parent_instance;
  RkStore *store;
  const RkField *field;
  char *value; /* (nullable): what is saved */
  char *draft; /* (nullable): what was typed and is wrong */
  char *owner_field;
  char *owner;
  gboolean touched; /* typed since it was saved */
  GtkBox *box;
  GtkLabel *text;          /* to read */
  RkFieldControl *control; /* (nullable): made when it is first changed */
  GtkBox *message;         /* (nullable): icon and sentence */
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (RkFieldRow, rk_field_row, GTK_TYPE_LIST_BOX_ROW)

static guint edited_signal;

/* --- showing --------------------------------------------------------------------------------- */

static void
show_text (RkFieldRow *self)
{
  g_autofree char *text = rk_field_dup_text (self->store, self->field, self->value);
  g_autofree char *name = NULL;
  const char *shown = *text != '\0' ? text : _ ("Not filled in");

  gtk_label_set_label (self->text, shown);
  /* Translators: the name of a field and its value */
  name = g_strdup_printf (_ ("%s: %s"), _ (self->field->label), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
make_message (RkFieldRow *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("rk-error-symbolic");

  self->message = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->sentence = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "rk-error-text");
  gtk_box_append (self->message, icon);
  gtk_box_append (self->message, GTK_WIDGET (self->sentence));
  gtk_box_append (self->box, GTK_WIDGET (self->message));
}

void
rk_field_row_set_message (RkFieldRow *self, const char *sentence)
{
  GtkWidget *focus;

  g_return_if_fail (RK_IS_FIELD_ROW (self));
  if (sentence != NULL && self->message == NULL)
    make_message (self);
  if (self->message == NULL)
    return;
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), sentence != NULL);
  if (self->control == NULL)
    return;
  focus = rk_field_control_get_focus_widget (self->control);
  if (sentence != NULL)
    gtk_widget_add_css_class (focus, "error");
  else
    gtk_widget_remove_css_class (focus, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : "", -1);
}

/* --- changing -------------------------------------------------------------------------------- */

static void
take (RkFieldRow *self, const char *value)
{
  g_clear_pointer (&self->draft, g_free);
  rk_field_row_set_message (self, NULL);
  rk_field_control_set_value (self->control, value);
  if (g_strcmp0 (value, self->value) == 0)
    {
      g_signal_emit (self, edited_signal, 0); /* a draft may have to go */
      return;
    }
  g_free (self->value);
  self->value = g_strdup (value);
  show_text (self);
  g_signal_emit (self, edited_signal, 0);
}

void
rk_field_row_commit (RkFieldRow *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (RK_IS_FIELD_ROW (self));
  if (self->control == NULL || !self->touched)
    return;
  self->touched = FALSE;
  typed = rk_field_control_dup_typed (self->control);
  if (rk_field_parse (self->field, typed, &value, &error))
    {
      take (self, value);
      return;
    }
  g_free (self->draft);
  self->draft = g_steal_pointer (&typed);
  rk_field_row_set_message (self, error->message);
  g_signal_emit (self, edited_signal, 0);
}

static void
done_cb (RkFieldRow *self)
{
  self->touched = TRUE;
  rk_field_row_commit (self);
}

/* A wrong value that becomes right says so at once. */
static void
touched_cb (RkFieldRow *self)
{
  g_autofree char *typed = rk_field_control_dup_typed (self->control);
  g_autofree char *value = NULL;

  self->touched = TRUE;
  if (self->draft != NULL && rk_field_parse (self->field, typed, &value, NULL))
    rk_field_row_set_message (self, NULL);
}

static gboolean
key_pressed_cb (RkFieldRow *self, guint key)
{
  if (key != GDK_KEY_Escape || (!self->touched && self->draft == NULL))
    return GDK_EVENT_PROPAGATE;
  self->touched = FALSE;
  take (self, self->value);
  return GDK_EVENT_STOP;
}

static void
make_control (RkFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->control = RK_FIELD_CONTROL (rk_field_control_new (self->store, self->field));
  if (self->owner_field != NULL)
    rk_field_control_set_owner (self->control, self->owner_field, self->owner);
  rk_field_control_set_value (self->control, self->value);
  gtk_box_insert_child_after (self->box, GTK_WIDGET (self->control), GTK_WIDGET (self->text));
  g_signal_connect_swapped (self->control, "touched", G_CALLBACK (touched_cb), self);
  g_signal_connect_swapped (self->control, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (rk_field_row_commit), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->control), focus);
  gtk_widget_add_controller (GTK_WIDGET (self->control), keys);
}

void
rk_field_row_set_editing (RkFieldRow *self, gboolean editing)
{
  gboolean control;

  g_return_if_fail (RK_IS_FIELD_ROW (self));
  control =
      editing && rk_field_control_can_edit (self->field) && !rk_store_is_read_only (self->store);
  if (control && self->control == NULL)
    make_control (self);
  gtk_widget_set_visible (GTK_WIDGET (self->text), !control);
  if (self->control != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->control), control);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self),
                                    !control && self->value != NULL &&
                                        self->field->type == RK_FIELD_REFERENCE);
  gtk_widget_set_focusable (GTK_WIDGET (self), !control);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
rk_field_row_finalize (GObject *object)
{
  RkFieldRow *self = RK_FIELD_ROW (object);

  g_clear_object (&self->store);
  g_free (self->value);
  g_free (self->draft);
  g_free (self->owner_field);
  g_free (self->owner);
  G_OBJECT_CLASS (rk_field_row_parent_class)->finalize (object);
}

static void
rk_field_row_class_init (RkFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_field_row_finalize;
  edited_signal = g_signal_new ("edited", RK_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
rk_field_row_init (RkFieldRow *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "rk-field");
}

static GtkWidget *
make_caption (const RkField *field)
{
  const char *text = _ ("Stays on this computer, unless you share it explicitly.");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", _ (field->label), "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget *lock;

  gtk_widget_add_css_class (label, "rk-caption");
  gtk_box_append (GTK_BOX (box), label);
  if ((field->flags & RK_FIELD_CONFIDENTIAL) == 0)
    return box;
  lock = g_object_new (GTK_TYPE_IMAGE, "icon-name", "rk-lock-symbolic", "pixel-size", 12,
                       "tooltip-text", text, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (lock, "rk-secondary");
  gtk_box_append (GTK_BOX (box), lock);
  return box;
}

GtkWidget *
rk_field_row_new (RkStore *store, const RkField *field)
{
  RkFieldRow *self = g_object_new (RK_TYPE_FIELD_ROW, NULL);

  self->store = g_object_ref (store);
  self->field = field;
  self->text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                             PANGO_WRAP_WORD_CHAR, "selectable", FALSE, NULL);
  gtk_box_append (self->box, make_caption (field));
  gtk_box_append (self->box, GTK_WIDGET (self->text));
  show_text (self);
  rk_field_row_set_editing (self, FALSE);
  return GTK_WIDGET (self);
}

const RkField *
rk_field_row_get_field (RkFieldRow *self)
{
  g_return_val_if_fail (RK_IS_FIELD_ROW (self), NULL);
  return self->field;
}

void
rk_field_row_set_value (RkFieldRow *self, const char *value)
{
  g_return_if_fail (RK_IS_FIELD_ROW (self));
  if (value != self->value)
    {
      char *copy = g_strdup (value);
      g_free (self->value);
      self->value = copy;
    }
  show_text (self); /* what it refers to may have another name now */
  if (self->control != NULL && !self->touched && self->draft == NULL)
    rk_field_control_set_value (self->control, value);
}

const char *
rk_field_row_get_value (RkFieldRow *self)
{
  g_return_val_if_fail (RK_IS_FIELD_ROW (self), NULL);
  return self->value;
}

const char *
rk_field_row_get_draft (RkFieldRow *self)
{
  g_return_val_if_fail (RK_IS_FIELD_ROW (self), NULL);
  return self->draft;
}

void
rk_field_row_restore_draft (RkFieldRow *self, const char *typed)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (RK_IS_FIELD_ROW (self) && typed != NULL);
  if (self->control == NULL || rk_field_parse (self->field, typed, &value, &error))
    return;
  g_free (self->draft);
  self->draft = g_strdup (typed);
  rk_field_control_set_typed (self->control, typed);
  rk_field_row_set_message (self, error->message);
}

void
rk_field_row_set_owner (RkFieldRow *self, const char *field, const char *id)
{
  g_return_if_fail (RK_IS_FIELD_ROW (self));
  g_free (self->owner_field);
  g_free (self->owner);
  self->owner_field = g_strdup (field);
  self->owner = g_strdup (id);
  if (self->control != NULL)
    rk_field_control_set_owner (self->control, field, id);
}
