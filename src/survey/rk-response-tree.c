/* SPDX-License-Identifier: EUPL-1.2 */
/* The table of leaves and rows beside the instance, and the difference with the workspace. */
#include "config.h"
#include "rk-response-private.h"

#include "rk-sort-key.h"

#include <string.h>

/* One look at the whole tree. */
typedef struct
{
  RkResponse *self;
  GString *path;
  GPtrArray *returned; /* leaves of rows that came back, with the answer they had */
} Look;

static const char *
empty_is_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* --- rows ------------------------------------------------------------------------------------- */

/* The sort key of the last row of @repeat that has one. */
static const char *
find_last_position (RkResponse *self, RkFormNode *repeat)
{
  GListModel *rows = rk_form_node_get_children (repeat);
  const char *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RkFormNode) node = g_list_model_get_item (rows, i);
      RkRow *row = g_hash_table_lookup (self->rows, node);

      if (row != NULL && g_strcmp0 (row->position, last) > 0)
        last = row->position;
    }
  return last;
}

static RkRow *
new_row (RkResponse *self, RkFormNode *node, const char *path, guint index)
{
  RkFormNode *repeat = rk_form_node_get_parent (node);
  RkRow *row = g_new0 (RkRow, 1);

  row->node = g_object_ref (node);
  row->path = g_strdup (path);
  row->counted = !rk_form_node_is_user_controlled (repeat);
  if (row->counted)
    row->id = g_strdup_printf ("#%u", index + 1);
  else
    {
      row->id = rk_store_new_id ();
      row->position = rk_sort_key_between (find_last_position (self, repeat), NULL);
    }
  g_hash_table_insert (self->rows, node, row);
  return row;
}

void
rk_response_adopt_row (RkResponse *self, RkFormNode *node, const char *path, RkRecord *record)
{
  RkRow *row = g_hash_table_lookup (self->rows, node);

  if (row == NULL)
    row = new_row (self, node, path, 0);
  g_free (row->id);
  g_free (row->position);
  g_free (row->stored_position);
  row->id = g_strdup (rk_record_get_id (record));
  row->position = g_strdup (rk_record_get (record, "position"));
  row->stored_position = g_strdup (row->position);
}

/* --- leaves ----------------------------------------------------------------------------------- */

static RkLeaf *
new_leaf (RkResponse *self, const char *path)
{
  RkLeaf *leaf = g_new0 (RkLeaf, 1);

  leaf->path = g_strdup (path);
  leaf->id = rk_store_name_id (self->id, path, NULL);
  g_hash_table_insert (self->leaves, leaf->path, leaf);
  g_hash_table_insert (self->by_id, leaf->id, leaf);
  return leaf;
}

static void
look_at_leaf (Look *look, RkFormNode *node)
{
  RkResponse *self = look->self;
  RkLeaf *leaf = g_hash_table_lookup (self->leaves, look->path->str);

  if (leaf == NULL)
    leaf = new_leaf (self, look->path->str);
  leaf->seen = self->generation;
  if (leaf->node == node)
    return;
  if (leaf->node != NULL)
    g_hash_table_remove (self->by_node, leaf->node);
  g_set_object (&leaf->node, node);
  g_hash_table_insert (self->by_node, node, leaf);
  if (leaf->value != NULL)
    g_ptr_array_add (look->returned, leaf);
}

static void
look_at_attributes (Look *look, RkFormNode *node)
{
  g_autoptr (GPtrArray) attributes = rk_form_node_list_attributes (node);
  gsize length = look->path->len;

  for (guint i = 0; attributes != NULL && i < attributes->len; i++)
    {
      RkFormNode *attribute = g_ptr_array_index (attributes, i);

      g_string_append_printf (look->path, "/%s", rk_form_node_get_name (attribute));
      look_at_leaf (look, attribute);
      g_string_truncate (look->path, length);
    }
}

