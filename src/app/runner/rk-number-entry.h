/* SPDX-License-Identifier: EUPL-1.2 */
/* A number as people write it here, with its unit; never a spin button, which changes unseen. */
#pragma once

#include "rk-typed-field.h"

G_BEGIN_DECLS

#define RK_TYPE_NUMBER_ENTRY (rk_number_entry_get_type ())
G_DECLARE_FINAL_TYPE (RkNumberEntry, rk_number_entry, RK, NUMBER_ENTRY, RkTypedField)

GtkWidget *rk_number_entry_new (RkAutosave *autosave, RkFormNode *node);
/* What the entry shows. A whole number of four digits without a unit is a year: "2027", not
 * "2.027", unless the form asks for thousands to be set apart. (transfer full) */
char *rk_number_dup_shown (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
