/* SPDX-License-Identifier: EUPL-1.2 */
/* The columns of a matrix: its options, how wide each is, and their names above the statements. */
#pragma once

#include "rk-form-node.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *choices; /* of RkChoice, those that stand apart last */
  guint n_apart;
  int width; /* of one column */
} RkMatrixColumns;

/* The columns as the statement @node offers them: (transfer full). Valid until its choices change.
 */
RkMatrixColumns *rk_matrix_columns_new (RkFormNode *node);
void rk_matrix_columns_free (RkMatrixColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkMatrixColumns, rk_matrix_columns_free)
int rk_matrix_columns_get_width (const RkMatrixColumns *self, guint index);
/* Whether a line stands before the column: from there on the options stand apart. */
gboolean rk_matrix_columns_is_line (const RkMatrixColumns *self, guint index);
/* All columns together. */
int rk_matrix_columns_get_total (const RkMatrixColumns *self);

/* The names of the options above the rows. */
GtkWidget *rk_matrix_header_new (const RkMatrixColumns *columns);
/* The same options, named in another language. */
void rk_matrix_header_rename (GtkWidget *header, const RkMatrixColumns *columns);

G_END_DECLS
