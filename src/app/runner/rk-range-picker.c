/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-range-picker.h"

#include "rk-format.h"
#include "rk-picker.h"
#include "rk-range-steps.h"

#include <glib/gi18n.h>

struct _RkRangePicker
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  RkPicker *picker;
};

static RkPickerItem *
new_item (double number)
{
  g_autofree char *value = rk_range_dup_value (number);
  g_autofree char *words = rk_format_number (number, -1);

  return rk_picker_item_new (value, words, NULL);
}

/* The values that begin as @text does. */
static GListModel *
search (const char *text, gpointer data)
{
  RkRangePicker *self = data;
  const RkControl *range = rk_form_node_get_control (self->node);
  GListStore *found = g_list_store_new (RK_TYPE_PICKER_ITEM);

  for (guint i = 0; i < rk_range_count_steps (range); i++)
    {
      g_autoptr (RkPickerItem) item = new_item (rk_range_get_step (range, i));

      if (g_str_has_prefix (rk_picker_item_get_title (item), text))
        g_list_store_append (found, item);
    }
  return G_LIST_MODEL (found);
}

static void
update (RkQuestionWidget *widget)
{
  RkRangePicker *self = RK_RANGE_PICKER (widget);
  const char *value = rk_form_node_get_stored_value (self->node);
  g_autoptr (RkPickerItem) item = *value != '\0' ? new_item (g_ascii_strtod (value, NULL)) : NULL;

  rk_picker_set_selected (self->picker, item);
}

static void
enter (RkRangePicker *self, const char *value)
{
  rk_autosave_choose (self->autosave, self->node, value);
  update (RK_QUESTION_WIDGET (self));
}

static void
chosen_cb (RkRangePicker *self, RkPickerItem *item)
{
  if (item != NULL)
    enter (self, rk_picker_item_get_id (item));
}

static void
cleared_cb (RkRangePicker *self)
{
  enter (self, "");
}

static void
leave (RkQuestionWidget *widget)
{
  rk_picker_leave (RK_RANGE_PICKER (widget)->picker);
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  return gtk_widget_grab_focus (rk_picker_get_entry (RK_RANGE_PICKER (widget)->picker));
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (rk_picker_get_entry (RK_RANGE_PICKER (widget)->picker));
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkRangePicker, rk_range_picker, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_range_picker_dispose (GObject *object)
{
  RkRangePicker *self = RK_RANGE_PICKER (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_range_picker_parent_class)->dispose (object);
}

static void
rk_range_picker_class_init (RkRangePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_range_picker_dispose;
}

static void
rk_range_picker_init (RkRangePicker *self)
{
  self->picker = RK_PICKER (rk_picker_new ());
  rk_picker_set_placeholder (self->picker, _ ("Choose a value"));
  gtk_widget_set_halign (GTK_WIDGET (self->picker), GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->picker));
  g_signal_connect_swapped (self->picker, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->picker, "cleared", G_CALLBACK (cleared_cb), self);
}

GtkWidget *
rk_range_picker_new (RkAutosave *autosave, RkFormNode *node)
{
  RkRangePicker *self = g_object_new (RK_TYPE_RANGE_PICKER, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  rk_picker_set_search (self->picker, search, self, NULL);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
