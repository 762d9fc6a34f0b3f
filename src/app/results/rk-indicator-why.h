/* SPDX-License-Identifier: EUPL-1.2 */
/* Why an indicator is what it is, and the pieces that every such explanation is built of. */
#pragma once

#include "rk-results.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of text that wraps; @css_class: (nullable). */
GtkWidget *rk_why_label_new (const char *text, const char *css_class);
/* A card under a heading. */
GtkWidget *rk_why_card_new (const char *label);

/* Puts into @content: name and value of @indicator, the questions that it is made of, each with a
 * way to it in the response @response_id, and in words what is missing. */
void rk_indicator_why_fill (GtkBox *content, const RkIndicator *indicator, const char *response_id);

G_END_DECLS
