/* SPDX-License-Identifier: EUPL-1.2 */
/* A change to the workspace under construction: what a person would call one step.
 *
 * Nothing is written before rk_change_apply(); that writes everything, with its journal rows, in
 * one transaction, or nothing. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

typedef struct _RkChange RkChange;

/**
 * rk_change_new:
 * @label: the name of the step as undo shows it, translated: "Answer to question 4"
 *
 * Returns: (transfer full)
 */
RkChange *rk_change_new (RkStore *store, const char *label);
void rk_change_free (RkChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkChange, rk_change_free)

/* Creates or changes the record: only the given fields, pairs of name and text (NULL clears, and so
 * does ""), ended by NULL. The record itself is made when no field is given. */
void rk_change_set (RkChange *self, const char *kind, const char *id, ...) G_GNUC_NULL_TERMINATED;
void rk_change_set_field (RkChange *self, const char *kind, const char *id, const char *field,
                          const char *value);
/* What is set after it in the same change makes the record anew. */
void rk_change_delete (RkChange *self, const char *kind, const char *id);
/* Replaces the fields that only newer versions know: a JSON object, kept verbatim. */
void rk_change_set_extra (RkChange *self, const char *kind, const char *id, const char *json);
/* Removes a draft when the change is applied. */
void rk_change_clear_draft (RkChange *self, const char *scope, const char *key);
/* rk_store_set_state() as part of the change: figures that follow from what it changes. */
void rk_change_set_state (RkChange *self, const char *key, const char *value);
/* Journals the step without a row per field: an import whose own history is the file. */
void rk_change_set_bulk (RkChange *self, gboolean bulk);

/* Undo does not go back past this step: what it did stands (a survey that was submitted). */
void rk_change_set_final (RkChange *self, gboolean final);
/* Undo and redo pass over this step: it tells what happened elsewhere (a server has it now). */
void rk_change_set_aside (RkChange *self);

/* Checks every value against its kind, then writes. A change that changes nothing writes nothing.
 */
gboolean rk_change_apply (RkChange *self, GError **error);

G_END_DECLS
