/* SPDX-License-Identifier: EUPL-1.2 */
/* A label with the Markdown of a form. A link opens outside, after its address was shown. */
#pragma once

#include "rk-question.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rk_rich_label_show (GtkLabel *label, const char *markdown);
/* The label of @question without Markdown, for lists and titles: (transfer full). */
char *rk_rich_label_dup_words (RkQuestion *question);

G_END_DECLS
