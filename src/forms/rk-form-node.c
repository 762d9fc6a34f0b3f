/* SPDX-License-Identifier: EUPL-1.2 */
/* What a view binds to: a thin object in front of a cell. It remembers what it last told, so that
 * it notifies of nothing but changes. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <glib/gi18n-lib.h>

struct _RkFormNode
{
  GObject parent_instance;
  RkFormInstance *instance; /* NULL once the node is gone from the tree */
  RkCell *cell;
  char *path;
  GListStore *children;

  char *value; /* as told last */
  char *label; /* as told last; only when somebody asked */
  char *hint;
  gboolean relevant, required, readonly;
  RkViolation violation;
  gboolean asked_label, asked_hint;
  GPtrArray *told_choices;  /* (nullable): as listeners know them */
  GPtrArray *given_choices; /* (nullable): as given out last, kept for who holds them */
};

typedef enum
{
  PROP_VALUE = 1,
  PROP_RELEVANT,
  PROP_REQUIRED,
  PROP_READONLY,
  PROP_VIOLATION,
  PROP_LABEL,
  PROP_HINT
} RkFormNodeProps;
static GParamSpec *props[PROP_HINT + 1];

enum
{
  SIGNAL_CHOICES_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RkFormNode, rk_form_node, G_TYPE_OBJECT)

/* --- telling ---------------------------------------------------------------------------------- */

static void
tell_text (RkFormNode *self, char **told, const char *text, RkFormNodeProps prop)
{
  if (g_strcmp0 (*told, text) == 0)
    return;
  g_free (*told);
  *told = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
tell_boolean (RkFormNode *self, gboolean *told, gboolean now, RkFormNodeProps prop)
{
  if (*told == now)
    return;
  *told = now;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
tell_violation (RkFormNode *self, RkViolation now)
{
  if (self->violation == now)
    return;
  self->violation = now;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIOLATION]);
}

static gboolean
same_choices (const GPtrArray *a, const GPtrArray *b)
{
  if (a == b || a->len != b->len)
    return a == b;
  for (guint i = 0; i < a->len; i++)
    {
      const RkChoice *x = g_ptr_array_index (a, i);
      const RkChoice *y = g_ptr_array_index (b, i);

      if (!g_str_equal (x->value, y->value) || !g_str_equal (x->label, y->label))
        return FALSE;
    }
  return TRUE;
}

static void
tell_choices (RkFormNode *self)
{
  GPtrArray *now;

  if (self->told_choices == NULL || !rk_cell_is_select (self->cell))
    return;
  now = rk_cell_get_choice_list (self->instance, self->cell);
  if (now == self->told_choices)
    return;
  if (same_choices (now, self->told_choices))
    {
      /* what was given out stays valid as long as nothing changed */
      g_ptr_array_unref (self->cell->choice_list);
      self->cell->choice_list = g_ptr_array_ref (self->told_choices);
      return;
    }
  g_ptr_array_unref (self->told_choices);
  self->told_choices = g_ptr_array_ref (now);
  g_signal_emit (self, signals[SIGNAL_CHOICES_CHANGED], 0);
}

/* A handler may remove the very node: each step looks again. */
void
rk_form_node_refresh (RkFormNode *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->cell != NULL)
    {
      tell_text (self, &self->value, rk_cell_get_value (self->cell), PROP_VALUE);
      tell_boolean (self, &self->relevant, self->cell->relevant, PROP_RELEVANT);
      tell_boolean (self, &self->required, rk_cell_get_required (self->instance, self->cell),
                    PROP_REQUIRED);
      tell_boolean (self, &self->readonly, rk_cell_get_readonly (self->instance, self->cell),
                    PROP_READONLY);
      tell_violation (self, rk_cell_get_violation (self->instance, self->cell));
      if (self->asked_label)
        tell_text (self, &self->label, rk_cell_get_label (self->instance, self->cell), PROP_LABEL);
      if (self->asked_hint)
        tell_text (self, &self->hint, rk_cell_get_hint (self->instance, self->cell), PROP_HINT);
    }
  g_object_thaw_notify (G_OBJECT (self));
  if (self->cell != NULL)
    tell_choices (self);
}

