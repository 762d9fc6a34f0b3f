/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-repeat-row.h"

#include "rk-choice-columns.h"
#include "rk-number-entry.h"
#include "rk-row-editor.h"

#include <glib/gi18n.h>

#define MAX_COLUMNS 5
/* After the columns of the form: how full the row is, and the pencil. */
#define FILLED_COLUMN MAX_COLUMNS
#define EDIT_COLUMN (MAX_COLUMNS + 1)
#define PLACE_COLUMN (MAX_COLUMNS + 2) /* before them all */
#define NUMBER_WIDTH 84
#define TEXT_WIDTH 64
#define TEXT_CHARS 30   /* a column is as wide as what is in it, up to here */
#define HEADER_CHARS 19 /* longer names of columns wrap */

struct _RkRepeatRow
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GPtrArray *fields; /* all leaves, of RkFormNode */

  GtkBox *cells;
  GtkLabel *place, *filled, *title, *subtitle, *message;
  GtkWidget *wide, *slim, *problem, *edit;
  GPtrArray *labels; /* of the cells */
  guint refresh_id;
};

enum
{
  OPEN,
  MOVE,
  REMOVE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Fields of a row that are shown as columns, in form order. */
static GPtrArray *
list_columns (RkFormNode *row)
{
  GPtrArray *fields = rk_row_list_fields (row);

  if (fields->len > MAX_COLUMNS)
    g_ptr_array_set_size (fields, MAX_COLUMNS);
  return fields;
}

static gboolean
is_number (RkFormNode *node)
{
  RkDataType type = rk_form_node_get_data_type (node);

  return type == RK_DATA_INT || type == RK_DATA_DECIMAL;
}

/* Amounts stand under each other by their last digit; a year reads as a word. */
static gboolean
is_amount (RkFormNode *node)
{
  return is_number (node) && rk_form_node_get_attribute (node, "unit") != NULL;
}

/* "€ 48.500", "12 VTE", "2027". */
static char *
dup_number (RkAutosave *autosave, RkFormNode *node)
{
  const char *unit = rk_form_node_get_attribute (node, "unit");
  g_autofree char *number = rk_number_dup_shown (autosave, node);

  if (unit == NULL)
    return g_steal_pointer (&number);
  if (g_str_equal (unit, "euro"))
    return g_strdup_printf ("€\u00a0%s", number);
  return g_strdup_printf ("%s\u00a0%s", number, unit);
}

/* Labels of choices, for one or for several of them; what is no longer on offer as it is. */
static char *
dup_choices (RkFormNode *node, const char *text)
{
  g_auto (GStrv) values = g_strsplit (text, " ", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      const RkChoice *choice = rk_choices_find (rk_form_node_get_choices (node), values[i]);

      if (*values[i] != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "",
                                choice != NULL ? choice->label : values[i]);
    }
  return g_string_free (words, FALSE);
}

char *
rk_repeat_row_dup_cell (RkAutosave *autosave, RkFormNode *node)
{
  g_autofree char *text = rk_autosave_dup_text (autosave, node);

  if (rk_form_node_get_choices (node)->len > 0 &&
      !rk_response_is_raw (rk_autosave_get_response (autosave), node))
    return dup_choices (node, text);
  if (*text == '\0' || rk_response_is_raw (rk_autosave_get_response (autosave), node))
    return g_steal_pointer (&text);
  if (is_number (node))
    return dup_number (autosave, node);
  return g_steal_pointer (&text);
}

static void
count_filled (RkRepeatRow *self, guint *filled, guint *total)
{
  *filled = *total = 0;
  for (guint i = 0; i < self->fields->len; i++)
    {
      RkFormNode *field = g_ptr_array_index (self->fields, i);

      if (!rk_form_node_get_relevant (field))
        continue;
      *total += 1;
      *filled += *rk_form_node_get_stored_value (field) != '\0';
    }
}

static char *
dup_problem (RkRepeatRow *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      RkFormNode *field = g_ptr_array_index (self->fields, i);
      char *message = rk_response_dup_message (rk_autosave_get_response (self->autosave), field);

      if (message != NULL)
        return message;
    }
  return NULL;
}

static gboolean
is_wrong (RkRepeatRow *self, RkFormNode *field)
{
  g_autofree char *message =
      rk_response_dup_message (rk_autosave_get_response (self->autosave), field);

  return message != NULL;
}

