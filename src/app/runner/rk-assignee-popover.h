/* SPDX-License-Identifier: EUPL-1.2 */
/* Who fills in a question: a name typed, or one that was used before. */
#pragma once

#include "rk-autosave.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_ASSIGNEE_POPOVER (rk_assignee_popover_get_type ())
G_DECLARE_FINAL_TYPE (RkAssigneePopover, rk_assignee_popover, RK, ASSIGNEE_POPOVER, GtkPopover)

GtkWidget *rk_assignee_popover_new (RkAutosave *autosave, RkQuestion *question);

G_END_DECLS
