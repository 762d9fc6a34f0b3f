/* SPDX-License-Identifier: EUPL-1.2 */
/* Bytes in a table of their own, beside the records.
 *
 * What is kept is read twice: once for its name, once to write it; so that a large file is never
 * whole in memory, and one that is there already costs no write. */
#include "config.h"
#include "rk-blob.h"
#include "rk-archive.h"
#include "rk-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PIECE (256 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_blob, sqlite3_blob_close)

/* Bytes on their way in. */
typedef struct
{
  GInputStream *stream; /* can be read again */
  char *name;           /* for messages */
  goffset size;
  const char *read_only; /* (nullable): the workspace when it must not change */
} Source;

static void
source_clear (Source *source)
{
  g_clear_object (&source->stream);
  g_free (source->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

/* --- reading what is to be kept --------------------------------------------------------------- */

static gboolean
refuse_unreadable (Source *source, const char *cause, GError **error)
{
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               /* Translators: the name of a file, a technical cause. */
               _ ("The file “%s” could not be read: %s. Check that you may open it and try again."),
                  source->name, cause);
  return FALSE;
}

static gboolean
refuse_changing (Source *source, GError **error)
{
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               /* Translators: the name of a file. */
               _ ("The file “%s” changed while it was being read. Close it in other programs and "
                  "try again."),
                  source->name);
  return FALSE;
}

/* Calls @sink for each piece, from the start; the number of bytes has to be the one announced. */
static gboolean
pump (Source *source, RkBlobSink sink, gpointer user_data, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  g_autoptr (GError) local_error = NULL;
  goffset total = 0;
  gssize n;

  if (!g_seekable_seek (G_SEEKABLE (source->stream), 0, G_SEEK_SET, NULL, &local_error))
    return refuse_unreadable (source, local_error->message, error);
  while ((n = g_input_stream_read (source->stream, piece, PIECE, NULL, &local_error)) > 0)
    {
      total += n;
      if (total > source->size)
        return refuse_changing (source, error);
      if (!sink (piece, (gsize) n, user_data, error))
        return FALSE;
    }
  if (n < 0)
    return refuse_unreadable (source, local_error->message, error);
  return total == source->size || refuse_changing (source, error);
}

static gboolean
checksum_cb (gconstpointer data, gsize length, gpointer checksum, GError **error)
{
  g_checksum_update (checksum, data, (gssize) length);
  return TRUE;
}

/* --- writing ---------------------------------------------------------------------------------- */

typedef struct
{
  sqlite3_blob *blob;
  GChecksum *checksum;
  int offset;
} Writing;

static gboolean
write_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  Writing *writing = user_data;
  int offset = writing->offset;

  g_checksum_update (writing->checksum, data, (gssize) length);
  writing->offset += (int) length;
  return sqlite3_blob_write (writing->blob, data, (int) length, offset) == SQLITE_OK;
}

/* A row with room for the bytes: its number, or 0. */
static gint64
make_room (sqlite3 *db, const char *hash, goffset size, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (db, error,
                      "INSERT INTO rk_blob (hash, size, content) VALUES (?1, ?2, zeroblob (?2))",
                      "si", hash, (gint64) size);

  return stmt != NULL && rk_sql_run (stmt, error) ? sqlite3_last_insert_rowid (db) : 0;
}

