/* SPDX-License-Identifier: EUPL-1.2 */
/* Finds the choices of a question by a part of their name, however many there are. */
#pragma once

#include "rk-form-node.h"
#include "rk-picker.h"

G_BEGIN_DECLS

#define RK_TYPE_CHOICE_SEARCH (rk_choice_search_get_type ())
G_DECLARE_FINAL_TYPE (RkChoiceSearch, rk_choice_search, RK, CHOICE_SEARCH, GObject)

RkChoiceSearch *rk_choice_search_new (RkFormNode *node);
/* An RkPickerSearch over an RkChoiceSearch as @data: those whose name begins so come first. */
GListModel *rk_choice_search_find (const char *text, gpointer data);
/* The name of a choice as plain words: (transfer full). */
char *rk_choice_dup_words (const RkChoice *choice);

G_END_DECLS
