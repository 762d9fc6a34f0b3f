/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-graph-canvas-private.h"

#include "rk-palette.h"
#include "rk-plot.h"

#include <glib/gi18n.h>
#include <math.h>

/* Nodes whose middles are not further apart in height than this stand on one line to read. */
#define LINE_HEIGHT 60
#define LEAST_SIZE 120
/* Below this zoom one would open a drawing that cannot be read. */
#define LEAST_OPENING 0.25

G_DEFINE_FINAL_TYPE (RkGraphCanvas, rk_graph_canvas, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ZOOM = 1
} RkGraphCanvasProps;
static GParamSpec *props[PROP_ZOOM + 1];

static guint node_activated, edge_activated, node_chosen, placed;

RkGraphLayout *
rk_graph_canvas_get_layout (RkGraphCanvas *self)
{
  return rk_graph_drawing_get_layout (self->drawing);
}

RkGraph *
rk_graph_canvas_get_graph (RkGraphCanvas *self)
{
  return rk_graph_layout_get_graph (rk_graph_canvas_get_layout (self));
}

/* --- looking --------------------------------------------------------------------------------- */

static cairo_rectangle_t
to_rectangle (RkGraphBox box)
{
  return (cairo_rectangle_t){ box.x, box.y, box.width, box.height };
}

static cairo_rectangle_t
get_whole (RkGraphCanvas *self)
{
  return to_rectangle (rk_graph_layout_get_bounds (rk_graph_canvas_get_layout (self)));
}

static RkViewport
get_fitting (RkGraphCanvas *self)
{
  cairo_rectangle_t whole = get_whole (self);

  return rk_viewport_fit (&whole, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)), 0,
                          rk_text_scale (GTK_WIDGET (self)));
}

static gboolean
tell_zoom_cb (gpointer data)
{
  RkGraphCanvas *self = data;

  self->zoom_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
  return G_SOURCE_REMOVE;
}

void
rk_graph_canvas_look (RkGraphCanvas *self, RkViewport view)
{
  cairo_rectangle_t whole = get_whole (self);
  double before = self->view.scale;

  self->view = rk_viewport_clamp (view, &whole, gtk_widget_get_width (GTK_WIDGET (self)),
                                  gtk_widget_get_height (GTK_WIDGET (self)), RK_GRAPH_AIR);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* Later: who listens changes labels, and this may be the middle of a layout. */
  if (before != self->view.scale && self->zoom_id == 0)
    self->zoom_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_zoom_cb, self, NULL);
}

static void
fit (RkGraphCanvas *self)
{
  self->fitted = TRUE;
  rk_graph_canvas_look (self, get_fitting (self));
}

/* Everything; where that would be too small to read, what one stands on, else what is linked most.
 */
static void
begin (RkGraphCanvas *self)
{
  RkGraph *graph = rk_graph_canvas_get_graph (self);
  double least = LEAST_OPENING * rk_text_scale (GTK_WIDGET (self));
  guint node = self->node >= 0 ? (guint) self->node : 0;
  RkGraphPoint middle;
  RkViewport view;

  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  self->begun = TRUE;
  fit (self);
  if (self->view.scale >= least || rk_graph_get_n_nodes (graph) == 0)
    return;
  for (guint i = 0; self->node < 0 && i < rk_graph_get_n_nodes (graph); i++)
    if (rk_graph_get_degree (graph, i) > rk_graph_get_degree (graph, node))
      node = i;
  middle = rk_graph_layout_get_point (rk_graph_canvas_get_layout (self), node);
  view = self->view;
  view.scale = 2 * least;
  self->fitted = FALSE;
  rk_graph_canvas_look (self, rk_viewport_centre (view, middle.x, middle.y,
                                                  gtk_widget_get_width (GTK_WIDGET (self)),
                                                  gtk_widget_get_height (GTK_WIDGET (self))));
}

static void
reveal (RkGraphCanvas *self, guint node)
{
  cairo_rectangle_t box =
      to_rectangle (rk_graph_layout_get_box (rk_graph_canvas_get_layout (self), node));
  RkViewport view = rk_viewport_reveal (self->view, &box, gtk_widget_get_width (GTK_WIDGET (self)),
                                        gtk_widget_get_height (GTK_WIDGET (self)), RK_GRAPH_AIR);

  if (view.x != self->view.x || view.y != self->view.y)
    rk_graph_canvas_look (self, view);
}

/* --- standing -------------------------------------------------------------------------------- */

