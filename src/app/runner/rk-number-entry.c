/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-number-entry.h"

#include "rk-editable.h"

struct _RkNumberEntry
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *entry;
  GtkLabel *unit;
  gboolean dirty;   /* typed since it was last entered */
  gboolean filling; /* the program writes in the entry, not a person */
};

static void
changed_cb (RkNumberEntry *self)
{
  if (self->filling)
    return;
  self->dirty = TRUE;
  rk_autosave_type (self->autosave, self->node, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
update (RkQuestionWidget *widget)
{
  RkNumberEntry *self = RK_NUMBER_ENTRY (widget);
  g_autofree char *text = NULL;

  if (self->dirty)
    return;
  text = rk_number_dup_shown (self->autosave, self->node);
  self->filling = TRUE;
  rk_editable_fill (GTK_EDITABLE (self->entry), text);
  self->filling = FALSE;
}

static void
leave (RkQuestionWidget *widget)
{
  RkNumberEntry *self = RK_NUMBER_ENTRY (widget);
  if (!self->dirty)
    return;
  self->dirty = FALSE;
  rk_autosave_enter (self->autosave, self->node,
                     gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  update (widget); /* writes it the way numbers are written here */
}

static void
activate_cb (RkNumberEntry *self)
{
  leave (RK_QUESTION_WIDGET (self));
}

/* Without selecting: one comes back to go on typing, not to overwrite. */
static gboolean
focus_first (RkQuestionWidget *widget)
{
  GtkWidget *entry = RK_NUMBER_ENTRY (widget)->entry;
  gboolean done = gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));

  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  return done;
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (RK_NUMBER_ENTRY (widget)->entry);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkNumberEntry, rk_number_entry, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_number_entry_dispose (GObject *object)
{
  RkNumberEntry *self = RK_NUMBER_ENTRY (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_number_entry_parent_class)->dispose (object);
}

static void
rk_number_entry_class_init (RkNumberEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_number_entry_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-number-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, RkNumberEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, RkNumberEntry, unit);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
rk_number_entry_init (RkNumberEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_number_entry_new (RkAutosave *autosave, RkFormNode *node)
{
  RkNumberEntry *self = g_object_new (RK_TYPE_NUMBER_ENTRY, NULL);
  const char *unit = rk_form_node_get_attribute (node, "unit");
  g_autofree char *text = NULL;

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  gtk_label_set_label (self->unit, unit != NULL ? unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unit), unit != NULL);
  update (RK_QUESTION_WIDGET (self));
  text = rk_autosave_dup_text (autosave, node);
  self->dirty = !g_str_equal (text, rk_form_node_get_stored_value (node));
  return GTK_WIDGET (self);
}

char *
rk_number_dup_shown (RkAutosave *autosave, RkFormNode *node)
{
  char *text = rk_autosave_dup_text (autosave, node);
  const char *value = rk_form_node_get_stored_value (node);

  if (rk_form_node_get_attribute (node, "unit") != NULL || strlen (value) != 4 ||
      strspn (value, "0123456789") != 4 || strlen (text) != 5)
    return text;
  g_free (text);
  return g_strdup (value);
}
