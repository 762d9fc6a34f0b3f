/* SPDX-License-Identifier: EUPL-1.2 */
/* The own applications as an ArchiMate model, in the terms of the Dutch Softwarecatalogus, together
 * with the reference architecture that they stand on: Archi opens it, with the views on which
 * applications stand drawn a second time with the applications in their boxes.
 *
 * product            ApplicationComponent, "SWC type" Pakket
 * version in use     ApplicationComponent, "GEMMA type" Pakketversie; an application is one
 * supplier           BusinessActor, Association "levert"
 * administration     BusinessActor, Serving "gebruikt door"; a collaboration BusinessCollaboration
 * standard           Constraint, Realization "ondersteunt"
 * place              Specialization "wordt gebruikt voor" (an application), "is geschikt voor" (a
 *                    product)
 * interface          Flow, "GEMMA type" Koppeling
 *
 * Every relation is one that ArchiMate allows. Contracts and costs never leave this way. */
#pragma once

#include "rk-redaction.h"
#include "rk-store.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_elements, n_relations, n_views; /* of our own */
  guint n_left_out; /* places and interfaces of which an end is not in the model */
} RkArchimatePortfolio;

/* Writes it to a file at @path, for its owner only: whole or not at all. @counts (out) (optional).
 */
gboolean rk_archimate_portfolio_export (RkStore *store, RkLevel level, const char *path,
                                        RkArchimatePortfolio *counts, GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
