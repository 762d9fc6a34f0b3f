/* SPDX-License-Identifier: EUPL-1.2 */
/* The reference architecture that comes with the program (data/architecture). */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* Imports it, as one step; it is in use at once when none is. Nothing is added when it is there
 * already. Takes about a tenth of a second. */
gboolean rk_built_in_add_architecture (RkStore *store, GError **error);

G_END_DECLS
