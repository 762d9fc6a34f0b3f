/* SPDX-License-Identifier: EUPL-1.2 */
/* From the body of a form to questions: which controls make one together. */
#include "config.h"
#include "rk-question-private.h"

#include <string.h>

typedef struct
{
  RkFormInstance *instance;
  RkFormNode *row; /* NULL: not in a row */
  GListStore *out;
  RkQuestionPlace place;
  guint together; /* depth of groups that are shown as one page */
} Build;

static RkFormNode *
find_node (Build *build, const RkControl *control)
{
  g_autofree char *path = NULL;
  const char *nodeset = control->nodeset;

  if (nodeset == NULL)
    return NULL;
  if (build->row == NULL)
    return rk_form_instance_find (build->instance, nodeset);
  if (!g_str_has_prefix (nodeset, rk_form_node_get_nodeset (build->row)))
    return NULL;
  path = g_strconcat (rk_form_node_get_path (build->row),
                      nodeset + strlen (rk_form_node_get_nodeset (build->row)), NULL);
  return rk_form_instance_find (build->instance, path);
}

static RkQuestionType
type_of_input (const RkControl *control, RkFormNode *node)
{
  /* Also one that the form lets be overwritten: it is shown, and nobody is asked for it. */
  if (rk_form_node_is_calculated (node))
    return RK_QUESTION_CALCULATED;
  /* What is read-only for now is a question still. */
  if (rk_form_node_is_note (node))
    return *rk_form_node_get_stored_value (node) != '\0' ? RK_QUESTION_CALCULATED
                                                         : RK_QUESTION_NOTE;
  switch (rk_form_node_get_data_type (node))
    {
    case RK_DATA_INT:
    case RK_DATA_DECIMAL: return RK_QUESTION_NUMBER;
    case RK_DATA_DATE: return RK_QUESTION_DATE;
    case RK_DATA_TIME: return RK_QUESTION_TIME;
    case RK_DATA_DATE_TIME: return RK_QUESTION_DATE_TIME;
    case RK_DATA_GEOPOINT:
    case RK_DATA_GEOTRACE:
    case RK_DATA_GEOSHAPE: return RK_QUESTION_PLACE;
    default:
      return rk_control_has_appearance (control, "multiline") ? RK_QUESTION_LONG_TEXT
                                                              : RK_QUESTION_TEXT;
    }
}

static RkQuestionType
type_of (const RkControl *control, RkFormNode *node)
{
  switch (control->type)
    {
    case RK_CONTROL_SELECT1:
      return rk_control_has_appearance (control, "rk-level") ? RK_QUESTION_LEVEL
                                                             : RK_QUESTION_SINGLE;
    case RK_CONTROL_SELECT: return RK_QUESTION_MULTIPLE;
    case RK_CONTROL_RANK: return RK_QUESTION_RANKING;
    case RK_CONTROL_RANGE: return RK_QUESTION_RANGE;
    case RK_CONTROL_TRIGGER: return RK_QUESTION_TRIGGER;
    case RK_CONTROL_UPLOAD: return RK_QUESTION_UPLOAD;
    default: return type_of_input (control, node);
    }
}

/* The question that @node says it adds to (rk:addition-to), when that is one made before. */
static RkQuestion *
find_owner (Build *build, RkFormNode *node)
{
  const char *name = rk_form_node_get_attribute (node, "addition-to");
  guint n = g_list_model_get_n_items (G_LIST_MODEL (build->out));

  for (guint i = n; name != NULL && i > 0; i--)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (G_LIST_MODEL (build->out), i - 1);

      if (g_str_equal (rk_form_node_get_name (rk_question_get_node (question)), name))
        return question; /* the list keeps it */
    }
  return NULL;
}

static void
append_question (Build *build, RkQuestion *question)
{
  g_list_store_append (build->out, question);
  if (build->together == 0)
    build->place.page++;
}

static void
add_question (Build *build, const RkControl *control, const RkControl *label_control,
              RkQuestionType type)
{
  RkFormNode *node = find_node (build, control);
  g_autoptr (RkQuestion) question = NULL;
  RkQuestion *owner;

  if (node == NULL)
    return;
  owner = find_owner (build, node);
  question = rk_question_new (build->instance, control, label_control, node,
                              type == RK_QUESTION_SINGLE ? type_of (control, node) : type,
                              &build->place, build->row);
  if (owner != NULL)
    rk_question_add_addition (owner, question);
  else
    append_question (build, question);
}

