/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-audit.h"

G_BEGIN_DECLS

typedef struct _RkAudit RkAudit;

/* NULL for a form that asks for no log. */
RkAudit *rk_audit_new (RkResponse *response);
void rk_audit_free (RkAudit *self);
/* A new version of a response goes on with the log of the former. */
gboolean rk_audit_copy (RkStore *store, const char *from, const char *to, GError **error);

G_END_DECLS
