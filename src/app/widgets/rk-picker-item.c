/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-picker-item.h"

struct _RkPickerItem
{
  GObject parent_instance;
  char *id;
  char *title;
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (RkPickerItem, rk_picker_item, G_TYPE_OBJECT)

static void
rk_picker_item_finalize (GObject *object)
{
  RkPickerItem *self = RK_PICKER_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->subtitle);
  G_OBJECT_CLASS (rk_picker_item_parent_class)->finalize (object);
}

static void
rk_picker_item_class_init (RkPickerItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_picker_item_finalize;
}

static void
rk_picker_item_init (RkPickerItem *self)
{
}

RkPickerItem *
rk_picker_item_new (const char *id, const char *title, const char *subtitle)
{
  RkPickerItem *self = g_object_new (RK_TYPE_PICKER_ITEM, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  return self;
}

const char *
rk_picker_item_get_id (RkPickerItem *self)
{
  g_return_val_if_fail (RK_IS_PICKER_ITEM (self), NULL);
  return self->id;
}

const char *
rk_picker_item_get_title (RkPickerItem *self)
{
  g_return_val_if_fail (RK_IS_PICKER_ITEM (self), NULL);
  return self->title;
}

const char *
rk_picker_item_get_subtitle (RkPickerItem *self)
{
  g_return_val_if_fail (RK_IS_PICKER_ITEM (self), NULL);
  return self->subtitle;
}
