/* SPDX-License-Identifier: EUPL-1.2 */
/* The Markdown and the few HTML tags that forms hold in labels and hints: headings, bold, italic,
 * links, lists, colour and font of a span, line breaks and entities. Whatever else stands there is
 * text: nothing runs, and nothing is fetched. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As markup that GtkLabel takes, whatever the input: (transfer full). */
char *rk_markdown_to_markup (const char *text);
/* The words alone, for a screen reader and for titles: (transfer full). */
char *rk_markdown_to_text (const char *text);

G_END_DECLS
