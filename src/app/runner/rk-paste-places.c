/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-paste-places.h"

#include "rk-format.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

/* One reading of the clipboard. */
typedef struct
{
  GtkWidget *owner;
  RkPasted pasted;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->owner);
  g_free (paste);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Paste) paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *places = text != NULL ? rk_parse_places (text) : NULL;

  if (gtk_widget_get_root (paste->owner) == NULL)
    return; /* its question has gone */
  if (places != NULL)
    paste->pasted (paste->owner, places);
  else
    rk_toast_show (paste->owner, _ ("The clipboard holds no coordinates"), NULL, NULL);
}

void
rk_paste_places (GtkWidget *owner, RkPasted pasted)
{
  Paste *paste = g_new0 (Paste, 1);

  paste->owner = g_object_ref (owner);
  paste->pasted = pasted;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (owner), NULL, read_cb, paste);
}
