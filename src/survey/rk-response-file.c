/* SPDX-License-Identifier: EUPL-1.2 */
/* Files as answers.
 *
 * The idea: a leaf has a file as long as its value is the file's name. So whatever empties or
 * changes the answer (a person, undo, an action of the form) takes the file along, and a question
 * that is hidden keeps both. */
#include "config.h"
#include "rk-blob.h"
#include "rk-file-type.h"
#include "rk-response-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
rk_response_file_free (RkResponseFile *file)
{
  g_free (file->node_path);
  g_free (file->name);
  g_free (file->hash);
  g_free (file->type);
  g_free (file);
}

RkResponseFile *
rk_response_file_copy (const RkResponseFile *file)
{
  RkResponseFile *copy = NULL;

  if (file == NULL)
    return NULL;
  copy = g_new0 (RkResponseFile, 1);
  copy->node_path = g_strdup (file->node_path);
  copy->name = g_strdup (file->name);
  copy->hash = g_strdup (file->hash);
  copy->type = g_strdup (file->type);
  copy->size = file->size;
  return copy;
}

static void
set_file (RkResponseFile **place, const RkResponseFile *file)
{
  RkResponseFile *copy = rk_response_file_copy (file);

  g_clear_pointer (place, rk_response_file_free);
  *place = copy;
}

void
rk_response_free_leaf_files (RkLeaf *leaf)
{
  g_clear_pointer (&leaf->file, rk_response_file_free);
  g_clear_pointer (&leaf->stored_file, rk_response_file_free);
}

const RkResponseFile *
rk_response_peek_file (const RkLeaf *leaf)
{
  if (leaf->node == NULL)
    return leaf->stored_file;
  if (leaf->file != NULL &&
      g_str_equal (leaf->file->name, rk_form_node_get_stored_value (leaf->node)))
    return leaf->file;
  return NULL;
}

static char *
dup_record_id (RkResponse *self, const RkLeaf *leaf)
{
  return rk_store_name_id ("file", self->id, leaf->path, NULL);
}

/* --- from the workspace ----------------------------------------------------------------------- */

static void
load_file (RkLeaf *leaf, RkRecord *record, gboolean discarding)
{
  g_autoptr (RkResponseFile) file = NULL;

  if (record != NULL)
    {
      file = g_new0 (RkResponseFile, 1);
      file->name = g_strdup (rk_record_get (record, "name"));
      file->hash = g_strdup (rk_record_get (record, "hash"));
      file->type = g_strdup (rk_record_get (record, "type"));
      file->size = rk_record_get_int (record, "size", 0);
    }
  set_file (&leaf->stored_file, file);
  if (discarding)
    leaf->file_pending = FALSE;
  if (!leaf->file_pending) /* what a full disk refused stays until it can be written */
    set_file (&leaf->file, file);
}

gboolean
rk_response_load_files (RkResponse *self, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) records =
      rk_store_list (self->store, "response_file", "response = ?1", NULL, error, self->id, NULL);
  GHashTableIter iter;
  RkLeaf *leaf;

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      RkRecord *record = g_ptr_array_index (records, i);

      leaf = g_hash_table_lookup (self->leaves, rk_record_get (record, "path"));
      if (leaf == NULL)
        continue;
      load_file (leaf, record, self->discarding);
      g_hash_table_add (found, leaf);
    }
  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &leaf))
    if ((leaf->stored_file != NULL || leaf->file != NULL) && !g_hash_table_contains (found, leaf))
      load_file (leaf, NULL, self->discarding);
  return TRUE;
}

static RkLeaf *
find_leaf_of_file (RkResponse *self, const char *id)
{
  GHashTableIter iter;
  RkLeaf *leaf;

  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &leaf))
    if (leaf->stored_file != NULL)
      {
        g_autofree char *record_id = dup_record_id (self, leaf);

        if (g_str_equal (record_id, id))
          return leaf;
      }
  return NULL;
}

