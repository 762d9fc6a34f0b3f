/* SPDX-License-Identifier: EUPL-1.2 */
/* The portfolio out: a list of one kind as a text table, or all of it as one document
 * (rk-portfolio-json.h tells its form). */
#pragma once

#include "rk-redaction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The records of @kind as CSV (RFC 4180, UTF-8): "id", then each field; beside a reference stands
 * the name of what it leads to. @words: the header and the choices in the language of the
 * interface, for people, instead of the names that this program reads again without asking. @where:
 * (nullable) as rk_store_list(). Error RK_ERROR_INVALID: nothing of this kind leaves at @level.
 * (transfer full) */
GString *rk_portfolio_to_csv (RkStore *store, const RkKind *kind, RkLevel level, char separator,
                              gboolean words, const char *where, GError **error);
/* (transfer full) */
JsonNode *rk_portfolio_to_json (RkStore *store, RkLevel level, GError **error);

G_END_DECLS
