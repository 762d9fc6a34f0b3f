/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-number-entry.h"

#include "rk-editable.h"

struct _RkNumberEntry
{
  RkTypedField parent_instance;
  GtkWidget *entry;
  GtkLabel *unit;
};

G_DEFINE_FINAL_TYPE (RkNumberEntry, rk_number_entry, RK_TYPE_TYPED_FIELD)

static void
show (RkTypedField *field, const char *text)
{
  g_autofree char *shown =
      rk_number_dup_shown (rk_typed_field_get_autosave (field), rk_typed_field_get_node (field));

  rk_editable_fill (GTK_EDITABLE (RK_NUMBER_ENTRY (field)->entry), shown);
}

static void
rk_number_entry_class_init (RkNumberEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  RK_TYPED_FIELD_CLASS (klass)->show = show;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-number-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, RkNumberEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, RkNumberEntry, unit);
}

static void
rk_number_entry_init (RkNumberEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rk_typed_field_set_entry (RK_TYPED_FIELD (self), self->entry);
}

GtkWidget *
rk_number_entry_new (RkAutosave *autosave, RkFormNode *node)
{
  RkNumberEntry *self = g_object_new (RK_TYPE_NUMBER_ENTRY, NULL);
  const char *unit = rk_form_node_get_attribute (node, "unit");

  gtk_label_set_label (self->unit, unit != NULL ? unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unit), unit != NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  rk_form_node_get_attribute (node, "placeholder"));
  rk_typed_field_open (RK_TYPED_FIELD (self), autosave, node);
  return GTK_WIDGET (self);
}

/* Whether @text is the number of four digits in @value with the point that writing it adds. */
static gboolean
is_year (RkFormNode *node, const char *value, const char *text)
{
  const RkControl *control = rk_form_node_get_control (node);

  if (rk_form_node_get_attribute (node, "unit") != NULL ||
      (control != NULL && rk_control_has_appearance (control, "thousands-sep")))
    return FALSE;
  return strlen (value) == 4 && strspn (value, "0123456789") == 4 && strlen (text) == 5;
}

char *
rk_number_dup_shown (RkAutosave *autosave, RkFormNode *node)
{
  char *text = rk_autosave_dup_text (autosave, node);
  const char *value = rk_form_node_get_stored_value (node);

  if (!is_year (node, value, text))
    return text;
  g_free (text);
  return g_strdup (value);
}
