/* SPDX-License-Identifier: EUPL-1.2 */
/* The notation of ArchiMate: what the box of a type of concept looks like. */
#pragma once

#include "rk-pen.h"

G_BEGIN_DECLS

typedef enum
{
  RK_OUTLINE_SQUARE,   /* structure */
  RK_OUTLINE_ROUND,    /* behaviour */
  RK_OUTLINE_CUT,      /* motivation: cut corners */
  RK_OUTLINE_GROUP,    /* dashed, with a tab */
  RK_OUTLINE_JUNCTION, /* a dot */
  RK_OUTLINE_CIRCLE    /* an open dot */
} RkOutline;

/* @type (nullable): "ApplicationComponent". */
RkOutline rk_symbol_get_outline (const char *type);
/* The fill that tools give to a type when the file says nothing. */
guint32 rk_symbol_get_fill (const char *type);
/* The little sign of the type within the square at (x, y). */
void rk_symbol_paint (RkPen *pen, const char *type, double x, double y, double size, guint32 rgb);

G_END_DECLS
