/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-editor.h"

#include "rk-adaptive-bin.h"
#include "rk-banner.h"
#include "rk-change.h"
#include "rk-component-row.h"
#include "rk-plate-canvas.h"
#include "rk-plate-page.h"
#include "rk-status-label.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

#define PAUSE 150 /* milliseconds after a tick before the plate is drawn */
#define CHOICE_WIDTH 400

struct _RkPlateEditor
{
  AdwBin parent_instance;
  RkStore *store;
  RkPlateSource *source;
  char *id;                  /* (nullable): a new plate */
  GPtrArray *components;     /* (nullable): of RkPlateComponent */
  GHashTable *chosen;        /* keys, also of components that are not in the model any more */
  GCancellable *cancellable; /* of the preview */
  guint preview_id;

  RkAdaptiveBin *bin;
  RkBanner *banner;
  GtkWidget *choice;
  GtkEditable *name;
  GtkEditable *search;
  GtkListBox *list;
  GtkWidget *line;
  GtkStack *preview;
  RkPlateCanvas *canvas;
  GtkLabel *count;
  GtkButton *save;
};

G_DEFINE_FINAL_TYPE (RkPlateEditor, rk_plate_editor, ADW_TYPE_BIN)

/* L: what it becomes beside what one chooses. */
static void
arrange (RkPlateEditor *self)
{
  gboolean wide = rk_adaptive_bin_get_size_class (self->bin) >= RK_SIZE_L;

  gtk_widget_set_visible (GTK_WIDGET (self->preview), wide);
  gtk_widget_set_visible (self->line, wide);
  gtk_widget_set_hexpand (self->choice, !wide);
  gtk_widget_set_size_request (self->choice, wide ? CHOICE_WIDTH : -1, -1);
}

/* --- the preview ----------------------------------------------------------------------------- */

/* The chosen keys with blanks between them: those of the model in its order, then the others. */
static char *
make_keys (RkPlateEditor *self)
{
  GString *keys = g_string_new (NULL);
  g_autoptr (GHashTable) rest = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (rest, key);
  for (guint i = 0; self->components != NULL && i < self->components->len; i++)
    {
      const RkPlateComponent *component = g_ptr_array_index (self->components, i);

      if (g_hash_table_remove (rest, component->key))
        g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", component->key);
    }
  g_hash_table_iter_init (&iter, rest);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", (char *) key);
  return g_string_free (keys, FALSE);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkPlateEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkPlateAnswer) answer = rk_plate_source_draw_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->source == NULL)
    return;
  if (answer == NULL)
    {
      rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
      return;
    }
  rk_plate_canvas_set_drawing (self->canvas, answer->drawing, FALSE);
  gtk_stack_set_visible_child_name (self->preview, "plate");
}

