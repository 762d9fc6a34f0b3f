/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-graph-view.h"

#include "rk-choose-file.h"
#include "rk-diagram.h"
#include "rk-empty.h"
#include "rk-graph-canvas.h"
#include "rk-graph-sign.h"
#include "rk-picker.h"
#include "rk-text.h"
#include "rk-toast.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

/* Above this one begins with the neighbours of one application … */
#define MANY_NODES 60
/* … and above this everything is not shown at all. */
#define MOST_NODES 200
/* Milliseconds before a spinner shows. */
#define PATIENCE 300
#define MAX_MATCHES 40

#define STATE_CENTRE "interfaces.centre"
#define STATE_HOPS "interfaces.hops"
#define STATE_DIAGRAM "interfaces.diagram"

struct _RkGraphView
{
  GtkWidget parent_instance;
  RkStore *store;
  RkGraph *graph; /* (nullable): not given yet */
  RkDiagramScope scope;
  char *diagram;         /* id; "": none is open */
  RkGraphLayout *layout; /* (nullable): shown, or being arranged */
  GCancellable *cancellable;
  guint spinner_id;
  gboolean began;   /* where one was the last time has been looked up */
  gboolean filling; /* the controls are being set */

  RkPicker *around;
  GtkWidget *hops_box;
  GtkRange *hops;
  GtkMenuButton *diagrams, *keep_button, *export_button;
  GtkEditable *name;
  GtkWidget *keep;
  GtkButton *zoom;
  GtkStack *stack;
  RkGraphCanvas *canvas;
  RkWrapBox *legend;
};

G_DEFINE_FINAL_TYPE (RkGraphView, rk_graph_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_DIAGRAM = 1
} RkGraphViewProps;
static GParamSpec *props[PROP_DIAGRAM + 1];

static void
complain (RkGraphView *self, const GError *error)
{
  rk_toast_show (GTK_WIDGET (self), error->message, NULL, NULL);
}

/* --- legend ---------------------------------------------------------------------------------- */

static void
clear_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
add_note (RkGraphView *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "rk-caption");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  rk_wrap_box_append (self->legend, label);
}

static void
fill_legend (RkGraphView *self, RkGraph *shown)
{
  static const RkLandInterfaceType order[] = { RK_LAND_INTERFACE_STANDARD, RK_LAND_INTERFACE_CUSTOM,
                                               RK_LAND_INTERFACE_UNKNOWN };
  guint n_incomplete = rk_graph_get_n_incomplete (self->graph);
  guint n_retired = rk_graph_get_n_retired (self->graph);

  clear_children (GTK_WIDGET (self->legend));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    rk_wrap_box_append (self->legend,
                        rk_graph_sign_new (order[i], rk_graph_count_type (shown, order[i])));
  if (n_incomplete > 0)
    {
      g_autofree char *text =
          g_strdup_printf (ngettext ("%u interface misses an end and is not shown.",
                                     "%u interfaces miss an end and are not shown.", n_incomplete),
                           n_incomplete);
      add_note (self, text);
    }
  if (n_retired > 0)
    {
      g_autofree char *text =
          g_strdup_printf (ngettext ("%u interface is no longer used and is not shown.",
                                     "%u interfaces are no longer used and are not shown.",
                                     n_retired),
                           n_retired);
      add_note (self, text);
    }
}

/* --- showing --------------------------------------------------------------------------------- */

static void
show_layout (RkGraphView *self)
{
  RkGraph *shown = rk_graph_layout_get_graph (self->layout);
  guint n_nodes = rk_graph_get_n_nodes (shown), n_edges = rk_graph_get_n_edges (shown);
  g_autofree char *nodes = NULL, *edges = NULL, *summary = NULL;

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  rk_graph_canvas_set_layout (self->canvas, self->layout,
                              self->scope.centre != NULL
                                  ? rk_graph_find_node (shown, self->scope.centre)
                                  : -1);
  nodes = g_strdup_printf (ngettext ("%u application", "%u applications", n_nodes), n_nodes);
  edges = g_strdup_printf (ngettext ("%u interface", "%u interfaces", n_edges), n_edges);
  /* Translators: numbers of applications and interfaces, each with its noun */
  summary =
      g_strdup_printf (_ ("Diagram with %s and %s. The tab “List” shows the same as a table."),
                          nodes, edges);
  rk_graph_canvas_set_summary (self->canvas, summary);
  fill_legend (self, shown);
  gtk_stack_set_visible_child_name (self->stack, "canvas");
}

