/* SPDX-License-Identifier: EUPL-1.2 */
/* A file as an answer: dropped, chosen, drawn or signed; kept in the workspace. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_UPLOAD_FIELD (rk_upload_field_get_type ())
G_DECLARE_FINAL_TYPE (RkUploadField, rk_upload_field, RK, UPLOAD_FIELD, AdwBin)

GtkWidget *rk_upload_field_new (RkAutosave *autosave, RkFormNode *node);
/* Takes the file at @path as the answer, as dropping it does. */
void rk_upload_field_take (RkUploadField *self, const char *path);

G_END_DECLS
