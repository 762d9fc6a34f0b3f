/* SPDX-License-Identifier: EUPL-1.2 */
/* Shows a file of the workspace in the program that the desktop has for it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Writes a copy that only this person can read, and that goes when the program ends, and hands it
 * over. @name tells the kind. A toast on the window of @from tells when it cannot be done. */
void rk_open_file (GtkWidget *from, GBytes *bytes, const char *name);
/* Removes the copies. */
void rk_open_file_clean (void);

G_END_DECLS
