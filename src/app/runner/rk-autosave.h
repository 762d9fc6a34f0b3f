/* SPDX-License-Identifier: EUPL-1.2 */
/* What is typed goes to disk by itself: at most half a second after a key as a draft, at once when
 * an answer is complete. What could not be written is kept and tried again every five seconds. */
#pragma once

#include "rk-response.h"

G_BEGIN_DECLS

#define RK_TYPE_AUTOSAVE (rk_autosave_get_type ())
G_DECLARE_FINAL_TYPE (RkAutosave, rk_autosave, RK, AUTOSAVE, GObject)

RkAutosave *rk_autosave_new (RkResponse *response);
RkResponse *rk_autosave_get_response (RkAutosave *self);

/* A text while it is typed. Shows on disk within half a second. */
void rk_autosave_type (RkAutosave *self, RkFormNode *node, const char *text);
/* A text that is complete, as people write it. */
void rk_autosave_enter (RkAutosave *self, RkFormNode *node, const char *text);
/* An answer that was chosen, not typed: the value itself. */
void rk_autosave_choose (RkAutosave *self, RkFormNode *node, const char *value);
/* What the field of @node shows: also what could not be written yet. (transfer full) */
char *rk_autosave_dup_text (RkAutosave *self, RkFormNode *node);
/* Whether that is something half-typed, also from before: not an answer yet. */
gboolean rk_autosave_has_draft (RkAutosave *self, RkFormNode *node);
/* Writes what is waiting. FALSE when something is still not on disk. */
gboolean rk_autosave_flush (RkAutosave *self);
/* Runs a note, a row or a submission through the same state: tells how a write went. */
void rk_autosave_report (RkAutosave *self, gboolean written, GError *error);

/* Properties, all notify: "failed" (boolean) and "message" (string): "Saved at 10.42", or why not.
 * Signal "refused" (RkAutosave *self, const char *message): the answer cannot be stored at all. */
gboolean rk_autosave_get_failed (RkAutosave *self);
const char *rk_autosave_get_message (RkAutosave *self);
/* While it failed: why, and what happens next, as a sentence: (nullable). */
const char *rk_autosave_get_reason (RkAutosave *self);

G_END_DECLS
