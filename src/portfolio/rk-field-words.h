/* SPDX-License-Identifier: EUPL-1.2 */
/* Values of records as people read and type them, and the names of records that have none. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* What people call the record: its title; for a record without one, what it is about: "Quendo →
 * BurgerPunt", "Satisfaction: 4". Never empty. (transfer full) */
char *rk_record_dup_name (RkStore *store, RkRecord *record);
/* The same by id; "" when there is no such record. */
char *rk_record_dup_name_of (RkStore *store, const char *kind, const char *id);

/* The label of a kind as a title: "Application". (transfer full) */
char *rk_kind_dup_title (const RkKind *kind);

/* @value in words: the label of a choice, "31/07/2027", "€ 48.500", "Yes", the names of what is
 * referred to. "" for no value. (transfer full) */
char *rk_field_dup_text (RkStore *store, const RkField *field, const char *value);
/* @value as one types it in an entry. (transfer full) */
char *rk_field_dup_typed (const RkField *field, const char *value);
/* What a person typed for @field in the form of the workspace, NULL for nothing. FALSE when it is
 * wrong: the message of @error is a sentence that says what is expected. */
gboolean rk_field_parse (const RkField *field, const char *typed, char **value, GError **error);

/* The name of a step that changes one field: "Status of BurgerPunt". (transfer full) */
char *rk_field_dup_step (const RkField *field, const char *record_name);

G_END_DECLS
