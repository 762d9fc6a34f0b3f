/* SPDX-License-Identifier: EUPL-1.2 */
/* Pointer, touch, keys and menu on the canvas. */
#include "config.h"
#include "rk-graph-canvas-private.h"

#include "rk-plot.h"

#include <glib/gi18n.h>
#include <math.h>

#define NOTCH 1.2       /* of the scale, for one notch of the wheel */
#define NOTCH_PIXELS 64 /* that one notch pans */
#define NUDGE 20        /* that a key moves a node */
#define REACH 8         /* pixels from a line that still are on it */

static RkGraphPoint
to_drawing (RkGraphCanvas *self, double x, double y)
{
  return (RkGraphPoint){ self->view.x + x / self->view.scale, self->view.y + y / self->view.scale };
}

static int
find_node (RkGraphCanvas *self, double x, double y)
{
  RkGraphPoint point = to_drawing (self, x, y);

  return self->drawing != NULL ? rk_graph_drawing_find_node (self->drawing, point.x, point.y) : -1;
}

static int
find_edge (RkGraphCanvas *self, double x, double y)
{
  RkGraphPoint point = to_drawing (self, x, y);

  return self->drawing != NULL ? rk_graph_drawing_find_edge (self->drawing, point.x, point.y,
                                                             REACH / self->view.scale)
                               : -1;
}

static void
pan (RkGraphCanvas *self, double dx, double dy)
{
  RkViewport view = self->view;

  view.x += dx / view.scale;
  view.y += dy / view.scale;
  self->fitted = FALSE;
  rk_graph_canvas_look (self, view);
}

/* --- pointer --------------------------------------------------------------------------------- */

