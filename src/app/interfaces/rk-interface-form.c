/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-interface-form.h"

#include "rk-button.h"
#include "rk-card.h"
#include "rk-change.h"
#include "rk-graph.h"
#include "rk-picker.h"
#include "rk-text.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

#define MAX_MATCHES 20
#define OUTSIDE "outside:"

struct _RkInterfaceForm
{
  GtkWidget parent_instance;
  RkStore *store;
  GPtrArray *ends; /* of RkPickerItem: what there is to choose */

  GtkWidget *card;
  RkPicker *source, *target;
  GtkDropDown *direction;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (RkInterfaceForm, rk_interface_form, GTK_TYPE_WIDGET)

static const char *const directions[] = { "forward", "backward", "both", NULL };
static guint done;

/* --- what there is to choose ----------------------------------------------------------------- */

static RkPickerItem *
new_outside (const char *name)
{
  g_autofree char *id = g_strconcat (OUTSIDE, name, NULL);

  return rk_picker_item_new (id, name, _ ("outside the administration"));
}

static void
add_outside_names (RkInterfaceForm *self)
{
  g_autoptr (RkLandscape) landscape = rk_landscape_load (self->store, NULL, NULL);
  g_autoptr (RkGraph) graph = landscape != NULL ? rk_graph_new_for_landscape (landscape) : NULL;

  for (guint i = 0; graph != NULL && i < rk_graph_get_n_nodes (graph); i++)
    if (rk_graph_get_node (graph, i)->outside)
      g_ptr_array_add (self->ends, new_outside (rk_graph_get_node (graph, i)->name));
}

static void
load_ends (RkInterfaceForm *self)
{
  g_autoptr (GPtrArray) records =
      rk_store_list (self->store, "application", NULL, "name", NULL, NULL);

  g_ptr_array_set_size (self->ends, 0);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      RkRecord *record = g_ptr_array_index (records, i);
      g_ptr_array_add (self->ends, rk_picker_item_new (rk_record_get_id (record),
                                                       rk_record_get_title (record), NULL));
    }
  add_outside_names (self);
}

/* What holds @text, and @text itself as the name of something outside when nothing is called so. */
static GListModel *
search (const char *text, gpointer data)
{
  RkInterfaceForm *self = data;
  GListStore *found = g_list_store_new (RK_TYPE_PICKER_ITEM);
  g_autofree char *plain = g_strstrip (g_strdup (text));
  g_autofree char *folded = rk_text_fold (plain);
  gboolean exact = *plain == '\0';
  guint n = 0;

  for (guint i = 0; i < self->ends->len; i++)
    {
      RkPickerItem *item = g_ptr_array_index (self->ends, i);
      g_autofree char *title = rk_text_fold (rk_picker_item_get_title (item));

      if (rk_text_find (title, folded) < 0)
        continue;
      exact = exact || g_str_equal (title, folded);
      if (n++ < MAX_MATCHES)
        g_list_store_append (found, item);
    }
  if (!exact)
    {
      g_autoptr (RkPickerItem) item = new_outside (plain);
      g_list_store_append (found, item);
    }
  return G_LIST_MODEL (found);
}

static RkPickerItem *
find_end (RkInterfaceForm *self, const char *node)
{
  for (guint i = 0; node != NULL && i < self->ends->len; i++)
    {
      RkPickerItem *item = g_ptr_array_index (self->ends, i);
      g_autofree char *id = g_str_has_prefix (rk_picker_item_get_id (item), OUTSIDE)
                                ? rk_graph_dup_outside_id (rk_picker_item_get_title (item))
                                : g_strdup (rk_picker_item_get_id (item));

      if (g_str_equal (id, node))
        return item;
    }
  return NULL;
}

/* --- adding ---------------------------------------------------------------------------------- */

