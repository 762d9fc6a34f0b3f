/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-fixed-value.h"

#include "rk-format.h"
#include "rk-value-text.h"

#include <glib/gi18n.h>

struct _RkFixedValue
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *icon, *value, *source;
};

/* The value in words, with its unit and with the month in letters. */
static char *
dup_words (RkFormNode *node)
{
  const char *value = rk_form_node_get_value (node);
  const RkControl *control = rk_form_node_get_control (node);
  const char *unit = rk_form_node_get_attribute (node, "unit");
  RkDataType type = rk_form_node_get_data_type (node);

  if (*value == '\0')
    return g_strdup ("–");
  if (type == RK_DATA_DATE && (control == NULL || *control->appearance == '\0'))
    return rk_format_date (value, RK_FORMAT_SENTENCE);
  if (unit != NULL && type != RK_DATA_INT && type != RK_DATA_DECIMAL)
    return g_strdup_printf ("%s %s", value, unit);
  return rk_value_dup_text (node);
}

static void
update (RkQuestionWidget *widget)
{
  RkFixedValue *self = RK_FIXED_VALUE (widget);
  g_autofree char *words = dup_words (self->node);

  gtk_label_set_label (GTK_LABEL (self->value), words);
}

static gboolean
focus_nothing (RkQuestionWidget *widget)
{
  return FALSE;
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->update = update;
  iface->focus_first = focus_nothing;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkFixedValue, rk_fixed_value, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_fixed_value_dispose (GObject *object)
{
  RkFixedValue *self = RK_FIXED_VALUE (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_fixed_value_parent_class)->dispose (object);
}

static void
rk_fixed_value_class_init (RkFixedValueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_fixed_value_dispose;
}

static void
rk_fixed_value_init (RkFixedValue *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->icon = gtk_label_new ("ƒ");
  self->value = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  self->source = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->icon, "rk-secondary");
  gtk_widget_add_css_class (self->source, "rk-secondary");
  gtk_widget_add_css_class (self->source, "caption");
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->value);
  gtk_box_append (GTK_BOX (box), self->source);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
rk_fixed_value_new (RkAutosave *autosave, RkFormNode *node)
{
  RkFixedValue *self = g_object_new (RK_TYPE_FIXED_VALUE, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  /* What was filled in can be copied; a sum is no stop on the way. */
  gtk_label_set_selectable (GTK_LABEL (self->value), !rk_form_node_is_calculated (node));
  gtk_widget_set_visible (self->icon, rk_form_node_is_calculated (node));
  gtk_label_set_label (GTK_LABEL (self->source),
                       rk_form_node_is_calculated (node) ? _ ("Calculated")
                                                         : _ ("Cannot be changed here"));
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}

void
rk_fixed_value_set_plain (RkFixedValue *self)
{
  g_return_if_fail (RK_IS_FIXED_VALUE (self));
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_visible (self->source, FALSE);
}
