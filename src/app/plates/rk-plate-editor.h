/* SPDX-License-Identifier: EUPL-1.2 */
/* Making a plate of one's own, or changing it: a name, and the reference components to show. The
 * program lays it out; beside the choice one sees what it becomes. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_PLATE_EDITOR (rk_plate_editor_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateEditor, rk_plate_editor, RK, PLATE_EDITOR, AdwBin)

/* @id: (nullable): the record; NULL: a new plate. */
GtkWidget *rk_plate_editor_new (RkStore *store, const char *id);

G_END_DECLS