static gboolean
draw_cb (gpointer data)
{
  RkPlateEditor *self = data;
  g_autofree char *keys = make_keys (self);
  g_autofree char *plate = g_strconcat ("draft/", keys, NULL);
  RkPlateRequest request = { .plate = plate, .lens = RK_LENS_STATUS, .moment = RK_PLATE_NOW };

  self->preview_id = 0;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  rk_plate_source_draw_async (self->source, &request, self->cancellable, drawn_cb,
                              g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* --- choosing -------------------------------------------------------------------------------- */

static void
show_choice (RkPlateEditor *self)
{
  guint n = g_hash_table_size (self->chosen);
  gboolean named = *gtk_editable_get_text (self->name) != '\0';
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u component chosen", "%u components chosen", n), n);
  const char *missing = n == 0 ? _ ("Tick at least one component.")
: named                          ? NULL
                               : _ ("Give the plate a name.");
  g_autofree char *text = missing != NULL && n > 0 ? g_strdup_printf ("%s. %s", count, missing)
                                                   : g_strdup (missing != NULL ? missing : count);

  gtk_label_set_label (self->count, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", missing == NULL);
  g_clear_handle_id (&self->preview_id, g_source_remove);
  if (n > 0)
    self->preview_id = g_timeout_add (PAUSE, draw_cb, self);
  else
    gtk_stack_set_visible_child_name (self->preview, "nothing");
}

static void
set_chosen (RkPlateEditor *self, RkComponentRow *row, gboolean chosen)
{
  const char *key = rk_component_row_get_component (row)->key;

  if (chosen)
    g_hash_table_add (self->chosen, g_strdup (key));
  else
    g_hash_table_remove (self->chosen, key);
  rk_component_row_set_chosen (row, chosen);
}

static void
row_activated_cb (RkPlateEditor *self, GtkListBoxRow *row)
{
  RkComponentRow *component = RK_COMPONENT_ROW (row);

  set_chosen (self, component, !rk_component_row_is_chosen (component));
  show_choice (self);
}

/* All of a domain; none when all were. */
static void
domain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkPlateEditor *self = RK_PLATE_EDITOR (widget);
  const char *domain = g_variant_get_string (parameter, NULL);
  gboolean all = TRUE;
  GtkListBoxRow *row;

  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
      {
        RkComponentRow *component = RK_COMPONENT_ROW (row);

        if (!g_str_equal (rk_component_row_get_component (component)->domain, domain) ||
            !gtk_widget_get_child_visible (GTK_WIDGET (row)))
          continue;
        if (pass == 0)
          all = all && rk_component_row_is_chosen (component);
        else
          set_chosen (self, component, !all);
      }
  show_choice (self);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  RkPlateEditor *self = data;
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->search), -1);

  return rk_component_row_matches (RK_COMPONENT_ROW (row), folded);
}

static void
search_changed_cb (RkPlateEditor *self)
{
  guint n = 0;
  GtkListBoxRow *row;
  g_autofree char *text = NULL;

  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (row));
  text = g_strdup_printf (ngettext ("%u result", "%u results", n), n);
  rk_announce (GTK_WIDGET (self), text);
}

/* Enter goes into the list, to tick there. */
static void
search_activated_cb (RkPlateEditor *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        gtk_widget_grab_focus (GTK_WIDGET (row));
        return;
      }
}

/* --- the list of components ------------------------------------------------------------------- */

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *domain = rk_component_row_get_component (RK_COMPONENT_ROW (row))->domain;
  GtkWidget *box, *label, *button;
  g_autofree char *spoken = NULL;

  if (before != NULL &&
      g_str_equal (rk_component_row_get_component (RK_COMPONENT_ROW (before))->domain, domain))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (*domain == '\0')
    spoken = g_strdup (_ ("All without a domain"));
  else
    /* Translators: %s is the name of a domain. */
    spoken = g_strdup_printf (_ ("All of %s"), domain);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  label = gtk_label_new (*domain != '\0' ? domain : _ ("Without a domain"));
  button = gtk_button_new_with_label (_ ("All"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "editor.domain");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", domain);
  gtk_widget_add_css_class (box, "rk-plate-domain");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_header (row, box);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkPlateEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) components = rk_plate_source_components_finish (result, &error);

  if (self->source == NULL)
    return;
  if (components == NULL)
    {
      rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
      return;
    }
  self->components = g_steal_pointer (&components);
  for (guint i = 0; i < self->components->len; i++)
    {
      const RkPlateComponent *component = g_ptr_array_index (self->components, i);
      GtkWidget *row = rk_component_row_new (component);

      rk_component_row_set_chosen (RK_COMPONENT_ROW (row),
                                   g_hash_table_contains (self->chosen, component->key));
      gtk_list_box_append (self->list, row);
    }
  show_choice (self);
}

/* --- saving ---------------------------------------------------------------------------------- */