static gboolean
has_only (const RkControl *group, RkControlType type)
{
  for (guint i = 0; i < group->children->len; i++)
    if (((const RkControl *) g_ptr_array_index (group->children, i))->type != type)
      return FALSE;
  return group->children->len > 0;
}

static gboolean
is_ranking (const RkControl *group)
{
  return group->nodeset != NULL && rk_control_has_appearance (group, "rk-ranking") &&
         has_only (group, RK_CONTROL_SELECT1);
}

static char *
dup_label (Build *build, const RkControl *control)
{
  RkFormNode *context =
      build->row != NULL ? build->row : rk_form_instance_get_root (build->instance);

  return rk_form_instance_dup_control_label (build->instance, control, context);
}

static gboolean
is_labelled (Build *build, const RkControl *control)
{
  g_autofree char *label = control != NULL ? dup_label (build, control) : NULL;

  return label != NULL && *g_strstrip (label) != '\0';
}

/* The nodes of the statements; NULL when they do not make a table. */
static GPtrArray *
find_rows (Build *build, const RkControl *parent, const RkMatrixMatch *match)
{
  RkFormNode *header = match->header != NULL ? find_node (build, match->header) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  /* Nobody could fill in what only carries labels. */
  if (header != NULL && rk_form_node_get_required (header))
    return NULL;
  for (guint i = 0; i < match->n_rows; i++)
    {
      RkFormNode *node = find_node (build, g_ptr_array_index (parent->children, match->first + i));

      if (node == NULL)
        return NULL;
      g_ptr_array_add (rows, node);
    }
  return rk_matrix_agrees (rows) ? g_steal_pointer (&rows) : NULL;
}

/* What carries the label of a matrix: its title, else the row of labels, else @parent, else a note
 * above it. */
static const RkControl *
find_label (Build *build, const RkControl *parent, const RkMatrixMatch *match)
{
  if (is_labelled (build, match->title))
    return match->title;
  if (is_labelled (build, match->header))
    return match->header;
  for (guint i = 0; i < match->n_lead && !is_labelled (build, parent); i++)
    {
      const RkControl *note = g_ptr_array_index (parent->children, match->lead + i);
      RkFormNode *node = find_node (build, note);

      if (node != NULL && rk_form_node_is_note (node) && is_labelled (build, note))
        return note;
    }
  return parent;
}

/* Adds the matrix that starts at the child @index; how many children it takes, 0: none does. */
static guint
add_matrix (Build *build, const RkControl *parent, guint index)
{
  GPtrArray *groups = build->place.groups;
  const RkControl *label_control;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (RkQuestion) question = NULL;
  RkMatrixMatch match;
  RkFormNode *node;
  gboolean named;

  if (!rk_matrix_match (parent, index, &match))
    return 0;
  rows = find_rows (build, parent, &match);
  node = find_node (build, match.whole ? parent : match.header);
  if (rows == NULL || node == NULL)
    return 0;
  label_control = find_label (build, parent, &match);
  /* When the label of the group is that of the question, it does not stand above it too. */
  for (guint i = 0; i < match.n_lead; i++)
    if (g_ptr_array_index (parent->children, match.lead + i) != label_control)
      add_question (build, g_ptr_array_index (parent->children, match.lead + i), NULL,
                    RK_QUESTION_SINGLE);
  named = label_control == parent && groups->len > 0 &&
          g_ptr_array_index (groups, groups->len - 1) == parent;
  if (named)
    g_ptr_array_set_size (groups, (int) groups->len - 1);
  question = rk_question_new (build->instance, match.whole ? parent : match.header, label_control,
                              node, RK_QUESTION_MATRIX, &build->place, build->row);
  if (named)
    g_ptr_array_add (groups, (gpointer) parent);
  rk_question_set_rows (question, rows);
  append_question (build, question);
  return match.first + match.n_rows - index;
}

