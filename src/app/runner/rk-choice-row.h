/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows to choose from: a radio or check button whose whole row reacts and whose label wraps. */
#pragma once

#include "rk-form-node.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row for @choice; the button carries the choice's value. @radio: what it is called; the caller
 * groups the radios. @picture: (nullable): stands before the words. */
GtkWidget *rk_choice_row_new (const RkChoice *choice, gboolean radio, GdkTexture *picture);
/* Only the button, without words or name. */
GtkWidget *rk_choice_row_new_bare (const char *value, gboolean radio);
const char *rk_choice_row_get_value (GtkWidget *row);
/* The label struck through: a choice that is no longer on offer. */
GtkWidget *rk_choice_row_new_gone (const char *value, const char *label, gboolean radio);
/* What it shows stands one under the other, in the middle: a point of a scale, a picture. */
void rk_choice_row_stack (GtkWidget *row);
/* Shown without its button: the row itself is framed. */
void rk_choice_row_make_tile (GtkWidget *row);
/* The thin line before the choices that stand apart. */
GtkWidget *rk_choice_line_new (void);
/* What is said under a choice that is no longer on offer. */
GtkWidget *rk_choice_gone_new (void);
/* What is said where there is nothing to choose. */
GtkWidget *rk_choice_nothing_new (void);

G_END_DECLS