void
rk_response_follow_file (RkResponse *self, const char *id)
{
  g_autoptr (RkRecord) record = rk_store_get (self->store, "response_file", id, NULL);
  RkLeaf *leaf = record != NULL ? g_hash_table_lookup (self->leaves, rk_record_get (record, "path"))
                                : find_leaf_of_file (self, id);

  if (record != NULL && g_strcmp0 (rk_record_get (record, "response"), self->id) != 0)
    return;
  if (leaf != NULL)
    load_file (leaf, record, FALSE);
}

/* --- to the workspace ------------------------------------------------------------------------- */

static gboolean
is_same (const RkResponseFile *one, const RkResponseFile *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return g_str_equal (one->name, other->name) && g_str_equal (one->hash, other->hash);
}

void
rk_response_collect_file (RkResponse *self, const RkLeaf *leaf, gboolean gone, RkChange *change)
{
  const RkResponseFile *file = gone ? NULL : rk_response_peek_file (leaf);
  g_autofree char *id = NULL, *size = NULL;

  if (is_same (file, leaf->stored_file))
    return;
  id = dup_record_id (self, leaf);
  if (file == NULL)
    {
      rk_change_delete (change, "response_file", id);
      return;
    }
  size = g_strdup_printf ("%" G_GINT64_FORMAT, file->size);
  rk_change_set (change, "response_file", id, "response", self->id, "path", leaf->path, "name",
                 file->name, "hash", file->hash, "type", file->type, "size", size, NULL);
}

void
rk_response_mark_file_saved (RkLeaf *leaf)
{
  const RkResponseFile *file = rk_response_peek_file (leaf);

  leaf->file_pending = FALSE;
  if (!is_same (file, leaf->stored_file))
    set_file (&leaf->stored_file, file);
}

/* --- names ------------------------------------------------------------------------------------ */

static gboolean
is_same_name (const char *one, const char *other)
{
  g_autofree char *a = g_utf8_casefold (one, -1), *b = g_utf8_casefold (other, -1);

  return g_str_equal (a, b);
}

/* The names of the other leaves, and those that a submission has of its own. */
static gboolean
is_taken (RkResponse *self, const RkLeaf *but, const char *name)
{
  GHashTableIter iter;
  RkLeaf *leaf;

  if (is_same_name (name, "submission.xml") || is_same_name (name, "audit.csv"))
    return TRUE;
  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &leaf))
    if (leaf != but && leaf->file != NULL && is_same_name (leaf->file->name, name))
      return TRUE;
  return FALSE;
}

static char *
dup_free_name (RkResponse *self, const RkLeaf *leaf, const char *name)
{
  g_autofree char *clean = rk_file_name_clean (name);

  for (guint i = 1; is_taken (self, leaf, clean); i++)
    {
      g_autofree char *wanted = rk_file_name_clean (name);

      g_free (clean);
      clean = rk_file_name_number (wanted, i);
    }
  return g_steal_pointer (&clean);
}

const RkResponseFile *
rk_response_find_file (RkResponse *self, const char *name)
{
  GHashTableIter iter;
  RkLeaf *leaf;

  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &leaf))
    {
      const RkResponseFile *file = rk_response_peek_file (leaf);

      if (file != NULL && g_str_equal (file->name, name))
        return file;
    }
  return NULL;
}

/* --- attaching -------------------------------------------------------------------------------- */

static gboolean
check_type (RkFormNode *node, const char *name, const char *type, GError **error)
{
  const RkControl *control = rk_form_node_get_control (node);

  if (control == NULL || control->type != RK_CONTROL_UPLOAD)
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 /* Translators: the name of a file. */
                 _ ("This question does not ask for a file, so “%s” was not added."), name);
  else if (rk_file_type_is_accepted (type, control->mediatype))
    return TRUE;
  else if (g_str_has_prefix (control->mediatype, "image/"))
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 /* Translators: the name of a file. */
                 _ ("“%s” is not a picture. Choose a picture."), name);
  else if (g_str_has_prefix (control->mediatype, "audio/"))
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 /* Translators: the name of a file. */
                 _ ("“%s” is not a sound recording. Choose a sound recording."), name);
  else if (g_str_has_prefix (control->mediatype, "video/"))
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 /* Translators: the name of a file. */
                 _ ("“%s” is not a film. Choose a film."), name);
  else
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 /* Translators: the name of a file, a kind of file such as “application/pdf”. */
                 _ ("“%s” is not a file of the kind that is asked for (%s). Choose another file."),
                    name, control->mediatype);
  return FALSE;
}

