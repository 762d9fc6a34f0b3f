/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-list-model.h"
#include "rk-query-private.h"
#include "rk-record-private.h"
#include "rk-store-private.h"

#include <string.h>

#define PAGE_ROWS 64
#define MAX_PAGES 16
/* No workspace has made more records than this; a file that says so must not cost the memory. */
#define MAX_NUMBER (G_GUINT64_CONSTANT (1) << 28)

struct _RkListModel
{
  GObject parent_instance;
  RkStore *store;
  RkTable *table;
  char *words;
  char *where;
  char *order;
  GArray *spine;     /* of gint64: the number of the record at each position; NULL: never asked */
  GArray *base;      /* (nullable): the spine without words */
  char *base_sql;    /* what was asked for it */
  GHashTable *pages; /* page number -> GPtrArray of RkRecord */
  GQueue recent;     /* page numbers, newest first */
  GHashTable *dirty; /* ids that changed since the last refresh */
  GSource *refresh;  /* (nullable): waits to look again */
};

/* --- rows ----------------------------------------------------------------------------------- */

static RkRecord *
load_row (RkListModel *self, sqlite3_stmt *stmt, gint64 number)
{
  RkRecord *record;

  sqlite3_bind_int64 (stmt, 1, number);
  /* A row that vanished meanwhile is a blank until the refresh that is under way. */
  record = rk_sql_next (stmt, NULL) ? rk_record_new_from_row (self->table->kind, stmt)
                                    : rk_record_new_blank (self->table->kind);
  sqlite3_reset (stmt);
  return record;
}

static GPtrArray *
load_page (RkListModel *self, guint page)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *sql = g_strconcat (self->table->select, " WHERE number = ?1", NULL);
  sqlite3_stmt *stmt = rk_store_statement (self->store, sql, NULL);
  guint end = MIN ((page + 1) * PAGE_ROWS, self->spine->len);

  for (guint i = page * PAGE_ROWS; i < end; i++)
    g_ptr_array_add (rows, stmt != NULL
                               ? load_row (self, stmt, g_array_index (self->spine, gint64, i))
                               : rk_record_new_blank (self->table->kind));
  return rows;
}

static GPtrArray *
get_page (RkListModel *self, guint page)
{
  gpointer key = GUINT_TO_POINTER (page);
  GPtrArray *rows = g_hash_table_lookup (self->pages, key);

  if (rows != NULL)
    g_queue_remove (&self->recent, key);
  else
    {
      rows = load_page (self, page);
      if (self->recent.length == MAX_PAGES)
        g_hash_table_remove (self->pages, g_queue_pop_tail (&self->recent));
      g_hash_table_insert (self->pages, key, rows);
    }
  g_queue_push_head (&self->recent, key);
  return rows;
}

static void
forget_pages (RkListModel *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->recent);
}

/* --- the order ------------------------------------------------------------------------------ */

static GArray *
read_numbers (RkStore *store, const char *sql, const char *parameter, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (store->db, &local_error, sql, parameter != NULL ? "s" : "", parameter);

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    {
      gint64 number = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (numbers, number);
    }
  if (local_error == NULL)
    return g_steal_pointer (&numbers);
  g_propagate_error (error, local_error);
  return NULL;
}

/* The order without words: kept, because typing changes the words only. */
static gboolean
read_base (RkListModel *self, const char *where, const char *order, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT number FROM %s WHERE %s ORDER BY %s%snumber",
                                          self->table->name, where != NULL ? where : "1",
                                          order != NULL ? order : "", order != NULL ? ", " : "");
  GArray *base;

  if (self->base != NULL && g_str_equal (self->base_sql, sql))
    return TRUE;
  base = read_numbers (self->store, sql, NULL, error);
  if (base == NULL)
    return FALSE;
  g_clear_pointer (&self->base, g_array_unref);
  g_free (self->base_sql);
  self->base = base;
  self->base_sql = g_steal_pointer (&sql);
  return TRUE;
}

