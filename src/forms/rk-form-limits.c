/* SPDX-License-Identifier: EUPL-1.2 */
/* Bounds what a form can take: work per operation, and what is told when a limit was reached. A
 * form comes from anywhere; the program stays quick and small whatever it says. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Steps of evaluation in one operation: some seconds on a slow machine, where the largest forms
 * that people use take thousandths. */
#define OPERATION_WORK G_GINT64_CONSTANT (30000000)
#define MAX_PROBLEMS 100

/* --- size ------------------------------------------------------------------------------------- */

static void
count_cell (RkCell *cell, gpointer data)
{
  RkFormInstance *self = data;

  self->n_cells++;
  self->text_bytes += strlen (rk_cell_get_stored (cell));
}

void
rk_form_instance_count_in (RkFormInstance *self, RkCell *cell)
{
  rk_cell_foreach (cell, count_cell, self);
}

void
rk_form_instance_count_out (RkFormInstance *self, const RkCell *cell)
{
  self->n_cells--;
  self->text_bytes -= strlen (rk_cell_get_stored (cell));
}

static guint
count_nodes (const xmlNode *top)
{
  const xmlNode *node = top;
  guint n = 0;

  while (node != NULL)
    {
      n += node->type == XML_ELEMENT_NODE;
      for (const xmlAttr *a = node->type == XML_ELEMENT_NODE ? node->properties : NULL; a != NULL;
           a = a->next)
        n++;
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node != top && node->next == NULL)
        node = node->parent;
      node = node == top ? NULL : node->next;
    }
  return n;
}

gboolean
rk_form_instance_has_room (RkFormInstance *self, const RkDef *repeat)
{
  g_autofree char *message = NULL;

  if (self->n_cells + count_nodes (repeat->template_row) <= RK_FORM_MAX_CELLS)
    return TRUE;
  message = g_strdup_printf (_ ("The form would get more than %d questions; no more rows are "
                                "added."),
                                RK_FORM_MAX_CELLS);
  rk_form_instance_add_problem (self, repeat, "limit", message);
  return FALSE;
}

gboolean
rk_form_instance_fits (RkFormInstance *self, const RkCell *cell, const char *text)
{
  gsize length = strlen (text);
  g_autofree char *message = NULL;

  if (length <= RK_FORM_MAX_VALUE &&
      self->text_bytes - strlen (rk_cell_get_stored (cell)) + length <= RK_FORM_MAX_TEXT)
    return TRUE;
  if (length > RK_FORM_MAX_VALUE)
    message = g_strdup_printf (_ ("The answer is longer than %d characters and is not kept."),
                                  RK_FORM_MAX_VALUE);
  else
    message = g_strdup (_ ("All answers together are longer than 64 MiB; no more is kept."));
  rk_form_instance_add_problem (self, cell->def, "limit", message);
  return FALSE;
}

/* --- changes -----------------------------------------------------------------------------------
 */

void
rk_form_instance_bump (RkFormInstance *self, const RkDef *def)
{
  self->versions[def->index]++;
  self->changes++;
}

/* --- work ------------------------------------------------------------------------------------- */

void
rk_form_instance_renew_budget (RkFormInstance *self)
{
  self->work += (guint64) (self->budget_given - self->budget);
  self->budget = self->budget_given = OPERATION_WORK;
}

guint64
rk_form_instance_get_work (RkFormInstance *self)
{
  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), 0);
  return self->work + (guint64) (self->budget_given - self->budget);
}

/* --- telling ---------------------------------------------------------------------------------- */

void
rk_form_instance_add_problem (RkFormInstance *self, const RkDef *def, const char *code,
                              const char *message)
{
  RkFormMessage *problem;

  for (guint i = 0; i < self->problems->len; i++)
    {
      problem = g_ptr_array_index (self->problems, i);
      if (g_strcmp0 (problem->ref, def->nodeset) == 0 && g_str_equal (problem->message, message))
        return;
    }
  if (self->problems->len >= MAX_PROBLEMS)
    return;
  problem = g_new0 (RkFormMessage, 1);
  problem->severity = RK_FORM_SEVERITY_WARNING;
  problem->code = code;
  problem->line = rk_xml_line (def->element);
  problem->ref = g_strdup (def->nodeset);
  problem->message = g_strdup (message);
  g_ptr_array_add (self->problems, problem);
}

GPtrArray *
rk_form_instance_get_problems (RkFormInstance *self)
{
  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), NULL);
  return self->problems;
}
