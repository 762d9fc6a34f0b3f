/* SPDX-License-Identifier: EUPL-1.2 */
/* The control to change one value: an entry, a calendar, a list of choices, a picker of records. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_FIELD_CONTROL (rk_field_control_get_type ())
G_DECLARE_FINAL_TYPE (RkFieldControl, rk_field_control, RK, FIELD_CONTROL, AdwBin)

/* Emits "touched" while a person types, and "done" when she chose or pressed Enter. */
GtkWidget *rk_field_control_new (RkStore *store, const RkField *field);
/* Whether there is a control for the type of @field at all. */
gboolean rk_field_control_can_edit (const RkField *field);
/* Shows a value of the workspace: (nullable). Emits nothing. */
void rk_field_control_set_value (RkFieldControl *self, const char *value);
/* Shows what was typed before and is no value. */
void rk_field_control_set_typed (RkFieldControl *self, const char *typed);
/* What it says now, to be given to rk_field_parse(): (transfer full). */
char *rk_field_control_dup_typed (RkFieldControl *self);
/* The widget that takes the focus, for its state and relations. */
GtkWidget *rk_field_control_get_focus_widget (RkFieldControl *self);
/* For references: rk_reference_picker_set_owner(). */
void rk_field_control_set_owner (RkFieldControl *self, const char *field, const char *id);

G_END_DECLS