gboolean
rk_response_stage_file (RkResponse *self, RkLeaf *leaf, RkResponseFile *file, GError **error)
{
  char *name = dup_free_name (self, leaf, file->name);

  g_free (file->name);
  file->name = name;
  switch (rk_form_instance_set_value (self->instance, leaf->node, name))
    {
    case RK_REJECT_NONE: break;
    case RK_REJECT_NOT_RELEVANT:
      rk_form_instance_restore_value (self->instance, leaf->node, name);
      break;
    default:
      rk_response_file_free (file);
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("This answer cannot be changed: the questionnaire fills it in itself."));
      return FALSE;
    }
  g_clear_pointer (&leaf->file, rk_response_file_free);
  leaf->file = file;
  leaf->file_pending = TRUE;
  leaf->entered = TRUE;
  g_clear_pointer (&leaf->raw, g_free);
  return TRUE;
}

static gboolean
check_path (RkFormNode *node, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *type = rk_file_type_guess_path (path);

  /* A file that is not there has no type: storing it says so. */
  return !g_file_test (path, G_FILE_TEST_IS_REGULAR) || check_type (node, name, type, error);
}

/* Takes @hash. */
static RkResponseFile *
new_file (RkResponse *self, const char *name, char *hash, const char *type)
{
  RkResponseFile *file = g_new0 (RkResponseFile, 1);

  file->name = g_strdup (name);
  file->hash = hash;
  file->type = g_strdup (type);
  file->size = rk_blob_get_size (self->store, hash);
  return file;
}

RkResponseFile *
rk_response_take_path (RkResponse *self, RkFormNode *node, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *type = rk_file_type_guess_path (path);
  char *hash;

  if (!check_path (node, path, error))
    return NULL;
  hash = rk_blob_put_file (self->store, path, 0, error);
  return hash != NULL ? new_file (self, name, hash, type) : NULL;
}

gboolean
rk_response_stage_audit (RkResponse *self, GError **error)
{
  g_autofree char *csv = rk_response_dup_audit (self);
  RkFormNode *node = csv != NULL ? rk_response_find_meta (self, "audit") : NULL;
  RkLeaf *leaf = node != NULL ? rk_response_find_leaf (self, node) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *hash;

  if (leaf == NULL)
    return TRUE;
  bytes = g_bytes_new (csv, strlen (csv));
  hash = rk_blob_put (self->store, bytes, error);
  if (hash == NULL)
    return FALSE;
  rk_form_instance_restore_value (self->instance, node, "audit.csv");
  g_clear_pointer (&leaf->file, rk_response_file_free);
  leaf->file = new_file (self, "audit.csv", hash, "text/csv");
  leaf->file_pending = TRUE;
  return TRUE;
}

static gboolean
attach (RkResponse *self, RkLeaf *leaf, RkResponseFile *file, GError **error)
{
  g_autofree char *label = rk_response_dup_step_label (self, leaf->node);

  return rk_response_stage_file (self, leaf, file, error) && rk_response_save (self, label, error);
}

gboolean
rk_response_attach (RkResponse *self, RkFormNode *node, const char *path, GError **error)
{
  RkResponseFile *file;
  RkLeaf *leaf;

  g_return_val_if_fail (RK_IS_RESPONSE (self) && RK_IS_FORM_NODE (node) && path != NULL, FALSE);
  leaf = rk_response_find_leaf (self, node);
  if (!rk_response_check_open (self, error))
    return FALSE;
  if (leaf == NULL)
    return TRUE; /* its row was removed while the file was being chosen */
  file = rk_response_take_path (self, node, path, error);
  return file != NULL && attach (self, leaf, file, error);
}

