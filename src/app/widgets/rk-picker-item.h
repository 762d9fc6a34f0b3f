/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One thing to choose in an RkPicker. */
#define RK_TYPE_PICKER_ITEM (rk_picker_item_get_type ())
G_DECLARE_FINAL_TYPE (RkPickerItem, rk_picker_item, RK, PICKER_ITEM, GObject)

/* @subtitle: (nullable): a second line */
RkPickerItem *rk_picker_item_new (const char *id, const char *title, const char *subtitle);
const char *rk_picker_item_get_id (RkPickerItem *self);
const char *rk_picker_item_get_title (RkPickerItem *self);
const char *rk_picker_item_get_subtitle (RkPickerItem *self);

G_END_DECLS
