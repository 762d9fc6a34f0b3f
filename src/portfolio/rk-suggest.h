/* SPDX-License-Identifier: EUPL-1.2 */
/* Guessing which names mean nearly the same: the reference component that an application fills in,
 * the records that may be one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much two names are alike, from 0 to 1. Case, accents and the order of words do not matter; a
 * part of a long word counts ("Afsprakenwijzer", "Afsprakenregister"). */
double rk_suggest_similarity (const char *a, const char *b);

typedef struct
{
  guint index; /* among the candidates */
  double similarity;
} RkSuggestion;

/**
 * rk_suggest:
 * @texts: what is known of the thing: its name, that of its product …; ended by NULL, most telling
 *   first; a later one weighs less
 * @candidates: names, ended by NULL
 * @most: at most so many
 *
 * Best first; nothing that is hardly alike. Equal ones keep their order.
 *
 * Returns: (transfer full) (element-type RkSuggestion)
 */
GArray *rk_suggest (const char *const *texts, const char *const *candidates, guint most);

G_END_DECLS
