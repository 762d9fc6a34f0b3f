/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person typed, as a full-text query in which every word is the beginning of a word that
 * must occur: (transfer full) (nullable) when there is no letter or digit in it. */
char *rk_query_from_words (const char *text);

G_END_DECLS
