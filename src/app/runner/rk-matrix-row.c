/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-matrix-row.h"

#include "rk-choice-columns.h"
#include "rk-choice-row.h"

#include <glib/gi18n.h>

/* Width of the column of one option; the header uses the same. */
#define OPTION_WIDTH 84
/* What does not count has longer words: "Not applicable or do not know". */
#define APART_WIDTH 116

struct _RkMatrixRow
{
  GtkBox parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *open; /* «Still to be filled in» */
  GPtrArray *buttons;
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
                                   g_strcmp0 (rk_choice_row_get_value (button), value) == 0);
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
choose (RkMatrixRow *self, int index)
{
  GtkWidget *button;

  if (index < 0 || index >= (int) self->buttons->len)
    return;
  button = g_ptr_array_index (self->buttons, index);
  enter (self, rk_choice_row_get_value (button));
  gtk_widget_grab_focus (button);
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
    case GDK_KEY_Left: choose (self, focused - 1); break;
    case GDK_KEY_Right: choose (self, focused + 1); break;
    case GDK_KEY_Up: g_signal_emit (self, signals[MOVE], 0, -1); break;
    case GDK_KEY_Down: g_signal_emit (self, signals[MOVE], 0, 1); break;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete: enter (self, ""); break;
    default:
      if (digit < 1 || digit > (int) self->buttons->len)
        return GDK_EVENT_PROPAGATE;
      choose (self, digit - 1);
      g_signal_emit (self, signals[MOVE], 0, 1);
    }
  return GDK_EVENT_STOP;
}

static void
toggled_cb (RkMatrixRow *self, GtkCheckButton *button)
{
  if (!self->filling && gtk_check_button_get_active (button))
    enter (self, rk_choice_row_get_value (GTK_WIDGET (button)));
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
add_statement (RkMatrixRow *self, const char *statement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", statement, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  self->open = g_object_new (GTK_TYPE_LABEL, "label",
                             _ ("Still to be filled in"), "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->open, "caption");
  gtk_widget_add_css_class (self->open, "rk-secondary");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->open);
  gtk_box_append (GTK_BOX (self), box);
}

static void
add_option (RkMatrixRow *self, const RkChoice *choice, const char *statement, gboolean apart,
            gboolean line)
{
  GtkWidget *cell = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_CELL,
                                  "width-request", apart ? APART_WIDTH : OPTION_WIDTH, NULL);
  GtkWidget *button = rk_choice_row_new (choice, TRUE);
  g_autofree char *name = g_strdup_printf ("%s, %s", choice->label, statement);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), NULL);
  gtk_widget_remove_css_class (button, "rk-choice-row");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choice->label, -1);
  gtk_widget_set_tooltip_text (button, choice->label);
  if (line)
    gtk_widget_add_css_class (cell, "rk-matrix-apart");
  if (self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->buttons, button);
  adw_bin_set_child (ADW_BIN (cell), button);
  gtk_box_append (GTK_BOX (self), cell);
}

GtkWidget *
rk_matrix_row_new (RkAutosave *autosave, RkFormNode *node)
{
  RkMatrixRow *self = g_object_new (RK_TYPE_MATRIX_ROW, NULL);
  const char *statement = rk_form_node_get_label (node);
  guint n_apart;
  g_autoptr (GPtrArray) choices = rk_choices_in_order (node, &n_apart);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  add_statement (self, statement != NULL ? statement : "");
  for (guint i = 0; i < choices->len; i++)
    add_option (self, g_ptr_array_index (choices, i), statement != NULL ? statement : "",
                i >= choices->len - n_apart, i == choices->len - n_apart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  statement != NULL ? statement : "", -1);
  g_signal_connect_swapped (node, "notify::value", G_CALLBACK (update), self);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}

RkFormNode *
rk_matrix_row_get_node (RkMatrixRow *self)
{
  g_return_val_if_fail (RK_IS_MATRIX_ROW (self), NULL);
  return self->node;
}

/* As wide as the column, however long the words are. */
static GtkWidget *
new_option_header (const RkChoice *choice, gboolean apart, gboolean line)
{
  int width = (apart ? APART_WIDTH : OPTION_WIDTH) - line; /* the line is a border of 1 */
  GtkWidget *cell;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", choice->label, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER,
                                   "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "tooltip-text",
                                   choice->label, "valign", GTK_ALIGN_END, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "rk-secondary");
  cell = g_object_new (ADW_TYPE_CLAMP, "child", label, "maximum-size", width,
                       "tightening-threshold", width, "width-request", width + line,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
  if (line)
    gtk_widget_add_css_class (cell, "rk-matrix-apart");
  return cell;
}

GtkWidget *
rk_matrix_header_new (RkFormNode *node)
{
  guint n_apart;
  g_autoptr (GPtrArray) choices = rk_choices_in_order (node, &n_apart);
  GtkWidget *header = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  GtkWidget *space = gtk_label_new (NULL);

  gtk_widget_add_css_class (header, "rk-matrix-header");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (header), space);
  for (guint i = 0; i < choices->len; i++)
    gtk_box_append (GTK_BOX (header),
                    new_option_header (g_ptr_array_index (choices, i), i >= choices->len - n_apart,
                                       i == choices->len - n_apart));
  return header;
}
