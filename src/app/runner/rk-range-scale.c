/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-range-scale.h"

#include "rk-format.h"
#include "rk-number-entry.h"
#include "rk-range-steps.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_TICKS 21
#define UPRIGHT_HEIGHT 220

struct _RkRangeScale
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkScale *scale;
  GtkWidget *entry; /* an RkNumberEntry: the same value, typed */
  GtkWidget *open;  /* says that there is no answer yet */
  gboolean filling;
};

static void
update (RkQuestionWidget *widget)
{
  RkRangeScale *self = RK_RANGE_SCALE (widget);
  const RkControl *control = rk_form_node_get_control (self->node);
  const char *value = rk_form_node_get_stored_value (self->node);
  gboolean empty = *value == '\0';
  g_autofree char *words = empty ? g_strdup (_ ("not filled in yet")) : rk_format_decimal (value);

  self->filling = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale),
                       empty ? control->range_start : g_ascii_strtod (value, NULL));
  self->filling = FALSE;
  gtk_widget_set_visible (self->open, empty);
  /* A knob that nobody touched is hollow: the start of the scale is not an answer. */
  if (empty)
    gtk_widget_add_css_class (GTK_WIDGET (self->scale), "rk-untouched");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->scale), "rk-untouched");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  words, -1);
  rk_question_widget_update (RK_QUESTION_WIDGET (self->entry));
}

static void
choose (RkRangeScale *self, double value)
{
  g_autofree char *text =
      rk_range_dup_value (rk_range_snap (rk_form_node_get_control (self->node), value));

  rk_autosave_choose (self->autosave, self->node, text);
  update (RK_QUESTION_WIDGET (self));
}

/* A person moves the knob, or leaves it where it is: the start of the scale is an answer too. */
static gboolean
change_value_cb (RkRangeScale *self, GtkScrollType scroll, double value)
{
  choose (self, value);
  return TRUE;
}

/* Assistive technology sets the value. */
static void
value_changed_cb (RkRangeScale *self)
{
  if (!self->filling)
    choose (self, gtk_range_get_value (GTK_RANGE (self->scale)));
}

/* Where the knob stands is chosen as it is. */
static gboolean
key_cb (RkRangeScale *self, guint keyval)
{
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    {
      rk_autosave_choose (self->autosave, self->node, "");
      update (RK_QUESTION_WIDGET (self));
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_space && keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  choose (self, gtk_range_get_value (GTK_RANGE (self->scale)));
  return GDK_EVENT_STOP;
}

/* The wheel scrolls the page, never an answer. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, RkRangeScale *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  if (window != NULL)
    {
      adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
      gtk_adjustment_set_value (adjustment,
                                gtk_adjustment_get_value (adjustment) +
                                    dy * gtk_adjustment_get_step_increment (adjustment));
    }
  return GDK_EVENT_STOP;
}

static void
leave (RkQuestionWidget *widget)
{
  rk_question_widget_leave (RK_QUESTION_WIDGET (RK_RANGE_SCALE (widget)->entry));
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RK_RANGE_SCALE (widget)->scale));
}

/* The entry goes under the scale, which needs the width. */
static void
set_narrow (RkQuestionWidget *widget, gboolean narrow)
{
  RkRangeScale *self = RK_RANGE_SCALE (widget);
  gboolean upright =
      gtk_orientable_get_orientation (GTK_ORIENTABLE (self->scale)) == GTK_ORIENTATION_VERTICAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (adw_bin_get_child (ADW_BIN (self))),
                                  narrow && !upright ? GTK_ORIENTATION_VERTICAL
                                                     : GTK_ORIENTATION_HORIZONTAL);
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (RK_RANGE_SCALE (widget)->scale);
}

static void
add_ticks (RkRangeScale *self, const RkControl *range)
{
  guint n = rk_range_count_steps (range);
  gboolean upright = rk_control_has_appearance (range, "vertical");

  for (guint i = 0; n <= MAX_TICKS && i < n; i++)
    {
      double value = rk_range_get_step (range, i);
      g_autofree char *label = i == 0 || i == n - 1 ? rk_format_number (value, -1) : NULL;

      gtk_scale_add_mark (self->scale, value, upright ? GTK_POS_RIGHT : GTK_POS_BOTTOM, label);
    }
}

/* Left, or below, is where the form starts, be that the highest value. */
static void
set_range (RkRangeScale *self, const RkControl *range)
{
  double step = fabs (rk_range_get_step (range, 1) - range->range_start);
  gboolean down = range->range_start > range->range_end;
  gboolean upright = rk_control_has_appearance (range, "vertical");

  gtk_range_set_range (GTK_RANGE (self->scale), MIN (range->range_start, range->range_end),
                       MAX (range->range_start, range->range_end));
  gtk_range_set_increments (GTK_RANGE (self->scale), step, step);
  gtk_range_set_round_digits (GTK_RANGE (self->scale), -1);
  gtk_range_set_inverted (GTK_RANGE (self->scale), down != upright);
  if (upright)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->scale), GTK_ORIENTATION_VERTICAL);
      gtk_widget_set_size_request (GTK_WIDGET (self->scale), -1, UPRIGHT_HEIGHT);
      gtk_widget_set_hexpand (GTK_WIDGET (self->scale), FALSE);
    }
  if (!rk_control_has_appearance (range, "no-ticks"))
    add_ticks (self, range);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->set_narrow = set_narrow;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkRangeScale, rk_range_scale, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_range_scale_dispose (GObject *object)
{
  RkRangeScale *self = RK_RANGE_SCALE (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_range_scale_parent_class)->dispose (object);
}

static void
rk_range_scale_class_init (RkRangeScaleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_range_scale_dispose;
}

static void
rk_range_scale_init (RkRangeScale *self)
{
  GtkEventController *wheel =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->scale = GTK_SCALE (gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->scale), TRUE);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scale), wheel);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scale), keys);
}

GtkWidget *
rk_range_scale_new (RkAutosave *autosave, RkFormNode *node)
{
  RkRangeScale *self = g_object_new (RK_TYPE_RANGE_SCALE, NULL);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->entry = rk_number_entry_new (autosave, node);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_START);
  gtk_accessible_update_property (rk_question_widget_get_accessible (
                                      RK_QUESTION_WIDGET (self->entry)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Value"), -1);
  adw_bin_set_child (ADW_BIN (self), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), GTK_WIDGET (self->scale));
  /* Tab goes by the middle of what stands side by side: as high as the scale, it comes after. */
  self->open = g_object_new (GTK_TYPE_LABEL, "label",
                             _ ("not filled in yet"), "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->open, "caption");
  gtk_widget_add_css_class (self->open, "rk-secondary");
  gtk_box_append (GTK_BOX (side), self->entry);
  gtk_box_append (GTK_BOX (side), self->open);
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), side);
  set_range (self, rk_form_node_get_control (node));
  g_signal_connect_swapped (self->scale, "change-value", G_CALLBACK (change_value_cb), self);
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (value_changed_cb), self);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
