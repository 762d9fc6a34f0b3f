/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-choice-rows.h"

#include "rk-addition.h"
#include "rk-answer-field.h"
#include "rk-choice-columns.h"
#include "rk-choice-grid.h"
#include "rk-choice-row.h"
#include "rk-form-picture.h"
#include "rk-tab-stop.h"
#include "rk-words.h"

#include <math.h>

#define REVEALER_KEY "rk-choice-text"

struct _RkChoiceRows
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  RkRowsKind kind;
  RkChoiceLook look;
  GtkWidget *stop; /* holds the grid; of radios one tab stop */
  RkChoiceGrid *grid;
  GPtrArray *buttons;
  GHashTable *labels; /* value → label of all that was ever on offer, for when a choice goes */
  char *shown;        /* what the buttons were made from */
  gboolean filling, narrow;
  gboolean scale; /* points, which a digit chooses */
};

G_DEFINE_FINAL_TYPE (RkChoiceRows, rk_choice_rows, ADW_TYPE_BIN)

enum
{
  TOGGLED,
  CLICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- what there is to show -------------------------------------------------------------------- */

/* The values that are chosen and not on offer. */
static GPtrArray *
list_gone (RkChoiceRows *self, GPtrArray *choices)
{
  const char *value = rk_form_node_get_stored_value (self->node);
  GPtrArray *words = rk_words_split (value);

  for (guint i = words->len; i > 0; i--)
    if (rk_choices_find (choices, g_ptr_array_index (words, i - 1)) != NULL)
      g_ptr_array_remove_index (words, i - 1);
  return words;
}

static gboolean
is_wanted (RkChoiceRows *self, const RkChoice *choice)
{
  return self->kind != RK_ROWS_CHOSEN ||
         rk_words_contain (rk_form_node_get_stored_value (self->node), choice->value);
}

/* Tells whether the buttons there are still are the right ones: an answer alone makes no new ones.
 */
static char *
describe (RkChoiceRows *self, GPtrArray *choices, GPtrArray *gone)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);

      if (is_wanted (self, choice))
        g_string_append_printf (text, "%s\n%s\n", choice->value, choice->label);
    }
  for (guint i = 0; i < gone->len; i++)
    g_string_append_printf (text, "\t%s\n", (char *) g_ptr_array_index (gone, i));
  return g_string_free (text, FALSE);
}

/* --- the free text of an option --------------------------------------------------------------- */

static void
reveal_text (GtkWidget *button)
{
  GtkRevealer *revealer = g_object_get_data (G_OBJECT (button), REVEALER_KEY);

  if (revealer != NULL)
    gtk_revealer_set_reveal_child (revealer,
                                   gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
}

static void
add_text_field (RkChoiceRows *self, GtkWidget *cell, GtkWidget *button, const RkChoice *choice)
{
  RkFormNode *text = rk_addition_find (self->node, choice->value);
  GtkWidget *revealer, *field;

  if (text == NULL)
    return;
  field = rk_answer_field_new (self->autosave, text);
  rk_answer_field_set_label (RK_ANSWER_FIELD (field), choice->label);
  gtk_widget_add_css_class (field, "rk-choice-text");
  revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (revealer), field);
  g_object_set_data (G_OBJECT (button), REVEALER_KEY, revealer);
  gtk_box_append (GTK_BOX (cell), revealer);
}

/* --- the buttons ------------------------------------------------------------------------------ */

static void
toggled_cb (RkChoiceRows *self, GtkCheckButton *button)
{
  reveal_text (GTK_WIDGET (button));
  if (!self->filling)
    g_signal_emit (self, signals[TOGGLED], 0, button);
}

static void
released_cb (RkChoiceRows *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (gtk_widget_contains (button, x, y))
    g_signal_emit (self, signals[CLICKED], 0, button);
}

