/* SPDX-License-Identifier: EUPL-1.2 */
/* The choices of a question as buttons: with their pictures and free texts, arranged as the form
 * says, and with what was chosen but is no longer on offer. */
#pragma once

#include "rk-autosave.h"
#include "rk-choice-look.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_CHOICE_ROWS (rk_choice_rows_get_type ())
G_DECLARE_FINAL_TYPE (RkChoiceRows, rk_choice_rows, RK, CHOICE_ROWS, AdwBin)

typedef enum
{
  RK_ROWS_RADIO,  /* one of them; one tab stop */
  RK_ROWS_CHECK,  /* some of them */
  RK_ROWS_CHOSEN, /* some of many: only those that are chosen */
} RkRowsKind;

/* Keeps up with the choices of @node by itself, with its value through rk_choice_rows_update(). */
GtkWidget *rk_choice_rows_new (RkAutosave *autosave, RkFormNode *node, RkRowsKind kind);
void rk_choice_rows_update (RkChoiceRows *self);
/* The values that are on, in form order: (transfer full). */
char *rk_choice_rows_dup_chosen (RkChoiceRows *self);
/* The button of the 0-based choice: (nullable). */
GtkWidget *rk_choice_rows_get_button (RkChoiceRows *self, guint index);
/* The button with the focus: (nullable). */
GtkWidget *rk_choice_rows_get_focused (RkChoiceRows *self);
gboolean rk_choice_rows_focus (RkChoiceRows *self);
/* The points of a scale stand one under the other where it is narrow. */
void rk_choice_rows_set_narrow (RkChoiceRows *self, gboolean narrow);
/* Whether the choices are the points of a scale, which digits choose. */
gboolean rk_choice_rows_is_scale (RkChoiceRows *self);
RkChoiceLook rk_choice_rows_get_look (RkChoiceRows *self);
/* What carries the name of the group. */
GtkAccessible *rk_choice_rows_get_accessible (RkChoiceRows *self);

/* Signals: "toggled" (RkChoiceRows *self, GtkCheckButton *button): a person switched it. "clicked"
 * (RkChoiceRows *self, GtkCheckButton *button): with the pointer, whether it switched or not. */

G_END_DECLS
