/* SPDX-License-Identifier: EUPL-1.2 */
/* Pointer, touch and keys on the canvas. */
#include "config.h"
#include "rk-plate-canvas-private.h"

#include <math.h>

#define NOTCH 1.2       /* of the scale, for one notch of the wheel */
#define NOTCH_PIXELS 64 /* that one notch pans */
#define PAGE 0.8        /* of the view, for Page Up and Page Down */

static int
hit (RkPlateCanvas *self, double x, double y)
{
  int box;

  if (self->drawing == NULL)
    return -1;
  box = rk_plate_drawing_hit (self->drawing, self->view.x + x / self->view.scale,
                              self->view.y + y / self->view.scale);
  if (box >= 0 && rk_plate_drawing_get_box (self->drawing, (guint) box)->kind == RK_PLATE_BOX_NOTE)
    return -1;
  return box;
}

static void
pan (RkPlateCanvas *self, double dx, double dy)
{
  RkViewport view = self->view;

  view.x += dx / view.scale;
  view.y += dy / view.scale;
  self->fitted = FALSE;
  adw_animation_pause (self->animation);
  rk_plate_canvas_look (self, view);
}

/* --- pointer --------------------------------------------------------------------------------- */

static void
motion_cb (RkPlateCanvas *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hit (self, x, y) >= 0 ? "pointer" : NULL);
}

static gboolean
scroll_cb (RkPlateCanvas *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  double length = wheel ? NOTCH_PIXELS : 1;
  RkViewport goal;

  if (self->drawing == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) == 0)
    {
      pan (self, dx * length, dy * length);
      return GDK_EVENT_STOP;
    }
  goal = rk_plate_canvas_get_goal (self);
  goal = rk_viewport_zoom (goal, goal.scale * pow (NOTCH, wheel ? -dy : -dy / NOTCH_PIXELS),
                           self->pointer_x, self->pointer_y);
  self->fitted = FALSE;
  if (wheel)
    rk_plate_canvas_go (self, goal);
  else
    rk_plate_canvas_look (self, goal);
  return GDK_EVENT_STOP;
}

static void
drag_begin_cb (RkPlateCanvas *self)
{
  adw_animation_pause (self->animation);
  self->start = self->view;
}

static void
drag_update_cb (RkPlateCanvas *self, double dx, double dy, GtkGestureDrag *drag)
{
  RkViewport view = self->start;
  GtkEventSequenceState state =
      gtk_gesture_get_sequence_state (GTK_GESTURE (drag),
                                      gtk_gesture_get_last_updated_sequence (GTK_GESTURE (drag)));

  if (state != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }
  view.x -= dx / view.scale;
  view.y -= dy / view.scale;
  self->fitted = FALSE;
  rk_plate_canvas_look (self, view);
}

static void
drag_end_cb (RkPlateCanvas *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
pinch_begin_cb (RkPlateCanvas *self)
{
  adw_animation_pause (self->animation);
  self->start = self->view;
}

static void
pinch_cb (RkPlateCanvas *self, double factor, GtkGesture *pinch)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    return;
  self->fitted = FALSE;
  rk_plate_canvas_look (self, rk_viewport_zoom (self->start, self->start.scale * factor, x, y));
}

static void
released_cb (RkPlateCanvas *self, int n_press, double x, double y, GtkGesture *click)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  int box = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  rk_plate_canvas_stand_on (self, box, FALSE);
  if (box >= 0)
    rk_plate_canvas_activate_box (self, (guint) box,
                                  n_press == 2 || (state & GDK_CONTROL_MASK) != 0);
}

/* --- keys ------------------------------------------------------------------------------------ */

static void
step (RkPlateCanvas *self, int dx, int dy)
{
  rk_plate_canvas_stand_on (self, rk_plate_drawing_step (self->drawing, self->box, dx, dy), TRUE);
}

static void
page (RkPlateCanvas *self, int dy)
{
  pan (self, 0, dy * PAGE * gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
key_pressed_cb (RkPlateCanvas *self, guint key, guint code, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (self->drawing == NULL || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->box >= 0)
        rk_plate_canvas_activate_box (self, (guint) self->box, control);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->box < 0)
        return GDK_EVENT_PROPAGATE;
      rk_plate_canvas_stand_on (self, -1, FALSE);
      return GDK_EVENT_STOP;
    default: break;
    }
  if (control)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left: step (self, -1, 0); break;
    case GDK_KEY_Right: step (self, 1, 0); break;
    case GDK_KEY_Up: step (self, 0, -1); break;
    case GDK_KEY_Down: step (self, 0, 1); break;
    case GDK_KEY_Home:
      rk_plate_canvas_stand_on (self, rk_plate_drawing_next (self->drawing, -1, 1), TRUE);
      break;
    case GDK_KEY_End:
      rk_plate_canvas_stand_on (self, rk_plate_drawing_next (self->drawing, -1, -1), TRUE);
      break;
    case GDK_KEY_Page_Up: page (self, -1); break;
    case GDK_KEY_Page_Down: page (self, 1); break;
    default: return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

static void
focus_changed_cb (RkPlateCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self)); /* the ring */
}

gboolean
rk_plate_canvas_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RkPlateCanvas *self = RK_PLATE_CANVAS (widget);
  int by = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1, next;

  if (self->drawing == NULL)
    return FALSE;
  if (!gtk_widget_has_focus (widget))
    {
      gtk_widget_grab_focus (widget);
      if (self->box < 0)
        rk_plate_canvas_stand_on (self, rk_plate_drawing_next (self->drawing, -1, by), FALSE);
      return TRUE;
    }
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (self->box < 0)
    return FALSE;
  next = rk_plate_drawing_next (self->drawing, self->box, by);
  if (next < 0)
    return FALSE;
  rk_plate_canvas_stand_on (self, next, TRUE);
  return TRUE;
}

void
rk_plate_canvas_add_bindings (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    const char *action;
  } bindings[] = {
    { GDK_KEY_plus, "plate.zoom-in" },         { GDK_KEY_equal, "plate.zoom-in" },
    { GDK_KEY_KP_Add, "plate.zoom-in" },       { GDK_KEY_minus, "plate.zoom-out" },
    { GDK_KEY_KP_Subtract, "plate.zoom-out" }, { GDK_KEY_0, "plate.zoom-normal" },
    { GDK_KEY_KP_0, "plate.zoom-normal" },     { GDK_KEY_f, "plate.fit" },
    { GDK_KEY_l, "plate.next-lens" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (klass, bindings[i].key, 0, bindings[i].action, NULL);
}

void
rk_plate_canvas_add_controllers (RkPlateCanvas *self)
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

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0); /* also the middle one */
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "notify::is-focus", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
