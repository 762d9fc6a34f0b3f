/* SPDX-License-Identifier: EUPL-1.2 */
/* The record kinds of surveys.
 *
 * questionnaire  form_id, version, title, origin (built_in, added), concept, hash, form (the XML):
 * what a response was filled on; kept whole, so that an old response opens for ever. Its id follows
 * from the hash. response       questionnaire, form_id, title, period (year), status (open,
 * submitted), deadline, version (1, 2 … after reopening), previous (the response it continues),
 *                submitted_at, submitted_by, hash, last_saved (blob: the submission that
 *                jr://instance/last-saved stands for, as it was at the start), score and band (the
 * index at submission, for lists) answer         response, path (with stable row ids:
 * "/BDR/S1/A01[0198…]/kost"), value, raw (text that does not fit the type and was kept). Its id is
 * rk_store_name_id (response, path), so that two colleagues answer the same record. answer_row
 * response, path (of the repeat), position (sort key text): one row of a repeat question_note
 * response, question (path), note, assignee (person) response_file  response, path (as of its
 * answer, which is the name), name, hash (of the blob), type, size: what was attached. Its id is
 * rk_store_name_id ("file", response, path) form_file      questionnaire, name, hash (of the blob),
 * type, size: a list, picture or sound that the form refers to. Its id is rk_store_name_id
 * ("form_file", questionnaire, name)
 */
#pragma once

#include "rk-kind.h"

G_BEGIN_DECLS

extern const RkKind rk_kind_questionnaire;
extern const RkKind rk_kind_response;
extern const RkKind rk_kind_answer;
extern const RkKind rk_kind_answer_row;
extern const RkKind rk_kind_question_note;
extern const RkKind rk_kind_response_file;
extern const RkKind rk_kind_form_file;

G_END_DECLS
