/* SPDX-License-Identifier: EUPL-1.2 */
/* A live instance: made from its form, changed by operations, at rest after each. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (RkFormInstance, rk_form_instance, G_TYPE_OBJECT)

static guint changed_signal;

/* --- vfuncs ----------------------------------------------------------------------------------- */

static void
rk_form_instance_finalize (GObject *object)
{
  RkFormInstance *self = RK_FORM_INSTANCE (object);

  if (self->root != NULL)
    rk_cell_free (self, self->root);
  for (guint i = 0; i < self->n_orders; i++)
    g_ptr_array_unref (self->queue[i]);
  g_free (self->queue);
  g_free (self->heads);
  g_free (self->versions);
  g_free (self->woken);
  g_clear_pointer (&self->aggregates, g_hash_table_unref);
  g_clear_pointer (&self->shared, g_hash_table_unref);
  g_ptr_array_unref (self->touched);
  g_ptr_array_unref (self->fired);
  g_ptr_array_unref (self->problems);
  g_clear_pointer (&self->doc, xmlFreeDoc);
  g_clear_pointer (&self->last_saved, xmlFreeDoc);
  g_clear_pointer (&self->tz, g_time_zone_unref);
  g_clear_pointer (&self->random, g_rand_free);
  g_clear_pointer (&self->index, rk_xpath_index_free);
  g_clear_pointer (&self->properties, g_hash_table_unref);
  g_clear_pointer (&self->asked_text, g_free);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (rk_form_instance_parent_class)->finalize (object);
}

static void
rk_form_instance_class_init (RkFormInstanceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_form_instance_finalize;
  changed_signal = g_signal_new ("changed", RK_TYPE_FORM_INSTANCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
rk_form_instance_init (RkFormInstance *self)
{
  self->touched = g_ptr_array_new ();
  self->fired = g_ptr_array_new ();
  self->index = rk_xpath_index_new ();
  self->shared = rk_shared_lists_new ();
  self->aggregates = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
}

/* --- making ----------------------------------------------------------------------------------- */

static void
take_environment (RkFormInstance *self, const RkFormEnvironment *environment)
{
  if (environment == NULL)
    return;
  self->now_us = environment->now_us;
  if (environment->tz != NULL)
    self->tz = g_time_zone_ref (environment->tz);
  if (environment->seeded)
    self->random = g_rand_new_with_seed (environment->seed);
  if (environment->properties != NULL)
    self->properties = g_hash_table_ref (environment->properties);
  if (environment->last_saved != NULL) /* one that cannot be read is as good as none */
    self->last_saved = rk_form_parse_xml (environment->last_saved, strlen (environment->last_saved),
                                          "last-saved", NULL);
}

static void
make_queue (RkFormInstance *self)
{
  self->n_orders = self->form->ordered->len;
  self->first_dirty = self->n_orders;
  self->queue = g_new0 (GPtrArray *, MAX (1, self->n_orders));
  self->heads = g_new0 (guint, MAX (1, self->n_orders));
  self->versions = g_new0 (guint64, self->form->defs->len);
  self->woken = g_new0 (guint8, MAX (1, self->form->comps->len));
  for (guint i = 0; i < self->n_orders; i++)
    self->queue[i] = g_ptr_array_new ();
}

RkFormInstance *
rk_form_instance_new (RkForm *form, const RkFormEnvironment *environment, GError **error)
{
  RkFormInstance *self;

  g_return_val_if_fail (RK_IS_FORM (form), NULL);
  self = g_object_new (RK_TYPE_FORM_INSTANCE, NULL);
  self->form = g_object_ref (form);
  take_environment (self, environment);
  rk_form_instance_init_host (self);
  make_queue (self);
  self->doc = xmlNewDoc (BAD_CAST "1.0");
  self->root = rk_cell_new_tree (form, self->doc);
  self->loading = TRUE;
  rk_form_instance_renew_budget (self);
  rk_cell_encode_defaults (self->root);
  rk_form_instance_count_in (self, self->root);
  self->restored = environment != NULL && environment->restored;
  if (!self->restored)
    rk_form_instance_first_load (self);
  rk_form_instance_mark_new (self, self->root);
  rk_form_instance_settle (self);
  rk_form_instance_every_load (self);
  rk_form_instance_settle (self);
  self->loading = FALSE;
  self->restored = FALSE;
  return self;
}

/* --- asking ----------------------------------------------------------------------------------- */

RkForm *
rk_form_instance_get_form (RkFormInstance *self)
{
  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), NULL);
  return self->form;
}

