/* SPDX-License-Identifier: EUPL-1.2 */
/* The row of filters: words, a chip per field, and one more. */
#include "config.h"
#include "rk-record-table-private.h"

#include "rk-filter-chip.h"
#include "rk-status-label.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

static void
say_count (RkRecordTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *text = g_strdup_printf (ngettext ("%u result", "%u results", n), n);

  rk_announce (GTK_WIDGET (self), text);
}

static gboolean
is_number (RkRecordTable *self, const char *name)
{
  for (const RkTableColumn *column = self->spec->columns; column->name != NULL; column++)
    if (g_str_equal (column->name, name))
      return column->type == RK_FIELD_DECIMAL || column->type == RK_FIELD_MONEY ||
             column->type == RK_FIELD_INTEGER || column->cell == RK_CELL_SCORE;
  return FALSE;
}

void
rk_record_table_apply (RkRecordTable *self)
{
  g_auto (GStrv) parameters = NULL;
  g_autofree char *where = rk_record_filter_dup_where (self->filter, NULL, &parameters);
  g_autofree char *order =
      rk_record_order (self->kind, self->order, is_number (self, self->order), self->descending);
  g_autoptr (GError) error = NULL;

  if (!rk_list_model_set_filter (self->list, gtk_editable_get_text (self->words), where,
                                 (const char *const *) parameters, order, &error))
    g_warning ("%s", error->message);
}

static void
filtered_cb (RkRecordTable *self)
{
  if (self->quiet)
    return;
  rk_record_table_apply (self);
  rk_record_table_save (self);
  say_count (self);
}

static gboolean
is_default (RkRecordTable *self, const char *field)
{
  return g_strv_contains (self->spec->filters, field);
}

/* Chips that are always there only lose their condition. */
static void
removed_cb (RkRecordTable *self, GtkWidget *chip)
{
  if (!is_default (self, rk_filter_chip_get_field (RK_FILTER_CHIP (chip))->name))
    gtk_widget_unparent (chip);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_filter));
}

static RkFilterChip *
find_chip (RkRecordTable *self, const char *field)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (RK_IS_FILTER_CHIP (chip) &&
        g_str_equal (rk_filter_chip_get_field (RK_FILTER_CHIP (chip))->name, field))
      return RK_FILTER_CHIP (chip);
  return NULL;
}

static RkFilterChip *
add_chip (RkRecordTable *self, const char *name)
{
  const RkField *field = &self->kind->fields[rk_kind_find_field (self->kind, name)];
  GtkWidget *chip = rk_filter_chip_new (self->store, self->list, self->filter, field);

  gtk_widget_insert_before (chip, self->chips, GTK_WIDGET (self->add_filter));
  g_signal_connect_object (chip, "changed", G_CALLBACK (filtered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  return RK_FILTER_CHIP (chip);
}

void
rk_record_table_show_filters (RkRecordTable *self)
{
  g_autoptr (GPtrArray) fields = rk_record_filter_list_fields (self->filter);

  for (guint i = 0; i < fields->len; i++)
    if (find_chip (self, g_ptr_array_index (fields, i)) == NULL)
      add_chip (self, g_ptr_array_index (fields, i));
  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (RK_IS_FILTER_CHIP (chip))
      rk_filter_chip_refresh (RK_FILTER_CHIP (chip));
}

/* --- one more -------------------------------------------------------------------------------- */

static void
field_chosen_cb (RkRecordTable *self, GtkListBoxRow *row)
{
  const char *name = gtk_widget_get_name (GTK_WIDGET (row));
  RkFilterChip *chip = find_chip (self, name);

  gtk_menu_button_popdown (self->add_filter);
  if (chip == NULL)
    chip = add_chip (self, name);
  rk_filter_chip_popup (chip);
}

static GtkWidget *
make_field_list (RkRecordTable *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (const RkField *field = self->kind->fields; field->name != NULL; field++)
    if (rk_filter_chip_can_filter (field))
      {
        GtkWidget *row = gtk_list_box_row_new ();
        GtkWidget *label =
            g_object_new (GTK_TYPE_LABEL, "label", _ (field->label), "xalign", 0.0, NULL);

        gtk_widget_set_name (row, field->name);
        gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
        gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _ (field->label), -1);
        gtk_list_box_append (GTK_LIST_BOX (list), row);
      }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Fields to filter on"), -1);
  gtk_widget_add_css_class (list, "rk-hits");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (field_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_set (scroller, "child", list, "hscrollbar-policy", GTK_POLICY_NEVER,
                "max-content-height", 360, "propagate-natural-height", TRUE,
                "propagate-natural-width", TRUE, NULL);
  return scroller;
}

void
rk_record_table_make_filters (RkRecordTable *self)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), make_field_list (self));
  gtk_menu_button_set_popover (self->add_filter, popover);
  for (guint i = 0; self->spec->filters[i] != NULL; i++)
    add_chip (self, self->spec->filters[i]);
  g_object_set (self->words, "placeholder-text", _ (self->spec->search), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->spec->search), -1);
  g_signal_connect_swapped (self->words, "search-changed", G_CALLBACK (filtered_cb), self);
}

void
rk_record_table_clear_filters (RkRecordTable *self)
{
  g_return_if_fail (RK_IS_RECORD_TABLE (self));
  self->quiet = TRUE;
  rk_record_filter_clear (self->filter);
  gtk_editable_set_text (self->words, "");
  self->quiet = FALSE;
  rk_record_table_show_filters (self);
  filtered_cb (self);
}
