/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-repeat-table.h"

#include "rk-offer-button.h"
#include "rk-repeat-row.h"
#include "rk-row-editor.h"
#include "rk-status-label.h"
#include "rk-text.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

/* More rows than this are shown a page at a time: each is made of a dozen widgets. */
#define PAGE_ROWS 50
/* With more rows than this one searches in them. */
#define SEARCH_FROM 20

struct _RkRepeatTable
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkQuestion *question;
  RkFormNode *node;  /* the repeat */
  GListModel *model; /* its rows, kept by the node */

  GtkBox *table; /* header, rows, and under the open row its editor */
  AdwBin *header, *offers;
  GtkWidget *none, *add;
  GtkLabel *count;
  RkFormNode *open; /* (nullable): the row whose editor is there */
  GtkWidget *editor;
  GPtrArray *columns; /* of GtkSizeGroup */
  GtkWidget *bar, *pager, *earlier, *later, *search;
  GtkLabel *limit;
  GPtrArray *found; /* (nullable): the rows that are searched for, of RkFormNode */
  guint first;      /* the row at the top of the page */
  guint page_id;    /* the rows of the page are about to be made again */
  gboolean narrow, frozen;
};

static GtkWidget *
find_row (RkRepeatTable *self, RkFormNode *node)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RK_IS_REPEAT_ROW (child) && rk_repeat_row_get_node (RK_REPEAT_ROW (child)) == node)
      return child;
  return NULL;
}

static int
find_index (RkRepeatTable *self, RkFormNode *node)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->model); i++)
    {
      g_autoptr (RkFormNode) row = g_list_model_get_item (self->model, i);

      if (row == node)
        return (int) i;
    }
  return -1;
}

static guint page_signal; /* shows the page of "first" */

/* Its row, after turning to the page where it is: (nullable). */
static GtkWidget *
reach_row (RkRepeatTable *self, RkFormNode *node)
{
  GtkWidget *row;
  int index;

  if (self->page_id != 0)
    g_signal_emit (self, page_signal, 0);
  row = find_row (self, node);
  index = row == NULL ? find_index (self, node) : -1;
  if (index < 0)
    return row;
  self->first = (guint) index / PAGE_ROWS * PAGE_ROWS;
  g_signal_emit (self, page_signal, 0);
  return find_row (self, node);
}

/* --- the rows that show ----------------------------------------------------------------------- */

static guint
count_rows (RkRepeatTable *self)
{
  return self->found != NULL ? self->found->len : g_list_model_get_n_items (self->model);
}

static RkFormNode *
ref_row (RkRepeatTable *self, guint index)
{
  if (self->found != NULL)
    return g_object_ref (g_ptr_array_index (self->found, index));
  return g_list_model_get_item (self->model, index);
}

/* A row that is open in a narrow window has the place for itself. */
static void
show_rows (RkRepeatTable *self)
{
  gboolean alone = self->narrow && self->open != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RK_IS_REPEAT_ROW (child))
      gtk_widget_set_visible (child, !alone && rk_form_node_get_relevant (
                                                   rk_repeat_row_get_node (RK_REPEAT_ROW (child))));
  gtk_widget_set_visible (self->bar, !alone);
  gtk_widget_set_visible (GTK_WIDGET (self->offers), !alone && !self->frozen);
  gtk_widget_set_visible (self->search,
                          !alone && g_list_model_get_n_items (self->model) > SEARCH_FROM);
  gtk_widget_set_visible (GTK_WIDGET (self->header), count_rows (self) > 0 && !self->narrow);
}

static void
relevant_cb (GtkWidget *row)
{
  GtkWidget *table = gtk_widget_get_ancestor (row, RK_TYPE_REPEAT_TABLE);

  if (table != NULL)
    show_rows (RK_REPEAT_TABLE (table));
}

static gboolean
can_change (RkRepeatTable *self)
{
  return !self->frozen && rk_form_node_is_user_controlled (self->node);
}

static void
place_editor (RkRepeatTable *self)
{
  int index = self->open != NULL ? find_index (self, self->open) : -1;

  if (self->editor != NULL && index >= 0)
    rk_row_editor_set_place (RK_ROW_EDITOR (self->editor), (guint) index,
                             g_list_model_get_n_items (self->model), can_change (self));
}