static void
show_cells (RkRepeatRow *self)
{
  RkFormInstance *instance = rk_response_get_instance (rk_autosave_get_response (self->autosave));
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autofree char *place = g_strdup_printf ("%u", rk_row_get_position (self->node));
  g_autofree char *title = rk_row_dup_title (instance, self->node);

  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->title, title);
  for (guint i = 0; i < self->labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (self->labels, i);
      RkFormNode *field = g_ptr_array_index (self->fields, i);
      g_autofree char *text = rk_repeat_row_dup_cell (self->autosave, field);

      gtk_label_set_label (label, *text != '\0' ? text : "–");
      gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
      if (is_wrong (self, field))
        gtk_widget_add_css_class (GTK_WIDGET (label), "rk-wrong-cell");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (label), "rk-wrong-cell");
      if (i == 0 && *text != '\0')
        gtk_label_set_label (self->title, text);
      else if (*text != '\0')
        g_string_append_printf (subtitle, "%s · ", text);
    }
  g_string_append (subtitle, gtk_label_get_label (self->filled));
  gtk_label_set_label (self->subtitle, subtitle->str);
}

static void
update (RkQuestionWidget *widget)
{
  RkRepeatRow *self = RK_REPEAT_ROW (widget);
  g_autofree char *problem = dup_problem (self), *filled_text = NULL, *name = NULL;
  guint filled, total;

  count_filled (self, &filled, &total);
  /* Translators: how many fields of a row are filled in: "6 of 8". */
  filled_text = g_strdup_printf (_ ("%u of %u"), filled, total);
  gtk_label_set_label (self->filled, filled_text);
  show_cells (self);
  gtk_widget_set_visible (self->problem, problem != NULL);
  gtk_label_set_label (self->message, problem != NULL ? problem : "");
  /* Translators: name of a row of a table for screen readers: its first field, and how full it is
   * ("6 of 8"). */
  name = g_strdup_printf (_ ("%s, %s filled in"), gtk_label_get_label (self->title), filled_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
  /* Translators: %s is the first field of the row. */
  name = g_strdup_printf (_ ("Edit row %s"), gtk_label_get_label (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static gboolean
refresh_cb (gpointer data)
{
  RkRepeatRow *self = data;

  self->refresh_id = 0;
  update (RK_QUESTION_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* One answer can change many nodes: the row is drawn again once. */
static void
node_changed_cb (RkRepeatRow *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
open_cb (RkRepeatRow *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static gboolean
key_cb (RkRepeatRow *self, guint keyval, guint code, GdkModifierType state)
{
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  if (alt && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    g_signal_emit (self, signals[MOVE], 0, keyval == GDK_KEY_Up ? -1 : 1);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    open_cb (self);
  else if (keyval == GDK_KEY_Delete)
    g_signal_emit (self, signals[REMOVE], 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
set_narrow (RkQuestionWidget *widget, gboolean narrow)
{
  RkRepeatRow *self = RK_REPEAT_ROW (widget);

  gtk_widget_set_visible (self->wide, !narrow);
  gtk_widget_set_visible (self->slim, narrow);
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (widget));
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->update = update;
  iface->set_narrow = set_narrow;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkRepeatRow, rk_repeat_row, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_repeat_row_dispose (GObject *object)
{
  RkRepeatRow *self = RK_REPEAT_ROW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->fields, i), self);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_repeat_row_parent_class)->dispose (object);
}

static void
rk_repeat_row_class_init (RkRepeatRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_repeat_row_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-repeat-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RkRepeatRow, cells);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatRow, place);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatRow, filled);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatRow, title);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatRow, message);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatRow, wide);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatRow, slim);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatRow, problem);
  gtk_widget_class_bind_template_child (widget_class, RkRepeatRow, edit);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  signals[OPEN] = g_signal_new ("open", RK_TYPE_REPEAT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", RK_TYPE_REPEAT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", RK_TYPE_REPEAT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
clicked_cb (RkRepeatRow *self, int n_press)
{
  if (n_press == 2)
    open_cb (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
rk_repeat_row_init (RkRepeatRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->labels = g_ptr_array_new ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Text columns share the room that is left; numbers take what they need. Header and cells of one
 * column measure the same (@columns), so that they line up without a grid. */
static void
size_column (GtkWidget *cell, RkFormNode *field, GtkSizeGroup *column)
{
  gboolean number = is_number (field);

  gtk_widget_set_hexpand (cell, !number);
  gtk_widget_set_size_request (cell, number ? NUMBER_WIDTH : TEXT_WIDTH, -1);
  gtk_size_group_add_widget (column, cell);
}

static GtkSizeGroup *
get_column (GPtrArray *columns, guint index)
{
  while (columns->len <= index)
    g_ptr_array_add (columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
  return g_ptr_array_index (columns, index);
}

static void
add_cell (RkRepeatRow *self, RkFormNode *field, GtkSizeGroup *column)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", is_amount (field) ? 1.0 : 0.0,
                                   "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", TEXT_CHARS,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_CELL, NULL);

  size_column (label, field, column);
  gtk_box_append (self->cells, label);
  g_ptr_array_add (self->labels, label);
}

GtkWidget *
rk_repeat_row_new (RkAutosave *autosave, RkFormNode *node, GPtrArray *columns)
{
  RkRepeatRow *self = g_object_new (RK_TYPE_REPEAT_ROW, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->fields = rk_row_list_fields (node);
  gtk_size_group_add_widget (get_column (columns, FILLED_COLUMN), GTK_WIDGET (self->filled));
  gtk_size_group_add_widget (get_column (columns, EDIT_COLUMN), self->edit);
  gtk_size_group_add_widget (get_column (columns, PLACE_COLUMN), GTK_WIDGET (self->place));
  for (guint i = 0; i < self->fields->len; i++)
    {
      RkFormNode *field = g_ptr_array_index (self->fields, i);

      if (i < MAX_COLUMNS)
        add_cell (self, field, get_column (columns, i));
      g_signal_connect_swapped (field, "notify", G_CALLBACK (node_changed_cb), self);
    }
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}

RkFormNode *
rk_repeat_row_get_node (RkRepeatRow *self)
{
  g_return_val_if_fail (RK_IS_REPEAT_ROW (self), NULL);
  return self->node;
}

static GtkWidget *
new_lock (void)
{
  const char *text = _ ("Stays on this computer, unless you share it explicitly.");
  GtkWidget *lock = gtk_image_new_from_icon_name ("rk-lock-symbolic");

  gtk_widget_set_tooltip_text (lock, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return lock;
}

/* A box would ask a label that wraps how wide it is at the height of its own row, which differs
 * from row to row: here width depends on nothing. */
static void
measure_header (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int width = -1;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (child, orientation, width, minimum, natural, NULL, NULL);
}

static void
allocate_header (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, -1, NULL);
}

/* The words start (or, of an amount, end) where the cells do; the lock is on the other side. */
static GtkWidget *
new_header_words (RkFormNode *field, const char *text)
{
  gboolean amount = is_amount (field);
  GtkWidget *box =
      g_object_new (GTK_TYPE_BOX, "spacing", 6, "halign", amount ? GTK_ALIGN_END : GTK_ALIGN_START,
                    "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                    "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "tooltip-text", text,
                    "width-chars", 8, "max-width-chars", HEADER_CHARS, "xalign", amount ? 1.0 : 0.0,
                    "justify", amount ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT, NULL);

  gtk_box_append (GTK_BOX (box), label);
  if (rk_form_node_get_attribute (field, "confidential") == NULL)
    return box;
  if (amount)
    gtk_box_prepend (GTK_BOX (box), new_lock ());
  else
    gtk_box_append (GTK_BOX (box), new_lock ());
  return box;
}

static GtkWidget *
new_column_header (RkFormNode *field, GtkSizeGroup *column)
{
  g_autofree char *label = rk_form_node_dup_label_of_rows (field);
  const char *text = label != NULL ? label : "";
  GtkWidget *cell = g_object_new (ADW_TYPE_BIN, "child", new_header_words (field, text),
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);

  gtk_widget_set_layout_manager (cell,
                                 gtk_custom_layout_new (NULL, measure_header, allocate_header));
  size_column (cell, field, column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return cell;
}

GtkWidget *
rk_repeat_row_new_header (RkFormNode *row, GPtrArray *columns)
{
  g_autoptr (GPtrArray) fields = list_columns (row);
  GtkWidget *header =
      g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  GtkWidget *cells = g_object_new (GTK_TYPE_BOX, "spacing", 12, "hexpand", TRUE, NULL);
  GtkWidget *filled = g_object_new (GTK_TYPE_LABEL, "label",
                                    _ ("Filled in"), "xalign", 0.0, "width-chars", 8,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
  GtkWidget *space = g_object_new (GTK_TYPE_BOX, NULL); /* above the pencil */
  GtkWidget *place = g_object_new (GTK_TYPE_BOX, NULL); /* above the numbers */

  for (guint i = 0; i < fields->len; i++)
    gtk_box_append (GTK_BOX (cells),
                    new_column_header (g_ptr_array_index (fields, i), get_column (columns, i)));
  gtk_box_append (GTK_BOX (header), place);
  gtk_box_append (GTK_BOX (header), cells);
  gtk_box_append (GTK_BOX (header), filled);
  gtk_box_append (GTK_BOX (header), space);
  gtk_size_group_add_widget (get_column (columns, FILLED_COLUMN), filled);
  gtk_size_group_add_widget (get_column (columns, EDIT_COLUMN), space);
  gtk_size_group_add_widget (get_column (columns, PLACE_COLUMN), place);
  gtk_widget_add_css_class (header, "rk-repeat-header");
  return header;
}
