/* SPDX-License-Identifier: EUPL-1.2 */
/* The state of a live form as JSON. */
#pragma once

#include "cli.h"
#include "rk-form-instance.h"

G_BEGIN_DECLS

/* {"nodes":{PATH:{…}},"repeats":{PATH:{…}}}: (transfer full). */
JsonNode *cli_form_state (RkFormInstance *instance);
/* "not-settable:TYPE" for a node that takes no entry: (transfer full). */
char *cli_form_dup_not_settable (RkFormNode *node);

G_END_DECLS
