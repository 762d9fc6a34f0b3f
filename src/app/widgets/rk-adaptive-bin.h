/* SPDX-License-Identifier: EUPL-1.2 */
/* A container that knows how wide it is, in the words of the interface specification.
 *
 * The size class follows from the width given, divided by the text scale, so that a window of 1280
 * at 200 % text behaves as one of 640. The class is a property to bind to and a CSS class (s, m, l,
 * xl) on the widget. It changes in an idle: never in the middle of a layout. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  RK_SIZE_S, /* below 600 */
  RK_SIZE_M, /* below 900 */
  RK_SIZE_L, /* below 1400 */
  RK_SIZE_XL
} RkSizeClass;

#define RK_TYPE_SIZE_CLASS (rk_size_class_get_type ())
GType rk_size_class_get_type (void);

#define RK_TYPE_ADAPTIVE_BIN (rk_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (RkAdaptiveBin, rk_adaptive_bin, RK, ADAPTIVE_BIN, GtkWidget)

GtkWidget *rk_adaptive_bin_new (void);
/* Property "child". */
void rk_adaptive_bin_set_child (RkAdaptiveBin *self, GtkWidget *child);
GtkWidget *rk_adaptive_bin_get_child (RkAdaptiveBin *self);
/* Property "size-class". Property "narrow" is TRUE at S, "compact" at S and M: for .ui files. */
RkSizeClass rk_adaptive_bin_get_size_class (RkAdaptiveBin *self);
/* The class for a width at a text scale. */
RkSizeClass rk_size_class_for_width (int width, double text_scale);

G_END_DECLS
