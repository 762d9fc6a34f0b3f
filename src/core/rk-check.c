/* SPDX-License-Identifier: EUPL-1.2 */
/* Checking a workspace: the pages, the journal against the records, the full-text index, the files
 * and the references. All of it on a copy aside, so that looking changes nothing. */
#include "config.h"
#include "rk-blob.h"
#include "rk-journal-private.h"
#include "rk-record-private.h"
#include "rk-store-private.h"
#include "rk-workspace.h"

#include <glib/gi18n-lib.h>

#define MAX_PROBLEMS 100

/* What the journal says about one record. */
typedef struct
{
  gboolean exists;
  gboolean opaque;    /* made by a bulk step: what it held then is not in the journal */
  gboolean seen;      /* found in its table */
  GHashTable *values; /* column -> value or NULL */
} Expected;

typedef struct
{
  RkStore *store;
  GPtrArray *problems;
  GHashTable *records; /* "kind id" -> Expected */
} Check;

static void G_GNUC_PRINTF (2, 3) report (Check *check, const char *format, ...)
{
  va_list args;

  if (check->problems->len >= MAX_PROBLEMS)
    return;
  va_start (args, format);
  g_ptr_array_add (check->problems, g_strdup_vprintf (format, args));
  va_end (args);
}

static void
expected_free (Expected *expected)
{
  g_hash_table_unref (expected->values);
  g_free (expected);
}

/* --- pages ---------------------------------------------------------------------------------- */

static gboolean
check_pages (Check *check, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (check->store->db, &local_error, "PRAGMA integrity_check (20)", "");

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    if (g_strcmp0 (rk_sql_text (stmt, 0), "ok") != 0)
      /* Translators: %s is a technical description in English. */
      report (check, _ ("The file has a defect: %s. Put a backup back."), rk_sql_text (stmt, 0));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* --- the journal against the records -------------------------------------------------------- */

static Expected *
get_expected (Check *check, const RkEntry *entry)
{
  char *name = g_strconcat (entry->kind, " ", entry->record, NULL);
  Expected *expected = g_hash_table_lookup (check->records, name);

  if (expected != NULL)
    {
      g_free (name);
      return expected;
    }
  expected = g_new0 (Expected, 1);
  expected->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_hash_table_insert (check->records, name, expected);
  return expected;
}

static void
replay_cb (const RkEntry *entry, gboolean bulk, gpointer data)
{
  Expected *expected = get_expected (data, entry);

  if (*entry->field == '\0')
    {
      expected->exists = entry->operation == RK_OPERATION_CREATE;
      expected->opaque = expected->exists && bulk;
      g_hash_table_remove_all (expected->values);
    }
  else if (entry->operation != RK_OPERATION_DELETE)
    g_hash_table_insert (expected->values, (char *) entry->field, g_strdup (entry->value));
}

/* The name of a column for people, or as it is when only a newer version knows it. */
static const char *
get_label (RkTable *table, const char *column)
{
  int i = rk_kind_find_field (table->kind, column);

  return i >= 0 ? _ (table->kind->fields[i].label) : column;
}

static void
compare_column (Check *check, RkTable *table, Expected *expected, const char *column,
                const char *id, const char *value)
{
  gpointer wanted = NULL;
  gboolean known = g_hash_table_lookup_extended (expected->values, column, NULL, &wanted);

  if ((!known && expected->opaque) || g_strcmp0 (wanted, value) == 0)
    return;
  /* Translators: the first %s is the name of a field, the second a kind of record, the third an
   * id. */
  report (check, _ ("The value of “%s” of %s “%s” is not the one that the history tells."),
                    get_label (table, column), _ (table->kind->label), id);
}

static void
compare_record (Check *check, RkTable *table, sqlite3_stmt *row)
{
  const char *id = rk_sql_text (row, RK_COLUMN_ID);
  g_autofree char *name = g_strconcat (table->kind->name, " ", id, NULL);
  Expected *expected = g_hash_table_lookup (check->records, name);

  if (expected == NULL || !expected->exists)
    {
      /* Translators: the first %s is a kind of record, the second an id. */
      report (check, _ ("The history does not know %s “%s”."), _ (table->kind->label), id);
      return;
    }
  expected->seen = TRUE;
  for (guint i = 0; i < table->columns->len; i++)
    compare_column (check, table, expected, g_ptr_array_index (table->columns, i), id,
                    rk_sql_text (row, RK_COLUMN_EXTRA + (int) i));
}

static gboolean
compare_table (Check *check, RkTable *table, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (check->store->db, &local_error, table->select, "");

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    compare_record (check, table, stmt);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static void
report_missing (Check *check)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, check->records);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      Expected *expected = value;
      g_auto (GStrv) words = g_strsplit (name, " ", 2);
      const RkKind *kind = rk_store_get_kind (check->store, words[0]);

      if (expected->exists && !expected->seen && kind != NULL)
        /* Translators: the first %s is a kind of record, the second an id. */
        report (check, _ ("The history tells of %s “%s”, but it is not there."), _ (kind->label),
                                                                                    words[1]);
    }
}

static gboolean
check_journal (Check *check, GError **error)
{
  if (!rk_journal_foreach (check->store->db, replay_cb, check, error))
    return FALSE;
  for (guint i = 0; check->store->kinds[i] != NULL; i++)
    if (!compare_table (check, rk_store_get_table (check->store, check->store->kinds[i]->name),
                        error))
      return FALSE;
  report_missing (check);
  if (rk_sql_number (check->store->db,
                     "SELECT count (*) FROM rk_entry WHERE mutation NOT IN"
                     " (SELECT ordinal FROM rk_mutation)",
                     0, error) > 0)
    report (check, _ ("The history has values without a step."));
  return TRUE;
}

