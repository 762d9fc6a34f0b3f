/* SPDX-License-Identifier: EUPL-1.2 */
/* The sign of a status: a small square with a letter and a pattern, and the word beside it. */
#pragma once

#include "rk-lifecycle.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_STATUS_CHIP (rk_status_chip_get_type ())
G_DECLARE_FINAL_TYPE (RkStatusChip, rk_status_chip, RK, STATUS_CHIP, GtkWidget)

/* @with_word: FALSE for a square alone; the word is the accessible name either way. */
GtkWidget *rk_status_chip_new (gboolean with_word);
void rk_status_chip_set_status (RkStatusChip *self, RkLifecycle status);

G_END_DECLS
