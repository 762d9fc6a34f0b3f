/* SPDX-License-Identifier: EUPL-1.2 */
/* Bounds what a form can take: work per operation, and what is told when a limit was reached. A
 * form comes from anywhere; the program stays quick and small whatever it says. */
#include "config.h"
#include "rk-form-instance-private.h"

/* Steps of evaluation in one operation: some seconds on a slow machine, where the largest forms
 * that people use take thousandths. */
#define OPERATION_WORK G_GINT64_CONSTANT (100000000)
#define MAX_PROBLEMS 100

void
rk_form_instance_renew_budget (RkFormInstance *self)
{
  self->budget = OPERATION_WORK;
}

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
