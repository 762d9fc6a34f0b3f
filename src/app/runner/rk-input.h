/* SPDX-License-Identifier: EUPL-1.2 */
/* Which control fits a leaf. */
#pragma once

#include "rk-autosave.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A widget that implements RkQuestionWidget: (transfer floating). */
GtkWidget *rk_input_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
