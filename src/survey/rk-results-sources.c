/* SPDX-License-Identifier: EUPL-1.2 */
/* Which questions a figure is made of. The form's own dependencies tell, whatever the form. */
#include "config.h"
#include "rk-results-private.h"

#include "rk-format.h"
#include "rk-response-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  GPtrArray *nodesets; /* what the figure reads */
  GPtrArray *sources;
} Search;

static void
free_source (gpointer data)
{
  RkSource *source = data;

  g_object_unref (source->question);
  g_free (source->answer);
  g_free (source);
}

/* A question counts as read when it is, or when a part of it is: a cell of a matrix, a field of a
 * row. */
static gboolean
is_read (GPtrArray *nodesets, const char *question)
{
  gsize n = strlen (question);

  for (guint i = 0; i < nodesets->len; i++)
    {
      const char *nodeset = g_ptr_array_index (nodesets, i);

      if (strncmp (nodeset, question, n) == 0 && (nodeset[n] == '\0' || nodeset[n] == '/'))
        return TRUE;
    }
  return FALSE;
}

/* What stands beside a question ("other, namely") is part of its answer. */
static gboolean
is_source (GPtrArray *nodesets, RkQuestion *question)
{
  GPtrArray *additions = rk_question_get_additions (question);

  if (is_read (nodesets, rk_form_node_get_nodeset (rk_question_get_node (question))))
    return TRUE;
  for (guint i = 0; i < additions->len; i++)
    if (is_source (nodesets, g_ptr_array_index (additions, i)))
      return TRUE;
  return FALSE;
}

static RkCounts
judge (RkQuestion *question, const char *answer)
{
  RkCounts reason = rk_results_find_reason (question);

  if (reason == RK_COUNTS_NOT_HIDDEN || *answer == '\0')
    return reason;
  if (rk_question_get_question_type (question) == RK_QUESTION_REPEAT ||
      reason == RK_COUNTS_NOT_UNANSWERED)
    return RK_COUNTS; /* an answer without a meaning of its own */
  return reason;
}

static void
add_source (RkQuestion *question, gpointer data)
{
  Search *search = data;
  RkSource *source;

  if (!is_source (search->nodesets, question))
    return;
  source = g_new0 (RkSource, 1);
  source->question = g_object_ref (question);
  source->answer = rk_question_dup_answer_text (question);
  source->counts = judge (question, source->answer);
  g_ptr_array_add (search->sources, source);
}

GPtrArray *
rk_results_list_sources (RkResponse *response, const char *nodeset)
{
  RkForm *form = rk_form_instance_get_form (rk_response_get_instance (response));
  g_autoptr (GPtrArray) nodesets = rk_form_list_sources (form, nodeset);
  GPtrArray *sources = g_ptr_array_new_with_free_func (free_source);
  Search search = { nodesets, sources };

  rk_response_visit_questions (response, add_source, &search);
  return sources;
}

char *
rk_indicator_dup_text (const RkIndicator *indicator)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (indicator != NULL, NULL);

  value = rk_format_number (indicator->value, indicator->decimals);
  if (isnan (indicator->value) || *indicator->unit == '\0')
    return g_steal_pointer (&value);
  return g_strdup_printf ("%s\u00a0%s", value, indicator->unit);
}