static void
close_editor (RkRepeatTable *self, gboolean focus_row)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);
  g_autoptr (RkFormNode) node = g_steal_pointer (&self->open);
  GtkWidget *row = node != NULL ? find_row (self, node) : NULL;

  if (row != NULL)
    gtk_widget_set_visible (row, TRUE); /* it may have been hidden behind its editor */
  if (focus_row && row != NULL)
    gtk_widget_grab_focus (row);
  if (editor != NULL)
    gtk_box_remove (self->table, editor);
  show_rows (self);
}

static void
done_cb (RkRepeatTable *self)
{
  close_editor (self, TRUE);
}

/* After a deletion the focus goes to the next row, else to the one before, else to "add". */
static void
focus_near (RkRepeatTable *self, int index)
{
  int n = (int) g_list_model_get_n_items (self->model);
  g_autoptr (RkFormNode) node = NULL;
  GtkWidget *row = NULL;

  if (n > 0)
    {
      node = g_list_model_get_item (self->model, MIN (index, n - 1));
      row = reach_row (self, node);
    }
  gtk_widget_grab_focus (row != NULL ? row : self->add);
}

/* What is said about the row that went, by its first field when that is filled in. */
static char *
dup_removed_text (RkRepeatTable *self, RkFormNode *row)
{
  g_autoptr (GPtrArray) fields = rk_row_list_fields (row);
  g_autofree char *name = NULL;

  if (fields->len > 0)
    name = rk_repeat_row_dup_cell (self->autosave, g_ptr_array_index (fields, 0));
  if (name == NULL || *name == '\0')
    return g_strdup (_ ("Row removed"));
  /* Translators: %s is the first field of the row. */
  return g_strdup_printf (_ ("Row %s removed"), name);
}

static void
remove_row (RkRepeatTable *self, RkFormNode *node)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkFormNode) kept = g_object_ref (node);
  g_autofree char *removed = dup_removed_text (self, node);
  int index = find_index (self, node);
  gboolean ok;

  if (!can_change (self))
    return;
  if (self->open == node)
    close_editor (self, FALSE);
  ok = rk_response_remove_row (rk_autosave_get_response (self->autosave), node, &error);
  rk_autosave_report (self->autosave, ok, error);
  if (!ok)
    return;
  focus_near (self, index);
  rk_toast_show_undo (GTK_WIDGET (self),
                      rk_response_get_store (rk_autosave_get_response (self->autosave)), removed);
}

static void
remove_cb (RkRepeatTable *self, RkRepeatRow *row)
{
  remove_row (self, rk_repeat_row_get_node (row));
}

static void
remove_open_cb (RkRepeatTable *self)
{
  remove_row (self, self->open);
}

/* Another row: opening goes through the row's own signal. */
static void
step_cb (RkRepeatTable *self, int step)
{
  int index = find_index (self, self->open) + step;
  g_autoptr (RkFormNode) node = NULL;
  GtkWidget *row;

  if (index < 0)
    return;
  node = g_list_model_get_item (self->model, index);
  row = node != NULL ? reach_row (self, node) : NULL;
  if (row != NULL)
    g_signal_emit_by_name (row, "open");
}

static void
open_row (RkRepeatTable *self, RkFormNode *node)
{
  GtkWidget *row = reach_row (self, node);

  close_editor (self, FALSE);
  if (row == NULL)
    return;
  self->open = g_object_ref (node);
  self->editor = rk_row_editor_new (self->autosave, self->question, node);
  rk_question_widget_set_narrow (RK_QUESTION_WIDGET (self->editor), self->narrow);
  g_signal_connect_swapped (self->editor, "step", G_CALLBACK (step_cb), self);
  g_signal_connect_swapped (self->editor, "remove", G_CALLBACK (remove_open_cb), self);
  g_signal_connect_swapped (self->editor, "done", G_CALLBACK (done_cb), self);
  gtk_box_insert_child_after (self->table, self->editor, row);
  place_editor (self);
  show_rows (self);
  rk_question_widget_focus_first (RK_QUESTION_WIDGET (self->editor));
}

static void
open_cb (RkRepeatTable *self, RkRepeatRow *row)
{
  if (self->open == rk_repeat_row_get_node (row))
    close_editor (self, TRUE);
  else
    open_row (self, rk_repeat_row_get_node (row));
}