static GArray *
read_matches (RkListModel *self, const char *query, GError **error)
{
  g_autofree char *search = rk_schema_search_table (self->table->kind);
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s WHERE %s MATCH ?1", search, search);

  if (!rk_kind_is_searchable (self->table->kind))
    return g_array_new (FALSE, FALSE, sizeof (gint64)); /* no text, so no words in it */
  return read_numbers (self->store, sql, query, error);
}

/* The numbers of @base that are also in @matches, which is sorted. */
static GArray *
keep_matches (GArray *base, GArray *matches)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint64 last = matches->len > 0 ? g_array_index (matches, guint64, matches->len - 1) : 0;
  g_autofree guint8 *found = NULL;

  last = MIN (last, MAX_NUMBER);
  found = g_malloc0 (last / 8 + 1);
  for (guint i = 0; i < matches->len && g_array_index (matches, guint64, i) <= last; i++)
    found[g_array_index (matches, guint64, i) / 8] |= 1 << g_array_index (matches, guint64, i) % 8;
  for (guint i = 0; i < base->len; i++)
    {
      guint64 number = g_array_index (base, guint64, i);

      if (number <= last && (found[number / 8] & 1 << number % 8))
        g_array_append_val (kept, number);
    }
  return kept;
}

static GArray *
read_spine (RkListModel *self, const char *words, const char *where, const char *order,
            GError **error)
{
  g_autofree char *query = words != NULL ? rk_query_from_words (words) : NULL;
  g_autoptr (GArray) matches = NULL;

  if (!read_base (self, where, order, error))
    return NULL;
  if (query == NULL)
    return g_array_ref (self->base);
  matches = read_matches (self, query, error);
  return matches != NULL ? keep_matches (self->base, matches) : NULL;
}

/* Puts @spine in place and tells only the stretch between the first and the last difference. */
static void
replace_spine (RkListModel *self, GArray *spine)
{
  g_autoptr (GArray) old =
      self->spine != NULL ? self->spine : g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 *before = (const gint64 *) (gpointer) old->data;
  const gint64 *after = (const gint64 *) (gpointer) spine->data;
  guint shortest = MIN (old->len, spine->len);
  guint head = 0;
  guint tail = 0;

  while (head < shortest && before[head] == after[head])
    head++;
  while (tail < shortest - head && before[old->len - 1 - tail] == after[spine->len - 1 - tail])
    tail++;
  self->spine = spine;
  forget_pages (self);
  if (old->len - head - tail > 0 || spine->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                spine->len - head - tail);
}

/* --- refreshing ----------------------------------------------------------------------------- */

/* Position of the record @id in the spine, or -1. */
static gint64
find_position (RkListModel *self, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT number FROM %s WHERE id = ?1", self->table->name);
  sqlite3_stmt *stmt = rk_store_statement (self->store, sql, NULL);
  gint64 number = -1;

  if (stmt == NULL)
    return -1;
  sqlite3_bind_text (stmt, 1, id, -1, SQLITE_TRANSIENT);
  if (rk_sql_next (stmt, NULL))
    number = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  for (guint i = 0; number >= 0 && i < self->spine->len; i++)
    if (g_array_index (self->spine, gint64, i) == number)
      return i;
  return -1;
}

static void
tell_row (RkListModel *self, const char *id)
{
  gint64 position = find_position (self, id);

  if (position >= 0)
    g_list_model_items_changed (G_LIST_MODEL (self), (guint) position, 1, 1);
}

void
rk_list_model_refresh (RkListModel *self)
{
  g_autoptr (RkListModel) alive = NULL;
  g_autoptr (GHashTable) dirty = NULL;
  GHashTableIter iter;
  gpointer id;
  GArray *spine;

  g_return_if_fail (RK_IS_LIST_MODEL (self));
  alive = g_object_ref (self);
  dirty = g_steal_pointer (&self->dirty);
  self->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self->refresh != NULL)
    g_source_destroy (self->refresh);
  g_clear_pointer (&self->refresh, g_source_unref);
  spine = read_spine (self, self->words, self->where, self->order, NULL);
  if (spine == NULL)
    return; /* what is shown stays; the next change tries again */
  replace_spine (self, spine);
  if (g_hash_table_contains (dirty, ""))
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 0, self->spine->len, self->spine->len);
      return;
    }
  g_hash_table_iter_init (&iter, dirty);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    tell_row (self, id);
}

