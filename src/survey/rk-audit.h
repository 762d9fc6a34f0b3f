/* SPDX-License-Identifier: EUPL-1.2 */
/* How a form was filled in, for forms that ask for it (meta/audit): where somebody was and for how
 * long, and with odk:track-changes what changed there.
 *
 * The log is in no undo. It is written as an interval ends, and goes with the submission as
 * "audit.csv" (https://getodk.github.io/xforms-spec/client-audit-logs). Functions do nothing for a
 * form that asks for no log, so that who fills in need not know. */
#pragma once

#include "rk-response.h"

G_BEGIN_DECLS

typedef enum
{
  RK_AUDIT_SAVE,
  RK_AUDIT_FINALIZE,
  RK_AUDIT_JUMP,
  RK_AUDIT_ADD_REPEAT,
  RK_AUDIT_DELETE_REPEAT,
  RK_AUDIT_CHANGE_REASON
} RkAuditEvent;

/* Somebody begins to fill in, or goes on ("form start", "form resume"). */
void rk_response_begin_visit (RkResponse *self);
/* Somebody stops ("form save" when something was entered, "form exit"). */
void rk_response_end_visit (RkResponse *self);
/* Somebody is at @node now: a question, or a group of them; NULL: at none. Ends the visit before.
 */
void rk_response_visit (RkResponse *self, RkFormNode *node);
/* Somebody is at the end, where the answers are looked over. */
void rk_response_visit_end (RkResponse *self);
/* Notes something that happens at one moment; @node and @reason (for a change) are nullable. */
void rk_response_note_event (RkResponse *self, RkAuditEvent event, RkFormNode *node,
                             const char *reason);
/* The log as CSV: (transfer full); NULL when the form asks for none. */
char *rk_response_dup_audit (RkResponse *self);

G_END_DECLS