static void
move_cb (RkRepeatTable *self, int step, RkRepeatRow *row)
{
  RkFormNode *node = rk_repeat_row_get_node (row);
  g_autoptr (RkFormNode) kept = g_object_ref (node);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int position = find_index (self, node) + step;
  int n = (int) g_list_model_get_n_items (self->model);
  gboolean ok;

  if (position < 0 || position >= n || !can_change (self))
    return;
  ok = rk_response_move_row (rk_autosave_get_response (self->autosave), node, position, &error);
  rk_autosave_report (self->autosave, ok, error);
  if (!ok)
    return;
  gtk_widget_grab_focus (reach_row (self, kept));
  /* Translators: announced after moving a row: "Row 2 of 5". */
  text = g_strdup_printf (_ ("Row %d of %d"), position + 1, n);
  rk_announce (GTK_WIDGET (self), text);
}

static void
add_cb (RkRepeatTable *self)
{
  g_autoptr (GError) error = NULL;
  RkFormNode *row = NULL;
  gboolean ok;

  if (self->found != NULL) /* the new row would not be among those */
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ok = rk_response_add_row (rk_autosave_get_response (self->autosave), self->node, &row, &error);

  rk_autosave_report (self->autosave, ok, error);
  if (ok && row != NULL)
    open_row (self, row);
}

static const char *
get_none (RkRepeatTable *self)
{
  if (self->found != NULL)
    return _ ("No rows with these words.");
  return rk_form_node_is_user_controlled (self->node)
      ? _ ("No rows yet.")
      : _ ("The form adds rows here itself, after your answers.");
}

static void
show_count (RkRepeatTable *self)
{
  guint n = count_rows (self);
  const char *recommended = rk_form_node_get_attribute (self->node, "recommended");
  g_autofree char *rows = n > PAGE_ROWS
      /* Translators: the rows of a long table that are shown: "Rows 51 to 100 of 230". */
      ? g_strdup_printf (_ ("Rows %u to %u of %u"), self->first + 1,
                            MIN (self->first + PAGE_ROWS, n), n)
      : g_strdup_printf (ngettext ("%u row", "%u rows", n), n);
  g_autofree char *text = NULL;

  /* Translators: the number of rows, and how many are recommended at least: "3 rows ·
   * recommended: 3 or more". */
  text =
      recommended != NULL ? g_strdup_printf (_ ("%s · recommended: %s or more"), rows, recommended)
                          : g_strdup (rows);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0 || recommended != NULL);
  gtk_widget_set_visible (self->none, n == 0);
  gtk_label_set_label (GTK_LABEL (self->none), get_none (self));
  gtk_widget_set_visible (self->add, rk_form_node_is_user_controlled (self->node));
  gtk_widget_set_sensitive (self->add, !self->frozen);
  gtk_widget_set_visible (GTK_WIDGET (self->limit), rk_form_node_is_over_limit (self->node));
  show_rows (self);
}

