/* SPDX-License-Identifier: EUPL-1.2 */
/* What one can do to a workspace file as a whole: check, back up, restore, export. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* The app's own workspace: (transfer full), below the user's data folder. */
char *rk_workspace_get_default_path (void);

/* Looks at every page, table, journal row and reference. Appends a sentence per defect to @problems
 * (element-type utf8). FALSE: the file could not be looked at; @error as rk_store_open(). */
gboolean rk_workspace_check (const char *path, const RkKind *const *kinds, GPtrArray *problems,
                             GError **error);

/* References to records that are not there: a sentence each in @warnings. Not a defect: what is
 * referred to may still have to arrive. */
gboolean rk_workspace_check_references (const char *path, const RkKind *const *kinds,
                                        GPtrArray *warnings, GError **error);

/* One backup that exists. */
typedef struct
{
  char *path;
  GDateTime *at; /* UTC */
  gint64 bytes;
} RkBackup;
void rk_backup_free (RkBackup *backup);
/* Newest first: (transfer full) (element-type RkBackup). */
GPtrArray *rk_workspace_list_backups (const char *path);
/* @target NULL: among the rotating backups of the workspace; else a file that is not there yet.
 * Returns its path: (transfer full). */
char *rk_workspace_backup (RkStore *store, const char *target, GError **error);
/* Backs up what is there, checks the backup, then puts it in place; no store may be open on it in
 * this process. */
gboolean rk_workspace_restore (const char *path, const char *backup, GError **error);
/* The same; @former (out) (optional) (nullable) (transfer full) is where what was there is kept:
 * NULL when there was nothing. */
gboolean rk_workspace_replace (const char *path, const char *backup, char **former, GError **error);

/* Everything in open formats into @folder, or into a zip when @target ends in ".zip": one JSON and
 * one CSV file per kind, the journal, the files, and a README that explains them. */
gboolean rk_workspace_export (RkStore *store, const char *target, GError **error);

G_END_DECLS
