/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-choose-file.h"

#include <glib/gi18n.h>

/* purpose → GFile of the folder, for as long as the program runs */
static GHashTable *folders;

static void
response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    g_hash_table_insert (folders, g_strdup (g_task_get_task_data (task)), g_file_get_parent (file));
  g_task_return_pointer (task, file != NULL ? g_file_get_path (file) : NULL, g_free);
  g_object_unref (task);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_auto (GStrv) patterns = g_strsplit (pattern, ";", -1);

  gtk_file_filter_set_name (filter, name);
  for (char **one = patterns; *one != NULL; one++)
    gtk_file_filter_add_pattern (filter, *one);
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

void
rk_choose_file_async (GtkWidget *from, RkChooseMode mode, const char *title, const char *purpose,
                      const char *name, const char *filter_name, const char *pattern,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   mode == RK_CHOOSE_SAVE ? GTK_FILE_CHOOSER_ACTION_SAVE
                                                          : GTK_FILE_CHOOSER_ACTION_OPEN,
                                   mode == RK_CHOOSE_SAVE ? _ ("_Save")
                                                          : _ ("_Open"), _ ("_Cancel"));
  GTask *task = g_task_new (from, NULL, callback, user_data);
  GFile *folder;

  if (folders == NULL)
    folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  folder = g_hash_table_lookup (folders, purpose);
  g_task_set_source_tag (task, rk_choose_file_async);
  g_task_set_task_data (task, g_strdup (purpose), g_free);
  if (pattern != NULL)
    add_filter (GTK_FILE_CHOOSER (dialog), filter_name, pattern);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  if (name != NULL && mode == RK_CHOOSE_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

char *
rk_choose_file_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
