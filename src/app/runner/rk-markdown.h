/* SPDX-License-Identifier: EUPL-1.2 */
/* The little Markdown that forms may hold, as Pango markup: bold, italic, links and lists. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full); anything else stays as it is, escaped. */
char *rk_markdown_to_markup (const char *text);

G_END_DECLS
