/* SPDX-License-Identifier: EUPL-1.2 */
/* Evaluates expressions in a live instance, and what is only computed when somebody asks: required,
 * read-only, the constraint, labels and hints. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How deep texts and lists may ask for other texts and lists. */
#define MAX_NESTING 8

/* --- the host of expressions ------------------------------------------------------------------ */

static const char *
host_node_text (xmlNode *node, gpointer data)
{
  const RkCell *cell = node->_private;

  if (cell == NULL && node->type == XML_TEXT_NODE && node->parent != NULL)
    cell = node->parent->_private;
  if (cell == NULL)
    return NULL;
  if (cell->def->type == RK_DEF_LEAF)
    return rk_cell_get_value (cell);
  return cell->relevant ? NULL : "";
}

static xmlNode *
host_instance (const char *id, gpointer data)
{
  RkFormInstance *self = data;

  if (self->last_saved != NULL && g_hash_table_contains (self->form->last_saved, id))
    return xmlDocGetRootElement (self->last_saved);
  if (g_strcmp0 (id, self->form->primary_id) == 0)
    return self->root->xml;
  return rk_form_get_instance (self->form, id);
}

static const char *
host_language (gpointer data)
{
  return rk_form_instance_get_language (data);
}

static char *
host_itext (const char *id, gpointer data)
{
  RkFormInstance *self = data;
  const RkText *text = rk_form_lookup_text (self->form, self->language, id);
  char *filled = text != NULL ? rk_form_instance_text (self, self->evaluating, text) : NULL;

  if (self->form->has_media)
    {
      g_free (self->asked_text); /* also that of a text inside this one */
      self->asked_text = g_strdup (id);
    }
  return filled;
}

static gboolean
host_is_repeat (xmlNode *element, gpointer data)
{
  const RkCell *cell = element->_private;

  return cell != NULL && cell->is_row;
}

static gboolean
host_only_child (xmlNode *parent, const char *name, xmlNode **child, gpointer data)
{
  const RkCell *cell = parent->_private;
  const RkDef *def;

  if (cell == NULL || cell->def->by_name == NULL || cell->children == NULL)
    return FALSE;
  def = rk_def_get_child (cell->def, name, -1);
  if (def == NULL || def->type == RK_DEF_REPEAT || def->is_attribute || def->has_namesakes)
    return FALSE;
  cell = g_ptr_array_index (cell->children, def->slot);
  *child = cell != NULL ? cell->xml : NULL;
  return TRUE;
}

static guint
host_row_number (xmlNode *element, gpointer data)
{
  const RkCell *cell = element->_private;

  return cell != NULL && cell->is_row ? cell->position + 1 : 0;
}

static gboolean
host_nth_row (xmlNode *parent, const char *name, double number, xmlNode **row, gpointer data)
{
  const RkCell *cell = parent->_private;
  const RkDef *def =
      cell != NULL && cell->children != NULL ? rk_def_get_child (cell->def, name, -1) : NULL;
  const RkCell *range = def != NULL && def->type == RK_DEF_REPEAT
                            ? g_ptr_array_index (cell->children, def->slot)
                            : NULL;

  if (range == NULL)
    return FALSE;
  *row = NULL;
  if (number >= 1 && number <= range->children->len && number == trunc (number))
    *row = ((RkCell *) g_ptr_array_index (range->children, (guint) number - 1))->xml;
  return TRUE;
}

/* Only for what stands in a repeat that is in no other: there all rows mean the same everywhere. */
static guint64
host_version (const char *path, gpointer data)
{
  RkFormInstance *self = data;
  const RkDef *def = rk_form_get_def (self->form, path);
  const RkDef *repeat = def != NULL ? def->repeat : NULL;

  if (repeat == NULL || repeat->parent == NULL || repeat->parent->repeat != NULL ||
      (def->type != RK_DEF_LEAF && def != repeat))
    return 0;
  return 1 + self->rows_version + self->versions[def->index];
}

void
rk_form_instance_init_host (RkFormInstance *self)
{
  self->host.node_text = host_node_text;
  self->host.instance = host_instance;
  self->host.itext = host_itext;
  self->host.language = host_language;
  self->host.choice_name = rk_form_instance_choice_name;
  self->host.is_repeat = host_is_repeat;
  self->host.only_child = host_only_child;
  self->host.row_number = host_row_number;
  self->host.nth_row = host_nth_row;
  self->host.version = host_version;
  self->host.user_data = self;
}

/* --- evaluating ------------------------------------------------------------------------------- */

static void
fill_context (RkFormInstance *self, xmlNode *node, RkXPathContext *context)
{
  context->context = node;
  context->root = (xmlNode *) self->doc;
  context->host = &self->host;
  context->index = self->index;
  context->tz = self->tz;
  context->now_us = self->now_us;
  context->random = self->random;
  context->evaluations = &self->evaluations;
  context->budget = &self->budget;
  context->aggregates = self->aggregates;
}