RkFormNode *
rk_form_instance_get_root (RkFormInstance *self)
{
  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), NULL);
  return rk_cell_get_object (self, self->root);
}

RkFormNode *
rk_form_instance_find (RkFormInstance *self, const char *path)
{
  RkCell *cell;

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), NULL);
  cell = rk_cell_find (self->root, path);
  return cell != NULL ? rk_cell_get_object (self, cell) : NULL;
}

const char *
rk_form_instance_get_language (RkFormInstance *self)
{
  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), NULL);
  return g_ptr_array_index (self->form->languages, self->language);
}

guint64
rk_form_instance_get_evaluations (RkFormInstance *self)
{
  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), 0);
  return self->evaluations;
}

char *
rk_form_instance_dup_control_label (RkFormInstance *self, const RkControl *control,
                                    RkFormNode *context)
{
  const RkControlDef *def = (const RkControlDef *) control;
  RkCell *cell = context != NULL ? rk_form_node_get_cell (context) : NULL;

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), NULL);
  if (def->label == NULL)
    return NULL;
  return g_strstrip (
      rk_form_instance_label (self, cell != NULL ? cell : self->root, NULL, def->label));
}

char *
rk_form_instance_dup_control_hint (RkFormInstance *self, const RkControl *control,
                                   RkFormNode *context)
{
  const RkControlDef *def = (const RkControlDef *) control;
  RkCell *cell = context != NULL ? rk_form_node_get_cell (context) : NULL;
  g_autofree char *hint = NULL;

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), NULL);
  if (def->hint == NULL)
    return NULL;
  hint =
      g_strstrip (rk_form_instance_label (self, cell != NULL ? cell : self->root, NULL, def->hint));
  return rk_form_is_no_text (hint) ? NULL : g_steal_pointer (&hint);
}

gboolean
rk_form_instance_evaluate_string (RkFormInstance *self, RkFormNode *node, const char *expression,
                                  char **text, GError **error)
{
  RkCell *cell = node != NULL ? rk_form_node_get_cell (node) : NULL;
  RkXPathContext context = { 0 };
  g_autoptr (RkXPath) xpath = NULL;
  g_auto (RkXPathValue) value = { 0 };

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), FALSE);
  xpath = rk_xpath_compile (expression, NULL, NULL, error);
  if (xpath == NULL)
    return FALSE;
  cell = cell != NULL ? cell : self->root;
  if (!rk_form_instance_evaluate (self, cell, cell->xml, xpath, &context, &value, error))
    return FALSE;
  *text = rk_xpath_value_to_string (&value, &context);
  return TRUE;
}

/* --- entering --------------------------------------------------------------------------------- */

