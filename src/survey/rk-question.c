/* SPDX-License-Identifier: EUPL-1.2 */
/* One question: what counts as one for a person, over the nodes that hold its answer.
 *
 * It watches the instance and compares after each change; a form has hundreds of questions and a
 * look at one costs less than the signals of its nodes would. */
#include "config.h"
#include "rk-question-private.h"

#include <string.h>

struct _RkQuestion
{
  GObject parent_instance;
  RkFormInstance *instance;
  const RkControl *control;
  const RkControl *label_control;
  RkFormNode *node;
  RkFormNode *row;
  GPtrArray *additions;
  GPtrArray *rows;   /* (nullable): the statements of a matrix without a node of its own */
  GPtrArray *groups; /* of RkControl, those around it inside the section */
  char *id;
  RkQuestionType type;
  guint number, page, columns;
  guint first_group; /* the first of @groups whose label stands above it */
  gboolean visible;
  gboolean answered;
  gboolean required;
  gboolean partly_required;
};

G_DEFINE_FINAL_TYPE (RkQuestion, rk_question, G_TYPE_OBJECT)

typedef enum
{
  PROP_NUMBER = 1,
  PROP_VISIBLE,
  PROP_ANSWERED,
  PROP_REQUIRED
} RkQuestionProps;
static GParamSpec *props[PROP_REQUIRED + 1];

/* "BDR_A03" below the root "BDR" is question "BDR.A03". In a row names need be unique no further.
 */
static char *
make_id (RkFormInstance *instance, RkFormNode *node, RkFormNode *row)
{
  const char *root = rk_form_node_get_name (rk_form_instance_get_root (instance));
  const char *name = rk_form_node_get_name (node);
  gsize length = strlen (root);

  if (row == NULL && !rk_form_names_are_first (rk_form_instance_get_form (instance), node))
    return g_strdup (rk_form_node_get_nodeset (node));
  if (!g_str_has_prefix (name, root) || name[length] != '_' || name[length + 1] == '\0')
    return g_strdup (name);
  return g_strdup_printf ("%s.%s", root, name + length + 1);
}

/* --- looking at the nodes -------------------------------------------------------------------- */

typedef struct
{
  gboolean filled;   /* something is filled in */
  gboolean missing;  /* a required part is not */
  gboolean required; /* some part is required */
  gboolean optional; /* some part is not */
  gboolean wrong;    /* a part violates its constraint */
} Look;

static void
look_at (RkFormNode *node, Look *look)
{
  gboolean leaf = rk_form_node_get_node_type (node) == RK_NODE_LEAF;
  GListModel *children = leaf ? NULL : rk_form_node_get_children (node);
  gboolean empty;

  if (!rk_form_node_get_relevant (node))
    return;
  for (guint i = 0; !leaf && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      look_at (child, look);
    }
  if (!leaf || rk_form_node_get_control (node) == NULL)
    return;
  empty = *rk_form_node_get_value (node) == '\0';
  look->filled |= !empty && !rk_form_node_is_calculated (node);
  look->required |= rk_form_node_get_required (node);
  look->optional |= !rk_form_node_get_required (node);
  look->missing |= empty && rk_form_node_get_required (node);
  look->wrong |= rk_form_node_get_violation (node) == RK_VIOLATION_CONSTRAINT;
}

GPtrArray *
rk_question_list_parts (RkQuestion *self)
{
  GPtrArray *parts = g_ptr_array_new ();

  if (self->rows != NULL)
    g_ptr_array_extend (parts, self->rows, NULL, NULL);
  else
    g_ptr_array_add (parts, self->node);
  return parts;
}

/* An addition that is required and empty leaves its question unanswered, but alone it is no answer.
 */
static Look
look_at_question (RkQuestion *self)
{
  g_autoptr (GPtrArray) parts = rk_question_list_parts (self);
  Look look = { FALSE };

  for (guint i = 0; i < parts->len; i++)
    look_at (g_ptr_array_index (parts, i), &look);
  for (guint i = 0; i < self->additions->len; i++)
    {
      RkQuestion *addition = g_ptr_array_index (self->additions, i);
      Look other = { FALSE };

      look_at (addition->node, &other);
      look.missing |= other.missing;
      look.wrong |= other.wrong;
    }
  return look;
}

static gboolean
has_visible_leaf (RkFormNode *node)
{
  GListModel *children;

  if (!rk_form_node_get_relevant (node))
    return FALSE;
  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    return rk_form_node_get_control (node) != NULL;
  children = rk_form_node_get_children (node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      if (has_visible_leaf (child))
        return TRUE;
    }
  return FALSE;
}

/* A note without words says nothing. */
static gboolean
has_words (RkQuestion *self)
{
  g_autofree char *label = NULL, *hint = NULL;

  if (self->type != RK_QUESTION_NOTE)
    return TRUE;
  label = rk_question_dup_label (self);
  if (*label != '\0')
    return TRUE;
  hint = rk_question_dup_hint (self);
  return *hint != '\0';
}