static void
complain (RkInterfaceForm *self, const char *text)
{
  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static void
set_end (RkChange *change, const char *id, const char *field, const char *name_field,
         RkPickerItem *item)
{
  const char *end = rk_picker_item_get_id (item);

  if (g_str_has_prefix (end, OUTSIDE))
    rk_change_set_field (change, "interface", id, name_field, rk_picker_item_get_title (item));
  else
    rk_change_set_field (change, "interface", id, field, end);
}

static char *
add (RkInterfaceForm *self, RkPickerItem *source, RkPickerItem *target, GError **error)
{
  /* Translators: the name of a step: where the interface comes from and goes to */
  g_autofree char *label =
      g_strdup_printf (_ ("Interface %s – %s added"), rk_picker_item_get_title (source),
                          rk_picker_item_get_title (target));
  g_autoptr (RkChange) change = rk_change_new (self->store, label);
  g_autofree char *id = rk_store_new_id ();
  guint direction = gtk_drop_down_get_selected (self->direction);

  rk_change_set (change, "interface", id, NULL);
  set_end (change, id, "source", "source_name", source);
  set_end (change, id, "target", "target_name", target);
  if (direction < G_N_ELEMENTS (directions))
    rk_change_set_field (change, "interface", id, "direction", directions[direction]);
  return rk_change_apply (change, error) ? g_steal_pointer (&id) : NULL;
}

static void
add_cb (RkInterfaceForm *self)
{
  RkPickerItem *source = rk_picker_get_selected (self->source);
  RkPickerItem *target = rk_picker_get_selected (self->target);
  RkPicker *missing = source == NULL ? self->source : self->target;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (source == NULL || target == NULL)
    {
      complain (self, _ ("Choose from the list where the interface begins and where it ends."));
      gtk_widget_grab_focus (rk_picker_get_entry (missing));
      return;
    }
  id = add (self, source, target, &error);
  if (id == NULL)
    complain (self, error->message);
  else
    g_signal_emit (self, done, 0, id);
}

static void
cancel_cb (RkInterfaceForm *self)
{
  g_signal_emit (self, done, 0, NULL);
}

static void
chosen_cb (RkInterfaceForm *self)
{
  complain (self, NULL);
}

/* Enter on a finished form adds; before that it goes on to what is missing. */
static void
activate_cb (RkInterfaceForm *self, RkPicker *picker)
{
  if (picker == self->source && rk_picker_get_selected (self->target) == NULL)
    gtk_widget_grab_focus (rk_picker_get_entry (self->target));
  else
    add_cb (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  cancel_cb (RK_INTERFACE_FORM (widget));
  return TRUE;
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
set_up_picker (RkInterfaceForm *self, RkPicker *picker, const char *label)
{
  rk_picker_set_search (picker, search, self, NULL);
  rk_picker_set_label (picker, label);
  rk_picker_set_placeholder (picker, _ ("Application or other party"));
  g_signal_connect_swapped (picker, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (picker, "activate", G_CALLBACK (activate_cb), self);
}

static void
dispose (GObject *object)
{
  RkInterfaceForm *self = RK_INTERFACE_FORM (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->ends, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_interface_form_parent_class)->dispose (object);
}

static void
rk_interface_form_class_init (RkInterfaceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (RK_TYPE_CARD);
  g_type_ensure (RK_TYPE_PICKER);
  g_type_ensure (RK_TYPE_WRAP_BOX);
  done = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/interfaces/rk-interface-form.ui");
  gtk_widget_class_bind_template_child (widget_class, RkInterfaceForm, card);
  gtk_widget_class_bind_template_child (widget_class, RkInterfaceForm, source);
  gtk_widget_class_bind_template_child (widget_class, RkInterfaceForm, target);
  gtk_widget_class_bind_template_child (widget_class, RkInterfaceForm, direction);
  gtk_widget_class_bind_template_child (widget_class, RkInterfaceForm, message);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
rk_interface_form_init (RkInterfaceForm *self)
{
  self->ends = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_picker (self, self->source, _ ("From"));
  set_up_picker (self, self->target, _ ("To"));
  rk_drop_down_set_name (self->direction, _ ("Direction"));
}

GtkWidget *
rk_interface_form_new (RkStore *store)
{
  RkInterfaceForm *self = g_object_new (RK_TYPE_INTERFACE_FORM, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

void
rk_interface_form_begin (RkInterfaceForm *self, const char *source, const char *target)
{
  RkPickerItem *from, *to;

  g_return_if_fail (RK_IS_INTERFACE_FORM (self));
  load_ends (self);
  from = find_end (self, source);
  to = find_end (self, target);
  rk_picker_set_selected (self->source, from);
  rk_picker_set_selected (self->target, to);
  gtk_drop_down_set_selected (self->direction, 0);
  complain (self, NULL);
  if (from == NULL)
    gtk_widget_grab_focus (rk_picker_get_entry (self->source));
  else if (to == NULL)
    gtk_widget_grab_focus (rk_picker_get_entry (self->target));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->direction));
}
