/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-level-choice.h"

#include "rk-choice-columns.h"
#include "rk-choice-row.h"
#include "rk-tab-stop.h"

#include <glib/gi18n.h>

struct _RkLevelChoice
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *rows;  /* the tab stop: the cards, and below them what stands apart */
  GtkWidget *cards; /* one beside the other, or one under the other when narrow */
  gboolean filling;
};

typedef void (*ButtonFunc) (RkLevelChoice *self, GtkWidget *button, gpointer data);

static void
foreach_button (RkLevelChoice *self, ButtonFunc func, gpointer data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->cards); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    func (self, child, data);
  for (GtkWidget *child = gtk_widget_get_first_child (self->rows); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      func (self, child, data);
}

static void
show_button (RkLevelChoice *self, GtkWidget *button, gpointer data)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               g_strcmp0 (rk_choice_row_get_value (button), data) == 0);
}

static void
update (RkQuestionWidget *widget)
{
  RkLevelChoice *self = RK_LEVEL_CHOICE (widget);

  self->filling = TRUE;
  foreach_button (self, show_button, (gpointer) rk_form_node_get_stored_value (self->node));
  self->filling = FALSE;
}

static void
enter (RkLevelChoice *self, const char *value)
{
  rk_autosave_choose (self->autosave, self->node, value);
  update (RK_QUESTION_WIDGET (self));
}

static void
toggled_cb (RkLevelChoice *self, GtkCheckButton *button)
{
  if (!self->filling && gtk_check_button_get_active (button))
    enter (self, rk_choice_row_get_value (GTK_WIDGET (button)));
}

/* A digit chooses the level of that name. */
static gboolean
key_cb (RkLevelChoice *self, guint keyval, guint code, GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  char value[2] = { 0 };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    {
      enter (self, "");
      return GDK_EVENT_STOP;
    }
  if (character < '0' || character > '9')
    return GDK_EVENT_PROPAGATE;
  value[0] = (char) character;
  if (rk_choices_find (rk_form_node_get_choices (self->node), value) == NULL)
    return GDK_EVENT_PROPAGATE;
  enter (self, value);
  rk_tab_stop_focus (RK_TAB_STOP (self->rows));
  return GDK_EVENT_STOP;
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                    "xalign", 0.0, "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "3 - Vastgelegd": the digit is drawn large, the word under it. */
static const char *
word_of (const RkChoice *choice)
{
  gsize length = strlen (choice->value);

  if (!g_str_has_prefix (choice->label, choice->value))
    return choice->label;
  return choice->label + length + strspn (choice->label + length, " -:.");
}

static GtkWidget *
new_card (const RkChoice *choice)
{
  g_autofree char *anchor = rk_choice_dup_column (choice, "anchor");
  GtkWidget *button = rk_choice_row_new (choice, TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = new_label (choice->value, "rk-level-digit");
  GtkWidget *text = new_label (anchor, "caption");

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), new_label (word_of (choice), "rk-level-word"));
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (text, "rk-secondary");
  gtk_widget_set_visible (text, *anchor != '\0');
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  rk_choice_row_make_tile (button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  anchor, -1);
  return button;
}

static void
build (RkLevelChoice *self)
{
  guint n_apart;
  g_autoptr (GPtrArray) choices = rk_choices_in_order (self->node, &n_apart);
  GtkCheckButton *group = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_next_sibling (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), child);
  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);
      gboolean apart = i >= choices->len - n_apart;
      GtkWidget *button = apart ? rk_choice_row_new (choice, TRUE, NULL) : new_card (choice);

      if (apart && i == choices->len - n_apart)
        gtk_box_append (GTK_BOX (self->rows), rk_choice_line_new ());
      gtk_box_append (GTK_BOX (apart ? self->rows : self->cards), button);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
      if (group == NULL)
        group = GTK_CHECK_BUTTON (button);
    }
  update (RK_QUESTION_WIDGET (self));
}

static void
set_narrow (RkQuestionWidget *widget, gboolean narrow)
{
  RkLevelChoice *self = RK_LEVEL_CHOICE (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->cards), !narrow);
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  return rk_tab_stop_focus (RK_TAB_STOP (RK_LEVEL_CHOICE (widget)->rows));
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (RK_LEVEL_CHOICE (widget)->rows);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->update = update;
  iface->set_narrow = set_narrow;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkLevelChoice, rk_level_choice, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_level_choice_dispose (GObject *object)
{
  RkLevelChoice *self = RK_LEVEL_CHOICE (object);

  if (self->node != NULL)
    g_signal_handlers_disconnect_by_data (self->node, self);
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_level_choice_parent_class)->dispose (object);
}

static void
rk_level_choice_class_init (RkLevelChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_level_choice_dispose;
}

static void
rk_level_choice_init (RkLevelChoice *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_object_new (RK_TYPE_TAB_STOP, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                             6, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
  self->cards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->cards), TRUE);
  gtk_box_append (GTK_BOX (self->rows), self->cards);
  adw_bin_set_child (ADW_BIN (self), self->rows);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
rk_level_choice_new (RkAutosave *autosave, RkFormNode *node)
{
  RkLevelChoice *self = g_object_new (RK_TYPE_LEVEL_CHOICE, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  g_signal_connect_swapped (node, "choices-changed", G_CALLBACK (build), self);
  build (self);
  return GTK_WIDGET (self);
}
