/* SPDX-License-Identifier: EUPL-1.2 */
/* Telling what changed, whoever changed it.
 *
 * The journal knows every committed change in order. "changed" is told from there, for this
 * process and for others alike: after a commit of our own at once, and each second when SQLite says
 * that somebody else has committed. */
#include "config.h"
#include "rk-store-private.h"

#define MAX_TOLD 256 /* beyond, "look again" is cheaper for everybody */

static gint64
read_last_mutation (RkStore *self)
{
  sqlite3_stmt *stmt =
      rk_store_statement (self, "SELECT coalesce (max (ordinal), 0) FROM rk_mutation", NULL);
  gint64 last = self->seen;

  if (stmt != NULL && rk_sql_next (stmt, NULL))
    last = sqlite3_column_int64 (stmt, 0);
  if (stmt != NULL)
    sqlite3_reset (stmt);
  return last;
}

/* Pairs of kind and id that changed after @from, or NULL when there are too many. */
static GPtrArray *
list_changed (RkStore *self, gint64 from, gint64 to)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  gboolean all = FALSE;
  sqlite3_stmt *stmt =
      rk_store_statement (self,
                          "SELECT kind, record FROM rk_entry WHERE mutation > ?1 AND mutation <= ?2"
                          " GROUP BY kind, record ORDER BY min (number)",
                          NULL);

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, from);
  sqlite3_bind_int64 (stmt, 2, to);
  while (!all && rk_sql_next (stmt, NULL))
    {
      g_ptr_array_add (pairs, g_strdup (rk_sql_text (stmt, 0)));
      g_ptr_array_add (pairs, g_strdup (rk_sql_text (stmt, 1)));
      all = *rk_sql_text (stmt, 0) == '\0' || pairs->len > 2 * MAX_TOLD;
    }
  sqlite3_reset (stmt);
  return all ? NULL : g_steal_pointer (&pairs);
}

void
rk_store_tell (RkStore *self)
{
  g_autoptr (RkStore) alive = g_object_ref (self);
  g_autoptr (GPtrArray) pairs = NULL;
  gint64 from = self->seen;
  gint64 to = read_last_mutation (self);

  if (to <= from)
    return;
  self->seen = to;
  pairs = list_changed (self, from, to);
  if (pairs == NULL)
    g_signal_emit_by_name (self, "changed", "", "");
  for (guint i = 0; pairs != NULL && i < pairs->len; i += 2)
    g_signal_emit_by_name (self, "changed", g_ptr_array_index (pairs, i),
                           g_ptr_array_index (pairs, i + 1));
}

static gboolean
watch_cb (gpointer data)
{
  RkStore *self = data;
  gint64 version = rk_sql_number (self->db, "PRAGMA data_version", self->data_version, NULL);

  if (version != self->data_version)
    {
      self->data_version = version;
      rk_store_tell (self);
    }
  return G_SOURCE_CONTINUE;
}

/* The context of this thread: (nullable) when there is none, for then another thread would come to
 * look through a connection that is ours alone. */
static GMainContext *
find_context (void)
{
  GMainContext *context = g_main_context_get_thread_default ();

  if (context != NULL)
    return context;
  context = g_main_context_default ();
  if (!g_main_context_acquire (context))
    return NULL;
  g_main_context_release (context);
  return context;
}

void
rk_store_watch (RkStore *self)
{
  GMainContext *context = find_context ();

  self->seen = read_last_mutation (self);
  self->data_version = rk_sql_number (self->db, "PRAGMA data_version", 0, NULL);
  if (context == NULL)
    return;
  self->watch = g_timeout_source_new_seconds (1);
  g_source_set_callback (self->watch, watch_cb, self, NULL);
  g_source_set_static_name (self->watch, "[regiekamer] workspace watch");
  g_source_attach (self->watch, context);
}
