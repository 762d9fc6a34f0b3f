/* SPDX-License-Identifier: EUPL-1.2 */
/* The file dialog of the system; the last folder is remembered per purpose. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  RK_CHOOSE_OPEN,
  RK_CHOOSE_SAVE
} RkChooseMode;

/**
 * rk_choose_file_async:
 * @purpose: what the folder is remembered under: "workspace", "questionnaire", "export"
 * @name: (nullable): the name proposed for saving
 * @filter_name: (nullable): what kind of file, for people
 * @pattern: (nullable): "*.regiekamer"; several between semicolons
 */
void rk_choose_file_async (GtkWidget *from, RkChooseMode mode, const char *title,
                           const char *purpose, const char *name, const char *filter_name,
                           const char *pattern, GAsyncReadyCallback callback, gpointer user_data);
/* The path: (transfer full) (nullable); NULL when nothing was chosen. */
char *rk_choose_file_finish (GAsyncResult *result);

G_END_DECLS
