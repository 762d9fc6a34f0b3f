/* SPDX-License-Identifier: EUPL-1.2 */
/* A row with one choice out of a few, each in words that may be long. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An AdwComboRow over @choices, of which every list and choice has a name for a screen reader;
 * @subtitle (nullable). */
GtkWidget *rk_options_row_new (const char *title, const char *subtitle, GtkStringList *choices);

G_END_DECLS
