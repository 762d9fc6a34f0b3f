/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The interfaces of one application: a small diagram of what it is linked with, and each of them in
 * a list. */
GtkWidget *rk_neighbours_new (RkStore *store, const char *application);

G_END_DECLS
