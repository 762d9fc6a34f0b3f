/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-record-table-private.h"

#include "rk-button.h"
#include "rk-format.h"
#include "rk-row-range.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

/* More than this is ticked only when asked for a second time. */
#define MAX_TICKS 5000

G_DEFINE_FINAL_TYPE (RkRecordTable, rk_record_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  SIGNAL_TICKS_CHANGED,
  SIGNAL_COUNTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static guint
get_n_rows (RkRecordTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/* --- footer ---------------------------------------------------------------------------------- */

static const char *
get_order_title (RkRecordTable *self)
{
  for (const RkTableColumn *column = self->spec->columns; column->name != NULL; column++)
    if (g_str_equal (column->name, self->order))
      return _ (column->title);
  return "";
}

static void
show_range (RkRecordTable *self)
{
  GtkWidget *scroller = self->narrow ? self->lines_scroller : self->table_scroller;
  g_autofree char *order = g_utf8_strdown (get_order_title (self), -1);
  g_autofree char *range = NULL, *text = NULL;
  guint n = get_n_rows (self);

  range = rk_row_range_dup (GTK_SCROLLED_WINDOW (scroller), n,
                            _ (self->kind->label), _ (self->kind->label_plural));
  if (n == 0)
    text = g_strdup (self->spec->none != NULL ? _ (self->spec->none) : "");
  else
    /* Translators: "1 to 15 of 84 applications · sorted by name" */
    text = g_strdup_printf (_ ("%s · sorted by %s"), range, order);
  gtk_label_set_label (self->range, text);
}

static void
show_sum (RkRecordTable *self)
{
  g_autofree char *amount = NULL, *text = NULL, *known = NULL;
  gint64 n_known = 0;
  double sum = 0;
  guint n = get_n_rows (self);

  if (self->spec->sum == NULL || n == 0 ||
      !rk_list_model_sum (self->list, self->spec->sum, &sum, &n_known, NULL))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->sum), FALSE);
      return;
    }
  amount = n_known > 0 ? rk_format_money (sum, RK_FORMAT_TABLE) : g_strdup (_ ("unknown"));
  /* Translators: what a sum is of, and the amount */
  text = g_strdup_printf (_ ("%s: %s"), _ (self->spec->sum_label), amount);
  /* Translators: a sum, and for how many rows of it the amount is known */
  known = g_strdup_printf (_ ("%s (known for %u of %u)"), text, (guint) n_known, n);
  gtk_label_set_label (self->sum, n_known > 0 && n_known < n ? known : text);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), !self->narrow);
}

static void
show_bulk (RkRecordTable *self)
{
  guint n = g_hash_table_size (self->ticked);
  guint all = get_n_rows (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n);
  g_autofree char *count = rk_format_number (all, 0);
  /* Translators: a number of rows */
  g_autofree char *every = g_strdup_printf (_ ("Choose all %s"), count);

  gtk_label_set_label (self->n_ticked, text);
  gtk_button_set_label (GTK_BUTTON (self->all_button), every);
  gtk_widget_set_visible (self->all_button, n == MAX_TICKS && all > n);
  gtk_stack_set_visible_child_name (self->footer, n > 0 ? "bulk" : "range");
  self->quiet = TRUE;
  g_object_set (self->tick_all, "active", n > 0 && n >= all, "inconsistent", n > 0 && n < all,
                NULL);
  self->quiet = FALSE;
}

static gboolean
footer_cb (gpointer data)
{
  RkRecordTable *self = data;

  self->footer_id = 0;
  show_range (self);
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (RkRecordTable *self)
{
  if (self->footer_id == 0)
    self->footer_id = g_timeout_add (50, footer_cb, self);
}

static void
show_view (RkRecordTable *self)
{
  gboolean filtered =
      !rk_record_filter_is_empty (self->filter) || *gtk_editable_get_text (self->words) != '\0';

  if (get_n_rows (self) == 0 && filtered)
    gtk_stack_set_visible_child_name (self->views, "none");
  else
    gtk_stack_set_visible_child_name (self->views, self->narrow ? "lines" : "table");
}

/* --- selection ------------------------------------------------------------------------------- */

static void
selected_cb (RkRecordTable *self)
{
  RkRecord *record = gtk_single_selection_get_selected_item (self->selection);
  const char *id = record != NULL ? rk_record_get_id (record) : NULL;

  if (self->quiet || id == NULL || *id == '\0' || g_strcmp0 (id, self->selected) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  rk_record_table_save (self);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, self->selected);
}

/* The list in the column view, which has the actions. */
static GtkWidget *
find_rows (RkRecordTable *self)
{
  GtkWidget *rows = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (rows != NULL && !GTK_IS_LIST_BASE (rows))
    rows = gtk_widget_get_next_sibling (rows);
  return rows;
}

static void
scroll_to (RkRecordTable *self, guint position)
{
  gtk_widget_activate_action (self->narrow ? GTK_WIDGET (self->lines) : find_rows (self),
                              "list.scroll-to-item", "u", position);
}

/* The selection is of a record, not of a position. */
static gboolean
reselect_cb (gpointer data)
{
  RkRecordTable *self = data;
  gint64 position = self->selected != NULL ? rk_list_model_find (self->list, self->selected) : -1;

  self->select_id = 0;
  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     position >= 0 ? (guint) position : GTK_INVALID_LIST_POSITION);
  self->quiet = FALSE;
  return G_SOURCE_REMOVE;
}