/* Makes @button one of this question. */
static void
adopt (RkChoiceRows *self, GtkWidget *button)
{
  GtkGesture *click = gtk_gesture_click_new ();

  if (self->kind == RK_ROWS_RADIO && self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  /* Before the button does: it claims the click for itself. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->buttons, button);
}

static GdkTexture *
load_picture (RkChoiceRows *self, const RkChoice *choice)
{
  g_autofree char *name = rk_form_node_dup_choice_media (self->node, choice, "image");

  return name != NULL ? rk_form_picture_load (rk_autosave_get_response (self->autosave), name)
                      : NULL;
}

static void
add_sound (RkChoiceRows *self, GtkWidget *cell, const RkChoice *choice, const char *kind)
{
  g_autofree char *name = rk_form_node_dup_choice_media (self->node, choice, kind);

  if (name != NULL)
    gtk_box_append (GTK_BOX (cell),
                    rk_form_sound_link_new (rk_autosave_get_response (self->autosave), name,
                                            g_str_equal (kind, "video")));
}

static void
add_choice (RkChoiceRows *self, const RkChoice *choice)
{
  g_autoptr (GdkTexture) picture = load_picture (self, choice);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = rk_choice_row_new (choice, self->kind == RK_ROWS_RADIO, picture);

  if (self->look.bare)
    rk_choice_row_make_tile (button);
  if (self->look.shape == RK_CHOICE_LIKERT ||
      (picture != NULL && self->look.shape != RK_CHOICE_LIST))
    rk_choice_row_stack (button);
  gtk_widget_set_vexpand (button, self->look.bare);
  adopt (self, button);
  gtk_box_append (GTK_BOX (cell), button);
  add_sound (self, cell, choice, "audio");
  add_sound (self, cell, choice, "video");
  add_text_field (self, cell, button, choice);
  rk_choice_grid_append (self->grid, cell);
}

static void
add_gone (RkChoiceRows *self, const char *value)
{
  const char *label = g_hash_table_lookup (self->labels, value);
  GtkWidget *button =
      rk_choice_row_new_gone (value, label != NULL ? label : value, self->kind == RK_ROWS_RADIO);

  adopt (self, button);
  rk_choice_grid_append_wide (self->grid, button);
}

static void
fill (RkChoiceRows *self, GPtrArray *choices, GPtrArray *gone, guint n_apart)
{
  for (guint i = 0; i < gone->len; i++)
    add_gone (self, g_ptr_array_index (gone, i));
  if (gone->len > 0)
    rk_choice_grid_append_wide (self->grid, rk_choice_gone_new ());
  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);

      if (self->kind != RK_ROWS_CHOSEN)
        g_hash_table_replace (self->labels, g_strdup (choice->value), g_strdup (choice->label));
      if (self->kind != RK_ROWS_CHOSEN && i > 0 && i == choices->len - n_apart)
        rk_choice_grid_append_wide (self->grid, rk_choice_line_new ());
      if (is_wanted (self, choice))
        add_choice (self, choice);
    }
  if (choices->len == 0)
    rk_choice_grid_append_wide (self->grid, rk_choice_nothing_new ());
}

/* The button of @value gets the focus that its predecessor had. */
static void
give_focus (RkChoiceRows *self, const char *value)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (g_str_equal (rk_choice_row_get_value (g_ptr_array_index (self->buttons, i)), value))
      gtk_widget_grab_focus (g_ptr_array_index (self->buttons, i));
}

/* Makes the buttons anew where they are no longer the right ones. */
static void
follow_choices (RkChoiceRows *self)
{
  guint n_apart;
  g_autoptr (GPtrArray) choices = rk_choices_in_order (self->node, &n_apart);
  g_autoptr (GPtrArray) gone = list_gone (self, choices);
  g_autofree char *wanted = describe (self, choices, gone), *focused = NULL;
  GtkWidget *button = rk_choice_rows_get_focused (self);

  if (g_strcmp0 (wanted, self->shown) == 0)
    return;
  focused = button != NULL ? g_strdup (rk_choice_row_get_value (button)) : NULL;
  g_free (self->shown);
  self->shown = g_steal_pointer (&wanted);
  g_ptr_array_set_size (self->buttons, 0);
  rk_choice_grid_clear (self->grid);
  self->look = rk_choice_look_of (self->node);
  if (self->kind == RK_ROWS_CHOSEN)
    self->look = (RkChoiceLook){ RK_CHOICE_LIST };
  self->scale = self->look.shape == RK_CHOICE_LIKERT;
  if (self->scale && self->narrow)
    self->look.shape = RK_CHOICE_LIST;
  rk_choice_grid_set_look (self->grid, &self->look);
  self->filling = TRUE;
  fill (self, choices, gone, n_apart);
  self->filling = FALSE;
  if (focused != NULL)
    give_focus (self, focused);
}

/* --- arrow keys ------------------------------------------------------------------------------- */

/* How far @other is below @from, less how far it is aside; -1 when it is not below. @sign -1:
 * above.
 */
static double
measure_way (GtkWidget *from, GtkWidget *other, int sign)
{
  graphene_rect_t bounds;
  double down;

  if (!gtk_widget_compute_bounds (other, from, &bounds))
    return -1;
  down = sign * (bounds.origin.y + bounds.size.height / 2 - gtk_widget_get_height (from) / 2.0);
  /* A little less than half a row is the same row. */
  return down > gtk_widget_get_height (from) / 3.0 ? down + fabs (bounds.origin.x) / 1000 : -1;
}

static GtkWidget *
find_in_rows (RkChoiceRows *self, GtkWidget *button, int sign)
{
  GtkWidget *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *other = g_ptr_array_index (self->buttons, i);
      double way = other != button ? measure_way (button, other, sign) : -1;

      if (way >= 0 && way < least)
        {
          least = way;
          nearest = other;
        }
    }
  return nearest;
}

