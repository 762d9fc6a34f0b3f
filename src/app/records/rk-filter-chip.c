/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-filter-chip.h"

#include "rk-field-words.h"
#include "rk-format.h"
#include "rk-text.h"

#include <glib/gi18n.h>

/* More values than this are searched by name in the table itself. */
#define MAX_VALUES 200
#define VALUES_WITHOUT_SEARCH 12
#define LABEL_VALUES 2

struct _RkFilterChip
{
  AdwBin parent_instance;
  RkStore *store;
  RkListModel *list;
  RkRecordFilter *filter;
  const RkField *field;
  GtkMenuButton *button;
  GtkLabel *label;
  GtkWidget *remove;
  GtkPopover *popover;
  GtkWidget *checks; /* (nullable): the box of check buttons */
  GtkEditable *from; /* (nullable) */
  GtkEditable *to;
};

G_DEFINE_FINAL_TYPE (RkFilterChip, rk_filter_chip, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
is_range (const RkField *field)
{
  return field->type == RK_FIELD_INTEGER || field->type == RK_FIELD_DECIMAL ||
         field->type == RK_FIELD_MONEY || field->type == RK_FIELD_DATE;
}

gboolean
rk_filter_chip_can_filter (const RkField *field)
{
  return field->type != RK_FIELD_REFERENCE_SET && field->type != RK_FIELD_ENUM_SET &&
         field->type != RK_FIELD_LONG_TEXT && field->type != RK_FIELD_TIME;
}

/* --- what it says ---------------------------------------------------------------------------- */

static char *
dup_value_text (RkFilterChip *self, const char *value)
{
  if (value == NULL || *value == '\0')
    return g_strdup (_ ("Not filled in"));
  return rk_field_dup_text (self->store, self->field, value);
}

static char *
dup_values_text (RkFilterChip *self, const char *const *values)
{
  guint n = g_strv_length ((char **) values);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n > LABEL_VALUES)
    return g_strdup_printf (ngettext ("%u value", "%u values", n), n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = dup_value_text (self, values[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_range_text (RkFilterChip *self, const char *from, const char *to)
{
  g_autofree char *first = rk_field_dup_text (self->store, self->field, from);
  g_autofree char *last = rk_field_dup_text (self->store, self->field, to);

  if (to == NULL)
    /* Translators: a number or a date, and all above it */
    return g_strdup_printf (_ ("from %s"), first);
  if (from == NULL)
    /* Translators: a number or a date, and all below it */
    return g_strdup_printf (_ ("up to %s"), last);
  /* Translators: two numbers or dates, and all between them */
  return g_strdup_printf (_ ("%s to %s"), first, last);
}

void
rk_filter_chip_refresh (RkFilterChip *self)
{
  const char *const *values;
  const char *from = NULL, *to = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (RK_IS_FILTER_CHIP (self));
  values = rk_record_filter_get_values (self->filter, self->field->name);
  if (values != NULL)
    chosen = dup_values_text (self, values);
  else if (rk_record_filter_get_range (self->filter, self->field->name, &from, &to))
    chosen = dup_range_text (self, from, to);
  gtk_widget_set_visible (self->remove, chosen != NULL);
  if (chosen != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
  /* Translators: a field and the values that a list is limited to */
  text = g_strdup_printf (_ ("%s: %s"), _ (self->field->label),
                                           chosen != NULL ? chosen : C_ ("filter", "all"));
  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static void
tell (RkFilterChip *self)
{
  rk_filter_chip_refresh (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* --- choices --------------------------------------------------------------------------------- */

static void
checked_cb (RkFilterChip *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (self->checks); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)))
      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (row), "rk-value"));
  values = g_strv_builder_end (builder);
  rk_record_filter_set_values (self->filter, self->field->name, (const char *const *) values);
  tell (self);
}

static void
add_check (RkFilterChip *self, const char *value, gint64 n)
{
  const char *const *chosen = rk_record_filter_get_values (self->filter, self->field->name);
  g_autofree char *text = dup_value_text (self, value);
  g_autofree char *count = rk_format_number ((double) n, 0);
  /* Translators: a value and how many records have it */
  g_autofree char *name = g_strdup_printf (_ ("%s (%s)"), text, count);
  GtkWidget *check = gtk_check_button_new_with_label (name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               chosen != NULL &&
                                   g_strv_contains (chosen, value != NULL ? value : ""));
  g_object_set_data_full (G_OBJECT (check), "rk-value", g_strdup (value != NULL ? value : ""),
                          g_free);
  g_object_set_data_full (G_OBJECT (check), "rk-folded", rk_text_fold (text), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->checks), check);
}

static gint64
find_count (GPtrArray *counts, const char *value)
{
  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const RkValueCount *count = g_ptr_array_index (counts, i);

      if (g_strcmp0 (count->value, value) == 0)
        return count->n;
    }
  return 0;
}

/* A choice in the order of its list, what is free by how often it occurs; "not filled in" last. */
static void
add_checks (RkFilterChip *self)
{
  g_auto (GStrv) parameters = NULL;
  g_autofree char *where =
      rk_record_filter_dup_where (self->filter, self->field->name, &parameters);
  g_autoptr (GPtrArray) counts =
      rk_list_model_count_values (self->list, self->field->name, where,
                                  (const char *const *) parameters, MAX_VALUES, NULL);

  if (self->field->type == RK_FIELD_ENUM)
    for (const RkEnumValue *v = self->field->values; v->value != NULL; v++)
      add_check (self, v->value, find_count (counts, v->value));
  else
    for (guint i = 0; counts != NULL && i < counts->len; i++)
      {
        const RkValueCount *count = g_ptr_array_index (counts, i);
        if (count->value != NULL)
          add_check (self, count->value, count->n);
      }
  if ((self->field->flags & RK_FIELD_REQUIRED) == 0)
    add_check (self, NULL, find_count (counts, NULL));
}

static void
search_cb (RkFilterChip *self, GtkEditable *entry)
{
  g_autofree char *folded = rk_text_fold (gtk_editable_get_text (entry));

  for (GtkWidget *row = gtk_widget_get_first_child (self->checks); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, rk_text_find (g_object_get_data (G_OBJECT (row), "rk-folded"),
                                               folded) >= 0);
}

static GtkWidget *
make_checks (RkFilterChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint n = 0;

  self->checks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  add_checks (self);
  for (GtkWidget *row = gtk_widget_get_first_child (self->checks); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  if (n > VALUES_WITHOUT_SEARCH)
    {
      GtkWidget *entry = gtk_search_entry_new ();

      g_object_set (entry, "placeholder-text", _ ("Search the values"), NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Search the values"), -1);
      g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), entry);
    }
  g_object_set (scroller, "child", self->checks, "hscrollbar-policy", GTK_POLICY_NEVER,
                "max-content-height", 360, "propagate-natural-height", TRUE,
                "propagate-natural-width", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

/* --- from and to ----------------------------------------------------------------------------- */

/* What is no value does not limit. */
static char *
parse_bound (RkFilterChip *self, GtkEditable *entry)
{
  RkField field = *self->field;
  char *value = NULL;

  field.flags = RK_FIELD_PLAIN;
  if (field.type == RK_FIELD_INTEGER)
    field.type = RK_FIELD_DECIMAL;
  if (rk_field_parse (&field, gtk_editable_get_text (entry), &value, NULL))
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return value;
}

static void
range_cb (RkFilterChip *self)
{
  g_autofree char *from = parse_bound (self, self->from);
  g_autofree char *to = parse_bound (self, self->to);

  rk_record_filter_set_range (self->filter, self->field->name, from, to);
  tell (self);
}

static GtkEditable *
add_bound (RkFilterChip *self, GtkWidget *grid, int row, const char *title, const char *value)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);
  g_autofree char *typed = rk_field_dup_typed (self->field, value);

  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  if (self->field->type == RK_FIELD_DATE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("dd/mm/yyyy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (range_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (gtk_popover_popdown), self->popover,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, row, 1, 1);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
make_range (RkFilterChip *self)
{
  GtkWidget *grid = gtk_grid_new ();
  const char *from = NULL, *to = NULL;

  rk_record_filter_get_range (self->filter, self->field->name, &from, &to);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->from = add_bound (self, grid, 0, C_ ("filter", "From"), from);
  self->to = add_bound (self, grid, 1, C_ ("filter", "Up to"), to);
  return grid;
}

/* --- the pill -------------------------------------------------------------------------------- */

/* Filled when it opens: the counts are those of now. */
static void
open_cb (RkFilterChip *self)
{
  GtkWidget *content;

  self->checks = NULL;
  self->from = self->to = NULL;
  content = is_range (self->field) ? make_range (self) : make_checks (self);
  gtk_widget_add_css_class (content, "rk-popover");
  gtk_popover_set_child (self->popover, content);
}

static void
remove_cb (RkFilterChip *self)
{
  rk_record_filter_set_values (self->filter, self->field->name, NULL);
  tell (self);
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static gboolean
key_pressed_cb (RkFilterChip *self, guint key)
{
  if ((key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete) ||
      !rk_record_filter_has (self->filter, self->field->name))
    return GDK_EVENT_PROPAGATE;
  remove_cb (self);
  return GDK_EVENT_STOP;
}

static void
rk_filter_chip_dispose (GObject *object)
{
  RkFilterChip *self = RK_FILTER_CHIP (object);

  g_clear_object (&self->store);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (rk_filter_chip_parent_class)->dispose (object);
}

static void
rk_filter_chip_class_init (RkFilterChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_filter_chip_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RK_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", RK_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rk_filter_chip_init (RkFilterChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->popover = GTK_POPOVER (gtk_popover_new ());
  self->remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (box), self->remove);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rk-filter-chip");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->button), keys);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
}

GtkWidget *
rk_filter_chip_new (RkStore *store, RkListModel *list, RkRecordFilter *filter, const RkField *field)
{
  RkFilterChip *self = g_object_new (RK_TYPE_FILTER_CHIP, NULL);
  g_autofree char *label = NULL;

  self->store = g_object_ref (store);
  self->list = g_object_ref (list);
  self->filter = filter;
  self->field = field;
  /* Translators: the name of a field */
  label = g_strdup_printf (_ ("Clear the filter on %s"), _ (field->label));
  gtk_widget_set_tooltip_text (self->remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  rk_filter_chip_refresh (self);
  return GTK_WIDGET (self);
}

const RkField *
rk_filter_chip_get_field (RkFilterChip *self)
{
  g_return_val_if_fail (RK_IS_FILTER_CHIP (self), NULL);
  return self->field;
}

void
rk_filter_chip_popup (RkFilterChip *self)
{
  g_return_if_fail (RK_IS_FILTER_CHIP (self));
  gtk_menu_button_popup (self->button);
}