static void
drop_lost_ticks (RkRecordTable *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->ticked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (RkRecord) record = rk_store_get (self->store, self->kind->name, id, NULL);

      if (record == NULL)
        g_hash_table_iter_remove (&iter);
    }
}

static void
items_changed_cb (RkRecordTable *self)
{
  if (self->select_id == 0)
    self->select_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, reselect_cb, self, NULL);
  if (g_hash_table_size (self->ticked) <= 100)
    drop_lost_ticks (self);
  show_view (self);
  show_sum (self);
  show_bulk (self);
  scrolled_cb (self);
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

static void
activate (RkRecordTable *self)
{
  if (self->selected != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, self->selected);
}

static void
activated_cb (RkRecordTable *self, guint position)
{
  g_autoptr (RkRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (record != NULL)
    gtk_single_selection_set_selected (self->selection, position);
  activate (self);
}

/* Where the detail is not beside the table, a click is enough. */
static void
clicked_cb (GtkGestureClick *gesture, int n, double x, double y, RkRecordTable *self)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *at = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!self->compact || at == NULL || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return;
  for (GtkWidget *w = at; w != NULL && w != view; w = gtk_widget_get_parent (w))
    if (GTK_IS_CHECK_BUTTON (w))
      return;
    else if (GTK_IS_LIST_BASE (w) || (view == GTK_WIDGET (self->lines) && w == at))
      {
        activate (self);
        return;
      }
}

/* --- ticks ----------------------------------------------------------------------------------- */

static void
ticks_changed (RkRecordTable *self)
{
  show_bulk (self);
  g_signal_emit (self, signals[SIGNAL_TICKS_CHANGED], 0);
}

void
rk_record_table_set_tick (RkRecordTable *self, const char *id, gboolean ticked)
{
  if (ticked)
    g_hash_table_add (self->ticked, g_strdup (id));
  else
    g_hash_table_remove (self->ticked, id);
  ticks_changed (self);
}

static void
tick_first (RkRecordTable *self, guint most)
{
  g_autoptr (GPtrArray) ids = rk_list_model_list_ids (self->list);

  g_hash_table_remove_all (self->ticked);
  for (guint i = 0; i < MIN (ids->len, most); i++)
    g_hash_table_add (self->ticked, g_strdup (g_ptr_array_index (ids, i)));
  rk_record_table_show_ticks (self);
  ticks_changed (self);
}

static void
tick_every_cb (RkRecordTable *self)
{
  tick_first (self, G_MAXUINT);
}

static void
tick_all_cb (RkRecordTable *self)
{
  if (self->quiet)
    return;
  if (gtk_check_button_get_active (self->tick_all))
    rk_record_table_tick_all (self);
  else
    rk_record_table_untick_all (self);
}

static gboolean
key_pressed_cb (RkRecordTable *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_space || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      self->selected == NULL)
    return GDK_EVENT_PROPAGATE;
  rk_record_table_set_tick (self, self->selected,
                            !g_hash_table_contains (self->ticked, self->selected));
  rk_record_table_show_ticks (self);
  return GDK_EVENT_STOP;
}

static void
show_chips_cb (RkRecordTable *self)
{
  gtk_widget_set_visible (self->chips,
                          !self->narrow || gtk_toggle_button_get_active (self->show_chips));
}

static void
tick_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_record_table_tick_all (RK_RECORD_TABLE (widget));
}

static void
focus_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_record_table_focus_filter (RK_RECORD_TABLE (widget));
}

/* --- class ----------------------------------------------------------------------------------- */

/* The bin has a layout of its own: how wide the table is, its scroll bar knows. */
static void
resized_cb (RkRecordTable *self, GParamSpec *pspec, GtkAdjustment *adjustment)
{
  int width = (int) gtk_adjustment_get_page_size (adjustment);

  if (self->width == width)
    return;
  self->width = width;
  rk_record_table_fit_columns (self);
}

