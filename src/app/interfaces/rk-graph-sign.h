/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-graph.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of the legend: a piece of the line, its word, and how many there are. */
GtkWidget *rk_graph_sign_new (RkLandInterfaceType type, guint count);

G_END_DECLS
