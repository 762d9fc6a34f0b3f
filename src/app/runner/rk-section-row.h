/* SPDX-License-Identifier: EUPL-1.2 */
/* One section in the side pane: ring, title, how many questions are answered. */
#pragma once

#include "rk-question.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_SECTION_ROW (rk_section_row_get_type ())
G_DECLARE_FINAL_TYPE (RkSectionRow, rk_section_row, RK, SECTION_ROW, GtkListBoxRow)

GtkWidget *rk_section_row_new (RkSection *section);
RkSection *rk_section_row_get_section (RkSectionRow *self);
/* "7 of 10", "8 of 8 · done": (transfer full). */
char *rk_section_dup_progress (RkSection *section);

G_END_DECLS
