/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-export-records.h"

#include "rk-choose-file.h"
#include "rk-figure.h"
#include "rk-portfolio-export.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *from;
  RkStore *store;
  const RkKind *kind;
  GHashTable *ids;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->from);
  g_object_unref (export->store);
  g_hash_table_unref (export->ids);
  g_free (export);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* Which records: by a figure, so that no id stands in the SQL. */
static gboolean
write_file (Export *export, const char *path, GError **error)
{
  GString *text;
  gboolean written;

  if (!rk_store_set_figures (export->store, "export", export->ids, error))
    return FALSE;
  text = rk_portfolio_to_csv (export->store, export->kind, RK_LEVEL_FULL, ';', TRUE,
                              "id IN (SELECT record FROM temp.rk_figure WHERE name = 'export')",
                              error);
  if (text == NULL)
    return FALSE;
  written = g_file_set_contents_full (path, text->str, (gssize) text->len,
                                      G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
  g_string_free (text, TRUE);
  return written;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autofree char *path = rk_choose_file_finish (result);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  name = g_path_get_basename (path);
  if (write_file (export, path, &error))
    /* Translators: the name of a file */
    text = g_strdup_printf (_ ("Saved as %s, with confidential fields"), name);
  else
    /* Translators: the name of a file, and the cause */
    text = g_strdup_printf (_ ("%s was not written: %s"), name, error->message);
  rk_toast_show (export->from, text, NULL, NULL);
}

void
rk_export_records (GtkWidget *from, RkStore *store, const char *kind, const char *const *ids)
{
  Export *export = g_new0 (Export, 1);
  g_autofree char *name = NULL;

  export->from = g_object_ref (from);
  export->store = g_object_ref (store);
  export->kind = rk_store_get_kind (store, kind);
  export->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_insert (export->ids, g_strdup (ids[i]), (char *) "1");
  name = g_strdup_printf ("%s.csv", _ (export->kind->label_plural));
  rk_choose_file_async (from, RK_CHOOSE_SAVE,
                        _ ("Export"), "export", name,
                           _ ("Tables (CSV)"), "*.csv", chosen_cb, export);
}
