/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-matrix.h"

#include "rk-text.h"
#include "rk-markdown.h"
#include "rk-matrix-header.h"
#include "rk-matrix-row.h"
#include "rk-matrix-steps.h"
#include "rk-sticky-header.h"
#include "rk-words.h"

#include <glib/gi18n.h>

#define HEADER_EVERY 10     /* rows, in a long matrix */
#define SEARCH_FROM 20      /* rows */
#define STATEMENT_WIDTH 150 /* what the options must leave */

struct _RkMatrix
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkQuestion *question;
  GPtrArray *statements; /* of RkFormNode */
  char *values;          /* of the columns there are now */
  GtkWidget *box;        /* search and table, or the steps */
  GtkWidget *table;      /* (nullable): NULL when narrow */
  GtkWidget *steps;      /* (nullable): NULL when wide */
  GPtrArray *rows;       /* of RkMatrixRow */
  GPtrArray *headers;
  gboolean narrow; /* there is no room for any table */
  gboolean tight;  /* there is none for these options */
  int width;
  guint idle_id;
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

/* Where each statement is required, the question says it for all. */
static void
show_required (RkMatrix *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    rk_matrix_row_show_required (g_ptr_array_index (self->rows, i),
                                 rk_question_is_partly_required (self->question));
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

static GtkWidget *
add_header (RkMatrix *self, const RkMatrixColumns *columns)
{
  GtkWidget *header = rk_matrix_header_new (columns);

  g_ptr_array_add (self->headers, header);
  return header;
}

static void
add_row (RkMatrix *self, RkFormNode *statement, const RkMatrixColumns *columns)
{
  GtkWidget *row = rk_matrix_row_new (self->autosave, statement, columns);

  if (self->rows->len % HEADER_EVERY == 0)
    gtk_box_append (GTK_BOX (self->table), add_header (self, columns));
  g_object_bind_property (statement, "relevant", row, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (row, "move", G_CALLBACK (move_cb), self);
  gtk_box_append (GTK_BOX (self->table), row);
  g_ptr_array_add (self->rows, row);
}

static char *
join_values (const RkMatrixColumns *columns)
{
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < columns->choices->len; i++)
    rk_words_append (values, ((RkChoice *) g_ptr_array_index (columns->choices, i))->value);
  return g_string_free (g_steal_pointer (&values), FALSE);
}

/* The options stay in view while one scrolls through the statements. */
static void
build_table (RkMatrix *self)
{
  g_autoptr (RkMatrixColumns) columns = NULL;
  g_autofree char *label = rk_question_dup_label (self->question);
  g_autofree char *words = rk_markdown_to_text (label);

  if (self->statements->len == 0)
    return;
  columns = rk_matrix_columns_new (g_ptr_array_index (self->statements, 0));
  self->values = join_values (columns);
  if (self->statements->len > SEARCH_FROM)
    add_search (self);
  self->table = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  gtk_widget_add_css_class (self->table, "rk-matrix");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  for (guint i = 0; i < self->statements->len; i++)
    add_row (self, g_ptr_array_index (self->statements, i), columns);
  gtk_box_append (GTK_BOX (self->box),
                  rk_sticky_header_new (self->table, add_header (self, columns)));
  show_required (self);
}

static void
build (RkMatrix *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->headers, 0);
  g_clear_pointer (&self->values, g_free);
  self->table = self->steps = NULL;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (!self->narrow && !self->tight)
    {
      build_table (self);
      return;
    }
  self->steps = rk_matrix_steps_new (self->autosave, self->statements);
  gtk_box_append (GTK_BOX (self->box), self->steps);
}

/* Whether the options of now leave too little for the statements. */
static gboolean
find_tight (RkMatrix *self)
{
  g_autoptr (RkMatrixColumns) columns = NULL;

  if (self->statements->len == 0 || self->width == 0)
    return FALSE;
  columns = rk_matrix_columns_new (g_ptr_array_index (self->statements, 0));
  return self->width < rk_matrix_columns_get_total (columns) + STATEMENT_WIDTH;
}

static gboolean
fit_cb (gpointer data)
{
  RkMatrix *self = data;
  gboolean tight = find_tight (self);

  self->idle_id = 0;
  if (tight != self->tight)
    {
      self->tight = tight;
      if (!self->narrow)
        build (self);
    }
  return G_SOURCE_REMOVE;
}

/* What is being laid out now cannot be built anew. */
static void
resize_cb (RkMatrix *self, int width)
{
  self->width = width;
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

/* Other names for the same options, or other options. */
static void
choices_changed_cb (RkMatrix *self, RkFormNode *statement)
{
  g_autoptr (RkMatrixColumns) columns = NULL;
  g_autofree char *values = NULL;

  if (self->table == NULL || statement != g_ptr_array_index (self->statements, 0))
    return;
  columns = rk_matrix_columns_new (statement);
  values = join_values (columns);
  if (!g_str_equal (values, self->values))
    {
      self->tight = find_tight (self);
      build (self);
      return;
    }
  for (guint i = 0; i < self->headers->len; i++)
    rk_matrix_header_rename (g_ptr_array_index (self->headers, i), columns);
}

static void
set_narrow (RkQuestionWidget *widget, gboolean narrow)
{
  RkMatrix *self = RK_MATRIX (widget);

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (!self->tight)
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

  for (guint i = 0; self->statements != NULL && i < self->statements->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->statements, i), self);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->headers, 0);
  g_clear_object (&self->autosave);
  g_clear_object (&self->question);
  G_OBJECT_CLASS (rk_matrix_parent_class)->dispose (object);
}

static void
rk_matrix_finalize (GObject *object)
{
  RkMatrix *self = RK_MATRIX (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->headers);
  g_free (self->values);
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
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *gauge = gtk_drawing_area_new (); /* draws nothing, tells the width */

  self->rows = g_ptr_array_new ();
  self->headers = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_signal_connect_swapped (gauge, "resize", G_CALLBACK (resize_cb), self);
  gtk_box_append (GTK_BOX (outer), gauge);
  gtk_box_append (GTK_BOX (outer), self->box);
  adw_bin_set_child (ADW_BIN (self), outer);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
rk_matrix_new (RkAutosave *autosave, RkQuestion *question)
{
  RkMatrix *self = g_object_new (RK_TYPE_MATRIX, NULL);
  g_autoptr (GPtrArray) leaves = rk_question_list_leaves (question);

  self->autosave = g_object_ref (autosave);
  self->question = g_object_ref (question);
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < leaves->len; i++)
    {
      RkFormNode *leaf = g_ptr_array_index (leaves, i);

      g_ptr_array_add (self->statements, g_object_ref (leaf));
      g_signal_connect_swapped (leaf, "choices-changed", G_CALLBACK (choices_changed_cb), self);
    }
  g_signal_connect_object (question, "notify::required", G_CALLBACK (show_required), self,
                           G_CONNECT_SWAPPED);
  build (self);
  return GTK_WIDGET (self);
}
