/* SPDX-License-Identifier: EUPL-1.2 */
/* Everything in open formats: what a workspace holds can leave it without this program.
 *
 * Each table goes out row by row, all from one moment, also the tables and columns that only a
 * newer version knows. */
#include "config.h"
#include "rk-archive.h"
#include "rk-blob.h"
#include "rk-csv-text.h"
#include "rk-record-private.h"
#include "rk-store-private.h"
#include "rk-workspace.h"

#include <string.h>

static const char readme[] =
    "REGIEKAMER\n"
    "\n"
    "NEDERLANDS\n"
    "Deze map bevat alles uit uw werkbestand, in open formaten. Er is niets weggelaten, ook geen\n"
    "vertrouwelijke velden: bewaar de map zorgvuldig.\n"
    "- KIND.json en KIND.csv: alle gegevens van een soort, een keer als JSON en een keer als CSV\n"
    "  (UTF-8, komma's, eerste rij = namen van de velden). Beide bevatten hetzelfde.\n"
    "  Elk gegeven heeft een id; een verwijzing is de id van een ander gegeven.\n"
    "  Tijden zijn UTC (ISO 8601). Een leeg veld heeft geen waarde. In \"extra\" staan velden die\n"
    "  enkel een nieuwere versie kent.\n"
    "- archimate_*.csv: de ingelezen referentiearchitecturen. U kunt ze ook als ArchiMate-bestand\n"
    "  bewaren.\n"
    "- steps.csv en journal.jsonl: de volledige historiek. Elke regel van journal.jsonl is een\n"
    "  wijziging van een veld: bij welke stap (\"mutation\", zie \"ordinal\" in steps.csv), wat "
    "het\n"
    "  was (\"base\") en wat het werd (\"value\"). Ook verwijderde gegevens staan daarin.\n"
    "- files/: de bestanden die bij antwoorden en vragenlijsten horen. De naam van elk bestand is\n"
    "  zijn SHA-256; response_file.csv en form_file.csv zeggen hoe het heet en waar het hoort.\n"
    "- drafts.csv: tekst die getypt was maar nog niet ingevuld. state.csv: stand van het scherm.\n"
    "- log.csv: hoe vragenlijsten ingevuld werden, als een vragenlijst dat vraagt.\n"
    "- Back-ups zijn volledige kopieën van het werkbestand (SQLite) en staan in de map "
    "\"backups\"\n"
    "  naast het werkbestand; ze horen niet bij deze export.\n"
    "\n"
    "ENGLISH\n"
    "This folder holds everything in your workspace, in open formats. Nothing is left out,\n"
    "confidential fields included: keep the folder with care.\n"
    "- KIND.json and KIND.csv: all records of a kind, once as JSON and once as CSV (UTF-8, "
    "commas,\n"
    "  first row = names of the fields). Both hold the same.\n"
    "  Every record has an id; a reference is the id of another record.\n"
    "  Times are UTC (ISO 8601). An empty field has no value. \"extra\" holds fields that only a\n"
    "  newer version knows.\n"
    "- archimate_*.csv: the reference architectures that were imported. You can also save them as\n"
    "  ArchiMate files.\n"
    "- steps.csv and journal.jsonl: the whole history. Each line of journal.jsonl is a change of "
    "one\n"
    "  field: in which step (\"mutation\", see \"ordinal\" in steps.csv), what it was (\"base\") "
    "and\n"
    "  what it became (\"value\"). Deleted records are there too.\n"
    "- files/: the files that belong to answers and questionnaires. The name of each is its\n"
    "  SHA-256; response_file.csv and form_file.csv say what it is called and where it belongs.\n"
    "- drafts.csv: text that was typed but not yet entered. state.csv: how the screen stood.\n"
    "- log.csv: how questionnaires were filled in, for those that ask for it.\n"
    "- Backups are whole copies of the workspace (SQLite) in the folder \"backups\" beside the\n"
    "  workspace; they are not part of this export.\n";

/* --- JSON ------------------------------------------------------------------------------------ */

