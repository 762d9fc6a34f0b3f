/* SPDX-License-Identifier: EUPL-1.2 */
/* An entry with a list of matches under it, to choose one of many.
 *
 * The focus stays in the entry: arrows move in the list, Enter takes the selected match (the first
 * one to begin with), Escape closes the list and shows again what was chosen. */
#pragma once

#include "rk-picker-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_PICKER (rk_picker_get_type ())
G_DECLARE_FINAL_TYPE (RkPicker, rk_picker, RK, PICKER, AdwBin)

/* The matches of @text, "" for what an empty entry offers (may be none): (transfer full)
 * (element-type RkPickerItem). */
typedef GListModel *(*RkPickerSearch) (const char *text, gpointer data);

GtkWidget *rk_picker_new (void);
void rk_picker_set_search (RkPicker *self, RkPickerSearch search, gpointer data,
                           GDestroyNotify destroy);
/* What assistive technology calls the entry. */
void rk_picker_set_label (RkPicker *self, const char *label);
void rk_picker_set_placeholder (RkPicker *self, const char *text);
/* A last row that is always there («Ander bestuur zelf invullen»); NULL: none. Choosing it emits
 * "chosen" with NULL. */
void rk_picker_set_extra (RkPicker *self, const char *label);
/* What is chosen: (nullable) (transfer none). Setting it shows its title and emits nothing. */
RkPickerItem *rk_picker_get_selected (RkPicker *self);
void rk_picker_set_selected (RkPicker *self, RkPickerItem *item);
/* Shows @text, which is no choice; emits nothing. */
void rk_picker_show_text (RkPicker *self, const char *text);
/* The focus has left: takes what was typed in full, or says that it matches nothing. */
void rk_picker_leave (RkPicker *self);
/* What is typed now. */
const char *rk_picker_get_text (RkPicker *self);
/* The GtkEntry, for what a caller must set on it itself (an error message, a width). */
GtkWidget *rk_picker_get_entry (RkPicker *self);

/* Signals: "chosen" (RkPicker *self, RkPickerItem *item): a person took @item from the list (NULL:
 * the extra row). "cleared" (RkPicker *self): a person emptied the entry and left it. "activate"
 * (RkPicker *self): Enter while the list is closed. "typed" (RkPicker *self): a person changed the
 * text. "unmatched" (RkPicker *self, const char *text) → gboolean: the entry was left with a text
 * that is not in the list; TRUE keeps it, else what was chosen comes back. */

G_END_DECLS
