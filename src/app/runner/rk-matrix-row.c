/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-matrix-row.h"

#include "rk-choice-columns.h"
#include "rk-choice-row.h"
#include "rk-choice-search.h"
#include "rk-markdown.h"
#include "rk-matrix-header.h"
#include "rk-steady-bin.h"
#include "rk-words.h"

#include <glib/gi18n.h>

struct _RkMatrixRow
{
  GtkBox parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkLabel *statement;
  GtkWidget *open;     /* «Still to be filled in» */
  GtkWidget *required; /* «Required», where other statements are not */
  GPtrArray *buttons;
  gboolean several; /* more than one option can be chosen */
  gboolean filling;
};

static guint signals[1];
enum
{
  MOVE
};

static int
find_chosen (RkMatrixRow *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      return (int) i;
  return -1;
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  RkMatrixRow *self = RK_MATRIX_ROW (widget);
  int chosen = find_chosen (self);

  if (self->buttons->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, MAX (chosen, 0)));
}

static void
update (RkQuestionWidget *widget)
{
  RkMatrixRow *self = RK_MATRIX_ROW (widget);
  const char *value = rk_form_node_get_stored_value (self->node);

  self->filling = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                   rk_words_contain (value, rk_choice_row_get_value (button)));
    }
  self->filling = FALSE;
  if (*value != '\0')
    gtk_widget_set_visible (self->open, FALSE);
}

static void
show_open (RkQuestionWidget *widget, gboolean show)
{
  RkMatrixRow *self = RK_MATRIX_ROW (widget);

  gtk_widget_set_visible (self->open, show && rk_form_node_get_required (self->node) &&
                                          *rk_form_node_get_stored_value (self->node) == '\0');
}

static void
enter (RkMatrixRow *self, const char *value)
{
  rk_autosave_choose (self->autosave, self->node, value);
  update (RK_QUESTION_WIDGET (self));
}

static void
store (RkMatrixRow *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      rk_words_append (words, rk_choice_row_get_value (g_ptr_array_index (self->buttons, i)));
  enter (self, words->str);
}

/* Goes to the option at @index; of one choice that chooses it. */
static void
go_to (RkMatrixRow *self, int index)
{
  GtkWidget *button;

  if (index < 0 || index >= (int) self->buttons->len)
    return;
  button = g_ptr_array_index (self->buttons, index);
  if (!self->several)
    enter (self, rk_choice_row_get_value (button));
  gtk_widget_grab_focus (button);
}

/* A digit: of one choice the next statement is next, of several there may be more here. */
static void
choose (RkMatrixRow *self, int index)
{
  GtkCheckButton *button = g_ptr_array_index (self->buttons, index);

  go_to (self, index);
  if (self->several)
    gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
  else
    g_signal_emit (self, signals[MOVE], 0, 1);
}

static int
find_focused (RkMatrixRow *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_is_focus (g_ptr_array_index (self->buttons, i)))
      return (int) i;
  return 0;
}

static gboolean
key_cb (RkMatrixRow *self, guint keyval, guint code, GdkModifierType state)
{
  int digit = (int) gdk_keyval_to_unicode (keyval) - '0';
  int focused = find_focused (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left: go_to (self, focused - 1); break;
    case GDK_KEY_Right: go_to (self, focused + 1); break;
    case GDK_KEY_Up: g_signal_emit (self, signals[MOVE], 0, -1); break;
    case GDK_KEY_Down: g_signal_emit (self, signals[MOVE], 0, 1); break;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete: enter (self, ""); break;
    default:
      if (digit < 1 || digit > (int) self->buttons->len)
        return GDK_EVENT_PROPAGATE;
      choose (self, digit - 1);
    }
  return GDK_EVENT_STOP;
}

static void
toggled_cb (RkMatrixRow *self, GtkCheckButton *button)
{
  if (!self->filling && (self->several || gtk_check_button_get_active (button)))
    store (self);
}

/* One tab stop: the chosen option, else the first. */
static gboolean
rk_matrix_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return focus_first (RK_QUESTION_WIDGET (widget));
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->update = update;
  iface->show_open = show_open;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkMatrixRow, rk_matrix_row, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_matrix_row_dispose (GObject *object)
{
  RkMatrixRow *self = RK_MATRIX_ROW (object);

  if (self->node != NULL)
    g_signal_handlers_disconnect_by_data (self->node, self);
  g_ptr_array_set_size (self->buttons, 0);
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_matrix_row_parent_class)->dispose (object);
}

