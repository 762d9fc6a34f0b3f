/* SPDX-License-Identifier: EUPL-1.2 */
/* Questions with choices: of a list in the workbook, in a file beside it, or of answers given. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a type such as "select_one colours or_other" says. */
typedef struct
{
  const char *type; /* of rk_xf_type_find() */
  gboolean from_file;
  gboolean external;
  gboolean or_other;
  char *list;
} Parsed;

static const struct
{
  const char *command;
  const char *type;
  gboolean from_file;
  gboolean external;
} commands[] = {
  { "select one from file", "select one", TRUE, FALSE },
  { "select multiple from file", "select all that apply", TRUE, FALSE },
  { "select one external", "select one", FALSE, TRUE },
  { "select one from", "select one", FALSE, FALSE },
  { "select one using", "select one", FALSE, FALSE },
  { "select multiple from", "select all that apply", FALSE, FALSE },
  { "select multiple using", "select all that apply", FALSE, FALSE },
  { "select all that apply from", "select all that apply", FALSE, FALSE },
  { "select all that apply", "select all that apply", FALSE, FALSE },
  { "add select one prompt using", "select one", FALSE, FALSE },
  { "add select multiple prompt using", "select all that apply", FALSE, FALSE },
  { "select multiple", "select all that apply", FALSE, FALSE },
  { "select one", "select one", FALSE, FALSE },
  { "select1", "select one", FALSE, FALSE },
  { "rank", "rank", FALSE, FALSE },
};

/* Takes "or_other" and the like off the end of @rest. */
static gboolean
take_other (char *rest)
{
  static const char *const endings[] = { " or specify other", " or_other", " or other" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (rest, endings[i]))
      {
        rest[strlen (rest) - strlen (endings[i])] = '\0';
        g_strchomp (rest);
        return TRUE;
      }
  return FALSE;
}

/* FALSE when it is no select; the list is empty when none is named. */
static gboolean
parse_type (const char *text, Parsed *parsed)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  g_strdelimit (lower, "_", ' ');
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gsize n = strlen (commands[i].command);

      if (!g_str_has_prefix (lower, commands[i].command) || (lower[n] != ' ' && lower[n] != '\0'))
        continue;
      parsed->type = commands[i].type;
      parsed->from_file = commands[i].from_file;
      parsed->external = commands[i].external;
      parsed->list = g_strstrip (g_strdup (text + n));
      parsed->or_other = take_other (parsed->list);
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_file (const char *list)
{
  return g_str_has_suffix (list, ".csv") || g_str_has_suffix (list, ".xml") ||
         g_str_has_suffix (list, ".geojson");
}

/* --- the list --------------------------------------------------------------------------------- */

static void
complain_list (RkXf *self, const RkXfRow *row, const char *name, gboolean external)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const RkXfColumn *column = rk_xf_row_column (row, "type");
  const char *nearest;

  for (guint i = 0; i < self->lists->len; i++)
    g_ptr_array_add (names, ((RkXfList *) g_ptr_array_index (self->lists, i))->name);
  nearest = rk_xf_nearest (name, names);
  if (*name == '\0')
    rk_xf_error (self, "no-list", row, column,
                 _ ("The type does not say which list to choose from. Write for example "
                    "“select_one colours”."));
  else if (external)
    rk_xf_error (self, "unknown-list", row, column,
                 /* Translators: the name of a list. */
                 _ ("There is no list “%s” in the sheet external_choices. Add its choices there."),
                    name);
  else if (self->lists->len == 0)
    rk_xf_error (self, "unknown-list", row, column,
                 /* Translators: the name of a list. */
                 _ ("There is no list “%s”: the sheet choices is missing or empty. Add the sheet "
                    "with the columns list_name, name and label."),
                    name);
  else if (nearest != NULL)
    rk_xf_error (self, "unknown-list", row, column,
                 /* Translators: two names of lists. */
                 _ ("There is no list “%s” in the sheet choices. Do you mean “%s”?"), name,
                    nearest);
  else
    rk_xf_error (self, "unknown-list", row, column,
                 /* Translators: the name of a list. */
                 _ ("There is no list “%s” in the sheet choices. Add its choices there."), name);
}

/* An answer of several choices is kept as words between blanks. */
static void
check_blanks (RkXf *self, const RkXfRow *row, const RkXfList *list)
{
  for (guint i = 0; i < list->choices->len; i++)
    {
      const RkXfChoice *choice = g_ptr_array_index (list->choices, i);

      if (strchr (choice->name, ' ') != NULL)
        rk_xf_error (self, "blank-in-choice", choice->row, rk_xf_row_column (choice->row, "name"),
                     /* Translators: the name of a choice, the number of a row. */
                     _ ("The name “%s” holds a blank, which cannot be told from two choices in row "
                        "%u of the sheet survey. Write an underscore instead."),
                        choice->name, row->number);
    }
}

static RkXfList *
check_list (RkXf *self, const RkXfRow *row, const Parsed *parsed)
{
  RkXfList *list = rk_xf_list_find (self, parsed->list);

  if (list == NULL)
    complain_list (self, row, parsed->list, parsed->external);
  else if (!g_str_equal (parsed->type, "select one"))
    check_blanks (self, row, list);
  return list;
}

static gboolean
check_file (RkXf *self, const RkXfRow *row, const Parsed *parsed)
{
  if (is_file (parsed->list) && strchr (parsed->list, '/') == NULL)
    return TRUE;
  rk_xf_error (self, "bad-file", row, rk_xf_row_column (row, "type"),
               /* Translators: the name of a file. */
               _ ("The choices cannot be read from “%s”. Name a file that ends on .csv, .xml or "
                  ".geojson and stands beside the form."),
                  parsed->list);
  return FALSE;
}

