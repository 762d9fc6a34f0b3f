/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-open-file.h"

#include "rk-toast.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static GPtrArray *copies; /* paths; each alone in a folder of its own */

static void
tell_failure (GtkWidget *from, const char *name)
{
  /* Translators: the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("No program could open “%s”"), name);

  rk_toast_show (from, text, NULL, NULL);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *name = data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) &&
      gtk_widget_get_mapped (GTK_WIDGET (source)))
    tell_failure (GTK_WIDGET (source), name);
}

/* The copy of @bytes: (transfer full) (nullable). */
static char *
write_copy (GBytes *bytes, const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *template =
      g_build_filename (g_get_user_runtime_dir (), "regiekamer-XXXXXX", NULL);
  g_autofree char *path = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_mkdtemp (template) == NULL)
    return NULL;
  path = g_build_filename (template, base, NULL);
  if (!g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    {
      g_rmdir (template);
      return NULL;
    }
  if (copies == NULL)
    copies = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (copies, g_strdup (path));
  return g_steal_pointer (&path);
}

void
rk_open_file (GtkWidget *from, GBytes *bytes, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *path = NULL, *uri = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && bytes != NULL && name != NULL);
  path = write_copy (bytes, name);
  uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;
  if (uri == NULL || !GTK_IS_WINDOW (root))
    tell_failure (from, name);
  else
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, shown_cb, g_strdup (name));
}

void
rk_open_file_clean (void)
{
  for (guint i = 0; copies != NULL && i < copies->len; i++)
    {
      const char *path = g_ptr_array_index (copies, i);
      g_autofree char *folder = g_path_get_dirname (path);

      g_unlink (path);
      g_rmdir (folder);
    }
  g_clear_pointer (&copies, g_ptr_array_unref);
}
