/* SPDX-License-Identifier: EUPL-1.2 */
/* The questions about control of one application as a page of their own. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *rk_regie_page_new (RkStore *store, const char *application);
/* @content (transfer floating) in a page: a scroller, a clamp of 960 and margins. */
GtkWidget *rk_regie_wrap_page (GtkWidget *content);

G_END_DECLS
