/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-list-model-private.h"
#include "rk-search.h"
#include "rk-record-private.h"
#include "rk-store-private.h"

#include <string.h>

#define PAGE_ROWS 64
#define MAX_PAGES 16
/* No workspace has made more records than this; a file that says so must not cost the memory. */
#define MAX_NUMBER (G_GUINT64_CONSTANT (1) << 28)

/* --- rows ----------------------------------------------------------------------------------- */

static RkRecord *
load_row (RkListModel *self, sqlite3_stmt *stmt, gint64 number)
{
  RkRecord *record;

  sqlite3_bind_int64 (stmt, 1, number);
  /* A row that vanished meanwhile is a blank until the refresh that is under way. */
  if (!rk_sql_next (stmt, NULL))
    record = rk_record_new_blank (self->table->kind);
  else if (self->derived != NULL)
    record = rk_record_new_from_list (self->table->kind, self->derived, stmt);
  else
    record = rk_record_new_from_row (self->table->kind, stmt);
  sqlite3_reset (stmt);
  return record;
}

static GPtrArray *
load_page (RkListModel *self, guint page)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *stmt = rk_store_statement (self->store, self->select, NULL);
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

sqlite3_stmt *
rk_list_model_prepare (RkStore *store, const char *sql, const char *const *parameters,
                       GError **error)
{
  sqlite3_stmt *stmt = rk_sql_prepare (store->db, error, sql, "");

  for (int i = 0; stmt != NULL && parameters != NULL && parameters[i] != NULL; i++)
    sqlite3_bind_text (stmt, i + 1, parameters[i], -1, SQLITE_TRANSIENT);
  return stmt;
}

const char *
rk_list_model_get_source (RkListModel *self)
{
  return self->source != NULL ? self->source : self->table->name;
}

static GArray *
read_numbers (RkStore *store, const char *sql, const char *const *parameters, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt = rk_list_model_prepare (store, sql, parameters, &local_error);

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
read_base (RkListModel *self, const RkListQuery *query, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT number FROM %s WHERE %s ORDER BY %s%snumber",
                       rk_list_model_get_source (self), query->where != NULL ? query->where : "1",
                       query->order != NULL ? query->order : "", query->order != NULL ? ", " : "");
  g_autofree char *bound =
      query->parameters != NULL ? g_strjoinv ("\n", query->parameters) : g_strdup ("");
  g_autofree char *asked = g_strconcat (sql, "\n", bound, NULL);
  GArray *base;

  if (self->base != NULL && g_str_equal (self->base_asked, asked))
    return TRUE;
  base = read_numbers (self->store, sql, (const char *const *) query->parameters, error);
  if (base == NULL)
    return FALSE;
  g_clear_pointer (&self->base, g_array_unref);
  g_free (self->base_asked);
  self->base = base;
  self->base_asked = g_steal_pointer (&asked);
  return TRUE;
}

