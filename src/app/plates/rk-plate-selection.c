/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-selection.h"

#include "rk-change.h"
#include "rk-format.h"
#include "rk-plate-legend.h"
#include "rk-reference-picker.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

/* Longer definitions are folded. */
#define SHORT_LINES 6
#define SHORT_LENGTH 260

struct _RkPlateSelection
{
  GtkWidget parent_instance;
  GtkWidget *box;
  RkStore *store;          /* (nullable) */
  RkPlateDrawing *drawing; /* (nullable) */
  int shown;               /* -1: nothing */
};

G_DEFINE_FINAL_TYPE (RkPlateSelection, rk_plate_selection, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (RkPlateSelection *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

/* --- what it is ------------------------------------------------------------------------------ */

static void
unfold_cb (GtkButton *button, GtkLabel *label)
{
  gtk_label_set_lines (label, -1);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
}

static void
add_definition (RkPlateSelection *self, const char *text)
{
  GtkWidget *label = add_label (self, text, NULL);
  GtkWidget *more;

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (g_utf8_strlen (text, -1) <= SHORT_LENGTH)
    return;
  gtk_label_set_lines (GTK_LABEL (label), SHORT_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  more = gtk_button_new_with_label (_ ("Show all of it"));
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_add_css_class (more, "rk-link");
  g_signal_connect_object (more, "clicked", G_CALLBACK (unfold_cb), label, 0);
  gtk_box_append (GTK_BOX (self->box), more);
}

static void
add_plate_link (RkPlateSelection *self, const char *view)
{
  g_autofree char *plate = g_strconcat ("view/", view, NULL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Open this plate"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plates.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", plate);
  gtk_box_append (GTK_BOX (self->box), button);
}

/* What one can say of it in a line: "Double: 2 applications in use". */
static char *
make_state (const RkPlateBox *box)
{
  if (box->kind == RK_PLATE_BOX_HOLDER)
    return g_strdup_printf (ngettext ("%u application in use", "%u applications in use",
                                      box->n_in_use),
                            box->n_in_use);
  if (box->kind != RK_PLATE_BOX_COMPONENT)
    return NULL;
  if (box->n_chips == 0)
    return g_strdup (_ ("No application"));
  if (box->overlap)
    return g_strdup_printf (ngettext ("Overlap: %u application in use",
                                      "Overlap: %u applications in use", box->n_in_use),
                            box->n_in_use);
  return g_strdup_printf (ngettext ("%u application", "%u applications", box->n_chips),
                          box->n_chips);
}

/* --- the applications in it ------------------------------------------------------------------ */

/* "Front desk · until 31/12/2028": (nullable). */
static char *
make_caption (RkPlateSelection *self, const char *application)
{
  g_autoptr (RkRecord) record = rk_store_get (self->store, "application", application, NULL);
  const char *department = record != NULL ? rk_record_get (record, "department") : NULL;
  const char *end = record != NULL ? rk_record_get (record, "end_date") : NULL;
  g_autofree char *day = end != NULL ? rk_format_date (end, RK_FORMAT_TABLE) : NULL;
  /* Translators: %s is a date. */
  g_autofree char *until = day != NULL ? g_strdup_printf (_ ("until %s"), day) : NULL;

  if (department != NULL && until != NULL)
    return g_strdup_printf ("%s · %s", department, until);
  if (until != NULL)
    return g_steal_pointer (&until);
  return g_strdup (department);
}

/* The records that put @application on @component: of its own dates there may be several. */
static void
take_away_cb (RkPlateSelection *self, GtkWidget *button)
{
  const char *application = g_object_get_data (G_OBJECT (button), "rk-application");
  const char *name = g_object_get_data (G_OBJECT (button), "rk-name");
  const RkPlateBox *box = rk_plate_drawing_get_box (self->drawing, (guint) self->shown);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fits =
      rk_store_list (self->store, "fit", "application = ?1 AND component = ?2", NULL, &error,
                     application, box->key, NULL);
  /* Translators: the names of an application and of a reference component. */
  g_autofree char *label = g_strdup_printf (_ ("Take %s away from %s"), name, box->name);
  g_autofree char *done = g_strdup_printf (_ ("%s taken away from %s"), name, box->name);
  g_autoptr (RkChange) change = rk_change_new (self->store, label);

  for (guint i = 0; fits != NULL && i < fits->len; i++)
    rk_change_delete (change, "fit", rk_record_get_id (g_ptr_array_index (fits, i)));
  if (fits != NULL && rk_change_apply (change, &error))
    rk_toast_show_undo (GTK_WIDGET (self), self->store, done);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "plate.complain", "s", error->message);
}

static GtkWidget *
make_application (RkPlateSelection *self, const RkPlateBox *box, const RkPlateChip *chip)
{
  guint n;
  const RkLegendRow *row = &rk_plate_drawing_get_legend (self->drawing, &n)[chip->row];
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new (), *remove;
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (chip->name);
  g_autofree char *caption = make_caption (self, chip->application);
  g_autofree char *spoken = g_strdup_printf ("%s, %s%s%s", chip->name, row->label,
                                             *chip->value != '\0' ? ", " : "", chip->value);
  /* Translators: the names of an application and of a reference component. */
  g_autofree char *away = g_strdup_printf (_ ("Take %s away from %s"), chip->name, box->name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, chip->name);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  if (*chip->value != '\0' || caption != NULL)
    {
      g_autofree char *text = g_strjoin (*chip->value != '\0' && caption != NULL ? " · " : "",
                                         chip->value, caption != NULL ? caption : "", NULL);
      GtkWidget *second = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (second), 0);
      gtk_label_set_wrap (GTK_LABEL (second), TRUE);
      gtk_widget_add_css_class (second, "rk-caption");
      gtk_box_append (GTK_BOX (texts), second);
    }
  gtk_box_append (GTK_BOX (content), rk_plate_sign_new (row));
  gtk_box_append (GTK_BOX (content), texts);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "application",
                                    chip->application);
  gtk_box_append (GTK_BOX (line), button);
  if (box->kind == RK_PLATE_BOX_COMPONENT && !rk_store_is_read_only (self->store))
    {
      remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (remove, away);
      gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, away,
                                      -1);
      g_object_set_data_full (G_OBJECT (remove), "rk-application", g_strdup (chip->application),
                              g_free);
      g_object_set_data_full (G_OBJECT (remove), "rk-name", g_strdup (chip->name), g_free);
      g_signal_connect_object (remove, "clicked", G_CALLBACK (take_away_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (line), remove);
    }
  gtk_widget_add_css_class (line, "rk-boxed");
  gtk_widget_add_css_class (line, "rk-plate-application");
  return line;
}

