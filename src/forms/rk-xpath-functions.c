/* SPDX-License-Identifier: EUPL-1.2 */
/* Finds a function by name. The functions themselves stand in one file per family. */
#include "config.h"
#include "rk-xpath-private.h"

static GHashTable *
build_table (void)
{
  const RkXPathFunction *const families[] = {
    rk_xpath_string_functions, rk_xpath_number_functions, rk_xpath_node_functions,
    rk_xpath_date_functions,   rk_xpath_select_functions, rk_xpath_geo_functions,
    rk_xpath_misc_functions,
  };
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (const RkXPathFunction *f = families[i]; f->name != NULL; f++)
      g_hash_table_insert (table, (gpointer) f->name, (gpointer) f);
  return table;
}

const RkXPathFunction *
rk_xpath_find_function (const char *name)
{
  static GHashTable *table = NULL;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, build_table ());
  return g_hash_table_lookup (table, name);
}