static void
arranged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkGraphView) self = data;
  g_autoptr (GError) error = NULL;

  if (rk_graph_layout_arrange_finish (result, &error))
    {
      if (self->layout != NULL)
        show_layout (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    complain (self, error);
}

static gboolean
spin_cb (gpointer data)
{
  RkGraphView *self = data;

  self->spinner_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "busy");
  return G_SOURCE_REMOVE;
}

/* The part of the graph that one looks at: (transfer full). */
static RkGraph *
get_part (RkGraphView *self)
{
  int centre =
      self->scope.centre != NULL ? rk_graph_find_node (self->graph, self->scope.centre) : -1;

  if (centre < 0)
    return rk_graph_ref (self->graph);
  return rk_graph_neighbourhood (self->graph, (guint) centre, self->scope.hops);
}

/* What has a place keeps it: that of the diagram, or as long as one looks at the same part, that on
 * the screen. */
static void
take_places (RkGraphView *self, RkGraphLayout *layout, gboolean same_part)
{
  g_autoptr (RkRecord) record = NULL;
  g_auto (RkDiagramScope) scope = { 0 };
  g_autofree char *places = NULL;

  if (*self->diagram != '\0')
    record = rk_diagram_read (self->store, self->diagram, &scope);
  if (record != NULL)
    {
      rk_diagram_restore (record, layout);
      return;
    }
  if (!same_part || self->layout == NULL)
    return;
  places = rk_graph_layout_to_json (self->layout);
  rk_graph_layout_read_json (layout, places);
}

static void
show_part (RkGraphView *self, gboolean same_part)
{
  g_autoptr (RkGraph) part = get_part (self);
  RkGraphLayout *layout;
  gboolean ready = TRUE;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  if (rk_graph_get_n_nodes (part) > MOST_NODES && self->scope.centre == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "many");
      return;
    }
  layout = rk_graph_layout_new (part);
  take_places (self, layout, same_part);
  g_clear_pointer (&self->layout, rk_graph_layout_unref);
  self->layout = layout;
  for (guint i = 0; ready && i < rk_graph_get_n_nodes (part); i++)
    ready = rk_graph_layout_is_placed (layout, i);
  if (ready)
    {
      show_layout (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  if (self->spinner_id == 0)
    self->spinner_id = g_timeout_add (PATIENCE, spin_cb, self);
  rk_graph_layout_arrange_async (layout, RK_GRAPH_SEED, self->cancellable, arranged_cb,
                                 g_object_ref (self));
}

/* --- which part ------------------------------------------------------------------------------ */

static RkPickerItem *
new_item (const RkGraphNode *node)
{
  return rk_picker_item_new (node->id, node->name,
                             node->outside ? _ ("outside the administration") : node->caption);
}

static GListModel *
search (const char *text, gpointer data)
{
  RkGraphView *self = data;
  GListStore *found = g_list_store_new (RK_TYPE_PICKER_ITEM);
  g_autofree char *part = rk_text_fold (text);
  guint n = 0;

  for (guint i = 0; self->graph != NULL && i < rk_graph_get_n_nodes (self->graph); i++)
    {
      const RkGraphNode *node = rk_graph_get_node (self->graph, i);
      g_autofree char *name = rk_text_fold (node->name);

      if (n < MAX_MATCHES && rk_text_find (name, part) >= 0)
        {
          g_autoptr (RkPickerItem) item = new_item (node);
          g_list_store_append (found, item);
          n++;
        }
    }
  return G_LIST_MODEL (found);
}

static void
show_scope (RkGraphView *self)
{
  int centre =
      self->scope.centre != NULL ? rk_graph_find_node (self->graph, self->scope.centre) : -1;
  g_autoptr (RkPickerItem) item =
      centre >= 0 ? new_item (rk_graph_get_node (self->graph, (guint) centre)) : NULL;

  self->filling = TRUE;
  rk_picker_set_selected (self->around, item);
  gtk_range_set_value (self->hops, self->scope.hops);
  gtk_widget_set_visible (self->hops_box, centre >= 0);
  self->filling = FALSE;
}

static void
keep_state (RkGraphView *self)
{
  g_autofree char *hops = g_strdup_printf ("%u", self->scope.hops);

  rk_store_set_state (self->store, STATE_CENTRE,
                      self->scope.centre != NULL ? self->scope.centre : "", NULL);
  rk_store_set_state (self->store, STATE_HOPS, hops, NULL);
  rk_store_set_state (self->store, STATE_DIAGRAM, self->diagram, NULL);
}

static void
set_diagram (RkGraphView *self, const char *id)
{
  if (g_str_equal (self->diagram, id))
    return;
  g_free (self->diagram);
  self->diagram = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DIAGRAM]);
}

