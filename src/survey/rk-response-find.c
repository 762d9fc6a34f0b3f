/* SPDX-License-Identifier: EUPL-1.2 */
/* From what is in the workspace to what people see of it. */
#include "config.h"
#include "rk-response-private.h"

#include <string.h>

static RkFormNode *
find_row (RkResponse *self, const char *id)
{
  GHashTableIter iter;
  RkRow *row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    if (g_str_equal (row->id, id))
      return row->node;
  return NULL;
}

RkFormNode *
rk_response_find_record (RkResponse *self, const char *kind, const char *id)
{
  RkLeaf *leaf;

  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  if (g_str_equal (kind, "answer_row"))
    return find_row (self, id);
  leaf = g_str_equal (kind, "answer") ? g_hash_table_lookup (self->by_id, id) : NULL;
  return leaf != NULL ? leaf->node : NULL;
}

typedef struct
{
  RkFormNode *node;
  RkQuestion *found;
} Search;

/* Whether @node is @other or stands below it. */
static gboolean
is_in (RkFormNode *node, RkFormNode *other)
{
  while (node != NULL && node != other)
    node = rk_form_node_get_parent (node);
  return node != NULL;
}

static void
look_in_question (RkQuestion *question, gpointer user_data)
{
  Search *search = user_data;
  GPtrArray *additions = rk_question_get_additions (question);
  g_autoptr (GPtrArray) leaves = NULL;

  if (search->found != NULL)
    return;
  leaves = rk_question_list_leaves (question);
  g_ptr_array_add (leaves, rk_question_get_node (question));
  for (guint i = 0; i < additions->len; i++)
    g_ptr_array_add (leaves, rk_question_get_node (g_ptr_array_index (additions, i)));
  for (guint i = 0; i < leaves->len && search->found == NULL; i++)
    if (is_in (search->node, g_ptr_array_index (leaves, i)))
      search->found = question;
}

RkQuestion *
rk_response_find_question (RkResponse *self, RkFormNode *node)
{
  Search search = { node, NULL };

  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  rk_response_visit_questions (self, look_in_question, &search);
  return search.found;
}
