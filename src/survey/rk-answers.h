/* SPDX-License-Identifier: EUPL-1.2 */
/* ANSWERS.json: answers by question id (content conventions, "Answers by question id"). */
#pragma once

#include "rk-response.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Stores all answers of @answers as one step, or none. An unknown id or option is an error
 * (RK_ERROR_INVALID) that names it. @hidden (out) (optional) (transfer full) (element-type utf8):
 * ids that were stored but are hidden now. */
gboolean rk_answers_apply (RkResponse *response, JsonObject *answers, GPtrArray **hidden,
                           GError **error);
/* The same; the answer to a question for a file is the name of a file in @folder (nullable), which
 * is attached. */
gboolean rk_answers_apply_files (RkResponse *response, JsonObject *answers, const char *folder,
                                 GPtrArray **hidden, GError **error);
/* (transfer full) */
JsonObject *rk_answers_collect (RkResponse *response);

G_END_DECLS