static void
look_at (RkGraphView *self, const char *centre, guint hops)
{
  char *copy = g_strdup (centre);

  g_free (self->scope.centre);
  self->scope.centre = copy;
  self->scope.hops = hops;
  show_scope (self);
  keep_state (self);
  show_part (self, FALSE);
}

static void
chosen_cb (RkGraphView *self, RkPickerItem *item)
{
  set_diagram (self, "");
  look_at (self, item != NULL ? rk_picker_item_get_id (item) : NULL, self->scope.hops);
}

static void
cleared_cb (RkGraphView *self)
{
  chosen_cb (self, NULL);
}

static void
hops_changed_cb (RkGraphView *self)
{
  guint hops = (guint) (gtk_range_get_value (self->hops) + 0.5);

  if (self->filling || hops == self->scope.hops)
    return;
  set_diagram (self, "");
  look_at (self, self->scope.centre, hops);
}

/* --- diagrams -------------------------------------------------------------------------------- */

static void
fill_diagrams (RkGraphView *self)
{
  g_autoptr (GPtrArray) records = rk_store_list (self->store, "diagram", NULL, "name", NULL, NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) kept = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  guint n = records != NULL ? records->len : 0;

  g_menu_append (kept, _ ("Arranged by the program"), "graph-view.diagram::");
  for (guint i = 0; i < n; i++)
    {
      RkRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (rk_record_get_title (record), NULL);

      g_menu_item_set_action_and_target (item, "graph-view.diagram", "s",
                                         rk_record_get_id (record));
      g_menu_append_item (kept, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kept));
  if (*self->diagram != '\0')
    {
      g_menu_append (remove, _ ("Throw this diagram away"), "graph-view.remove");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
    }
  gtk_menu_button_set_menu_model (self->diagrams, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->diagrams), n > 0);
}

static void
open_diagram (RkGraphView *self, const char *id)
{
  g_auto (RkDiagramScope) scope = { 0 };
  g_autoptr (RkRecord) record = *id != '\0' ? rk_diagram_read (self->store, id, &scope) : NULL;

  set_diagram (self, record != NULL ? id : "");
  if (record != NULL)
    look_at (self, scope.centre, scope.hops);
  else
    look_at (self, self->scope.centre, self->scope.hops);
  fill_diagrams (self);
}

static void
name_changed_cb (RkGraphView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  gtk_widget_set_sensitive (self->keep, *name != '\0' && self->layout != NULL);
}

static void
keep_cb (RkGraphView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (*name == '\0' || self->layout == NULL)
    return;
  id = rk_diagram_keep (self->store, name, &self->scope, self->layout, &error);
  if (id == NULL)
    {
      complain (self, error);
      return;
    }
  set_diagram (self, id);
  keep_state (self);
  fill_diagrams (self);
  gtk_editable_set_text (self->name, "");
  gtk_menu_button_popdown (self->keep_button);
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RkGraphView *self = RK_GRAPH_VIEW (widget);
  g_auto (RkDiagramScope) scope = { 0 };
  g_autoptr (RkRecord) record = rk_diagram_read (self->store, self->diagram, &scope);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (record == NULL)
    return;
  if (!rk_diagram_remove (self->store, self->diagram, &error))
    {
      complain (self, error);
      return;
    }
  text = g_strdup_printf (_ ("Diagram %s removed"), rk_record_get_title (record));
  set_diagram (self, "");
  keep_state (self);
  fill_diagrams (self);
  rk_toast_show_undo (widget, self->store, text);
}

/* A kept diagram keeps where one puts things. */
static void
placed_cb (RkGraphView *self)
{
  g_autoptr (GError) error = NULL;

  if (*self->diagram != '\0' &&
      !rk_diagram_place (self->store, self->diagram, self->layout, &error))
    complain (self, error);
}

/* --- canvas ---------------------------------------------------------------------------------- */

