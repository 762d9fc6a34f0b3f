/* SPDX-License-Identifier: EUPL-1.2 */
/* From the workspace into the instance: at opening, after undo, after somebody else's change. */
#include "config.h"
#include "rk-response-private.h"

#include <string.h>

/* --- rows ------------------------------------------------------------------------------------- */

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  RkRecord *one = *(RkRecord **) a, *other = *(RkRecord **) b;
  int order = strcmp (rk_record_get (one, "position"), rk_record_get (other, "position"));

  return order != 0 ? order : strcmp (rk_record_get_id (one), rk_record_get_id (other));
}

/* The rows there are: of RkFormNode, by id. */
static GHashTable *
index_rows (RkResponse *self, GListModel *rows)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RkFormNode) node = g_list_model_get_item (rows, i);
      RkRow *row = g_hash_table_lookup (self->rows, node);

      if (row != NULL)
        g_hash_table_insert (index, g_strdup (row->id), node);
    }
  return index;
}

static void
remove_other_rows (RkResponse *self, GListModel *rows, GPtrArray *records)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_hash_table_add (wanted, (gpointer) rk_record_get_id (g_ptr_array_index (records, i)));
  for (guint i = g_list_model_get_n_items (rows); i > 0; i--)
    {
      g_autoptr (RkFormNode) node = g_list_model_get_item (rows, i - 1);
      RkRow *row = g_hash_table_lookup (self->rows, node);

      if (!self->discarding && row != NULL && row->stored_position == NULL)
        continue; /* not written yet */
      if (row != NULL && g_hash_table_contains (wanted, row->id))
        continue;
      g_hash_table_remove (self->rows, node);
      rk_form_instance_remove_row (self->instance, node);
    }
}

/* Makes the rows of @repeat those of @records, in their order. */
static void
load_repeat (RkResponse *self, RkFormNode *repeat, const char *path, GPtrArray *records)
{
  GListModel *rows = rk_form_node_get_children (repeat);
  g_autoptr (GHashTable) index = NULL;

  remove_other_rows (self, rows, records);
  index = index_rows (self, rows);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      RkRecord *record = g_ptr_array_index (records, i);
      RkFormNode *row = g_hash_table_lookup (index, rk_record_get_id (record));
      g_autoptr (RkFormNode) there = NULL;

      if (row == NULL && rk_form_instance_add_row (self->instance, repeat, &row) != RK_REJECT_NONE)
        return;
      rk_response_adopt_row (self, row, path, record);
      there = g_list_model_get_item (rows, i);
      if (there != row)
        rk_form_instance_move_row (self->instance, row, i);
    }
}

static GHashTable *
group_by_path (GPtrArray *records)
{
  GHashTable *groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < records->len; i++)
    {
      RkRecord *record = g_ptr_array_index (records, i);
      gpointer path = (gpointer) rk_record_get (record, "path");
      GPtrArray *group = g_hash_table_lookup (groups, path);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, path, group);
        }
      g_ptr_array_add (group, record);
    }
  return groups;
}

/* Outer rows first: the path of an inner repeat holds the id of the row around it. */
static void
load_rows (RkResponse *self, GPtrArray *records)
{
  g_autoptr (GHashTable) groups = group_by_path (records);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean again = TRUE;

  while (again)
    {
      g_autofree char **paths = NULL;
      guint n;

      again = FALSE;
      rk_response_look (self);
      paths = (char **) g_hash_table_get_keys_as_array (self->repeats, &n);
      for (guint i = 0; i < n && !again; i++)
        {
          RkFormNode *repeat = g_hash_table_lookup (self->repeats, paths[i]);

          if (!rk_form_node_is_user_controlled (repeat) ||
              !g_hash_table_add (done, g_strdup (paths[i])))
            continue;
          load_repeat (self, repeat, paths[i], g_hash_table_lookup (groups, paths[i]));
          again = TRUE;
        }
    }
}

/* --- answers ---------------------------------------------------------------------------------- */

static void
replace (char **text, const char *other)
{
  char *copy = g_strdup (other);

  g_free (*text);
  *text = copy;
}