static void
column_state_free (gpointer data)
{
  RkTableColumnState *state = data;

  g_object_unref (state->column);
  g_free (state);
}

static void
rk_record_table_dispose (GObject *object)
{
  RkRecordTable *self = RK_RECORD_TABLE (object);

  if (self->save_id != 0)
    rk_record_table_save_now (self);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_handle_id (&self->footer_id, g_source_remove);
  g_clear_handle_id (&self->select_id, g_source_remove);
  self->quiet = TRUE; /* what goes changes nothing any more */
  if (self->view != NULL)
    {
      gtk_column_view_set_model (self->view, NULL);
      gtk_list_view_set_model (self->lines, NULL);
    }
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_record_table_parent_class)->dispose (object);
}

static void
rk_record_table_finalize (GObject *object)
{
  RkRecordTable *self = RK_RECORD_TABLE (object);

  g_clear_pointer (&self->filter, rk_record_filter_free);
  g_free (self->selected);
  g_hash_table_unref (self->ticked);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->columns);
  G_OBJECT_CLASS (rk_record_table_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, tools);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, words);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, chips);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, show_chips);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, add_filter);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, column_button);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, views);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, view);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, lines);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, tick_all);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, table_scroller);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, lines_scroller);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, none);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, footer);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, range);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, sum);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, n_ticked);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, all_button);
  gtk_widget_class_bind_template_child (widget_class, RkRecordTable, bulk);
}

static void
make_signals (void)
{
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", RK_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", RK_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TICKS_CHANGED] =
      g_signal_new ("ticks-changed", RK_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_COUNTED] = g_signal_new ("counted", RK_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rk_record_table_class_init (RkRecordTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_record_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_record_table_finalize;
  make_signals ();
  g_type_ensure (RK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/records/rk-record-table.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, rk_record_table_clear_filters);
  gtk_widget_class_bind_template_callback (widget_class, rk_record_table_untick_all);
  gtk_widget_class_bind_template_callback (widget_class, tick_every_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_chips_cb);
  gtk_widget_class_install_action (widget_class, "table.tick-all", NULL, tick_all_action);
  gtk_widget_class_install_action (widget_class, "table.focus-filter", NULL, focus_filter_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "table.tick-all",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "table.focus-filter", NULL);
}

static void
add_controllers (RkRecordTable *self, GtkWidget *view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (view, keys);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (activated_cb), self);
}

static void
rk_record_table_init (RkRecordTable *self)
{
  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->checks = g_ptr_array_new ();
  self->columns = g_ptr_array_new_with_free_func (column_state_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_controllers (self, GTK_WIDGET (self->view));
  add_controllers (self, GTK_WIDGET (self->lines));
  rk_row_range_watch (GTK_SCROLLED_WINDOW (self->table_scroller), G_CALLBACK (scrolled_cb), self);
  rk_row_range_watch (GTK_SCROLLED_WINDOW (self->lines_scroller), G_CALLBACK (scrolled_cb), self);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (
                               GTK_SCROLLED_WINDOW (self->table_scroller)),
                           "notify::page-size", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->tick_all, "toggled", G_CALLBACK (tick_all_cb), self);
}

static void
make_list (RkRecordTable *self)
{
  self->list = rk_list_model_new (self->store, self->kind->name);
  if (self->spec->derived != NULL)
    rk_list_model_set_derived (self->list, self->spec->derived);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
}

static void
show_list (RkRecordTable *self)
{
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->lines, rk_record_table_make_lines (self));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self);
}

GtkWidget *
rk_record_table_new (RkStore *store, const RkTableSpec *spec)
{
  RkRecordTable *self;

  g_return_val_if_fail (RK_IS_STORE (store) && spec != NULL, NULL);
  self = g_object_new (RK_TYPE_RECORD_TABLE, NULL);
  self->store = g_object_ref (store);
  self->spec = spec;
  self->kind = rk_store_get_kind (store, spec->kind);
  self->filter = rk_record_filter_new (self->kind);
  self->order = spec->order;
  make_list (self);
  rk_record_table_make_columns (self);
  rk_record_table_make_filters (self);
  gtk_label_set_label (self->none, _ (spec->none));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->label_plural), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (find_rows (self)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->label_plural), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lines), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->label_plural), -1);
  rk_record_table_restore (self);
  show_list (self);
  return GTK_WIDGET (self);
}

RkListModel *
rk_record_table_get_list (RkRecordTable *self)
{
  g_return_val_if_fail (RK_IS_RECORD_TABLE (self), NULL);
  return self->list;
}

const char *
rk_record_table_get_selected (RkRecordTable *self)
{
  g_return_val_if_fail (RK_IS_RECORD_TABLE (self), NULL);
  return self->selected;
}