/* To the sides in reading order, up and down in the rows as they stand; NULL at the ends. */
static GtkWidget *
find_beside (RkChoiceRows *self, GtkWidget *button, GtkDirectionType direction)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint index;
  int step;

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return find_in_rows (self, button, direction == GTK_DIR_DOWN ? 1 : -1);
  if (!g_ptr_array_find (self->buttons, button, &index))
    return NULL;
  step = (direction == GTK_DIR_RIGHT) != mirrored ? 1 : -1;
  return rk_choice_rows_get_button (self, index + (guint) step); /* before the first: none */
}

/* An arrow goes to another choice; of one choice that makes it. */
static gboolean
move (RkChoiceRows *self, GtkDirectionType direction)
{
  GtkWidget *button = rk_choice_rows_get_focused (self);
  GtkWidget *other = button != NULL ? find_beside (self, button, direction) : NULL;

  if (button == NULL)
    return GDK_EVENT_PROPAGATE;
  if (other == NULL)
    return GDK_EVENT_STOP;
  gtk_widget_grab_focus (other);
  if (self->kind == RK_ROWS_RADIO)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (other), TRUE);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (RkChoiceRows *self, guint keyval, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: return move (self, GTK_DIR_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: return move (self, GTK_DIR_DOWN);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: return move (self, GTK_DIR_LEFT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: return move (self, GTK_DIR_RIGHT);
    default: return GDK_EVENT_PROPAGATE;
    }
}

static void
rk_choice_rows_dispose (GObject *object)
{
  RkChoiceRows *self = RK_CHOICE_ROWS (object);

  if (self->node != NULL)
    g_signal_handlers_disconnect_by_data (self->node, self);
  g_ptr_array_set_size (self->buttons, 0);
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_choice_rows_parent_class)->dispose (object);
}

static void
rk_choice_rows_finalize (GObject *object)
{
  RkChoiceRows *self = RK_CHOICE_ROWS (object);

  g_ptr_array_unref (self->buttons);
  g_hash_table_unref (self->labels);
  g_free (self->shown);
  G_OBJECT_CLASS (rk_choice_rows_parent_class)->finalize (object);
}

static void
rk_choice_rows_class_init (RkChoiceRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_choice_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_choice_rows_finalize;
  signals[TOGGLED] = g_signal_new ("toggled", RK_TYPE_CHOICE_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, GTK_TYPE_CHECK_BUTTON);
  signals[CLICKED] = g_signal_new ("clicked", RK_TYPE_CHOICE_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, GTK_TYPE_CHECK_BUTTON);
}

