/* SPDX-License-Identifier: EUPL-1.2 */
/* What the commands about forms share: how findings are told. */
#pragma once

#include "rk-form.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* "FILE:LINE: error: …", or "FILE: sheet survey, row 12, column relevant: error: …", on stderr. */
void cli_form_print_messages (const char *file, GPtrArray *messages);
/* {"ok":…, "messages":[…]}: (transfer full) */
JsonNode *cli_form_messages_to_json (gboolean ok, GPtrArray *messages);

G_END_DECLS
