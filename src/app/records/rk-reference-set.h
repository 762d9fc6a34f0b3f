/* SPDX-License-Identifier: EUPL-1.2 */
/* Several records of a kind: each chosen one with a button that takes it out, and a picker for the
 * next. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_REFERENCE_SET (rk_reference_set_get_type ())
G_DECLARE_FINAL_TYPE (RkReferenceSet, rk_reference_set, RK, REFERENCE_SET, AdwBin)

/* Emits "changed" (RkReferenceSet *self). */
GtkWidget *rk_reference_set_new (RkStore *store, const char *kind);
/* Ids with blanks between, sorted: as the workspace keeps a set. (nullable) */
void rk_reference_set_set_value (RkReferenceSet *self, const char *value);
/* "" when nothing is chosen: (transfer full). */
char *rk_reference_set_dup_value (RkReferenceSet *self);
void rk_reference_set_set_label (RkReferenceSet *self, const char *label);
GtkWidget *rk_reference_set_get_entry (RkReferenceSet *self);

G_END_DECLS