/* --- one more question: which other ----------------------------------------------------------- */

static void
add_specify (const RkXfElement *element, const RkXfList *list)
{
  g_autoptr (GPtrArray) languages = rk_xf_list_languages (list);
  g_autofree char *name = g_strconcat (element->name, "_other", NULL);
  g_autofree char *relevant = g_strdup_printf ("selected(../%s, 'other')", element->name);
  RkXfElement *other = rk_xf_element_new (RK_XF_QUESTION, name, element->parent);

  other->type = rk_xf_type_find ("text");
  other->row = element->row;
  if (languages->len == 0)
    rk_xf_text_set (&other->label, NULL, rk_xf_other_question (NULL), NULL);
  for (guint i = 0; i < languages->len; i++)
    rk_xf_text_set (&other->label, g_ptr_array_index (languages, i),
                    rk_xf_other_question (g_ptr_array_index (languages, i)), NULL);
  rk_xf_element_set_bind (other, "relevant", relevant, NULL);
}

static gboolean
check_other (RkXf *self, const RkXfElement *element)
{
  if (element->choice_filter == NULL)
    return TRUE;
  rk_xf_error (self, "other-with-filter", element->row,
               rk_xf_row_column (element->row, "choice_filter"),
               _ ("A question with “or_other” cannot have a choice filter. Remove one of the "
                  "two."));
  return FALSE;
}

/* --- tables ----------------------------------------------------------------------------------- */

/* The first select of a table of selects is preceded by one that shows the labels. */
static void
load_table_row (RkXf *self, RkXfElement *parent, RkXfElement *element, char **table_list)
{
  if (**table_list == '\0')
    {
      g_autofree char *name =
          g_strdup_printf ("reserved_name_for_field_list_labels_%u", element->row->number);
      RkXfElement *labels = rk_xf_element_new (RK_XF_QUESTION, name, NULL);

      labels->type = element->type;
      labels->row = element->row;
      labels->parent = parent;
      labels->list = g_strdup (element->list);
      rk_xf_element_set_control (labels, "appearance", "label", NULL);
      g_ptr_array_insert (parent->children, (int) parent->children->len - 1, labels);
      g_free (*table_list);
      *table_list = g_strdup (element->list);
    }
  if (!g_str_equal (*table_list, element->list))
    rk_xf_error (self, "table-list", element->row, rk_xf_row_column (element->row, "type"),
                 /* Translators: two names of lists. */
                 _ ("In a table-list all questions have the same choices; here they are “%s” "
                    "instead of “%s”."),
                    element->list, *table_list);
  if (element->choice_filter != NULL)
    rk_xf_error (self, "table-list", element->row, rk_xf_row_column (element->row, "choice_filter"),
                 _ ("A question in a table-list cannot have a choice filter. Empty the cell."));
  rk_xf_element_set_control (element, "appearance", "list-nolabel", NULL);
}

/* --- search() --------------------------------------------------------------------------------- */

static void
load_search (RkXf *self, RkXfElement *element, RkXfList *list)
{
  const RkXfRule *appearance = rk_xf_rules_find (element->controls, "appearance");

  if (appearance == NULL || strstr (appearance->value, "search(") == NULL)
    return;
  if (list == NULL)
    {
      rk_xf_error (self, "search", element->row, appearance->column,
                   _ ("search() cannot go with choices from a file. Use a choice filter."));
      return;
    }
  rk_xf_warn (self, "search", element->row, appearance->column,
              _ ("search() only works in ODK Collect; here the choices of the sheet are shown. Use "
                 "select_one_from_file with a choice filter."));
  element->search = TRUE;
  list->inlined = TRUE;
}

/* --- the question ----------------------------------------------------------------------------- */

static void
complain_select (RkXf *self, const RkXfRow *row, const char *type)
{
  rk_xf_error (self, "unknown-type", row, rk_xf_row_column (row, "type"),
               /* Translators: a type of question. */
               _ ("There is no type of question “%s”. Use for example select_one or "
                  "select_multiple with the name of a list."),
                  type);
}

gboolean
rk_xf_select_load (RkXf *self, RkXfElement *parent, const RkXfRow *row, const char *type,
                   char **table_list)
{
  Parsed parsed = { 0 };
  g_autofree char *list_name = NULL, *reference = NULL;
  RkXfElement *element;
  RkXfList *list = NULL;

  if (!parse_type (type, &parsed))
    {
      complain_select (self, row, type);
      return FALSE;
    }
  list_name = parsed.list;
  reference = rk_xf_dup_only_reference (list_name);
  if (parsed.from_file ? !check_file (self, row, &parsed)
                       : reference == NULL && (list = check_list (self, row, &parsed)) == NULL)
    return FALSE;
  element = rk_xf_element_new (RK_XF_QUESTION, rk_xf_row_get (row, "name"), parent);
  element->type = rk_xf_type_find (parsed.type);
  element->row = row;
  element->list = g_strdup (list_name);
  rk_xf_columns_load (self, element);
  rk_xf_parameters_apply (self, element);
  load_search (self, element, list);
  if (*table_list != NULL && list != NULL)
    load_table_row (self, parent, element, table_list);
  if (parsed.or_other && list != NULL && check_other (self, element))
    {
      rk_xf_list_add_other (list);
      add_specify (element, list);
    }
  return TRUE;
}