static void
append_json_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* Sets become arrays; numbers keep every digit that was entered. */
static void
append_json_value (GString *out, const RkField *field, const char *text)
{
  RkFieldType type = field != NULL ? field->type : RK_FIELD_TEXT;

  if (type == RK_FIELD_INTEGER || type == RK_FIELD_DECIMAL || type == RK_FIELD_MONEY ||
      type == RK_FIELD_BOOLEAN)
    g_string_append (out, text);
  else if (type == RK_FIELD_ENUM_SET || type == RK_FIELD_REFERENCE_SET)
    {
      g_auto (GStrv) words = g_strsplit (text, " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        {
          g_string_append (out, i == 0 ? "[" : ", ");
          append_json_text (out, words[i]);
        }
      g_string_append_c (out, ']');
    }
  else
    append_json_text (out, text);
}

/* --- tables ----------------------------------------------------------------------------------- */

/* How the rows of a query are written. */
typedef enum
{
  FORMAT_CSV,
  FORMAT_JSON,
  FORMAT_JSON_LINES
} Format;

static gboolean
flush (RkArchive *archive, GString *text, GError **error)
{
  gboolean ok = rk_archive_write (archive, text->str, text->len, error);

  g_string_truncate (text, 0);
  return ok;
}

static const RkField *
find_field (const RkKind *kind, const char *column)
{
  int i = kind != NULL ? rk_kind_find_field (kind, column) : -1;

  return i < 0 ? NULL : &kind->fields[i];
}

static void
append_csv_row (GString *out, sqlite3_stmt *stmt, gboolean names)
{
  for (int i = 0; i < sqlite3_column_count (stmt); i++)
    rk_csv_append (out, names ? sqlite3_column_name (stmt, i) : rk_sql_text (stmt, i), ',', i == 0);
  g_string_append (out, "\r\n");
}

static void
append_json_row (GString *out, const RkKind *kind, sqlite3_stmt *stmt)
{
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  for (int i = 0; i < sqlite3_column_count (stmt); i++)
    {
      const char *name = sqlite3_column_name (stmt, i);
      const char *text = rk_sql_text (stmt, i);

      if (text == NULL)
        continue;
      g_string_append (out, first ? "" : ", ");
      append_json_text (out, name);
      g_string_append (out, ": ");
      if (kind != NULL && g_str_equal (name, "extra"))
        g_string_append (out, text); /* a JSON object already */
      else
        append_json_value (out, find_field (kind, name), text);
      first = FALSE;
    }
  g_string_append_c (out, '}');
}

static void
append_row (GString *out, Format format, const RkKind *kind, sqlite3_stmt *stmt, guint row)
{
  if (format == FORMAT_CSV)
    append_csv_row (out, stmt, FALSE);
  else
    {
      if (format == FORMAT_JSON)
        g_string_append (out, row > 0 ? ",\n" : "\n");
      append_json_row (out, kind, stmt);
      if (format == FORMAT_JSON_LINES)
        g_string_append_c (out, '\n');
    }
}

static gboolean
export_query (RkStore *store, RkArchive *archive, const char *name, Format format,
              const RkKind *kind, const char *sql, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (store->db, error, sql, "");

  if (stmt == NULL || !rk_archive_begin (archive, name, error))
    return FALSE;
  if (format == FORMAT_CSV)
    append_csv_row (out, stmt, TRUE);
  else if (format == FORMAT_JSON)
    g_string_append_c (out, '[');
  for (guint row = 0; rk_sql_next (stmt, &local_error); row++)
    {
      append_row (out, format, kind, stmt, row);
      if (!flush (archive, out, error))
        return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (format == FORMAT_JSON)
    g_string_append (out, "\n]\n");
  return flush (archive, out, error);
}

static gboolean
export_table (RkStore *store, RkArchive *archive, const char *name, GError **error)
{
  const RkKind *known = rk_store_get_kind (store, name);
  const RkField no_fields[] = { { NULL } };
  const RkKind unknown = { name, name, name, "", no_fields };
  RkTable *table = rk_table_new (store->db, known != NULL ? known : &unknown, error);
  g_autofree char *json = g_strconcat (name, ".json", NULL);
  g_autofree char *csv = g_strconcat (name, ".csv", NULL);
  g_autofree char *sql = NULL;

  if (table == NULL)
    return FALSE;
  sql = g_strconcat (table->select, " ORDER BY number", NULL);
  rk_table_free (table);
  return export_query (store, archive, json, FORMAT_JSON, known != NULL ? known : &unknown, sql,
                       error) &&
         export_query (store, archive, csv, FORMAT_CSV, NULL, sql, error);
}

/* Tables of kinds, also of kinds that only a newer version knows: (transfer full). */
static GPtrArray *
list_tables (RkStore *store, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
      store->db, &local_error,
      "SELECT name FROM sqlite_schema AS s WHERE type = 'table' AND name NOT LIKE 'rk\\_%' ESCAPE"
      " '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND 5 = (SELECT count (*) FROM"
      " pragma_table_info (s.name) WHERE name IN ('number', 'id', 'created_at', 'updated_at',"
      " 'extra')) ORDER BY name",
      "");

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    g_ptr_array_add (tables, g_strdup (rk_sql_text (stmt, 0)));
  if (local_error == NULL)
    return g_steal_pointer (&tables);
  g_propagate_error (error, local_error);
  return NULL;
}

