/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of writing a model: what anything can have (parts), what stands on views (view), what
 * is drawn in boxes (plot), and the rest (export). */
#pragma once

#include "rk-archimate-writer-private.h"

G_BEGIN_DECLS

#define EXPORT_PIECE (64 * 1024)
#define PLOT_PREFIX "plot-" /* of identifiers on a view that is written again */

typedef struct
{
  sqlite3 *db;
  const RkArchimateAddition *addition; /* (nullable) */
  GOutputStream *stream;
  GCancellable *cancellable;
  GString *out;
  gsize flushed; /* bytes that left it */
  GError *error;
  gint64 number; /* of the model; 0: there is none */
  gint64 first, last;
  int version;
  sqlite3_stmt *texts, *properties, *kept, *style;
  gboolean plotting; /* the view at hand is written the second time */
  guint n_plotted;   /* views written twice */
} Export;

/* Things that stand in each other and come depth first: one that is open, with the place where its
 * content began. */
typedef struct
{
  gint64 number;
  gsize from;
  char *identifier; /* (nullable): of a node that others are drawn in */
  GPtrArray *plots; /* (nullable) (transfer none) */
  int x, y, width, height;
} ExportOpen;

/* --- rk-archimate-export-parts.c ----------------------------------------------------------------
 */

/* The next row of a query, as long as nothing went wrong. */
gboolean export_next (Export *self, sqlite3_stmt *stmt);
/* The statement @stmt about @number. */
sqlite3_stmt *export_about (sqlite3_stmt *stmt, gint64 number);
/* The rows of a table within numbers: (transfer full) (nullable). */
sqlite3_stmt *export_list (Export *self, const char *sql, gint64 first, gint64 last);
void export_flush (Export *self);
/* How much has been written. */
gsize export_get_position (Export *self);
void export_line (Export *self, guint depth, const char *text);
/* Names, labels or documentation beyond the first. */
void export_write_texts (Export *self, guint depth, gint64 number, const char *field);
/* The text after @column, which has its language, then those in other languages. */
void export_write_column (Export *self, guint depth, sqlite3_stmt *row, const char *field,
                          int column);
gboolean export_has_kept (Export *self, gint64 number, const char *position);
void export_write_kept (Export *self, guint depth, gint64 number, const char *position);
/* @more: (nullable): what is added to them. */
void export_write_properties (Export *self, guint depth, gint64 number, const GString *more);
/* Attributes that are kept as they were written. */
void export_write_attributes (Export *self, const char *attributes);
/* Ends the start tag; returns the place where the content begins. */
gsize export_begin_content (Export *self);
/* Ends an element of which the content began at @from; without content it is one tag. */
void export_write_end (Export *self, guint depth, gsize from, const char *tag);
/* The same, for an element that stands in a list. */
void export_end_element (Export *self, guint depth, gsize from, const char *tag);
/* (element-type ExportOpen) (transfer full) */
GArray *export_new_open (void);
/* Closes what is open down to @parent; 0 closes all. */
void export_close_to (Export *self, GArray *open, gint64 parent, guint depth, const char *tag);

/* --- rk-archimate-export-plot.c -----------------------------------------------------------------
 */

/* Draws what belongs in a box. */
void export_write_plots (Export *self, guint depth, const ExportOpen *box);

/* --- rk-archimate-export-view.c -----------------------------------------------------------------
 */

void export_write_views (Export *self);

G_END_DECLS
