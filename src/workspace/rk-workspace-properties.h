/* SPDX-License-Identifier: EUPL-1.2 */
/* What the workspace knows that a form may fill in beforehand, by jr:preload="property". */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* Property → value: "username" (who fills it in), "administration-type" and "administration-nis"
 * (the administration of the workspace), each only when it is known. (transfer full) (element-type
 * utf8 utf8) */
GHashTable *rk_workspace_dup_properties (RkStore *store);

G_END_DECLS
