/* SPDX-License-Identifier: EUPL-1.2 */
/* What to look at before submitting, in words. */
#include "config.h"
#include "rk-question-private.h"
#include "rk-response-private.h"

#include "rk-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
rk_issue_free (RkIssue *issue)
{
  g_clear_object (&issue->question);
  g_clear_object (&issue->node);
  g_free (issue->message);
  g_free (issue);
}

/* --- messages --------------------------------------------------------------------------------- */

static gboolean
is_choice (RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);

  return control != NULL &&
         (control->type == RK_CONTROL_SELECT || control->type == RK_CONTROL_RANK);
}

static char *
dup_range_message (const RkControl *control)
{
  g_autofree char *range = rk_format_range (control->range_start, control->range_end, -1);

  /* Translators: a range such as "0 to 10". */
  return g_strdup_printf (_ ("Fill in a value of %s."), range);
}

static char *
dup_unlisted_message (const char *text)
{
  /* Translators: %s is what a person typed. */
  return g_strdup_printf (_ ("“%s” is not in the list. Choose a name from the list."), text);
}

/* "31 februari 2027 bestaat niet": NULL when @text is something else than such a day. */
static char *
dup_missing_day (const char *text)
{
  int day = 0;
  g_autofree char *first = rk_parse_missing_day (text, NULL, &day);
  g_autofree char *date = first != NULL ? rk_format_date (first, RK_FORMAT_SENTENCE) : NULL;
  const char *month = date != NULL ? strchr (date, ' ') : NULL;

  if (month == NULL)
    return NULL;
  /* Translators: a day and " February 2027". */
  return g_strdup_printf (_ ("%d%s does not exist. Fill in another date. Example: 31/12/2027."),
                             day, month);
}

static char *
dup_date_message (const RkControl *control, const char *text)
{
  char *missing = dup_missing_day (text);

  if (missing != NULL)
    return missing;
  if (control != NULL && rk_control_has_appearance (control, "month-year"))
    return g_strdup (_ ("Fill in a month and a year. Example: 12/2027."));
  if (control != NULL && rk_control_has_appearance (control, "year"))
    return g_strdup (_ ("Fill in a year. Example: 2027."));
  return g_strdup (_ ("Fill in a date. Example: 31/12/2027."));
}

/* About the part that is wrong: a date and, after a blank or a T, a time. */
static char *
dup_date_time_message (const char *text)
{
  g_autofree char *date = g_strdup (text), *iso = NULL, *time = NULL;
  char *missing;
  char *end = strlen (date) > 10 && date[10] == 'T' ? date + 10 : strrchr (date, ' ');

  if (end != NULL)
    {
      *end = '\0';
      time = rk_parse_time (end + 1);
    }
  iso = rk_parse_date (date, NULL);
  missing = dup_missing_day (date);
  if (missing != NULL)
    return missing;
  if (iso != NULL && time == NULL)
    return g_strdup (_ ("Fill in a time. Example: 14.30."));
  if (iso == NULL && time != NULL)
    return g_strdup (_ ("Fill in a date. Example: 31/12/2027."));
  return g_strdup (_ ("Fill in a date and a time. Example: 31/12/2027 and 14.30."));
}

char *
rk_response_dup_type_message (RkFormNode *node, const char *text)
{
  const RkControl *control = rk_form_node_get_control (node);

  if (control != NULL && control->type == RK_CONTROL_SELECT1)
    return dup_unlisted_message (text);
  if (is_choice (node))
    return g_strdup (_ ("This answer no longer fits your earlier choice. Choose again."));
  if (control != NULL && control->type == RK_CONTROL_RANGE)
    return dup_range_message (control);
  switch (rk_form_node_get_data_type (node))
    {
    case RK_DATA_INT:
      return g_strdup (_ ("Fill in a whole number, without letters or decimals. Example: 12."));
    case RK_DATA_DECIMAL: return g_strdup (_ ("Fill in a number, without letters. Example: 12,5."));
    case RK_DATA_DATE: return dup_date_message (control, text);
    case RK_DATA_TIME: return g_strdup (_ ("Fill in a time. Example: 14.30."));
    case RK_DATA_DATE_TIME: return dup_date_time_message (text);
    case RK_DATA_GEOPOINT:
      return g_strdup (_ ("Fill in latitude and longitude. Example: 51,05 and 3,72."));
    case RK_DATA_GEOTRACE:
      return g_strdup (_ ("Give each point a latitude and a longitude. At least 2 points are "
                          "needed."));
    case RK_DATA_GEOSHAPE:
      return g_strdup (_ ("Give each point a latitude and a longitude. At least 3 points are "
                          "needed."));
    case RK_DATA_STRING:
      return g_strdup (_ ("Use digits only here, without letters. Example: 125."));
    default: return g_strdup (_ ("This answer does not fit the question. Look at it again."));
    }
}

char *
rk_response_dup_message (RkResponse *self, RkFormNode *node)
{
  char *message;

  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  g_return_val_if_fail (RK_IS_FORM_NODE (node), NULL);
  if (rk_response_is_raw (self, node))
    {
      g_autofree char *text = rk_response_dup_text (self, node);

      return rk_response_dup_type_message (node, text);
    }
  if (rk_form_node_get_violation (node) != RK_VIOLATION_CONSTRAINT)
    return NULL;
  message = rk_form_node_dup_violation_message (node);
  if (message != NULL && *message != '\0')
    return message;
  g_free (message);
  return g_strdup (_ ("This answer does not fit the question. Look at it again."));
}

static char *
dup_required_message (RkFormNode *node)
{
  char *message = rk_form_node_get_violation (node) == RK_VIOLATION_REQUIRED
                      ? rk_form_node_dup_violation_message (node)
                      : NULL;

  if (message != NULL && *message != '\0')
    return message;
  g_free (message);
  return g_strdup (_ ("This question is required. Fill it in to be able to submit."));
}

