/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-place-field.h"

#include "rk-editable.h"

#include "rk-format.h"
#include "rk-toast.h"

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
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *entries[N_PARTS];
  gboolean dirty, filling;
};

/* "51.05 3.72 0 10": the third part, the altitude, is not asked. */
static char *
dup_typed (RkPlaceField *self)
{
  g_autofree char *latitude = NULL, *longitude = NULL, *accuracy = NULL;

  latitude = rk_parse_decimal (gtk_editable_get_text (GTK_EDITABLE (self->entries[LATITUDE])));
  longitude = rk_parse_decimal (gtk_editable_get_text (GTK_EDITABLE (self->entries[LONGITUDE])));
  accuracy = rk_parse_decimal (gtk_editable_get_text (GTK_EDITABLE (self->entries[ACCURACY])));
  if (latitude == NULL || longitude == NULL)
    return g_strdup_printf ("%s%s%s",
                            gtk_editable_get_text (GTK_EDITABLE (self->entries[LATITUDE])),
                            latitude == NULL && longitude == NULL ? "" : " ",
                            gtk_editable_get_text (GTK_EDITABLE (self->entries[LONGITUDE])));
  return g_strdup_printf ("%s %s 0 %s", latitude, longitude, accuracy != NULL ? accuracy : "0");
}

static void
set_part (RkPlaceField *self, int part, const char *text)
{
  g_autofree char *formatted = rk_format_decimal (text);

  rk_editable_fill (GTK_EDITABLE (self->entries[part]), formatted);
}

static void
show (RkPlaceField *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " ,;", -1);
  guint n = g_strv_length (parts);

  self->filling = TRUE;
  set_part (self, LATITUDE, n > 0 ? parts[0] : "");
  set_part (self, LONGITUDE, n > 1 ? parts[1] : "");
  set_part (self, ACCURACY, n > 3 && !g_str_equal (parts[3], "0") ? parts[3] : "");
  self->filling = FALSE;
}

static void
update (RkQuestionWidget *widget)
{
  RkPlaceField *self = RK_PLACE_FIELD (widget);
  g_autofree char *text = NULL;

  if (self->dirty)
    return;
  text = rk_autosave_dup_text (self->autosave, self->node);
  show (self, text);
}

static void
changed_cb (RkPlaceField *self)
{
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  self->dirty = TRUE;
  text = dup_typed (self);
  rk_autosave_type (self->autosave, self->node, text);
}

static void
leave (RkQuestionWidget *widget)
{
  RkPlaceField *self = RK_PLACE_FIELD (widget);
  g_autofree char *text = NULL;

  if (!self->dirty)
    return;
  self->dirty = FALSE;
  text = dup_typed (self);
  rk_autosave_enter (self->autosave, self->node, text);
}

/* "51.0543, 3.7174" as maps copy it. */
static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkPlaceField) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GRegex) regex =
      g_regex_new ("^\\s*(-?\\d+(?:\\.\\d+)?)\\s*[,; ]\\s*(-?\\d+(?:\\.\\d+)?)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *latitude = NULL, *longitude = NULL, *place = NULL;

  if (text == NULL || !g_regex_match (regex, text, 0, &match))
    {
      rk_toast_show (GTK_WIDGET (self), _ ("The clipboard holds no coordinates"), NULL, NULL);
      return;
    }
  latitude = g_match_info_fetch (match, 1);
  longitude = g_match_info_fetch (match, 2);
  place = g_strdup_printf ("%s %s 0 0", latitude, longitude);
  self->dirty = FALSE;
  rk_autosave_enter (self->autosave, self->node, place);
  update (RK_QUESTION_WIDGET (self));
}

static void
paste_cb (RkPlaceField *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (adw_bin_get_child (ADW_BIN (widget)));
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
  gtk_flow_box_append (GTK_FLOW_BOX (box), column);
  g_signal_connect_swapped (self->entries[part], "changed", G_CALLBACK (changed_cb), self);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->leave = leave;
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkPlaceField, rk_place_field, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_place_field_dispose (GObject *object)
{
  RkPlaceField *self = RK_PLACE_FIELD (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_place_field_parent_class)->dispose (object);
}

static void
rk_place_field_class_init (RkPlaceFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_place_field_dispose;
}

static void
rk_place_field_init (RkPlaceField *self)
{
  GtkWidget *box =
      g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE, "column-spacing", 12,
                    "row-spacing", 6, "max-children-per-line", 4, NULL);
  GtkWidget *paste = gtk_button_new_with_label (_ ("Paste coordinates"));

  add_part (self, box, LATITUDE, _ ("Latitude"));
  add_part (self, box, LONGITUDE, _ ("Longitude"));
  add_part (self, box, ACCURACY, _ ("Accuracy in metres"));
  gtk_widget_set_valign (paste, GTK_ALIGN_END);
  g_signal_connect_swapped (paste, "clicked", G_CALLBACK (paste_cb), self);
  gtk_flow_box_append (GTK_FLOW_BOX (box), paste);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
rk_place_field_new (RkAutosave *autosave, RkFormNode *node)
{
  RkPlaceField *self = g_object_new (RK_TYPE_PLACE_FIELD, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
