/* SPDX-License-Identifier: EUPL-1.2 */
/* Chooses the earlier responses that stand beside the own one. */
#pragma once

#include "rk-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_COMPARE_BUTTON (rk_compare_button_get_type ())
G_DECLARE_FINAL_TYPE (RkCompareButton, rk_compare_button, RK, COMPARE_BUTTON, GtkWidget)

/* Signal "compared" (RkCompareButton *self, const char *problem): after the list closed and the
 * choice has changed; @problem (nullable) says what could not be opened. */
GtkWidget *rk_compare_button_new (RkComparison *comparison);

G_END_DECLS
