/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-odk-kinds.h"

#include <glib/gi18n-lib.h>

static const RkField odk_server_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, RK_FIELD_REQUIRED },
  { "url", N_ ("Address"), RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_INDEXED },
  { "user", N_ ("User name"), RK_FIELD_TEXT },
  { "allow_http", N_ ("Unencrypted connection allowed"), RK_FIELD_BOOLEAN },
  { "forgotten", N_ ("Forgotten"), RK_FIELD_BOOLEAN },
  { NULL },
};

const RkKind rk_kind_odk_server = {
  .name = "odk_server",
  .label = N_ ("server"),
  .label_plural = N_ ("servers"),
  .title_field = "name",
  .fields = odk_server_fields,
};

static const RkField odk_form_fields[] = {
  { "server", N_ ("Server"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "odk_server" },
  { "questionnaire", N_ ("Questionnaire"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "questionnaire" },
  { "form_id", N_ ("Form"), RK_FIELD_TEXT, RK_FIELD_REQUIRED },
  { "version", N_ ("Version"), RK_FIELD_TEXT },
  { "hash", N_ ("Checksum"), RK_FIELD_TEXT },
  { "media_hash", N_ ("Checksum of the files with it"), RK_FIELD_TEXT },
  { NULL },
};

const RkKind rk_kind_odk_form = {
  .name = "odk_form",
  .label = N_ ("questionnaire of a server"),
  .label_plural = N_ ("questionnaires of servers"),
  .title_field = "form_id",
  .fields = odk_form_fields,
};

static const RkEnumValue states[] = {
  { "queued", N_ ("To be sent") },
  { "sent", N_ ("Sent") },
  { "refused", N_ ("Refused") },
  { NULL },
};

static const RkField submission_fields[] = {
  { "response", N_ ("Survey"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "response" },
  { "server", N_ ("Server"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED, .target = "odk_server" },
  { "address", N_ ("Address"), RK_FIELD_TEXT },
  { "instance_id", N_ ("Number of the submission"), RK_FIELD_TEXT },
  { "state", N_ ("State"), RK_FIELD_ENUM, RK_FIELD_REQUIRED | RK_FIELD_INDEXED, states },
  { "attempts", N_ ("Attempts"), RK_FIELD_INTEGER },
  { "lost", N_ ("An answer was lost"), RK_FIELD_BOOLEAN },
  { "tried_at", N_ ("Last attempt"), RK_FIELD_TIME },
  { "sent_at", N_ ("Sent on"), RK_FIELD_TIME },
  { "message", N_ ("Message of the server"), RK_FIELD_LONG_TEXT },
  { "content", N_ ("Content that is sent"), RK_FIELD_TEXT, RK_FIELD_CONFIDENTIAL | RK_FIELD_BLOB },
  { "files", N_ ("Files that are sent"), RK_FIELD_LONG_TEXT, RK_FIELD_CONFIDENTIAL },
  { NULL },
};

const RkKind rk_kind_submission = {
  .name = "submission",
  .label = N_ ("submission to a server"),
  .label_plural = N_ ("submissions to servers"),
  .title_field = "address",
  .fields = submission_fields,
};
