/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-rich-label.h"

#include "rk-ask.h"
#include "rk-markdown.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) &&
      gtk_widget_get_mapped (GTK_WIDGET (source)))
    rk_toast_show (GTK_WIDGET (source), _ ("No program could open this address"), NULL, NULL);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *address = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (source));

  if (rk_ask_finish (result) && GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), address, GDK_CURRENT_TIME, NULL, shown_cb, NULL);
}

static gboolean
activate_link_cb (GtkLabel *label, const char *address)
{
  rk_ask_async (GTK_WIDGET (label), _ ("Open this address outside Regiekamer?"), address,
                                       _ ("_Open"), FALSE, answered_cb, g_strdup (address));
  return TRUE;
}

void
rk_rich_label_show (GtkLabel *label, const char *markdown)
{
  g_autofree char *markup = rk_markdown_to_markup (markdown);

  g_return_if_fail (GTK_IS_LABEL (label));
  if (g_object_get_data (G_OBJECT (label), "rk-follows-links") == NULL)
    {
      g_object_set_data (G_OBJECT (label), "rk-follows-links", label);
      g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
    }
  gtk_label_set_markup (label, markup);
}

char *
rk_rich_label_dup_words (RkQuestion *question)
{
  g_autofree char *label = rk_question_dup_label (question);

  return rk_markdown_to_text (label);
}
