/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands in a cell. */
#include "config.h"
#include "rk-record-table-private.h"

#include "rk-field-words.h"
#include "rk-lifecycle.h"
#include "rk-score-bar.h"
#include "rk-status-chip.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *
get_value (RkRecordTable *self, RkRecord *record, const char *name)
{
  return rk_kind_find_field (self->kind, name) >= 0 ? rk_record_get (record, name)
                                                    : rk_record_get_derived (record, name);
}

static char *
dup_text (const RkTableColumnState *state, RkRecord *record)
{
  RkRecordTable *self = state->table;
  const char *value = get_value (self, record, state->spec->name);
  int i = rk_kind_find_field (self->kind, state->spec->name);
  RkField derived = { state->spec->name, state->spec->title, state->spec->type };

  if (value == NULL)
    return g_strdup ("–");
  return rk_field_dup_text (self->store, i >= 0 ? &self->kind->fields[i] : &derived, value);
}

static gboolean
is_number (const RkTableColumnState *state)
{
  int i = rk_kind_find_field (state->table->kind, state->spec->name);
  RkFieldType type = i >= 0 ? state->table->kind->fields[i].type : state->spec->type;

  return type == RK_FIELD_INTEGER || type == RK_FIELD_DECIMAL || type == RK_FIELD_MONEY;
}

/* GTK 4.8 gives a row no name of its own: it gets that of the record, through any of its cells. */
static void
name_row (RkRecordTable *self, GtkListItem *item, RkRecord *record)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *name = NULL;

  if (row == NULL || GTK_IS_LIST_VIEW (row))
    row = cell;
  if (row == NULL)
    return;
  name = self->spec->dup_row_name (self->store, record);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* --- cells ----------------------------------------------------------------------------------- */

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *item, RkTableColumnState *state)
{
  GtkWidget *child;

  if (state->spec->cell == RK_CELL_STATUS)
    child = rk_status_chip_new (TRUE);
  else if (state->spec->cell == RK_CELL_SCORE)
    child = rk_score_bar_new (FALSE, 0);
  else
    {
      child = gtk_inscription_new (NULL);
      gtk_inscription_set_text_overflow (GTK_INSCRIPTION (child),
                                         GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
      gtk_inscription_set_xalign (GTK_INSCRIPTION (child), is_number (state) ? 1 : 0);
      gtk_inscription_set_min_chars (GTK_INSCRIPTION (child), 4);
      gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (child), PANGO_WRAP_CHAR);
      gtk_widget_set_valign (child, GTK_ALIGN_CENTER); /* one line, whatever the height of a row */
    }
  gtk_list_item_set_child (item, child);
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *item, RkTableColumnState *state)
{
  RkRecord *record = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);
  const char *value = get_value (state->table, record, state->spec->name);
  g_autofree char *text = NULL;

  if (state->spec == state->table->spec->columns)
    name_row (state->table, item, record);
  if (RK_IS_STATUS_CHIP (child))
    rk_status_chip_set_status (RK_STATUS_CHIP (child), rk_lifecycle_from_text (value));
  else if (RK_IS_SCORE_BAR (child))
    rk_score_bar_set_score (RK_SCORE_BAR (child),
                            value != NULL ? g_ascii_strtod (value, NULL) : NAN);
  else
    {
      text = dup_text (state, record);
      gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
      gtk_widget_set_tooltip_text (child, value != NULL && strlen (text) > 20 ? text : NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
    }
}

GtkListItemFactory *
rk_record_table_make_cells (RkTableColumnState *state)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), state);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), state);
  return factory;
}

/* --- ticks ----------------------------------------------------------------------------------- */

static void
tick_toggled_cb (RkRecordTable *self, GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "rk-id");

  if (!self->quiet && id != NULL)
    rk_record_table_set_tick (self, id, gtk_check_button_get_active (check));
}

static void
show_tick (RkRecordTable *self, GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "rk-id");

  gtk_check_button_set_active (check, id != NULL && g_hash_table_contains (self->ticked, id));
}

void
rk_record_table_show_ticks (RkRecordTable *self)
{
  gboolean quiet = self->quiet;

  self->quiet = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    show_tick (self, g_ptr_array_index (self->checks, i));
  self->quiet = quiet;
}

static void
forget_check_cb (gpointer data, GObject *check)
{
  g_ptr_array_remove_fast (data, check);
  g_ptr_array_unref (data);
}

static GtkWidget *
make_check (RkRecordTable *self)
{
  GtkWidget *check = gtk_check_button_new ();

  /* Space on the row ticks it. (Not "focusable": a check button of GTK 4.8 takes no notice.) */
  gtk_widget_set_can_focus (check, FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (tick_toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  g_object_weak_ref (G_OBJECT (check), forget_check_cb, g_ptr_array_ref (self->checks));
  return check;
}

static void
bind_check (RkRecordTable *self, GtkWidget *check, RkRecord *record)
{
  g_autofree char *name = rk_record_dup_name (self->store, record);
  /* Translators: ticks a row of a table; %s is the name of the row */
  g_autofree char *label = g_strdup_printf (_ ("Choose %s"), name);
  gboolean quiet = self->quiet;

  g_object_set_data_full (G_OBJECT (check), "rk-id", g_strdup (rk_record_get_id (record)), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  self->quiet = TRUE;
  show_tick (self, GTK_CHECK_BUTTON (check));
  self->quiet = quiet;
}

static void
setup_tick_cb (GtkListItemFactory *factory, GtkListItem *item, RkRecordTable *self)
{
  gtk_list_item_set_child (item, make_check (self));
}

static void
bind_tick_cb (GtkListItemFactory *factory, GtkListItem *item, RkRecordTable *self)
{
  bind_check (self, gtk_list_item_get_child (item), gtk_list_item_get_item (item));
}

GtkListItemFactory *
rk_record_table_make_ticks (RkRecordTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_tick_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_tick_cb), self, 0);
  return factory;
}

/* --- rows of two lines ----------------------------------------------------------------------- */

static void
setup_line_cb (GtkListItemFactory *factory, GtkListItem *item, RkRecordTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *second =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (second, "rk-caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), second);
  gtk_box_append (GTK_BOX (box), make_check (self));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), rk_status_chip_new (FALSE));
  gtk_list_item_set_child (item, box);
}

static void
bind_line_cb (GtkListItemFactory *factory, GtkListItem *item, RkRecordTable *self)
{
  RkRecord *record = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *words = gtk_widget_get_next_sibling (check);
  GtkWidget *chip = gtk_widget_get_next_sibling (words);
  g_autofree char *name = rk_record_dup_name (self->store, record);
  g_autofree char *second = self->spec->dup_second_line (self->store, record);
  gboolean has_status = rk_kind_find_field (self->kind, "status") >= 0;

  bind_check (self, check, record);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (words)), name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (words)), second);
  gtk_widget_set_visible (chip, has_status);
  if (has_status)
    rk_status_chip_set_status (RK_STATUS_CHIP (chip),
                               rk_lifecycle_from_text (rk_record_get (record, "status")));
  name_row (self, item, record);
}

GtkListItemFactory *
rk_record_table_make_lines (RkRecordTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_line_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_line_cb), self, 0);
  return factory;
}
