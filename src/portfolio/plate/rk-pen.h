/* SPDX-License-Identifier: EUPL-1.2 */
/* What a plate is drawn with: a few shapes and text. One pen draws with cairo (screen, PDF, PNG),
 * the other writes SVG; the plate does not know which it holds. */
#pragma once

#include "rk-colour.h"
#include "rk-typesetter.h"

G_BEGIN_DECLS

typedef enum
{
  RK_DASH_NONE,
  RK_DASH_GAP,     /* a component without application */
  RK_DASH_UNKNOWN, /* the border of an unknown chip */
  RK_DASH_LINE,    /* a dashed relation */
  RK_DASH_DOTS     /* a dotted relation */
} RkDash;

typedef struct
{
  double x, y;
} RkPoint;

/* A rectangle, or the lines through @points when there are any. */
typedef struct
{
  cairo_rectangle_t box;
  double radius;
  const RkPoint *points;
  guint n_points;
  gboolean closed;

  gboolean has_fill;
  guint32 fill;
  RkPattern pattern; /* over the fill */
  guint32 signs;
  double signs_alpha;
  double line; /* width; 0: no line */
  guint32 colour;
  RkDash dash;
} RkShape;

/* What belongs together and leads somewhere. */
typedef struct
{
  const char *id;         /* (nullable): unique in the drawing */
  const char *class;      /* (nullable): what it is, in SVG */
  const char *title;      /* (nullable): shown when pointed at */
  const char *link;       /* (nullable): "#id" within the drawing, or an address */
  cairo_rectangle_t area; /* of the link */
  double alpha;           /* of everything in it */
} RkPenGroup;

typedef struct _RkPen RkPen;

typedef struct
{
  void (*begin) (RkPen *pen, const RkPenGroup *group);
  void (*end) (RkPen *pen);
  void (*shape) (RkPen *pen, const RkShape *shape);
  void (*text) (RkPen *pen, const RkTextBlock *block, double x, double y, double anchor,
                guint32 rgb);
  void (*move) (RkPen *pen, double x, double y, double scale); /* until the next end */
} RkPenClass;

struct _RkPen
{
  const RkPenClass *class;
  gboolean annotated; /* has a use for ids, titles and links */
};

static inline void
rk_pen_begin (RkPen *pen, const RkPenGroup *group)
{
  pen->class->begin (pen, group);
}

static inline void
rk_pen_end (RkPen *pen)
{
  pen->class->end (pen);
}

static inline void
rk_pen_shape (RkPen *pen, const RkShape *shape)
{
  pen->class->shape (pen, shape);
}

static inline void
rk_pen_text (RkPen *pen, const RkTextBlock *block, double x, double y, double anchor, guint32 rgb)
{
  pen->class->text (pen, block, x, y, anchor, rgb);
}

/* A group that stands elsewhere and has another size. */
static inline void
rk_pen_move (RkPen *pen, double x, double y, double scale)
{
  pen->class->move (pen, x, y, scale);
}

/* Lengths of line and blank of @dash; how many there are. */
guint rk_dash_get (RkDash dash, double lengths[4]);

/* Draws on @cr. With @links the groups become links of a PDF. (transfer full) */
RkPen *rk_cairo_pen_new (cairo_t *cr, gboolean links);
void rk_cairo_pen_free (RkPen *pen);

/* Appends to @out, without the outer element. @patterns of what was used go into <defs>, see
 * rk_svg_pen_write_patterns(). (transfer full) */
RkPen *rk_svg_pen_new (GString *out);
void rk_svg_pen_free (RkPen *pen);
/* The definitions of the patterns that were drawn with, for <defs>. */
void rk_svg_pen_write_patterns (RkPen *pen, GString *out);
/* @text as the content of an element or an attribute: what XML does not allow is left out. */
void rk_svg_append_text (GString *out, const char *text);

G_END_DECLS
