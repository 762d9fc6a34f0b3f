/* SPDX-License-Identifier: EUPL-1.2 */
/* One field of a record: to read it, and to change it where it stands.
 *
 * A value is saved when the focus leaves it, or with Enter; Escape brings back what was saved. What
 * is wrong stays as it was typed, also after a restart, with a sentence that says what is expected;
 * the workspace keeps the earlier value until then. */
#pragma once

#include "rk-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_FIELD_ROW (rk_field_row_get_type ())
G_DECLARE_FINAL_TYPE (RkFieldRow, rk_field_row, RK, FIELD_ROW, GtkListBoxRow)

/* Emits "edited" (RkFieldRow *self) when a person gave another value: rk_field_row_get_value(). */
GtkWidget *rk_field_row_new (RkStore *store, const RkField *field);
const RkField *rk_field_row_get_field (RkFieldRow *self);
/* What is saved: (nullable). A value that is being typed is left alone. */
void rk_field_row_set_value (RkFieldRow *self, const char *value);
const char *rk_field_row_get_value (RkFieldRow *self);
/* Whether the value can be changed. */
void rk_field_row_set_editing (RkFieldRow *self, gboolean editing);
/* Shows @sentence under the value, NULL: nothing is wrong. */
void rk_field_row_set_message (RkFieldRow *self, const char *sentence);
/* A draft of a wrong value from before: @typed is shown and checked. */
void rk_field_row_restore_draft (RkFieldRow *self, const char *typed);
/* What was typed and is wrong: (nullable) (transfer none). */
const char *rk_field_row_get_draft (RkFieldRow *self);
/* Saves what is typed, as leaving the row does. */
void rk_field_row_commit (RkFieldRow *self);
/* For references: only those whose @field is @id. */
void rk_field_row_set_owner (RkFieldRow *self, const char *field, const char *id);

G_END_DECLS
