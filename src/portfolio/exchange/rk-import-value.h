/* SPDX-License-Identifier: EUPL-1.2 */
/* A cell of a file as a value of a field. References are not its business (rk-import-index.h). */
#pragma once

#include "rk-error.h"
#include "rk-kind.h"

G_BEGIN_DECLS

/* The canonical value of what a person wrote: (transfer full) (nullable) NULL without error when
 * @text says nothing (blank, "unknown"). Error RK_ERROR_INVALID: a sentence that says what is
 * expected. */
char *rk_import_parse_value (const RkField *field, const char *text, GError **error);
/* The parts of a cell that names several things: (transfer full). */
char **rk_import_split (const char *text);

G_END_DECLS
