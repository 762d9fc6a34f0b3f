/* SPDX-License-Identifier: EUPL-1.2 */
/* A date, a time or both, typed or picked from a calendar. */
#pragma once

#include "rk-typed-field.h"

G_BEGIN_DECLS

#define RK_TYPE_DATE_FIELD (rk_date_field_get_type ())
G_DECLARE_FINAL_TYPE (RkDateField, rk_date_field, RK, DATE_FIELD, RkTypedField)

GtkWidget *rk_date_field_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
