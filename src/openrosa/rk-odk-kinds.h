/* SPDX-License-Identifier: EUPL-1.2 */
/* The record kinds of servers.
 *
 * odk_server   name, url (nothing secret in it), user, allow_http
 * odk_form     server, questionnaire, form_id, version, hash (as the list of the server had them):
 *              which questionnaire of the workspace came from where; one per server and
 *              questionnaire
 * submission   response, server, address (where it went), instance_id, state (queued, sent,
 *              refused), attempts, lost (an attempt may have arrived), tried_at, sent_at, message
 *              (the server's, or why not), content (the XML that is sent, always the same: a blob),
 *              files (a line each: hash of the blob, type, name) */
#pragma once

#include "rk-kind.h"

G_BEGIN_DECLS

extern const RkKind rk_kind_odk_server;
extern const RkKind rk_kind_odk_form;
extern const RkKind rk_kind_submission;

G_END_DECLS
