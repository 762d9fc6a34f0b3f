/* SPDX-License-Identifier: EUPL-1.2 */
/* The tab «Data» of an application: what is urgent, its places on the reference architecture, its
 * control score, its fields, and what belongs to it. */
#pragma once

#include "rk-record-editor.h"

G_BEGIN_DECLS

#define RK_TYPE_APPLICATION_DATA (rk_application_data_get_type ())
G_DECLARE_FINAL_TYPE (RkApplicationData, rk_application_data, RK, APPLICATION_DATA, AdwBin)

/* @id: NULL: a new application. */
GtkWidget *rk_application_data_new (RkStore *store, const char *id);
RkRecordEditor *rk_application_data_get_editor (RkApplicationData *self);

G_END_DECLS
