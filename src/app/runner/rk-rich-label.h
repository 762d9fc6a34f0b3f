/* SPDX-License-Identifier: EUPL-1.2 */
/* A label with the Markdown of a form. A link opens outside, after its address was shown. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rk_rich_label_show (GtkLabel *label, const char *markdown);

G_END_DECLS
