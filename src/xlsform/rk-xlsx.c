/* SPDX-License-Identifier: EUPL-1.2 */
/* A workbook: which sheets it has and where they stand in the file. */
#include "config.h"
#include "rk-error.h"
#include "rk-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SHEETS 256

struct _RkXlsx
{
  GPtrArray *sheets; /* (element-type RkSheet) */
};

/* What workbook.xml says of one sheet. */
typedef struct
{
  char *name;
  char *id; /* of the relation that names its part */
} Tab;

static void
tab_free (Tab *tab)
{
  g_free (tab->name);
  g_free (tab->id);
  g_free (tab);
}

void
rk_xlsx_free (RkXlsx *self)
{
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

/* --- what kind of file ------------------------------------------------------------------------ */

#define ZIP_MAGIC "PK\x03\x04"
#define OLE_MAGIC "\xd0\xcf\x11\xe0"

static gboolean
begins_with (GBytes *bytes, const char *magic)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 4 && memcmp (data, magic, 4) == 0;
}

gboolean
rk_xlsx_is_spreadsheet (GBytes *bytes)
{
  return begins_with (bytes, ZIP_MAGIC) || begins_with (bytes, OLE_MAGIC);
}

gboolean
rk_xlsx_is_named_so (const char *name)
{
  static const char *const suffixes[] = { ".xlsx", ".xlsm", ".xls", ".ods", ".csv" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

static void
set_no_workbook (GError **error)
{
  g_set_error_literal (error, RK_ERROR, RK_ERROR_INVALID,
                       _ ("This is no Excel file (.xlsx). Open it in your spreadsheet program and "
                          "save it as .xlsx."));
}

static gboolean
check_kind (GBytes *bytes, const char *name, GError **error)
{
  if (begins_with (bytes, ZIP_MAGIC))
    return TRUE;
  if (begins_with (bytes, OLE_MAGIC))
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 /* Translators: file name. */
                 _ ("“%s” is an old Excel file (.xls) or is protected with a password. Open it in "
                    "a spreadsheet program and save it as .xlsx, without a password."),
                    name);
  else
    set_no_workbook (error);
  return FALSE;
}

/* --- relations -------------------------------------------------------------------------------- */

/* @target as seen from a part in @folder: (transfer full). */
static char *
resolve_target (const char *folder, const char *target)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path =
      *target == '/' ? g_strdup (target) : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (char **part = parts; *part != NULL; part++)
    if (g_str_equal (*part, ".."))
      g_ptr_array_set_size (steps, steps->len > 0 ? (int) steps->len - 1 : 0);
    else if (**part != '\0' && !g_str_equal (*part, "."))
      g_ptr_array_add (steps, g_strdup (*part));
  g_ptr_array_add (steps, NULL);
  return g_strjoinv ("/", (char **) steps->pdata);
}

/* The relations of the part @name in @folder, by id and by the last word of their type:
 * (element-type utf8 utf8). */
static GHashTable *
read_relations (GHashTable *parts, const char *folder, const char *name)
{
  GHashTable *relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path =
      g_strconcat (folder, *folder != '\0' ? "/" : "", "_rels/", name, ".rels", NULL);
  g_autoptr (xmlTextReader) reader = rk_xlsx_read_part (parts, path);
  gboolean broken = FALSE;

  while (reader != NULL && rk_xlsx_next (reader, &broken))
    {
      g_autofree char *id = NULL, *type = NULL, *target = NULL;
      const char *word;

      if (!rk_xlsx_at (reader, "Relationship"))
        continue;
      id = rk_xlsx_dup_attribute (reader, "Id");
      type = rk_xlsx_dup_attribute (reader, "Type");
      target = rk_xlsx_dup_attribute (reader, "Target");
      word = type != NULL ? strrchr (type, '/') : NULL;
      if (target == NULL || id == NULL)
        continue;
      g_hash_table_replace (relations, g_strdup (id), resolve_target (folder, target));
      if (word != NULL)
        g_hash_table_replace (relations, g_strdup (word), resolve_target (folder, target));
    }
  return relations;
}

/* --- the workbook ----------------------------------------------------------------------------- */

