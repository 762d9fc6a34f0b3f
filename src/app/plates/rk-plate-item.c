/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-item.h"

#include <glib/gi18n.h>

struct _RkPlateItem
{
  GObject parent_instance;
  char *id;
  char *name;
  char *source;
  guint n_components;
  GdkTexture *picture; /* (nullable) */
  guint covered;
  gboolean known;  /* how much is covered */
  gboolean wanted; /* a picture must be asked for */
};

G_DEFINE_FINAL_TYPE (RkPlateItem, rk_plate_item, G_TYPE_OBJECT)

static guint changed;

static void
finalize (GObject *object)
{
  RkPlateItem *self = RK_PLATE_ITEM (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->source);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (rk_plate_item_parent_class)->finalize (object);
}

static void
rk_plate_item_class_init (RkPlateItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                          NULL, G_TYPE_NONE, 0);
}

static void
rk_plate_item_init (RkPlateItem *self)
{
}

RkPlateItem *
rk_plate_item_new (const char *id, const char *name, const char *source, guint n_components)
{
  RkPlateItem *self = g_object_new (RK_TYPE_PLATE_ITEM, NULL);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->source = g_strdup (source);
  self->n_components = n_components;
  self->wanted = TRUE;
  return self;
}

const char *
rk_plate_item_get_id (RkPlateItem *self)
{
  g_return_val_if_fail (RK_IS_PLATE_ITEM (self), NULL);

  return self->id;
}

const char *
rk_plate_item_get_name (RkPlateItem *self)
{
  g_return_val_if_fail (RK_IS_PLATE_ITEM (self), NULL);

  return self->name;
}

const char *
rk_plate_item_get_source (RkPlateItem *self)
{
  g_return_val_if_fail (RK_IS_PLATE_ITEM (self), NULL);

  return self->source;
}

gboolean
rk_plate_item_is_own (RkPlateItem *self)
{
  g_return_val_if_fail (RK_IS_PLATE_ITEM (self), FALSE);

  return g_str_has_prefix (self->id, "own/");
}

guint
rk_plate_item_get_n_components (RkPlateItem *self)
{
  g_return_val_if_fail (RK_IS_PLATE_ITEM (self), 0);

  return self->n_components;
}

void
rk_plate_item_set_picture (RkPlateItem *self, GdkTexture *texture, guint covered, guint components)
{
  g_return_if_fail (RK_IS_PLATE_ITEM (self));

  g_set_object (&self->picture, texture);
  self->covered = covered;
  self->n_components = components;
  self->known = TRUE;
  g_signal_emit (self, changed, 0);
}

GdkTexture *
rk_plate_item_get_picture (RkPlateItem *self)
{
  g_return_val_if_fail (RK_IS_PLATE_ITEM (self), NULL);

  return self->picture;
}

void
rk_plate_item_forget_picture (RkPlateItem *self)
{
  g_return_if_fail (RK_IS_PLATE_ITEM (self));

  g_clear_object (&self->picture);
  self->wanted = TRUE;
}

void
rk_plate_item_set_stale (RkPlateItem *self)
{
  g_return_if_fail (RK_IS_PLATE_ITEM (self));

  self->wanted = TRUE;
  g_signal_emit (self, changed, 0);
}

gboolean
rk_plate_item_take_wanted (RkPlateItem *self)
{
  gboolean wanted;

  g_return_val_if_fail (RK_IS_PLATE_ITEM (self), FALSE);

  wanted = self->wanted;
  self->wanted = FALSE;
  return wanted;
}

void
rk_plate_item_give_up (RkPlateItem *self)
{
  g_return_if_fail (RK_IS_PLATE_ITEM (self));

  self->wanted = TRUE;
}

void
rk_plate_item_take_over (RkPlateItem *self, RkPlateItem *other)
{
  g_return_if_fail (RK_IS_PLATE_ITEM (self) && RK_IS_PLATE_ITEM (other));

  g_set_object (&self->picture, other->picture);
  self->covered = other->covered;
  self->known = other->known;
}

char *
rk_plate_item_dup_coverage (RkPlateItem *self)
{
  g_return_val_if_fail (RK_IS_PLATE_ITEM (self), NULL);

  if (self->n_components == 0)
    return g_strdup (_ ("No reference components"));
  if (!self->known)
    return g_strdup ("");
  /* Translators: how many reference components of a plate have an application, and how many there
   * are. */
  return g_strdup_printf (ngettext ("%u of %u filled in", "%u of %u filled in", self->n_components),
                          self->covered, self->n_components);
}
