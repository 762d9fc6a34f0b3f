/* SPDX-License-Identifier: EUPL-1.2 */
/* The snapshot: all concepts, relations and the list of views, read in one go.
 *
 * What was imported never changes, so that a store keeps the snapshot it made last. */
#include "config.h"
#include "rk-architecture-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CACHE "rk-architecture"

static const char *
keep (RkArchitecture *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

static const char *
keep_type (RkArchitecture *self, const char *text)
{
  return g_string_chunk_insert_const (self->texts, text != NULL ? text : "");
}

/* --- life ------------------------------------------------------------------------------------- */

static RkArchitecture *
architecture_new (RkStore *store, const char *id)
{
  RkArchitecture *self = g_new0 (RkArchitecture, 1);

  self->references = 1;
  self->store = store;
  self->id = g_strdup (id);
  /* Translators: the language of the interface as ISO 639 has it: "en", "nl". */
  self->language = g_strdup (C_ ("language code", "en"));
  self->texts = g_string_chunk_new (64 * 1024);
  self->concepts = g_ptr_array_new_with_free_func (g_free);
  self->components = g_ptr_array_new ();
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_identifier = g_hash_table_new (g_str_hash, g_str_equal);
  self->relations = g_array_new (FALSE, FALSE, sizeof (RkRelation));
  self->by_relation = g_hash_table_new (g_str_hash, g_str_equal);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->views = g_ptr_array_new_with_free_func (g_free);
  return self;
}

RkArchitecture *
rk_architecture_ref (RkArchitecture *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->references);
  return self;
}

void
rk_architecture_unref (RkArchitecture *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_int_dec_and_test (&self->references))
    return;
  g_clear_pointer (&self->styles, g_hash_table_unref);
  g_clear_pointer (&self->domains, g_hash_table_unref);
  g_clear_pointer (&self->domain_names, g_ptr_array_unref);
  g_ptr_array_unref (self->views);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->by_relation);
  g_array_unref (self->relations);
  g_hash_table_unref (self->by_identifier);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->components);
  g_ptr_array_unref (self->concepts);
  g_string_chunk_free (self->texts);
  g_free (self->language);
  g_free (self->name);
  g_free (self->id);
  g_free (self);
}

/* --- loading ---------------------------------------------------------------------------------- */

static gboolean
fail_missing (GError **error)
{
  g_set_error_literal (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                       _ ("The contents of this reference architecture are no longer in the "
                          "workspace. Import its file again."));
  return FALSE;
}

static gboolean
load_model (RkArchitecture *self, sqlite3 *db, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (db, &local_error,
                      "SELECT first, last, name FROM archimate_model WHERE architecture = ?1", "s",
                      self->id);

  if (stmt != NULL && rk_sql_next (stmt, &local_error))
    {
      const char *name = rk_sql_text (stmt, 2);

      self->first = sqlite3_column_int64 (stmt, 0);
      self->last = sqlite3_column_int64 (stmt, 1);
      self->name = g_strdup (name != NULL ? name : "");
      return TRUE;
    }
  if (local_error == NULL)
    return fail_missing (error);
  g_propagate_error (error, local_error);
  return FALSE;
}