void
rk_response_load_leaf (RkResponse *self, RkLeaf *leaf, RkRecord *record)
{
  const char *value = record != NULL ? rk_record_get (record, "value") : NULL;
  const char *raw = record != NULL ? rk_record_get (record, "raw") : NULL;
  /* An answer that a full disk refused stays until it can be written. */
  gboolean unsaved = !self->discarding && rk_response_is_unsaved (leaf);

  if (self->discarding)
    g_clear_pointer (&leaf->draft, g_free);
  replace (&leaf->value, value);
  replace (&leaf->stored_raw, raw);
  /* What is being typed here waits until the field is left. */
  if (leaf->draft != NULL || unsaved)
    return;
  replace (&leaf->raw, raw);
  if (leaf->node == NULL || (rk_form_node_is_calculated (leaf->node) && value == NULL))
    return;
  if (g_strcmp0 (rk_form_node_get_stored_value (leaf->node), value != NULL ? value : "") != 0)
    rk_form_instance_restore_value (self->instance, leaf->node, value != NULL ? value : "");
}

/* An answer whose row is not there now (a counted repeat) waits in the table for its return. */
static void
load_waiting (RkResponse *self, RkRecord *record)
{
  RkLeaf *leaf = g_new0 (RkLeaf, 1);

  leaf->path = g_strdup (rk_record_get (record, "path"));
  leaf->id = g_strdup (rk_record_get_id (record));
  leaf->value = g_strdup (rk_record_get (record, "value"));
  leaf->stored_raw = g_strdup (rk_record_get (record, "raw"));
  leaf->raw = g_strdup (leaf->stored_raw);
  g_hash_table_insert (self->leaves, leaf->path, leaf);
  g_hash_table_insert (self->by_id, leaf->id, leaf);
}

static void
load_answers (RkResponse *self, GPtrArray *records)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  RkLeaf *leaf;

  for (guint i = 0; i < records->len; i++)
    {
      RkRecord *record = g_ptr_array_index (records, i);

      leaf = g_hash_table_lookup (self->leaves, rk_record_get (record, "path"));
      if (leaf == NULL)
        {
          load_waiting (self, record);
          leaf = g_hash_table_lookup (self->leaves, rk_record_get (record, "path"));
        }
      else
        rk_response_load_leaf (self, leaf, record);
      g_hash_table_add (found, leaf);
    }
  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &leaf))
    if (!g_hash_table_contains (found, leaf))
      rk_response_load_leaf (self, leaf, NULL);
}

gboolean
rk_response_load (RkResponse *self, GError **error)
{
  g_autoptr (GPtrArray) rows =
      rk_store_list (self->store, "answer_row", "response = ?1", NULL, error, self->id, NULL);
  g_autoptr (GPtrArray) answers = NULL;

  if (rows == NULL)
    return FALSE;
  answers = rk_store_list (self->store, "answer", "response = ?1", NULL, error, self->id, NULL);
  if (answers == NULL)
    return FALSE;
  g_ptr_array_sort (rows, compare_rows);
  rk_form_instance_freeze (self->instance);
  load_rows (self, rows);
  load_answers (self, answers);
  rk_form_instance_thaw (self->instance);
  rk_response_look (self);
  return rk_response_load_files (self, error);
}

/* --- drafts ----------------------------------------------------------------------------------- */

static void
load_draft (RkResponse *self, RkLeaf *leaf, const char *text)
{
  g_autofree char *value = NULL;

  replace (&leaf->draft, text);
  value = rk_response_read_text (leaf->node, text);
  if (value != NULL && rk_response_fits (self, leaf->node, value))
    rk_form_instance_set_value (self->instance, leaf->node, value);
}

gboolean
rk_response_load_drafts (RkResponse *self, GError **error)
{
  g_autoptr (GHashTable) drafts = rk_store_get_drafts (self->store, self->id, error);
  GHashTableIter iter;
  const char *path, *text;

  if (drafts == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, (gpointer *) &path, (gpointer *) &text))
    {
      RkLeaf *leaf = g_hash_table_lookup (self->leaves, path);

      if (leaf != NULL && leaf->node != NULL)
        load_draft (self, leaf, text);
    }
  return TRUE;
}
