/* SPDX-License-Identifier: EUPL-1.2 */
/* The lists, pictures and sounds of a form: found beside it, kept with it, and given back to
 * whoever reads or shows the form, wherever it came from. */
#include "config.h"
#include "rk-blob.h"
#include "rk-file-type.h"
#include "rk-questionnaire-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

RkMedium *
rk_medium_new (const char *name)
{
  RkMedium *self = g_new0 (RkMedium, 1);

  self->public.name = g_strdup (name);
  self->public.size = -1;
  return self;
}

void
rk_medium_free (RkMedium *self)
{
  g_free (self->public.name);
  g_free (self->public.hash);
  g_free (self->public.type);
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

void
rk_form_file_free (RkFormFile *file)
{
  g_free (file->name);
  g_free (file->hash);
  g_free (file->type);
  g_free (file);
}

static RkMedium *
find_medium (GPtrArray *media, const char *name)
{
  for (guint i = 0; media != NULL && i < media->len; i++)
    {
      RkMedium *medium = g_ptr_array_index (media, i);

      if (g_str_equal (medium->public.name, name))
        return medium;
    }
  return NULL;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rk_medium_free);
}

/* --- where they are --------------------------------------------------------------------------- */

static gboolean
read_records (RkQuestionnaire *self, GPtrArray *media, GError **error)
{
  g_autoptr (GPtrArray) records = rk_store_list (self->store, "form_file", "questionnaire = ?1",
                                                 "name", error, self->record_id, NULL);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      RkRecord *record = g_ptr_array_index (records, i);
      RkMedium *medium = rk_medium_new (rk_record_get (record, "name"));

      medium->public.hash = g_strdup (rk_record_get (record, "hash"));
      medium->public.type = g_strdup (rk_record_get (record, "type"));
      medium->public.size = rk_record_get_int (record, "size", 0);
      g_ptr_array_add (media, medium);
    }
  return TRUE;
}

GPtrArray *
rk_questionnaire_get_media (RkQuestionnaire *self, GError **error)
{
  g_autoptr (GPtrArray) media = NULL;

  if (self->media != NULL)
    return self->media;
  media = new_list ();
  if (self->record_id != NULL && !read_records (self, media, error))
    return NULL;
  return self->media = g_steal_pointer (&media);
}

void
rk_questionnaire_find_media (RkQuestionnaire *self, const char *path, RkForm *form)
{
  g_autoptr (GPtrArray) names = rk_form_list_media (form);
  g_auto (GStrv) folders = rk_form_list_folders (path, NULL);

  self->media = new_list ();
  for (guint i = 0; i < names->len; i++)
    for (guint f = 0; folders[f] != NULL; f++)
      {
        const char *name = g_ptr_array_index (names, i);
        g_autofree char *file = g_build_filename (folders[f], name, NULL);
        GStatBuf info;
        RkMedium *medium;

        if (find_medium (self->media, name) != NULL || g_stat (file, &info) != 0 ||
            !S_ISREG (info.st_mode))
          continue;
        medium = rk_medium_new (name);
        medium->path = g_steal_pointer (&file);
        medium->public.size = info.st_size;
        g_ptr_array_add (self->media, medium);
      }
}

static GBytes *
read_path (const char *path, GError **error)
{
  char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, error) ? g_bytes_new_take (text, length) : NULL;
}

GBytes *
rk_questionnaire_dup_media (RkQuestionnaire *self, const char *name, GError **error)
{
  GPtrArray *media;
  RkMedium *medium;

  g_return_val_if_fail (RK_IS_QUESTIONNAIRE (self) && name != NULL, NULL);
  media = rk_questionnaire_get_media (self, error);
  medium = find_medium (media, name);
  if (medium == NULL)
    return NULL;
  if (medium->bytes != NULL)
    return g_bytes_ref (medium->bytes);
  if (medium->path != NULL)
    return read_path (medium->path, error);
  return rk_blob_get (self->store, medium->public.hash, error);
}

/* --- reading the form ------------------------------------------------------------------------- */

static RkFormSource form_source;

void
rk_questionnaire_set_source (RkFormSource source)
{
  form_source = source;
}

GBytes *
rk_questionnaire_supply (RkStore *store, const char *name)
{
  return form_source != NULL && store != NULL ? form_source (store, name) : NULL;
}

