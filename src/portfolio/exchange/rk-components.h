/* SPDX-License-Identifier: EUPL-1.2 */
/* Reference components as people name them. */
#pragma once

#include "rk-architecture.h"

G_BEGIN_DECLS

/* Folded name, and folded key, of each reference component → its key; a name that two components
 * have leads to neither. NULL without an architecture. (transfer full) (nullable) (element-type
 * utf8 utf8) */
GHashTable *rk_components_by_name (RkArchitecture *architecture);

/* Key → name of each reference component. NULL without an architecture. (transfer full) (nullable)
 * (element-type utf8 utf8) */
GHashTable *rk_components_get_names (RkArchitecture *architecture);

G_END_DECLS
