/* SPDX-License-Identifier: EUPL-1.2 */
/* Several files that are written one after the other, into a new folder or a new zip. */
#pragma once

#include "rk-error.h"

G_BEGIN_DECLS

typedef struct _RkArchive RkArchive;

/* A zip when @target ends in ".zip", else a folder that must not exist yet or be empty. Nothing is
 * at @target before rk_archive_finish(). */
RkArchive *rk_archive_new (const char *target, GError **error);
/* Removes what was written when it was not finished. */
void rk_archive_free (RkArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkArchive, rk_archive_free)

/* Begins the file @name, perhaps in one folder ("files/a"); what was begun before is complete. */
gboolean rk_archive_begin (RkArchive *self, const char *name, GError **error);
/* The same for a file of @size bytes that is compressed already, as pictures and PDFs are: it goes
 * in as it is. */
gboolean rk_archive_begin_file (RkArchive *self, const char *name, gint64 size, GError **error);
gboolean rk_archive_write (RkArchive *self, const char *text, gsize length, GError **error);
gboolean rk_archive_finish (RkArchive *self, GError **error);

/* Sets the sentence for a file or folder that could not be written, because of @code (an errno).
 * Returns FALSE. */
gboolean rk_archive_set_error (const char *target, int code, GError **error);

G_END_DECLS
