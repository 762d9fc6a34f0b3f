/* SPDX-License-Identifier: EUPL-1.2 */
/* A concept that differs between two releases, as a row of a list and as what differs. */
#pragma once

#include "rk-architecture-diff.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_RELEASE_CHANGE (rk_release_change_get_type ())
G_DECLARE_FINAL_TYPE (RkReleaseChange, rk_release_change, RK, RELEASE_CHANGE, GObject)

/* @change must outlive it. */
RkReleaseChange *rk_release_change_new (const RkConceptChange *change);
const char *rk_release_change_get_name (RkReleaseChange *self);
/* "Reference component", or the type of ArchiMate. */
const char *rk_release_change_get_kind (RkReleaseChange *self);
/* What differs, before and after, made when it is asked for. */
GtkWidget *rk_release_change_make_details (RkReleaseChange *self);

/* @before and @after as markup in which the words that differ are struck and underlined. */
void rk_release_mark_difference (const char *before, const char *after, char **before_markup,
                                 char **after_markup);

G_END_DECLS
