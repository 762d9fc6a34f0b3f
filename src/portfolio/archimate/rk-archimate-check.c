/* SPDX-License-Identifier: EUPL-1.2 */
/* What can only be looked at when all of the file is known: references, relations between concepts,
 * the keys by which mappings name concepts, and the index for searching. */
#include "config.h"
#include "rk-archimate-reader-private.h"

#include <stdio.h>
#include <string.h>

#define OBJECT_ID "Object ID"
#define MAX_KEY 200

/* What the properties say about one element. */
typedef struct
{
  gint64 number;
  char *key;
  char *role;
  gboolean is_component;
} Marks;

static void
marks_clear (Marks *marks)
{
  g_clear_pointer (&marks->key, g_free);
  g_clear_pointer (&marks->role, g_free);
  marks->is_component = FALSE;
}

/* --- references and relations ----------------------------------------------------------------- */

static void
warn_known (Reader *self, const Known *known)
{
  if (known->class == TAG_NONE && *known->id != '\0')
    rk_archimate_summary_warn (self->summary,
                               known->as_property ? RK_ARCHIMATE_NO_DEFINITION
                                                  : RK_ARCHIMATE_DANGLING,
                               known->line, known->id, NULL);
}

static void
check_references (Reader *self)
{
  GHashTableIter iter;
  gpointer known;

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, &known))
    warn_known (self, known);
}

static void
check_relation (Reader *self, const Relation *relation)
{
  const Known *source = relation->source, *target = relation->target;
  g_autofree char *detail = NULL;

  if (source == NULL || target == NULL || source->class == TAG_NONE || target->class == TAG_NONE ||
      relation->letter == '\0' || source->rule < 0 || target->rule < 0 ||
      rk_archimate_rules_allow (source->rule, relation->letter, target->rule))
    return;
  detail = g_strdup_printf ("%s: %s → %s", rk_archimate_rules_get_relation (relation->letter),
                            rk_archimate_rules_get_type (source->rule),
                            rk_archimate_rules_get_type (target->rule));
  rk_archimate_summary_warn (self->summary, RK_ARCHIMATE_NOT_ALLOWED, relation->line, relation->id,
                             detail);
}

/* --- keys ------------------------------------------------------------------------------------- */

static gboolean
is_role (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_str_equal (folded, "type") || g_str_has_suffix (folded, " type");
}

static gboolean
is_component (const char *role)
{
  static const char *const names[] = { "referentiecomponent", "referentie component",
                                       "reference component", "referencecomponent" };
  g_autofree char *folded = g_utf8_casefold (role, -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (folded, names[i]))
      return TRUE;
  return FALSE;
}

/* Definitions that matter: identifier → "k" for Object ID, "r" for a role. (transfer full) */
static GHashTable *
find_definitions (Reader *self)
{
  GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->definitions->len; i++)
    {
      const Definition *definition = &g_array_index (self->definitions, Definition, i);

      if (g_str_equal (definition->name, OBJECT_ID))
        g_hash_table_insert (found, (char *) definition->known->id, "k");
      else if (is_role (definition->name))
        g_hash_table_insert (found, (char *) definition->known->id, "r");
    }
  return found;
}

static void
take_property (Marks *marks, const char *what, const char *value)
{
  if (value == NULL || *value == '\0' || strlen (value) > MAX_KEY ||
      !g_utf8_validate (value, -1, NULL))
    return;
  if (*what == 'k')
    {
      if (marks->key == NULL)
        marks->key = g_strdelimit (g_strdup (value), " \t\r\n", '_');
      return;
    }
  if (is_component (value) && !marks->is_component)
    {
      g_clear_pointer (&marks->role, g_free);
      marks->is_component = TRUE;
    }
  if (marks->role == NULL)
    marks->role = g_strdup (value);
}

/* Reads on to the properties of the element @marks is about. @properties stands on a row, or is
 * NULL at the end. */
