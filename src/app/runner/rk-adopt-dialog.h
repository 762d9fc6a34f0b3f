/* SPDX-License-Identifier: EUPL-1.2 */
/* Taking over the answers of an earlier response: which one, what would be taken, what no longer
 * fits; and then, on one button. */
#pragma once

#include "rk-response.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_ADOPT_DIALOG (rk_adopt_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RkAdoptDialog, rk_adopt_dialog, RK, ADOPT_DIALOG, AdwWindow)

/* Shows it over the window of @from, for the response @id. Without an earlier response it says so.
 */
void rk_adopt_dialog_present (GtkWidget *from, RkStore *store, const char *id);

G_END_DECLS
