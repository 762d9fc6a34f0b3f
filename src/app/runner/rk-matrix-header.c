/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-matrix-header.h"

#include "rk-choice-columns.h"
#include "rk-choice-search.h"
#include "rk-steady-bin.h"

#include <adwaita.h>

/* Room for a word or two; a little less where there are many; digits need little. */
#define OPTION_WIDTH 84
#define MANY_OPTIONS 5
#define OPTION_WIDTH_OF_MANY 72
#define SHORT_LABEL 3 /* characters */
#define OPTION_WIDTH_SHORT 48
/* What does not count has longer words: "Not applicable or do not know". */
#define APART_WIDTH 116

static int
find_width (const RkMatrixColumns *self)
{
  gboolean is_short = TRUE;

  for (guint i = 0; i < self->choices->len - self->n_apart; i++)
    {
      const RkChoice *choice = g_ptr_array_index (self->choices, i);

      is_short = is_short && g_utf8_strlen (choice->label, -1) <= SHORT_LABEL;
    }
  if (self->choices->len - self->n_apart <= MANY_OPTIONS)
    return OPTION_WIDTH;
  return is_short ? OPTION_WIDTH_SHORT : OPTION_WIDTH_OF_MANY;
}

RkMatrixColumns *
rk_matrix_columns_new (RkFormNode *node)
{
  RkMatrixColumns *self = g_new0 (RkMatrixColumns, 1);

  self->choices = rk_choices_in_order (node, &self->n_apart);
  self->width = find_width (self);
  return self;
}

void
rk_matrix_columns_free (RkMatrixColumns *self)
{
  g_ptr_array_unref (self->choices);
  g_free (self);
}

int
rk_matrix_columns_get_width (const RkMatrixColumns *self, guint index)
{
  return index >= self->choices->len - self->n_apart ? APART_WIDTH : self->width;
}

gboolean
rk_matrix_columns_is_line (const RkMatrixColumns *self, guint index)
{
  return index > 0 && index == self->choices->len - self->n_apart;
}

int
rk_matrix_columns_get_total (const RkMatrixColumns *self)
{
  int total = 0;

  for (guint i = 0; i < self->choices->len; i++)
    total += rk_matrix_columns_get_width (self, i);
  return total;
}

/* As wide as the column, however long the words are. */
static GtkWidget *
new_cell (const RkMatrixColumns *columns, guint index)
{
  gboolean line = rk_matrix_columns_is_line (columns, index);
  int width = rk_matrix_columns_get_width (columns, index);
  GtkWidget *cell;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "justify", GTK_JUSTIFY_CENTER, "lines", 2, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "yalign", 1.0, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "rk-secondary");
  cell = g_object_new (RK_TYPE_STEADY_BIN, "child", label, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
  rk_steady_bin_set_width (RK_STEADY_BIN (cell), width - line); /* the line is a border of 1 */
  if (line)
    gtk_widget_add_css_class (cell, "rk-matrix-apart");
  return cell;
}

GtkWidget *
rk_matrix_header_new (const RkMatrixColumns *columns)
{
  GtkWidget *header = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  GtkWidget *space = adw_bin_new ();

  gtk_widget_add_css_class (header, "rk-matrix-header");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (header), space);
  for (guint i = 0; i < columns->choices->len; i++)
    gtk_box_append (GTK_BOX (header), new_cell (columns, i));
  rk_matrix_header_rename (header, columns);
  return header;
}

void
rk_matrix_header_rename (GtkWidget *header, const RkMatrixColumns *columns)
{
  GtkWidget *cell = gtk_widget_get_next_sibling (gtk_widget_get_first_child (header));

  for (guint i = 0; cell != NULL && i < columns->choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (columns->choices, i);
      GtkWidget *label = adw_bin_get_child (ADW_BIN (cell));
      g_autofree char *words = rk_choice_dup_words (choice);

      gtk_label_set_label (GTK_LABEL (label), words);
      gtk_widget_set_tooltip_text (label, words);
      cell = gtk_widget_get_next_sibling (cell);
    }
}