static gboolean
fill (sqlite3 *db, gint64 number, Source *source, const char *hash, GError **error)
{
  g_autoptr (sqlite3_blob) blob = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) local_error = NULL;
  Writing writing = { NULL, checksum, 0 };

  if (sqlite3_blob_open (db, "main", "rk_blob", "content", number, 1, &blob) != SQLITE_OK)
    return rk_sql_fail (db, error);
  writing.blob = blob;
  if (!pump (source, write_cb, &writing, &local_error))
    {
      if (local_error == NULL) /* the sink: the workspace could not be written */
        return rk_sql_fail (db, error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return g_str_equal (g_checksum_get_string (checksum), hash) || refuse_changing (source, error);
}

static gboolean
is_kept (sqlite3 *db, const char *hash)
{
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (db, NULL, "SELECT 1 FROM rk_blob WHERE hash = ?1", "s", hash);

  return stmt != NULL && rk_sql_next (stmt, NULL);
}

static gboolean
keep_in_transaction (sqlite3 *db, Source *source, const char *hash, GError **error)
{
  gint64 number;

  if (is_kept (db, hash)) /* another process was first */
    return TRUE;
  number = make_room (db, hash, source->size, error);
  return number != 0 && fill (db, number, source, hash, error);
}

static gboolean
keep (sqlite3 *db, Source *source, const char *hash, GError **error)
{
  if (source->read_only != NULL)
    {
      rk_store_set_file_error (error, RK_ERROR_READ_ONLY, source->read_only);
      return FALSE;
    }
  if (!rk_sql_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (keep_in_transaction (db, source, hash, error) && rk_sql_exec (db, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static char *
put (sqlite3 *db, Source *source, goffset limit, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *hash;

  if (limit <= 0 || limit > RK_BLOB_MAX)
    limit = RK_BLOB_MAX;
  if (source->size > limit)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
                   /* Translators: the name of a file, then a number of megabytes. */
                   _ ("The file “%s” is larger than %d MB and was not added. Choose a smaller "
                      "file."),
                      source->name, (int) (limit / (1024 * 1024)));
      return NULL;
    }
  if (!pump (source, checksum_cb, checksum, error))
    return NULL;
  hash = g_checksum_get_string (checksum);
  if (!is_kept (db, hash) && !keep (db, source, hash, error))
    return NULL;
  return g_strdup (hash);
}

char *
rk_blob_put (RkStore *store, GBytes *bytes, GError **error)
{
  g_auto (Source) source = { NULL };

  g_return_val_if_fail (RK_IS_STORE (store) && bytes != NULL, NULL);
  source.stream = g_memory_input_stream_new_from_bytes (bytes);
  source.name = g_strdup (_ ("unnamed"));
  source.size = (goffset) g_bytes_get_size (bytes);
  source.read_only = store->read_only ? store->path : NULL;
  return put (store->db, &source, 0, error);
}

static gboolean
open_file (Source *source, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) local_error = NULL;
  GStatBuf info;

  source->name = g_filename_display_basename (path);
  if (g_stat (path, &info) != 0)
    {
      g_set_error (
          error, RK_ERROR, RK_ERROR_NOT_FOUND,
          /* Translators: the name of a file. */
          _ ("There is no file “%s”. It may have been moved or renamed. Choose where it is "
                      "now."),
             source->name);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    return refuse_unreadable (source, _ ("it is not a file"), error);
  source->size = info.st_size;
  source->stream = G_INPUT_STREAM (g_file_read (file, NULL, &local_error));
  return source->stream != NULL || refuse_unreadable (source, local_error->message, error);
}

char *
rk_blob_put_file (RkStore *store, const char *path, goffset limit, GError **error)
{
  g_auto (Source) source = { NULL };

  g_return_val_if_fail (RK_IS_STORE (store) && path != NULL, NULL);
  source.read_only = store->read_only ? store->path : NULL;
  return open_file (&source, path, error) ? put (store->db, &source, limit, error) : NULL;
}

char *
rk_blob_put_file_apart (const char *workspace, const char *path, goffset limit, GError **error)
{
  g_auto (Source) source = { NULL };
  g_autoptr (sqlite3) db = NULL;

  g_return_val_if_fail (workspace != NULL && path != NULL, NULL);
  if (!open_file (&source, path, error))
    return NULL;
  db = rk_store_connect (workspace, RK_STORE_OPEN_EXISTING, error);
  return db != NULL ? put (db, &source, limit, error) : NULL;
}

/* --- reading what is kept --------------------------------------------------------------------- */

static gint64
find_number (RkStore *store, const char *hash, GError **error)
{
  sqlite3_stmt *stmt =
      rk_store_statement (store, "SELECT number FROM rk_blob WHERE hash = ?1", error);
  gint64 number = 0;

  if (stmt == NULL)
    return 0;
  sqlite3_bind_text (stmt, 1, hash, -1, SQLITE_TRANSIENT);
  if (rk_sql_next (stmt, error))
    number = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return number;
}

gboolean
rk_blob_exists (RkStore *store, const char *hash)
{
  g_return_val_if_fail (RK_IS_STORE (store) && hash != NULL, FALSE);
  return find_number (store, hash, NULL) != 0;
}

gint64
rk_blob_get_size (RkStore *store, const char *hash)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (RK_IS_STORE (store) && hash != NULL, -1);
  stmt = rk_sql_prepare (store->db, NULL, "SELECT size FROM rk_blob WHERE hash = ?1", "s", hash);
  return stmt != NULL && rk_sql_next (stmt, NULL) ? sqlite3_column_int64 (stmt, 0) : -1;
}

static sqlite3_blob *
open_blob (RkStore *store, const char *hash, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 number = find_number (store, hash, &local_error);
  g_autoptr (sqlite3_blob) blob = NULL;

  if (number == 0 && local_error == NULL)
    g_set_error (&local_error, RK_ERROR, RK_ERROR_NOT_FOUND,
                 _ ("This file is not in the workspace. Restore a backup that holds it."));
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (sqlite3_blob_open (store->db, "main", "rk_blob", "content", number, 0, &blob) !=
           SQLITE_OK)
    rk_sql_fail (store->db, error);
  return g_steal_pointer (&blob);
}

gboolean
rk_blob_read (RkStore *store, const char *hash, RkBlobSink sink, gpointer user_data, GError **error)
{
  g_autoptr (sqlite3_blob) blob = NULL;
  g_autofree char *piece = g_malloc (PIECE);
  int size;

  g_return_val_if_fail (RK_IS_STORE (store) && hash != NULL, FALSE);
  blob = open_blob (store, hash, error);
  if (blob == NULL)
    return FALSE;
  size = sqlite3_blob_bytes (blob);
  for (int offset = 0; offset < size; offset += PIECE)
    {
      int length = MIN (PIECE, size - offset);

      if (sqlite3_blob_read (blob, piece, length, offset) != SQLITE_OK)
        return rk_sql_fail (store->db, error);
      if (!sink (piece, (gsize) length, user_data, error))
        return FALSE;
    }
  return TRUE;
}

GBytes *
rk_blob_get (RkStore *store, const char *hash, GError **error)
{
  g_autoptr (sqlite3_blob) blob = NULL;
  g_autofree char *content = NULL;
  int size;

  g_return_val_if_fail (RK_IS_STORE (store) && hash != NULL, NULL);
  blob = open_blob (store, hash, error);
  if (blob == NULL)
    return NULL;
  size = sqlite3_blob_bytes (blob);
  content = g_malloc ((gsize) size);
  if (sqlite3_blob_read (blob, content, size, 0) == SQLITE_OK)
    return g_bytes_new_take (g_steal_pointer (&content), (gsize) size);
  rk_sql_fail (store->db, error);
  return NULL;
}

/* --- leaving ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *path;
  int fd;
} Leaving;

static gboolean
leave_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  Leaving *leaving = user_data;
  const char *p = data;

  while (length > 0)
    {
      gssize n = write (leaving->fd, p, length);

      if (n < 0 && errno != EINTR)
        return rk_archive_set_error (leaving->path, errno, error);
      p += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

gboolean
rk_blob_export (RkStore *store, const char *hash, const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  Leaving leaving = { path, g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600) };
  gboolean ok;

  if (leaving.fd < 0)
    return rk_archive_set_error (path, errno, error);
  ok = rk_blob_read (store, hash, leave_cb, &leaving, error);
  if (ok && fsync (leaving.fd) != 0)
    ok = rk_archive_set_error (path, errno, error);
  close (leaving.fd);
  if (ok && g_rename (temporary, path) != 0)
    ok = rk_archive_set_error (path, errno, error);
  if (!ok)
    g_unlink (temporary);
  return ok;
}
