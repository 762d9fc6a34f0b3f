/* SPDX-License-Identifier: EUPL-1.2 */
/* The points are rows of two entries. An area ends where it began: that last point is not a row. */
#include "config.h"

#include "rk-trace-field.h"

#include "rk-editable.h"
#include "rk-paste-places.h"
#include "rk-wrap-box.h"

#include "rk-format.h"

#include <glib/gi18n.h>

/* A longer track keeps the points after these as they are. */
#define MAX_ROWS 200

typedef struct
{
  GtkWidget *box, *number, *latitude, *longitude, *remove;
  char *rest; /* (nullable): altitude and accuracy, as they came */
} Point;

struct _RkTraceField
{
  RkTypedField parent_instance;
  GtkWidget *list, *add, *paste;
  GtkLabel *more;
  GPtrArray *points; /* (element-type Point) */
  char *tail;        /* (nullable): the points after the last row, as stored */
  gboolean closed;   /* an area */
  gboolean frozen;
};

G_DEFINE_FINAL_TYPE (RkTraceField, rk_trace_field, RK_TYPE_TYPED_FIELD)

static void
point_free (Point *point)
{
  g_free (point->rest);
  g_free (point);
}

/* --- the text --------------------------------------------------------------------------------- */

static void
append_typed (GString *text, const Point *point)
{
  const char *latitude = gtk_editable_get_text (GTK_EDITABLE (point->latitude));
  const char *longitude = gtk_editable_get_text (GTK_EDITABLE (point->longitude));
  g_autofree char *x = rk_parse_coordinate (latitude, 90);
  g_autofree char *y = rk_parse_coordinate (longitude, 180);

  if (*latitude == '\0' && *longitude == '\0')
    return;
  g_string_append_printf (text, "%s%s %s", text->len > 0 ? ";" : "", x != NULL ? x : latitude,
                          y != NULL ? y : longitude);
  if (point->rest != NULL)
    g_string_append_printf (text, " %s", point->rest);
}

static char *
dup_typed (RkTypedField *field)
{
  RkTraceField *self = RK_TRACE_FIELD (field);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->points->len; i++)
    append_typed (text, g_ptr_array_index (self->points, i));
  if (self->tail != NULL)
    g_string_append_printf (text, ";%s", self->tail);
  return g_string_free (text, FALSE);
}

static void
fill (GtkWidget *entry, const char *text)
{
  g_autofree char *plain = rk_parse_coordinate (text, G_MAXDOUBLE);
  g_autofree char *formatted = rk_format_decimal (plain != NULL ? plain : text);

  rk_editable_fill (GTK_EDITABLE (entry), formatted);
}

static void
point_show (Point *point, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 3);
  guint n = g_strv_length (parts);

  fill (point->latitude, n > 0 ? parts[0] : "");
  fill (point->longitude, n > 1 ? parts[1] : "");
  g_free (point->rest);
  point->rest = n > 2 ? g_strdup (parts[2]) : NULL;
}

/* --- the rows --------------------------------------------------------------------------------- */

static void
name_part (GtkWidget *part, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
number_row (const Point *point, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  /* Translators: %u is the number of a point in a line or an area. */
  g_autofree char *latitude = g_strdup_printf (_ ("Latitude of point %u"), number);
  g_autofree char *longitude = g_strdup_printf (_ ("Longitude of point %u"), number);
  g_autofree char *removal = g_strdup_printf (_ ("Remove point %u"), number);

  gtk_label_set_label (GTK_LABEL (point->number), text);
  name_part (point->latitude, latitude);
  name_part (point->longitude, longitude);
  name_part (point->remove, removal);
}

static void
number_rows (RkTraceField *self)
{
  for (guint i = 0; i < self->points->len; i++)
    number_row (g_ptr_array_index (self->points, i), i + 1);
}

static void
remove_point (RkTraceField *self, Point *point)
{
  gtk_box_remove (GTK_BOX (self->list), point->box);
  g_ptr_array_remove (self->points, point);
}

static void
remove_cb (RkTraceField *self, GtkWidget *button)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      Point *point = g_ptr_array_index (self->points, i);

      if (point->remove != button)
        continue;
      gtk_widget_grab_focus (self->add);
      remove_point (self, point);
      number_rows (self);
      rk_typed_field_touch (RK_TYPED_FIELD (self));
      rk_typed_field_complete (RK_TYPED_FIELD (self));
      return;
    }
}

static GtkWidget *
new_entry (RkTraceField *self, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 14);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (rk_typed_field_touch), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (rk_typed_field_complete), self);
  return entry;
}

