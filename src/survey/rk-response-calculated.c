/* SPDX-License-Identifier: EUPL-1.2 */
/* What the questionnaire fills in itself: calculated values and what it notes about the answering,
 * such as when it started. */
#include "config.h"
#include "rk-response-private.h"

typedef struct
{
  GHashTable *answers; /* the leaves that a person answers */
  RkCalculatedVisit visit;
  gpointer data;
} Walk;

static void
note_question (RkQuestion *question, gpointer user_data)
{
  GHashTable *answers = user_data;
  g_autoptr (GPtrArray) leaves = rk_question_list_leaves (question);
  GPtrArray *additions = rk_question_get_additions (question);

  if (rk_question_get_question_type (question) == RK_QUESTION_REPEAT)
    {
      GListModel *rows = rk_form_node_get_children (rk_question_get_node (question));

      for (guint r = 0; r < g_list_model_get_n_items (rows); r++)
        {
          g_autoptr (RkFormNode) row = g_list_model_get_item (rows, r);
          g_autoptr (GListModel) fields = rk_question_list_fields (question, row);

          for (guint f = 0; f < g_list_model_get_n_items (fields); f++)
            {
              g_autoptr (RkQuestion) field = g_list_model_get_item (fields, f);

              note_question (field, answers);
            }
        }
    }
  for (guint i = 0; rk_question_counts (question) && i < leaves->len; i++)
    g_hash_table_add (answers, g_ptr_array_index (leaves, i));
  for (guint i = 0; i < additions->len; i++)
    note_question (g_ptr_array_index (additions, i), answers);
}

static void
walk (Walk *self, RkFormNode *node)
{
  GListModel *children;

  if (!rk_form_node_get_relevant (node))
    return;
  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    {
      if (*rk_form_node_get_value (node) != '\0' && !g_hash_table_contains (self->answers, node))
        self->visit (node, self->data);
      return;
    }
  children = rk_form_node_get_children (node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      walk (self, child);
    }
}

void
rk_response_visit_calculated (RkResponse *self, RkCalculatedVisit visit, gpointer user_data)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (NULL, NULL);
  Walk all = { answers, visit, user_data };

  rk_response_visit_questions (self, note_question, answers);
  walk (&all, rk_form_instance_get_root (self->instance));
}

char *
rk_response_dup_row_number (RkFormNode *node)
{
  g_autofree char *number = g_strdup ("");

  for (; node != NULL; node = rk_form_node_get_parent (node))
    {
      GListModel *rows;
      char *longer;
      guint position = 0;

      if (rk_form_node_get_node_type (node) != RK_NODE_ROW)
        continue;
      rows = rk_form_node_get_children (rk_form_node_get_parent (node));
      for (gboolean found = FALSE; !found && position < g_list_model_get_n_items (rows); position++)
        {
          g_autoptr (RkFormNode) row = g_list_model_get_item (rows, position);

          found = row == node;
        }
      longer = g_strdup_printf ("%u%s%s", position, *number != '\0' ? "." : "", number);
      g_free (number);
      number = longer;
    }
  return g_steal_pointer (&number);
}