static void
name_changed_cb (RkPlateEditor *self)
{
  show_choice (self);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RkPlateEditor *self = RK_PLATE_EDITOR (widget);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *keys = make_keys (self);
  g_autofree char *id = self->id != NULL ? g_strdup (self->id) : rk_store_new_id ();
  g_autofree char *plate = g_strconcat ("own/", id, NULL);
  g_autofree char *label = NULL;
  g_autofree char *architecture = rk_architecture_dup_current (self->store, NULL);
  g_autoptr (RkChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  gboolean made;

  /* Translators: %s is the name of a plate. */
  label = g_strdup_printf (self->id != NULL ? _ ("Change the plate %s")
                                            : _ ("Make the plate %s"), name);
  change = rk_change_new (self->store, label);
  rk_change_set (change, "plate", id, "name", name, "components", keys, "architecture",
                 architecture, NULL);
  if (!rk_change_apply (change, &error))
    {
      rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
      return;
    }
  made = self->id == NULL;
  gtk_widget_activate_action (window, "win.back", NULL); /* this page goes */
  if (made)
    rk_plate_page_open (window, plate);
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  RkPlateEditor *self = RK_PLATE_EDITOR (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->source);
  g_clear_object (&self->store);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (rk_plate_editor_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  RkPlateEditor *self = RK_PLATE_EDITOR (object);

  g_clear_pointer (&self->components, g_ptr_array_unref); /* the rows point into it */
  g_hash_table_unref (self->chosen);
  G_OBJECT_CLASS (rk_plate_editor_parent_class)->finalize (object);
}

static void
rk_plate_editor_class_init (RkPlateEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RK_TYPE_BANNER);
  g_type_ensure (RK_TYPE_PLATE_CANVAS);
  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.domain", "s", domain_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/plates/rk-plate-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RkPlateEditor, bin);
  gtk_widget_class_bind_template_child (widget_class, RkPlateEditor, banner);
  gtk_widget_class_bind_template_child (widget_class, RkPlateEditor, choice);
  gtk_widget_class_bind_template_child (widget_class, RkPlateEditor, name);
  gtk_widget_class_bind_template_child (widget_class, RkPlateEditor, search);
  gtk_widget_class_bind_template_child (widget_class, RkPlateEditor, list);
  gtk_widget_class_bind_template_child (widget_class, RkPlateEditor, line);
  gtk_widget_class_bind_template_child (widget_class, RkPlateEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, RkPlateEditor, canvas);
  gtk_widget_class_bind_template_child (widget_class, RkPlateEditor, count);
  gtk_widget_class_bind_template_child (widget_class, RkPlateEditor, save);
  gtk_widget_class_bind_template_callback (widget_class, arrange);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
rk_plate_editor_init (RkPlateEditor *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  arrange (self);
  show_choice (self);
}

static void
load (RkPlateEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkRecord) record = rk_store_get (self->store, "plate", self->id, &error);
  g_auto (GStrv) keys = NULL;

  if (record == NULL)
    {
      rk_banner_show (self->banner, RK_BANNER_ERROR,
                      error != NULL ? error->message
                                    : _ ("This plate is not there any more."), NULL, NULL);
      g_clear_pointer (&self->id, g_free);
      return;
    }
  gtk_editable_set_text (self->name, rk_record_get_title (record));
  keys = g_strsplit (rk_record_get (record, "components") != NULL
                         ? rk_record_get (record, "components")
                         : "",
                     " ", -1);
  for (char **key = keys; *key != NULL; key++)
    if (**key != '\0')
      g_hash_table_add (self->chosen, g_strdup (*key));
  gtk_button_set_label (self->save, _ ("Save the plate"));
}

GtkWidget *
rk_plate_editor_new (RkStore *store, const char *id)
{
  RkPlateEditor *self = g_object_new (RK_TYPE_PLATE_EDITOR, NULL);

  self->store = g_object_ref (store);
  self->source = rk_plate_source_get (store);
  self->id = g_strdup (id);
  if (id != NULL)
    load (self);
  rk_plate_source_components_async (self->source, NULL, listed_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