typedef struct
{
  int node;
  RkGraphPoint point;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *p = a, *q = b;
  double line_p = floor (p->point.y / LINE_HEIGHT), line_q = floor (q->point.y / LINE_HEIGHT);

  if (line_p != line_q)
    return line_p < line_q ? -1 : 1;
  return p->point.x < q->point.x ? -1 : p->point.x > q->point.x;
}

int
rk_graph_canvas_next (RkGraphCanvas *self, int node, int by)
{
  RkGraphLayout *layout = rk_graph_canvas_get_layout (self);
  guint n = rk_graph_get_n_nodes (rk_graph_canvas_get_graph (self));
  g_autofree Place *places = g_new (Place, n + 1);
  int at = by > 0 ? -1 : (int) n;

  for (guint i = 0; i < n; i++)
    places[i] = (Place){ (int) i, rk_graph_layout_get_point (layout, i) };
  qsort (places, n, sizeof (Place), compare_places);
  for (guint i = 0; node >= 0 && i < n; i++)
    if (places[i].node == node)
      at = (int) i;
  at += by;
  return at >= 0 && at < (int) n ? places[at].node : -1;
}

static char *
describe_node (RkGraphCanvas *self, guint node)
{
  RkGraph *graph = rk_graph_canvas_get_graph (self);
  const RkGraphNode *n = rk_graph_get_node (graph, node);
  guint degree = rk_graph_get_degree (graph, node);
  GString *text = g_string_new (n->name);

  if (n->outside)
    g_string_append_printf (text, ", %s", _ ("outside the administration"));
  else if (n->caption != NULL)
    g_string_append_printf (text, ", %s", n->caption);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u interface", "%u interfaces", degree), degree);
  return g_string_free (text, FALSE);
}

static void
update_label (RkGraphCanvas *self)
{
  g_autofree char *node = self->node >= 0 ? describe_node (self, (guint) self->node) : NULL;
  g_autofree char *edge =
      self->edge >= 0
          ? rk_graph_dup_edge_words (rk_graph_canvas_get_graph (self), (guint) self->edge)
          : NULL;
  g_autofree char *text = NULL;

  if (edge != NULL && node != NULL)
    text = g_strdup_printf ("%s. %s", node, edge);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL            ? text
                                  : node != NULL          ? node
                                  : self->summary != NULL ? self->summary
                                                          : "",
                                  -1);
}

void
rk_graph_canvas_stand_on (RkGraphCanvas *self, int node, int edge, gboolean show)
{
  self->node = node;
  self->edge = edge;
  if (show && node >= 0)
    reveal (self, (guint) node);
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rk_graph_canvas_point_at (RkGraphCanvas *self, int edge)
{
  if (self->edge == edge)
    return;
  self->edge = edge;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rk_graph_canvas_move_node (RkGraphCanvas *self, guint node, RkGraphPoint point)
{
  rk_graph_layout_set_point (rk_graph_canvas_get_layout (self), node, point);
  self->fitted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rk_graph_canvas_activate_node (RkGraphCanvas *self, guint node)
{
  g_signal_emit (self, node_activated, 0, node);
}

void
rk_graph_canvas_activate_edge (RkGraphCanvas *self, guint edge)
{
  g_signal_emit (self, edge_activated, 0, edge);
}

void
rk_graph_canvas_choose_node (RkGraphCanvas *self, guint node)
{
  g_signal_emit (self, node_chosen, 0, node);
}

void
rk_graph_canvas_say_placed (RkGraphCanvas *self)
{
  g_signal_emit (self, placed, 0);
}

/* --- actions --------------------------------------------------------------------------------- */

static void
zoom_to (RkGraphCanvas *self, double scale)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if (self->drawing == NULL)
    return;
  self->fitted = FALSE;
  rk_graph_canvas_look (self, rk_viewport_zoom (self->view, scale, x, y));
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_to (RK_GRAPH_CANVAS (widget), RK_GRAPH_CANVAS (widget)->view.scale * 1.25);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_to (RK_GRAPH_CANVAS (widget), RK_GRAPH_CANVAS (widget)->view.scale / 1.25);
}

static void
zoom_normal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_to (RK_GRAPH_CANVAS (widget), rk_text_scale (widget));
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (RK_GRAPH_CANVAS (widget)->drawing != NULL)
    fit (RK_GRAPH_CANVAS (widget));
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = LEAST_SIZE;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 400;
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RkGraphCanvas *self = RK_GRAPH_CANVAS (widget);

  if (self->drawing != NULL && !self->begun)
    begin (self);
  else if (self->drawing != NULL)
    rk_graph_canvas_look (self, self->fitted ? get_fitting (self) : self->view);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  RkGraphCanvas *self = RK_GRAPH_CANVAS (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget));
  RkGraphState state = { .palette = rk_palette_current (),
                         .scale = self->view.scale,
                         .node = self->node,
                         .edge = self->edge,
                         .ring = gtk_widget_has_visible_focus (widget),
                         .centre = self->centre };
  cairo_t *cr = gtk_snapshot_append_cairo (snap, &area);

  rk_palette_use (state.palette, RK_COLOUR_PLATE, cr);
  cairo_paint (cr);
  if (self->drawing != NULL)
    {
      cairo_scale (cr, self->view.scale, self->view.scale);
      cairo_translate (cr, -self->view.x, -self->view.y);
      rk_graph_drawing_draw (self->drawing, cr, &state);
    }
  cairo_destroy (cr);
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  RkGraphCanvas *self = RK_GRAPH_CANVAS (widget);
  g_autofree char *text = NULL;
  int node;

  if (self->drawing == NULL)
    return FALSE;
  node = keyboard ? self->node
                  : rk_graph_drawing_find_node (self->drawing, self->view.x + x / self->view.scale,
                                                self->view.y + y / self->view.scale);
  if (node < 0)
    return FALSE;
  text = describe_node (self, (guint) node);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((RkGraphCanvasProps) id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, rk_graph_canvas_get_zoom (RK_GRAPH_CANVAS (object)));
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  RkGraphCanvas *self = RK_GRAPH_CANVAS (object);

  g_clear_handle_id (&self->zoom_id, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->drawing, rk_graph_drawing_free);
  g_clear_pointer (&self->summary, g_free);
  G_OBJECT_CLASS (rk_graph_canvas_parent_class)->dispose (object);
}

