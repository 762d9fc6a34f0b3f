/* SPDX-License-Identifier: EUPL-1.2 */
/* Each star is a radio with a name ("3 of 5 stars"), so that keys and a screen reader need nothing
 * of their own; the stars before it shine along. */
#include "config.h"

#include "rk-range-rating.h"

#include "rk-choice-row.h"
#include "rk-range-steps.h"
#include "rk-tab-stop.h"

#include <glib/gi18n.h>

struct _RkRangeRating
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *stars; /* an RkTabStop */
  GPtrArray *buttons;
  gboolean filling;
};

static double
value_of (GtkWidget *button)
{
  return g_ascii_strtod (rk_choice_row_get_value (button), NULL);
}

static void
update (RkQuestionWidget *widget)
{
  RkRangeRating *self = RK_RANGE_RATING (widget);
  const char *stored = rk_form_node_get_stored_value (self->node);
  double value = g_ascii_strtod (stored, NULL);
  gboolean shining = *stored != '\0' && value != 0, chosen;

  self->filling = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      GtkWidget *star = gtk_check_button_get_child (GTK_CHECK_BUTTON (button));

      chosen = shining && value_of (button) == value;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), chosen);
      gtk_image_set_from_icon_name (GTK_IMAGE (star),
                                    shining ? "rk-star-symbolic" : "rk-star-outline-symbolic");
      shining = shining && !chosen;
    }
  self->filling = FALSE;
}

static void
enter (RkRangeRating *self, const char *value)
{
  rk_autosave_choose (self->autosave, self->node, value);
  update (RK_QUESTION_WIDGET (self));
}

static void
toggled_cb (RkRangeRating *self, GtkCheckButton *button)
{
  if (!self->filling && gtk_check_button_get_active (button))
    enter (self, rk_choice_row_get_value (GTK_WIDGET (button)));
}

/* A digit is that many stars; Delete is none. */
static gboolean
key_cb (RkRangeRating *self, guint keyval, guint code, GdkModifierType state)
{
  guint32 digit = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    {
      enter (self, "");
      return GDK_EVENT_STOP;
    }
  if (digit < '1' || digit > '9' || digit - '1' >= self->buttons->len)
    return GDK_EVENT_PROPAGATE;
  enter (self, rk_choice_row_get_value (g_ptr_array_index (self->buttons, digit - '1')));
  rk_tab_stop_focus (RK_TAB_STOP (self->stars));
  return GDK_EVENT_STOP;
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  return rk_tab_stop_focus (RK_TAB_STOP (RK_RANGE_RATING (widget)->stars));
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (RK_RANGE_RATING (widget)->stars);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkRangeRating, rk_range_rating, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_range_rating_dispose (GObject *object)
{
  RkRangeRating *self = RK_RANGE_RATING (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (rk_range_rating_parent_class)->dispose (object);
}

static void
rk_range_rating_class_init (RkRangeRatingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_range_rating_dispose;
}

static void
rk_range_rating_init (RkRangeRating *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  self->stars = g_object_new (RK_TYPE_TAB_STOP, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP,
                              "spacing", 3, "halign", GTK_ALIGN_START, NULL);
  adw_bin_set_child (ADW_BIN (self), self->stars);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_star (RkRangeRating *self, double number)
{
  g_autofree char *value = rk_range_dup_value (number);
  GtkWidget *button = rk_choice_row_new_bare (value, TRUE);
  GtkWidget *star = gtk_image_new_from_icon_name ("rk-star-outline-symbolic");

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), star);
  rk_choice_row_make_tile (button);
  gtk_widget_add_css_class (button, "rk-star");
  if (self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (GTK_BOX (self->stars), button);
}

static void
name_stars (RkRangeRating *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      /* Translators: a rating: "1 of 5 stars", "3 of 5 stars". */
      g_autofree char *name =
          g_strdup_printf (ngettext ("%u of %u star", "%u of %u stars", self->buttons->len), i + 1,
                           self->buttons->len);

      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
}

GtkWidget *
rk_range_rating_new (RkAutosave *autosave, RkFormNode *node)
{
  RkRangeRating *self = g_object_new (RK_TYPE_RANGE_RATING, NULL);
  const RkControl *range = rk_form_node_get_control (node);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  for (guint i = 0; i < rk_range_count_steps (range); i++)
    if (rk_range_get_step (range, i) != 0) /* no stars is no answer */
      add_star (self, rk_range_get_step (range, i));
  name_stars (self);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