/* --- vfuncs ----------------------------------------------------------------------------------- */

static void
rk_form_node_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RkFormNode *self = RK_FORM_NODE (object);

  switch ((RkFormNodeProps) id)
    {
    case PROP_VALUE: g_value_set_string (value, rk_form_node_get_value (self)); break;
    case PROP_RELEVANT: g_value_set_boolean (value, rk_form_node_get_relevant (self)); break;
    case PROP_REQUIRED: g_value_set_boolean (value, rk_form_node_get_required (self)); break;
    case PROP_READONLY: g_value_set_boolean (value, rk_form_node_get_readonly (self)); break;
    case PROP_VIOLATION: g_value_set_int (value, rk_form_node_get_violation (self)); break;
    case PROP_LABEL: g_value_set_string (value, rk_form_node_get_label (self)); break;
    case PROP_HINT: g_value_set_string (value, rk_form_node_get_hint (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rk_form_node_finalize (GObject *object)
{
  RkFormNode *self = RK_FORM_NODE (object);

  g_clear_object (&self->children);
  g_clear_pointer (&self->told_choices, g_ptr_array_unref);
  g_clear_pointer (&self->given_choices, g_ptr_array_unref);
  g_free (self->path);
  g_free (self->value);
  g_free (self->label);
  g_free (self->hint);
  G_OBJECT_CLASS (rk_form_node_parent_class)->finalize (object);
}

static void
rk_form_node_class_init (RkFormNodeClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rk_form_node_get_property;
  object_class->finalize = rk_form_node_finalize;
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  props[PROP_RELEVANT] = g_param_spec_boolean ("relevant", NULL, NULL, TRUE, flags);
  props[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  props[PROP_READONLY] = g_param_spec_boolean ("readonly", NULL, NULL, FALSE, flags);
  props[PROP_VIOLATION] = g_param_spec_int ("violation", NULL, NULL, RK_VIOLATION_NONE,
                                            RK_VIOLATION_REQUIRED, RK_VIOLATION_NONE, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[SIGNAL_CHOICES_CHANGED] =
      g_signal_new ("choices-changed", RK_TYPE_FORM_NODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
}

static void
rk_form_node_init (RkFormNode *self)
{
}

/* --- with the instance ------------------------------------------------------------------------ */

RkFormNode *
rk_form_node_new (RkFormInstance *instance, RkCell *cell)
{
  RkFormNode *self = g_object_new (RK_TYPE_FORM_NODE, NULL);

  self->instance = instance;
  self->cell = cell;
  self->value = g_strdup (rk_cell_get_value (cell));
  self->relevant = cell->relevant;
  self->required = rk_cell_get_required (instance, cell);
  self->readonly = rk_cell_get_readonly (instance, cell);
  self->violation = rk_cell_get_violation (instance, cell);
  return self;
}

RkFormNode *
rk_cell_get_object (RkFormInstance *self, RkCell *cell)
{
  if (cell->object == NULL)
    cell->object = rk_form_node_new (self, cell);
  return cell->object;
}

void
rk_form_node_detach (RkFormNode *self)
{
  g_free (self->path);
  self->path = rk_cell_dup_path (self->cell);
  self->cell = NULL;
  self->instance = NULL;
  if (self->children != NULL)
    g_list_store_remove_all (self->children);
}

RkCell *
rk_form_node_get_cell (RkFormNode *self)
{
  return self->cell;
}

RkFormInstance *
rk_form_node_get_instance (RkFormNode *self)
{
  return self->instance;
}

void
rk_form_node_rows_changed (RkFormNode *self, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (rows,
                     rk_cell_get_object (self->instance,
                                         g_ptr_array_index (self->cell->children, position + i)));
  if (self->children != NULL)
    g_list_store_splice (self->children, position, removed, rows->pdata, added);
}

/* --- public ----------------------------------------------------------------------------------- */

RkNodeType
rk_form_node_get_node_type (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), RK_NODE_LEAF);
  if (self->cell == NULL)
    return RK_NODE_LEAF;
  if (self->cell->is_row)
    return RK_NODE_ROW;
  switch (self->cell->def->type)
    {
    case RK_DEF_GROUP: return RK_NODE_GROUP;
    case RK_DEF_REPEAT: return RK_NODE_REPEAT;
    default: return RK_NODE_LEAF;
    }
}

const char *
rk_form_node_get_path (RkFormNode *self)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  now = self->cell != NULL ? rk_cell_dup_path (self->cell) : NULL;
  if (now != NULL && g_strcmp0 (now, self->path) != 0)
    {
      g_free (self->path);
      self->path = g_steal_pointer (&now);
    }
  return self->path;
}

const char *
rk_form_node_get_nodeset (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  return self->cell != NULL ? self->cell->def->nodeset : "";
}

const char *
rk_form_node_get_name (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  return self->cell != NULL ? self->cell->def->name : "";
}

RkFormNode *
rk_form_node_get_parent (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  if (self->cell == NULL || self->cell->parent == NULL)
    return NULL;
  return rk_cell_get_object (self->instance, self->cell->parent);
}

GListModel *
rk_form_node_get_children (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  if (self->children != NULL)
    return G_LIST_MODEL (self->children);
  self->children = g_list_store_new (RK_TYPE_FORM_NODE);
  for (guint i = 0;
       self->cell != NULL && self->cell->children != NULL && i < self->cell->children->len; i++)
    {
      RkCell *child = g_ptr_array_index (self->cell->children, i);

      if (child != NULL && !child->def->is_attribute)
        g_list_store_append (self->children, rk_cell_get_object (self->instance, child));
    }
  return G_LIST_MODEL (self->children);
}

GPtrArray *
rk_form_node_list_attributes (RkFormNode *self)
{
  GPtrArray *attributes = NULL;
  RkCell *cell;

  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  cell = self->cell;
  if (cell == NULL || cell->children == NULL || (cell->def->type == RK_DEF_REPEAT && !cell->is_row))
    return NULL;
  for (guint i = 0; i < cell->children->len; i++)
    {
      RkCell *child = g_ptr_array_index (cell->children, i);

      if (child == NULL || !child->def->is_attribute ||
          (child->def->bind == NULL && !child->def->is_set))
        continue;
      if (attributes == NULL)
        attributes = g_ptr_array_new ();
      g_ptr_array_add (attributes, rk_cell_get_object (self->instance, child));
    }
  return attributes;
}

const RkControl *
rk_form_node_get_control (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  if (self->cell == NULL || self->cell->def->control == NULL)
    return NULL;
  return &self->cell->def->control->public;
}

RkDataType
rk_form_node_get_data_type (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), RK_DATA_STRING);
  if (self->cell == NULL || self->cell->def->bind == NULL)
    return RK_DATA_STRING;
  return self->cell->def->bind->type;
}

xmlNode *
rk_form_node_get_xml (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  if (self->cell == NULL || (self->cell->def->type == RK_DEF_REPEAT && !self->cell->is_row))
    return NULL;
  return self->cell->xml;
}

const char *
rk_form_node_get_value (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  return self->cell != NULL ? rk_cell_get_value (self->cell) : "";
}

const char *
rk_form_node_get_stored_value (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  return self->cell != NULL ? rk_cell_get_stored (self->cell) : "";
}

gboolean
rk_form_node_get_relevant (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), FALSE);
  return self->cell != NULL && self->cell->relevant;
}

