/* SPDX-License-Identifier: EUPL-1.2 */
/* Full-text search over all searchable fields of all kinds: prefixes of words, accents folded. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* One hit. */
typedef struct
{
  const RkKind *kind;
  char *id;
  char *title;
  char *context; /* the text around the first match, matched words between U+0002 and U+0003 */
} RkSearchHit;

void rk_search_hit_free (RkSearchHit *hit);

/* Best hits first, at most @limit per kind; @kind NULL searches all. (transfer full) (element-type
 * RkSearchHit). A text without a letter or digit gives an empty list. */
GPtrArray *rk_search (RkStore *store, const char *text, const char *kind, guint limit,
                      GError **error);

/* What a person typed, as a full-text query in which every word is the beginning of a word that
 * must occur: (transfer full) (nullable) when there is no letter or digit in it. For the indexes
 * that modules have beside their records. */
char *rk_query_from_words (const char *text);

G_END_DECLS