static GBytes *
load_cb (const char *name, gpointer data)
{
  RkQuestionnaire *self = data;
  GBytes *bytes = rk_questionnaire_dup_media (self, name, NULL);

  if (bytes != NULL)
    return bytes;
  bytes = rk_questionnaire_supply (self->store, name);
  self->supplied = self->supplied || bytes != NULL;
  return bytes;
}

RkForm *
rk_questionnaire_read_form (RkQuestionnaire *self, GPtrArray *messages, GError **error)
{
  const char *title = self->title != NULL ? self->title : self->form_id;

  return rk_form_new_with_loader (self->bytes, title != NULL
                                                   ? title
                                                   : _ ("form"), load_cb, self, messages, error);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  const RkMedium *one = *(RkMedium *const *) a, *other = *(RkMedium *const *) b;

  return strcmp (one->public.name, other->public.name);
}

char *
rk_questionnaire_dup_identity (RkQuestionnaire *self)
{
  g_autofree char *form = rk_form_hash (self->bytes);
  GPtrArray *media = rk_questionnaire_get_media (self, NULL);
  g_autoptr (GString) manifest = g_string_new (form);

  if (media == NULL || media->len == 0)
    return g_steal_pointer (&form);
  g_ptr_array_sort (media, compare_names);
  for (guint i = 0; i < media->len; i++)
    {
      const RkMedium *medium = g_ptr_array_index (media, i);

      g_string_append_printf (manifest, "\n%s %s", medium->public.hash, medium->public.name);
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, manifest->str, (gssize) manifest->len);
}

/* --- keeping ---------------------------------------------------------------------------------- */

static gboolean
keep_medium (RkMedium *medium, RkStore *store, GError **error)
{
  RkFormFile *file = &medium->public;

  if (medium->path != NULL)
    file->hash = rk_blob_put_file (store, medium->path, 0, error);
  else if (medium->bytes != NULL)
    file->hash = rk_blob_put (store, medium->bytes, error);
  if (file->hash == NULL)
    return FALSE;
  g_free (file->type);
  file->type = rk_file_type_guess (store, file->hash, file->name);
  g_clear_pointer (&medium->path, g_free);
  g_clear_pointer (&medium->bytes, g_bytes_unref);
  return TRUE;
}

/* A form that is kept elsewhere brings its files along. */
static gboolean
fetch_media (RkQuestionnaire *self, GPtrArray *media, RkStore *store, GError **error)
{
  if (self->store == NULL || self->store == store)
    return TRUE;
  for (guint i = 0; i < media->len; i++)
    {
      RkMedium *medium = g_ptr_array_index (media, i);

      if (medium->public.hash == NULL)
        continue;
      medium->bytes = rk_blob_get (self->store, medium->public.hash, error);
      if (medium->bytes == NULL)
        return FALSE;
      g_clear_pointer (&medium->public.hash, g_free);
    }
  return TRUE;
}

gboolean
rk_questionnaire_keep_media (RkQuestionnaire *self, RkStore *store, GError **error)
{
  GPtrArray *media = rk_questionnaire_get_media (self, error);

  if (media == NULL || !fetch_media (self, media, store, error))
    return FALSE;
  for (guint i = 0; i < media->len; i++)
    {
      RkMedium *medium = g_ptr_array_index (media, i);

      if (medium->public.hash == NULL && !keep_medium (medium, store, error))
        return FALSE;
    }
  if (media->len > 0)
    g_set_object (&self->store, store);
  return TRUE;
}

static void
collect_medium (const RkFormFile *file, RkChange *change, const char *id)
{
  g_autofree char *file_id = rk_store_name_id ("form_file", id, file->name, NULL);
  g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, file->size);

  rk_change_set (change, "form_file", file_id, "questionnaire", id, "name", file->name, "hash",
                 file->hash, "type", file->type, "size", size, NULL);
}

void
rk_questionnaire_collect_media (RkQuestionnaire *self, RkChange *change, const char *id)
{
  GPtrArray *media = rk_questionnaire_get_media (self, NULL);

  for (guint i = 0; media != NULL && i < media->len; i++)
    collect_medium (&((RkMedium *) g_ptr_array_index (media, i))->public, change, id);
}

/* --- listing and adding ----------------------------------------------------------------------- */

