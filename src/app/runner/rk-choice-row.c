/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-choice-row.h"

#include "rk-markdown.h"

#include <glib/gi18n.h>

#define VALUE_KEY "rk-choice-value"
#define PICTURE_SIZE 96

static GtkWidget *
new_label (const char *text)
{
  g_autofree char *markup = rk_markdown_to_markup (text);

  return g_object_new (GTK_TYPE_LABEL, "label", markup, "use-markup", TRUE, "xalign", 0.0, "wrap",
                       TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
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

/* The words beside the picture; a picture without words has its value to be called by. */
static GtkWidget *
new_face (GdkTexture *texture, GtkWidget *label)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *picture = gtk_image_new_from_paintable (GDK_PAINTABLE (texture));

  gtk_image_set_pixel_size (GTK_IMAGE (picture), PICTURE_SIZE);
  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (face), picture);
  gtk_box_append (GTK_BOX (face), label);
  return face;
}

GtkWidget *
rk_choice_row_new (const RkChoice *choice, gboolean radio, GdkTexture *picture)
{
  GtkWidget *label = new_label (choice->label);
  g_autofree char *name = rk_markdown_to_text (choice->label);

  return new_row (choice->value, name, picture != NULL ? new_face (picture, label) : label, radio);
}

GtkWidget *
rk_choice_row_new_gone (const char *value, const char *label, gboolean radio)
{
  GtkWidget *child = new_label (label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (child), attributes);
  return new_row (value, label, child, radio);
}

const char *
rk_choice_row_get_value (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), VALUE_KEY);
}

void
rk_choice_row_stack (GtkWidget *row)
{
  GtkWidget *face = gtk_check_button_get_child (GTK_CHECK_BUTTON (row));
  GtkWidget *label = GTK_IS_LABEL (face) ? face : gtk_widget_get_last_child (face);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (row)),
                                  GTK_ORIENTATION_VERTICAL);
  if (GTK_IS_BOX (face))
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (face), GTK_ORIENTATION_VERTICAL);
      gtk_box_set_spacing (GTK_BOX (face), 6);
    }
  g_object_set (label, "xalign", 0.5, "justify", GTK_JUSTIFY_CENTER, NULL);
  gtk_widget_add_css_class (row, "rk-stacked");
}

void
rk_choice_row_make_tile (GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "rk-choice-row");
  gtk_widget_add_css_class (row, "rk-choice-tile");
}

GtkWidget *
rk_choice_line_new (void)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_add_css_class (line, "rk-choice-line");
  return line;
}

static GtkWidget *
new_remark (const char *text, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
rk_choice_gone_new (void)
{
  return new_remark (_ ("This answer no longer fits your earlier choice. Choose again."),
                        "rk-error-text");
}

GtkWidget *
rk_choice_nothing_new (void)
{
  return new_remark (_ ("No choices: nothing in this list fits your earlier answers."),
                        "rk-secondary");
}
