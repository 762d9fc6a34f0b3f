/* SPDX-License-Identifier: EUPL-1.2 */
/* Text tables (RFC 4180), out. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a cell to @row. NULL, no value, is an empty cell; an empty text is "". @first: the cell
 * begins the row. */
void rk_csv_append (GString *row, const char *text, char separator, gboolean first);

G_END_DECLS
