/* SPDX-License-Identifier: EUPL-1.2 */
/* What a person sees first: set up one's own administration, look at the example, or open a file.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_WELCOME_PAGE (rk_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (RkWelcomePage, rk_welcome_page, RK, WELCOME_PAGE, AdwBin)

/* The page asks the window: win.set-up((ssss)) with name, type, NIS code and KBO number,
 * win.open-example and win.open-workspace. */
GtkWidget *rk_welcome_page_new (void);

G_END_DECLS
