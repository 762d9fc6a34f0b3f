/* SPDX-License-Identifier: EUPL-1.2 */
/* Every kind that a workspace of this version holds: where the domain modules meet. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

extern const RkKind *const rk_workspace_kinds[]; /* ended by NULL */

/* rk_store_open() with these kinds. */
RkStore *rk_workspace_open (const char *path, RkStoreFlags flags, GError **error);

G_END_DECLS