static void
look_at_node (Look *look, RkFormNode *node, guint index)
{
  RkResponse *self = look->self;
  gboolean leaf = rk_form_node_get_node_type (node) == RK_NODE_LEAF;
  GListModel *children = leaf ? NULL : rk_form_node_get_children (node);
  gsize length = look->path->len;
  RkRow *row;

  if (rk_form_node_get_node_type (node) == RK_NODE_ROW)
    {
      row = g_hash_table_lookup (self->rows, node);
      if (row == NULL)
        row = new_row (self, node, look->path->str, index);
      row->seen = self->generation;
      g_string_append_printf (look->path, "[%s]", row->id);
    }
  else
    g_string_append_printf (look->path, "/%s", rk_form_node_get_name (node));

  look_at_attributes (look, node);
  if (leaf)
    look_at_leaf (look, node);
  else if (rk_form_node_get_node_type (node) == RK_NODE_REPEAT)
    g_hash_table_insert (self->repeats, g_strdup (look->path->str), node);
  for (guint i = 0; !leaf && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      look_at_node (look, child, i);
    }
  g_string_truncate (look->path, length);
}

static gboolean
is_vanished_row (gpointer node, gpointer row, gpointer self)
{
  return ((RkRow *) row)->seen != ((RkResponse *) self)->generation;
}

static void
forget_vanished (RkResponse *self)
{
  GHashTableIter iter;
  RkLeaf *leaf;

  g_hash_table_foreach_remove (self->rows, is_vanished_row, self);
  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &leaf))
    if (leaf->node != NULL && leaf->seen != self->generation)
      {
        g_hash_table_remove (self->by_node, leaf->node);
        g_clear_object (&leaf->node);
      }
}

static void
look_once (RkResponse *self, GPtrArray *returned)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Look look = { self, path, returned };

  self->generation++;
  g_hash_table_remove_all (self->repeats);
  look_at_node (&look, rk_form_instance_get_root (self->instance), 0);
  forget_vanished (self);
}

void
rk_response_look (RkResponse *self)
{
  /* An answer that comes back can bring back further rows: once per level of nesting. */
  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (GPtrArray) returned = g_ptr_array_new ();

      look_once (self, returned);
      if (returned->len == 0)
        return;
      rk_form_instance_freeze (self->instance);
      for (guint i = 0; i < returned->len; i++)
        {
          RkLeaf *leaf = g_ptr_array_index (returned, i);

          rk_form_instance_restore_value (self->instance, leaf->node, leaf->value);
        }
      rk_form_instance_thaw (self->instance);
    }
}

RkLeaf *
rk_response_find_leaf (RkResponse *self, RkFormNode *node)
{
  return g_hash_table_lookup (self->by_node, node);
}

char *
rk_response_dup_path (RkResponse *self, RkFormNode *node)
{
  g_autofree char *parent = NULL;
  RkRow *row;

  if (node == NULL)
    return g_strdup ("");
  parent = rk_response_dup_path (self, rk_form_node_get_parent (node));
  if (rk_form_node_get_node_type (node) != RK_NODE_ROW)
    return g_strconcat (parent, "/", rk_form_node_get_name (node), NULL);
  row = g_hash_table_lookup (self->rows, node);
  return g_strconcat (parent, "[", row != NULL ? row->id : "", "]", NULL);
}

/* --- the difference with the workspace -------------------------------------------------------- */

/* What the workspace should hold for @leaf. */
static const char *
wanted_value (const RkLeaf *leaf)
{
  if (leaf->node == NULL || leaf->draft != NULL)
    return leaf->value;
  if (rk_form_node_is_calculated (leaf->node) && !leaf->entered &&
      !rk_form_node_remembers (leaf->node))
    return leaf->value;
  return empty_is_null (rk_form_node_get_stored_value (leaf->node));
}

gboolean
rk_response_is_unsaved (const RkLeaf *leaf)
{
  return g_strcmp0 (wanted_value (leaf), leaf->value) != 0 ||
         g_strcmp0 (leaf->raw, leaf->stored_raw) != 0;
}

