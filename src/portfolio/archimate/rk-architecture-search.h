/* SPDX-License-Identifier: EUPL-1.2 */
/* Searching in the reference architecture: prefixes of words, accents folded, in names, synonyms in
 * other languages and descriptions. */
#pragma once

#include "rk-architecture.h"

G_BEGIN_DECLS

typedef struct
{
  const RkConcept *concept;
  char *context; /* the text around the match, matched words between U+0002 and U+0003 */
} RkConceptHit;
void rk_concept_hit_free (RkConceptHit *hit);

/* Best hits first, reference components before other concepts, at most @limit: (transfer full)
 * (element-type RkConceptHit). @components_only: only what applications are placed on. */
GPtrArray *rk_architecture_search (RkArchitecture *self, const char *text, gboolean components_only,
                                   guint limit, GError **error);

G_END_DECLS
