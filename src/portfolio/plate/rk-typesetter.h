/* SPDX-License-Identifier: EUPL-1.2 */
/* Text in lines, worked out once and drawn often: in a plate's own units, without hinting, so that
 * every zoom, PDF and SVG break the lines at the same words. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The fonts of every plate, first choice first; SVG names the same. */
#define RK_TYPE_FAMILIES "Cantarell,Noto Sans,DejaVu Sans,Sans"

typedef enum
{
  RK_TYPE_PLAIN = 0,
  RK_TYPE_BOLD = 1 << 0,
  RK_TYPE_ITALIC = 1 << 1
} RkTypeFlags;

typedef struct
{
  char *text; /* of this line, with the ellipsis that it may end in */
  double width;
  PangoLayout *layout;
} RkTextLine;

typedef struct
{
  RkTypeFlags flags;
  double size;
  double width;    /* of the widest line */
  double height;   /* of all lines */
  double baseline; /* of the first line, from the top */
  double leading;  /* from line to line */
  gboolean cut;    /* not all of the text is in it */
  gboolean torn;   /* a line ends within a word */
  guint n_lines;
  RkTextLine *lines;
} RkTextBlock;

typedef struct _RkTypesetter RkTypesetter;

RkTypesetter *rk_typesetter_new (void);
void rk_typesetter_free (RkTypesetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkTypesetter, rk_typesetter_free)

/* @text in at most @max_lines lines of @width; what does not fit ends in an ellipsis. Without lines
 * when not even that fits. Equal questions give the same block: (transfer none). */
const RkTextBlock *rk_typesetter_set (RkTypesetter *self, const char *text, double size,
                                      RkTypeFlags flags, double width, guint max_lines);

/* Draws with the source of @cr; every line starts at @x when @anchor is 0, has its middle there at
 * 0.5 and ends there at 1. @y is the top. */
void rk_text_block_draw (const RkTextBlock *block, cairo_t *cr, double x, double y, double anchor);

G_END_DECLS
