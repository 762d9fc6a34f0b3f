/* SPDX-License-Identifier: EUPL-1.2 */
/* A table of records of one kind that pages from the workspace: 100,000 rows scroll as 10 do.
 *
 * Columns, filters and words come from a description. Sorting and filtering happen in SQL. Rows can
 * be ticked, then a bar with what one can do with them takes the place of the footer. Where there
 * is no room columns leave, and at the smallest size rows become two lines. What a person chose
 * (columns, order, filters, row) is kept in the workspace. */
#pragma once

#include "rk-list-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  RK_CELL_TEXT,
  RK_CELL_STATUS, /* a value of rk_lifecycle_statuses, as a sign with its word */
  RK_CELL_SCORE   /* 0 to 100, as a bar with its number */
} RkCellType;

/**
 * RkTableColumn:
 * @name: a field, or a derived column
 * @title: source string, marked N_()
 * @width: in pixels at text scale 1; 0: what the others leave
 * @min_width: of a column with width 0
 * @leaves: 1 leaves first when there is no room; 0 never
 * @type: how a derived column is written: RK_FIELD_TEXT, _DATE, _MONEY, _DECIMAL …
 * @cell: how it looks
 * @optional: shown once a person chose it
 */
typedef struct
{
  const char *name;
  const char *title;
  int width;
  int min_width;
  int leaves;
  RkFieldType type;
  RkCellType cell;
  gboolean optional;
} RkTableColumn;

/**
 * RkTableSpec:
 * @name: of what is kept: "applications"
 * @derived: (nullable): columns beside the fields, as rk_list_model_set_derived()
 * @columns: the first one names the row; ended by one without a name
 * @order: the column that the rows are sorted by to begin with
 * @filters: fields that have a chip from the start, ended by NULL
 * @search: N_() «Filter on name»
 * @none: N_() «No applications with these filters.»
 * @sum: (nullable): a field whose sum the footer tells
 * @sum_label: (nullable): N_() "Yearly cost together"
 * @dup_row_name: what a screen reader says of a row
 * @dup_second_line: under the name, in rows of two lines
 */
typedef struct
{
  const char *name;
  const char *kind;
  const RkDerivedColumn *derived;
  const RkTableColumn *columns;
  const char *order;
  const char *const *filters;
  const char *search;
  const char *none;
  const char *sum;
  const char *sum_label;
  char *(*dup_row_name) (RkStore *store, RkRecord *record);
  char *(*dup_second_line) (RkStore *store, RkRecord *record);
} RkTableSpec;

#define RK_TYPE_RECORD_TABLE (rk_record_table_get_type ())
G_DECLARE_FINAL_TYPE (RkRecordTable, rk_record_table, RK, RECORD_TABLE, AdwBin)

/* Signals: "selected" (RkRecordTable *self, const char *id): another row is selected, NULL: none.
 * "activated" (RkRecordTable *self, const char *id): Enter or a double click, a single one when the
 * table is compact. "ticks-changed", "counted": the number of rows is another.
 * @spec: borrowed for the life of the table */
GtkWidget *rk_record_table_new (RkStore *store, const RkTableSpec *spec);
RkListModel *rk_record_table_get_list (RkRecordTable *self);
/* (nullable). */
const char *rk_record_table_get_selected (RkRecordTable *self);
/* Selects and scrolls to the record; takes the filters away when they hide it. */
void rk_record_table_select (RkRecordTable *self, const char *id);
/* The ids of the ticked rows: (transfer full) (element-type utf8), ended by NULL. */
GStrv rk_record_table_dup_ticked (RkRecordTable *self);
guint rk_record_table_get_n_ticked (RkRecordTable *self);
void rk_record_table_tick_all (RkRecordTable *self);
void rk_record_table_untick_all (RkRecordTable *self);
/* Buttons of the bar for ticked rows. */
void rk_record_table_add_bulk_button (RkRecordTable *self, const char *label, const char *action);
/* The next row takes the place of the selected one: for what is about to be removed. */
void rk_record_table_select_next (RkRecordTable *self);
/* Puts the focus in the entry of the filter. */
void rk_record_table_focus_filter (RkRecordTable *self);
void rk_record_table_focus_rows (RkRecordTable *self);
void rk_record_table_clear_filters (RkRecordTable *self);
/* Rows of two lines. */
void rk_record_table_set_narrow (RkRecordTable *self, gboolean narrow);
/* A single click activates: the detail is not beside the table. */
void rk_record_table_set_compact (RkRecordTable *self, gboolean compact);
/* Adds something at the end of the row of filters. */
void rk_record_table_add_tool (RkRecordTable *self, GtkWidget *widget);

G_END_DECLS
