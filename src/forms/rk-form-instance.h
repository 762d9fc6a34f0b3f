/* SPDX-License-Identifier: EUPL-1.2 */
/* A live instance of a form: the answers, and what follows from them.
 *
 * After each operation everything that depends on it has been recalculated, and nothing else. */
#pragma once

#include "rk-form-node.h"

G_BEGIN_DECLS

#define RK_TYPE_FORM_INSTANCE (rk_form_instance_get_type ())
G_DECLARE_FINAL_TYPE (RkFormInstance, rk_form_instance, RK, FORM_INSTANCE, GObject)

/* Surroundings of an instance. Zero-initialised: real clock, system zone, real randomness, no
 * properties. */
typedef struct
{
  gint64 now_us; /* frozen clock; 0: the real one */
  GTimeZone *tz;
  gboolean seeded;
  guint32 seed;
  GHashTable *properties; /* (nullable): deviceid, username, email, phonenumber */
  gboolean restored;      /* an instance that existed before: no first-load actions and preloads */
  const char *last_saved; /* (nullable): the submission that jr://instance/last-saved stands for */
} RkFormEnvironment;

RkFormInstance *rk_form_instance_new (RkForm *form, const RkFormEnvironment *environment,
                                      GError **error);
RkForm *rk_form_instance_get_form (RkFormInstance *self);
RkFormNode *rk_form_instance_get_root (RkFormInstance *self); /* (transfer none) */
/* The node at @path (with positions): (nullable) (transfer none). */
RkFormNode *rk_form_instance_find (RkFormInstance *self, const char *path);

/* Why an operation was not done; the strings of `rkctl form run` (forms NOTES 8.1). */
typedef enum
{
  RK_REJECT_NONE,
  RK_REJECT_NO_SUCH_NODE,
  RK_REJECT_READONLY,
  RK_REJECT_NOT_RELEVANT,
  RK_REJECT_NOT_SETTABLE,
  RK_REJECT_NO_SUCH_REPEAT,
  RK_REJECT_NOT_USER_CONTROLLED,
  RK_REJECT_NO_SUCH_INSTANCE,
  RK_REJECT_NO_SUCH_LANGUAGE,
  RK_REJECT_LIMIT
} RkReject;

/* A person's entry, encoded by type (forms NOTES 6): what does not fit becomes "". */
RkReject rk_form_instance_set_value (RkFormInstance *self, RkFormNode *node, const char *text);
/* How @text would be stored, without storing it: (transfer full). "" for a text that does not fit.
 */
char *rk_form_instance_encode (RkFormInstance *self, RkFormNode *node, const char *text);
/* Puts a stored value back as it was, also on a node that is not relevant or read-only. For loading
 * saved answers, between freeze and thaw. */
void rk_form_instance_restore_value (RkFormInstance *self, RkFormNode *node, const char *value);

/* Appends a row; @row: (out) (optional) (transfer none). */
RkReject rk_form_instance_add_row (RkFormInstance *self, RkFormNode *repeat, RkFormNode **row);
RkReject rk_form_instance_remove_row (RkFormInstance *self, RkFormNode *row);
/* Moves a row to the 0-based @position. */
RkReject rk_form_instance_move_row (RkFormInstance *self, RkFormNode *row, guint position);

RkReject rk_form_instance_set_language (RkFormInstance *self, const char *language);
const char *rk_form_instance_get_language (RkFormInstance *self);

/* Between freeze and thaw nothing is recalculated; thaw does it once. */
void rk_form_instance_freeze (RkFormInstance *self);
void rk_form_instance_thaw (RkFormInstance *self);

/* Label of a body control that has no node of its own (a group without ref), outputs filled
 * in as seen from @context: (transfer full) (nullable). */
char *rk_form_instance_dup_control_label (RkFormInstance *self, const RkControl *control,
                                          RkFormNode *context);
/* Its hint, likewise. */
char *rk_form_instance_dup_control_hint (RkFormInstance *self, const RkControl *control,
                                         RkFormNode *context);

/* What its label has beside words, as rk_form_node_dup_media(). */
char *rk_form_instance_dup_control_media (RkFormInstance *self, const RkControl *control,
                                          RkFormNode *context, const char *kind);

/* Evaluates an expression of the host program at @node (NULL: the root); used for what a form
 * describes about itself, such as its scores. */
gboolean rk_form_instance_evaluate_string (RkFormInstance *self, RkFormNode *node,
                                           const char *expression, char **text, GError **error);

/* The submission: non-relevant nodes pruned, templates removed. @finalise sets timestamp end and
 * the like. (transfer full) */
char *rk_form_instance_to_xml (RkFormInstance *self, gboolean finalise);
gboolean rk_form_instance_is_valid (RkFormInstance *self);

/* What could not be computed since the instance was made, because an expression failed or a limit
 * was reached: each once, at most a hundred. (transfer none) (element-type RkFormMessage) */
GPtrArray *rk_form_instance_get_problems (RkFormInstance *self);

/* How many expressions have been evaluated so far: a test counts what one answer costs. */
guint64 rk_form_instance_get_evaluations (RkFormInstance *self);
/* How many steps these took: nodes visited, texts compared. What a clock measures, but always the
 * same. */
guint64 rk_form_instance_get_work (RkFormInstance *self);

/* Signal "changed" (RkFormInstance *self): once after each operation, when the tree is at rest. */

G_END_DECLS
