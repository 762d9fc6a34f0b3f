/* SPDX-License-Identifier: EUPL-1.2 */
/* A text of several lines that grows, with a counter near its maximum. */
#pragma once

#include "rk-typed-field.h"

G_BEGIN_DECLS

#define RK_TYPE_LONG_TEXT (rk_long_text_get_type ())
G_DECLARE_FINAL_TYPE (RkLongText, rk_long_text, RK, LONG_TEXT, RkTypedField)

GtkWidget *rk_long_text_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
