/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows who made the program, its licence and its version. */
void rk_about_show (GtkWindow *parent);

G_END_DECLS
