/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct _RkArchive
{
  char *target;
  char *temporary;     /* a file or a folder beside the target */
  struct archive *zip; /* (nullable) */
  FILE *file;          /* (nullable): the file of a folder that is being written */
  GPtrArray *written;  /* paths, to remove from the last on after a failure */
  gboolean finished;
};

gboolean
rk_archive_set_error (const char *target, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (target);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, RK_ERROR, RK_ERROR_FULL,
                 /* Translators: %s is the name of a file or folder. */
                 _ ("“%s” was not written: the disk is full. Make room and try again."), name);
  else
    g_set_error (error, RK_ERROR, RK_ERROR_FAILED,
                 /* Translators: the first %s is the name of a file or folder, the second a
                  * technical cause. */
                 _ ("“%s” was not written: %s. Choose another place and try again."), name,
                    g_strerror (code));
  return FALSE;
}

static gboolean
fail (RkArchive *self, int code, GError **error)
{
  return rk_archive_set_error (self->target, code, error);
}

static gboolean
is_taken (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return g_file_test (folder, G_FILE_TEST_EXISTS) && (dir == NULL || g_dir_read_name (dir) != NULL);
}

static gboolean
start_zip (RkArchive *self, GError **error)
{
  int fd = g_mkstemp_full (self->temporary, O_RDWR, 0600);

  if (fd < 0)
    return fail (self, errno, error);
  close (fd);
  g_ptr_array_add (self->written, g_strdup (self->temporary));
  self->zip = archive_write_new ();
  archive_write_set_format_zip (self->zip);
  if (archive_write_open_filename (self->zip, self->temporary) == ARCHIVE_OK)
    return TRUE;
  return fail (self, archive_errno (self->zip), error);
}

static gboolean
start_folder (RkArchive *self, GError **error)
{
  if (is_taken (self->target))
    {
      g_autofree char *name = g_path_get_basename (self->target);

      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   /* Translators: %s is the name of a folder. */
                   _ ("“%s” already holds something. Nothing was written. Choose an empty folder."),
                      name);
      return FALSE;
    }
  return g_mkdtemp_full (self->temporary, 0700) != NULL || fail (self, errno, error);
}

RkArchive *
rk_archive_new (const char *target, GError **error)
{
  g_autoptr (RkArchive) self = g_new0 (RkArchive, 1);
  g_autofree char *folder = NULL;
  gboolean ok;

  self->target = g_canonicalize_filename (target, NULL);
  self->temporary = g_strconcat (self->target, ".XXXXXX", NULL);
  self->written = g_ptr_array_new_with_free_func (g_free);
  folder = g_path_get_dirname (self->target);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail (self, errno, error);
      return NULL;
    }
  ok = g_str_has_suffix (target, ".zip") ? start_zip (self, error) : start_folder (self, error);
  return ok ? g_steal_pointer (&self) : NULL;
}

void
rk_archive_free (RkArchive *self)
{
  if (self->file != NULL)
    fclose (self->file);
  if (self->zip != NULL)
    archive_write_free (self->zip);
  for (guint i = self->written->len; !self->finished && i > 0; i--)
    g_remove (g_ptr_array_index (self->written, i - 1));
  if (!self->finished)
    g_rmdir (self->temporary);
  g_ptr_array_unref (self->written);
  g_free (self->target);
  g_free (self->temporary);
  g_free (self);
}

/* @size -1: not known yet, and worth compressing. */
static gboolean
begin_in_zip (RkArchive *self, const char *name, gint64 size, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int rc;

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_mtime (entry, g_get_real_time () / G_USEC_PER_SEC, 0);
  if (size >= 0)
    archive_entry_set_size (entry, size);
  if (size >= 0)
    archive_write_zip_set_compression_store (self->zip);
  else
    archive_write_zip_set_compression_deflate (self->zip);
  rc = archive_write_header (self->zip, entry);
  archive_entry_free (entry);
  return rc == ARCHIVE_OK || fail (self, archive_errno (self->zip), error);
}

static gboolean
end_file (RkArchive *self, GError **error)
{
  FILE *file = g_steal_pointer (&self->file);
  gboolean ok;

  if (file == NULL)
    return TRUE;
  ok = fflush (file) == 0 && fsync (fileno (file)) == 0;
  if (!ok)
    fail (self, errno, error);
  fclose (file);
  return ok;
}

static gboolean
make_folder (RkArchive *self, const char *folder, GError **error)
{
  if (g_mkdir (folder, 0700) == 0)
    g_ptr_array_add (self->written, g_strdup (folder));
  else if (errno != EEXIST)
    return fail (self, errno, error);
  return TRUE;
}

static gboolean
begin_in_folder (RkArchive *self, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->temporary, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (!end_file (self, error) || !make_folder (self, folder, error))
    return FALSE;
  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (self, errno, error);
  self->file = fdopen (fd, "w");
  g_ptr_array_add (self->written, g_steal_pointer (&path));
  return TRUE;
}

gboolean
rk_archive_begin (RkArchive *self, const char *name, GError **error)
{
  return self->zip != NULL ? begin_in_zip (self, name, -1, error)
                           : begin_in_folder (self, name, error);
}

gboolean
rk_archive_begin_file (RkArchive *self, const char *name, gint64 size, GError **error)
{
  return self->zip != NULL ? begin_in_zip (self, name, size, error)
                           : begin_in_folder (self, name, error);
}

gboolean
rk_archive_write (RkArchive *self, const char *text, gsize length, GError **error)
{
  if (self->zip != NULL && archive_write_data (self->zip, text, length) < 0)
    return fail (self, archive_errno (self->zip), error);
  if (self->file != NULL && fwrite (text, 1, length, self->file) != length)
    return fail (self, errno, error);
  return TRUE;
}

gboolean
rk_archive_finish (RkArchive *self, GError **error)
{
  if (self->zip != NULL && archive_write_close (self->zip) != ARCHIVE_OK)
    return fail (self, archive_errno (self->zip), error);
  if (!end_file (self, error))
    return FALSE;
  if (g_rename (self->temporary, self->target) != 0)
    return fail (self, errno, error);
  self->finished = TRUE;
  return TRUE;
}