gboolean
rk_form_node_get_required (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), FALSE);
  return self->cell != NULL && rk_cell_get_required (self->instance, self->cell);
}

gboolean
rk_form_node_get_readonly (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), TRUE);
  return self->cell == NULL || rk_cell_get_readonly (self->instance, self->cell);
}

RkViolation
rk_form_node_get_violation (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), RK_VIOLATION_NONE);
  return self->cell != NULL ? rk_cell_get_violation (self->instance, self->cell)
                            : RK_VIOLATION_NONE;
}

char *
rk_form_node_dup_violation_message (RkFormNode *self)
{
  RkViolation violation = rk_form_node_get_violation (self);
  const RkBind *bind = self->cell != NULL ? self->cell->def->bind : NULL;
  const RkLabel *label = NULL;
  g_autofree char *message = NULL;

  if (rk_form_node_is_over_limit (self))
    return g_strdup_printf (_ ("There can be at most %d rows. Enter a smaller number."),
                               RK_FORM_MAX_ROWS);
  if (bind != NULL && violation == RK_VIOLATION_CONSTRAINT)
    label = bind->constraint_message;
  if (bind != NULL && violation == RK_VIOLATION_REQUIRED)
    label = bind->required_message;
  if (label == NULL)
    return NULL;
  message = g_strstrip (rk_form_instance_label (self->instance, self->cell, NULL, label));
  return rk_form_is_no_text (message) ? NULL : g_steal_pointer (&message);
}

