/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-field-control.h"

#include "rk-editable.h"
#include "rk-field-words.h"
#include "rk-format.h"
#include "rk-reference-picker.h"
#include "rk-reference-set.h"

#include <glib/gi18n.h>
#include <stdlib.h>

struct _RkFieldControl
{
  AdwBin parent_instance;
  RkStore *store;
  const RkField *field;
  GtkWidget *focus;
  GtkEntry *entry; /* these: what the type asks for, the others NULL */
  GtkTextBuffer *buffer;
  GtkDropDown *choice;
  RkReferencePicker *picker;
  RkReferenceSet *set;
  GtkCalendar *calendar;
  gboolean quiet; /* we set it ourselves */
};

G_DEFINE_FINAL_TYPE (RkFieldControl, rk_field_control, ADW_TYPE_BIN)

enum
{
  SIGNAL_TOUCHED,
  SIGNAL_DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const RkEnumValue booleans[] = {
  { "true", N_ ("Yes") },
  { "false", N_ ("No") },
  { NULL },
};

static void
touched_cb (RkFieldControl *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[SIGNAL_TOUCHED], 0);
}

static void
done_cb (RkFieldControl *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
name_widget (RkFieldControl *self, GtkWidget *widget)
{
  self->focus = widget;
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->field->label), -1);
}

/* --- entries --------------------------------------------------------------------------------- */

static void
open_calendar_cb (RkFieldControl *self)
{
  g_autofree char *iso = rk_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL);
  g_autoptr (GDateTime) date = NULL;

  if (iso == NULL)
    return;
  date = g_date_time_new_local (atoi (iso), atoi (iso + 5), atoi (iso + 8), 0, 0, 0);
  self->quiet = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->quiet = FALSE;
}

static void
day_selected_cb (RkFieldControl *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (date, "%Y-%m-%d");

  if (self->quiet)
    return;
  rk_field_control_set_value (self, iso);
  done_cb (self);
}

static GtkWidget *
make_calendar_button (RkFieldControl *self)
{
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "rk-calendar-symbolic",
                                    "tooltip-text", _ ("Open calendar"), NULL);
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Open calendar"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Calendar"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (open_calendar_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  return button;
}

static GtkWidget *
make_entry (RkFieldControl *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean number = self->field->type == RK_FIELD_INTEGER ||
                    self->field->type == RK_FIELD_DECIMAL || self->field->type == RK_FIELD_MONEY;

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), !number);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  if (number)
    g_object_set (self->entry, "width-chars", 12, "max-width-chars", 14, "xalign", 1.0, NULL);
  if (self->field->type == RK_FIELD_MONEY)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("euro")));
  if (self->field->type == RK_FIELD_DATE)
    {
      gtk_entry_set_placeholder_text (self->entry, _ ("dd/mm/yyyy"));
      gtk_box_append (GTK_BOX (box), make_calendar_button (self));
    }
  name_widget (self, GTK_WIDGET (self->entry));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (touched_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (done_cb), self);
  return box;
}

static GtkWidget *
make_long_text (RkFieldControl *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  g_object_set (view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "left-margin", 9,
                "right-margin", 9, "top-margin", 6, "bottom-margin", 6, NULL);
  g_object_set (scroller, "child", view, "hscrollbar-policy", GTK_POLICY_NEVER,
                "min-content-height", 72, "max-content-height", 240, "propagate-natural-height",
                TRUE, NULL);
  gtk_widget_add_css_class (scroller, "rk-long-entry");
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  name_widget (self, view);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (touched_cb), self);
  return scroller;
}

/* --- choices --------------------------------------------------------------------------------- */

static const RkEnumValue *
get_values (const RkField *field)
{
  return field->type == RK_FIELD_BOOLEAN ? booleans : field->values;
}

static GtkWidget *
make_choice (RkFieldControl *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _ ("Not filled in"));
  for (const RkEnumValue *v = get_values (self->field); v->value != NULL; v++)
    gtk_string_list_append (labels, _ (v->label));
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (labels), NULL));
  name_widget (self, GTK_WIDGET (self->choice));
  /* the button in it, which has the focus, gets no name from it in GTK 4.8 */
  name_widget (self, gtk_widget_get_first_child (GTK_WIDGET (self->choice)));
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (done_cb), self);
  return GTK_WIDGET (self->choice);
}

static GtkWidget *
make_reference (RkFieldControl *self)
{
  GtkWidget *picker = rk_reference_picker_new (self->store, self->field->target);

  self->picker = RK_REFERENCE_PICKER (picker);
  rk_reference_picker_set_label (self->picker, _ (self->field->label));
  self->focus = rk_reference_picker_get_entry (self->picker);
  g_signal_connect_swapped (picker, "changed", G_CALLBACK (done_cb), self);
  return picker;
}

