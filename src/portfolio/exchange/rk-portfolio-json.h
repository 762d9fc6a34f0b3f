/* SPDX-License-Identifier: EUPL-1.2 */
/* The whole portfolio as one JSON document (INSTANCE.md describes the fields):
 *
 *   { "format": "regiekamer-portfolio", "version": 1, "level": "full",
 *     "supplier": [ { "id": "nordale", "name": "Nordale Software" } ],
 *     "application": [ { "id": "burgerpunt", "name": "BurgerPunt", "supplier": "nordale" } ] }
 *
 * One array per kind. An id is one of the workspace, or any word of who wrote the file: the same
 * word always becomes the same record. A member that is absent leaves the field as it is, null
 * clears it. */
#pragma once

#include "rk-change.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The architecture itself travels as a model (archimate/), not in this document. */
gboolean rk_portfolio_json_has_kind (const RkKind *kind);

/**
 * rk_portfolio_json_read:
 * @root: the document
 * @warnings: (element-type utf8): a sentence for each thing that was not understood
 *
 * Puts every record of the document into @change. Errors: RK_ERROR_FOREIGN (another document),
 * RK_ERROR_NEWER, RK_ERROR_INVALID (which names the record); then @change is of no use.
 */
gboolean rk_portfolio_json_read (JsonNode *root, RkChange *change, GPtrArray *warnings,
                                 GError **error);

G_END_DECLS
