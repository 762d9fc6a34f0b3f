/* SPDX-License-Identifier: EUPL-1.2 */
/* What an empty page, or one that cannot be shown, says: why, and the first step. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_EMPTY (rk_empty_get_type ())
G_DECLARE_FINAL_TYPE (RkEmpty, rk_empty, RK, EMPTY, AdwBin)

/* Properties icon-name, title, description, button-label, button-action (detailed), link-label and
 * link-action (detailed); without a label a button is not there. */
GtkWidget *rk_empty_new (const char *icon_name, const char *title, const char *description);
void rk_empty_set_button (RkEmpty *self, const char *label, const char *detailed_action);
void rk_empty_set_link (RkEmpty *self, const char *label, const char *detailed_action);
/* The technical cause, folded away under «Details», to select and copy; NULL: none. */
void rk_empty_set_details (RkEmpty *self, const char *text);

G_END_DECLS