/* Calls @function for each row of a query over the numbers of the model. */
static gboolean
load_rows (RkArchitecture *self, sqlite3 *db, const char *sql,
           void (*function) (RkArchitecture *self, sqlite3_stmt *row), GError **error)
{
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (db, &local_error, sql, "ii", self->first, self->last);

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    function (self, stmt);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static void
remember_number (RkArchitecture *self, const char *identifier, gint64 number)
{
  if (!g_hash_table_contains (self->numbers, identifier))
    g_hash_table_insert (self->numbers, (char *) identifier, GSIZE_TO_POINTER ((gsize) number));
}

static void
load_concept (RkArchitecture *self, sqlite3_stmt *row)
{
  RkConcept *concept = g_new0 (RkConcept, 1);
  const char *name = rk_sql_text (row, 3);

  concept->identifier = keep (self, rk_sql_text (row, 1));
  concept->type = keep_type (self, rk_sql_text (row, 2));
  concept->name = keep (self, name != NULL ? name : "");
  concept->documentation = keep (self, rk_sql_text (row, 4));
  concept->key = keep (self, rk_sql_text (row, 5));
  concept->role = rk_sql_text (row, 6) != NULL ? keep_type (self, rk_sql_text (row, 6)) : NULL;
  concept->is_component = sqlite3_column_int (row, 7) != 0;
  g_ptr_array_add (self->concepts, concept);
  if (concept->is_component)
    g_ptr_array_add (self->components, concept);
  remember_number (self, concept->identifier, sqlite3_column_int64 (row, 0));
  if (!g_hash_table_contains (self->by_identifier, concept->identifier))
    g_hash_table_insert (self->by_identifier, (char *) concept->identifier, concept);
  if (!g_hash_table_contains (self->by_key, concept->key))
    g_hash_table_insert (self->by_key, (char *) concept->key, concept);
}

static void
load_relation (RkArchitecture *self, sqlite3_stmt *row)
{
  const char *source = rk_sql_text (row, 2), *target = rk_sql_text (row, 3);
  RkRelation relation = { NULL };

  relation.identifier = keep (self, rk_sql_text (row, 0));
  relation.type = keep_type (self, rk_sql_text (row, 1));
  relation.source = g_string_chunk_insert_const (self->texts, source != NULL ? source : "");
  relation.target = g_string_chunk_insert_const (self->texts, target != NULL ? target : "");
  relation.name = keep (self, rk_sql_text (row, 4));
  g_array_append_val (self->relations, relation);
  if (!g_hash_table_contains (self->by_relation, relation.identifier))
    g_hash_table_insert (self->by_relation, (char *) relation.identifier,
                         GUINT_TO_POINTER (self->relations->len));
}

static void
load_view (RkArchitecture *self, sqlite3_stmt *row)
{
  RkViewInfo *view = g_new0 (RkViewInfo, 1);
  const char *name = rk_sql_text (row, 2);

  view->id = keep (self, rk_sql_text (row, 1));
  view->name = keep (self, name != NULL ? name : "");
  view->viewpoint = keep (self, rk_sql_text (row, 3));
  view->n_nodes = (guint) sqlite3_column_int (row, 4);
  view->n_components = (guint) sqlite3_column_int (row, 5);
  g_ptr_array_add (self->views, view);
  remember_number (self, view->id, sqlite3_column_int64 (row, 0));
}

static const char concept_sql[] =
    "SELECT c.number, identifier, type, name, documentation, key, role, component"
    " FROM archimate_concept AS c JOIN archimate_key AS k ON k.number = c.number"
    " WHERE c.number BETWEEN ?1 AND ?2 AND relation = 0 ORDER BY c.number";
static const char relation_sql[] =
    "SELECT identifier, type, source, target, name FROM archimate_concept"
    " WHERE number BETWEEN ?1 AND ?2 AND relation = 1 ORDER BY number";
static const char view_sql[] =
    "SELECT number, identifier, name, viewpoint, n_nodes, n_components FROM archimate_view"
    " WHERE number BETWEEN ?1 AND ?2 ORDER BY number";

/* Whether a text in @lang is one for people who read @language: "nl" for "nl" and "nl-BE". */
static gboolean
is_language (const char *lang, const char *language)
{
  gsize length = strlen (language);

  return lang != NULL && g_ascii_strncasecmp (lang, language, length) == 0 &&
         (lang[length] == '\0' || lang[length] == '-');
}

/* Names and descriptions that the model has in the language of the interface, in the place of those
 * that it has first. */
static void
load_local_text (RkArchitecture *self, sqlite3_stmt *row)
{
  RkConcept *concept = g_hash_table_lookup (self->by_identifier, rk_sql_text (row, 0));
  gboolean is_name = g_strcmp0 (rk_sql_text (row, 1), "name") == 0;

  if (concept == NULL || !is_language (rk_sql_text (row, 2), self->language) ||
      is_language (rk_sql_text (row, is_name ? 4 : 5), self->language))
    return;
  if (is_name)
    concept->name = keep (self, rk_sql_text (row, 3));
  else
    concept->documentation = keep (self, rk_sql_text (row, 3));
}

/* The last of a language would win: from the last to the first. */
static const char local_sql[] =
    "SELECT identifier, field, lang, text, name_lang, documentation_lang FROM archimate_text"
    " JOIN archimate_concept ON number = owner WHERE owner BETWEEN ?1 AND ?2 AND relation = 0"
    " ORDER BY owner, place DESC";

static gboolean
load (RkArchitecture *self, sqlite3 *db, GError **error)
{
  return load_model (self, db, error) && load_rows (self, db, concept_sql, load_concept, error) &&
         load_rows (self, db, local_sql, load_local_text, error) &&
         load_rows (self, db, relation_sql, load_relation, error) &&
         load_rows (self, db, view_sql, load_view, error);
}

RkArchitecture *
rk_architecture_open (RkStore *store, const char *id, GError **error)
{
  g_autoptr (RkArchitecture) self = NULL;
  g_autofree char *current = NULL;
  GError *local_error = NULL;
  RkArchitecture *before;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  if (id == NULL)
    id = current = rk_architecture_dup_current (store, &local_error);
  if (id == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, local_error);
      return NULL;
    }
  before = g_object_get_data (G_OBJECT (store), CACHE);
  if (before != NULL && g_str_equal (before->id, id))
    return rk_architecture_ref (before);
  self = architecture_new (store, id);
  if (!load (self, rk_store_get_database (store), error))
    return NULL;
  rk_architecture_find_parents (self);
  g_object_set_data_full (G_OBJECT (store), CACHE, rk_architecture_ref (self),
                          (GDestroyNotify) rk_architecture_unref);
  return g_steal_pointer (&self);
}

