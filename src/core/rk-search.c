/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-search.h"
#include "rk-store-private.h"

/* So many hits are compared to find the best ones; a search for "de" need not weigh them all. */
#define COMPARED_HITS 512

void
rk_search_hit_free (RkSearchHit *hit)
{
  g_free (hit->id);
  g_free (hit->title);
  g_free (hit->context);
  g_free (hit);
}

/* The title of a hit with the matches marked, as SQL: (transfer full). */
static char *
highlight_title (const RkKind *kind, const char *search)
{
  guint column = 0;

  for (const RkField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & RK_FIELD_SEARCHABLE)
      {
        if (g_str_equal (field->name, kind->title_field))
          return g_strdup_printf ("highlight (%s, %u, char (2), char (3))", search, column);
        column++;
      }
  return g_strdup ("''");
}

/* A title that begins with what was typed comes first, then a title that has it. */
static char *
make_sql (RkTable *table)
{
  g_autofree char *search = rk_schema_search_table (table->kind);
  g_autofree char *title = rk_sql_quote (table->kind->title_field);
  g_autofree char *marked = highlight_title (table->kind, search);

  return g_strdup_printf (
      "SELECT t.id, t.%s, hit.context FROM"
      " (SELECT rowid AS number, snippet (%s, -1, char (2), char (3), '…', 16) AS context,"
      "  %s AS title FROM %s WHERE %s MATCH ?1 LIMIT %d) AS hit"
      " JOIN %s AS t ON t.number = hit.number"
      " ORDER BY substr (hit.title, 1, 1) = char (2) DESC, instr (hit.title, char (2)) > 0 DESC,"
      " length (hit.title), hit.number LIMIT ?2",
      title, search, marked, search, search, COMPARED_HITS, table->name);
}

static gboolean
search_kind (RkStore *store, RkTable *table, const char *query, guint limit, GPtrArray *hits,
             GError **error)
{
  g_autofree char *sql = make_sql (table);
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (store->db, &local_error, sql, "si", query, (gint64) limit);

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    {
      RkSearchHit *hit = g_new0 (RkSearchHit, 1);
      const char *title = rk_sql_text (stmt, 1);

      hit->kind = table->kind;
      hit->id = g_strdup (rk_sql_text (stmt, 0));
      hit->title = g_strdup (title != NULL ? title : "");
      hit->context = g_strdup (rk_sql_text (stmt, 2));
      g_ptr_array_add (hits, hit);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

GPtrArray *
rk_search (RkStore *store, const char *text, const char *kind, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_search_hit_free);
  g_autofree char *query = NULL;

  g_return_val_if_fail (RK_IS_STORE (store) && text != NULL, NULL);
  query = rk_query_from_words (text);
  for (guint i = 0; query != NULL && store->kinds[i] != NULL; i++)
    {
      const RkKind *candidate = store->kinds[i];

      if (!rk_kind_is_searchable (candidate) ||
          (kind != NULL && !g_str_equal (candidate->name, kind)))
        continue;
      if (!search_kind (store, rk_store_get_table (store, candidate->name), query, limit, hits,
                        error))
        return NULL;
    }
  return g_steal_pointer (&hits);
}
