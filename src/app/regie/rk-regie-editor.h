/* SPDX-License-Identifier: EUPL-1.2 */
/* How much control there is over one application: the score in three layers, the next step, and the
 * fifteen questions. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_REGIE_EDITOR (rk_regie_editor_get_type ())
G_DECLARE_FINAL_TYPE (RkRegieEditor, rk_regie_editor, RK, REGIE_EDITOR, AdwBin)

/* Without a scroller of its own. */
GtkWidget *rk_regie_editor_new (RkStore *store, const char *application);

G_END_DECLS