static gboolean
read_tabs (RkXlsxSource *source, const char *part, GPtrArray *tabs)
{
  g_autoptr (xmlTextReader) reader = rk_xlsx_read_part (source->parts, part);
  gboolean broken = FALSE;

  while (reader != NULL && rk_xlsx_next (reader, &broken))
    if (rk_xlsx_at (reader, "workbookPr"))
      {
        g_autofree char *date1904 = rk_xlsx_dup_attribute (reader, "date1904");

        source->since_1904 = g_strcmp0 (date1904, "1") == 0 || g_strcmp0 (date1904, "true") == 0;
      }
    else if (rk_xlsx_at (reader, "sheet") && tabs->len < MAX_SHEETS)
      {
        Tab *tab = g_new0 (Tab, 1);

        tab->name = rk_xlsx_dup_attribute (reader, "name");
        tab->id = rk_xlsx_dup_attribute (reader, "id");
        g_ptr_array_add (tabs, tab);
      }
  return reader != NULL && !broken;
}

static gboolean
fail_part (const char *name, const char *sheet, gboolean too_large, GError **error)
{
  if (too_large)
    g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
                 /* Translators: name of a sheet, file name, two numbers. */
                 _ ("The sheet “%s” of “%s” is larger than %d rows by %d columns. Remove what is "
                    "not needed, and save it again."),
                    sheet, name, RK_XLSX_MAX_ROWS, RK_XLSX_MAX_COLUMNS);
  else
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 /* Translators: name of a sheet, file name. */
                 _ ("The sheet “%s” of “%s” is damaged. Open the file in a spreadsheet program and "
                    "save it as .xlsx again."),
                    sheet, name);
  return FALSE;
}

static gboolean
read_sheets (RkXlsx *self, RkXlsxSource *source, GPtrArray *tabs, GHashTable *relations,
             const char *name, GError **error)
{
  for (guint i = 0; i < tabs->len; i++)
    {
      const Tab *tab = g_ptr_array_index (tabs, i);
      const char *part = tab->id != NULL ? g_hash_table_lookup (relations, tab->id) : NULL;
      const char *title = tab->name != NULL ? tab->name : "?";
      gboolean too_large = FALSE;
      RkSheet *sheet;

      if (part != NULL && strstr (part, "chartsheet") != NULL)
        continue;
      sheet = rk_sheet_new (source, title, part, &too_large);
      if (sheet == NULL)
        return fail_part (name, title, too_large, error);
      g_ptr_array_add (self->sheets, sheet);
    }
  return TRUE;
}

static void
clear_source (RkXlsxSource *source)
{
  g_clear_pointer (&source->parts, g_hash_table_unref);
  g_clear_pointer (&source->strings, g_ptr_array_unref);
  g_clear_pointer (&source->dates, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RkXlsxSource, clear_source)

static gboolean
read_workbook (RkXlsx *self, RkXlsxSource *source, const char *name, GError **error)
{
  g_autoptr (GHashTable) top = read_relations (source->parts, "", "");
  const char *found = g_hash_table_lookup (top, "/officeDocument");
  g_autofree char *part = g_strdup (found != NULL ? found : "xl/workbook.xml");
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);
  g_autoptr (GHashTable) relations = read_relations (source->parts, folder, base);
  g_autoptr (GPtrArray) tabs = g_ptr_array_new_with_free_func ((GDestroyNotify) tab_free);

  source->strings =
      rk_xlsx_read_strings (source->parts, g_hash_table_lookup (relations, "/sharedStrings"));
  source->dates = rk_xlsx_read_styles (source->parts, g_hash_table_lookup (relations, "/styles"));
  if (source->strings != NULL && read_tabs (source, part, tabs) && tabs->len > 0)
    return read_sheets (self, source, tabs, relations, name, error);
  set_no_workbook (error);
  return FALSE;
}

RkXlsx *
rk_xlsx_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (RkXlsx) self = g_new0 (RkXlsx, 1);
  g_auto (RkXlsxSource) source = { 0 };

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_sheet_free);
  if (!check_kind (bytes, name, error))
    return NULL;
  source.parts = rk_xlsx_unzip (bytes, name, error);
  if (source.parts == NULL || !read_workbook (self, &source, name, error))
    return NULL;
  return g_steal_pointer (&self);
}

guint
rk_xlsx_get_n_sheets (const RkXlsx *self)
{
  return self->sheets->len;
}

const RkSheet *
rk_xlsx_get_sheet (const RkXlsx *self, guint position)
{
  g_return_val_if_fail (position < self->sheets->len, NULL);
  return g_ptr_array_index (self->sheets, position);
}
