/* SPDX-License-Identifier: EUPL-1.2 */
/* The answer to several choices: values with blanks between them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rk_words_contain (const char *words, const char *word);
guint rk_words_count (const char *words);
void rk_words_append (GString *words, const char *word);
/* The words, without empty ones: (transfer full) (element-type utf8). */
GPtrArray *rk_words_split (const char *words);

G_END_DECLS
