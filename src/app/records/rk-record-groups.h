/* SPDX-License-Identifier: EUPL-1.2 */
/* In which groups the fields of a kind stand on a page. */
#pragma once

#include "rk-kind.h"

G_BEGIN_DECLS

/* The title of the group that begins at @field, translated; NULL when the field goes on with the
 * group before it. The first field of a kind always begins one. */
const char *rk_record_group_title (const RkKind *kind, const RkField *field);

G_END_DECLS
