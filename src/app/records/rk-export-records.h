/* SPDX-License-Identifier: EUPL-1.2 */
/* Chosen records as a table for a spreadsheet. */
#pragma once

#include "rk-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a file and writes the records @ids (ended by NULL) into it, every field, readable by
 * this person only. A toast tells how it went. */
void rk_export_records (GtkWidget *from, RkStore *store, const char *kind, const char *const *ids);

G_END_DECLS