void
rk_record_table_select (RkRecordTable *self, const char *id)
{
  gint64 position;
  g_autofree char *copy = g_strdup (id);

  g_return_if_fail (RK_IS_RECORD_TABLE (self));
  rk_list_model_refresh (self->list); /* it may have been made a moment ago */
  position = copy != NULL ? rk_list_model_find (self->list, copy) : -1;
  if (copy != NULL && position < 0)
    {
      rk_record_table_clear_filters (self);
      position = rk_list_model_find (self->list, copy);
    }
  g_free (self->selected);
  self->selected = position >= 0 ? g_steal_pointer (&copy) : NULL;
  reselect_cb (self);
  if (position >= 0)
    scroll_to (self, (guint) position);
  rk_record_table_save (self);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, self->selected);
}

void
rk_record_table_select_next (RkRecordTable *self)
{
  g_autoptr (RkRecord) next = NULL;
  gint64 position;

  g_return_if_fail (RK_IS_RECORD_TABLE (self));
  position = self->selected != NULL ? rk_list_model_find (self->list, self->selected) : -1;
  if (position >= 0)
    next = g_list_model_get_item (G_LIST_MODEL (self->list), (guint) position + 1);
  if (next == NULL && position > 0)
    next = g_list_model_get_item (G_LIST_MODEL (self->list), (guint) position - 1);
  rk_record_table_select (self, next != NULL ? rk_record_get_id (next) : NULL);
}

GStrv
rk_record_table_dup_ticked (RkRecordTable *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (RK_IS_RECORD_TABLE (self), NULL);
  /* in the order of the table, then what a filter hides now */
  ids = rk_list_model_list_ids (self->list);
  for (guint i = 0; i < ids->len; i++)
    if (g_hash_table_contains (self->ticked, g_ptr_array_index (ids, i)))
      g_strv_builder_add (builder, g_ptr_array_index (ids, i));
  return g_strv_builder_end (builder);
}

guint
rk_record_table_get_n_ticked (RkRecordTable *self)
{
  g_return_val_if_fail (RK_IS_RECORD_TABLE (self), 0);
  return g_hash_table_size (self->ticked);
}

void
rk_record_table_tick_all (RkRecordTable *self)
{
  g_return_if_fail (RK_IS_RECORD_TABLE (self));
  tick_first (self, MAX_TICKS);
}

void
rk_record_table_untick_all (RkRecordTable *self)
{
  g_return_if_fail (RK_IS_RECORD_TABLE (self));
  g_hash_table_remove_all (self->ticked);
  rk_record_table_show_ticks (self);
  ticks_changed (self);
}

void
rk_record_table_add_bulk_button (RkRecordTable *self, const char *label, const char *action)
{
  GtkWidget *button;

  g_return_if_fail (RK_IS_RECORD_TABLE (self));
  button = gtk_button_new_with_mnemonic (label);
  rk_button_mend_name (GTK_BUTTON (button));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  rk_wrap_box_append (RK_WRAP_BOX (self->bulk), button);
}

void
rk_record_table_focus_filter (RkRecordTable *self)
{
  g_return_if_fail (RK_IS_RECORD_TABLE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

void
rk_record_table_focus_rows (RkRecordTable *self)
{
  g_return_if_fail (RK_IS_RECORD_TABLE (self));
  gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->lines) : GTK_WIDGET (self->view));
}

static gboolean
has_focus (RkRecordTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->views));
}

void
rk_record_table_set_narrow (RkRecordTable *self, gboolean narrow)
{
  gboolean focused;

  g_return_if_fail (RK_IS_RECORD_TABLE (self));
  if (self->narrow == narrow)
    return;
  focused = has_focus (self);
  self->narrow = narrow;
  gtk_list_view_set_model (self->lines, narrow ? GTK_SELECTION_MODEL (self->selection) : NULL);
  gtk_column_view_set_model (self->view, narrow ? NULL : GTK_SELECTION_MODEL (self->selection));
  gtk_widget_set_visible (GTK_WIDGET (self->column_button), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->show_chips), narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  show_chips_cb (self);
  show_view (self);
  show_sum (self);
  scrolled_cb (self);
  if (focused) /* it was in the rows that are no more */
    rk_record_table_focus_rows (self);
}

void
rk_record_table_set_compact (RkRecordTable *self, gboolean compact)
{
  g_return_if_fail (RK_IS_RECORD_TABLE (self));
  self->compact = compact;
}

void
rk_record_table_add_tool (RkRecordTable *self, GtkWidget *widget)
{
  g_return_if_fail (RK_IS_RECORD_TABLE (self));
  gtk_box_append (GTK_BOX (self->tools), widget);
}
