/* SPDX-License-Identifier: EUPL-1.2 */
/* A text of one line: plain, only digits, or hidden while it is typed. */
#pragma once

#include "rk-typed-field.h"

G_BEGIN_DECLS

#define RK_TYPE_TEXT_FIELD (rk_text_field_get_type ())
G_DECLARE_FINAL_TYPE (RkTextField, rk_text_field, RK, TEXT_FIELD, RkTypedField)

GtkWidget *rk_text_field_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