static GtkWidget *
new_row (RkRepeatTable *self, RkFormNode *node)
{
  GtkWidget *row = rk_repeat_row_new (self->autosave, node, self->columns);

  rk_question_widget_set_narrow (RK_QUESTION_WIDGET (row), self->narrow);
  g_signal_connect_object (node, "notify::relevant", G_CALLBACK (relevant_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (row, "open", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (row, "move", G_CALLBACK (move_cb), self);
  g_signal_connect_swapped (row, "remove", G_CALLBACK (remove_cb), self);
  return row;
}

/* The first row there ever is tells what the columns are. */
static void
fill_header (RkRepeatTable *self, RkFormNode *row)
{
  if (adw_bin_get_child (self->header) == NULL)
    adw_bin_set_child (self->header, rk_repeat_row_new_header (row, self->columns));
}

static void
clear_rows (RkRepeatTable *self)
{
  GtkWidget *child = gtk_widget_get_next_sibling (GTK_WIDGET (self->header)), *next;

  for (; child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (RK_IS_REPEAT_ROW (child))
        gtk_box_remove (self->table, child);
    }
}

static void
show_pager (RkRepeatTable *self)
{
  guint n = count_rows (self);
  guint last = MIN (self->first + PAGE_ROWS, n);

  gtk_widget_set_visible (self->pager, n > PAGE_ROWS);
  gtk_widget_set_sensitive (self->earlier, self->first > 0);
  gtk_widget_set_sensitive (self->later, last < n);
}

static gboolean
has_words (RkRepeatTable *self, RkFormNode *row, const char *wanted)
{
  g_autoptr (GPtrArray) fields = rk_row_list_fields (row);

  for (guint i = 0; i < fields->len; i++)
    {
      g_autofree char *text =
          rk_repeat_row_dup_cell (self->autosave, g_ptr_array_index (fields, i));
      g_autofree char *folded = rk_text_fold (text);

      if (strstr (folded, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
find_rows (RkRepeatTable *self)
{
  g_autofree char *wanted = rk_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (*g_strstrip (wanted) == '\0')
    return;
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (self->model); i++)
    {
      g_autoptr (RkFormNode) row = g_list_model_get_item (self->model, i);

      if (has_words (self, row, wanted))
        g_ptr_array_add (self->found, g_steal_pointer (&row));
    }
}

/* The rows of the page that is open. */
static void
show_page (RkRepeatTable *self)
{
  guint n;

  if (self->page_id != 0 && self->found != NULL)
    find_rows (self);
  g_clear_handle_id (&self->page_id, g_source_remove);
  n = count_rows (self);
  clear_rows (self);
  if (self->first >= n)
    self->first = n > 0 ? (n - 1) / PAGE_ROWS * PAGE_ROWS : 0;
  for (guint i = self->first; i < MIN (self->first + PAGE_ROWS, n); i++)
    {
      g_autoptr (RkFormNode) node = ref_row (self, i);

      fill_header (self, node);
      gtk_box_append (self->table, new_row (self, node));
    }
  show_count (self);
  show_pager (self);
}

static gboolean
page_cb (gpointer data)
{
  show_page (data); /* which removes this source */
  return G_SOURCE_REMOVE;
}

/* One answer can add or remove hundreds of rows, one by one: the page is made once, before it is
 * drawn. */
static void
queue_page (RkRepeatTable *self)
{
  if (self->page_id == 0)
    self->page_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, page_cb, self, NULL);
}

static void
turn_page (RkRepeatTable *self, int step)
{
  close_editor (self, FALSE);
  self->first = (guint) MAX ((int) self->first + step * PAGE_ROWS, 0);
  show_page (self);
  rk_question_widget_focus_first (RK_QUESTION_WIDGET (self));
}

static void
earlier_cb (RkRepeatTable *self)
{
  turn_page (self, -1);
}

static void
later_cb (RkRepeatTable *self)
{
  turn_page (self, 1);
}

/* Takes @removed rows out from @position on; returns the widget after which new ones come. */
static GtkWidget *
cut_rows (RkRepeatTable *self, guint position, guint removed)
{
  GtkWidget *after = GTK_WIDGET (self->header);
  GtkWidget *child = gtk_widget_get_next_sibling (after), *next;

  for (guint seen = 0; child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (child == self->editor && seen <= position)
        after = child;
      if (!RK_IS_REPEAT_ROW (child))
        continue;
      if (seen < position)
        after = child;
      else if (seen < position + removed)
        gtk_box_remove (self->table, child);
      seen++;
    }
  return after;
}

/* Rows come and go at the places where the model says so; the others stay as they are. */
static void
change_rows (RkRepeatTable *self, guint position, guint removed, guint added)
{
  GtkWidget *after = cut_rows (self, position, removed);

  for (guint i = 0; i < added; i++)
    {
      g_autoptr (RkFormNode) node = g_list_model_get_item (self->model, position + i);
      GtkWidget *row = new_row (self, node);

      fill_header (self, node);
      gtk_box_insert_child_after (self->table, row, after);
      after = row;
    }
  show_count (self);
  show_pager (self);
}

/* --- searching -------------------------------------------------------------------------------- */

static void
search_cb (RkRepeatTable *self)
{
  g_autofree char *text = NULL;

  close_editor (self, FALSE);
  find_rows (self);
  self->first = 0;
  show_page (self);
  if (self->found == NULL)
    return;
  /* Translators: how many rows of a table have the words searched for. */
  text = g_strdup_printf (ngettext ("%u row found", "%u rows found", self->found->len),
                          self->found->len);
  rk_announce (GTK_WIDGET (self), text);
}

/* Rows have moved: their numbers have changed. */
static void
update_places (RkRepeatTable *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RK_IS_REPEAT_ROW (child))
      rk_question_widget_update (RK_QUESTION_WIDGET (child));
  place_editor (self);
}

static void
items_changed_cb (RkRepeatTable *self, guint position, guint removed, guint added)
{
  guint n = g_list_model_get_n_items (self->model);

  if (self->found != NULL)
    {
      close_editor (self, FALSE);
      queue_page (self);
      return;
    }
  if (self->open != NULL && (find_index (self, self->open) < 0 || removed > 0))
    close_editor (self, FALSE);
  if (self->page_id == 0 && position >= self->first + PAGE_ROWS)
    { /* on a later page */
      show_count (self);
      show_pager (self);
      place_editor (self);
      return;
    }
  if (self->page_id == 0 && MAX (n, n + removed - added) <= PAGE_ROWS)
    {
      change_rows (self, position, removed, added);
      if (position + added < n)
        update_places (self);
      place_editor (self);
      return;
    }
  close_editor (self, FALSE);
  queue_page (self);
}

static void
update (RkQuestionWidget *widget)
{
  RkRepeatTable *self = RK_REPEAT_TABLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RK_IS_REPEAT_ROW (child))
      rk_question_widget_update (RK_QUESTION_WIDGET (child));
}

static void
set_narrow (RkQuestionWidget *widget, gboolean narrow)
{
  RkRepeatTable *self = RK_REPEAT_TABLE (widget);

  self->narrow = narrow;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RK_IS_REPEAT_ROW (child))
      rk_question_widget_set_narrow (RK_QUESTION_WIDGET (child), narrow);
  if (self->editor != NULL)
    rk_question_widget_set_narrow (RK_QUESTION_WIDGET (self->editor), narrow);
  show_count (self);
}

static void
set_frozen (RkQuestionWidget *widget, gboolean frozen)
{
  RkRepeatTable *self = RK_REPEAT_TABLE (widget);

  self->frozen = frozen;
  show_count (self);
  place_editor (self);
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  RkRepeatTable *self = RK_REPEAT_TABLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RK_IS_REPEAT_ROW (child) && gtk_widget_get_visible (child))
      return gtk_widget_grab_focus (child);
  return gtk_widget_grab_focus (self->add);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->update = update;
  iface->set_narrow = set_narrow;
  iface->set_frozen = set_frozen;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkRepeatTable, rk_repeat_table, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_repeat_table_dispose (GObject *object)
{
  RkRepeatTable *self = RK_REPEAT_TABLE (object);

  g_clear_handle_id (&self->page_id, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->open);
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  g_clear_object (&self->question);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  G_OBJECT_CLASS (rk_repeat_table_parent_class)->dispose (object);
}

static void
rk_repeat_table_finalize (GObject *object)
{
  g_ptr_array_unref (RK_REPEAT_TABLE (object)->columns);
  G_OBJECT_CLASS (rk_repeat_table_parent_class)->finalize (object);
}

static void
rk_repeat_table_class_init (RkRepeatTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_repeat_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_repeat_table_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-repeat-table.ui");
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, table);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, header);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, offers);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, none);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, add);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, count);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, bar);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, search);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, limit);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, pager);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, earlier);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatTable, later);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  page_signal =
      g_signal_new_class_handler ("page", RK_TYPE_REPEAT_TABLE, G_SIGNAL_RUN_LAST,
                                  G_CALLBACK (show_page), NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rk_repeat_table_init (RkRepeatTable *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_repeat_table_new (RkAutosave *autosave, RkQuestion *question)
{
  RkRepeatTable *self = g_object_new (RK_TYPE_REPEAT_TABLE, NULL);
  RkFormNode *node = rk_question_get_node (question);
  g_autofree char *label = rk_question_dup_label (question);

  self->autosave = g_object_ref (autosave);
  self->question = g_object_ref (question);
  self->node = g_object_ref (node);
  self->model = g_object_ref (rk_form_node_get_children (node));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect_swapped (self->model, "items-changed", G_CALLBACK (items_changed_cb), self);
  adw_bin_set_child (self->offers, rk_offer_button_new (autosave, node));
  show_page (self);
  return GTK_WIDGET (self);
}

gboolean
rk_repeat_table_show_field (RkRepeatTable *self, RkFormNode *field)
{
  RkFormNode *row = field;

  g_return_val_if_fail (RK_IS_REPEAT_TABLE (self), FALSE);
  while (row != NULL && rk_form_node_get_parent (row) != self->node)
    row = rk_form_node_get_parent (row);
  if (row == NULL || find_index (self, row) < 0)
    return FALSE;
  if (self->found != NULL) /* it may not be among those */
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  open_row (self, row);
  return self->editor != NULL && rk_row_editor_show_field (RK_ROW_EDITOR (self->editor), field);
}
