/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-matrix-view.h"

#include "rk-matrix-canvas.h"

#include <glib/gi18n.h>

struct _RkMatrixView
{
  AdwBin parent_instance;
  RkMatrixCanvas *canvas;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (RkMatrixView, rk_matrix_view, ADW_TYPE_BIN)

static void
words_changed_cb (RkMatrixView *self)
{
  const char *words = rk_matrix_canvas_get_words (self->canvas);

  gtk_label_set_label (self->words,
                       *words != '\0'
                           ? words
                           : _ ("S follows a standard, C is custom, ? is unknown. The rows send, "
                                "the columns receive."));
}

static void
cell_activated_cb (RkMatrixView *self, guint row, guint column)
{
  RkGraphMatrix *matrix = rk_matrix_canvas_get_matrix (self->canvas);
  RkGraph *graph = rk_graph_matrix_get_graph (matrix);
  const GArray *edges = rk_graph_matrix_get_edges (matrix, row, column);

  if (edges != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "interface",
                                rk_graph_get_edge (graph, g_array_index (edges, guint, 0))->id);
  else
    gtk_widget_activate_action (
        GTK_WIDGET (self), "interfaces.create-between", "(ss)",
        rk_graph_get_node (graph, rk_graph_matrix_get_row (matrix, row))->id,
        rk_graph_get_node (graph, rk_graph_matrix_get_column (matrix, column))->id);
}

static void
rk_matrix_view_class_init (RkMatrixViewClass *klass)
{
}

static void
rk_matrix_view_init (RkMatrixView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "rk-tools");
  self->canvas = RK_MATRIX_CANVAS (rk_matrix_canvas_new ());
  gtk_widget_add_css_class (scrolled, "rk-matrix");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->canvas));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->canvas, "notify::words", G_CALLBACK (words_changed_cb), self);
  g_signal_connect_swapped (self->canvas, "cell-activated", G_CALLBACK (cell_activated_cb), self);
  words_changed_cb (self);
}

GtkWidget *
rk_matrix_view_new (void)
{
  return g_object_new (RK_TYPE_MATRIX_VIEW, NULL);
}

void
rk_matrix_view_set_graph (RkMatrixView *self, RkGraph *graph)
{
  g_return_if_fail (RK_IS_MATRIX_VIEW (self));
  rk_matrix_canvas_set_matrix (self->canvas, rk_graph_matrix_new (graph));
}
