/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows what is stored: no step that Ctrl+Z in the entry could take back, and what was typed before
 * is forgotten, so that Ctrl+Z undoes in the workspace. */
void rk_editable_fill (GtkEditable *editable, const char *text);
/* The same for a text of several lines. */
void rk_text_buffer_fill (GtkTextBuffer *buffer, const char *text);

G_END_DECLS
