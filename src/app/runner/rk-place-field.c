/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-place-field.h"

#include "rk-editable.h"
#include "rk-paste-places.h"
#include "rk-wrap-box.h"

#include "rk-format.h"

#include <glib/gi18n.h>

enum
{
  LATITUDE,
  LONGITUDE,
  ACCURACY,
  N_PARTS
};

struct _RkPlaceField
{
  RkTypedField parent_instance;
  GtkWidget *entries[N_PARTS];
  GtkWidget *paste;
  char *altitude; /* not asked, but kept when the answer has one */
};

G_DEFINE_FINAL_TYPE (RkPlaceField, rk_place_field, RK_TYPE_TYPED_FIELD)

static const char *
get_part (RkPlaceField *self, int part)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entries[part]));
}

/* "51.05 3.72 0 10": the third part is the altitude. */
static char *
dup_typed (RkTypedField *field)
{
  RkPlaceField *self = RK_PLACE_FIELD (field);
  g_autofree char *latitude = rk_parse_coordinate (get_part (self, LATITUDE), 90);
  g_autofree char *longitude = rk_parse_coordinate (get_part (self, LONGITUDE), 180);
  g_autofree char *accuracy = rk_parse_coordinate (get_part (self, ACCURACY), G_MAXDOUBLE);

  if (latitude == NULL || longitude == NULL)
    return g_strstrip (
        g_strdup_printf ("%s %s", get_part (self, LATITUDE), get_part (self, LONGITUDE)));
  return g_strdup_printf ("%s %s %s %s", latitude, longitude,
                          self->altitude != NULL ? self->altitude : "0",
                          accuracy != NULL ? accuracy : "0");
}

/* "51.0" is how the engine writes 51. */
static void
set_part (RkPlaceField *self, int part, const char *text)
{
  g_autofree char *plain = rk_parse_coordinate (text, G_MAXDOUBLE);
  g_autofree char *formatted = rk_format_decimal (plain != NULL ? plain : text);

  rk_editable_fill (GTK_EDITABLE (self->entries[part]), formatted);
}

static gboolean
is_zero (const char *text)
{
  return g_ascii_strtod (text, NULL) == 0;
}

static void
show (RkTypedField *field, const char *text)
{
  RkPlaceField *self = RK_PLACE_FIELD (field);
  g_auto (GStrv) parts = g_strsplit (text, " ", 4);
  guint n = g_strv_length (parts);

  set_part (self, LATITUDE, n > 0 ? parts[0] : "");
  set_part (self, LONGITUDE, n > 1 ? parts[1] : "");
  set_part (self, ACCURACY, n > 3 && !is_zero (parts[3]) ? parts[3] : "");
  g_free (self->altitude);
  self->altitude = n > 2 ? g_strdup (parts[2]) : NULL;
}

static void
freeze (RkTypedField *field, gboolean frozen)
{
  RkPlaceField *self = RK_PLACE_FIELD (field);

  for (int i = 0; i < N_PARTS; i++)
    gtk_editable_set_editable (GTK_EDITABLE (self->entries[i]), !frozen);
  gtk_widget_set_sensitive (self->paste, !frozen);
}

/* Of several places the first. */
static void
pasted_cb (GtkWidget *owner, const char *places)
{
  g_auto (GStrv) list = g_strsplit (places, ";", 2);

  rk_typed_field_enter (RK_TYPED_FIELD (owner), list[0]);
}

static void
paste_cb (GtkWidget *self)
{
  rk_paste_places (self, pasted_cb);
}

static void
add_part (RkPlaceField *self, GtkWidget *box, int part, const char *name)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (name);

  self->entries[part] = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entries[part]), 12);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[part]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (column), label);
  gtk_box_append (GTK_BOX (column), self->entries[part]);
  rk_wrap_box_append (RK_WRAP_BOX (box), column);
  g_signal_connect_swapped (self->entries[part], "changed", G_CALLBACK (rk_typed_field_touch),
                            self);
  g_signal_connect_swapped (self->entries[part], "activate", G_CALLBACK (rk_typed_field_complete),
                            self);
}

static void
rk_place_field_finalize (GObject *object)
{
  g_free (RK_PLACE_FIELD (object)->altitude);
  G_OBJECT_CLASS (rk_place_field_parent_class)->finalize (object);
}

static void
rk_place_field_class_init (RkPlaceFieldClass *klass)
{
  RkTypedFieldClass *field_class = RK_TYPED_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rk_place_field_finalize;
  field_class->dup_typed = dup_typed;
  field_class->show = show;
  field_class->freeze = freeze;
}

static void
rk_place_field_init (RkPlaceField *self)
{
  GtkWidget *box = rk_wrap_box_new ();

  add_part (self, box, LATITUDE, _ ("Latitude"));
  add_part (self, box, LONGITUDE, _ ("Longitude"));
  add_part (self, box, ACCURACY, _ ("Accuracy in metres"));
  self->paste = gtk_button_new_with_label (_ ("Paste coordinates"));
  gtk_widget_set_valign (self->paste, GTK_ALIGN_END);
  g_signal_connect_swapped (self->paste, "clicked", G_CALLBACK (paste_cb), self);
  rk_wrap_box_append (RK_WRAP_BOX (box), self->paste);
  adw_bin_set_child (ADW_BIN (self), box);
  rk_typed_field_set_entry (RK_TYPED_FIELD (self), box);
}

GtkWidget *
rk_place_field_new (RkAutosave *autosave, RkFormNode *node)
{
  RkTypedField *self = g_object_new (RK_TYPE_PLACE_FIELD, NULL);

  rk_typed_field_open (self, autosave, node);
  return GTK_WIDGET (self);
}
