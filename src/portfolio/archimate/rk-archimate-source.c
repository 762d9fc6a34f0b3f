/* SPDX-License-Identifier: EUPL-1.2 */
/* The bytes of a model: of a file, or of memory. */
#include "config.h"
#include "rk-archimate-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE (64 * 1024)

struct _RkArchimateSource
{
  char *path;
  int fd;
  goffset size;
  goffset done;
  char *piece;
  GBytes *bytes; /* (nullable): of memory */
  GChecksum *checksum;
};

static gboolean
fail (GError **error, int code, const char *format, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, RK_ERROR, code, format, name);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
check (int fd, const char *path, goffset *size, GError **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    return fail (error, RK_ERROR_INVALID,
                 /* Translators: the name of a file. */
                 _ ("“%s” was not imported: it is not a file. Choose a file with a model."), path);
  if (info.st_size > RK_ARCHIMATE_MAX_BYTES)
    return fail (error, RK_ERROR_TOO_LARGE,
                 /* Translators: the name of a file. */
                 _ ("“%s” was not imported: it is larger than 256 MB. Export only the model that "
                    "you need."),
                    path);
  *size = info.st_size;
  return TRUE;
}

RkArchimateSource *
rk_archimate_source_open (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  goffset size = 0;
  RkArchimateSource *self;

  if (fd < 0)
    {
      fail (error, RK_ERROR_NOT_FOUND,
            /* Translators: the name of a file. */
            _ ("“%s” was not imported: the file is not there, or you may not read it."), path);
      return NULL;
    }
  if (!check (fd, path, &size, error))
    {
      close (fd);
      return NULL;
    }
  self = g_new0 (RkArchimateSource, 1);
  self->path = g_strdup (path);
  self->fd = fd;
  self->size = size;
  self->piece = g_malloc (PIECE);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return self;
}

RkArchimateSource *
rk_archimate_source_new (GBytes *bytes)
{
  RkArchimateSource *self = g_new0 (RkArchimateSource, 1);

  self->fd = -1;
  self->bytes = g_bytes_ref (bytes);
  self->size = (goffset) g_bytes_get_size (bytes);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return self;
}

void
rk_archimate_source_free (RkArchimateSource *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_checksum_free (self->checksum);
  g_free (self->piece);
  g_free (self->path);
  g_free (self);
}

goffset
rk_archimate_source_get_size (RkArchimateSource *self)
{
  return self->size;
}

static gssize
read_piece (RkArchimateSource *self, const char **data, GError **error)
{
  gssize length;

  if (self->bytes != NULL)
    {
      if (self->done < self->size)
        *data = (const char *) g_bytes_get_data (self->bytes, NULL) + self->done;
      return (gssize) MIN (self->size - self->done, PIECE);
    }
  do
    length = read (self->fd, self->piece, PIECE);
  while (length < 0 && errno == EINTR);
  *data = self->piece;
  if (length >= 0 && self->done + length <= RK_ARCHIMATE_MAX_BYTES)
    return length;
  fail (error, RK_ERROR_FAILED,
        /* Translators: the name of a file. */
        _ ("“%s” was not imported: the file changes, or the disk does not give it. Try again."),
           self->path);
  return -1;
}

gssize
rk_archimate_source_read (RkArchimateSource *self, const char **data, GError **error)
{
  gssize length = read_piece (self, data, error);

  if (length > 0)
    {
      g_checksum_update (self->checksum, (const guchar *) *data, length);
      self->done += length;
    }
  return length;
}

const char *
rk_archimate_source_get_hash (RkArchimateSource *self)
{
  return g_checksum_get_string (self->checksum);
}