static char *
encode_for (RkFormInstance *self, RkCell *cell, const char *text)
{
  RkDataType type = cell->def->bind != NULL ? cell->def->bind->type : RK_DATA_STRING;
  const RkControl *control = cell->def->control != NULL ? &cell->def->control->public : NULL;

  if (*text == '\0' || control == NULL)
    return rk_form_encode (type, text);
  switch (control->type)
    {
    case RK_CONTROL_SELECT1:
      if (rk_cell_is_select (cell) &&
          rk_choice_set_find (rk_cell_get_choices (self, cell), text) < 0)
        return g_strdup ("");
      return g_strdup (text);
    case RK_CONTROL_SELECT:
    case RK_CONTROL_RANK:
      if (!rk_cell_is_select (cell))
        return g_strdup (text);
      return rk_choice_set_arrange (rk_cell_get_choices (self, cell), text,
                                    control->type == RK_CONTROL_SELECT ? RK_WORDS_BY_LIST
                                                                       : RK_WORDS_ALL);
    case RK_CONTROL_RANGE: return rk_form_encode_range (control, type, text);
    case RK_CONTROL_TRIGGER: return g_strdup (g_str_equal (text, "OK") ? "OK" : "");
    default: return rk_form_encode (type, text);
    }
}

char *
rk_form_instance_encode (RkFormInstance *self, RkFormNode *node, const char *text)
{
  RkCell *cell = rk_form_node_get_cell (node);

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), NULL);
  if (cell == NULL || cell->def->type != RK_DEF_LEAF)
    return g_strdup ("");
  return encode_for (self, cell, text);
}

RkReject
rk_form_instance_set_value (RkFormInstance *self, RkFormNode *node, const char *text)
{
  RkCell *cell = rk_form_node_get_cell (node);
  g_autofree char *encoded = NULL;

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), RK_REJECT_NO_SUCH_NODE);
  if (cell == NULL)
    return RK_REJECT_NO_SUCH_NODE;
  if (rk_cell_get_readonly (self, cell))
    return RK_REJECT_READONLY;
  if (!cell->relevant)
    return RK_REJECT_NOT_RELEVANT;
  if (cell->def->type != RK_DEF_LEAF || cell->def->control == NULL || cell->def->is_note)
    return RK_REJECT_NOT_SETTABLE;
  if (!rk_form_instance_fits (self, cell, text))
    return RK_REJECT_LIMIT;
  encoded = encode_for (self, cell, text);
  rk_form_instance_store (self, cell, encoded);
  rk_form_instance_settle (self);
  return RK_REJECT_NONE;
}

void
rk_form_instance_restore_value (RkFormInstance *self, RkFormNode *node, const char *value)
{
  RkCell *cell = rk_form_node_get_cell (node);

  g_return_if_fail (RK_IS_FORM_INSTANCE (self));
  if (cell == NULL || cell->def->type != RK_DEF_LEAF)
    return;
  /* what a person put in place of a calculated value stands until its inputs change again */
  cell->restored = self->frozen > 0 && cell->def->control != NULL &&
                   cell->def->comps[RK_ASPECT_CALCULATE] != NULL &&
                   !rk_cell_get_readonly (self, cell);
  rk_form_instance_store (self, cell, value);
  rk_form_instance_settle (self);
}

RkReject
rk_form_instance_set_language (RkFormInstance *self, const char *language)
{
  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), RK_REJECT_NO_SUCH_LANGUAGE);
  for (guint i = 0; i + 1 < self->form->languages->len; i++)
    if (g_str_equal (g_ptr_array_index (self->form->languages, i), language))
      {
        self->language = i;
        rk_form_instance_language_changed (self);
        rk_form_instance_settle (self);
        return RK_REJECT_NONE;
      }
  return RK_REJECT_NO_SUCH_LANGUAGE;
}

void
rk_form_instance_freeze (RkFormInstance *self)
{
  g_return_if_fail (RK_IS_FORM_INSTANCE (self));
  self->frozen++;
}

static void
end_restoring (RkCell *cell, gpointer data)
{
  cell->restored = FALSE;
}

void
rk_form_instance_thaw (RkFormInstance *self)
{
  g_return_if_fail (RK_IS_FORM_INSTANCE (self) && self->frozen > 0);
  self->frozen--;
  rk_form_instance_settle (self);
  if (self->frozen == 0)
    rk_cell_foreach (self->root, end_restoring, NULL);
}
