/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-neighbours.h"

#include "rk-graph-canvas.h"
#include "rk-interface-form.h"
#include "rk-link-card.h"
#include "rk-refresh.h"

#include <glib/gi18n.h>

#define DIAGRAM_HEIGHT 300

#define RK_TYPE_NEIGHBOURS (rk_neighbours_get_type ())
G_DECLARE_FINAL_TYPE (RkNeighbours, rk_neighbours, RK, NEIGHBOURS, AdwBin)

struct _RkNeighbours
{
  AdwBin parent_instance;
  RkStore *store;
  char *application;
  RkGraphLayout *layout; /* (nullable): shown, or being arranged */
  GCancellable *cancellable;
  RkLinkCard *card;
  GtkWidget *frame;
  RkGraphCanvas *canvas;
  RkInterfaceForm *form;
};

G_DEFINE_FINAL_TYPE (RkNeighbours, rk_neighbours, ADW_TYPE_BIN)

static void
show_layout (RkNeighbours *self)
{
  RkGraph *graph = rk_graph_layout_get_graph (self->layout);

  rk_graph_canvas_set_layout (self->canvas, self->layout,
                              rk_graph_find_node (graph, self->application));
}

static void
arranged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkNeighbours) self = data;

  if (rk_graph_layout_arrange_finish (result, NULL) && self->layout != NULL)
    show_layout (self);
}

static void
arrange (RkNeighbours *self, RkGraph *part)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->layout, rk_graph_layout_unref);
  self->layout = rk_graph_layout_new (part);
  rk_graph_layout_arrange_async (self->layout, RK_GRAPH_SEED, self->cancellable, arranged_cb,
                                 g_object_ref (self));
}

static void
add_row (RkNeighbours *self, RkGraph *graph, guint node, guint edge)
{
  const RkGraphEdge *e = rk_graph_get_edge (graph, edge);
  const RkGraphNode *other = rk_graph_get_node (graph, e->source == node ? e->target : e->source);
  gboolean turned = e->source != node;
  RkGraphDirection direction = e->direction;
  g_autofree char *title = NULL;

  if (turned && direction == RK_GRAPH_FORWARD)
    direction = RK_GRAPH_BACKWARD;
  else if (turned && direction == RK_GRAPH_BACKWARD)
    direction = RK_GRAPH_FORWARD;
  title = g_strdup_printf ("%s %s", rk_graph_direction_get_arrow (direction), other->name);
  rk_link_card_add (self->card, title, e->label, rk_graph_type_get_word (e->type), FALSE,
                    "interface", e->id);
}

static void
refresh (GtkWidget *widget)
{
  RkNeighbours *self = RK_NEIGHBOURS (widget);
  g_autoptr (RkLandscape) landscape = rk_landscape_load (self->store, NULL, NULL);
  g_autoptr (RkGraph) graph = landscape != NULL ? rk_graph_new_for_landscape (landscape) : NULL;
  int node = graph != NULL ? rk_graph_find_node (graph, self->application) : -1;
  g_autoptr (RkGraph) part = node >= 0 ? rk_graph_neighbourhood (graph, (guint) node, 1) : NULL;

  rk_link_card_clear (self->card);
  gtk_widget_set_visible (self->frame, part != NULL);
  if (part == NULL)
    return;
  node = rk_graph_find_node (part, self->application);
  for (guint i = 0; i < rk_graph_get_degree (part, (guint) node); i++)
    add_row (self, part, (guint) node,
             g_array_index (rk_graph_get_node (part, (guint) node)->edges, guint, i));
  arrange (self, part);
}

static void
node_activated_cb (RkNeighbours *self, guint node)
{
  const RkGraphNode *n = rk_graph_get_node (rk_graph_layout_get_graph (self->layout), node);

  if (!n->outside)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "application", n->id);
}

static void
edge_activated_cb (RkNeighbours *self, guint edge)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "interface",
                              rk_graph_get_edge (rk_graph_layout_get_graph (self->layout), edge)
                                  ->id);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkNeighbours *self = RK_NEIGHBOURS (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->form), TRUE);
  rk_interface_form_begin (self->form, self->application, NULL);
}

static void
form_done_cb (RkNeighbours *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->form), FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->card), GTK_DIR_TAB_FORWARD);
}

static void
dispose (GObject *object)
{
  RkNeighbours *self = RK_NEIGHBOURS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->layout, rk_graph_layout_unref);
  g_clear_pointer (&self->application, g_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_neighbours_parent_class)->dispose (object);
}

static void
rk_neighbours_class_init (RkNeighboursClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "neighbours.add", NULL, add_action);
}

static void
rk_neighbours_init (RkNeighbours *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->card = RK_LINK_CARD (
      rk_link_card_new (_ ("Interfaces"), _ ("No interface is known of this application.")));
  rk_link_card_set_button (self->card, _ ("Add"), "neighbours.add");
  self->canvas = RK_GRAPH_CANVAS (rk_graph_canvas_new ());
  rk_graph_canvas_set_summary (self->canvas, _ ("Diagram of the neighbours of this application"));
  gtk_widget_set_size_request (GTK_WIDGET (self->canvas), -1, DIAGRAM_HEIGHT);
  self->frame = gtk_frame_new (NULL);
  gtk_frame_set_child (GTK_FRAME (self->frame), GTK_WIDGET (self->canvas));
  g_signal_connect_swapped (self->canvas, "node-activated", G_CALLBACK (node_activated_cb), self);
  g_signal_connect_swapped (self->canvas, "edge-activated", G_CALLBACK (edge_activated_cb), self);
  gtk_box_append (GTK_BOX (box), self->frame);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
rk_neighbours_new (RkStore *store, const char *application)
{
  RkNeighbours *self = g_object_new (RK_TYPE_NEIGHBOURS, NULL);

  self->store = g_object_ref (store);
  self->application = g_strdup (application);
  self->form = RK_INTERFACE_FORM (rk_interface_form_new (store));
  gtk_widget_set_visible (GTK_WIDGET (self->form), FALSE);
  g_signal_connect_swapped (self->form, "done", G_CALLBACK (form_done_cb), self);
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), GTK_WIDGET (self->form));
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return GTK_WIDGET (self);
}