/* Adds what @control is when that is one question; FALSE when it is but a group of them. */
static gboolean
add_single (Build *build, const RkControl *parent, const RkControl *control)
{
  RkMatrixMatch match;

  if (control->type == RK_CONTROL_REPEAT)
    add_question (build, control, parent != NULL && parent->children->len == 1 ? parent : NULL,
                  RK_QUESTION_REPEAT);
  else if (control->type != RK_CONTROL_GROUP)
    add_question (build, control, NULL, RK_QUESTION_SINGLE);
  else if (rk_matrix_is_group (control) && !rk_matrix_match (control, 0, &match))
    add_question (build, control, control, RK_QUESTION_MATRIX);
  else if (is_ranking (control))
    add_question (build, control, control, RK_QUESTION_RANKING);
  else
    return FALSE;
  return TRUE;
}

/* The group around a repeat only carries its label. */
static gboolean
is_repeat_label (const RkControl *group)
{
  return group->children->len == 1 && has_only (group, RK_CONTROL_REPEAT);
}

gboolean
rk_control_is_repeat (const RkControl *control)
{
  return control->type == RK_CONTROL_REPEAT ||
         (control->type == RK_CONTROL_GROUP && is_repeat_label (control));
}

gboolean
rk_control_is_question (const RkControl *control)
{
  return control->type != RK_CONTROL_GROUP || rk_matrix_is_group (control) ||
         is_ranking (control) || is_repeat_label (control);
}

static gboolean
enter_group (Build *build, const RkControl *group)
{
  if (rk_control_has_appearance (group, "field-list"))
    build->together++;
  if (is_repeat_label (group))
    return FALSE;
  g_ptr_array_add (build->place.groups, (gpointer) group);
  return TRUE;
}

static void
leave_group (Build *build, const RkControl *group, gboolean entered, guint before)
{
  gboolean together = rk_control_has_appearance (group, "field-list");

  if (entered)
    g_ptr_array_set_size (build->place.groups, (int) build->place.groups->len - 1);
  build->together -= together;
  if (together && build->together == 0 &&
      g_list_model_get_n_items (G_LIST_MODEL (build->out)) > before)
    build->place.page++;
}

/* Groups that only carry a label or a place in the tree are opened. */
static void
build_children (Build *build, const RkControl *parent)
{
  guint i = 0;

  while (i < parent->children->len)
    {
      const RkControl *control = g_ptr_array_index (parent->children, i);
      guint taken = add_matrix (build, parent, i);

      if (taken == 0 && !add_single (build, parent, control))
        {
          guint before = g_list_model_get_n_items (G_LIST_MODEL (build->out));
          gboolean entered = enter_group (build, control);

          build_children (build, control);
          leave_group (build, control, entered, before);
        }
      i += MAX (taken, 1);
    }
}

/* The page after those of the questions that are there. */
static guint
find_page (GListStore *questions)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (questions));
  g_autoptr (RkQuestion) last = NULL;

  if (n == 0)
    return 0;
  last = g_list_model_get_item (G_LIST_MODEL (questions), n - 1);
  return rk_question_get_page (last) + 1;
}

static void
init_build (Build *build, const RkControl *control)
{
  build->place.groups = g_ptr_array_new ();
  build->place.page = find_page (build->out);
  build->place.columns =
      rk_control_get_columns (rk_form_instance_get_form (build->instance), control);
}

void
rk_question_build_control (RkFormInstance *instance, const RkControl *control,
                           GListStore *questions)
{
  Build build = { .instance = instance, .out = questions };
  gboolean entered;

  init_build (&build, control);
  if (!add_single (&build, NULL, control))
    {
      entered = enter_group (&build, control);
      build_children (&build, control);
      leave_group (&build, control, entered, 0);
    }
  g_ptr_array_unref (build.place.groups);
}

void
rk_question_build (RkFormInstance *instance, const RkControl *parent, RkFormNode *row,
                   GListStore *questions)
{
  Build build = { .instance = instance, .row = row, .out = questions };

  init_build (&build, parent);
  for (const RkControl *c = parent; c != NULL; c = c->parent)
    build.together += rk_control_has_appearance (c, "field-list");
  build_children (&build, parent);
  g_ptr_array_unref (build.place.groups);
}
