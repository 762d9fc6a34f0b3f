/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-questions.h"

#include "rk-addition.h"

RkQuestion *
rk_questions_find (GListModel *sections, const char *id, RkSection **found_section)
{
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);
      GListModel *questions = rk_section_get_questions (section);

      for (guint j = 0; j < g_list_model_get_n_items (questions); j++)
        {
          g_autoptr (RkQuestion) question = g_list_model_get_item (questions, j);

          if (!g_str_equal (rk_question_get_id (question), id))
            continue;
          if (found_section != NULL)
            *found_section = g_object_ref (section);
          return g_steal_pointer (&question);
        }
    }
  return NULL;
}

RkSection *
rk_questions_find_section (GListModel *sections, const char *id)
{
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);

      if (g_str_equal (rk_section_get_id (section), id))
        return g_steal_pointer (&section);
    }
  return NULL;
}

int
rk_questions_index_of (GListModel *sections, RkSection *wanted)
{
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);

      if (section == wanted)
        return (int) i;
    }
  return -1;
}

RkSection *
rk_questions_step_section (GListModel *sections, RkSection *section, int step)
{
  int n = (int) g_list_model_get_n_items (sections);

  for (int i = rk_questions_index_of (sections, section) + step; i >= 0 && i < n; i += step)
    {
      g_autoptr (RkSection) other = g_list_model_get_item (sections, i);

      if (rk_section_get_shown (other) > 0)
        return g_steal_pointer (&other);
    }
  return NULL;
}

int
rk_questions_step_page (RkSection *section, int page, int step)
{
  GListModel *questions = rk_section_get_questions (section);
  int n = (int) g_list_model_get_n_items (questions);

  /* Questions are in the order of their pages. */
  for (int i = step > 0 ? 0 : n - 1; i >= 0 && i < n; i += step)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);
      int other = (int) rk_question_get_page (question);

      if (rk_question_get_visible (question) && (step > 0 ? other > page : other < page))
        return other;
    }
  return -1;
}

guint
rk_questions_count_pages (RkSection *section, int page, guint *place)
{
  GListModel *questions = rk_section_get_questions (section);
  guint n = 0;
  int last = -1;

  *place = 0;
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);
      int other = (int) rk_question_get_page (question);

      if (other == last || !rk_question_get_visible (question))
        continue;
      last = other;
      n++;
      if (other <= page)
        *place = n;
    }
  return n;
}

gboolean
rk_question_is_open (RkQuestion *question)
{
  return rk_question_get_visible (question) && rk_question_counts (question) &&
         !rk_question_get_answered (question) && !rk_addition_is (rk_question_get_node (question));
}

static GPtrArray *
list_all (GListModel *sections)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);
      GListModel *questions = rk_section_get_questions (section);

      for (guint j = 0; j < g_list_model_get_n_items (questions); j++)
        g_ptr_array_add (all, g_list_model_get_item (questions, j));
    }
  return all;
}

RkQuestion *
rk_questions_find_next (GListModel *sections, const char *id)
{
  g_autoptr (GPtrArray) all = list_all (sections);
  gboolean passed = FALSE;

  for (guint i = 0; id != NULL && i < all->len; i++)
    {
      RkQuestion *question = g_ptr_array_index (all, i);

      if (passed && rk_question_get_visible (question) && rk_question_counts (question) &&
          !rk_addition_is (rk_question_get_node (question)))
        return g_object_ref (question);
      passed = passed || g_str_equal (rk_question_get_id (question), id);
    }
  return NULL;
}

RkQuestion *
rk_questions_find_open (GListModel *sections, const char *id, int step)
{
  g_autoptr (GPtrArray) all = list_all (sections);
  int n = (int) all->len, start = step > 0 ? -1 : n;

  for (int i = 0; id != NULL && i < n; i++)
    if (g_str_equal (rk_question_get_id (g_ptr_array_index (all, i)), id))
      start = i;
  for (int i = 1; i <= n; i++)
    {
      RkQuestion *question = g_ptr_array_index (all, ((start + step * i) % n + n) % n);

      if (rk_question_is_open (question))
        return g_object_ref (question);
    }
  return NULL;
}
