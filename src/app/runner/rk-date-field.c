/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-date-field.h"

#include "rk-editable.h"
#include "rk-wrap-box.h"

#include "rk-format.h"

#include <glib/gi18n.h>

/* Which parts are asked. */
typedef enum
{
  ASK_DATE,
  ASK_MONTH,
  ASK_YEAR,
  ASK_TIME,
  ASK_DATE_TIME
} Parts;

struct _RkDateField
{
  RkTypedField parent_instance;
  Parts parts;

  GtkWidget *date, *time; /* entries */
  GtkMenuButton *button;
  GtkCalendar *calendar;
  GtkLabel *words; /* the weekday, or the month in letters */
  GtkLabel *zone;  /* when the time is not that of here */
  char *shown;     /* the time as the entry shows it … */
  char *stored;    /* … and as it is stored, with seconds and zone */
};

G_DEFINE_FINAL_TYPE (RkDateField, rk_date_field, RK_TYPE_TYPED_FIELD)

static gboolean
has_date (RkDateField *self)
{
  return self->parts != ASK_TIME;
}

static gboolean
has_time (RkDateField *self)
{
  return self->parts == ASK_TIME || self->parts == ASK_DATE_TIME;
}

static char *
parse_date (RkDateField *self, const char *text)
{
  if (self->parts == ASK_MONTH)
    return rk_parse_month (text, NULL);
  if (self->parts == ASK_YEAR)
    return rk_parse_year (text, NULL);
  return rk_parse_date (text, NULL);
}

/* --- from what is typed ----------------------------------------------------------------------- */

/* The zone behind "HH:MM:SS.fff": "" when there is none. */
static const char *
find_zone (const char *time)
{
  const char *zone = strlen (time) >= 5 ? strpbrk (time + 5, "Z+-") : NULL;

  return zone != NULL ? zone : "";
}

/* "+01:00": what the clock here says at @time on @date. */
static char *
dup_zone_here (const char *date, const char *time)
{
  g_autofree char *stamp = g_strdup_printf ("%sT%s", date, time);
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (stamp, here);

  return moment != NULL ? g_date_time_format (moment, "%:z") : g_strdup ("");
}

/* What is in the time entry as it is to be stored: with the seconds and the zone it had. NULL when
 * it is no time. */
static char *
dup_time (RkDateField *self, const char *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->time));
  g_autofree char *time = NULL, *zone = NULL;

  if (self->stored != NULL && g_str_equal (text, self->shown))
    return g_strdup (self->stored);
  time = rk_parse_time (text);
  if (time == NULL)
    return NULL;
  if (self->stored != NULL)
    zone = g_strdup (find_zone (self->stored));
  else if (date != NULL)
    zone = dup_zone_here (date, time);
  return g_strconcat (time, zone, NULL);
}

/* The answer when the parts make one; else what was typed, the time without blanks in it. */
static char *
dup_typed (RkTypedField *field)
{
  RkDateField *self = RK_DATE_FIELD (field);
  const char *date_text = gtk_editable_get_text (GTK_EDITABLE (self->date));
  const char *time_text = gtk_editable_get_text (GTK_EDITABLE (self->time));
  g_autofree char *date = NULL, *time = NULL;
  g_auto (GStrv) words = NULL;

  if (!has_time (self))
    return g_strdup (date_text);
  date = has_date (self) ? rk_parse_date (date_text, NULL) : NULL;
  time = dup_time (self, date);
  if (!has_date (self))
    return time != NULL ? g_steal_pointer (&time) : g_strdup (time_text);
  if (*date_text == '\0' && *time_text == '\0')
    return g_strdup ("");
  if (date != NULL && time != NULL)
    return g_strdup_printf ("%sT%s", date, time);
  words = g_strsplit (time_text, " ", -1);
  g_free (time);
  time = g_strjoinv ("", words);
  return g_strdup_printf ("%s %s", date_text, time);
}

/* Of two parts only that is marked as wrong which is. */
static void
show_right (GtkWidget *entry, gboolean right)
{
  if (right)
    gtk_widget_add_css_class (entry, "rk-right");
  else
    gtk_widget_remove_css_class (entry, "rk-right");
}

