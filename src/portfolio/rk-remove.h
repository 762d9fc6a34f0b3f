/* SPDX-License-Identifier: EUPL-1.2 */
/* Removing records of the portfolio so that nothing is left that refers to them. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/**
 * rk_portfolio_remove:
 * @ids: ended by NULL
 *
 * Removes the records in one step that can be undone as a whole. What means nothing without them (a
 * rating, a place on the reference architecture) goes along; elsewhere the reference is cleared. An
 * interface keeps the name of the application that it went to, as something outside, and goes when
 * both of its ends do. Ids that are not there are passed over.
 */
gboolean rk_portfolio_remove (RkStore *store, const char *kind, const char *const *ids,
                              GError **error);

G_END_DECLS
