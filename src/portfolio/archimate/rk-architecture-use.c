/* SPDX-License-Identifier: EUPL-1.2 */
/* Going over to another release, and back. */
#include "config.h"
#include "rk-architecture-diff.h"
#include "rk-architecture-use-private.h"

#include <glib/gi18n-lib.h>

#define KIND "architecture"

/* Fields that hold one key, and those that hold a set of keys. */
static const struct
{
  const char *kind;
  const char *field;
  gboolean is_set;
} places[] = {
  { "fit", "component", FALSE },
  { "component_standard", "component", FALSE },
  { "product", "components", TRUE },
  { "plate", "components", TRUE },
};

/* --- following keys --------------------------------------------------------------------------- */

/* What a key becomes: itself when it stays. */
static const char *
follow (GHashTable *keys, const char *key)
{
  const char *other = keys != NULL ? g_hash_table_lookup (keys, key) : NULL;

  return other != NULL ? other : key;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The same of a set: (transfer full). */
static char *
follow_set (GHashTable *keys, const char *set)
{
  g_auto (GStrv) words = g_strsplit (set, " ", -1);
  g_autoptr (GPtrArray) followed = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      gpointer key = (gpointer) follow (keys, words[i]);

      if (!g_ptr_array_find_with_equal_func (followed, key, g_str_equal, NULL))
        g_ptr_array_add (followed, key);
    }
  g_ptr_array_sort (followed, compare_words);
  g_ptr_array_add (followed, NULL);
  return g_strjoinv (" ", (char **) followed->pdata);
}

/* The place that the record had before and that @to has: (transfer full) (nullable). */
static char *
find_back (RkStore *store, RkArchitecture *to, const char *id)
{
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
      rk_store_get_database (store), NULL,
      "SELECT base FROM rk_entry WHERE kind = 'fit' AND record = ?1 AND field = 'component'"
      " AND base IS NOT NULL ORDER BY number DESC",
      "s", id);

  while (stmt != NULL && rk_sql_next (stmt, NULL))
    if (g_hash_table_contains (to->by_key, rk_sql_text (stmt, 0)))
      return g_strdup (rk_sql_text (stmt, 0));
  return NULL;
}

/* Where the application of a fit goes: (transfer full). */
static char *
find_place (RkStore *store, RkArchitecture *to, GHashTable *renamed, GHashTable *moves,
            RkRecord *fit)
{
  const char *key = rk_record_get (fit, "component");
  const char *place = follow (renamed, key);
  const RkConcept *concept = rk_architecture_find (to, place);
  char *back;

  if (g_hash_table_contains (to->by_key, place))
    return g_strdup (place);
  if (moves != NULL && g_hash_table_contains (moves, key))
    return g_strdup (g_hash_table_lookup (moves, key));
  if (concept != NULL)
    return g_strdup (concept->key);
  back = find_back (store, to, rk_record_get_id (fit));
  return back != NULL ? back : g_strdup (key);
}

static void
move_fit (RkStore *store, RkChange *change, RkArchitecture *to, GHashTable *renamed,
          GHashTable *moves, RkRecord *fit)
{
  g_autofree char *place = find_place (store, to, renamed, moves, fit);
  const RkConcept *concept = rk_architecture_find (to, place);

  if (g_str_equal (place, rk_record_get (fit, "component")))
    return;
  rk_change_set (change, "fit", rk_record_get_id (fit), "component", place, "component_name",
                 concept != NULL ? concept->name : rk_record_get (fit, "component_name"), NULL);
}

static void
move_record (RkChange *change, GHashTable *renamed, guint place, RkRecord *record)
{
  const char *value = rk_record_get (record, places[place].field);
  g_autofree char *now =
      places[place].is_set ? follow_set (renamed, value) : g_strdup (follow (renamed, value));

  if (!g_str_equal (now, value))
    rk_change_set (change, places[place].kind, rk_record_get_id (record), places[place].field, now,
                   NULL);
}

static gboolean
follow_places (RkStore *store, RkChange *change, RkArchitecture *from, RkArchitecture *to,
               GHashTable *moves, GError **error)
{
  g_autoptr (GHashTable) renamed = from != NULL ? rk_architecture_find_renamed (from, to) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s IS NOT NULL", places[i].field);
      g_autoptr (GPtrArray) records =
          rk_store_list (store, places[i].kind, where, NULL, error, NULL);

      if (records == NULL)
        return FALSE;
      for (guint j = 0; j < records->len; j++)
        if (i == 0)
          move_fit (store, change, to, renamed, moves, records->pdata[j]);
        else
          move_record (change, renamed, i, records->pdata[j]);
    }
  return TRUE;
}