static void
mark_parts (RkDateField *self)
{
  g_autofree char *date = rk_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->date)), NULL);
  g_autofree char *time = rk_parse_time (gtk_editable_get_text (GTK_EDITABLE (self->time)));
  gboolean both = self->parts == ASK_DATE_TIME;

  show_right (self->date, both && date != NULL && time == NULL);
  show_right (self->time, both && time != NULL && date == NULL);
}

/* --- showing ---------------------------------------------------------------------------------- */

/* The zone only when the clock here says something else: then "09.30" alone would mislead. */
static void
show_zone (RkDateField *self, const char *date)
{
  const char *zone = self->stored != NULL ? find_zone (self->stored) : "";
  g_autofree char *here = NULL, *text = NULL;

  if (*zone != '\0' && date != NULL)
    here = dup_zone_here (date, "12:00:00");
  if (here != NULL && !g_str_has_prefix (here, zone))
    /* Translators: the time zone of a time, "UTC+02:00". */
    text = g_strdup_printf (_ ("UTC%s"), *zone == 'Z' ? "" : zone);
  gtk_label_set_label (self->zone, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->zone), text != NULL);
}

static void
show_time (RkDateField *self, const char *value, const char *date)
{
  g_autofree char *time = rk_parse_time (value);

  g_free (self->shown);
  g_free (self->stored);
  self->stored = g_steal_pointer (&time);
  self->shown = self->stored != NULL ? g_strdup_printf ("%.2s.%.2s", self->stored, self->stored + 3)
                                     : g_strdup (value);
  rk_editable_fill (GTK_EDITABLE (self->time), self->shown);
  show_zone (self, date);
}

/* What stands in the entry for the day @iso. */
static char *
dup_shown_date (RkDateField *self, const char *iso)
{
  if (self->parts == ASK_YEAR)
    return g_strndup (iso, 4);
  if (self->parts == ASK_MONTH)
    return g_strdup_printf ("%.2s/%.4s", iso + 5, iso);
  return rk_format_date (iso, RK_FORMAT_TABLE);
}

/* The same day in words, beside the entry. */
static char *
dup_words (RkDateField *self, const char *iso)
{
  g_autofree char *date = NULL;
  const char *month;

  if (self->parts == ASK_YEAR)
    return g_strdup ("");
  if (self->parts != ASK_MONTH)
    return rk_format_date_weekday (iso);
  date = rk_format_date (iso, RK_FORMAT_SENTENCE);
  month = strchr (date, ' ');
  return g_strdup (month != NULL ? month + 1 : date);
}

static void
show_date (RkDateField *self, const char *value)
{
  g_autofree char *iso = parse_date (self, value);
  g_autofree char *shown = iso != NULL ? dup_shown_date (self, iso) : NULL;
  g_autofree char *words = iso != NULL ? dup_words (self, iso) : NULL;

  rk_editable_fill (GTK_EDITABLE (self->date), shown != NULL ? shown : value);
  gtk_label_set_label (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL && *words != '\0');
}

/* Where the time starts in a date with a time, as stored or as typed; NULL when there is none. */
static char *
find_time (char *text)
{
  return strlen (text) > 10 && text[10] == 'T' ? text + 10 : strrchr (text, ' ');
}

static void
show (RkTypedField *field, const char *text)
{
  RkDateField *self = RK_DATE_FIELD (field);
  g_autofree char *date = g_strdup (text);
  g_autofree char *iso = NULL;
  char *separator = find_time (date);

  if (!has_time (self))
    {
      show_date (self, text);
      return;
    }
  if (!has_date (self))
    {
      show_time (self, text, NULL);
      return;
    }
  if (separator != NULL)
    *separator = '\0';
  iso = rk_parse_date (date, NULL);
  show_time (self, separator != NULL ? separator + 1 : "", iso);
  show_date (self, date);
  mark_parts (self);
}

static void
freeze (RkTypedField *field, gboolean frozen)
{
  RkDateField *self = RK_DATE_FIELD (field);

  gtk_editable_set_editable (GTK_EDITABLE (self->date), !frozen);
  gtk_editable_set_editable (GTK_EDITABLE (self->time), !frozen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !frozen);
}

