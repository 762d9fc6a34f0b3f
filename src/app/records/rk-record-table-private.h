/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the table share. */
#pragma once

#include "rk-record-filter.h"
#include "rk-record-table.h"

G_BEGIN_DECLS

/* A column as it is in this table. */
typedef struct
{
  RkRecordTable *table;
  const RkTableColumn *spec;
  GtkColumnViewColumn *column;
  gboolean wanted; /* chosen to be shown; there may be no room */
} RkTableColumnState;

struct _RkRecordTable
{
  AdwBin parent_instance;
  RkStore *store;
  const RkTableSpec *spec;
  const RkKind *kind;
  RkListModel *list;
  RkRecordFilter *filter;
  GtkSingleSelection *selection;
  char *selected;             /* (nullable): id */
  GHashTable *ticked;         /* ids */
  GPtrArray *checks;          /* of GtkCheckButton that show a row, borrowed */
  GPtrArray *columns;         /* of RkTableColumnState */
  RkTableColumnState *probed; /* see rk-record-table-columns.c */
  const char *order;
  gboolean descending;
  gboolean quiet; /* we change it ourselves */
  gboolean narrow;
  gboolean compact;
  gboolean restored;
  int width;
  guint fit_id, save_id, footer_id, select_id;

  GtkWidget *tools;
  GtkEditable *words;
  GtkWidget *chips;
  GtkToggleButton *show_chips; /* where the chips take too much room */
  GtkMenuButton *add_filter;
  GtkMenuButton *column_button;
  GtkWidget *column_checks;
  GtkStack *views;
  GtkColumnView *view;
  GtkListView *lines;
  GtkCheckButton *tick_all;
  GtkWidget *table_scroller;
  GtkWidget *lines_scroller;
  GtkLabel *none;
  GtkStack *footer;
  GtkLabel *range;
  GtkLabel *sum;
  GtkLabel *n_ticked;
  GtkWidget *all_button;
  GtkWidget *bulk;
};

/* --- rk-record-table-columns.c --------------------------------------------------------------- */

/* Makes the columns of the view, and the popover to choose them. */
void rk_record_table_make_columns (RkRecordTable *self);
/* Sorts by what is in self->order. */
void rk_record_table_show_order (RkRecordTable *self);
/* Shows the columns that are wanted as far as there is room; in an idle. */
void rk_record_table_fit_columns (RkRecordTable *self);

/* --- rk-record-table-cells.c ----------------------------------------------------------------- */

GtkListItemFactory *rk_record_table_make_cells (RkTableColumnState *state);
GtkListItemFactory *rk_record_table_make_ticks (RkRecordTable *self);
GtkListItemFactory *rk_record_table_make_lines (RkRecordTable *self);
/* The ticks of the rows that are on the screen follow self->ticked. */
void rk_record_table_show_ticks (RkRecordTable *self);
void rk_record_table_set_tick (RkRecordTable *self, const char *id, gboolean ticked);

/* --- rk-record-table-state.c ----------------------------------------------------------------- */

/* Keeps order, columns, filters and selection, soon. */
void rk_record_table_save (RkRecordTable *self);
void rk_record_table_save_now (RkRecordTable *self);
void rk_record_table_restore (RkRecordTable *self);

/* --- rk-record-table-filters.c --------------------------------------------------------------- */

/* The chips of the filters, and the menu for one more. */
void rk_record_table_make_filters (RkRecordTable *self);
/* A chip for each condition that has none yet; the words are those of the conditions. */
void rk_record_table_show_filters (RkRecordTable *self);
/* Asks the list again. */
void rk_record_table_apply (RkRecordTable *self);

G_END_DECLS