/* --- the step --------------------------------------------------------------------------------- */

static gboolean
has_places (RkStore *store)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s IS NOT NULL", places[i].field);

      if (rk_store_count (store, places[i].kind, where, NULL, NULL) != 0)
        return TRUE;
    }
  return FALSE;
}

/* What was in use is what @id replaces, unless one goes back to it. */
static void
remember_previous (RkStore *store, RkChange *change, const char *id, const char *current)
{
  g_autoptr (RkRecord) record = rk_store_get (store, KIND, current, NULL);

  if (record != NULL && g_strcmp0 (rk_record_get (record, "previous"), id) != 0)
    rk_change_set (change, KIND, id, "previous", current, NULL);
}

gboolean
rk_architecture_plan_use (RkStore *store, RkChange *change, const char *id, GHashTable *moves,
                          GError **error)
{
  GError *local_error = NULL;
  g_autofree char *current = rk_architecture_dup_current (store, &local_error);
  g_autoptr (RkArchitecture) from = NULL;
  g_autoptr (RkArchitecture) to = NULL;

  if (local_error == NULL && current != NULL && !g_str_equal (current, id))
    {
      rk_change_set (change, KIND, current, "current", NULL, NULL);
      remember_previous (store, change, id, current);
    }
  rk_change_set (change, KIND, id, "current", "true", NULL);
  if (local_error == NULL && g_strcmp0 (current, id) != 0 && has_places (store))
    {
      /* One that is in use without contents has no places to follow from. */
      from = current != NULL ? rk_architecture_open (store, current, NULL) : NULL;
      to = rk_architecture_open (store, id, &local_error);
      if (to != NULL && !follow_places (store, change, from, to, moves, &local_error))
        g_assert (local_error != NULL);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

gboolean
rk_architecture_use (RkStore *store, const char *id, GHashTable *moves, GError **error)
{
  g_autoptr (RkRecord) record = NULL;
  g_autoptr (RkArchitecture) there = NULL;
  g_autoptr (RkChange) change = NULL;
  g_autofree char *label = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (RK_IS_STORE (store) && id != NULL, FALSE);
  record = rk_store_get (store, KIND, id, &local_error);
  if (record == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, local_error);
      else
        g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                     /* Translators: an id. */
                     _ ("There is no reference architecture “%s” in the workspace. Choose one of "
                        "those that were imported."),
                        id);
      return FALSE;
    }
  there = rk_architecture_open (store, id, error);
  if (there == NULL)
    return FALSE;
  /* Translators: a step that can be undone; the name of a reference architecture. */
  label = g_strdup_printf (_ ("Use of “%s”"), there->name);
  change = rk_change_new (store, label);
  return rk_architecture_plan_use (store, change, id, moves, error) &&
         rk_change_apply (change, error);
}

/* --- going back ------------------------------------------------------------------------------- */

/* Whole days since the UTC time @text; a large number when it is no time. */
static guint
count_days_since (const char *text)
{
  g_autoptr (GDateTime) then = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (then == NULL)
    return G_MAXUINT;
  return (guint) MAX (g_date_time_difference (now, then) / G_TIME_SPAN_DAY, 0);
}

char *
rk_architecture_dup_previous (RkStore *store, char **name, guint *days_left, GError **error)
{
  g_autofree char *current = NULL;
  g_autoptr (RkRecord) record = NULL;
  g_autoptr (RkRecord) previous = NULL;
  guint days;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  current = rk_architecture_dup_current (store, error);
  record = current != NULL ? rk_store_get (store, KIND, current, error) : NULL;
  if (record == NULL || rk_record_get (record, "previous") == NULL)
    return NULL;
  days = count_days_since (rk_record_get (record, "imported_at"));
  if (days >= RK_ARCHITECTURE_BACK_DAYS)
    return NULL;
  previous = rk_store_get (store, KIND, rk_record_get (record, "previous"), error);
  if (previous == NULL)
    return NULL;
  if (name != NULL)
    *name = g_strdup (rk_record_get (previous, "name"));
  if (days_left != NULL)
    *days_left = RK_ARCHITECTURE_BACK_DAYS - days;
  return g_strdup (rk_record_get_id (previous));
}