static void
rk_matrix_row_finalize (GObject *object)
{
  g_ptr_array_unref (RK_MATRIX_ROW (object)->buttons);
  G_OBJECT_CLASS (rk_matrix_row_parent_class)->finalize (object);
}

static void
rk_matrix_row_class_init (RkMatrixRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_matrix_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_matrix_row_finalize;
  widget_class->focus = rk_matrix_row_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_widget_class_set_css_name (widget_class, "matrixrow");
  signals[MOVE] = g_signal_new ("move", RK_TYPE_MATRIX_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
rk_matrix_row_init (RkMatrixRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_statement (RkMatrixRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->statement = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                  PANGO_WRAP_WORD_CHAR, NULL);
  self->open = g_object_new (GTK_TYPE_LABEL, "label",
                             _ ("Still to be filled in"), "xalign", 0.0, "visible", FALSE, NULL);
  self->required = g_object_new (GTK_TYPE_LABEL, "label",
                                 _ ("Required"), "halign", GTK_ALIGN_START, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->required, "caption");
  gtk_widget_add_css_class (self->required, "rk-secondary");
  gtk_widget_add_css_class (self->open, "caption");
  gtk_widget_add_css_class (self->open, "rk-secondary");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->statement));
  gtk_box_append (GTK_BOX (box), self->required);
  gtk_box_append (GTK_BOX (box), self->open);
  gtk_box_append (GTK_BOX (self), g_object_new (RK_TYPE_STEADY_BIN, "child", box, "hexpand", TRUE,
                                                "valign", GTK_ALIGN_CENTER, NULL));
}

static GtkWidget *
new_button (RkMatrixRow *self, const RkChoice *choice)
{
  GtkWidget *button = rk_choice_row_new_bare (choice->value, !self->several);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (!self->several && self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->buttons, button);
  return button;
}

static void
add_options (RkMatrixRow *self, const RkMatrixColumns *columns)
{
  GPtrArray *choices = rk_form_node_get_choices (self->node);

  for (guint i = 0; i < columns->choices->len; i++)
    {
      const RkChoice *column = g_ptr_array_index (columns->choices, i);
      GtkWidget *cell =
          g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_CELL, "width-request",
                        rk_matrix_columns_get_width (columns, i), NULL);

      if (rk_matrix_columns_is_line (columns, i))
        gtk_widget_add_css_class (cell, "rk-matrix-apart");
      if (rk_choices_find (choices, column->value) != NULL)
        adw_bin_set_child (ADW_BIN (cell), new_button (self, column));
      gtk_box_append (GTK_BOX (self), cell);
    }
}

/* The words of the statement and its options, in the language of now. */
static void
show_words (RkMatrixRow *self)
{
  GPtrArray *choices = rk_form_node_get_choices (self->node);
  const char *label = rk_form_node_get_label (self->node);
  g_autofree char *markup = rk_markdown_to_markup (label != NULL ? label : "");
  g_autofree char *statement = rk_markdown_to_text (label != NULL ? label : "");

  gtk_label_set_markup (self->statement, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, statement,
                                  -1);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      const RkChoice *choice = rk_choices_find (choices, rk_choice_row_get_value (button));
      g_autofree char *words = NULL, *name = NULL;

      if (choice == NULL)
        continue;
      words = rk_choice_dup_words (choice);
      name = g_strdup_printf ("%s, %s", words, statement);
      gtk_widget_set_tooltip_text (button, words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (button)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
}

GtkWidget *
rk_matrix_row_new (RkAutosave *autosave, RkFormNode *node, const RkMatrixColumns *columns)
{
  RkMatrixRow *self = g_object_new (RK_TYPE_MATRIX_ROW, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->several = rk_form_node_get_control (node)->type == RK_CONTROL_SELECT;
  add_statement (self);
  add_options (self, columns);
  show_words (self);
  g_signal_connect_swapped (node, "notify::value", G_CALLBACK (update), self);
  g_signal_connect_swapped (node, "notify::label", G_CALLBACK (show_words), self);
  g_signal_connect_swapped (node, "choices-changed", G_CALLBACK (show_words), self);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}

void
rk_matrix_row_show_required (RkMatrixRow *self, gboolean show)
{
  g_return_if_fail (RK_IS_MATRIX_ROW (self));
  gtk_widget_set_visible (self->required, show && rk_form_node_get_required (self->node));
}

RkFormNode *
rk_matrix_row_get_node (RkMatrixRow *self)
{
  g_return_val_if_fail (RK_IS_MATRIX_ROW (self), NULL);
  return self->node;
}