/* --- issues ----------------------------------------------------------------------------------- */

typedef struct
{
  RkResponse *self;
  GPtrArray *issues;
  RkQuestion *question;
  guint found; /* in this question */
} Review;

/* "Kind 1 › Huisdier 2: Roepnaam. This question is required…": where in a table it is; of a matrix
 * which statement. */
static char *
say_where (Review *review, RkFormNode *node, char *message)
{
  g_autofree char *said = message, *trail = NULL;
  const char *label = rk_form_node_get_label (node);
  RkFormNode *row = node;

  while (row != NULL && rk_form_node_get_node_type (row) != RK_NODE_ROW)
    row = rk_form_node_get_parent (row);
  if (label == NULL || *label == '\0')
    label = rk_form_node_get_name (node);
  if (row == NULL && rk_question_get_question_type (review->question) == RK_QUESTION_MATRIX)
    return g_strdup_printf ("%s: %s", label, said);
  if (row == NULL)
    return g_steal_pointer (&said);
  trail = rk_row_dup_trail (review->self->instance, row);
  /* Translators: which row of a table, which field of it, and what is to be done. */
  return g_strdup_printf (_ ("%s: %s. %s"), trail, label, said);
}

static void
add_issue (Review *review, RkIssueType type, RkFormNode *node, char *text)
{
  RkIssue *issue = g_new0 (RkIssue, 1);
  char *message = say_where (review, node, text);

  issue->type = type;
  issue->question = g_object_ref (review->question);
  issue->node = g_object_ref (node);
  issue->message = message;
  g_ptr_array_add (review->issues, issue);
  review->found++;
}

/* The form's own soft warning (rk:warning): true when there is something to look at. */
static void
review_warning (Review *review, RkFormNode *node)
{
  const char *warning = rk_form_node_get_attribute (node, "warning");
  const char *message = rk_form_node_get_attribute (node, "warningMsg");
  g_autofree char *expression = NULL, *result = NULL;

  if (warning == NULL || *rk_form_node_get_value (node) == '\0')
    return;
  expression = g_strdup_printf ("string(boolean(%s))", warning);
  if (rk_form_instance_evaluate_string (review->self->instance, node, expression, &result, NULL) &&
      g_strcmp0 (result, "true") == 0)
    add_issue (review, RK_ISSUE_WARNING, node,
               g_strdup (message != NULL ? message : _ ("Is this answer right?")));
}

static void
review_recommended (Review *review, RkFormNode *repeat)
{
  const char *text = rk_form_node_get_attribute (repeat, "recommended");
  guint64 recommended = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
  guint rows = g_list_model_get_n_items (rk_form_node_get_children (repeat));

  if (rows >= recommended)
    return;
  add_issue (review, RK_ISSUE_WARNING, repeat,
             g_strdup_printf (
                 /* Translators: %u is a number of rows in a table. */
                 g_dngettext (GETTEXT_PACKAGE, "At least %u row is recommended here.",
                              "At least %u rows are recommended here.", (gulong) recommended),
                 (guint) recommended));
}

static void
review_leaf (Review *review, RkFormNode *node)
{
  char *message;

  if (rk_form_node_get_control (node) == NULL)
    return;
  message = rk_response_dup_message (review->self, node);
  if (message != NULL)
    add_issue (review, RK_ISSUE_WRONG, node, message);
  else if (rk_form_node_get_required (node) && *rk_form_node_get_value (node) == '\0')
    add_issue (review, RK_ISSUE_REQUIRED, node, dup_required_message (node));
  else
    review_warning (review, node);
}

static void
review_node (Review *review, RkFormNode *node)
{
  GListModel *children;

  if (!rk_form_node_get_relevant (node))
    return;
  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    {
      review_leaf (review, node);
      return;
    }
  if (rk_form_node_get_node_type (node) == RK_NODE_REPEAT)
    review_recommended (review, node);
  children = rk_form_node_get_children (node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      review_node (review, child);
    }
}

static void
review_question (RkQuestion *question, gpointer user_data)
{
  Review *review = user_data;
  GPtrArray *additions = rk_question_get_additions (question);
  g_autoptr (GPtrArray) parts = rk_question_list_parts (question);

  review->question = question;
  review->found = 0;
  for (guint i = 0; i < parts->len; i++)
    review_node (review, g_ptr_array_index (parts, i));
  for (guint i = 0; i < additions->len; i++)
    review_node (review, rk_question_get_node (g_ptr_array_index (additions, i)));
  if (review->found == 0 && rk_question_get_visible (question) && rk_question_counts (question) &&
      !rk_question_get_answered (question))
    add_issue (review, RK_ISSUE_OPEN, rk_question_get_node (question),
               g_strdup (_ ("Not filled in.")));
}

GPtrArray *
rk_response_review (RkResponse *self)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_issue_free);
  Review review = { .self = self, .issues = issues };

  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  rk_response_visit_questions (self, review_question, &review);
  return g_steal_pointer (&issues);
}

char **
rk_response_dup_problems (RkResponse *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  GPtrArray *problems;

  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  problems = rk_form_instance_get_problems (self->instance);
  for (guint i = 0; i < problems->len; i++)
    {
      const RkFormMessage *problem = g_ptr_array_index (problems, i);
      const char *name = problem->ref != NULL ? strrchr (problem->ref, '/') : NULL;
      g_autofree char *line = NULL;

      /* Translators: the name of a field in a questionnaire, then a sentence that says why. */
      line = g_strdup_printf (_ ("“%s” could not be calculated: %s"), name != NULL ? name + 1 : "",
                                 problem->message);
      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}
