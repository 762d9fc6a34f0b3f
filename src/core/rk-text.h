/* SPDX-License-Identifier: EUPL-1.2 */
/* Comparing text as people do who search: without regard to accents, case and punctuation. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Case and accents folded; everything that is neither letter nor digit becomes one blank, none at
 * the ends: "Sint-Niklaas" and "sint niklaas" are the same. Invalid UTF-8 gives "".
 * (transfer full) */
char *rk_text_fold (const char *text);
/* Where the folded @part stands in the folded @text: 0 at its begin, 1 at the begin of a later
 * word, 2 inside a word, -1 nowhere. The empty part stands at the begin of everything. */
int rk_text_find (const char *text, const char *part);

G_END_DECLS