static gboolean
is_below_gone (RkResponse *self, const char *path)
{
  for (guint i = 0; i < self->gone->len; i++)
    {
      const RkRow *row = g_ptr_array_index (self->gone, i);
      gsize length = strlen (row->path), id = strlen (row->id);

      if (g_str_has_prefix (path, row->path) && path[length] == '[' &&
          strncmp (path + length + 1, row->id, id) == 0 && path[length + 1 + id] == ']')
        return TRUE;
    }
  return FALSE;
}

void
rk_response_bury_row (RkResponse *self, RkFormNode *node)
{
  g_autoptr (GPtrArray) below = g_ptr_array_new ();
  gpointer known = NULL;
  GHashTableIter iter;
  RkRow *row;

  if (!g_hash_table_steal_extended (self->rows, node, NULL, &known))
    return;
  g_ptr_array_add (self->gone, known);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    if (is_below_gone (self, row->path))
      g_ptr_array_add (below, row);
  for (guint i = 0; i < below->len; i++)
    {
      row = g_ptr_array_index (below, i);
      g_hash_table_steal (self->rows, row->node);
      g_ptr_array_add (self->gone, row);
    }
}

static void
collect_leaves (RkResponse *self, RkChange *change)
{
  GHashTableIter iter;
  RkLeaf *leaf;

  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &leaf))
    {
      gboolean gone = is_below_gone (self, leaf->path);

      if (leaf->drafted)
        rk_change_clear_draft (change, self->id, leaf->path);
      rk_response_collect_file (self, leaf, gone, change);
      if (gone)
        {
          if (leaf->value != NULL || leaf->stored_raw != NULL)
            rk_change_delete (change, "answer", leaf->id);
        }
      else if (rk_response_is_unsaved (leaf))
        rk_change_set (change, "answer", leaf->id, "response", self->id, "path", leaf->path,
                       "value", wanted_value (leaf), "raw", leaf->raw, NULL);
    }
}

static void
collect_rows (RkResponse *self, RkChange *change)
{
  GHashTableIter iter;
  RkRow *row;

  for (guint i = 0; i < self->gone->len; i++)
    {
      row = g_ptr_array_index (self->gone, i);
      if (row->stored_position != NULL)
        rk_change_delete (change, "answer_row", row->id);
    }
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    if (!row->counted && g_strcmp0 (row->position, row->stored_position) != 0)
      rk_change_set (change, "answer_row", row->id, "response", self->id, "path", row->path,
                     "position", row->position, NULL);
}

void
rk_response_collect (RkResponse *self, RkChange *change)
{
  rk_response_look (self);
  collect_rows (self, change);
  collect_leaves (self, change);
}

static gboolean
is_leaf_below_gone (gpointer path, gpointer leaf, gpointer self)
{
  if (!is_below_gone (self, path))
    return FALSE;
  g_hash_table_remove (((RkResponse *) self)->by_id, ((RkLeaf *) leaf)->id);
  return TRUE;
}

void
rk_response_mark_saved (RkResponse *self)
{
  GHashTableIter iter;
  RkLeaf *leaf;
  RkRow *row;

  g_hash_table_foreach_remove (self->leaves, is_leaf_below_gone, self);
  g_ptr_array_set_size (self->gone, 0);
  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &leaf))
    {
      const char *value = wanted_value (leaf);

      leaf->drafted = FALSE;
      rk_response_mark_file_saved (leaf);
      if (g_strcmp0 (value, leaf->value) != 0)
        {
          g_free (leaf->value);
          leaf->value = g_strdup (value);
        }
      if (g_strcmp0 (leaf->raw, leaf->stored_raw) != 0)
        {
          g_free (leaf->stored_raw);
          leaf->stored_raw = g_strdup (leaf->raw);
        }
    }
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    if (g_strcmp0 (row->position, row->stored_position) != 0)
      {
        g_free (row->stored_position);
        row->stored_position = g_strdup (row->position);
      }
}