static gboolean
read_marks (sqlite3_stmt **properties, GHashTable *definitions, Marks *marks, GError **error)
{
  GError *local_error = NULL;

  while (*properties != NULL && sqlite3_column_int64 (*properties, 0) <= marks->number)
    {
      const char *definition = rk_sql_text (*properties, 1);
      const char *what = definition != NULL ? g_hash_table_lookup (definitions, definition) : NULL;

      if (what != NULL && sqlite3_column_int64 (*properties, 0) == marks->number)
        take_property (marks, what, rk_sql_text (*properties, 2));
      if (!rk_sql_next (*properties, &local_error))
        *properties = NULL;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
insert_key (Reader *self, sqlite3_stmt *insert, Marks *marks, const char *identifier,
            GHashTable *taken, GError **error)
{
  g_autofree char *plain = g_strdelimit (g_strdup (identifier), " \t\r\n", '_');
  Known *known = g_hash_table_lookup (self->known, identifier);
  const char *key = marks->key != NULL ? marks->key : plain;

  if (marks->key != NULL && g_hash_table_contains (taken, marks->key))
    {
      rk_archimate_summary_warn (self->summary, RK_ARCHIMATE_DUPLICATE,
                                 known != NULL ? known->line : 0, marks->key, OBJECT_ID);
      key = plain;
    }
  g_hash_table_add (taken, g_strdup (key));
  if (known != NULL)
    known->is_component |= marks->is_component;
  sqlite3_bind_int64 (insert, 1, marks->number);
  sqlite3_bind_text (insert, 2, key, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 3, marks->role, -1, SQLITE_STATIC);
  sqlite3_bind_int (insert, 4, marks->is_component);
  self->summary->n_components += marks->is_component ? 1 : 0;
  return rk_sql_run (insert, error);
}

static gboolean
insert_keys (Reader *self, sqlite3_stmt *elements, sqlite3_stmt *properties, sqlite3_stmt *insert,
             GError **error)
{
  g_autoptr (GHashTable) definitions = find_definitions (self);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *local_error = NULL;
  Marks marks = { 0 };
  gboolean ok = TRUE;

  if (!rk_sql_next (properties, &local_error))
    properties = NULL;
  while (ok && local_error == NULL && rk_sql_next (elements, &local_error))
    {
      marks.number = sqlite3_column_int64 (elements, 0);
      ok = read_marks (&properties, definitions, &marks, error) &&
           insert_key (self, insert, &marks, rk_sql_text (elements, 1), taken, error);
      marks_clear (&marks);
    }
  if (local_error == NULL)
    return ok;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
write_keys (Reader *self, GError **error)
{
  g_autoptr (sqlite3_stmt) elements = rk_sql_prepare (
      self->db, error,
      "SELECT number, identifier FROM archimate_concept WHERE number >= ?1 AND relation = 0"
      " ORDER BY number",
      "i", self->first);
  g_autoptr (sqlite3_stmt) properties =
      rk_sql_prepare (self->db, error,
                      "SELECT owner, definition, value FROM archimate_property WHERE owner >= ?1"
                      " ORDER BY owner, place, part",
                      "i", self->first);
  g_autoptr (sqlite3_stmt) insert = rk_sql_prepare (
      self->db, error,
      "INSERT INTO archimate_key (number, key, role, component) VALUES (?1, ?2, ?3, ?4)", "");

  return elements != NULL && properties != NULL && insert != NULL &&
         insert_keys (self, elements, properties, insert, error);
}

/* A model that calls nothing a reference component: every application component is one. */
static gboolean
choose_components (Reader *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int rule = rk_archimate_rules_find ("ApplicationComponent");
  GHashTableIter iter;
  gpointer value;

  if (self->summary->n_components > 0)
    return TRUE;
  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Known *known = value;

      known->is_component = known->class == TAG_ELEMENT && known->rule == rule;
    }
  stmt = rk_sql_prepare (
      self->db, error,
      "UPDATE archimate_key SET component = 1 WHERE number IN (SELECT number FROM archimate_concept"
      " WHERE number >= ?1 AND relation = 0 AND type = 'ApplicationComponent')",
      "i", self->first);
  if (stmt == NULL || !rk_sql_run (stmt, error))
    return FALSE;
  self->summary->n_components = (guint) sqlite3_changes (self->db);
  return TRUE;
}

/* --- views ------------------------------------------------------------------------------------ */

static gboolean
count_components (Reader *self, GError **error)
{
  g_autofree guint *counts = g_new0 (guint, self->views->len + 1);
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (self->db, error,
                      "UPDATE archimate_view SET n_components = ?2 WHERE number = ?1", "");

  for (guint i = 0; i < self->shown->len; i++)
    {
      const Shown *shown = &g_array_index (self->shown, Shown, i);

      if (!shown->concept->is_component || shown->concept->seen == shown->view + 1)
        continue;
      shown->concept->seen = shown->view + 1;
      counts[shown->view]++;
    }
  for (guint i = 0; stmt != NULL && i < self->views->len; i++)
    {
      if (counts[i] == 0)
        continue;
      sqlite3_bind_int64 (stmt, 1, g_array_index (self->views, gint64, i));
      sqlite3_bind_int64 (stmt, 2, counts[i]);
      if (!rk_sql_run (stmt, error))
        return FALSE;
    }
  return stmt != NULL;
}

/* --- the model -------------------------------------------------------------------------------- */

static gboolean
write_model (Reader *self, const char *architecture, GError **error)
{
  const Thing *model = self->things->pdata[0];
  const RkArchimateSummary *summary = self->summary;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format_iso8601 (now);
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
      self->db, error,
      "INSERT INTO archimate_model (number, architecture, first, last, version, identifier, name,"
      " name_lang, namespaces, locations, attributes, n_elements, n_relations, n_views, n_nodes,"
      " n_connections, n_properties, n_components, imported_at, documentation_lang, documentation)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,"
      " ?19, ?20, ?21)",
      "isiiissssssiiiiiiisss", model->number, architecture, self->first, self->next - 1,
      (gint64) summary->version, thing_get (model, FIELD_IDENTIFIER), thing_get (model, FIELD_NAME),
      thing_get (model, FIELD_NAME_LANG), self->namespaces, self->locations->str,
      model->attributes->str, (gint64) summary->n_elements, (gint64) summary->n_relations,
      (gint64) summary->n_views, (gint64) summary->n_nodes, (gint64) summary->n_connections,
      (gint64) summary->n_properties, (gint64) summary->n_components, at,
      thing_get (model, FIELD_DOCUMENTATION_LANG), thing_get (model, FIELD_DOCUMENTATION));

  return stmt != NULL && rk_sql_run (stmt, error);
}

static gboolean
write_search (Reader *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
      self->db, error,
      "INSERT INTO archimate_search (rowid, name, documentation, other)"
      " SELECT number, name, documentation, other FROM archimate_searchable WHERE number >= ?1",
      "i", self->first);

  return stmt != NULL && rk_sql_run (stmt, error);
}

