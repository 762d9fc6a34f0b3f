/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-legend.h"

#include <glib/gi18n.h>

struct _RkPlateLegend
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *title;
  GtkWidget *rows_box;
  GtkLabel *hint;
  RkPlateDrawing *drawing; /* (nullable) */
  guint64 rows;
};

G_DEFINE_FINAL_TYPE (RkPlateLegend, rk_plate_legend, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ROWS = 1
} RkPlateLegendProps;
static GParamSpec *props[PROP_ROWS + 1];

/* --- a row: a check box to assistive technology ----------------------------------------------- */

struct _RkLegendCheck
{
  GtkToggleButton parent_instance;
};

#define RK_TYPE_LEGEND_CHECK (rk_legend_check_get_type ())
G_DECLARE_FINAL_TYPE (RkLegendCheck, rk_legend_check, RK, LEGEND_CHECK, GtkToggleButton)
G_DEFINE_FINAL_TYPE (RkLegendCheck, rk_legend_check, GTK_TYPE_TOGGLE_BUTTON)

static void
update_checked (GtkToggleButton *button)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_toggle_button_get_active (button)
                                   ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                   : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
rk_legend_check_class_init (RkLegendCheckClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
rk_legend_check_init (RkLegendCheck *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "rk-legend-row");
  g_signal_connect (self, "toggled", G_CALLBACK (update_checked), NULL);
  update_checked (GTK_TOGGLE_BUTTON (self));
}

static void
toggled_cb (RkPlateLegend *self, GtkToggleButton *button)
{
  guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "rk-row"));
  guint64 bit = G_GUINT64_CONSTANT (1) << row;

  self->rows = gtk_toggle_button_get_active (button) ? self->rows | bit : self->rows & ~bit;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROWS]);
}

static char *
make_tooltip (const RkLegendRow *row)
{
  if (row->sign != RK_SIGN_CHIP)
    return g_strdup_printf (ngettext ("%u box on this plate", "%u boxes on this plate",
                                      row->places),
                            row->places);
  return g_strdup_printf (ngettext ("%u different application", "%u different applications",
                                    row->applications),
                          row->applications);
}

static GtkWidget *
make_row (RkPlateLegend *self, const RkLegendRow *row, guint index)
{
  GtkWidget *button = g_object_new (RK_TYPE_LEGEND_CHECK, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (row->label);
  g_autofree char *count = g_strdup_printf ("%u", row->places);
  g_autofree char *tooltip = make_tooltip (row);
  g_autofree char *name = g_strdup_printf ("%s, %s", row->label, count);
  GtkWidget *number = gtk_label_new (count);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "rk-count");
  gtk_box_append (GTK_BOX (box), rk_plate_sign_new (row));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
  g_object_set_data (G_OBJECT (button), "rk-row", GUINT_TO_POINTER (index));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), (self->rows >> index & 1) != 0);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  return button;
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((RkPlateLegendProps) id)
    {
    case PROP_ROWS: g_value_set_uint64 (value, RK_PLATE_LEGEND (object)->rows); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  RkPlateLegend *self = RK_PLATE_LEGEND (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->drawing);
  G_OBJECT_CLASS (rk_plate_legend_parent_class)->dispose (object);
}

static void
rk_plate_legend_class_init (RkPlateLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  props[PROP_ROWS] = g_param_spec_uint64 ("rows", NULL, NULL, 0, G_MAXUINT64, 0,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "platelegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rk_plate_legend_init (RkPlateLegend *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *places = gtk_label_new (_ ("places"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->rows_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->hint = GTK_LABEL (gtk_label_new (_ ("Click on a row to show only its applications.")));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (places, "rk-caption");
  gtk_widget_set_tooltip_text (places,
                               _ ("A place is an application in a box. An application can have "
                                  "several places."));
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "rk-caption");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), places);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->rows_box);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->hint));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
clear_rows (RkPlateLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows_box), child);
}

/* Boxes stand apart from applications. */
static void
fill (RkPlateLegend *self)
{
  guint n, i;
  const RkLegendRow *rows = rk_plate_drawing_get_legend (self->drawing, &n);
  gboolean apart = FALSE;

  clear_rows (self);
  for (i = 0; i < n; i++)
    {
      if (!apart && rows[i].sign != RK_SIGN_CHIP && i > 0)
        {
          GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

          gtk_widget_add_css_class (line, "rk-legend-line");
          gtk_box_append (GTK_BOX (self->rows_box), line);
          apart = TRUE;
        }
      gtk_box_append (GTK_BOX (self->rows_box), make_row (self, &rows[i], i));
    }
}

/* The number of the row that has the focus, or -1. */
static int
get_focused (RkPlateLegend *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->rows_box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RK_IS_LEGEND_CHECK (child) && gtk_widget_has_focus (child))
      return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "rk-row"));
  return -1;
}

static void
set_focused (RkPlateLegend *self, int row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->rows_box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (row >= 0 && RK_IS_LEGEND_CHECK (child) &&
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "rk-row")) == row)
      gtk_widget_grab_focus (child);
}

/* Whether the rows of both mean the same, so that what was pressed can stay so. */
static gboolean
is_same_legend (RkPlateDrawing *one, RkPlateDrawing *two)
{
  guint n, m;
  const RkLegendRow *rows = rk_plate_drawing_get_legend (one, &n);
  const RkLegendRow *others = rk_plate_drawing_get_legend (two, &m);

  if (n != m || rk_plate_drawing_get_lens (one) != rk_plate_drawing_get_lens (two))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (rows[i].label, others[i].label))
      return FALSE;
  return TRUE;
}

void
rk_plate_legend_set_drawing (RkPlateLegend *self, RkPlateDrawing *drawing, const char *what)
{
  g_autofree char *title = NULL;
  int focused;

  g_return_if_fail (RK_IS_PLATE_LEGEND (self) && RK_IS_PLATE_DRAWING (drawing));

  if (self->drawing != NULL && !is_same_legend (self->drawing, drawing))
    rk_plate_legend_clear (self);
  focused = get_focused (self);
  g_set_object (&self->drawing, drawing);
  /* Translators: %s is the name of a lens: "status". */
  title = g_strdup_printf (_ ("Legend: %s"), what);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  fill (self);
  set_focused (self, focused);
}

guint64
rk_plate_legend_get_rows (RkPlateLegend *self)
{
  g_return_val_if_fail (RK_IS_PLATE_LEGEND (self), 0);

  return self->rows;
}

void
rk_plate_legend_clear (RkPlateLegend *self)
{
  g_return_if_fail (RK_IS_PLATE_LEGEND (self));

  if (self->rows == 0)
    return;
  self->rows = 0;
  if (self->drawing != NULL)
    fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROWS]);
}