/* --- putting one there ----------------------------------------------------------------------- */

static gboolean
is_here (const RkPlateBox *box, const char *application)
{
  for (guint i = 0; i < box->n_chips; i++)
    if (g_str_equal (box->chips[i].application, application))
      return TRUE;
  return FALSE;
}

static void
chosen_cb (RkPlateSelection *self, RkReferencePicker *picker)
{
  const RkPlateBox *box = rk_plate_drawing_get_box (self->drawing, (guint) self->shown);
  const char *application = rk_reference_picker_get_id (picker);
  g_autoptr (RkRecord) record = NULL;
  g_autofree char *id = rk_store_new_id ();
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkChange) change = NULL;

  if (application != NULL)
    record = rk_store_get (self->store, "application", application, NULL);
  if (record == NULL || is_here (box, application))
    return;
  /* Translators: the names of an application and of a reference component. */
  label = g_strdup_printf (_ ("Place %s on %s"), rk_record_get (record, "name"), box->name);
  done = g_strdup_printf (_ ("%s placed on %s"), rk_record_get (record, "name"), box->name);
  change = rk_change_new (self->store, label);
  rk_change_set (change, "fit", id, "application", application, "component", box->key,
                 "component_name", box->name, NULL);
  if (rk_change_apply (change, &error))
    rk_toast_show_undo (GTK_WIDGET (self), self->store, done);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "plate.complain", "s", error->message);
}

static void
add_picker (RkPlateSelection *self)
{
  GtkWidget *picker = rk_reference_picker_new (self->store, "application");
  GtkWidget *label = add_label (self, _ ("Add an application here"), "rk-caption");

  gtk_widget_set_margin_top (label, 6);
  rk_reference_picker_set_label (RK_REFERENCE_PICKER (picker), _ ("Add an application here"));
  g_signal_connect_object (picker, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), picker);
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  RkPlateSelection *self = RK_PLATE_SELECTION (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->drawing);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_plate_selection_parent_class)->dispose (object);
}

static void
rk_plate_selection_class_init (RkPlateSelectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plateselection");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rk_plate_selection_init (RkPlateSelection *self)
{
  self->shown = -1;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Chosen box"), -1);
}

GtkWidget *
rk_plate_selection_new (void)
{
  return g_object_new (RK_TYPE_PLATE_SELECTION, NULL);
}

void
rk_plate_selection_set_store (RkPlateSelection *self, RkStore *store)
{
  g_return_if_fail (RK_IS_PLATE_SELECTION (self));

  g_set_object (&self->store, store);
}

static void
fill (RkPlateSelection *self)
{
  const RkPlateBox *box = rk_plate_drawing_get_box (self->drawing, (guint) self->shown);
  g_autofree char *state = make_state (box);

  add_label (self, box->name, "heading");
  if (box->definition != NULL && *box->definition != '\0')
    add_definition (self, box->definition);
  if (state != NULL)
    gtk_widget_set_margin_top (add_label (self, state, "heading"), 6);
  for (guint i = 0; i < box->n_chips; i++)
    gtk_box_append (GTK_BOX (self->box), make_application (self, box, &box->chips[i]));
  if (box->kind == RK_PLATE_BOX_COMPONENT && box->key != NULL &&
      !rk_store_is_read_only (self->store))
    add_picker (self);
  if (box->view != NULL)
    add_plate_link (self, box->view);
}

void
rk_plate_selection_show (RkPlateSelection *self, RkPlateDrawing *drawing, int box)
{
  GtkWidget *child;

  g_return_if_fail (RK_IS_PLATE_SELECTION (self) && self->store != NULL);

  g_set_object (&self->drawing, drawing);
  self->shown = box;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (drawing != NULL && box >= 0)
    fill (self);
  else
    add_label (self, _ ("Choose a box to see what it is and which applications are in it."),
                        "rk-secondary");
}

gboolean
rk_plate_selection_focus (RkPlateSelection *self)
{
  g_return_val_if_fail (RK_IS_PLATE_SELECTION (self), FALSE);

  return gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}
