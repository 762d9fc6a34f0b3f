/* SPDX-License-Identifier: EUPL-1.2 */
/* A view: its nodes and connections, read by the range of numbers that is its own. */
#include "config.h"
#include "rk-architecture-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Beyond, a drawing is of no use, and numbers lose their meaning. */
#define MAX_MEASURE 1e6

struct _RkView
{
  int references;
  RkArchitecture *architecture;
  char *id, *name, *documentation;
  GStringChunk *texts;
  GArray *nodes;       /* of RkViewNode */
  GArray *connections; /* of RkViewConnection */
  GPtrArray *points;   /* of RkViewPoint arrays */
  GHashTable *places;  /* identifier -> index of a node + 1 */
};

/* --- life ------------------------------------------------------------------------------------- */

static RkView *
view_new (RkArchitecture *architecture, const char *id)
{
  RkView *self = g_new0 (RkView, 1);

  self->references = 1;
  self->architecture = architecture != NULL ? rk_architecture_ref (architecture) : NULL;
  self->id = g_strdup (id);
  self->texts = g_string_chunk_new (8 * 1024);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (RkViewNode));
  self->connections = g_array_new (FALSE, TRUE, sizeof (RkViewConnection));
  self->points = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

RkView *
rk_view_ref (RkView *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->references);
  return self;
}

void
rk_view_unref (RkView *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_int_dec_and_test (&self->references))
    return;
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->points);
  g_array_unref (self->connections);
  g_array_unref (self->nodes);
  g_string_chunk_free (self->texts);
  g_free (self->documentation);
  g_free (self->name);
  g_free (self->id);
  g_clear_pointer (&self->architecture, rk_architecture_unref);
  g_free (self);
}

/* --- nodes ------------------------------------------------------------------------------------ */

static const char *
keep (RkView *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

static double
get_measure (sqlite3_stmt *row, int column)
{
  double measure = sqlite3_column_double (row, column);

  return CLAMP (measure, -MAX_MEASURE, MAX_MEASURE);
}

static RkNodeKind
get_kind (const char *type, const RkConcept *concept)
{
  if (concept != NULL || g_strcmp0 (type, "Element") == 0)
    return RK_NODE_KIND_ELEMENT;
  return g_strcmp0 (type, "Container") == 0 ? RK_NODE_KIND_CONTAINER : RK_NODE_KIND_LABEL;
}

static void
load_node (RkView *self, sqlite3_stmt *row, GHashTable *numbers)
{
  RkArchitecture *architecture = self->architecture;
  const char *concept = rk_sql_text (row, 4), *label = rk_sql_text (row, 10);
  gint64 parent = sqlite3_column_int64 (row, 1);
  RkViewNode node = { .parent = -1 };

  node.id = keep (self, rk_sql_text (row, 2));
  if (parent != 0)
    node.parent =
        GPOINTER_TO_INT (g_hash_table_lookup (numbers, GSIZE_TO_POINTER ((gsize) parent))) - 1;
  if (concept != NULL)
    node.concept = g_hash_table_lookup (architecture->by_identifier, concept);
  node.kind = get_kind (rk_sql_text (row, 3), node.concept);
  node.x = get_measure (row, 5);
  node.y = get_measure (row, 6);
  node.width = MAX (get_measure (row, 7), 0);
  node.height = MAX (get_measure (row, 8), 0);
  node.style = rk_architecture_get_style (architecture, sqlite3_column_int64 (row, 9));
  node.label = keep (self, label != NULL ? label : node.concept != NULL ? node.concept->name : "");
  node.view_ref = keep (self, rk_sql_text (row, 11));
  g_array_append_val (self->nodes, node);
  g_hash_table_insert (numbers, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (row, 0)),
                       GUINT_TO_POINTER (self->nodes->len));
  if (!g_hash_table_contains (self->places, node.id))
    g_hash_table_insert (self->places, (char *) node.id, GUINT_TO_POINTER (self->nodes->len));
}

