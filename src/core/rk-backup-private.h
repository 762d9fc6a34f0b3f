/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-sql.h"

G_BEGIN_DECLS

/* Copies the whole database to the new file @target, which appears at once or not at all, and never
 * in the place of another file. */
gboolean rk_backup_copy (sqlite3 *db, const char *target, GError **error);
/* The same to a backup of now in the folder of the backups of @path: its path, that no other
 * backup has, also when several are made at once. (transfer full) */
char *rk_backup_copy_new (sqlite3 *db, const char *path, GError **error);
/* A backup of @path before its tables change. */
gboolean rk_backup_before_change (sqlite3 *db, const char *path, GError **error);
/* Makes today's backup in a thread when there is none yet: (transfer full) (nullable). */
GThread *rk_backup_daily (const char *path);
/* The folder of the backups of @path: (transfer full). */
char *rk_backup_dup_folder (const char *path);
/* A name for a backup of now in that folder, which is made: (transfer full). */
char *rk_backup_dup_new_path (const char *path, GError **error);
/* Makes the new name of @path survive a power failure. */
void rk_backup_sync_folder (const char *path);

G_END_DECLS
