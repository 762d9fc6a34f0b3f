/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-marks.h"
#include "rk-pen.h"
#include "rk-plate-drawing.h"

G_BEGIN_DECLS

/* How much is drawn. */
typedef enum
{
  RK_DETAIL_ALL,
  RK_DETAIL_LETTERS,
  RK_DETAIL_FILLS,
  RK_N_DETAILS
} RkDetail;

typedef struct
{
  cairo_rectangle_t box;
  const RkTextBlock *name;
  const RkTextBlock *value; /* (nullable) */
  double share;             /* drawn as a bar after the value, or -1 */
  double tail;              /* width of the pattern at the end */
} RkChipPlace;

typedef struct
{
  const RkTextBlock *block; /* (nullable) */
  double x, y, anchor;
} RkPlacedText;

/* A box with everything that was worked out about it. */
typedef struct
{
  RkPlateBox box;
  const RkViewNode *node;
  guint placed; /* bit per detail: what follows was worked out for it */
  RkPlacedText labels[RK_N_DETAILS];
  double bottom;          /* of what is not taken by boxes within */
  RkPlacedText note;      /* count of a holder, "no application", "5 applications" */
  RkPlacedText badge;     /* of an overlap */
  cairo_rectangle_t free; /* where chips may stand */
  RkChipPlace *chips;     /* NULL: they do not fit, a bar takes their place */
  cairo_rectangle_t bar;  /* height 0: none */
  guint worst;            /* row of the legend */
  gboolean has_children;
  const char *address; /* (nullable): web page of the concept */
} RkBox;

/* A connection as it is drawn. */
typedef struct
{
  const RkViewConnection *connection;
  RkPoint *points;
  guint n_points; /* 0: an end is nowhere */
  RkPlacedText name;
  cairo_rectangle_t extents;
} RkRoute;

struct _RkPlateDrawing
{
  GObject parent_instance;
  RkView *view;
  RkArchitecture *architecture;
  RkPlateOptions options;
  GHashTable *scope; /* (nullable): keys */
  GStringChunk *texts;
  RkMarks *marks;
  RkTypesetter *typesetter;
  GArray *boxes;             /* RkBox */
  GArray *routes;            /* RkRoute */
  GArray *chips;             /* RkPlateChip of all boxes */
  GArray *order;             /* guint: boxes that keys go to, as one reads; made when first asked */
  cairo_rectangle_t extents; /* of everything */
  guint n_components;
  guint n_covered;
  gboolean own_colours; /* asked for, or there is no component on it */
};

static inline RkBox *
rk_plate_box (RkPlateDrawing *self, guint i)
{
  return &g_array_index (self->boxes, RkBox, i);
}

/* More than the eye, and a frame, can hold: on the screen only the box with the focus has chips. */
#define RK_PLATE_CROWDED 2000

static inline gboolean
rk_plate_is_crowded (RkPlateDrawing *self)
{
  return self->chips->len > RK_PLATE_CROWDED;
}

/* Works out where the texts and chips of @box stand at that detail, unless that was done. */
void rk_plate_place (RkPlateDrawing *self, guint box, RkDetail detail);
/* Works out the routes of the connections. */
void rk_plate_route (RkPlateDrawing *self);
void rk_plate_paint_route (RkPlateDrawing *self, RkPen *pen, const RkPlateState *state,
                           const RkRoute *route);
/* Paints what lies in @clip. */
void rk_plate_paint (RkPlateDrawing *self, RkPen *pen, const RkPlateState *state,
                     const cairo_rectangle_t *clip);
/* The box @i in the colours of its file. */
void rk_plate_paint_own (RkPlateDrawing *self, RkPen *pen, const RkPlateState *state, guint i);
/* The square with a letter before the words of a chip or a row of the legend. */
void rk_plate_paint_sign (RkTypesetter *typesetter, RkPen *pen, RkPalette palette,
                          const RkLegendRow *row, double x, double y, double size);
/* A small chip without a name: what stands before a row of the legend. */
void rk_plate_paint_swatch (RkTypesetter *typesetter, RkPen *pen, RkPalette palette,
                            const RkLegendRow *row, cairo_rectangle_t box);

G_END_DECLS