static gboolean
load_nodes (RkView *self, gint64 first, gint64 last, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
      rk_store_get_database (self->architecture->store), &local_error,
      "SELECT number, parent, identifier, type, concept, x, y, w, h, style, label, view_ref"
      " FROM archimate_node WHERE number BETWEEN ?1 AND ?2 ORDER BY number",
      "ii", first, last);

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    load_node (self, stmt, numbers);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* --- connections ------------------------------------------------------------------------------ */

/* "10,20 30,40": attachments are where the ends are drawn anyway. */
static void
read_points (RkView *self, const char *text, RkViewConnection *connection)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  guint n = g_strv_length (words);
  RkViewPoint *points = g_new0 (RkViewPoint, n + 1);

  g_ptr_array_add (self->points, points);
  for (guint i = 0; i < n; i++)
    {
      char *comma = strchr (words[i], ',');

      if (comma == NULL || *words[i] == 's' || *words[i] == 't')
        continue;
      points[connection->n_bendpoints].x =
          CLAMP (g_ascii_strtod (words[i], NULL), -MAX_MEASURE, MAX_MEASURE);
      points[connection->n_bendpoints].y =
          CLAMP (g_ascii_strtod (comma + 1, NULL), -MAX_MEASURE, MAX_MEASURE);
      connection->n_bendpoints++;
    }
  connection->bendpoints = points;
}

static int
find_node (RkView *self, const char *id)
{
  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->places, id)) - 1 : -1;
}

static void
load_connection (RkView *self, sqlite3_stmt *row)
{
  RkArchitecture *architecture = self->architecture;
  const char *reference = rk_sql_text (row, 1), *label = rk_sql_text (row, 6);
  RkViewConnection connection = { NULL };
  guint place = reference != NULL
                    ? GPOINTER_TO_UINT (g_hash_table_lookup (architecture->by_relation, reference))
                    : 0;

  connection.id = keep (self, rk_sql_text (row, 0));
  connection.source = keep (self, rk_sql_text (row, 2));
  connection.target = keep (self, rk_sql_text (row, 3));
  connection.source_node = find_node (self, connection.source);
  connection.target_node = find_node (self, connection.target);
  if (place > 0)
    {
      const RkRelation *relation = &g_array_index (architecture->relations, RkRelation, place - 1);

      connection.type = relation->type;
      connection.name = relation->name;
    }
  if (label != NULL)
    connection.name = keep (self, label);
  connection.style = rk_architecture_get_style (architecture, sqlite3_column_int64 (row, 4));
  read_points (self, rk_sql_text (row, 5), &connection);
  g_array_append_val (self->connections, connection);
}

static gboolean
load_connections (RkView *self, gint64 first, gint64 last, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (rk_store_get_database (self->architecture->store), &local_error,
                      "SELECT identifier, relation, source, target, style, points, label"
                      " FROM archimate_connection WHERE number BETWEEN ?1 AND ?2 ORDER BY number",
                      "ii", first, last);

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    load_connection (self, stmt);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* --- a view of one's own -----------------------------------------------------------------------
 */

static void
add_own_node (RkView *self, const RkViewNode *node)
{
  RkViewNode own = *node;

  own.id = keep (self, node->id);
  own.label = keep (self, node->label);
  own.view_ref = keep (self, node->view_ref);
  g_array_append_val (self->nodes, own);
  g_hash_table_insert (self->places, (char *) own.id, GUINT_TO_POINTER (self->nodes->len));
}

static void
add_own_connection (RkView *self, const RkViewConnection *connection)
{
  RkViewConnection own = *connection;

  own.id = keep (self, connection->id);
  own.type = keep (self, connection->type);
  own.source = keep (self, connection->source);
  own.target = keep (self, connection->target);
  own.name = keep (self, connection->name);
  own.source_node = find_node (self, own.source);
  own.target_node = find_node (self, own.target);
  own.bendpoints =
      g_memdup2 (connection->bendpoints, connection->n_bendpoints * sizeof *connection->bendpoints);
  g_ptr_array_add (self->points, (gpointer) own.bendpoints);
  g_array_append_val (self->connections, own);
}

RkView *
rk_view_new (RkArchitecture *architecture, const char *id, const char *name,
             const RkViewNode *nodes, guint n_nodes, const RkViewConnection *connections,
             guint n_connections)
{
  RkView *self;

  g_return_val_if_fail (id != NULL && name != NULL, NULL);
  self = view_new (architecture, id);
  self->name = g_strdup (name);
  for (guint i = 0; i < n_nodes; i++)
    add_own_node (self, &nodes[i]);
  for (guint i = 0; i < n_connections; i++)
    add_own_connection (self, &connections[i]);
  return self;
}

/* --- public ----------------------------------------------------------------------------------- */

static gboolean
fail_missing (RkArchitecture *self, const char *id, GError **error)
{
  g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
               /* Translators: the id of a view, the name of a model. */
               _ ("There is no view “%s” in “%s”. Choose one from its list of views."), id,
                  self->name);
  return FALSE;
}

