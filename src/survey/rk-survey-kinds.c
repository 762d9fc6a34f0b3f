/* SPDX-License-Identifier: EUPL-1.2 */
/* The fields of what a survey keeps in the workspace. */
#include "config.h"
#include "rk-survey-kinds.h"

#include <glib/gi18n-lib.h>

static const RkEnumValue origins[] = {
  { "built_in", N_ ("Comes with the program") },
  { "added", N_ ("Added") },
  { NULL },
};

static const RkField questionnaire_fields[] = {
  { "form_id", N_ ("Form"), RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_INDEXED },
  { "version", N_ ("Version"), RK_FIELD_TEXT },
  { "title", N_ ("Title"), RK_FIELD_TEXT, RK_FIELD_REQUIRED },
  { "origin", N_ ("Origin"), RK_FIELD_ENUM, RK_FIELD_REQUIRED, origins },
  { "concept", N_ ("Draft questionnaire"), RK_FIELD_BOOLEAN },
  { "hash", N_ ("Checksum"), RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_INDEXED },
  { "form", N_ ("Content of the form"), RK_FIELD_LONG_TEXT, RK_FIELD_REQUIRED },
  { NULL },
};

const RkKind rk_kind_questionnaire = {
  .name = "questionnaire",
  .label = N_ ("questionnaire"),
  .label_plural = N_ ("questionnaires"),
  .title_field = "title",
  .fields = questionnaire_fields,
};

static const RkEnumValue statuses[] = {
  { "open", N_ ("Open") },
  { "submitted", N_ ("Submitted") },
  { NULL },
};

static const RkField response_fields[] = {
  { "questionnaire", N_ ("Questionnaire"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "questionnaire" },
  { "form_id", N_ ("Form"), RK_FIELD_TEXT, RK_FIELD_INDEXED },
  { "title", N_ ("Title"), RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_SEARCHABLE },
  { "period", N_ ("Period"), RK_FIELD_TEXT },
  { "status", N_ ("Status"), RK_FIELD_ENUM, RK_FIELD_REQUIRED | RK_FIELD_INDEXED, statuses },
  { "deadline", N_ ("Deadline"), RK_FIELD_DATE },
  { "version", N_ ("Version"), RK_FIELD_INTEGER, RK_FIELD_REQUIRED },
  { "previous", N_ ("Continues"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED, .target = "response" },
  { "submitted_at", N_ ("Submitted on"), RK_FIELD_TIME },
  { "submitted_by", N_ ("Submitted by"), RK_FIELD_TEXT },
  { "hash", N_ ("Checksum"), RK_FIELD_TEXT },
  { "last_saved", N_ ("Answers of before"), RK_FIELD_TEXT, RK_FIELD_BLOB },
  { "score", N_ ("Score"), RK_FIELD_DECIMAL },
  { "band", N_ ("Band"), RK_FIELD_TEXT },
  { NULL },
};

const RkKind rk_kind_response = {
  .name = "response",
  .label = N_ ("survey"),
  .label_plural = N_ ("surveys"),
  .title_field = "title",
  .fields = response_fields,
};

static const RkField answer_fields[] = {
  { "response", N_ ("Survey"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "response" },
  { "path", N_ ("Question"), RK_FIELD_TEXT, RK_FIELD_REQUIRED },
  { "value", N_ ("Answer"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE, .group = "answer" },
  { "raw", N_ ("Text that does not fit"), RK_FIELD_LONG_TEXT, RK_FIELD_PLAIN, .group = "answer" },
  { NULL },
};

const RkKind rk_kind_answer = {
  .name = "answer",
  .label = N_ ("answer"),
  .label_plural = N_ ("answers"),
  .title_field = "path",
  .fields = answer_fields,
};

static const RkField answer_row_fields[] = {
  { "response", N_ ("Survey"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "response" },
  { "path", N_ ("Question"), RK_FIELD_TEXT, RK_FIELD_REQUIRED },
  { "position", N_ ("Position"), RK_FIELD_TEXT, RK_FIELD_REQUIRED },
  { NULL },
};

const RkKind rk_kind_answer_row = {
  .name = "answer_row",
  .label = N_ ("row of answers"),
  .label_plural = N_ ("rows of answers"),
  .title_field = "path",
  .fields = answer_row_fields,
};

static const RkField question_note_fields[] = {
  { "response", N_ ("Survey"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "response" },
  { "question", N_ ("Question"), RK_FIELD_TEXT, RK_FIELD_REQUIRED },
  { "note", N_ ("Note"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE },
  { "assignee", N_ ("Filled in by"), RK_FIELD_TEXT },
  { NULL },
};

const RkKind rk_kind_question_note = {
  .name = "question_note",
  .label = N_ ("note"),
  .label_plural = N_ ("notes"),
  .title_field = "note",
  .fields = question_note_fields,
};

static const RkField response_file_fields[] = {
  { "response", N_ ("Survey"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "response" },
  { "path", N_ ("Question"), RK_FIELD_TEXT, RK_FIELD_REQUIRED },
  { "name", N_ ("Name"), RK_FIELD_TEXT, RK_FIELD_REQUIRED, .group = "file" },
  { "hash", N_ ("Checksum"), RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_BLOB, .group = "file" },
  { "type", N_ ("Type"), RK_FIELD_TEXT, RK_FIELD_PLAIN, .group = "file" },
  { "size", N_ ("Size"), RK_FIELD_INTEGER, RK_FIELD_PLAIN, .group = "file" },
  { NULL },
};

const RkKind rk_kind_response_file = {
  .name = "response_file",
  .label = N_ ("file of a survey"),
  .label_plural = N_ ("files of surveys"),
  .title_field = "name",
  .fields = response_file_fields,
};

static const RkField form_file_fields[] = {
  { "questionnaire", N_ ("Questionnaire"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "questionnaire" },
  { "name", N_ ("Name"), RK_FIELD_TEXT, RK_FIELD_REQUIRED },
  { "hash", N_ ("Checksum"), RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_BLOB, .group = "file" },
  { "type", N_ ("Type"), RK_FIELD_TEXT, RK_FIELD_PLAIN, .group = "file" },
  { "size", N_ ("Size"), RK_FIELD_INTEGER, RK_FIELD_PLAIN, .group = "file" },
  { NULL },
};

const RkKind rk_kind_form_file = {
  .name = "form_file",
  .label = N_ ("file of a questionnaire"),
  .label_plural = N_ ("files of questionnaires"),
  .title_field = "name",
  .fields = form_file_fields,
};