/* --- the calendar ----------------------------------------------------------------------------- */

/* It opens on the date that is there. */
static void
open_cb (RkDateField *self)
{
  g_autofree char *iso = rk_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->date)), NULL);
  g_autofree char *stamp = iso != NULL ? g_strconcat (iso, "T12:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) date = stamp != NULL ? g_date_time_new_from_iso8601 (stamp, NULL) : NULL;

  if (date == NULL)
    return;
  g_signal_handlers_block_matched (self->calendar, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_matched (self->calendar, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
}

static void
picked_cb (RkDateField *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *shown = rk_format_date (iso, RK_FORMAT_TABLE);

  gtk_menu_button_popdown (self->button);
  gtk_editable_set_text (GTK_EDITABLE (self->date), shown);
  rk_typed_field_complete (RK_TYPED_FIELD (self));
}

/* A date alone is complete when one goes on to its calendar. */
static void
left_date_cb (RkDateField *self)
{
  if (!has_time (self))
    rk_typed_field_complete (RK_TYPED_FIELD (self));
}

static void
rk_date_field_finalize (GObject *object)
{
  RkDateField *self = RK_DATE_FIELD (object);

  g_free (self->shown);
  g_free (self->stored);
  G_OBJECT_CLASS (rk_date_field_parent_class)->finalize (object);
}

static void
rk_date_field_class_init (RkDateFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RkTypedFieldClass *field_class = RK_TYPED_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rk_date_field_finalize;
  field_class->dup_typed = dup_typed;
  field_class->show = show;
  field_class->freeze = freeze;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-date-field.ui");
  gtk_widget_class_bind_template_child (widget_class, RkDateField, date);
  gtk_widget_class_bind_template_child (widget_class, RkDateField, time);
  gtk_widget_class_bind_template_child (widget_class, RkDateField, button);
  gtk_widget_class_bind_template_child (widget_class, RkDateField, calendar);
  gtk_widget_class_bind_template_child (widget_class, RkDateField, words);
  gtk_widget_class_bind_template_child (widget_class, RkDateField, zone);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, rk_typed_field_touch);
  gtk_widget_class_bind_template_callback (widget_class, rk_typed_field_complete);
}

static void
rk_date_field_init (RkDateField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_type_ensure (RK_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_date_cb), self);
  gtk_widget_add_controller (self->date, focus);
}

static Parts
get_parts (RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);
  RkDataType type = rk_form_node_get_data_type (node);

  if (type == RK_DATA_TIME)
    return ASK_TIME;
  if (type == RK_DATA_DATE_TIME)
    return ASK_DATE_TIME;
  if (control != NULL && rk_control_has_appearance (control, "month-year"))
    return ASK_MONTH;
  if (control != NULL && rk_control_has_appearance (control, "year"))
    return ASK_YEAR;
  return ASK_DATE;
}

static void
show_parts (RkDateField *self, gboolean calendar)
{
  if (self->parts == ASK_MONTH)
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->date), _ ("mm/yyyy"));
  if (self->parts == ASK_YEAR)
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->date), _ ("yyyy"));
  gtk_widget_set_visible (self->date, has_date (self));
  gtk_widget_set_visible (GTK_WIDGET (self->button), calendar);
  gtk_widget_set_visible (self->time, has_time (self));
}

GtkWidget *
rk_date_field_new (RkAutosave *autosave, RkFormNode *node)
{
  RkDateField *self = g_object_new (RK_TYPE_DATE_FIELD, NULL);
  const RkControl *control = rk_form_node_get_control (node);
  gboolean bare = control != NULL && rk_control_has_appearance (control, "no-calendar");

  self->parts = get_parts (node);
  show_parts (self, !bare && (self->parts == ASK_DATE || self->parts == ASK_DATE_TIME));
  rk_typed_field_set_entry (RK_TYPED_FIELD (self), has_date (self) ? self->date : self->time);
  rk_typed_field_open (RK_TYPED_FIELD (self), autosave, node);
  return GTK_WIDGET (self);
}
