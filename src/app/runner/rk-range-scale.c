/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-range-scale.h"

#include "rk-format.h"
#include "rk-number-entry.h"

#include <glib/gi18n.h>

struct _RkRangeScale
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkScale *scale;
  GtkWidget *entry; /* an RkNumberEntry: the same value, typed */
  gboolean filling;
};

static void
update (RkQuestionWidget *widget)
{
  RkRangeScale *self = RK_RANGE_SCALE (widget);
  const RkControl *control = rk_form_node_get_control (self->node);
  const char *value = rk_form_node_get_stored_value (self->node);
  gboolean empty = *value == '\0';

  self->filling = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale),
                       empty ? control->range_start : g_ascii_strtod (value, NULL));
  self->filling = FALSE;
  /* A knob that nobody touched is hollow: the start of the scale is not an answer. */
  if (empty)
    gtk_widget_add_css_class (GTK_WIDGET (self->scale), "rk-untouched");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->scale), "rk-untouched");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  empty ? _ ("not filled in yet") : value, -1);
  rk_question_widget_update (RK_QUESTION_WIDGET (self->entry));
}

static void
value_changed_cb (RkRangeScale *self)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->filling)
    return;
  g_ascii_formatd (text, sizeof text, "%.10g", gtk_range_get_value (GTK_RANGE (self->scale)));
  rk_autosave_choose (self->autosave, self->node, text);
  update (RK_QUESTION_WIDGET (self));
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

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (RK_RANGE_SCALE (widget)->scale);
}

static void
add_ticks (RkRangeScale *self, const RkControl *control)
{
  double step = control->range_step > 0 ? control->range_step : 1;
  double low = MIN (control->range_start, control->range_end);
  double high = MAX (control->range_start, control->range_end);
  int n = (int) MIN ((high - low) / step, 1000);

  gtk_range_set_range (GTK_RANGE (self->scale), low, high);
  gtk_range_set_increments (GTK_RANGE (self->scale), step, step);
  gtk_range_set_round_digits (GTK_RANGE (self->scale), step < 1 ? 3 : 0);
  for (int i = 0; n <= 20 && i <= n; i++)
    {
      g_autofree char *label = i == 0 || i == n ? rk_format_number (low + i * step, -1) : NULL;

      gtk_scale_add_mark (self->scale, low + i * step, GTK_POS_BOTTOM, label);
    }
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->leave = leave;
  iface->update = update;
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

  self->scale = GTK_SCALE (gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->scale), TRUE);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scale), wheel);
}

GtkWidget *
rk_range_scale_new (RkAutosave *autosave, RkFormNode *node)
{
  RkRangeScale *self = g_object_new (RK_TYPE_RANGE_SCALE, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->entry = rk_number_entry_new (autosave, node);
  gtk_accessible_update_property (rk_question_widget_get_accessible (
                                      RK_QUESTION_WIDGET (self->entry)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Value"), -1);
  adw_bin_set_child (ADW_BIN (self), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), GTK_WIDGET (self->scale));
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), self->entry);
  add_ticks (self, rk_form_node_get_control (node));
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (value_changed_cb), self);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
