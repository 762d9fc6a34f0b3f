/* SPDX-License-Identifier: EUPL-1.2 */
/* The link «Why?» beside a figure: the rule in words, what went in, each with a way to it, and what
 * is missing. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_WHY (rk_why_get_type ())
G_DECLARE_FINAL_TYPE (RkWhy, rk_why, RK, WHY, GtkWidget)

/* @label: "Why this score?". */
RkWhy *rk_why_new (const char *label);
void rk_why_set_formula (RkWhy *self, const char *sentence);
/* One thing that went in; @action with @target (transfer floating) opens it. */
void rk_why_add_input (RkWhy *self, const char *label, const char *value, const char *action,
                       GVariant *target);
/* What did not count, in words. */
void rk_why_set_missing (RkWhy *self, const char *sentence);
void rk_why_popup (RkWhy *self);

G_END_DECLS
