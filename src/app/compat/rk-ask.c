/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-ask.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
response_cb (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  g_task_return_boolean (task, g_str_equal (response, "do"));
  g_object_unref (task);
}

static GtkWidget *
add_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* The texts are our own labels: the heading that libadwaita 1.7 makes asks its label for a height
 * at less than its least width, of which GTK 4.18 warns. */
static void
add_texts (AdwMessageDialog *dialog, const char *heading, const char *body)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading_label = add_text (box, heading, "title-2");
  GtkWidget *body_label = add_text (box, body, "body");

  adw_message_dialog_set_extra_child (dialog, box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading_label, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  body_label, NULL, -1);
}

void
rk_ask_async (GtkWidget *from, const char *heading, const char *body, const char *verb,
              gboolean destructive, GAsyncReadyCallback callback, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  GTask *task = g_task_new (from, NULL, callback, user_data);

  add_texts (message, heading, body);
  g_task_set_source_tag (task, rk_ask_async);
  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "do", verb, NULL);
  adw_message_dialog_set_response_appearance (message, "do",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                          : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "cancel");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
rk_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