/* What modules keep beside their records: each table as it is, but not the full-text tables, which
 * hold nothing of their own. */
static gboolean
export_content (RkStore *store, RkArchive *archive, GError **error)
{
  for (guint i = 0; store->kinds[i] != NULL; i++)
    for (const RkContent *content = store->kinds[i]->content;
         content != NULL && content->name != NULL; content++)
      {
        g_autofree char *table = rk_sql_quote (content->name);
        g_autofree char *sql = g_strconcat ("SELECT * FROM ", table, NULL);
        g_autofree char *csv = g_strconcat (content->name, ".csv", NULL);

        if (g_str_has_prefix (content->sql, "CREATE TABLE") &&
            !export_query (store, archive, csv, FORMAT_CSV, NULL, sql, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
export_base (RkStore *store, RkArchive *archive, GError **error)
{
  return export_query (store, archive, "steps.csv", FORMAT_CSV, NULL,
                       "SELECT ordinal, id, at, author, label, role, reverts, reverted, bulk, final"
                       " FROM rk_mutation ORDER BY ordinal",
                       error) &&
         export_query (store, archive, "journal.jsonl", FORMAT_JSON_LINES, NULL,
                       "SELECT mutation, operation, kind, record, field, field_group, base, value"
                       " FROM rk_entry ORDER BY number",
                       error) &&
         export_query (store, archive, "drafts.csv", FORMAT_CSV, NULL,
                       "SELECT scope, key, at, text FROM rk_draft ORDER BY scope, key", error) &&
         export_query (store, archive, "state.csv", FORMAT_CSV, NULL,
                       "SELECT key, value FROM rk_state ORDER BY key", error) &&
         export_query (store, archive, "log.csv", FORMAT_CSV, NULL,
                       "SELECT scope, line FROM rk_log ORDER BY number", error);
}

static gboolean
write_cb (gconstpointer data, gsize length, gpointer archive, GError **error)
{
  return rk_archive_write (archive, data, length, error);
}

static gboolean
export_blobs (RkStore *store, RkArchive *archive, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (store->db, &local_error, "SELECT hash, size FROM rk_blob ORDER BY number",
                      "");

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    {
      const char *hash = rk_sql_text (stmt, 0);
      g_autofree char *name = g_strconcat ("files/", hash, NULL);

      if (!rk_archive_begin_file (archive, name, sqlite3_column_int64 (stmt, 1), error) ||
          !rk_blob_read (store, hash, write_cb, archive, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
export_all (RkStore *store, RkArchive *archive, GError **error)
{
  g_autoptr (GPtrArray) tables = list_tables (store, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!export_table (store, archive, g_ptr_array_index (tables, i), error))
      return FALSE;
  return export_content (store, archive, error) && export_base (store, archive, error) &&
         export_blobs (store, archive, error) && rk_archive_begin (archive, "README.txt", error) &&
         rk_archive_write (archive, readme, strlen (readme), error) &&
         rk_archive_finish (archive, error);
}

gboolean
rk_workspace_export (RkStore *store, const char *target, GError **error)
{
  g_autoptr (RkArchive) archive = NULL;
  gboolean ok;

  g_return_val_if_fail (RK_IS_STORE (store) && target != NULL, FALSE);
  archive = rk_archive_new (target, error);
  if (archive == NULL || !rk_sql_exec (store->db, "BEGIN", error))
    return FALSE;
  ok = export_all (store, archive, error);
  sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return ok;
}
