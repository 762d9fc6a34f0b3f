/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-workspace-properties.h"
#include "rk-profile.h"

static void
add (GHashTable *properties, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    g_hash_table_insert (properties, g_strdup (name), g_strdup (value));
}

GHashTable *
rk_workspace_dup_properties (RkStore *store)
{
  GHashTable *properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (RkRecord) administration = rk_profile_get_administration (store, NULL);

  add (properties, "username", rk_store_get_author (store));
  if (administration != NULL)
    {
      add (properties, "administration-type", rk_record_get (administration, "type"));
      add (properties, "administration-nis", rk_record_get (administration, "nis"));
    }
  return properties;
}
