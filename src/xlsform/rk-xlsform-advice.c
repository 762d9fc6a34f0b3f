/* SPDX-License-Identifier: EUPL-1.2 */
/* What can be computed but is hardly what its author meant: warnings, one for each cell. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* --- defaults --------------------------------------------------------------------------------- */

static gboolean
is_number (const char *text, gboolean whole)
{
  char *end;

  g_ascii_strtod (text, &end);
  return *text != '\0' && *end == '\0' && strpbrk (text, "xXnN") == NULL &&
         !(whole && strpbrk (text, ".eE") != NULL);
}

static gboolean
is_day (const char *text)
{
  int year, month, day;

  return sscanf (text, "%4d-%2d-%2d", &year, &month, &day) == 3 && year > 0 && month > 0 &&
         month <= 12 && day > 0 && day <= 31 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* How a value of @type is to be written, when @text is not: (nullable), a sentence. */
static const char *
find_misfit (const char *type, const char *text)
{
  if (g_str_equal (type, "int"))
    return is_number (text, TRUE) ? NULL : _ ("Write a whole number, such as 3.");
  if (g_str_equal (type, "decimal"))
    return is_number (text, FALSE) ? NULL : _ ("Write a number with a point, such as 2.5.");
  if (g_str_equal (type, "date"))
    return is_day (text) ? NULL : _ ("Write a date as 2026-11-22, or today().");
  if (g_str_equal (type, "dateTime"))
    return is_day (text) ? NULL : _ ("Write a moment as 2026-11-22T14:30:00, or now().");
  if (g_str_equal (type, "time"))
    return g_regex_match_simple ("^\\d\\d:\\d\\d", text, 0, 0) ? NULL
                                                               : _ ("Write a time as 14:30:00.");
  return NULL;
}

static gboolean
has_choice (const RkXfList *list, const char *name)
{
  for (guint i = 0; i < list->choices->len; i++)
    if (g_strcmp0 (((const RkXfChoice *) g_ptr_array_index (list->choices, i))->name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
check_default_choice (RkXf *self, const RkXfElement *element, const RkXfColumn *column)
{
  const RkXfList *list = rk_xf_list_find (self, element->list);
  gboolean one = g_strcmp0 (element->type->control, "select1") == 0;
  g_auto (GStrv) words = g_strsplit (element->default_value, one ? "\n" : " ", -1);

  for (char **word = words; list != NULL && *word != NULL; word++)
    if (**word != '\0' && !has_choice (list, *word))
      rk_xf_warn (self, "bad-default", element->row, column,
                  /* Translators: a value, the name of a list of choices. */
                  _ ("The default “%s” is no choice of the list “%s”. Use a name of the column "
                     "name of the sheet choices."),
                     *word, list->name);
}

static void
check_default (RkXf *self, const RkXfElement *element)
{
  const RkXfColumn *column = rk_xf_row_column (element->row, "default");
  const char *misfit;

  if (element->default_value == NULL || element->dynamic || column == NULL)
    return;
  if (element->list != NULL)
    {
      check_default_choice (self, element, column);
      return;
    }
  misfit = element->type->type != NULL ? find_misfit (element->type->type, element->default_value)
                                       : NULL;
  if (misfit != NULL)
    rk_xf_warn (self, "bad-default", element->row, column,
                /* Translators: a value, a type of question, a sentence with what to write. */
                _ ("The default “%s” does not fit a question of type %s. %s"),
                   element->default_value, rk_xf_row_get (element->row, "type"), misfit);
}

/* --- conditions ------------------------------------------------------------------------------- */

/* A word that stands alone would be an answer below the question, which there is not. */
static gboolean
is_loose_word (const RkXfRule *rule)
{
  return rule != NULL && rule->column != NULL && rk_xf_is_name (rule->value) &&
         rk_xf_truth (rule->value) < 0;
}

static void
check_conditions (RkXf *self, const RkXfElement *element)
{
  static const char *const names[] = { "required", "readonly", "relevant" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const RkXfRule *rule = rk_xf_rules_find (element->binds, names[i]);

      if (is_loose_word (rule))
        rk_xf_warn (self, "loose-word", element->row, rule->column,
                    /* Translators: what somebody wrote. */
                    _ ("“%s” is not understood here and counts as no. Write yes, true or ja, no, "
                       "false or nee, or a condition such as ${name} = 1."),
                       rule->value);
    }
}

static void
check_itself (RkXf *self, const RkXfElement *element)
{
  const RkXfRule *rule = rk_xf_rules_find (element->binds, "relevant");
  gsize start = 0, end;
  gboolean last_saved, found = FALSE;
  char *name = NULL;

  if (rule == NULL || rule->column == NULL)
    return;
  for (; rk_xf_next_reference (rule->value, &start, &end, &name, &last_saved); start = end)
    {
      found |= !last_saved && g_str_equal (name, element->name);
      g_free (name);
    }
  if (found)
    rk_xf_warn (self, "relevant-on-itself", element->row, rule->column,
                /* Translators: the name of a question. */
                _ ("Whether “%s” is asked depends on its own answer. As long as it is not asked, "
                   "nobody can answer it; use another question."),
                   element->name);
}

static void
check_count (RkXf *self, const RkXfElement *repeat)
{
  const RkXfColumn *column = rk_xf_row_column (repeat->row, "control::jr:count");
  const char *text = rk_xf_row_get (repeat->row, "control::jr:count");

  if (text == NULL || !rk_xf_is_name (text))
    return;
  if (g_hash_table_contains (self->names, text))
    rk_xf_warn (self, "loose-word", repeat->row, column,
                /* Translators: what somebody wrote, twice. */
                _ ("“%s” is no number and gives no rows. Do you mean “${%s}”?"), text, text);
  else
    rk_xf_warn (self, "loose-word", repeat->row, column,
                /* Translators: what somebody wrote. */
                _ ("“%s” is no number and gives no rows. Write a number, or a question such as "
                   "${name}."),
                   text);
}

/* --- filters ---------------------------------------------------------------------------------- */

static gboolean
has_column (const RkXfTable *table, const char *name)
{
  for (guint i = 0; table != NULL && i < table->columns->len; i++)
    {
      const RkXfColumn *column = g_ptr_array_index (table->columns, i);

      if (g_strcmp0 (column->header, name) == 0 || g_strcmp0 (column->key, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_filter (RkXf *self, const RkXfElement *element)
{
  const RkXfColumn *column = rk_xf_row_column (element->row, "choice_filter");
  gsize start = 0, end;

  if (element->choice_filter == NULL || element->list == NULL || self->choices == NULL ||
      rk_xf_list_find (self, element->list) == NULL)
    return;
  for (; rk_xf_next_name (element->choice_filter, &start, &end); start = end)
    {
      g_autofree char *name = g_strndup (element->choice_filter + start, end - start);

      if (!has_column (self->choices, name) && !has_column (self->external, name))
        rk_xf_warn (self, "unknown-column", element->row, column,
                    /* Translators: the name of a column. */
                    _ ("The sheet choices has no column “%s”, so that the filter leaves no choice. "
                       "Add the column, or correct the name; a question is written ${name}."),
                       name);
    }
}

/* --- all -------------------------------------------------------------------------------------- */

static void
check_element (RkXf *self, const RkXfElement *element)
{
  gboolean written = element->row != NULL && element->row->table == self->survey &&
                     g_strcmp0 (rk_xf_row_get (element->row, "name"), element->name) == 0;

  if (written && element->kind == RK_XF_QUESTION && element->type != NULL)
    {
      check_default (self, element);
      check_conditions (self, element);
      check_filter (self, element);
    }
  if (written)
    check_itself (self, element);
  if (written && element->kind == RK_XF_REPEAT)
    check_count (self, element);
  for (guint i = 0; i < element->children->len; i++)
    check_element (self, g_ptr_array_index (element->children, i));
}

void
rk_xf_advise (RkXf *self)
{
  check_element (self, self->root);
}
