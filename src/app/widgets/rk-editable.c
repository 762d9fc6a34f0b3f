/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-editable.h"

void
rk_editable_fill (GtkEditable *editable, const char *text)
{
  g_return_if_fail (GTK_IS_EDITABLE (editable));
  gtk_editable_set_enable_undo (editable, FALSE);
  if (!g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, TRUE);
}

void
rk_text_buffer_fill (GtkTextBuffer *buffer, const char *text)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}