static void
rk_choice_rows_init (RkChoiceRows *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the buttons do: of a grid they know nothing. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->buttons = g_ptr_array_new ();
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

GtkWidget *
rk_choice_rows_new (RkAutosave *autosave, RkFormNode *node, RkRowsKind kind)
{
  RkChoiceRows *self = g_object_new (RK_TYPE_CHOICE_ROWS, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->kind = kind;
  self->grid = RK_CHOICE_GRID (rk_choice_grid_new ());
  self->stop =
      g_object_new (kind == RK_ROWS_RADIO ? RK_TYPE_TAB_STOP : GTK_TYPE_BOX, "accessible-role",
                    kind == RK_ROWS_RADIO ? GTK_ACCESSIBLE_ROLE_RADIO_GROUP
                                          : GTK_ACCESSIBLE_ROLE_GROUP,
                    "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  gtk_box_append (GTK_BOX (self->stop), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), self->stop);
  g_signal_connect_swapped (node, "choices-changed", G_CALLBACK (rk_choice_rows_update), self);
  rk_choice_rows_update (self);
  return GTK_WIDGET (self);
}

void
rk_choice_rows_update (RkChoiceRows *self)
{
  const char *value;

  g_return_if_fail (RK_IS_CHOICE_ROWS (self));
  follow_choices (self);
  value = rk_form_node_get_stored_value (self->node);
  self->filling = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                   rk_words_contain (value, rk_choice_row_get_value (button)));
      reveal_text (button);
    }
  self->filling = FALSE;
}

char *
rk_choice_rows_dup_chosen (RkChoiceRows *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (RK_IS_CHOICE_ROWS (self), NULL);
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      rk_words_append (words, rk_choice_row_get_value (g_ptr_array_index (self->buttons, i)));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

GtkWidget *
rk_choice_rows_get_button (RkChoiceRows *self, guint index)
{
  g_return_val_if_fail (RK_IS_CHOICE_ROWS (self), NULL);
  return index < self->buttons->len ? g_ptr_array_index (self->buttons, index) : NULL;
}

GtkWidget *
rk_choice_rows_get_focused (RkChoiceRows *self)
{
  g_return_val_if_fail (RK_IS_CHOICE_ROWS (self), NULL);
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_is_focus (g_ptr_array_index (self->buttons, i)))
      return g_ptr_array_index (self->buttons, i);
  return NULL;
}

gboolean
rk_choice_rows_focus (RkChoiceRows *self)
{
  g_return_val_if_fail (RK_IS_CHOICE_ROWS (self), FALSE);
  return RK_IS_TAB_STOP (self->stop) ? rk_tab_stop_focus (RK_TAB_STOP (self->stop))
                                     : gtk_widget_child_focus (self->stop, GTK_DIR_TAB_FORWARD);
}

void
rk_choice_rows_set_narrow (RkChoiceRows *self, gboolean narrow)
{
  g_return_if_fail (RK_IS_CHOICE_ROWS (self));
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (!self->scale)
    return; /* a grid folds by itself */
  g_clear_pointer (&self->shown, g_free);
  rk_choice_rows_update (self);
}

gboolean
rk_choice_rows_is_scale (RkChoiceRows *self)
{
  g_return_val_if_fail (RK_IS_CHOICE_ROWS (self), FALSE);
  return self->scale;
}

RkChoiceLook
rk_choice_rows_get_look (RkChoiceRows *self)
{
  g_return_val_if_fail (RK_IS_CHOICE_ROWS (self), (RkChoiceLook){ RK_CHOICE_LIST });
  return self->look;
}

GtkAccessible *
rk_choice_rows_get_accessible (RkChoiceRows *self)
{
  g_return_val_if_fail (RK_IS_CHOICE_ROWS (self), NULL);
  return GTK_ACCESSIBLE (self->stop);
}
