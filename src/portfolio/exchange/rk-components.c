/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-components.h"

#include "rk-text.h"

static void
add (GHashTable *components, GHashTable *doubtful, const char *name, const char *key)
{
  char *folded = rk_text_fold (name);
  const char *other = g_hash_table_lookup (components, folded);

  if (*folded == '\0' || g_hash_table_contains (doubtful, folded) ||
      (other != NULL && g_str_equal (other, key)))
    g_free (folded);
  else if (other == NULL)
    g_hash_table_insert (components, folded, g_strdup (key));
  else
    {
      g_hash_table_remove (components, folded);
      g_hash_table_add (doubtful, folded);
    }
}

GHashTable *
rk_components_by_name (RkArchitecture *architecture)
{
  g_autoptr (GHashTable) doubtful = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *components;
  GPtrArray *list;

  if (architecture == NULL)
    return NULL;
  components = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  list = rk_architecture_list_components (architecture);
  for (guint i = 0; i < list->len; i++)
    {
      const RkConcept *concept = list->pdata[i];

      add (components, doubtful, concept->name, concept->key);
      add (components, doubtful, concept->key, concept->key);
    }
  return components;
}

GHashTable *
rk_components_get_names (RkArchitecture *architecture)
{
  GHashTable *names;
  GPtrArray *list;

  if (architecture == NULL)
    return NULL;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  list = rk_architecture_list_components (architecture);
  for (guint i = 0; i < list->len; i++)
    {
      const RkConcept *concept = list->pdata[i];

      g_hash_table_insert (names, g_strdup (concept->key), g_strdup (concept->name));
    }
  return names;
}
