/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the canvas share. */
#pragma once

#include "rk-plate-canvas.h"
#include "rk-plate-tiles.h"

G_BEGIN_DECLS

/* Air around a box that is brought into view, and past the edge of the plate. */
#define RK_PLATE_AIR 24

struct _RkPlateCanvas
{
  GtkWidget parent_instance;
  RkPlateDrawing *drawing; /* (nullable) */
  RkPlateTiles *tiles;
  RkViewport view;     /* what is shown */
  RkViewport from, to; /* where the animation comes from and goes to */
  AdwAnimation *animation;
  gboolean centred; /* the middle of the view is at (@middle_x, @middle_y) when it gets a size */
  double middle_x, middle_y;
  gboolean fitted;   /* the whole plate, also after a resize */
  gboolean zooming;  /* the scale is changing: no new tiles */
  guint settle;      /* when it has stopped */
  guint tell;        /* what one sees changed with the size */
  guint tick;        /* more tiles in the next frame */
  int box;           /* -1: none */
  guint64 rows;      /* of the legend that are shown; 0: all */
  gboolean *matches; /* (nullable): per box */
  double pointer_x, pointer_y;
  RkViewport start; /* of a drag or a pinch */
};

void rk_plate_canvas_add_controllers (RkPlateCanvas *self);
void rk_plate_canvas_add_bindings (GtkWidgetClass *klass);
/* Keyboard focus goes on to the next box before it leaves. */
gboolean rk_plate_canvas_move_focus (GtkWidget *widget, GtkDirectionType direction);
/* Shows @view at once. */
void rk_plate_canvas_look (RkPlateCanvas *self, RkViewport view);
/* Goes to @view, quickly but to be followed by the eye. */
void rk_plate_canvas_go (RkPlateCanvas *self, RkViewport view);
/* Where one is, or is going to. */
RkViewport rk_plate_canvas_get_goal (RkPlateCanvas *self);
void rk_plate_canvas_activate_box (RkPlateCanvas *self, guint box, gboolean record);
/* @reveal: brings it into view. */
void rk_plate_canvas_stand_on (RkPlateCanvas *self, int box, gboolean reveal);

G_END_DECLS
