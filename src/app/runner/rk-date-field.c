/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-date-field.h"

#include "rk-editable.h"

#include "rk-format.h"

#include <glib/gi18n.h>

struct _RkDateField
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;

  GtkWidget *date, *time; /* entries */
  GtkMenuButton *button;
  GtkCalendar *calendar;
  GtkLabel *weekday;
  gboolean dirty, filling;
};

static gboolean
has_date (RkDateField *self)
{
  return rk_form_node_get_data_type (self->node) != RK_DATA_TIME;
}

static gboolean
has_time (RkDateField *self)
{
  return rk_form_node_get_data_type (self->node) != RK_DATA_DATE;
}

/* "8.30", "08:30", "8u30", "8 u." → "08:30:00.000"; NULL when it is no time. */
static char *
parse_time (const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("^\\s*(\\d{1,2})(?:\\s*[.:uh]\\s*(\\d{2})?)?\\s*(?:uur|u\\.?)?\\s*$",
                   G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hour = NULL, *minute = NULL;
  int h, m;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  hour = g_match_info_fetch (match, 1);
  minute = g_match_info_fetch (match, 2);
  h = atoi (hour);
  m = minute != NULL ? atoi (minute) : 0;
  return h < 24 && m < 60 ? g_strdup_printf ("%02d:%02d:00.000", h, m) : NULL;
}

/* The date as it was typed; for a time what the engine understands, or what was typed when it is
 * no time. */
static char *
dup_canonical (RkDateField *self)
{
  const char *date_text = gtk_editable_get_text (GTK_EDITABLE (self->date));
  const char *time_text = gtk_editable_get_text (GTK_EDITABLE (self->time));
  g_autofree char *date =
      has_date (self) && has_time (self) ? rk_parse_date (date_text, NULL) : NULL;
  g_autofree char *time = has_time (self) ? parse_time (time_text) : NULL;

  if (!has_time (self))
    return g_strdup (date_text);
  if (!has_date (self))
    return time != NULL ? g_steal_pointer (&time) : g_strdup (time_text);
  if (*date_text == '\0' && *time_text == '\0')
    return g_strdup ("");
  if (date != NULL && time != NULL)
    return g_strdup_printf ("%sT%s", date, time);
  return g_strdup_printf ("%s %s", date_text, time_text);
}

static void
show_time (RkDateField *self, const char *value)
{
  g_autofree char *shown = NULL;

  if (strlen (value) >= 5 && value[2] == ':')
    shown = g_strdup_printf ("%.2s.%.2s", value, value + 3);
  rk_editable_fill (GTK_EDITABLE (self->time), shown != NULL ? shown : value);
}

static void
show_date (RkDateField *self, const char *value)
{
  g_autofree char *iso = rk_parse_date (value, NULL);
  g_autofree char *shown = iso != NULL ? rk_format_date (iso, RK_FORMAT_TABLE) : NULL;
  g_autofree char *weekday = iso != NULL ? rk_format_date_weekday (iso) : NULL;

  rk_editable_fill (GTK_EDITABLE (self->date), shown != NULL ? shown : value);
  gtk_label_set_label (self->weekday, weekday != NULL ? weekday : "");
}

static void
update (RkQuestionWidget *widget)
{
  RkDateField *self = RK_DATE_FIELD (widget);
  g_autofree char *text = NULL;
  char *separator;

  if (self->dirty)
    return;
  text = rk_autosave_dup_text (self->autosave, self->node);
  separator = strpbrk (text, "T ");
  self->filling = TRUE;
  if (has_date (self) && has_time (self) && separator != NULL)
    {
      *separator = '\0';
      show_time (self, separator + 1);
      show_date (self, text);
    }
  else if (has_date (self))
    show_date (self, text);
  else
    show_time (self, text);
  self->filling = FALSE;
}

static void
changed_cb (RkDateField *self)
{
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  self->dirty = TRUE;
  text = dup_canonical (self);
  rk_autosave_type (self->autosave, self->node, text);
}

static void
leave (RkQuestionWidget *widget)
{
  RkDateField *self = RK_DATE_FIELD (widget);
  g_autofree char *text = NULL;

  if (!self->dirty)
    return;
  self->dirty = FALSE;
  text = dup_canonical (self);
  rk_autosave_enter (self->autosave, self->node, text);
  update (widget);
}

static void
activate_cb (RkDateField *self)
{
  leave (RK_QUESTION_WIDGET (self));
}

/* The calendar opens on the date that is there. */
static void
open_cb (RkDateField *self)
{
  g_autofree char *iso = rk_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->date)), NULL);
  g_autofree char *stamp = iso != NULL ? g_strconcat (iso, "T12:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) date = stamp != NULL ? g_date_time_new_from_iso8601 (stamp, NULL) : NULL;

  self->filling = TRUE;
  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
  self->filling = FALSE;
}

static void
picked_cb (RkDateField *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (date, "%Y-%m-%d");

  if (self->filling)
    return;
  gtk_menu_button_popdown (self->button);
  self->filling = TRUE;
  show_date (self, iso);
  self->filling = FALSE;
  self->dirty = TRUE;
  leave (RK_QUESTION_WIDGET (self));
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  RkDateField *self = RK_DATE_FIELD (widget);

  return gtk_widget_grab_focus (has_date (self) ? self->date : self->time);
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  RkDateField *self = RK_DATE_FIELD (widget);

  return GTK_ACCESSIBLE (has_date (self) ? self->date : self->time);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkDateField, rk_date_field, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_date_field_dispose (GObject *object)
{
  RkDateField *self = RK_DATE_FIELD (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_date_field_parent_class)->dispose (object);
}

static void
rk_date_field_class_init (RkDateFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_date_field_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-date-field.ui");
  gtk_widget_class_bind_template_child (widget_class, RkDateField, date);
  gtk_widget_class_bind_template_child (widget_class, RkDateField, time);
  gtk_widget_class_bind_template_child (widget_class, RkDateField, button);
  gtk_widget_class_bind_template_child (widget_class, RkDateField, calendar);
  gtk_widget_class_bind_template_child (widget_class, RkDateField, weekday);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
rk_date_field_init (RkDateField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_date_field_new (RkAutosave *autosave, RkFormNode *node)
{
  RkDateField *self = g_object_new (RK_TYPE_DATE_FIELD, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  gtk_widget_set_visible (self->date, has_date (self));
  gtk_widget_set_visible (GTK_WIDGET (self->button), has_date (self));
  gtk_widget_set_visible (self->time, has_time (self));
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
