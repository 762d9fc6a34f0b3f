/* SPDX-License-Identifier: EUPL-1.2 */
/* A file: its path is recorded. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_UPLOAD_FIELD (rk_upload_field_get_type ())
G_DECLARE_FINAL_TYPE (RkUploadField, rk_upload_field, RK, UPLOAD_FIELD, AdwBin)

GtkWidget *rk_upload_field_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
