/* SPDX-License-Identifier: EUPL-1.2 */
/* A node of a live instance, as a view binds to it. Read-only: changes go through the instance.
 *
 * Properties (all notify): "value", "relevant", "required", "readonly", "violation" (an int),
 * "label", "hint". Signal "choices-changed" when the choices on offer change. */
#pragma once

#include "rk-form.h"

G_BEGIN_DECLS

#define RK_TYPE_FORM_NODE (rk_form_node_get_type ())
G_DECLARE_FINAL_TYPE (RkFormNode, rk_form_node, RK, FORM_NODE, GObject)

typedef enum
{
  RK_NODE_GROUP,  /* an element with element children */
  RK_NODE_REPEAT, /* a range of repeat instances, also when there are none */
  RK_NODE_ROW,    /* one repeat instance */
  RK_NODE_LEAF
} RkNodeType;

typedef enum
{
  RK_VIOLATION_NONE,
  RK_VIOLATION_CONSTRAINT,
  RK_VIOLATION_REQUIRED
} RkViolation;

/* One choice on offer. */
typedef struct
{
  char *value;
  char *label;
  xmlNode *
      item; /* (nullable): the itemset node or item element, for columns of our own (kind, score) */
} RkChoice;

RkNodeType rk_form_node_get_node_type (RkFormNode *self);
/* Absolute path with 1-based positions on repeat instances: "/data/child[2]/cage". */
const char *rk_form_node_get_path (RkFormNode *self);
/* The same without positions, as binds write it. */
const char *rk_form_node_get_nodeset (RkFormNode *self);
const char *rk_form_node_get_name (RkFormNode *self);
RkFormNode *rk_form_node_get_parent (RkFormNode *self); /* (nullable) (transfer none) */
/* Children in document order; the rows of a repeat. Repeat ranges stand where their rows are. */
GListModel *rk_form_node_get_children (RkFormNode *self); /* (transfer none) */
/* Attributes of its element that get a value while the form is filled in (the id of an entity), as
 * leaves: (transfer container) (element-type RkFormNode) (nullable). */
GPtrArray *rk_form_node_list_attributes (RkFormNode *self);
/* The body control for this node: (nullable) (transfer none). */
const RkControl *rk_form_node_get_control (RkFormNode *self);
RkDataType rk_form_node_get_data_type (RkFormNode *self);
xmlNode *rk_form_node_get_xml (RkFormNode *self); /* (nullable for repeats) (transfer none) */

/* Stored value as expressions see it; "" when not relevant or empty. */
const char *rk_form_node_get_value (RkFormNode *self);
/* Stored value, also while the node is not relevant (it comes back). */
const char *rk_form_node_get_stored_value (RkFormNode *self);
gboolean rk_form_node_get_relevant (RkFormNode *self); /* own and all above */
gboolean rk_form_node_get_required (RkFormNode *self);
gboolean rk_form_node_get_readonly (RkFormNode *self); /* own or inherited */
RkViolation rk_form_node_get_violation (RkFormNode *self);
/* The form's own message for the violation in the current language, or that a repeat is over its
 * limit: (transfer full) (nullable). */
char *rk_form_node_dup_violation_message (RkFormNode *self);
/* Label and hint in the current language, outputs filled in: (nullable) (transfer none). */
const char *rk_form_node_get_label (RkFormNode *self);
const char *rk_form_node_get_hint (RkFormNode *self);
/* The label for all rows of the repeat around it, as above a column: with "…" for what is filled in
 * from the row. (transfer full) (nullable). */
char *rk_form_node_dup_label_of_rows (RkFormNode *self);
/* Choices on offer now: (transfer none) (element-type RkChoice); empty for other controls. */
GPtrArray *rk_form_node_get_choices (RkFormNode *self);
/* How many choices the constraint allows at most; 0: it does not say. */
guint rk_form_node_get_max_choices (RkFormNode *self);
/* The file that goes with the label, or with that of one of its choices, in the current language;
 * @kind: "image", "big-image", "audio" or "video". Its base name: (transfer full) (nullable). */
char *rk_form_node_dup_media (RkFormNode *self, const char *kind);
char *rk_form_node_dup_choice_media (RkFormNode *self, const RkChoice *choice, const char *kind);
/* The same of the hint. The @kind "guidance" is a text, for who fills in. */
char *rk_form_node_dup_hint_media (RkFormNode *self, const char *kind);
/* Attribute of ours of the bind: (nullable) (transfer none). */
const char *rk_form_node_get_attribute (RkFormNode *self, const char *name);
/* Whether the user can add and remove rows (a repeat without jr:count and jr:noAddRemove). */
gboolean rk_form_node_is_user_controlled (RkFormNode *self);
/* Whether a leaf is calculated (has a calculate). */
gboolean rk_form_node_is_calculated (RkFormNode *self);
/* Whether its calculation looks at the value it has, by once(): then that value has to be kept. */
gboolean rk_form_node_remembers (RkFormNode *self);
/* Whether a leaf only says something: an input with a text that is always read-only. */
gboolean rk_form_node_is_note (RkFormNode *self);
/* Whether the jr:count of a repeat asks for more than the 1000 rows there can be. */
gboolean rk_form_node_is_over_limit (RkFormNode *self);

G_END_DECLS