gboolean
rk_response_check_file (RkResponse *self, RkFormNode *node, const char *path, GError **error)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self) && RK_IS_FORM_NODE (node) && path != NULL, FALSE);
  return rk_response_check_open (self, error) && check_path (node, path, error);
}

gboolean
rk_response_attach_kept (RkResponse *self, RkFormNode *node, const char *path, const char *hash,
                         GError **error)
{
  g_autofree char *name = NULL, *type = NULL;
  RkLeaf *leaf;

  g_return_val_if_fail (RK_IS_RESPONSE (self) && RK_IS_FORM_NODE (node), FALSE);
  g_return_val_if_fail (path != NULL && hash != NULL, FALSE);
  leaf = rk_response_find_leaf (self, node);
  if (!rk_response_check_open (self, error))
    return FALSE;
  if (leaf == NULL)
    return TRUE;
  name = g_filename_display_basename (path);
  type = rk_file_type_guess_path (path);
  return attach (self, leaf, new_file (self, name, g_strdup (hash), type), error);
}

gboolean
rk_response_attach_bytes (RkResponse *self, RkFormNode *node, GBytes *bytes, const char *name,
                          GError **error)
{
  g_autofree char *type = NULL;
  RkLeaf *leaf;
  char *hash;

  g_return_val_if_fail (RK_IS_RESPONSE (self) && RK_IS_FORM_NODE (node), FALSE);
  g_return_val_if_fail (bytes != NULL && name != NULL, FALSE);
  leaf = rk_response_find_leaf (self, node);
  type = rk_file_type_guess_bytes (bytes, name);
  if (!rk_response_check_open (self, error))
    return FALSE;
  if (leaf == NULL)
    return TRUE;
  if (!check_type (node, name, type, error))
    return FALSE;
  hash = rk_blob_put (self->store, bytes, error);
  return hash != NULL && attach (self, leaf, new_file (self, name, hash, type), error);
}

gboolean
rk_response_detach (RkResponse *self, RkFormNode *node, GError **error)
{
  return rk_response_enter_value (self, node, "", error);
}

/* --- looking ---------------------------------------------------------------------------------- */

RkResponseFile *
rk_response_get_file (RkResponse *self, RkFormNode *node)
{
  RkLeaf *leaf;
  RkResponseFile *file;

  g_return_val_if_fail (RK_IS_RESPONSE (self) && RK_IS_FORM_NODE (node), NULL);
  leaf = rk_response_find_leaf (self, node);
  file = leaf != NULL ? rk_response_file_copy (rk_response_peek_file (leaf)) : NULL;
  if (file == NULL)
    return NULL;
  file->node_path = g_strdup (rk_form_node_get_path (node));
  file->relevant = rk_form_node_get_relevant (node);
  return file;
}

GBytes *
rk_response_dup_file (RkResponse *self, RkFormNode *node, GError **error)
{
  g_autoptr (RkResponseFile) file = rk_response_get_file (self, node);

  return file != NULL ? rk_blob_get (self->store, file->hash, error) : NULL;
}

static void
list_below (RkResponse *self, RkFormNode *node, GPtrArray *files)
{
  GListModel *children;
  RkResponseFile *file;

  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    {
      file = rk_response_get_file (self, node);
      if (file != NULL)
        g_ptr_array_add (files, file);
      return;
    }
  children = rk_form_node_get_children (node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      list_below (self, child, files);
    }
}

GPtrArray *
rk_response_list_files (RkResponse *self, GError **error)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_response_file_free);

  g_return_val_if_fail (RK_IS_RESPONSE (self), files);
  list_below (self, rk_form_instance_get_root (self->instance), files);
  return files;
}

guint
rk_response_get_max_pixels (RkResponse *self, RkFormNode *node)
{
  RkForm *form = rk_form_instance_get_form (self->instance);
  const char *text = rk_form_get_bind_attribute_ns (form, rk_form_node_get_nodeset (node),
                                                    RK_ORX_NS, "max-pixels");

  return text != NULL ? (guint) CLAMP (g_ascii_strtoll (text, NULL, 10), 0, G_MAXINT) : 0;
}
