/* SPDX-License-Identifier: EUPL-1.2 */
/* A plate with the applications of a landscape on it, as one lens shows them.
 *
 * Boxes, chips and legend are worked out when it is made, the lines of a text when it comes in
 * sight for the first time; after that, drawing only paints. The same drawing gives screen, PDF,
 * PNG (cairo) and SVG. Its unit is that of the model; (0, 0) is the left top of the plate. */
#pragma once

#include "rk-architecture.h"
#include "rk-landscape.h"
#include "rk-lens.h"
#include "rk-regie.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum
{
  RK_PLATE_NOW,       /* the landscape */
  RK_PLATE_THEN,      /* the other landscape */
  RK_PLATE_DIFFERENCE /* what comes, goes and changes between them; has a legend of its own */
} RkPlateMoment;

typedef struct
{
  RkLens lens;
  RkPlateMoment moment;
  RkLandscape *landscape;      /* (nullable): no applications at all */
  RkLandscape *then;           /* (nullable): needed unless @moment is RK_PLATE_NOW */
  const char *const *scope;    /* (nullable): keys in scope; other components fade */
  const RkRegieScheme *scheme; /* (nullable): where the bands of control begin; the usual ones */
  gboolean own_colours;        /* as the file draws it, without applications */
  gboolean links;              /* looks up the web pages of concepts in the store, for an export */
} RkPlateOptions;

typedef enum
{
  RK_PLATE_BOX_COMPONENT, /* a reference component: has chips, or is a gap */
  RK_PLATE_BOX_HOLDER,    /* holds components, directly or deeper */
  RK_PLATE_BOX_ELEMENT,   /* any other concept of the model */
  RK_PLATE_BOX_NOTE,      /* text, nothing of the model */
  RK_PLATE_BOX_VIEW       /* leads to another plate (@view) */
} RkPlateBoxKind;

/* An application in a box. */
typedef struct
{
  const char *application; /* id of the record */
  const char *name;
  guint row;         /* of the legend */
  const char *value; /* what the lens says beyond the letter: "42", "7 months"; "" for nothing */
} RkPlateChip;

typedef struct
{
  RkPlateBoxKind kind;
  cairo_rectangle_t bounds;
  int parent; /* index, -1 on the plate */
  int depth;
  const char *id;   /* of the node in the file */
  const char *key;  /* of the concept (nullable) */
  const char *type; /* ArchiMate type of the concept (nullable) */
  const char *name;
  const char *definition; /* (nullable) */
  const char *view;       /* id of the view that it leads to (nullable) */
  const RkPlateChip *chips;
  guint n_chips;
  guint n_in_use; /* of a holder: places within */
  gboolean in_scope;
  gboolean gap;     /* a component in scope without application */
  gboolean overlap; /* two or more different products in use */
} RkPlateBox;

#define RK_TYPE_PLATE_DRAWING (rk_plate_drawing_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateDrawing, rk_plate_drawing, RK, PLATE_DRAWING, GObject)

/**
 * rk_plate_drawing_new:
 * @view: as rk_architecture_load_view () gave it; the drawing keeps a reference
 * @architecture: (nullable): where standards and building blocks of a component are found
 * @options: copied
 *
 * Returns: (transfer full): may be made, drawn and exported in any thread, in one at a time
 */
RkPlateDrawing *rk_plate_drawing_new (RkView *view, RkArchitecture *architecture,
                                      const RkPlateOptions *options);

RkView *rk_plate_drawing_get_view (RkPlateDrawing *self);
RkLens rk_plate_drawing_get_lens (RkPlateDrawing *self);
/* What everything on it lies in; need not begin at (0, 0). */
void rk_plate_drawing_get_extents (RkPlateDrawing *self, cairo_rectangle_t *extents);
/* In the order of painting: what stands in a box comes after it. */
guint rk_plate_drawing_get_n_boxes (RkPlateDrawing *self);
const RkPlateBox *rk_plate_drawing_get_box (RkPlateDrawing *self, guint box);
/* Rows of the lens with the unknown last, then gaps and overlaps. @n may not be NULL. */
const RkLegendRow *rk_plate_drawing_get_legend (RkPlateDrawing *self, guint *n);
guint rk_plate_drawing_get_n_components (RkPlateDrawing *self);
/* How many of them have at least one application in use. */
guint rk_plate_drawing_get_n_covered (RkPlateDrawing *self);

/* --- drawing --------------------------------------------------------------------------------- */

/* Below these a chip is a square with its letter, and a box only the colour of its worst row. */
#define RK_PLATE_SCALE_LETTERS 0.6
#define RK_PLATE_SCALE_FILLS 0.3

typedef struct
{
  RkPalette palette;
  double scale;            /* pixels to a unit: decides how much detail is drawn; 0 is all */
  int focus;               /* box with the ring around it, or -1 */
  guint64 rows;            /* bit per row of the legend to show; 0: all. What is not shown fades */
  const gboolean *matches; /* (nullable): per box; the others fade to 30 % */
} RkPlateState;

/* @cr: a unit of the plate is a unit of its user space; draws what its clip lets through. A plate
 * with more than 2000 applications has chips on the screen only in the box with the focus. */
void rk_plate_drawing_draw (RkPlateDrawing *self, cairo_t *cr, const RkPlateState *state);
/* Only filled boxes: for thumbnails and the small map. */
void rk_plate_drawing_draw_map (RkPlateDrawing *self, cairo_t *cr, RkPalette palette);

/* --- finding --------------------------------------------------------------------------------- */

/* The innermost box at a point of the plate, or -1. */
int rk_plate_drawing_hit (RkPlateDrawing *self, double x, double y);
/* The chip of @box at that point, as it is drawn in full detail: (nullable). */
const RkPlateChip *rk_plate_drawing_hit_chip (RkPlateDrawing *self, guint box, double x, double y);
/* The nearest component (of a plate without: any box) in a direction: @dx, @dy are -1, 0 or 1. From
 * -1: the first. Stays where it is when there is none. */
int rk_plate_drawing_step (RkPlateDrawing *self, int from, int dx, int dy);
/* The next one in reading order, @by 1 or -1; -1 past the end. */
int rk_plate_drawing_next (RkPlateDrawing *self, int from, int by);
/* Boxes whose name, or the name of an application in them, holds @text: in reading order, ints. */
GArray *rk_plate_drawing_search (RkPlateDrawing *self, const char *text);
/* "Point of sale, overlap, 2 applications in use: KassaPlus, Kassa Zwembad. Box 5 of 28": what a
 * screen reader says. (transfer full) */
char *rk_plate_drawing_describe (RkPlateDrawing *self, guint box);

G_END_DECLS