static void
rk_graph_canvas_class_init (RkGraphCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = snapshot;
  widget_class->query_tooltip = query_tooltip;
  widget_class->focus = rk_graph_canvas_move_focus;
  gtk_widget_class_set_css_name (widget_class, "graph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "graph.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "graph.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "graph.zoom-normal", NULL, zoom_normal_action);
  gtk_widget_class_install_action (widget_class, "graph.fit", NULL, fit_action);
  rk_graph_canvas_install_input (widget_class);

  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  node_activated = g_signal_new ("node-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
  edge_activated = g_signal_new ("edge-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
  node_chosen = g_signal_new ("node-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_UINT);
  placed = g_signal_new ("placed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rk_graph_canvas_init (RkGraphCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->node = self->edge = self->centre = self->dragged = -1;
  self->view.scale = 1;
  self->fitted = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  rk_graph_canvas_add_controllers (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
rk_graph_canvas_new (void)
{
  return g_object_new (RK_TYPE_GRAPH_CANVAS, NULL);
}

/* Where the application one stood on stands in another graph, or -1. */
static int
find_again (RkGraphCanvas *self, RkGraphLayout *layout)
{
  if (self->drawing == NULL || self->node < 0 || layout == NULL)
    return -1;
  return rk_graph_find_node (
      rk_graph_layout_get_graph (layout),
      rk_graph_get_node (rk_graph_canvas_get_graph (self), (guint) self->node)->id);
}

void
rk_graph_canvas_set_layout (RkGraphCanvas *self, RkGraphLayout *layout, int centre)
{
  int node;

  g_return_if_fail (RK_IS_GRAPH_CANVAS (self));
  node = find_again (self, layout);
  g_clear_pointer (&self->drawing, rk_graph_drawing_free);
  self->dragged = -1;
  self->centre = centre;
  self->node = -1;
  self->edge = -1;
  if (layout != NULL)
    {
      self->drawing = rk_graph_drawing_new (layout);
      self->begun = FALSE;
      rk_graph_canvas_stand_on (self, node >= 0 ? node : centre, -1, FALSE);
      begin (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

RkGraphDrawing *
rk_graph_canvas_get_drawing (RkGraphCanvas *self)
{
  g_return_val_if_fail (RK_IS_GRAPH_CANVAS (self), NULL);
  return self->drawing;
}

int
rk_graph_canvas_get_node (RkGraphCanvas *self)
{
  g_return_val_if_fail (RK_IS_GRAPH_CANVAS (self), -1);
  return self->node;
}

double
rk_graph_canvas_get_zoom (RkGraphCanvas *self)
{
  g_return_val_if_fail (RK_IS_GRAPH_CANVAS (self), 1);
  return self->view.scale / rk_text_scale (GTK_WIDGET (self));
}

void
rk_graph_canvas_set_summary (RkGraphCanvas *self, const char *summary)
{
  g_return_if_fail (RK_IS_GRAPH_CANVAS (self));
  g_free (self->summary);
  self->summary = g_strdup (summary);
  update_label (self);
}
