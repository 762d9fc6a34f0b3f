/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-typed-field.h"

#include "rk-editable.h"

typedef struct
{
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *entry;
  gboolean dirty;   /* typed since it was last entered */
  gboolean filling; /* the program writes in the control, not a person */
} RkTypedFieldPrivate;

/* Without selecting: one comes back to go on typing, not to overwrite. */
static gboolean
focus_first (RkQuestionWidget *widget)
{
  GtkWidget *entry = rk_typed_field_get_entry (RK_TYPED_FIELD (widget));
  gboolean done;

  if (!GTK_IS_ENTRY (entry))
    return gtk_widget_get_focusable (entry) ? gtk_widget_grab_focus (entry)
                                            : gtk_widget_child_focus (entry, GTK_DIR_TAB_FORWARD);
  done = gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  return done;
}

static void
leave (RkQuestionWidget *widget)
{
  rk_typed_field_complete (RK_TYPED_FIELD (widget));
}

static void
update (RkQuestionWidget *widget)
{
  rk_typed_field_refresh (RK_TYPED_FIELD (widget));
}

static void
set_frozen (RkQuestionWidget *widget, gboolean frozen)
{
  RK_TYPED_FIELD_GET_CLASS (widget)->freeze (RK_TYPED_FIELD (widget), frozen);
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (rk_typed_field_get_entry (RK_TYPED_FIELD (widget)));
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->set_frozen = set_frozen;
  iface->get_accessible = get_accessible;
}

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (RkTypedField, rk_typed_field, ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (RkTypedField)
                                      G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                             question_widget_init))

/* --- what a control does by itself ------------------------------------------------------------ */

static char *
dup_entry_text (RkTypedField *self)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (rk_typed_field_get_entry (self))));
}

static void
show_in_entry (RkTypedField *self, const char *text)
{
  rk_editable_fill (GTK_EDITABLE (rk_typed_field_get_entry (self)), text);
}

static void
freeze_entry (RkTypedField *self, gboolean frozen)
{
  gtk_editable_set_editable (GTK_EDITABLE (rk_typed_field_get_entry (self)), !frozen);
}

static void
rk_typed_field_dispose (GObject *object)
{
  RkTypedFieldPrivate *priv = rk_typed_field_get_instance_private (RK_TYPED_FIELD (object));

  g_clear_object (&priv->autosave);
  g_clear_object (&priv->node);
  G_OBJECT_CLASS (rk_typed_field_parent_class)->dispose (object);
}

static void
rk_typed_field_class_init (RkTypedFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_typed_field_dispose;
  klass->dup_typed = dup_entry_text;
  klass->show = show_in_entry;
  klass->freeze = freeze_entry;
}

static void
rk_typed_field_init (RkTypedField *self)
{
}

/* --- public ----------------------------------------------------------------------------------- */

void
rk_typed_field_set_entry (RkTypedField *self, GtkWidget *entry)
{
  RkTypedFieldPrivate *priv = rk_typed_field_get_instance_private (self);

  g_return_if_fail (RK_IS_TYPED_FIELD (self));
  priv->entry = entry;
  if (!GTK_IS_ENTRY (entry))
    return;
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (rk_typed_field_touch), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (rk_typed_field_complete), self);
}

GtkWidget *
rk_typed_field_get_entry (RkTypedField *self)
{
  RkTypedFieldPrivate *priv = rk_typed_field_get_instance_private (self);

  g_return_val_if_fail (RK_IS_TYPED_FIELD (self), NULL);
  return priv->entry;
}

void
rk_typed_field_open (RkTypedField *self, RkAutosave *autosave, RkFormNode *node)
{
  RkTypedFieldPrivate *priv = rk_typed_field_get_instance_private (self);

  g_return_if_fail (RK_IS_TYPED_FIELD (self));
  priv->autosave = g_object_ref (autosave);
  priv->node = g_object_ref (node);
  rk_typed_field_refresh (self);
  /* A draft from before: it becomes an answer when this field is left. */
  priv->dirty = rk_autosave_has_draft (autosave, node);
}

RkAutosave *
rk_typed_field_get_autosave (RkTypedField *self)
{
  RkTypedFieldPrivate *priv = rk_typed_field_get_instance_private (self);

  g_return_val_if_fail (RK_IS_TYPED_FIELD (self), NULL);
  return priv->autosave;
}

RkFormNode *
rk_typed_field_get_node (RkTypedField *self)
{
  RkTypedFieldPrivate *priv = rk_typed_field_get_instance_private (self);

  g_return_val_if_fail (RK_IS_TYPED_FIELD (self), NULL);
  return priv->node;
}

gboolean
rk_typed_field_is_filling (RkTypedField *self)
{
  RkTypedFieldPrivate *priv = rk_typed_field_get_instance_private (self);

  g_return_val_if_fail (RK_IS_TYPED_FIELD (self), FALSE);
  return priv->filling;
}

void
rk_typed_field_touch (RkTypedField *self)
{
  RkTypedFieldPrivate *priv = rk_typed_field_get_instance_private (self);
  g_autofree char *text = NULL;

  g_return_if_fail (RK_IS_TYPED_FIELD (self));
  if (priv->filling || priv->node == NULL)
    return;
  priv->dirty = TRUE;
  text = RK_TYPED_FIELD_GET_CLASS (self)->dup_typed (self);
  rk_autosave_type (priv->autosave, priv->node, text);
}

void
rk_typed_field_enter (RkTypedField *self, const char *text)
{
  RkTypedFieldPrivate *priv = rk_typed_field_get_instance_private (self);

  g_return_if_fail (RK_IS_TYPED_FIELD (self));
  priv->dirty = FALSE;
  rk_autosave_enter (priv->autosave, priv->node, text);
  rk_typed_field_refresh (self); /* writes it the way it is written here */
}

void
rk_typed_field_complete (RkTypedField *self)
{
  RkTypedFieldPrivate *priv = rk_typed_field_get_instance_private (self);
  g_autofree char *text = NULL;

  g_return_if_fail (RK_IS_TYPED_FIELD (self));
  if (!priv->dirty)
    return;
  text = RK_TYPED_FIELD_GET_CLASS (self)->dup_typed (self);
  rk_typed_field_enter (self, text);
}

void
rk_typed_field_refresh (RkTypedField *self)
{
  RkTypedFieldPrivate *priv = rk_typed_field_get_instance_private (self);
  g_autofree char *text = NULL;

  g_return_if_fail (RK_IS_TYPED_FIELD (self));
  if (priv->dirty)
    return;
  text = rk_autosave_dup_text (priv->autosave, priv->node);
  priv->filling = TRUE;
  RK_TYPED_FIELD_GET_CLASS (self)->show (self, text);
  priv->filling = FALSE;
}