/* --- the release ------------------------------------------------------------------------------ */

static gboolean
is_one_of (const char *name, const char *const *names)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strv_contains (names, folded);
}

/* The value as a date: (transfer full) (nullable). */
static char *
find_date (const char *text)
{
  g_autoptr (GDate) date = g_date_new ();
  int year, month, day;

  if (sscanf (text, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) CLAMP (day, 0, 99), (GDateMonth) CLAMP (month, 0, 99),
                         (GDateYear) CLAMP (year, 0, 9999)))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static void
take_release (RkArchimateSummary *summary, const char *name, const char *value)
{
  static const char *const releases[] = { "release",     "versie",        "version",
                                          "modelversie", "model version", NULL };
  static const char *const dates[] = { "releasedatum", "release date", "publicatiedatum",
                                       "publication date", NULL };

  if (is_one_of (name, releases) && summary->release == NULL)
    {
      summary->release = g_strdup (value);
      if (summary->released_on == NULL)
        summary->released_on = find_date (value);
    }
  if (is_one_of (name, dates))
    {
      g_free (summary->released_on);
      summary->released_on = find_date (value);
    }
}

/* What the properties of the model, or its attribute, say about the release. */
static gboolean
find_release (Reader *self, GError **error)
{
  const Thing *model = self->things->pdata[0];
  const char *version = strstr (model->attributes->str, " version=\"");
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
      self->db, &local_error,
      "SELECT coalesce ((SELECT name FROM archimate_definition WHERE number >= ?1 AND identifier ="
      " definition), definition), value FROM archimate_property WHERE owner = ?2"
      " AND value <> '' ORDER BY place, part",
      "ii", self->first, model->number);

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    if (strlen (rk_sql_text (stmt, 1)) <= MAX_KEY)
      take_release (self->summary, rk_sql_text (stmt, 0), rk_sql_text (stmt, 1));
  if (self->summary->release == NULL && version != NULL)
    {
      version += strlen (" version=\"");
      self->summary->release = g_strndup (version, strcspn (version, "\""));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

gboolean
reader_finish (Reader *self, const char *architecture, GError **error)
{
  const char *name;

  if (self->things->len == 0)
    return FALSE;
  check_references (self);
  for (guint i = 0; i < self->relations->len; i++)
    check_relation (self, &g_array_index (self->relations, Relation, i));
  if (!write_keys (self, error) || !choose_components (self, error) ||
      !count_components (self, error) || !find_release (self, error) ||
      !write_model (self, architecture, error) || !write_search (self, error))
    return FALSE;
  rk_archimate_summary_sort (self->summary);
  name = thing_get (self->things->pdata[0], FIELD_NAME);
  g_free (self->summary->name);
  self->summary->name = g_strdup (name != NULL ? name : "");
  return rk_archimate_summary_write (self->summary, self->db, self->first, error);
}
