/* SPDX-License-Identifier: EUPL-1.2 */
/* What the commands about forms share: how findings are told. */
#pragma once

#include "rk-form.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* "FILE:LINE: error: …", or "FILE: sheet survey, row 12, column relevant: error: …", on stderr;
 * line 0 for what stands nowhere in particular. */
void cli_form_print_messages (const char *file, GPtrArray *messages);
/* When nothing was found in a form that is refused, why it is. */
void cli_form_add_refusal (GPtrArray *messages, const GError *error);
/* Opens a form or spreadsheet and tells its findings: NULL without @error when it is refused, NULL
 * with @error when it cannot be read. (transfer full) */
RkForm *cli_form_open (const char *path, GPtrArray *messages, GError **error);
/* {"ok":…, "messages":[…]}: (transfer full) */
JsonNode *cli_form_messages_to_json (gboolean ok, GPtrArray *messages);

G_END_DECLS
