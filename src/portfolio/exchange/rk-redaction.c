/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-redaction.h"

#include "rk-portfolio-kinds.h"

static const char *const names[] = { "full", "peers", "public" };

/* What one may know without knowing who uses it. */
static const RkKind *const catalogue[] = {
  &rk_kind_supplier,       &rk_kind_product,          &rk_kind_product_version,
  &rk_kind_standard,       &rk_kind_product_standard, &rk_kind_component_standard,
  &rk_kind_building_block,
};

/* Opinions and contracts are between the administration and its supplier. */
static const RkKind *const own[] = {
  &rk_kind_contract,
  &rk_kind_architecture,
  &rk_kind_plate,
  &rk_kind_diagram,
};

static gboolean
contains (const RkKind *const *kinds, gsize n, const RkKind *kind)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (kinds[i]->name, kind->name))
      return TRUE;
  return FALSE;
}

gboolean
rk_level_from_text (const char *text, RkLevel *level)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], text))
      {
        *level = (RkLevel) i;
        return TRUE;
      }
  return FALSE;
}

const char *
rk_level_to_text (RkLevel level)
{
  return names[level];
}

gboolean
rk_level_shows_kind (RkLevel level, const RkKind *kind)
{
  switch (level)
    {
    case RK_LEVEL_PEERS: return !contains (own, G_N_ELEMENTS (own), kind);
    case RK_LEVEL_PUBLIC: return contains (catalogue, G_N_ELEMENTS (catalogue), kind);
    case RK_LEVEL_FULL:
    default: return TRUE;
    }
}

gboolean
rk_level_shows_record (RkLevel level, RkRecord *record)
{
  const RkKind *kind = rk_record_get_kind (record);

  if (!rk_level_shows_kind (level, kind))
    return FALSE;
  if (level == RK_LEVEL_FULL || !g_str_equal (kind->name, rk_kind_interface.name))
    return TRUE;
  return g_strcmp0 (rk_record_get (record, "shared_with_peers"), "true") == 0;
}

gboolean
rk_level_shows_field (RkLevel level, const RkKind *kind, const RkField *field)
{
  return rk_level_shows_kind (level, kind) &&
         (level == RK_LEVEL_FULL || !(field->flags & RK_FIELD_CONFIDENTIAL));
}

GPtrArray *
rk_level_list_left_out (RkLevel level, const RkKind *const *kinds)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (!rk_level_shows_kind (level, kinds[i]))
        {
          g_ptr_array_add (list, g_strdup (kinds[i]->name));
          continue;
        }
      for (const RkField *field = kinds[i]->fields; field->name != NULL; field++)
        if (!rk_level_shows_field (level, kinds[i], field))
          g_ptr_array_add (list, g_strdup_printf ("%s.%s", kinds[i]->name, field->name));
    }
  return list;
}