static gboolean
find_visible (RkQuestion *self)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (self->type != RK_QUESTION_MATRIX && self->type != RK_QUESTION_RANKING)
    return rk_form_node_get_relevant (self->node) && has_words (self);
  parts = rk_question_list_parts (self);
  for (guint i = 0; i < parts->len; i++)
    if (has_visible_leaf (g_ptr_array_index (parts, i)))
      return TRUE;
  return FALSE;
}

static void
update (RkQuestion *self, gboolean *field, gboolean value, RkQuestionProps prop)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
rk_question_refresh (RkQuestion *self)
{
  Look look = look_at_question (self);

  update (self, &self->visible, find_visible (self), PROP_VISIBLE);
  update (self, &self->answered, look.filled && !look.missing && !look.wrong, PROP_ANSWERED);
  update (self, &self->required, look.required, PROP_REQUIRED);
  update (self, &self->partly_required,
          self->type == RK_QUESTION_MATRIX && look.required && look.optional, PROP_REQUIRED);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RkQuestion *self = RK_QUESTION (object);

  switch ((RkQuestionProps) id)
    {
    case PROP_NUMBER: g_value_set_uint (value, self->number); break;
    case PROP_VISIBLE: g_value_set_boolean (value, self->visible); break;
    case PROP_ANSWERED: g_value_set_boolean (value, self->answered); break;
    case PROP_REQUIRED: g_value_set_boolean (value, self->required); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  RkQuestion *self = RK_QUESTION (object);

  g_clear_object (&self->instance);
  g_clear_object (&self->node);
  g_clear_object (&self->row);
  g_clear_pointer (&self->additions, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self->id);
  G_OBJECT_CLASS (rk_question_parent_class)->finalize (object);
}

static void
rk_question_class_init (RkQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  props[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_VISIBLE] = g_param_spec_boolean ("visible", NULL, NULL, FALSE, flags);
  props[PROP_ANSWERED] = g_param_spec_boolean ("answered", NULL, NULL, FALSE, flags);
  props[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
rk_question_init (RkQuestion *self)
{
  self->additions = g_ptr_array_new_with_free_func (g_object_unref);
}

RkQuestion *
rk_question_new (RkFormInstance *instance, const RkControl *control, const RkControl *label_control,
                 RkFormNode *node, RkQuestionType type, const RkQuestionPlace *place,
                 RkFormNode *row)
{
  RkQuestion *self = g_object_new (RK_TYPE_QUESTION, NULL);

  self->instance = g_object_ref (instance);
  self->control = control;
  self->label_control = label_control;
  self->node = g_object_ref (node);
  self->row = row != NULL ? g_object_ref (row) : NULL;
  self->type = type;
  self->groups = g_ptr_array_copy (place->groups, NULL, NULL);
  self->first_group = self->groups->len;
  self->page = place->page;
  self->columns = place->columns;
  self->id = make_id (instance, node, row);
  rk_question_refresh (self);
  g_signal_connect_object (instance, "changed", G_CALLBACK (rk_question_refresh), self,
                           G_CONNECT_SWAPPED);
  return self;
}

RkFormInstance *
rk_question_get_instance (RkQuestion *self)
{
  return self->instance;
}

const RkControl *
rk_question_get_control (RkQuestion *self)
{
  return self->control;
}

void
rk_question_add_addition (RkQuestion *self, RkQuestion *addition)
{
  g_ptr_array_add (self->additions, g_object_ref (addition));
  rk_question_refresh (self);
}

void
rk_question_set_rows (RkQuestion *self, GPtrArray *rows)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->rows, g_object_ref (g_ptr_array_index (rows, i)));
  rk_question_refresh (self);
}

guint
rk_question_count_shared_groups (RkQuestion *self, RkQuestion *other)
{
  guint n = 0;

  while (n < self->groups->len && n < other->groups->len &&
         g_ptr_array_index (self->groups, n) == g_ptr_array_index (other->groups, n))
    n++;
  return n;
}

void
rk_question_place (RkQuestion *self, guint number, guint first)
{
  self->first_group = first;
  if (self->number == number)
    return;
  self->number = number;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NUMBER]);
}

/* --- what the header promises ---------------------------------------------------------------- */

RkQuestionType
rk_question_get_question_type (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), RK_QUESTION_NOTE);
  return self->type;
}

const char *
rk_question_get_id (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), NULL);
  return self->id;
}

RkFormNode *
rk_question_get_node (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), NULL);
  return self->node;
}

static RkFormNode *
get_context (RkQuestion *self)
{
  return self->row != NULL ? self->row : rk_form_instance_get_root (self->instance);
}

char **
rk_question_dup_headings (RkQuestion *self)
{
  g_autoptr (GStrvBuilder) headings = g_strv_builder_new ();

  g_return_val_if_fail (RK_IS_QUESTION (self), NULL);
  for (guint i = self->first_group; i < self->groups->len; i++)
    {
      g_autofree char *label =
          rk_form_instance_dup_control_label (self->instance, g_ptr_array_index (self->groups, i),
                                              get_context (self));

      if (label != NULL && *label != '\0')
        g_strv_builder_add (headings, label);
    }
  return g_strv_builder_end (headings);
}

