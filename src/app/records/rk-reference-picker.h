/* SPDX-License-Identifier: EUPL-1.2 */
/* An entry to choose a record of a kind by its name, or to make it by typing a new name. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_REFERENCE_PICKER (rk_reference_picker_get_type ())
G_DECLARE_FINAL_TYPE (RkReferencePicker, rk_reference_picker, RK, REFERENCE_PICKER, AdwBin)

/* Emits "changed" (RkReferencePicker *self) when a person chose, made or cleared. */
GtkWidget *rk_reference_picker_new (RkStore *store, const char *kind);
/* (nullable): nothing is chosen. Setting it emits nothing. */
const char *rk_reference_picker_get_id (RkReferencePicker *self);
void rk_reference_picker_set_id (RkReferencePicker *self, const char *id);
/* Only records whose @field is @id (the versions of one product); what is made gets it too. NULL as
 * @id: there are none. */
void rk_reference_picker_set_owner (RkReferencePicker *self, const char *field, const char *id);
/* What assistive technology calls the entry. */
void rk_reference_picker_set_label (RkReferencePicker *self, const char *label);
/* Whether a new name may be typed (it may). */
void rk_reference_picker_set_can_create (RkReferencePicker *self, gboolean can_create);
GtkWidget *rk_reference_picker_get_entry (RkReferencePicker *self);

G_END_DECLS