/* --- asking ----------------------------------------------------------------------------------- */

const char *
rk_architecture_get_id (RkArchitecture *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

const char *
rk_architecture_get_name (RkArchitecture *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->name;
}

const RkConcept *
rk_architecture_find (RkArchitecture *self, const char *key)
{
  const RkConcept *concept;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);
  concept = g_hash_table_lookup (self->by_key, key);
  return concept != NULL ? concept : g_hash_table_lookup (self->by_identifier, key);
}

GPtrArray *
rk_architecture_list_components (RkArchitecture *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->components;
}

GPtrArray *
rk_architecture_list_concepts (RkArchitecture *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->concepts;
}

GPtrArray *
rk_architecture_list_views (RkArchitecture *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->views;
}

static void
free_property (RkProperty *property)
{
  g_free (property->name);
  g_free (property->value);
  g_free (property);
}

GPtrArray *
rk_architecture_dup_properties (RkArchitecture *self, const char *key)
{
  g_autoptr (GPtrArray) properties =
      g_ptr_array_new_with_free_func ((GDestroyNotify) free_property);
  const RkConcept *concept;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 number;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);
  concept = rk_architecture_find (self, key);
  number = (gint64) GPOINTER_TO_SIZE (
      g_hash_table_lookup (self->numbers, concept != NULL ? concept->identifier : key));
  stmt = rk_sql_prepare (rk_store_get_database (self->store), NULL,
                         "SELECT coalesce ((SELECT name FROM archimate_definition WHERE number"
                         " BETWEEN ?2 AND ?3 AND identifier = definition), definition), value"
                         " FROM archimate_property WHERE owner = ?1 ORDER BY place, part",
                         "iii", number, self->first, self->last);
  while (stmt != NULL && rk_sql_next (stmt, NULL))
    {
      RkProperty *property = g_new0 (RkProperty, 1);
      const char *value = rk_sql_text (stmt, 1);

      property->name = g_strdup (rk_sql_text (stmt, 0));
      property->value = g_strdup (value != NULL ? value : "");
      g_ptr_array_add (properties, property);
    }
  return g_steal_pointer (&properties);
}

static void
add_relation (RkArchitecture *self, GPtrArray *found, const RkRelation *relation, gboolean outgoing)
{
  RkConceptRelation *seen = g_new0 (RkConceptRelation, 1);

  seen->identifier = relation->identifier;
  seen->type = relation->type;
  seen->name = relation->name;
  seen->other =
      g_hash_table_lookup (self->by_identifier, outgoing ? relation->target : relation->source);
  seen->outgoing = outgoing;
  g_ptr_array_add (found, seen);
}

GPtrArray *
rk_architecture_dup_relations (RkArchitecture *self, const char *key)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  const RkConcept *concept;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);
  concept = rk_architecture_find (self, key);
  for (guint i = 0; concept != NULL && i < self->relations->len; i++)
    {
      const RkRelation *relation = &g_array_index (self->relations, RkRelation, i);

      if (g_str_equal (relation->source, concept->identifier))
        add_relation (self, found, relation, TRUE);
      if (g_str_equal (relation->target, concept->identifier))
        add_relation (self, found, relation, FALSE);
    }
  return found;
}