GPtrArray *
rk_questionnaire_list_media (RkQuestionnaire *self, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_file_free);
  g_autoptr (GPtrArray) names = NULL;
  GPtrArray *media;
  RkForm *form;

  g_return_val_if_fail (RK_IS_QUESTIONNAIRE (self), NULL);
  form = rk_questionnaire_get_form (self, error);
  media = form != NULL ? rk_questionnaire_get_media (self, error) : NULL;
  if (media == NULL)
    return NULL;
  names = rk_form_list_media (form);
  for (guint i = 0; i < names->len; i++)
    {
      const RkMedium *medium = find_medium (media, g_ptr_array_index (names, i));
      RkFormFile *file = g_new0 (RkFormFile, 1);

      file->name = g_strdup (g_ptr_array_index (names, i));
      file->hash = medium != NULL ? g_strdup (medium->public.hash) : NULL;
      file->type = medium != NULL ? g_strdup (medium->public.type) : NULL;
      file->size = medium != NULL ? medium->public.size : -1;
      g_ptr_array_add (list, file);
    }
  return g_steal_pointer (&list);
}

static gboolean
check_name (RkQuestionnaire *self, const char *name, GError **error)
{
  RkForm *form = rk_questionnaire_get_form (self, error);
  g_autoptr (GPtrArray) names = form != NULL ? rk_form_list_media (form) : NULL;
  g_autofree char *list = NULL;

  if (names == NULL)
    return FALSE;
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    return TRUE;
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  if (*list == '\0')
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 /* Translators: the title of a questionnaire, the name of a file. */
                 _ ("The questionnaire “%s” uses no files, so “%s” was not added."),
                    rk_questionnaire_get_title (self), name);
  else
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 /* Translators: the title of a questionnaire, the name of a file, a list of names
                  * of files. */
                 _ ("The questionnaire “%s” uses no file “%s”, so it was not added. It uses %s: "
                    "give the file one of these names."),
                    rk_questionnaire_get_title (self), name, list);
  return FALSE;
}

/* Puts @medium in the place of what has its name. */
static void
take_place (GPtrArray *media, RkMedium *medium)
{
  RkMedium *there = find_medium (media, medium->public.name);

  if (there != NULL)
    g_ptr_array_remove (media, there);
  g_ptr_array_add (media, medium);
}

/* A file that was missing. */
static gboolean
add_to_record (RkQuestionnaire *self, const RkMedium *medium, GError **error)
{
  g_autoptr (RkChange) change = rk_change_new (self->store, _ ("Add a file to a questionnaire"));

  collect_medium (&medium->public, change, self->record_id);
  return rk_change_apply (change, error);
}

/* A file with another content than before. */
static gboolean
add_as_newer (RkQuestionnaire *self, GError **error)
{
  g_autoptr (RkStore) store = g_object_ref (self->store);
  g_autofree char *former = g_steal_pointer (&self->record_id);
  g_autofree char *id = rk_questionnaire_keep (self, store, error);

  if (id != NULL)
    return TRUE;
  self->record_id = g_steal_pointer (&former);
  return FALSE;
}

/* The file at @path, its content in the workspace: (transfer full). */
static RkMedium *
keep_path (RkStore *store, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  RkMedium *medium = rk_medium_new (name);

  medium->path = g_strdup (path);
  if (keep_medium (medium, store, error))
    {
      medium->public.size = rk_blob_get_size (store, medium->public.hash);
      return medium;
    }
  rk_medium_free (medium);
  return NULL;
}

gboolean
rk_questionnaire_add_media (RkQuestionnaire *self, RkStore *store, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *kept = NULL;
  g_autoptr (RkForm) form = NULL;
  RkMedium *medium, *former;
  gboolean done;

  g_return_val_if_fail (RK_IS_QUESTIONNAIRE (self) && RK_IS_STORE (store), FALSE);
  if (!check_name (self, name, error))
    return FALSE;
  kept = rk_questionnaire_keep (self, store, error);
  medium = kept != NULL ? keep_path (store, path, error) : NULL;
  if (medium == NULL)
    return FALSE;
  former = find_medium (rk_questionnaire_get_media (self, NULL), name);
  if (former != NULL && g_str_equal (former->public.hash, medium->public.hash))
    {
      rk_medium_free (medium);
      return TRUE;
    }
  take_place (self->media, medium);
  form = rk_questionnaire_read_form (self, NULL, error);
  done = form != NULL &&
         (former != NULL ? add_as_newer (self, error) : add_to_record (self, medium, error));
  if (done)
    g_set_object (&self->form, form);
  else
    g_clear_pointer (&self->media, g_ptr_array_unref); /* it is read from the workspace again */
  return done;
}
