/* SPDX-License-Identifier: EUPL-1.2 */
/* All fields of a record of any kind, from the description of the kind.
 *
 * To read, only what is filled in shows, and a last row says how much is not. To change, each field
 * is saved when one leaves it, as a step of its own that can be undone. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_RECORD_EDITOR (rk_record_editor_get_type ())
G_DECLARE_FINAL_TYPE (RkRecordEditor, rk_record_editor, RK, RECORD_EDITOR, AdwBin)

/* Property "editing", notifies; FALSE to begin with.
 * @id: (nullable): a record that is not there yet: it is made, with all that was entered, as soon
 * as every required field has a value. Then "created" (RkRecordEditor *self, const char *id) is
 * emitted. */
GtkWidget *rk_record_editor_new (RkStore *store, const char *kind, const char *id);
/* A value that a new record begins with. */
void rk_record_editor_preset (RkRecordEditor *self, const char *field, const char *value);
/* Does not show @field: the page around it says it already. */
void rk_record_editor_hide_field (RkRecordEditor *self, const char *field);
void rk_record_editor_set_editing (RkRecordEditor *self, gboolean editing);
gboolean rk_record_editor_get_editing (RkRecordEditor *self);
/* (nullable): not made yet. */
const char *rk_record_editor_get_id (RkRecordEditor *self);
/* Puts the focus in the control of @field (NULL: the first one); changes to editing first. */
void rk_record_editor_focus_field (RkRecordEditor *self, const char *field);
/* Saves what is being typed, as leaving the field does. */
void rk_record_editor_commit (RkRecordEditor *self);

G_END_DECLS
