/* SPDX-License-Identifier: EUPL-1.2 */
/* A question before what cannot be undone. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rk_ask_async:
 * @heading: the question, at most 60 characters
 * @body: what will happen, with numbers
 * @verb: the label of the button that does it
 * @destructive: whether something is lost
 *
 * The other button is «Annuleren», which is also what Escape and Enter do.
 */
void rk_ask_async (GtkWidget *from, const char *heading, const char *body, const char *verb,
                   gboolean destructive, GAsyncReadyCallback callback, gpointer user_data);
/* TRUE: the verb was chosen. */
gboolean rk_ask_finish (GAsyncResult *result);

G_END_DECLS
