/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-choice-row.h"

#define VALUE_KEY "rk-choice-value"

static GtkWidget *
new_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
}

GtkWidget *
rk_choice_row_new_bare (const char *value, gboolean radio)
{
  /* GTK 4.8 leaves the role of a grouped check button at "check box". */
  GtkWidget *row =
      g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role",
                    radio ? GTK_ACCESSIBLE_ROLE_RADIO : GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);

  g_object_set_data_full (G_OBJECT (row), VALUE_KEY, g_strdup (value), g_free);
  return row;
}

static GtkWidget *
new_row (const char *value, const char *label, GtkWidget *child, gboolean radio)
{
  GtkWidget *row = rk_choice_row_new_bare (value, radio);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (row), child);
  gtk_widget_add_css_class (row, "rk-choice-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

GtkWidget *
rk_choice_row_new (const RkChoice *choice, gboolean radio)
{
  return new_row (choice->value, choice->label, new_label (choice->label), radio);
}

GtkWidget *
rk_choice_row_new_gone (const char *value, const char *label)
{
  GtkWidget *child = new_label (label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (child), attributes);
  return new_row (value, label, child, TRUE);
}

const char *
rk_choice_row_get_value (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), VALUE_KEY);
}

GtkWidget *
rk_choice_line_new (void)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_add_css_class (line, "rk-choice-line");
  return line;
}