static void
motion_cb (RkGraphCanvas *self, double x, double y)
{
  int node = find_node (self, x, y);
  int edge = node < 0 ? find_edge (self, x, y) : -1;

  /* GTK tells of the pointer also when only the drawing moved below it. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  rk_graph_canvas_point_at (self, edge);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), node >= 0 || edge >= 0 ? "pointer" : NULL);
}

static gboolean
scroll_cb (RkGraphCanvas *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  double length = wheel ? NOTCH_PIXELS : 1;

  if (self->drawing == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) == 0)
    {
      pan (self, dx * length, dy * length);
      return GDK_EVENT_STOP;
    }
  self->fitted = FALSE;
  rk_graph_canvas_look (self, rk_viewport_zoom (self->view,
                                                self->view.scale *
                                                    pow (NOTCH, wheel ? -dy : -dy / NOTCH_PIXELS),
                                                self->pointer_x, self->pointer_y));
  return GDK_EVENT_STOP;
}

static void
drag_begin_cb (RkGraphCanvas *self, double x, double y)
{
  self->start = self->view;
  self->dragged = find_node (self, x, y);
  if (self->dragged >= 0)
    self->picked_up =
        rk_graph_layout_get_point (rk_graph_canvas_get_layout (self), (guint) self->dragged);
}

static gboolean
claim (RkGraphCanvas *self, GtkGesture *drag, double dx, double dy)
{
  GdkEventSequence *sequence = gtk_gesture_get_last_updated_sequence (drag);

  if (gtk_gesture_get_sequence_state (drag, sequence) == GTK_EVENT_SEQUENCE_CLAIMED)
    return TRUE;
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return FALSE;
  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  return TRUE;
}

static void
drag_update_cb (RkGraphCanvas *self, double dx, double dy, GtkGesture *drag)
{
  RkViewport view = self->start;

  if (self->drawing == NULL || !claim (self, drag, dx, dy))
    return;
  if (self->dragged >= 0)
    {
      RkGraphPoint point = { round (self->picked_up.x + dx / view.scale),
                             round (self->picked_up.y + dy / view.scale) };
      rk_graph_canvas_move_node (self, (guint) self->dragged, point);
      return;
    }
  view.x -= dx / view.scale;
  view.y -= dy / view.scale;
  self->fitted = FALSE;
  rk_graph_canvas_look (self, view);
}

static void
drag_end_cb (RkGraphCanvas *self, double dx, double dy, GtkGesture *drag)
{
  gboolean moved =
      gtk_gesture_get_sequence_state (drag, gtk_gesture_get_last_updated_sequence (drag)) ==
      GTK_EVENT_SEQUENCE_CLAIMED;

  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  if (self->dragged >= 0 && moved)
    {
      rk_graph_canvas_stand_on (self, self->dragged, -1, FALSE);
      rk_graph_canvas_say_placed (self);
    }
  self->dragged = -1;
}

static void
pinch_begin_cb (RkGraphCanvas *self)
{
  self->start = self->view;
}

static void
pinch_cb (RkGraphCanvas *self, double factor, GtkGesture *pinch)
{
  double x, y;

  if (self->drawing == NULL || !gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    return;
  self->fitted = FALSE;
  rk_graph_canvas_look (self, rk_viewport_zoom (self->start, self->start.scale * factor, x, y));
}

static void
released_cb (RkGraphCanvas *self, int n_press, double x, double y)
{
  int node = find_node (self, x, y);
  int edge = node < 0 ? find_edge (self, x, y) : -1;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->drawing == NULL)
    return;
  rk_graph_canvas_stand_on (self, node, edge, FALSE);
  if (n_press == 2 && node >= 0)
    rk_graph_canvas_activate_node (self, (guint) node);
  if (n_press == 2 && edge >= 0)
    rk_graph_canvas_activate_edge (self, (guint) edge);
}

/* --- keys ------------------------------------------------------------------------------------ */

/* The linked node that lies best in a direction, and the edge to it. */
static int
find_along (RkGraphCanvas *self, int dx, int dy, int *edge)
{
  RkGraph *graph = rk_graph_canvas_get_graph (self);
  RkGraphLayout *layout = rk_graph_canvas_get_layout (self);
  const GArray *edges = rk_graph_get_node (graph, (guint) self->node)->edges;
  RkGraphPoint here = rk_graph_layout_get_point (layout, (guint) self->node);
  double best = INFINITY;
  int found = -1;

  for (guint i = 0; i < edges->len; i++)
    {
      guint index = g_array_index (edges, guint, i);
      const RkGraphEdge *e = rk_graph_get_edge (graph, index);
      guint other = e->source == (guint) self->node ? e->target : e->source;
      RkGraphPoint there = rk_graph_layout_get_point (layout, other);
      double along = (there.x - here.x) * dx + (there.y - here.y) * dy;
      double across = fabs ((there.x - here.x) * dy) + fabs ((there.y - here.y) * dx);

      /* within 60° of the direction; what lies off it counts as further away */
      if (along <= 0 || across > along * 1.75 || along + 2 * across >= best)
        continue;
      best = along + 2 * across;
      found = (int) other;
      *edge = (int) index;
    }
  return found;
}

static void
follow (RkGraphCanvas *self, int dx, int dy)
{
  int edge = -1, node;

  if (self->node < 0)
    {
      rk_graph_canvas_stand_on (self, rk_graph_canvas_next (self, -1, 1), -1, TRUE);
      return;
    }
  node = find_along (self, dx, dy, &edge);
  if (node >= 0)
    rk_graph_canvas_stand_on (self, node, edge, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
nudge (RkGraphCanvas *self, int dx, int dy)
{
  RkGraphPoint point;

  if (self->node < 0)
    return;
  point = rk_graph_layout_get_point (rk_graph_canvas_get_layout (self), (guint) self->node);
  point.x += dx * NUDGE;
  point.y += dy * NUDGE;
  rk_graph_canvas_move_node (self, (guint) self->node, point);
  rk_graph_canvas_stand_on (self, self->node, -1, TRUE);
  rk_graph_canvas_say_placed (self);
}

static gboolean
get_direction (guint key, int *dx, int *dy)
{
  *dx = key == GDK_KEY_Right ? 1 : key == GDK_KEY_Left ? -1 : 0;
  *dy = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;
  return *dx != 0 || *dy != 0;
}

static gboolean
key_pressed_cb (RkGraphCanvas *self, guint key, guint code, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  int dx, dy;

  if (self->drawing == NULL || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (get_direction (key, &dx, &dy))
    {
      if (control)
        nudge (self, dx, dy);
      else
        follow (self, dx, dy);
      return GDK_EVENT_STOP;
    }
  if (control || self->node < 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->edge >= 0 && (state & GDK_SHIFT_MASK) != 0)
        rk_graph_canvas_activate_edge (self, (guint) self->edge);
      else
        rk_graph_canvas_activate_node (self, (guint) self->node);
      return GDK_EVENT_STOP;
    case GDK_KEY_space: rk_graph_canvas_choose_node (self, (guint) self->node); return TRUE;
    case GDK_KEY_Home:
      rk_graph_canvas_stand_on (self, rk_graph_canvas_next (self, -1, 1), -1, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      rk_graph_canvas_stand_on (self, rk_graph_canvas_next (self, -1, -1), -1, TRUE);
      return GDK_EVENT_STOP;
    default: return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_changed_cb (RkGraphCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self)); /* the ring */
}

gboolean
rk_graph_canvas_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RkGraphCanvas *self = RK_GRAPH_CANVAS (widget);
  int by = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1, next;

  if (self->drawing == NULL || rk_graph_get_n_nodes (rk_graph_canvas_get_graph (self)) == 0)
    return FALSE;
  if (!gtk_widget_has_focus (widget))
    {
      gtk_widget_grab_focus (widget);
      if (self->node < 0)
        rk_graph_canvas_stand_on (self, rk_graph_canvas_next (self, -1, by), -1, TRUE);
      return TRUE;
    }
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  next = self->node >= 0 ? rk_graph_canvas_next (self, self->node, by) : -1;
  if (next < 0)
    return FALSE;
  rk_graph_canvas_stand_on (self, next, -1, TRUE);
  return TRUE;
}

/* --- menu ------------------------------------------------------------------------------------ */

static GMenuModel *
make_menu (RkGraphCanvas *self)
{
  GMenu *menu = g_menu_new (), *first = g_menu_new (), *moves = g_menu_new ();
  gboolean outside =
      rk_graph_get_node (rk_graph_canvas_get_graph (self), (guint) self->node)->outside;

  if (!outside)
    g_menu_append (first, _ ("Open"), "graph.open");
  g_menu_append (first, _ ("Show the neighbours"), "graph.neighbours");
  g_menu_append (moves, _ ("Move to the left"), "graph.move::left");
  g_menu_append (moves, _ ("Move to the right"), "graph.move::right");
  g_menu_append (moves, _ ("Move up"), "graph.move::up");
  g_menu_append (moves, _ ("Move down"), "graph.move::down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_object_unref (first);
  g_object_unref (moves);
  return G_MENU_MODEL (menu);
}

static void
show_menu (RkGraphCanvas *self)
{
  RkGraphBox box;
  g_autoptr (GMenuModel) model = NULL;
  GdkRectangle at;

  if (self->drawing == NULL || self->node < 0)
    return;
  model = make_menu (self);
  box = rk_graph_layout_get_box (rk_graph_canvas_get_layout (self), (guint) self->node);
  at =
      (GdkRectangle){ (int) ((box.x - self->view.x) * self->view.scale),
                      (int) ((box.y - self->view.y) * self->view.scale),
                      (int) (box.width * self->view.scale), (int) (box.height * self->view.scale) };
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
right_pressed_cb (RkGraphCanvas *self, int n_press, double x, double y)
{
  int node = find_node (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (node < 0)
    return;
  rk_graph_canvas_stand_on (self, node, -1, FALSE);
  show_menu (self);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_menu (RK_GRAPH_CANVAS (widget));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkGraphCanvas *self = RK_GRAPH_CANVAS (widget);

  if (self->node >= 0)
    rk_graph_canvas_activate_node (self, (guint) self->node);
}

static void
neighbours_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkGraphCanvas *self = RK_GRAPH_CANVAS (widget);

  if (self->node >= 0)
    rk_graph_canvas_choose_node (self, (guint) self->node);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *way = g_variant_get_string (parameter, NULL);

  nudge (RK_GRAPH_CANVAS (widget), g_str_equal (way, "right") - g_str_equal (way, "left"),
         g_str_equal (way, "down") - g_str_equal (way, "up"));
}

void
rk_graph_canvas_install_input (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } bindings[] = {
    { GDK_KEY_plus, 0, "graph.zoom-in" },          { GDK_KEY_equal, 0, "graph.zoom-in" },
    { GDK_KEY_KP_Add, 0, "graph.zoom-in" },        { GDK_KEY_minus, 0, "graph.zoom-out" },
    { GDK_KEY_KP_Subtract, 0, "graph.zoom-out" },  { GDK_KEY_0, 0, "graph.zoom-normal" },
    { GDK_KEY_KP_0, 0, "graph.zoom-normal" },      { GDK_KEY_f, 0, "graph.fit" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "graph.menu" }, { GDK_KEY_Menu, 0, "graph.menu" },
  };

  gtk_widget_class_install_action (klass, "graph.menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "graph.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "graph.neighbours", NULL, neighbours_action);
  gtk_widget_class_install_action (klass, "graph.move", "s", move_action);
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (klass, bindings[i].key, bindings[i].modifiers,
                                         bindings[i].action, NULL);
}

void
rk_graph_canvas_add_controllers (RkGraphCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *right = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (right, "pressed", G_CALLBACK (right_pressed_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (right));
}
