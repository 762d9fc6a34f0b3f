/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-remove.h"
#include "rk-field-words.h"
#include "rk-references.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A record that goes. */
typedef struct
{
  const RkKind *kind;
  char *id;
  char *name;
} Doomed;

/* A set that loses words: several of its words may go in one step. */
typedef struct
{
  RkStore *store;
  RkChange *change;
  GPtrArray *doomed; /* of Doomed, in the order they were found */
  GHashTable *known; /* "kind id" → there */
  GHashTable *sets;  /* "kind id field" → what is left of it */
} Removal;

static void
doomed_free (gpointer data)
{
  Doomed *doomed = data;

  g_free (doomed->id);
  g_free (doomed->name);
  g_free (doomed);
}

static gboolean
is_doomed (Removal *self, const char *kind, const char *id)
{
  g_autofree char *key = g_strdup_printf ("%s %s", kind, id);

  return g_hash_table_contains (self->known, key);
}

static void
doom (Removal *self, RkRecord *record)
{
  const RkKind *kind = rk_record_get_kind (record);
  Doomed *doomed;

  if (is_doomed (self, kind->name, rk_record_get_id (record)))
    return;
  doomed = g_new0 (Doomed, 1);
  doomed->kind = kind;
  doomed->id = g_strdup (rk_record_get_id (record));
  doomed->name = rk_record_dup_name (self->store, record);
  g_ptr_array_add (self->doomed, doomed);
  g_hash_table_add (self->known, g_strdup_printf ("%s %s", kind->name, doomed->id));
}

static gboolean
is_interface_end (const RkReferrer *referrer)
{
  return g_str_equal (referrer->kind->name, "interface") &&
         g_strcmp0 (referrer->field->target, "application") == 0;
}

/* Whether neither end of an interface is a record that stays, or a name. */
static gboolean
loses_both_ends (Removal *self, const RkReferrer *referrer)
{
  static const char *const ends[][2] = { { "source", "source_name" }, { "target", "target_name" } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *id = rk_record_get (referrer->record, ends[i][0]);
      const char *name = rk_record_get (referrer->record, ends[i][1]);

      if (id != NULL ? !is_doomed (self, "application", id) : name != NULL)
        return FALSE;
    }
  return TRUE;
}

/* What goes along with what goes. */
static gboolean
follow (Removal *self, const Doomed *doomed, GError **error)
{
  g_autoptr (GPtrArray) referrers =
      rk_references_list (self->store, doomed->kind->name, doomed->id, error);

  if (referrers == NULL)
    return FALSE;
  for (guint i = 0; i < referrers->len; i++)
    {
      const RkReferrer *referrer = g_ptr_array_index (referrers, i);

      if (rk_reference_is_essential (referrer->kind, referrer->field) ||
          (is_interface_end (referrer) && loses_both_ends (self, referrer)))
        doom (self, referrer->record);
    }
  return TRUE;
}

static void
clear_set (Removal *self, const RkReferrer *referrer, const Doomed *doomed)
{
  const char *id = rk_record_get_id (referrer->record);
  char *key = g_strdup_printf ("%s %s %s", referrer->kind->name, id, referrer->field->name);
  const char *value = g_hash_table_contains (self->sets, key)
                          ? g_hash_table_lookup (self->sets, key)
                          : rk_record_get (referrer->record, referrer->field->name);
  char *left = rk_reference_set_replace (value, doomed->id, NULL);

  rk_change_set_field (self->change, referrer->kind->name, id, referrer->field->name, left);
  g_hash_table_insert (self->sets, key, left);
}

static void
clear_reference (Removal *self, const RkReferrer *referrer, const Doomed *doomed)
{
  const char *kind = referrer->kind->name;
  const char *id = rk_record_get_id (referrer->record);
  g_autofree char *outside = NULL;

  if (referrer->field->type == RK_FIELD_REFERENCE_SET)
    {
      clear_set (self, referrer, doomed);
      return;
    }
  rk_change_set_field (self->change, kind, id, referrer->field->name, NULL);
  if (!is_interface_end (referrer))
    return;
  outside = g_strconcat (referrer->field->name, "_name", NULL);
  rk_change_set_field (self->change, kind, id, outside, doomed->name);
}

static gboolean
clear_references (Removal *self, const Doomed *doomed, GError **error)
{
  g_autoptr (GPtrArray) referrers =
      rk_references_list (self->store, doomed->kind->name, doomed->id, error);

  if (referrers == NULL)
    return FALSE;
  for (guint i = 0; i < referrers->len; i++)
    {
      const RkReferrer *referrer = g_ptr_array_index (referrers, i);

      if (!is_doomed (self, referrer->kind->name, rk_record_get_id (referrer->record)))
        clear_reference (self, referrer, doomed);
    }
  return TRUE;
}

static char *
dup_label (RkStore *store, const RkKind *kind, const Removal *self, guint n)
{
  if (n == 1)
    return g_strdup_printf (
        /* Translators: the name of a step; %s is the name of a record */
        _ ("Removal of %s"), ((Doomed *) g_ptr_array_index (self->doomed, 0))->name);
  /* Translators: the name of a step; %s is a kind in the plural: "applications" */
  return g_strdup_printf (_ ("Removal of %u %s"), n, _ (kind->label_plural));
}

static void
removal_clear (Removal *self)
{
  g_clear_pointer (&self->change, rk_change_free);
  g_ptr_array_unref (self->doomed);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->sets);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Removal, removal_clear)

static gboolean
find_first (Removal *self, const char *kind, const char *const *ids, GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      GError *local_error = NULL;
      g_autoptr (RkRecord) record = rk_store_get (self->store, kind, ids[i], &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
      if (record != NULL)
        doom (self, record);
    }
  return TRUE;
}

gboolean
rk_portfolio_remove (RkStore *store, const char *kind, const char *const *ids, GError **error)
{
  g_auto (Removal) self = { .store = store };
  g_autofree char *label = NULL;
  guint n;

  g_return_val_if_fail (RK_IS_STORE (store) && ids != NULL, FALSE);
  self.doomed = g_ptr_array_new_with_free_func (doomed_free);
  self.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!find_first (&self, kind, ids, error))
    return FALSE;
  n = self.doomed->len;
  if (n == 0)
    return TRUE;
  for (guint i = 0; i < self.doomed->len; i++) /* grows on the way */
    if (!follow (&self, g_ptr_array_index (self.doomed, i), error))
      return FALSE;
  label = dup_label (store, rk_store_get_kind (store, kind), &self, n);
  self.change = rk_change_new (store, label);
  for (guint i = 0; i < self.doomed->len; i++)
    if (!clear_references (&self, g_ptr_array_index (self.doomed, i), error))
      return FALSE;
  for (guint i = 0; i < self.doomed->len; i++)
    {
      const Doomed *doomed = g_ptr_array_index (self.doomed, i);
      rk_change_delete (self.change, doomed->kind->name, doomed->id);
    }
  return rk_change_apply (self.change, error);
}
