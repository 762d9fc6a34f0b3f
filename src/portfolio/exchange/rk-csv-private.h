/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-csv-reader.h"

G_BEGIN_DECLS

/* What @length bytes from the start of a file are; @whole: there are no more. NULL: no text. */
const char *rk_csv_find_encoding (const guchar *bytes, gsize length, gboolean whole);
/* The separator that divides the lines of @bytes most evenly; ',' when there is none. */
char rk_csv_find_separator (const char *bytes, gsize length);
/* "sep=;" on a line of its own, as spreadsheets write it: its length, and the separator. 0: not. */
gsize rk_csv_find_declaration (const char *bytes, gsize length, char *separator);
/* Appends @bytes of Windows-1252 as UTF-8. */
void rk_csv_recode (const char *bytes, gsize length, GString *text);

G_END_DECLS
