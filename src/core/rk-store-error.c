/* SPDX-License-Identifier: EUPL-1.2 */
/* The sentences for a workspace file that cannot be opened. */
#include "config.h"
#include "rk-format.h"
#include "rk-store-private.h"
#include "rk-workspace.h"

#include <glib/gi18n-lib.h>

static char *
describe_damage (const char *path)
{
  g_autoptr (GPtrArray) backups = rk_workspace_list_backups (path);
  g_autofree char *iso = NULL;
  g_autofree char *time = NULL;

  if (backups->len == 0)
    return g_strdup (_ ("The workspace is damaged, and there is no backup of it. Nothing was "
                        "changed. Look for a copy of the file elsewhere."));
  iso = g_date_time_format_iso8601 (((RkBackup *) g_ptr_array_index (backups, 0))->at);
  time = rk_format_relative (iso, NULL);
  /* Translators: %s is a moment: "today 08.00 h". */
  return g_strdup_printf (_ ("The workspace is damaged. The last good backup is from %s."), time);
}

void
rk_store_set_file_error (GError **error, RkError code, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *message = NULL;

  if (code == RK_ERROR_DAMAGED)
    message = describe_damage (path);
  else if (code == RK_ERROR_NEWER)
    message =
        g_strdup (_ ("This workspace was made with a newer version. Update Regiekamer to open "
                           "it. Nothing was changed."));
  else if (code == RK_ERROR_FOREIGN)
    message = g_strdup (_ ("This file is not a Regiekamer workspace. Choose a file that ends in "
                           ".regiekamer."));
  else if (code == RK_ERROR_NOT_FOUND)
    /* Translators: %s is the name of a file. */
    message = g_strdup_printf (_ ("The workspace “%s” was not found. It may have been moved or "
                                  "renamed. Choose where it is now."),
                                  name);
  else
    message = g_strdup (_ ("You can only read this file. Save a copy to change it."));
  g_set_error_literal (error, RK_ERROR, (gint) code, message);
}
