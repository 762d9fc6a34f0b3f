/* SPDX-License-Identifier: EUPL-1.2 */
/* The records of a kind that belong to one record: the ratings of an application, the versions of a
 * product. Each opens in place to be changed; new ones are added at the end. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_RECORD_GROUP (rk_record_group_get_type ())
G_DECLARE_FINAL_TYPE (RkRecordGroup, rk_record_group, RK, RECORD_GROUP, AdwBin)

/* The records of @kind whose @field is @owner, or holds it when it is a set. @title: translated,
 * above them. */
GtkWidget *rk_record_group_new (RkStore *store, const char *kind, const char *field,
                                const char *owner, const char *title);
/* Does not show @field of the records. */
void rk_record_group_hide_field (RkRecordGroup *self, const char *field);
/* A field beside the name in each closed row. */
void rk_record_group_set_summary (RkRecordGroup *self, const char *field);
/* Shown above the list: what the records are for. */
void rk_record_group_set_description (RkRecordGroup *self, const char *sentence);
/* A button «Add» that the caller handles itself, because choosing takes more than fields: emits
 * "add" (RkRecordGroup *self). */
void rk_record_group_set_own_add (RkRecordGroup *self);
/* Puts the focus in the button «Add». */
void rk_record_group_focus_add (RkRecordGroup *self);
/* Opens an empty record at the end. */
void rk_record_group_add (RkRecordGroup *self);

G_END_DECLS