static gboolean
refresh_cb (gpointer data)
{
  rk_list_model_refresh (data);
  return G_SOURCE_REMOVE;
}

/* Many changes in one turn of the main loop cost one refresh. */
static void
store_changed_cb (RkStore *store, const char *kind, const char *id, RkListModel *self)
{
  if (self->spine == NULL || (*kind != '\0' && !g_str_equal (kind, self->table->kind->name)))
    return;
  g_clear_pointer (&self->base, g_array_unref);
  g_hash_table_add (self->dirty, g_strdup (id));
  if (self->refresh != NULL)
    return;
  self->refresh = g_idle_source_new ();
  g_source_set_priority (self->refresh, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->refresh, refresh_cb, self, NULL);
  g_source_attach (self->refresh, g_main_context_get_thread_default ());
}

/* --- GListModel ----------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return RK_TYPE_RECORD;
}

/* The first question costs the first look: a query that is set before that is the only one. */
static GArray *
get_spine (RkListModel *self)
{
  if (self->spine == NULL)
    self->spine = read_spine (self, self->words, self->where, self->order, NULL);
  if (self->spine == NULL)
    self->spine = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self->spine;
}

static guint
get_n_items (GListModel *model)
{
  return get_spine (RK_LIST_MODEL (model))->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  RkListModel *self = RK_LIST_MODEL (model);

  if (position >= get_spine (self)->len)
    return NULL;
  return g_object_ref (
      g_ptr_array_index (get_page (self, position / PAGE_ROWS), position % PAGE_ROWS));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkListModel, rk_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
rk_list_model_finalize (GObject *object)
{
  RkListModel *self = RK_LIST_MODEL (object);

  if (self->refresh != NULL)
    g_source_destroy (self->refresh);
  g_clear_pointer (&self->refresh, g_source_unref);
  g_queue_clear (&self->recent);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_pointer (&self->dirty, g_hash_table_unref);
  g_clear_pointer (&self->spine, g_array_unref);
  g_clear_pointer (&self->base, g_array_unref);
  g_free (self->base_sql);
  g_clear_object (&self->store);
  g_free (self->words);
  g_free (self->where);
  g_free (self->order);
  G_OBJECT_CLASS (rk_list_model_parent_class)->finalize (object);
}

static void
rk_list_model_class_init (RkListModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_list_model_finalize;
}

static void
rk_list_model_init (RkListModel *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* --- public --------------------------------------------------------------------------------- */

RkListModel *
rk_list_model_new (RkStore *store, const char *kind)
{
  RkListModel *self;

  g_return_val_if_fail (RK_IS_STORE (store) && rk_store_get_table (store, kind) != NULL, NULL);
  self = g_object_new (RK_TYPE_LIST_MODEL, NULL);
  self->store = g_object_ref (store);
  self->table = rk_store_get_table (store, kind);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  return self;
}

gboolean
rk_list_model_set_query (RkListModel *self, const char *words, const char *where, const char *order,
                         GError **error)
{
  GArray *spine;

  g_return_val_if_fail (RK_IS_LIST_MODEL (self), FALSE);
  spine = read_spine (self, words, where, order, error);
  if (spine == NULL)
    return FALSE;
  g_free (self->words);
  g_free (self->where);
  g_free (self->order);
  self->words = g_strdup (words);
  self->where = g_strdup (where);
  self->order = g_strdup (order);
  replace_spine (self, spine);
  return TRUE;
}

guint
rk_list_model_get_cached_rows (RkListModel *self)
{
  GHashTableIter iter;
  gpointer rows;
  guint n = 0;

  g_return_val_if_fail (RK_IS_LIST_MODEL (self), 0);
  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &rows))
    n += ((GPtrArray *) rows)->len;
  return n;
}