static const RkGraphNode *
get_shown_node (RkGraphView *self, guint node)
{
  return rk_graph_get_node (rk_graph_layout_get_graph (self->layout), node);
}

static void
node_activated_cb (RkGraphView *self, guint node)
{
  const RkGraphNode *n = get_shown_node (self, node);

  if (n->outside)
    rk_graph_view_look_around (self, n->id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "application", n->id);
}

static void
edge_activated_cb (RkGraphView *self, guint edge)
{
  const RkGraphEdge *e = rk_graph_get_edge (rk_graph_layout_get_graph (self->layout), edge);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "interface", e->id);
}

static void
node_chosen_cb (RkGraphView *self, guint node)
{
  rk_graph_view_look_around (self, get_shown_node (self, node)->id);
}

static void
zoom_changed_cb (RkGraphView *self)
{
  g_autofree char *label =
      g_strdup_printf ("%.0f\u00a0%%", rk_graph_canvas_get_zoom (self->canvas) * 100);

  gtk_button_set_label (self->zoom, label);
}

static void
zoom_in_cb (RkGraphView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "graph.zoom-in", NULL);
}

static void
zoom_out_cb (RkGraphView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "graph.zoom-out", NULL);
}

static void
zoom_normal_cb (RkGraphView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "graph.zoom-normal", NULL);
}

static void
fit_cb (RkGraphView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "graph.fit", NULL);
}

/* --- export ---------------------------------------------------------------------------------- */

static char *
dup_title (RkGraphView *self)
{
  g_auto (RkDiagramScope) scope = { 0 };
  g_autoptr (RkRecord) record =
      *self->diagram != '\0' ? rk_diagram_read (self->store, self->diagram, &scope) : NULL;
  int centre =
      self->scope.centre != NULL ? rk_graph_find_node (self->graph, self->scope.centre) : -1;

  if (record != NULL)
    return g_strdup (rk_record_get_title (record));
  if (centre >= 0)
    return g_strdup_printf (_ ("Interfaces of %s"),
                               rk_graph_get_node (self->graph, (guint) centre)->name);
  return g_strdup (_ ("Interfaces"));
}

static RkGraphFormat
get_format (const char *extension)
{
  if (g_str_equal (extension, "pdf"))
    return RK_GRAPH_PDF;
  return g_str_equal (extension, "png") ? RK_GRAPH_PNG : RK_GRAPH_SVG;
}

static gboolean
save (RkGraphView *self, const char *path, GError **error)
{
  g_autofree char *title = dup_title (self);
  RkGraphDrawing *drawing = rk_graph_canvas_get_drawing (self->canvas);
  const char *dot = strrchr (path, '.');
  g_autoptr (GBytes) bytes = NULL;

  bytes = rk_graph_drawing_export (drawing, get_format (dot != NULL ? dot + 1 : ""), title, error);
  return bytes != NULL && g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                                    (gssize) g_bytes_get_size (bytes),
                                                    G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkGraphView) self = data;
  g_autofree char *path = rk_choose_file_finish (result);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *text = NULL;

  if (path == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL ||
      rk_graph_canvas_get_drawing (self->canvas) == NULL)
    return;
  name = g_path_get_basename (path);
  if (save (self, path, &error))
    text = g_strdup_printf (_ ("Diagram saved as %s"), name);
  else
    text = g_strdup_printf (_ ("The diagram could not be saved as %s: %s"), name, error->message);
  rk_toast_show (GTK_WIDGET (self), text, NULL, NULL);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RkGraphView *self = RK_GRAPH_VIEW (widget);
  const char *extension = g_variant_get_string (parameter, NULL);
  g_autofree char *title = NULL, *name = NULL, *pattern = NULL, *kind = NULL;

  if (rk_graph_canvas_get_drawing (self->canvas) == NULL)
    return;
  title = dup_title (self);
  name = g_strdup_printf ("%s.%s", title, extension);
  g_strdelimit (name, "/\\", '-');
  pattern = g_strdup_printf ("*.%s", extension);
  kind = g_ascii_strup (extension, -1);
  rk_choose_file_async (widget, RK_CHOOSE_SAVE,
                        _ ("Export the diagram"), "export", name, kind, pattern, file_chosen_cb,
                           g_object_ref (self));
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((RkGraphViewProps) id)
    {
    case PROP_DIAGRAM: g_value_set_string (value, RK_GRAPH_VIEW (object)->diagram); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((RkGraphViewProps) id)
    {
    case PROP_DIAGRAM: open_diagram (RK_GRAPH_VIEW (object), g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  RkGraphView *self = RK_GRAPH_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  clear_children (GTK_WIDGET (self));
  g_clear_pointer (&self->layout, rk_graph_layout_unref);
  g_clear_pointer (&self->graph, rk_graph_unref);
  rk_diagram_scope_clear (&self->scope);
  g_clear_pointer (&self->diagram, g_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_graph_view_parent_class)->dispose (object);
}

static void
rk_graph_view_class_init (RkGraphViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  g_type_ensure (RK_TYPE_EMPTY);
  g_type_ensure (RK_TYPE_GRAPH_CANVAS);
  g_type_ensure (RK_TYPE_PICKER);
  g_type_ensure (RK_TYPE_WRAP_BOX);
  props[PROP_DIAGRAM] =
      g_param_spec_string ("diagram", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_install_property_action (widget_class, "graph-view.diagram", "diagram");
  gtk_widget_class_install_action (widget_class, "graph-view.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "graph-view.export", "s", export_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/interfaces/rk-graph-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, around);
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, hops_box);
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, hops);
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, diagrams);
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, keep_button);
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, export_button);
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, name);
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, keep);
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, zoom);
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, stack);
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, canvas);
  gtk_widget_class_bind_template_child (widget_class, RkGraphView, legend);
  gtk_widget_class_bind_template_callback (widget_class, hops_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, placed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_normal_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
}

