/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-architecture-search.h"
#include "rk-architecture-private.h"
#include "rk-search.h"

void
rk_concept_hit_free (RkConceptHit *hit)
{
  g_free (hit->context);
  g_free (hit);
}

/* A name that begins with what was typed comes first, then a name that has it. */
static const char sql[] =
    "SELECT c.identifier, hit.context FROM"
    " (SELECT rowid AS number, snippet (archimate_search, -1, char (2), char (3), '…', 16)"
    "  AS context, highlight (archimate_search, 0, char (2), char (3)) AS title"
    "  FROM archimate_search WHERE archimate_search MATCH ?1 AND rowid BETWEEN ?2 AND ?3) AS hit"
    " JOIN archimate_concept AS c ON c.number = hit.number"
    " JOIN archimate_key AS k ON k.number = hit.number WHERE k.component >= ?4"
    " ORDER BY k.component DESC, substr (hit.title, 1, 1) = char (2) DESC,"
    " instr (hit.title, char (2)) > 0 DESC, length (hit.title), hit.number LIMIT ?5";

GPtrArray *
rk_architecture_search (RkArchitecture *self, const char *text, gboolean components_only,
                        guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_concept_hit_free);
  g_autofree char *query = NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  query = rk_query_from_words (text);
  if (query == NULL)
    return g_steal_pointer (&hits);
  stmt = rk_sql_prepare (rk_store_get_database (self->store), &local_error, sql, "siiii", query,
                         self->first, self->last, (gint64) components_only, (gint64) limit);
  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    {
      const RkConcept *concept = g_hash_table_lookup (self->by_identifier, rk_sql_text (stmt, 0));
      RkConceptHit *hit;

      if (concept == NULL)
        continue;
      hit = g_new0 (RkConceptHit, 1);
      hit->concept = concept;
      hit->context = g_strdup (rk_sql_text (stmt, 1));
      g_ptr_array_add (hits, hit);
    }
  if (local_error == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, local_error);
  return NULL;
}