/* A text that asks for itself, by way of others or not, would do so for ever. */
static gboolean
check_nesting (RkFormInstance *self, GError **error)
{
  if (self->nesting < MAX_NESTING)
    return TRUE;
  g_set_error (
      error, RK_XPATH_ERROR, RK_XPATH_ERROR_LIMIT,
      _ ("A text or list asks for itself, or texts ask for each other, more than %d deep."),
         MAX_NESTING);
  return FALSE;
}

gboolean
rk_form_instance_evaluate (RkFormInstance *self, RkCell *cell, xmlNode *node, const RkXPath *xpath,
                           RkXPathContext *context, RkXPathValue *value, GError **error)
{
  RkCell *outer = self->evaluating;
  g_autoptr (GError) problem = NULL;
  gboolean ok;

  if (self->nesting == 0 && !self->running && !self->loading)
    rk_form_instance_renew_budget (self);
  fill_context (self, node, context);
  if (error != NULL)
    context->aggregates = NULL; /* an expression of the caller, which it frees */
  self->evaluating = cell;
  self->nesting++;
  ok = check_nesting (self, &problem) && rk_xpath_evaluate (xpath, context, value, &problem);
  self->nesting--;
  self->evaluating = outer;
  if (ok)
    return TRUE;
  if (error == NULL)
    rk_form_instance_add_problem (self, cell->def,
                                  problem->code == RK_XPATH_ERROR_LIMIT ? "limit" : "evaluation",
                                  problem->message);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* An expression that fails at run time has no value. */
static gboolean
evaluate (RkFormInstance *self, RkCell *cell, const RkXPath *xpath, RkXPathContext *context,
          RkXPathValue *value)
{
  return rk_form_instance_evaluate (self, cell, cell->xml, xpath, context, value, NULL);
}

gboolean
rk_form_instance_boolean (RkFormInstance *self, RkCell *cell, const RkXPath *xpath,
                          gboolean fallback)
{
  RkXPathContext context = { 0 };
  g_auto (RkXPathValue) value = { 0 };

  if (!evaluate (self, cell, xpath, &context, &value))
    return fallback;
  return rk_xpath_value_to_boolean (&value, &context);
}

char *
rk_form_instance_string (RkFormInstance *self, RkCell *cell, const RkXPath *xpath)
{
  RkXPathContext context = { 0 };
  g_auto (RkXPathValue) value = { 0 };

  if (!evaluate (self, cell, xpath, &context, &value))
    return g_strdup ("");
  if (value.type == RK_XPATH_NUMBER && isnan (value.number))
    return g_strdup (""); /* no number is no value */
  return rk_xpath_value_to_string (&value, &context);
}

double
rk_form_instance_number (RkFormInstance *self, RkCell *cell, const RkXPath *xpath)
{
  RkXPathContext context = { 0 };
  g_auto (RkXPathValue) value = { 0 };

  if (!evaluate (self, cell, xpath, &context, &value))
    return 0;
  return rk_xpath_value_to_number (&value, &context);
}

/* --- texts ------------------------------------------------------------------------------------ */

char *
rk_form_instance_text (RkFormInstance *self, RkCell *cell, const RkText *text)
{
  GPtrArray *segments = rk_form_text_get_segments (text);
  GString *filled = g_string_new (NULL);

  for (guint i = 0; i < segments->len && filled->len <= RK_FORM_MAX_VALUE; i++)
    {
      const RkSegment *segment = g_ptr_array_index (segments, i);
      g_autofree char *output =
          segment->output != NULL ? rk_form_instance_string (self, cell, segment->output) : NULL;

      g_string_append (filled, output != NULL ? output : segment->literal);
    }
  return g_string_free (filled, FALSE);
}

char *
rk_form_instance_label (RkFormInstance *self, RkCell *cell, xmlNode *node, const RkLabel *label)
{
  const RkText *text = label->text;
  RkXPathContext context = { 0 };
  g_auto (RkXPathValue) value = { 0 };

  if (label->itext_id != NULL)
    text = rk_form_lookup_text (self->form, self->language, label->itext_id);
  if (text != NULL)
    return rk_form_instance_text (self, cell, text);
  if (label->xpath == NULL)
    return g_strdup ("");
  if (!rk_form_instance_evaluate (self, cell, node != NULL ? node : cell->xml, label->xpath,
                                  &context, &value, NULL))
    return g_strdup ("");
  return rk_xpath_value_to_string (&value, &context);
}

/* Whether the result of @aspect stands; when not, it is about to be computed. */
static gboolean
is_known (RkFormInstance *self, RkCell *cell, RkAspect aspect)
{
  gboolean known = (cell->known & RK_ASPECT_BIT (aspect)) != 0;

  if (!known && cell->def->comps[aspect] != NULL)
    self->woken[cell->def->comps[aspect]->index] = FALSE;
  cell->known |= RK_ASPECT_BIT (aspect);
  return known;
}

const char *
rk_cell_get_label (RkFormInstance *self, RkCell *cell)
{
  const RkControlDef *control = cell->def->control;

  if (control == NULL || control->label == NULL)
    return NULL;
  if (!is_known (self, cell, RK_ASPECT_LABEL))
    {
      g_free (cell->label);
      cell->label = g_strstrip (rk_form_instance_label (self, cell, NULL, control->label));
    }
  return cell->label;
}

/* Whether @xpath, an output in the label of @def, can differ from row to row of @repeat. */
static gboolean
differs_by_row (const RkXPath *xpath, const RkDef *def, const RkDef *repeat)
{
  const RkXPathReads by_row = RK_XPATH_READ_POSITION | RK_XPATH_READ_ANY | RK_XPATH_READ_RANDOM;
  g_autoptr (GPtrArray) paths = NULL;
  gboolean differs = (rk_xpath_get_reads (xpath, def->nodeset, &paths, NULL) & by_row) != 0;
  gsize length = strlen (repeat->nodeset);

  for (guint i = 0; i < paths->len && !differs; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      differs = strncmp (path, repeat->nodeset, length) == 0 &&
                (path[length] == '/' || path[length] == '\0');
    }
  return differs;
}

char *
rk_cell_dup_label_of_rows (RkFormInstance *self, RkCell *cell)
{
  const RkControlDef *control = cell->def->control;
  const RkLabel *label = control != NULL ? control->label : NULL;
  const RkText *text = label != NULL ? label->text : NULL;
  const RkDef *repeat = cell->def->parent;
  GPtrArray *segments;
  GString *filled;

  while (repeat != NULL && repeat->type != RK_DEF_REPEAT)
    repeat = repeat->parent;
  if (label != NULL && label->itext_id != NULL)
    text = rk_form_lookup_text (self->form, self->language, label->itext_id);
  if (text == NULL || repeat == NULL)
    return g_strdup (rk_cell_get_label (self, cell));
  segments = rk_form_text_get_segments (text);
  filled = g_string_new (NULL);
  for (guint i = 0; i < segments->len && filled->len <= RK_FORM_MAX_VALUE; i++)
    {
      const RkSegment *segment = g_ptr_array_index (segments, i);
      g_autofree char *output = NULL;

      if (segment->output != NULL && differs_by_row (segment->output, cell->def, repeat))
        output = g_strdup ("…");
      else if (segment->output != NULL)
        output = rk_form_instance_string (self, cell, segment->output);
      g_string_append (filled, output != NULL ? output : segment->literal);
    }
  return g_strstrip (g_string_free (filled, FALSE));
}

const char *
rk_cell_get_hint (RkFormInstance *self, RkCell *cell)
{
  const RkControlDef *control = cell->def->control;

  if (control == NULL || control->hint == NULL)
    return NULL;
  if (!is_known (self, cell, RK_ASPECT_HINT))
    {
      g_free (cell->hint);
      cell->hint = g_strstrip (rk_form_instance_label (self, cell, NULL, control->hint));
      if (rk_form_is_no_text (cell->hint))
        *cell->hint = '\0';
    }
  return cell->hint;
}

/* --- rules ------------------------------------------------------------------------------------ */

gboolean
rk_cell_get_required (RkFormInstance *self, RkCell *cell)
{
  const RkComp *comp = cell->def->comps[RK_ASPECT_REQUIRED];

  if (comp != NULL && !is_known (self, cell, RK_ASPECT_REQUIRED))
    cell->required = rk_form_instance_boolean (self, cell, comp->xpath, FALSE);
  return cell->required;
}

static gboolean
get_own_readonly (RkFormInstance *self, RkCell *cell)
{
  const RkComp *comp = cell->def->comps[RK_ASPECT_READONLY];

  if (comp != NULL && !is_known (self, cell, RK_ASPECT_READONLY))
    cell->own_readonly = rk_form_instance_boolean (self, cell, comp->xpath, FALSE);
  return cell->own_readonly;
}

gboolean
rk_cell_get_readonly (RkFormInstance *self, RkCell *cell)
{
  for (; cell != NULL; cell = cell->parent)
    if (get_own_readonly (self, cell))
      return TRUE;
  return FALSE;
}

RkViolation
rk_cell_get_violation (RkFormInstance *self, RkCell *cell)
{
  const RkComp *comp = cell->def->comps[RK_ASPECT_CONSTRAINT];
  gboolean empty = *rk_cell_get_value (cell) == '\0';

  if (!cell->relevant || cell->def->type != RK_DEF_LEAF)
    return RK_VIOLATION_NONE;
  if (empty)
    return rk_cell_get_required (self, cell) ? RK_VIOLATION_REQUIRED : RK_VIOLATION_NONE;
  if (comp != NULL && !is_known (self, cell, RK_ASPECT_CONSTRAINT))
    cell->satisfied = rk_form_instance_boolean (self, cell, comp->xpath, TRUE);
  return comp == NULL || cell->satisfied ? RK_VIOLATION_NONE : RK_VIOLATION_CONSTRAINT;
}