static GArray *
read_matches (RkListModel *self, const char *query, GError **error)
{
  g_autofree char *search = rk_schema_search_table (self->table->kind);
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s WHERE %s MATCH ?1", search, search);

  if (!rk_kind_is_searchable (self->table->kind))
    return g_array_new (FALSE, FALSE, sizeof (gint64)); /* no text, so no words in it */
  return read_numbers (self->store, sql, (const char *const[]){ query, NULL }, error);
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
read_spine (RkListModel *self, const RkListQuery *query, GError **error)
{
  g_autofree char *words = query->words != NULL ? rk_query_from_words (query->words) : NULL;
  g_autoptr (GArray) matches = NULL;

  if (!read_base (self, query, error))
    return NULL;
  if (words == NULL)
    return g_array_ref (self->base);
  matches = read_matches (self, words, error);
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

static void
tell_row (RkListModel *self, const char *id)
{
  gint64 position = rk_list_model_find (self, id);

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
  spine = read_spine (self, &self->query, NULL);
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

void
rk_list_model_reload (RkListModel *self)
{
  g_return_if_fail (RK_IS_LIST_MODEL (self));
  if (self->spine == NULL)
    return;
  g_clear_pointer (&self->base, g_array_unref);
  g_hash_table_add (self->dirty, g_strdup (""));
  rk_list_model_refresh (self);
}

static gboolean
refresh_cb (gpointer data)
{
  rk_list_model_refresh (data);
  return G_SOURCE_REMOVE;
}

static gboolean
reads_kind (RkListModel *self, const char *kind)
{
  for (guint i = 0; self->derived != NULL && self->derived[i].name != NULL; i++)
    {
      g_auto (GStrv) kinds =
          g_strsplit (self->derived[i].kinds != NULL ? self->derived[i].kinds : "", " ", -1);

      if (g_strv_contains ((const char *const *) kinds, kind))
        return TRUE;
    }
  return FALSE;
}

/* Many changes in one turn of the main loop cost one refresh. */
static void
store_changed_cb (RkStore *store, const char *kind, const char *id, RkListModel *self)
{
  gboolean own = g_str_equal (kind, self->table->kind->name);

  if (self->spine == NULL || (*kind != '\0' && !own && !reads_kind (self, kind)))
    return;
  g_clear_pointer (&self->base, g_array_unref);
  /* Which rows a record of another kind stands in is not known: look at all of them again. */
  g_hash_table_add (self->dirty, g_strdup (own ? id : ""));
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
    self->spine = read_spine (self, &self->query, NULL);
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
clear_query (RkListQuery *query)
{
  g_free (query->words);
  g_free (query->where);
  g_strfreev (query->parameters);
  g_free (query->order);
}

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
  g_free (self->base_asked);
  g_clear_object (&self->store);
  clear_query (&self->query);
  g_free (self->source);
  g_free (self->select);
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
  self->select = g_strconcat (self->table->select, " WHERE number = ?1", NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  return self;
}

/* "(SELECT *, (EXPRESSION) AS NAME … FROM TABLE AS r)", and the same after the columns of a row. */
void
rk_list_model_set_derived (RkListModel *self, const RkDerivedColumn *columns)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gsize head;

  g_return_if_fail (RK_IS_LIST_MODEL (self) && self->spine == NULL && self->derived == NULL);
  for (const RkDerivedColumn *column = columns; column->name != NULL; column++)
    {
      g_autofree char *name = rk_sql_quote (column->name);

      g_string_append_printf (list, ", (%s) AS %s", column->sql, name);
    }
  self->derived = columns;
  self->source = g_strdup_printf ("(SELECT r.*%s FROM %s AS r)", list->str, self->table->name);
  head = strlen (self->table->select) - strlen (" FROM ") - strlen (self->table->name);
  g_free (self->select);
  self->select = g_strdup_printf ("%.*s%s FROM %s AS r WHERE number = ?1", (int) head,
                                  self->table->select, list->str, self->table->name);
}

gboolean
rk_list_model_set_filter (RkListModel *self, const char *words, const char *where,
                          const char *const *parameters, const char *order, GError **error)
{
  RkListQuery query = { (char *) words, (char *) where, (char **) parameters, (char *) order };
  GArray *spine;

  g_return_val_if_fail (RK_IS_LIST_MODEL (self), FALSE);
  spine = read_spine (self, &query, error);
  if (spine == NULL)
    return FALSE;
  query = (RkListQuery){ g_strdup (words), g_strdup (where), g_strdupv ((char **) parameters),
                         g_strdup (order) };
  clear_query (&self->query);
  self->query = query;
  replace_spine (self, spine);
  return TRUE;
}

gboolean
rk_list_model_set_query (RkListModel *self, const char *words, const char *where, const char *order,
                         GError **error)
{
  return rk_list_model_set_filter (self, words, where, NULL, order, error);
}

gint64
rk_list_model_find (RkListModel *self, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT number FROM %s WHERE id = ?1", self->table->name);
  sqlite3_stmt *stmt = rk_store_statement (self->store, sql, NULL);
  GArray *spine = get_spine (self);
  gint64 number = -1;

  g_return_val_if_fail (RK_IS_LIST_MODEL (self) && id != NULL, -1);
  if (stmt == NULL)
    return -1;
  sqlite3_bind_text (stmt, 1, id, -1, SQLITE_TRANSIENT);
  if (rk_sql_next (stmt, NULL))
    number = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  for (guint i = 0; number >= 0 && i < spine->len; i++)
    if (g_array_index (spine, gint64, i) == number)
      return i;
  return -1;
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
