/* SPDX-License-Identifier: EUPL-1.2 */
/* The lens through which one looks at a plate, and the moment of which. */
#include "config.h"
#include "rk-plate-page-private.h"

#include "rk-format.h"
#include "rk-status-label.h"

#include <glib/gi18n.h>

/* Translators: %s is the name of a lens: "status". */
#define LENS_FORMAT N_ ("Lens: %s")

RkLens
rk_plate_page_get_lens (RkPlatePage *self)
{
  return (RkLens) gtk_drop_down_get_selected (self->lens);
}

RkPlateMoment
rk_plate_page_get_moment (RkPlatePage *self)
{
  if (gtk_toggle_button_get_active (self->then))
    return RK_PLATE_THEN;
  return gtk_toggle_button_get_active (self->difference) ? RK_PLATE_DIFFERENCE : RK_PLATE_NOW;
}

/* --- lens and moment ------------------------------------------------------------------------- */

/* GTK 4.8 gives the button in a drop-down no name. */
static void
name_lens (RkPlatePage *self, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                      gtk_widget_get_first_child (GTK_WIDGET (self->lens))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
rk_plate_page_lens_chosen (RkPlatePage *self)
{
  g_autofree char *text =
      g_strdup_printf (_ (LENS_FORMAT), rk_lens_get_label (rk_plate_page_get_lens (self)));

  name_lens (self, text);
  if (self->setting)
    return;
  rk_announce (GTK_WIDGET (self), text);
  rk_plate_page_load (self);
  rk_plate_page_queue_save (self);
}

void
rk_plate_page_next_lens (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkPlatePage *self = RK_PLATE_PAGE (widget);

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->lens)))
    gtk_drop_down_set_selected (self->lens, (rk_plate_page_get_lens (self) + 1) % RK_N_LENSES);
}

void
rk_plate_page_moment_chosen (RkPlatePage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  /* What comes and goes is told in words of its own, whatever the lens. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->lens),
                            rk_plate_page_get_moment (self) != RK_PLATE_DIFFERENCE);
  if (self->setting)
    return;
  rk_plate_page_load (self);
  rk_plate_page_queue_save (self);
}

void
rk_plate_page_show_date (RkPlatePage *self)
{
  g_autofree char *text = rk_format_date (self->date, RK_FORMAT_TABLE);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (self->date, zone);
  gboolean was = self->setting;

  self->setting = TRUE;
  gtk_button_set_label (GTK_BUTTON (self->then), text);
  gtk_editable_set_text (GTK_EDITABLE (self->date_entry), text);
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
  self->setting = was;
}

static void
set_date (RkPlatePage *self, const char *date)
{
  if (g_strcmp0 (self->date, date) == 0)
    return;
  g_free (self->date);
  self->date = g_strdup (date);
  rk_plate_page_show_date (self);
  if (rk_plate_page_get_moment (self) == RK_PLATE_NOW)
    gtk_toggle_button_set_active (self->then, TRUE); /* loads */
  else
    rk_plate_page_load (self);
  rk_plate_page_queue_save (self);
}

void
rk_plate_page_day_chosen (RkPlatePage *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  if (!self->setting)
    set_date (self, date);
}

void
rk_plate_page_date_typed (RkPlatePage *self)
{
  g_autofree char *date =
      rk_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->date_entry)), NULL);

  gtk_widget_remove_css_class (GTK_WIDGET (self->date_entry), "error");
  if (date == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->date_entry), "error");
      rk_announce (GTK_WIDGET (self), _ ("Type a date, for example 1/1/2028."));
      return;
    }
  set_date (self, date);
  gtk_menu_button_popdown (self->date_button);
}

/* --- the drop-down of lenses ------------------------------------------------------------------ */

static void
lens_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static const char *
get_lens_label (GtkListItem *item)
{
  return gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
}

static void
lens_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *text = g_strdup_printf (_ (LENS_FORMAT), get_lens_label (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
lens_row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), get_lens_label (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, get_lens_label (item), -1);
}

void
rk_plate_page_set_up_lenses (RkPlatePage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) shown = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  for (RkLens lens = 0; lens < RK_N_LENSES; lens++)
    gtk_string_list_append (labels, rk_lens_get_label (lens));
  g_signal_connect (shown, "setup", G_CALLBACK (lens_setup_cb), NULL);
  g_signal_connect (shown, "bind", G_CALLBACK (lens_bind_cb), NULL);
  g_signal_connect (rows, "setup", G_CALLBACK (lens_setup_cb), NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (lens_row_bind_cb), NULL);
  gtk_drop_down_set_model (self->lens, G_LIST_MODEL (labels));
  gtk_drop_down_set_factory (self->lens, shown);
  gtk_drop_down_set_list_factory (self->lens, rows);
}

/* The first of January after next: at least a year away. */
char *
rk_plate_page_make_date (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_strdup_printf ("%04d-01-01", g_date_time_get_year (now) + 2);
}
