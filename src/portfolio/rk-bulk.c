/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-bulk.h"
#include "rk-change.h"

#include <glib/gi18n-lib.h>

/* The ids of the records that have another value: (transfer full) (nullable). */
static GPtrArray *
list_different (RkStore *store, const char *kind, const char *const *ids, const char *field,
                const char *value, GError **error)
{
  g_autoptr (GPtrArray) different = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      GError *local_error = NULL;
      g_autoptr (RkRecord) record = rk_store_get (store, kind, ids[i], &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return NULL;
        }
      if (record != NULL && g_strcmp0 (rk_record_get (record, field), value) != 0)
        g_ptr_array_add (different, (char *) ids[i]);
    }
  return g_steal_pointer (&different);
}

gint64
rk_bulk_count (RkStore *store, const char *kind, const char *const *ids, const char *field,
               const char *value, GError **error)
{
  g_autoptr (GPtrArray) different = list_different (store, kind, ids, field, value, error);

  return different != NULL ? (gint64) different->len : -1;
}

gboolean
rk_bulk_set (RkStore *store, const char *kind, const char *const *ids, const char *field,
             const char *value, GError **error)
{
  const RkKind *description = rk_store_get_kind (store, kind);
  g_autoptr (GPtrArray) different = NULL;
  g_autoptr (RkChange) change = NULL;
  g_autofree char *label = NULL;
  const RkField *described;
  int i;

  g_return_val_if_fail (description != NULL, FALSE);
  i = rk_kind_find_field (description, field);
  g_return_val_if_fail (i >= 0, FALSE);
  described = &description->fields[i];
  if (value == NULL && (described->flags & RK_FIELD_REQUIRED))
    {
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   /* Translators: the name of a field */
                   _ ("Nothing was changed: “%s” cannot be left open."), _ (described->label));
      return FALSE;
    }
  if (!rk_field_check (described, value, error))
    return FALSE;
  different = list_different (store, kind, ids, field, value, error);
  if (different == NULL)
    return FALSE;
  /* Translators: the name of a step: a field, a number, and a kind in the plural: "Status of 3
   * applications" */
  label = g_strdup_printf (_ ("%s of %u %s"), _ (described->label), different->len,
                         _ (different->len == 1 ? description->label : description->label_plural));
  change = rk_change_new (store, label);
  for (guint n = 0; n < different->len; n++)
    rk_change_set_field (change, kind, g_ptr_array_index (different, n), field, value);
  return rk_change_apply (change, error);
}