static Point *
add_point (RkTraceField *self)
{
  Point *point = g_new0 (Point, 1);

  point->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  point->number = g_object_new (GTK_TYPE_LABEL, "width-chars", 3, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (point->number, "rk-secondary");
  point->latitude = new_entry (self, _ ("Latitude"));
  point->longitude = new_entry (self, _ ("Longitude"));
  point->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (point->remove, "flat");
  gtk_widget_set_tooltip_text (point->remove, _ ("Remove point"));
  gtk_widget_set_sensitive (point->remove, !self->frozen);
  g_signal_connect_swapped (point->remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (point->box), point->number);
  gtk_box_append (GTK_BOX (point->box), point->latitude);
  gtk_box_append (GTK_BOX (point->box), point->longitude);
  gtk_box_append (GTK_BOX (point->box), point->remove);
  gtk_box_append (GTK_BOX (self->list), point->box);
  g_ptr_array_add (self->points, point);
  return point;
}

static void
show_tail (RkTraceField *self, char **rest)
{
  guint n = g_strv_length (rest);
  g_autofree char *text = NULL;

  g_clear_pointer (&self->tail, g_free);
  if (n > 0)
    self->tail = g_strjoinv (";", rest);
  text = g_strdup_printf (ngettext ("and %u further point", "and %u further points", n), n);
  gtk_label_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > 0);
}

static gboolean
is_blank (const Point *point)
{
  return *gtk_editable_get_text (GTK_EDITABLE (point->latitude)) == '\0' &&
         *gtk_editable_get_text (GTK_EDITABLE (point->longitude)) == '\0';
}

/* The rows after the first @kept go; not one that was just added, in which nothing stands yet. */
static void
drop_rows (RkTraceField *self, guint kept)
{
  for (guint i = self->points->len; i > kept; i--)
    {
      Point *point = g_ptr_array_index (self->points, i - 1);

      if (!is_blank (point))
        remove_point (self, point);
    }
}

static void
show (RkTypedField *field, const char *text)
{
  RkTraceField *self = RK_TRACE_FIELD (field);
  g_auto (GStrv) list = g_strsplit (text, ";", -1);
  guint n = g_strv_length (list), rows;

  if (n > 0 && *list[n - 1] == '\0')
    g_clear_pointer (&list[--n], g_free);
  if (self->closed && n > 2 && g_str_equal (list[0], list[n - 1]))
    g_clear_pointer (&list[--n], g_free);
  rows = MIN (n, MAX_ROWS);
  drop_rows (self, rows);
  for (guint i = 0; i < rows; i++)
    point_show (i < self->points->len ? g_ptr_array_index (self->points, i) : add_point (self),
                g_strstrip (list[i]));
  show_tail (self, list + rows);
  number_rows (self);
}

static void
freeze (RkTypedField *field, gboolean frozen)
{
  RkTraceField *self = RK_TRACE_FIELD (field);

  self->frozen = frozen;
  for (guint i = 0; i < self->points->len; i++)
    {
      Point *point = g_ptr_array_index (self->points, i);

      gtk_editable_set_editable (GTK_EDITABLE (point->latitude), !frozen);
      gtk_editable_set_editable (GTK_EDITABLE (point->longitude), !frozen);
      gtk_widget_set_sensitive (point->remove, !frozen);
    }
  gtk_widget_set_sensitive (self->add, !frozen);
  gtk_widget_set_sensitive (self->paste, !frozen);
}

/* --- adding ----------------------------------------------------------------------------------- */

static void
add_cb (RkTraceField *self)
{
  Point *point = add_point (self);

  number_rows (self);
  gtk_widget_grab_focus (point->latitude);
}

/* After the points that are there. */
static void
pasted_cb (GtkWidget *owner, const char *places)
{
  RkTypedField *field = RK_TYPED_FIELD (owner);
  g_autofree char *typed = dup_typed (field);
  g_autofree char *all =
      *typed != '\0' ? g_strconcat (typed, ";", places, NULL) : g_strdup (places);

  rk_typed_field_enter (field, all);
}

static void
paste_cb (GtkWidget *self)
{
  rk_paste_places (self, pasted_cb);
}

static void
rk_trace_field_finalize (GObject *object)
{
  RkTraceField *self = RK_TRACE_FIELD (object);

  g_ptr_array_unref (self->points);
  g_free (self->tail);
  G_OBJECT_CLASS (rk_trace_field_parent_class)->finalize (object);
}

static void
rk_trace_field_class_init (RkTraceFieldClass *klass)
{
  RkTypedFieldClass *field_class = RK_TYPED_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rk_trace_field_finalize;
  field_class->dup_typed = dup_typed;
  field_class->show = show;
  field_class->freeze = freeze;
}

static void
rk_trace_field_init (RkTraceField *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 6, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *buttons = rk_wrap_box_new ();

  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->more = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "visible", FALSE, NULL);
  self->add = gtk_button_new_with_label (_ ("Add point"));
  self->paste = gtk_button_new_with_label (_ ("Paste coordinates"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->paste, "clicked", G_CALLBACK (paste_cb), self);
  rk_wrap_box_append (RK_WRAP_BOX (buttons), self->add);
  rk_wrap_box_append (RK_WRAP_BOX (buttons), self->paste);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more));
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
  rk_typed_field_set_entry (RK_TYPED_FIELD (self), box);
}

GtkWidget *
rk_trace_field_new (RkAutosave *autosave, RkFormNode *node)
{
  RkTraceField *self = g_object_new (RK_TYPE_TRACE_FIELD, NULL);

  self->closed = rk_form_node_get_data_type (node) == RK_DATA_GEOSHAPE;
  rk_typed_field_open (RK_TYPED_FIELD (self), autosave, node);
  return GTK_WIDGET (self);
}
