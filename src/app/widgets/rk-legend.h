/* SPDX-License-Identifier: EUPL-1.2 */
/* The signs of a chart and what they mean. */
#pragma once

#include "rk-ink.h"

G_BEGIN_DECLS

typedef enum
{
  RK_SIGN_BAR,    /* a piece of bar in the colour of the series */
  RK_SIGN_POINT,  /* the point of the series */
  RK_SIGN_LINE,   /* line and point of the series */
  RK_SIGN_UNKNOWN /* hatched box */
} RkSign;

/* A sign and its words. */
GtkWidget *rk_legend_item_new (RkSign sign, guint series, const char *label);

G_END_DECLS
