/* SPDX-License-Identifier: EUPL-1.2 */
/* A place on earth: latitude, longitude and accuracy. */
#pragma once

#include "rk-typed-field.h"

G_BEGIN_DECLS

#define RK_TYPE_PLACE_FIELD (rk_place_field_get_type ())
G_DECLARE_FINAL_TYPE (RkPlaceField, rk_place_field, RK, PLACE_FIELD, RkTypedField)

GtkWidget *rk_place_field_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
