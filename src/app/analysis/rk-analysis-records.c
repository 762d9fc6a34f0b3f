/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-analysis-records.h"

#include "rk-analysis-card.h"
#include "rk-principles.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_ROWS 200

static void
open_record (RkDataTable *table, guint row, const char *kind, const char *id)
{
  rk_data_table_set_row_action (table, row, "win.show-record", g_variant_new ("(ss)", kind, id));
}

/* --- records --------------------------------------------------------------------------------- */

static RkDataTable *
list_applications (RkAnalysisInput *input, GPtrArray *ids)
{
  RkDataTable *table = rk_data_table_new (_ ("Applications"));

  rk_data_table_add_column (table, _ ("Application"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("Supplier"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("Domain"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("Status"), RK_COLUMN_TEXT);
  for (guint i = 0; i < ids->len; i++)
    {
      const RkLandApplication *application =
          rk_landscape_find_application (input->landscape, g_ptr_array_index (ids, i));
      const char *cells[4];

      if (application == NULL)
        continue;
      cells[0] = application->name;
      cells[1] = application->supplier != NULL ? application->supplier->name : _ ("Unknown");
      cells[2] = application->domain != NULL ? application->domain : _ ("Unknown");
      cells[3] = rk_lifecycle_get_label (application->status);
      open_record (table, rk_data_table_add_row (table, cells), "application", application->id);
    }
  return table;
}

static const char *
name_end (const RkLandApplication *application, const char *outside)
{
  if (application != NULL)
    return application->name;
  return outside != NULL ? outside : _ ("Unknown");
}

static RkDataTable *
list_interfaces (RkAnalysisInput *input, GPtrArray *ids)
{
  RkDataTable *table = rk_data_table_new (_ ("Interfaces"));

  rk_data_table_add_column (table, _ ("From"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("To"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("Data"), RK_COLUMN_TEXT);
  for (guint i = 0; i < ids->len; i++)
    {
      const RkLandInterface *link =
          rk_landscape_find_interface (input->landscape, g_ptr_array_index (ids, i));
      const char *cells[3];

      if (link == NULL)
        continue;
      cells[0] = name_end (link->source, link->source_name);
      cells[1] = name_end (link->target, link->target_name);
      cells[2] = link->data != NULL ? link->data : "–";
      open_record (table, rk_data_table_add_row (table, cells), "interface", link->id);
    }
  return table;
}

static RkDataTable *
list_principles (GPtrArray *ids)
{
  RkDataTable *table = rk_data_table_new (_ ("Principles"));
  GPtrArray *all = rk_principles_list ();

  rk_data_table_add_column (table, _ ("Principle"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("Question"), RK_COLUMN_TEXT);
  for (guint i = 0; i < all->len; i++)
    {
      const RkPrinciple *principle = g_ptr_array_index (all, i);
      const char *cells[] = { principle->name, principle->question };

      if (g_ptr_array_find_with_equal_func (ids, principle->id, g_str_equal, NULL))
        rk_data_table_set_row_action (table, rk_data_table_add_row (table, cells),
                                      "win.open-location", g_variant_new_string ("principles:"));
    }
  return table;
}

/* Any other kind by its title. */
static RkDataTable *
list_titles (RkStore *store, const char *kind, GPtrArray *ids)
{
  const RkKind *description = rk_store_get_kind (store, kind);
  RkDataTable *table = rk_data_table_new (gettext (description->label_plural));

  rk_data_table_add_column (table, _ ("Name"), RK_COLUMN_TEXT);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (RkRecord) record = rk_store_get (store, kind, id, NULL);
      const char *title = record != NULL ? rk_record_get_title (record) : NULL;
      const char *cells[] = { title != NULL && *title != '\0' ? title
                                                              : gettext (description->label) };

      if (record != NULL)
        open_record (table, rk_data_table_add_row (table, cells), kind, id);
    }
  return table;
}

RkDataTable *
rk_analysis_records_table (RkAnalysisInput *input, RkStore *store, const char *kind, GPtrArray *ids)
{
  if (kind == NULL || g_str_equal (kind, "application"))
    return list_applications (input, ids);
  if (g_str_equal (kind, "interface"))
    return list_interfaces (input, ids);
  if (g_str_equal (kind, "principle"))
    return list_principles (ids);
  return list_titles (store, kind, ids);
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
open_row (RkDataTable *table, guint i, const RkAnalysis *analysis, const RkAnalysisRow *row,
          RkStore *store)
{
  /* Where the record is its own row there is nothing more to see than the record. */
  gboolean itself = row->records->len == 1 && rk_store_get_kind (store, row->kind) != NULL &&
                    g_str_equal (g_ptr_array_index (row->records, 0), row->key);
  g_autofree char *location = rk_analysis_location (analysis->name, row->key);

  if (itself)
    open_record (table, i, row->kind, row->key);
  else if (row->records->len > 0)
    rk_data_table_set_row_action (table, i, "win.open-location", g_variant_new_string (location));
}

RkDataTable *
rk_analysis_rows_table (const RkAnalysis *analysis, GPtrArray *rows, RkStore *store)
{
  RkDataTable *table = rk_data_table_new (analysis->question);

  rk_data_table_add_column (table, _ ("Name"), RK_COLUMN_TEXT);
  for (guint i = 0; i < analysis->columns->len; i++)
    {
      const RkAnalysisColumn *column = g_ptr_array_index (analysis->columns, i);

      rk_data_table_add_column (table, column->label,
                                column->type == RK_VALUE_TEXT ? RK_COLUMN_TEXT : RK_COLUMN_NUMBER);
    }
  for (guint i = 0; i < MIN (rows->len, MAX_ROWS); i++)
    {
      const RkAnalysisRow *row = g_ptr_array_index (rows, i);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (row->label));
      for (guint j = 0; j < analysis->columns->len; j++)
        g_ptr_array_add (cells,
                         rk_analysis_format (
                             ((RkAnalysisColumn *) g_ptr_array_index (analysis->columns, j))->type,
                             &g_array_index (row->values, RkAnalysisValue, j)));
      rk_data_table_add_row (table, (const char *const *) cells->pdata);
      open_row (table, i, analysis, row, store);
    }
  return table;
}
