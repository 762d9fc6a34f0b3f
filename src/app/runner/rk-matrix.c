/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-matrix.h"

#include "rk-text.h"
#include "rk-matrix-row.h"
#include "rk-matrix-steps.h"
#include "rk-sticky-header.h"

#include <glib/gi18n.h>

#define HEADER_EVERY 10 /* rows, in a long matrix */
#define SEARCH_FROM 20  /* rows */
#define WIDE_FROM 4     /* options */

struct _RkMatrix
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node; /* the group */
  GtkWidget *box;   /* search and table, or the steps */
  GtkWidget *table; /* (nullable): NULL when narrow */
  GtkWidget *steps; /* (nullable): NULL when wide */
  GPtrArray *rows;  /* of RkMatrixRow */
  gboolean narrow;
};

static gboolean
focus_first (RkQuestionWidget *widget)
{
  RkMatrix *self = RK_MATRIX (widget);

  if (self->steps != NULL)
    return rk_question_widget_focus_first (RK_QUESTION_WIDGET (self->steps));
  for (guint i = 0; i < self->rows->len; i++)
    {
      RkMatrixRow *row = g_ptr_array_index (self->rows, i);

      if (*rk_form_node_get_stored_value (rk_matrix_row_get_node (row)) == '\0')
        return rk_question_widget_focus_first (RK_QUESTION_WIDGET (row));
    }
  return self->rows->len > 0 && rk_question_widget_focus_first (g_ptr_array_index (self->rows, 0));
}

static gboolean
is_begun (RkMatrix *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (*rk_form_node_get_stored_value (
            rk_matrix_row_get_node (g_ptr_array_index (self->rows, i))) != '\0')
      return TRUE;
  return FALSE;
}

static void
show_open (RkQuestionWidget *widget, gboolean show)
{
  RkMatrix *self = RK_MATRIX (widget);

  for (guint i = 0; i < self->rows->len; i++)
    rk_question_widget_show_open (g_ptr_array_index (self->rows, i), show);
}

/* The focus has left the whole matrix: now, and not after the first row, what is open may show. */
static void
leave (RkQuestionWidget *widget)
{
  if (is_begun (RK_MATRIX (widget)))
    show_open (widget, TRUE);
}

static void
update (RkQuestionWidget *widget)
{
  RkMatrix *self = RK_MATRIX (widget);

  for (guint i = 0; i < self->rows->len; i++)
    rk_question_widget_update (g_ptr_array_index (self->rows, i));
  if (self->steps != NULL)
    rk_question_widget_update (RK_QUESTION_WIDGET (self->steps));
}

static void
move_cb (RkMatrix *self, int step, RkMatrixRow *row)
{
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;
  for (int i = (int) index + step; i >= 0 && i < (int) self->rows->len; i += step)
    {
      GtkWidget *other = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_visible (other))
        {
          rk_question_widget_focus_first (RK_QUESTION_WIDGET (other));
          return;
        }
    }
}

static void
search_cb (RkMatrix *self, GtkEditable *entry)
{
  g_autofree char *wanted = rk_text_fold (gtk_editable_get_text (entry));

  for (guint i = 0; i < self->rows->len; i++)
    {
      RkMatrixRow *row = g_ptr_array_index (self->rows, i);
      RkFormNode *node = rk_matrix_row_get_node (row);
      const char *label = rk_form_node_get_label (node);
      g_autofree char *folded = rk_text_fold (label != NULL ? label : "");

      gtk_widget_set_visible (GTK_WIDGET (row),
                              rk_form_node_get_relevant (node) && strstr (folded, wanted) != NULL);
    }
}

static void
add_search (RkMatrix *self)
{
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search in the statements"), -1);
  g_object_set (entry, "placeholder-text", _ ("Search in the statements"), NULL);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (search_cb), self);
  gtk_box_append (GTK_BOX (self->box), entry);
}

static void
add_row (RkMatrix *self, RkFormNode *statement, guint index)
{
  GtkWidget *row = rk_matrix_row_new (self->autosave, statement);

  if (index % HEADER_EVERY == 0)
    gtk_box_append (GTK_BOX (self->table), rk_matrix_header_new (statement));
  g_object_bind_property (statement, "relevant", row, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (row, "move", G_CALLBACK (move_cb), self);
  gtk_box_append (GTK_BOX (self->table), row);
  g_ptr_array_add (self->rows, row);
}

/* The options stay in view while one scrolls through the statements. */
static void
add_table (RkMatrix *self)
{
  if (self->rows->len == 0)
    gtk_box_append (GTK_BOX (self->box), self->table);
  else
    gtk_box_append (GTK_BOX (self->box),
                    rk_sticky_header_new (self->table,
                                          rk_matrix_header_new (rk_matrix_row_get_node (
                                              g_ptr_array_index (self->rows, 0)))));
}

static void
build_table (RkMatrix *self)
{
  GListModel *statements = rk_form_node_get_children (self->node);
  guint n = g_list_model_get_n_items (statements), index = 0;
  const char *label = rk_form_node_get_label (self->node);

  if (n > SEARCH_FROM)
    add_search (self);
  self->table = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  gtk_widget_add_css_class (self->table, "rk-matrix");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RkFormNode) statement = g_list_model_get_item (statements, i);

      if (rk_form_node_get_control (statement) != NULL)
        add_row (self, statement, index++);
    }
  add_table (self);
}

static void
build (RkMatrix *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  self->table = self->steps = NULL;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (!self->narrow)
    {
      build_table (self);
      return;
    }
  self->steps = rk_matrix_steps_new (self->autosave, self->node);
  gtk_box_append (GTK_BOX (self->box), self->steps);
}

static void
set_narrow (RkQuestionWidget *widget, gboolean narrow)
{
  RkMatrix *self = RK_MATRIX (widget);

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  build (self);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->set_narrow = set_narrow;
  iface->show_open = show_open;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkMatrix, rk_matrix, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_matrix_dispose (GObject *object)
{
  RkMatrix *self = RK_MATRIX (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_matrix_parent_class)->dispose (object);
}

static void
rk_matrix_finalize (GObject *object)
{
  g_ptr_array_unref (RK_MATRIX (object)->rows);
  G_OBJECT_CLASS (rk_matrix_parent_class)->finalize (object);
}

static void
rk_matrix_class_init (RkMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_matrix_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_matrix_finalize;
}

static void
left_cb (RkMatrix *self)
{
  leave (RK_QUESTION_WIDGET (self));
}

static void
rk_matrix_init (RkMatrix *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  adw_bin_set_child (ADW_BIN (self), self->box);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
rk_matrix_new (RkAutosave *autosave, RkFormNode *node)
{
  RkMatrix *self = g_object_new (RK_TYPE_MATRIX, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  build (self);
  return GTK_WIDGET (self);
}

gboolean
rk_matrix_is_wide (RkMatrix *self)
{
  GListModel *statements;
  g_autoptr (RkFormNode) first = NULL;

  g_return_val_if_fail (RK_IS_MATRIX (self), FALSE);
  statements = rk_form_node_get_children (self->node);
  first = g_list_model_get_item (statements, 0);
  return first != NULL && rk_form_node_get_choices (first)->len > WIDE_FROM;
}