/* --- the full-text index --------------------------------------------------------------------- */

static void
check_search (Check *check)
{
  for (guint i = 0; check->store->kinds[i] != NULL; i++)
    {
      const RkKind *kind = check->store->kinds[i];
      g_autofree char *table = rk_schema_search_table (kind);
      g_autofree char *sql =
          g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)", table, table);

      if (rk_kind_is_searchable (kind) && !rk_sql_exec (check->store->db, sql, NULL))
        /* Translators: %s is the plural name of a kind of record. */
        report (check, _ ("Searching in %s does not find everything: the index differs from the "
                          "texts. Put a backup back."),
                          _ (kind->label_plural));
    }
}

/* --- files ------------------------------------------------------------------------------------ */

static gboolean
checksum_cb (gconstpointer data, gsize length, gpointer checksum, GError **error)
{
  g_checksum_update (checksum, data, (gssize) length);
  return TRUE;
}

static gboolean
check_hashes (Check *check, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (check->store->db, &local_error,
                                                  "SELECT hash FROM rk_blob ORDER BY number", "");

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    {
      const char *hash = rk_sql_text (stmt, 0);
      g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

      if (!rk_blob_read (check->store, hash, checksum_cb, checksum, error))
        return FALSE;
      if (!g_str_equal (g_checksum_get_string (checksum), hash))
        /* Translators: %s is a checksum. */
        report (check, _ ("The content of the file %s is not what was kept. Put a backup back."),
                          hash);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* Every file that a record names is there. */
static gboolean
check_blob_field (Check *check, const RkKind *kind, const RkField *field, GError **error)
{
  GError *local_error = NULL;
  g_autofree char *table = rk_sql_quote (kind->name);
  g_autofree char *column = rk_sql_quote (field->name);
  g_autofree char *title = rk_sql_quote (kind->title_field);
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, %s FROM %s WHERE %s IS NOT NULL AND %s NOT IN (SELECT hash FROM rk_blob)", title,
      table, column, column);
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (check->store->db, &local_error, sql, "");

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    /* Translators: the first %s is a kind of record, the second the name of a file, the third an
     * id. */
    report (check, _ ("The content of %s “%s” (%s) is not there. Put a backup back."),
                      _ (kind->label), rk_sql_text (stmt, 1), rk_sql_text (stmt, 0));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
check_blobs (Check *check, GError **error)
{
  for (guint i = 0; check->store->kinds[i] != NULL; i++)
    for (const RkField *field = check->store->kinds[i]->fields; field->name != NULL; field++)
      if ((field->flags & RK_FIELD_BLOB) &&
          !check_blob_field (check, check->store->kinds[i], field, error))
        return FALSE;
  return check_hashes (check, error);
}

/* --- references ------------------------------------------------------------------------------ */

/* One row per word of the field, so that a reference is a set of one. */
static char *
make_reference_sql (RkStore *store, const RkKind *kind, const RkField *field)
{
  g_autofree char *table = rk_sql_quote (kind->name);
  g_autofree char *column = rk_sql_quote (field->name);
  g_autofree char *target = rk_sql_quote (field->target);

  return g_strdup_printf (
      "WITH RECURSIVE part (id, word, rest) AS ("
      " SELECT id, NULL, %s || ' ' FROM %s WHERE %s IS NOT NULL UNION ALL"
      " SELECT id, substr (rest, 1, instr (rest, ' ') - 1), substr (rest, instr (rest, ' ') + 1)"
      " FROM part WHERE rest <> '')"
      "SELECT id, word FROM part WHERE word IS NOT NULL AND word NOT IN (SELECT id FROM %s)",
      column, table, column, target);
}

static gboolean
check_field (Check *check, const RkKind *kind, const RkField *field, GError **error)
{
  GError *local_error = NULL;
  g_autofree char *sql = make_reference_sql (check->store, kind, field);
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (check->store->db, &local_error, sql, "");

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    /* Translators: the first %s is a kind of record, the second an id, the third the name of a
     * field, the fourth an id. */
    report (check, _ ("%s “%s” refers in “%s” to “%s”, which is not there."),
                      _ (kind->label), rk_sql_text (stmt, 0),
                         _ (field->label), rk_sql_text (stmt, 1));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
check_references (Check *check, GError **error)
{
  for (guint i = 0; check->store->kinds[i] != NULL; i++)
    for (const RkField *field = check->store->kinds[i]->fields; field->name != NULL; field++)
      if (field->target != NULL && rk_store_get_table (check->store, field->target) != NULL &&
          !check_field (check, check->store->kinds[i], field, error))
        return FALSE;
  return TRUE;
}

/* --- public ---------------------------------------------------------------------------------- */

static RkStore *
open_copy (const char *path, const RkKind *const *kinds, GError **error)
{
  g_autoptr (RkStore) store = rk_store_open (path, kinds, RK_STORE_READ_ONLY, error);

  if (store == NULL || !rk_store_copy_aside (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

gboolean
rk_workspace_check (const char *path, const RkKind *const *kinds, GPtrArray *problems,
                    GError **error)
{
  g_autoptr (RkStore) store = open_copy (path, kinds, error);
  g_autoptr (GHashTable) records =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) expected_free);
  Check check = { store, problems, records };

  if (store == NULL || !check_pages (&check, error) || !check_journal (&check, error) ||
      !check_blobs (&check, error))
    return FALSE;
  check_search (&check);
  return TRUE;
}

gboolean
rk_workspace_check_references (const char *path, const RkKind *const *kinds, GPtrArray *warnings,
                               GError **error)
{
  g_autoptr (RkStore) store = open_copy (path, kinds, error);
  Check check = { store, warnings, NULL };

  return store != NULL && check_references (&check, error);
}
