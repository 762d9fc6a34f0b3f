/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-architecture-private.h"
#include "rk-change.h"

G_BEGIN_DECLS

/* Key in @from → the other key that the same concept has in @to: (transfer full). */
GHashTable *rk_architecture_find_renamed (RkArchitecture *from, RkArchitecture *to);
/* Puts into @change all that goes over to @id: which one is in use, and the places of applications.
 */
gboolean rk_architecture_plan_use (RkStore *store, RkChange *change, const char *id,
                                   GHashTable *moves, GError **error);

G_END_DECLS
