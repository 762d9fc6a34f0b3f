/* SPDX-License-Identifier: EUPL-1.2 */
/* The note beside a question: typed, kept as a draft at once, and stored when it closes. */
#pragma once

#include "rk-autosave.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_NOTE_POPOVER (rk_note_popover_get_type ())
G_DECLARE_FINAL_TYPE (RkNotePopover, rk_note_popover, RK, NOTE_POPOVER, GtkPopover)

GtkWidget *rk_note_popover_new (RkAutosave *autosave, RkQuestion *question);
/* Stores the notes that were being typed when the program stopped; the question of the last one:
 * (transfer full) (nullable). */
char *rk_note_popover_recover (RkAutosave *autosave);

G_END_DECLS