gboolean
rk_question_opens_group (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), FALSE);
  return self->first_group < self->groups->len;
}

guint
rk_question_get_heading_depth (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), 0);
  return self->first_group;
}

guint
rk_question_get_page (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), 0);
  return self->page;
}

guint
rk_question_get_columns (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), 0);
  return rk_question_get_width (self) > 0 ? self->columns : 0;
}

guint
rk_question_get_width (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), 0);
  if (self->columns == 0 || self->control->children->len > 0 || self->rows != NULL)
    return 0; /* a matrix and a repeat need the whole row */
  return MIN (rk_control_get_width (self->control), self->columns);
}

guint
rk_question_get_number (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), 0);
  return self->number;
}

gboolean
rk_question_get_visible (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), FALSE);
  return self->visible;
}

gboolean
rk_question_get_answered (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), FALSE);
  return self->answered;
}

gboolean
rk_question_get_required (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), FALSE);
  return self->required;
}

gboolean
rk_question_is_partly_required (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), FALSE);
  return self->partly_required;
}

gboolean
rk_question_counts (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), FALSE);
  return self->type != RK_QUESTION_NOTE && self->type != RK_QUESTION_CALCULATED;
}

gboolean
rk_question_is_in_summary (RkQuestion *self)
{
  const RkControl *group;

  g_return_val_if_fail (RK_IS_QUESTION (self), FALSE);
  if (rk_question_counts (self) || self->control == NULL)
    return FALSE;
  for (group = self->control->parent; group != NULL; group = group->parent)
    if (rk_control_has_appearance (group, "summary"))
      return TRUE;
  return FALSE;
}

gboolean
rk_question_is_wrong (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), FALSE);
  return look_at_question (self).wrong;
}

const char *
rk_question_get_unit (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), NULL);
  return rk_form_node_get_attribute (self->node, "unit");
}

gboolean
rk_question_is_confidential (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), FALSE);
  for (RkFormNode *node = self->node; node != NULL; node = rk_form_node_get_parent (node))
    if (g_strcmp0 (rk_form_node_get_attribute (node, "confidential"), "true") == 0)
      return TRUE;
  return FALSE;
}

/* A text of @control, as seen from the row or the form: (transfer full) (nullable). */
typedef char *(*DupText) (RkFormInstance *instance, const RkControl *control, RkFormNode *context);

/* The text of the node itself, else that of the control that carries it; the other way round for a
 * matrix of several controls, whose node is but the group around them. */
static char *
dup_text (RkQuestion *self, const char *own, DupText dup)
{
  RkFormNode *context = get_context (self);
  g_autofree char *text = NULL;

  if (self->rows == NULL && own != NULL && *own != '\0')
    return g_strdup (own);
  if (self->label_control != NULL)
    text = dup (self->instance, self->label_control, context);
  if (text == NULL || *g_strstrip (text) == '\0')
    return g_strdup (own != NULL ? own : "");
  return g_steal_pointer (&text);
}

char *
rk_question_dup_label (RkQuestion *self)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (RK_IS_QUESTION (self), NULL);
  label = dup_text (self, rk_form_node_get_label (self->node), rk_form_instance_dup_control_label);
  if (*label != '\0' || self->type == RK_QUESTION_NOTE)
    return g_steal_pointer (&label);
  return g_strdup (rk_form_node_get_name (self->node));
}

char *
rk_question_dup_hint (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), NULL);
  return dup_text (self, rk_form_node_get_hint (self->node), rk_form_instance_dup_control_hint);
}

GPtrArray *
rk_question_get_additions (RkQuestion *self)
{
  g_return_val_if_fail (RK_IS_QUESTION (self), NULL);
  return self->additions;
}

static void
collect_leaves (RkFormNode *node, GPtrArray *leaves)
{
  GListModel *children;

  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    {
      if (rk_form_node_get_control (node) != NULL)
        g_ptr_array_add (leaves, node);
      return;
    }
  children = rk_form_node_get_children (node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      collect_leaves (child, leaves);
    }
}

GPtrArray *
rk_question_list_leaves (RkQuestion *self)
{
  g_autoptr (GPtrArray) leaves = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = NULL;

  g_return_val_if_fail (RK_IS_QUESTION (self), NULL);
  if (self->type == RK_QUESTION_REPEAT)
    return g_steal_pointer (&leaves);
  parts = rk_question_list_parts (self);
  for (guint i = 0; i < parts->len; i++)
    collect_leaves (g_ptr_array_index (parts, i), leaves);
  return g_steal_pointer (&leaves);
}

GListModel *
rk_question_list_fields (RkQuestion *self, RkFormNode *row)
{
  g_autoptr (GListStore) fields = g_list_store_new (RK_TYPE_QUESTION);

  g_return_val_if_fail (RK_IS_QUESTION (self), NULL);
  rk_question_build (self->instance, self->control, row, fields);
  return G_LIST_MODEL (g_steal_pointer (&fields));
}