RkView *
rk_architecture_load_view (RkArchitecture *self, const char *id, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (RkView) view = NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 number;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  number = (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (self->numbers, id));
  stmt = rk_sql_prepare (rk_store_get_database (self->store), &local_error,
                         "SELECT last, name, documentation FROM archimate_view WHERE number = ?1",
                         "i", number);
  if (stmt == NULL || !rk_sql_next (stmt, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, local_error);
      else
        fail_missing (self, id, error);
      return NULL;
    }
  view = view_new (self, id);
  view->name = g_strdup (rk_sql_text (stmt, 1) != NULL ? rk_sql_text (stmt, 1) : "");
  view->documentation = g_strdup (rk_sql_text (stmt, 2));
  if (!load_nodes (view, number + 1, sqlite3_column_int64 (stmt, 0), error) ||
      !load_connections (view, number + 1, sqlite3_column_int64 (stmt, 0), error))
    return NULL;
  return g_steal_pointer (&view);
}

GPtrArray *
rk_architecture_find_views (RkArchitecture *self, const char *key, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  GError *local_error = NULL;
  const RkConcept *concept;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);
  concept = rk_architecture_find (self, key);
  stmt =
      rk_sql_prepare (rk_store_get_database (self->store), &local_error,
                      "SELECT DISTINCT v.identifier FROM archimate_node AS n JOIN archimate_view"
                      " AS v ON v.number = (SELECT max (number) FROM archimate_view WHERE"
                      " number < n.number) WHERE n.number BETWEEN ?1 AND ?2 AND concept = ?3",
                      "iis", self->first, self->last, concept != NULL ? concept->identifier : key);
  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    g_hash_table_add (ids, g_strdup (rk_sql_text (stmt, 0)));
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  for (guint i = 0; i < self->views->len; i++)
    if (g_hash_table_contains (ids, ((RkViewInfo *) self->views->pdata[i])->id))
      g_ptr_array_add (found, self->views->pdata[i]);
  return g_steal_pointer (&found);
}

const char *
rk_view_get_id (RkView *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

const char *
rk_view_get_name (RkView *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->name;
}

const char *
rk_view_get_documentation (RkView *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->documentation;
}

RkArchitecture *
rk_view_get_architecture (RkView *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->architecture;
}

const RkViewNode *
rk_view_get_nodes (RkView *self, guint *n_nodes)
{
  g_return_val_if_fail (self != NULL && n_nodes != NULL, NULL);
  *n_nodes = self->nodes->len;
  return (const RkViewNode *) (gpointer) self->nodes->data;
}

const RkViewConnection *
rk_view_get_connections (RkView *self, guint *n_connections)
{
  g_return_val_if_fail (self != NULL && n_connections != NULL, NULL);
  *n_connections = self->connections->len;
  return (const RkViewConnection *) (gpointer) self->connections->data;
}