static GtkWidget *
make_set (RkFieldControl *self)
{
  GtkWidget *set = rk_reference_set_new (self->store, self->field->target);

  self->set = RK_REFERENCE_SET (set);
  rk_reference_set_set_label (self->set, _ (self->field->label));
  self->focus = rk_reference_set_get_entry (self->set);
  g_signal_connect_swapped (set, "changed", G_CALLBACK (done_cb), self);
  return set;
}

static GtkWidget *
make_control (RkFieldControl *self)
{
  switch (self->field->type)
    {
    case RK_FIELD_LONG_TEXT: return make_long_text (self);
    case RK_FIELD_BOOLEAN:
    case RK_FIELD_ENUM: return make_choice (self);
    case RK_FIELD_REFERENCE: return make_reference (self);
    case RK_FIELD_REFERENCE_SET: return make_set (self);
    case RK_FIELD_TEXT:
    case RK_FIELD_INTEGER:
    case RK_FIELD_DECIMAL:
    case RK_FIELD_MONEY:
    case RK_FIELD_DATE:
    case RK_FIELD_TIME:
    case RK_FIELD_ENUM_SET:
    default: return make_entry (self);
    }
}

/* --- class ----------------------------------------------------------------------------------- */

static void
rk_field_control_dispose (GObject *object)
{
  RkFieldControl *self = RK_FIELD_CONTROL (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_field_control_parent_class)->dispose (object);
}

static void
rk_field_control_class_init (RkFieldControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_field_control_dispose;
  signals[SIGNAL_TOUCHED] = g_signal_new ("touched", RK_TYPE_FIELD_CONTROL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DONE] = g_signal_new ("done", RK_TYPE_FIELD_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
rk_field_control_init (RkFieldControl *self)
{
}

GtkWidget *
rk_field_control_new (RkStore *store, const RkField *field)
{
  RkFieldControl *self = g_object_new (RK_TYPE_FIELD_CONTROL, NULL);

  self->store = g_object_ref (store);
  self->field = field;
  adw_bin_set_child (ADW_BIN (self), make_control (self));
  if (field->flags & RK_FIELD_REQUIRED)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->focus), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                    TRUE, -1);
  return GTK_WIDGET (self);
}

gboolean
rk_field_control_can_edit (const RkField *field)
{
  if (field->type == RK_FIELD_TIME || field->type == RK_FIELD_ENUM_SET ||
      (field->flags & RK_FIELD_BLOB))
    return FALSE;
  return field->type != RK_FIELD_REFERENCE_SET || field->target != NULL;
}

static guint
find_choice (RkFieldControl *self, const char *value)
{
  const RkEnumValue *values = get_values (self->field);

  for (guint i = 0; value != NULL && values[i].value != NULL; i++)
    if (g_str_equal (values[i].value, value))
      return i + 1;
  return 0;
}

void
rk_field_control_set_value (RkFieldControl *self, const char *value)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (RK_IS_FIELD_CONTROL (self));
  self->quiet = TRUE;
  typed = rk_field_dup_typed (self->field, value);
  if (self->choice != NULL)
    gtk_drop_down_set_selected (self->choice, find_choice (self, value));
  else if (self->picker != NULL)
    rk_reference_picker_set_id (self->picker, value);
  else if (self->set != NULL)
    rk_reference_set_set_value (self->set, value);
  else
    rk_field_control_set_typed (self, typed);
  self->quiet = FALSE;
}

void
rk_field_control_set_typed (RkFieldControl *self, const char *typed)
{
  gboolean quiet = self->quiet;

  g_return_if_fail (RK_IS_FIELD_CONTROL (self));
  self->quiet = TRUE;
  if (self->entry != NULL)
    rk_editable_fill (GTK_EDITABLE (self->entry), typed);
  else if (self->buffer != NULL)
    rk_text_buffer_fill (self->buffer, typed);
  self->quiet = quiet;
}

static char *
dup_buffer (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

char *
rk_field_control_dup_typed (RkFieldControl *self)
{
  guint chosen;

  g_return_val_if_fail (RK_IS_FIELD_CONTROL (self), NULL);
  if (self->picker != NULL)
    return g_strdup (rk_reference_picker_get_id (self->picker) != NULL
                         ? rk_reference_picker_get_id (self->picker)
                         : "");
  if (self->set != NULL)
    return rk_reference_set_dup_value (self->set);
  if (self->buffer != NULL)
    return dup_buffer (self->buffer);
  if (self->entry != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  chosen = gtk_drop_down_get_selected (self->choice);
  return g_strdup (chosen > 0 ? get_values (self->field)[chosen - 1].value : "");
}

GtkWidget *
rk_field_control_get_focus_widget (RkFieldControl *self)
{
  g_return_val_if_fail (RK_IS_FIELD_CONTROL (self), NULL);
  return self->focus;
}

void
rk_field_control_set_owner (RkFieldControl *self, const char *field, const char *id)
{
  g_return_if_fail (RK_IS_FIELD_CONTROL (self));
  if (self->picker != NULL)
    rk_reference_picker_set_owner (self->picker, field, id);
}
