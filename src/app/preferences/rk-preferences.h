/* SPDX-License-Identifier: EUPL-1.2 */
/* What one can set: the look, the administration, its people; and what one can see: the scores of
 * the questionnaires, and where the data is. */
#pragma once

#include "rk-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @store: (nullable): without a workspace only the general page is there. Changes apply at once. */
void rk_preferences_show (GtkWindow *parent, RkStore *store);

G_END_DECLS
