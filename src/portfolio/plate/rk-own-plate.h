/* SPDX-License-Identifier: EUPL-1.2 */
/* Plates of one's own: chosen components, per domain, laid out by the program. */
#pragma once

#include "rk-architecture.h"
#include "rk-store.h"

G_BEGIN_DECLS

/**
 * rk_own_plate_new:
 * @id: of the view, and the beginning of the ids of its nodes
 * @components: keys, ended by NULL; a key twice counts once
 *
 * A component that the model no longer has stands on it as a note, so that nothing vanishes.
 *
 * Returns: (transfer full)
 */
RkView *rk_own_plate_new (RkArchitecture *architecture, const char *id, const char *name,
                          const char *const *components);

/**
 * rk_plate_open:
 * @what: the id of a view of @architecture or of a record "plate", or the name of either: exact, or
 *   else but for capitals
 *
 * Errors: RK_ERROR_NOT_FOUND; those of the store.
 *
 * Returns: (transfer full)
 */
RkView *rk_plate_open (RkStore *store, RkArchitecture *architecture, const char *what,
                       GError **error);

G_END_DECLS