static void
rk_graph_view_init (RkGraphView *self)
{
  self->diagram = g_strdup ("");
  self->scope.hops = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  rk_picker_set_search (self->around, search, self, NULL);
  rk_picker_set_label (self->around, _ ("Around"));
  rk_picker_set_placeholder (self->around, _ ("All applications"));
  rk_picker_set_extra (self->around, _ ("All applications"));
  g_signal_connect_swapped (self->around, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->around, "cleared", G_CALLBACK (cleared_cb), self);
}

GtkWidget *
rk_graph_view_new (RkStore *store)
{
  RkGraphView *self = g_object_new (RK_TYPE_GRAPH_VIEW, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

static guint
find_hub (RkGraph *graph)
{
  guint best = 0;

  for (guint i = 1; i < rk_graph_get_n_nodes (graph); i++)
    if (rk_graph_get_degree (graph, i) > rk_graph_get_degree (graph, best))
      best = i;
  return best;
}

/* Where one was the last time; the first time everything, or around the best linked application
 * when that is more than one can read. */
static void
begin (RkGraphView *self)
{
  g_autofree char *centre = rk_store_get_state (self->store, STATE_CENTRE);
  g_autofree char *hops = rk_store_get_state (self->store, STATE_HOPS);
  g_autofree char *diagram = rk_store_get_state (self->store, STATE_DIAGRAM);

  self->began = TRUE;
  if (centre == NULL && rk_graph_get_n_nodes (self->graph) > MANY_NODES)
    centre = g_strdup (rk_graph_get_node (self->graph, find_hub (self->graph))->id);
  self->scope.hops = g_strcmp0 (hops, "2") == 0 ? 2 : 1;
  if (centre != NULL && *centre != '\0' && rk_graph_find_node (self->graph, centre) >= 0)
    self->scope.centre = g_steal_pointer (&centre);
  if (diagram != NULL)
    set_diagram (self, diagram);
}

void
rk_graph_view_set_graph (RkGraphView *self, RkGraph *graph)
{
  gboolean first;

  g_return_if_fail (RK_IS_GRAPH_VIEW (self));
  first = !self->began;
  rk_graph_ref (graph);
  g_clear_pointer (&self->graph, rk_graph_unref);
  self->graph = graph;
  if (first)
    begin (self);
  show_scope (self);
  fill_diagrams (self);
  show_part (self, !first);
}

void
rk_graph_view_look_around (RkGraphView *self, const char *id)
{
  g_return_if_fail (RK_IS_GRAPH_VIEW (self));
  if (self->graph == NULL || rk_graph_find_node (self->graph, id) < 0)
    return;
  set_diagram (self, "");
  look_at (self, id, self->scope.hops);
}

void
rk_graph_view_find (RkGraphView *self)
{
  g_return_if_fail (RK_IS_GRAPH_VIEW (self));
  gtk_widget_grab_focus (rk_picker_get_entry (self->around));
}