const char *
rk_form_node_get_label (RkFormNode *self)
{
  const char *label;

  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  if (self->cell == NULL)
    return self->label;
  label = rk_cell_get_label (self->instance, self->cell);
  if (!self->asked_label)
    self->label = g_strdup (label);
  self->asked_label = TRUE;
  return label;
}

char *
rk_form_node_dup_label_of_rows (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  if (self->cell == NULL)
    return g_strdup (self->label);
  return rk_cell_dup_label_of_rows (self->instance, self->cell);
}

const char *
rk_form_node_get_hint (RkFormNode *self)
{
  const char *hint;

  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  if (self->cell == NULL)
    return self->hint;
  hint = rk_cell_get_hint (self->instance, self->cell);
  if (!self->asked_hint)
    self->hint = g_strdup (hint);
  self->asked_hint = TRUE;
  return hint;
}

guint
rk_form_node_get_max_choices (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), 0);
  return self->cell != NULL && rk_cell_is_select (self->cell) ? rk_cell_get_max_choices (self->cell)
                                                              : 0;
}

GPtrArray *
rk_form_node_get_choices (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  if (self->cell != NULL && rk_cell_is_select (self->cell))
    {
      GPtrArray *now = rk_cell_get_choice_list (self->instance, self->cell);

      /* Only tell_choices() changes what listeners know: who asks early takes it from nobody. */
      if (self->told_choices == NULL)
        self->told_choices = g_ptr_array_ref (now);
      if (now != self->given_choices)
        {
          g_clear_pointer (&self->given_choices, g_ptr_array_unref);
          self->given_choices = g_ptr_array_ref (now);
        }
      return now;
    }
  if (self->told_choices == NULL)
    self->told_choices = g_ptr_array_new ();
  return self->told_choices;
}

const char *
rk_form_node_get_attribute (RkFormNode *self, const char *name)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), NULL);
  if (self->cell == NULL)
    return NULL;
  return rk_form_get_bind_attribute (self->instance->form, self->cell->def->nodeset, name);
}

gboolean
rk_form_node_is_user_controlled (RkFormNode *self)
{
  const RkDef *def;

  g_return_val_if_fail (RK_IS_FORM_NODE (self), FALSE);
  def = self->cell != NULL ? self->cell->def : NULL;
  return def != NULL && def->type == RK_DEF_REPEAT && def->comps[RK_ASPECT_COUNT] == NULL &&
         (def->control == NULL || !def->control->fixed);
}

gboolean
rk_form_node_is_calculated (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), FALSE);
  return self->cell != NULL && self->cell->def->comps[RK_ASPECT_CALCULATE] != NULL;
}

gboolean
rk_form_node_remembers (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), FALSE);
  return self->cell != NULL && self->cell->def->remembers;
}

gboolean
rk_form_node_is_note (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), FALSE);
  return self->cell != NULL && self->cell->def->is_note;
}

gboolean
rk_form_node_is_over_limit (RkFormNode *self)
{
  g_return_val_if_fail (RK_IS_FORM_NODE (self), FALSE);
  return self->cell != NULL && self->cell->over_limit;
}
