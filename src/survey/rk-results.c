/* SPDX-License-Identifier: EUPL-1.2 */
/* Reads what a form says about its scores, and the scores that its calculates made. Nothing is
 * computed here that a form computes: this file only looks. */
#include "config.h"
#include "rk-results-private.h"

#include "rk-format.h"
#include "rk-response-private.h"

#include <math.h>
#include <string.h>

struct _RkResults
{
  GObject parent_instance;
  char *label;
  char *direction;
  double index;
  guint min_themes;
  GPtrArray *bands;
  GPtrArray *themes;
  GPtrArray *indicators;
};

G_DEFINE_FINAL_TYPE (RkResults, rk_results, G_TYPE_OBJECT)

static void
free_band (gpointer data)
{
  g_free (((RkBand *) data)->label);
  g_free (data);
}

static void
free_question (gpointer data)
{
  RkScoredQuestion *question = data;

  g_clear_object (&question->question);
  g_free (question->id);
  g_free (question->label);
  g_free (question->raises);
  g_free (question->answer);
  g_free (question);
}

static void
free_theme (gpointer data)
{
  RkTheme *theme = data;

  g_free (theme->id);
  g_free (theme->label);
  g_free (theme->short_label);
  g_ptr_array_unref (theme->questions);
  g_free (theme);
}

static void
free_indicator (gpointer data)
{
  RkIndicator *indicator = data;

  g_free (indicator->id);
  g_free (indicator->label);
  g_free (indicator->unit);
  g_free (indicator->group);
  g_ptr_array_unref (indicator->sources);
  g_free (indicator);
}

static void
finalize (GObject *object)
{
  RkResults *self = RK_RESULTS (object);

  g_free (self->label);
  g_free (self->direction);
  g_ptr_array_unref (self->bands);
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->indicators);
  G_OBJECT_CLASS (rk_results_parent_class)->finalize (object);
}

static void
rk_results_class_init (RkResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
rk_results_init (RkResults *self)
{
  self->bands = g_ptr_array_new_with_free_func (free_band);
  self->themes = g_ptr_array_new_with_free_func (free_theme);
  self->indicators = g_ptr_array_new_with_free_func (free_indicator);
  self->label = g_strdup ("");
  self->direction = g_strdup ("");
  self->index = NAN;
}

/* --- reading the description ------------------------------------------------------------------ */

/* Attribute @name of @node, "" when it is not there: (transfer full). */
static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *text = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup (text != NULL ? (char *) text : "");

  xmlFree (text);
  return copy;
}

static double
read_number (const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && isfinite (number) ? number : NAN;
}

/* A number that the form states, or @otherwise. */
static double
get_number (xmlNode *node, const char *name, double otherwise)
{
  g_autofree char *text = dup_attribute (node, name);
  double number = read_number (text);

  return isnan (number) ? otherwise : number;
}

/* The number that stands at the path in attribute @name; NaN when nothing does. */
static double
get_score (RkFormInstance *instance, xmlNode *node, const char *name)
{
  g_autofree char *path = dup_attribute (node, name);
  RkFormNode *leaf = *path != '\0' ? rk_form_instance_find (instance, path) : NULL;

  return leaf != NULL && rk_form_node_get_node_type (leaf) == RK_NODE_LEAF
             ? read_number (rk_form_node_get_value (leaf))
             : NAN;
}

static gboolean
is_element (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static xmlNode *
get_description (RkFormInstance *instance)
{
  return rk_form_get_instance (rk_form_instance_get_form (instance), "rk-score");
}

/* --- what the answers are --------------------------------------------------------------------- */

static RkCounts
kind_of_choice (RkFormNode *leaf, const char *value)
{
  GPtrArray *choices = rk_form_node_get_choices (leaf);

  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);
      g_autofree char *kind = NULL;

      if (!g_str_equal (choice->value, value))
        continue;
      kind = rk_choice_dup_column (choice, "kind");
      return g_str_equal (kind, "weet_niet") ? RK_COUNTS_NOT_UNKNOWN
             : g_str_equal (kind, "nvt")     ? RK_COUNTS_NOT_APPLICABLE
             : g_str_equal (kind, "beide")   ? RK_COUNTS_NOT_EITHER
                                             : RK_COUNTS_NOT_UNANSWERED;
    }
  return RK_COUNTS_NOT_UNANSWERED;
}

/* Why an answer does not count. Of several leaves (a matrix) the first that tells decides: "do not
 * know" before "not applicable"; a part that is missing only when none of them does. */
RkCounts
rk_results_find_reason (RkQuestion *question)
{
  g_autoptr (GPtrArray) leaves = NULL;
  RkCounts reason = RK_COUNTS_NOT_UNANSWERED;

  if (question == NULL || !rk_question_get_visible (question))
    return RK_COUNTS_NOT_HIDDEN;
  if (rk_question_get_question_type (question) == RK_QUESTION_REPEAT &&
      rk_question_get_answered (question))
    return RK_COUNTS_NOT_UNKNOWN; /* rows without one answer that counts */
  leaves = rk_question_list_leaves (question);
  for (guint i = 0; i < leaves->len; i++)
    {
      RkFormNode *leaf = g_ptr_array_index (leaves, i);
      const char *value = rk_form_node_get_value (leaf);

      if (*value != '\0')
        reason = MIN (reason, kind_of_choice (leaf, value));
    }
  return reason;
}

/* --- building --------------------------------------------------------------------------------- */

typedef struct
{
  const char *nodeset;
  RkQuestion *found;
} Search;

static void
match_question (RkQuestion *question, gpointer user_data)
{
  Search *search = user_data;

  if (g_str_equal (rk_form_node_get_nodeset (rk_question_get_node (question)), search->nodeset))
    search->found = question;
}

static void
add_question (RkTheme *theme, RkResponse *response, xmlNode *node)
{
  RkScoredQuestion *scored = g_new0 (RkScoredQuestion, 1);
  g_autofree char *ref = dup_attribute (node, "ref");
  Search search = { ref, NULL };

  rk_response_visit_questions (response, match_question, &search);
  scored->question = search.found != NULL ? g_object_ref (search.found) : NULL;
  scored->id = g_strdup (search.found != NULL ? rk_question_get_id (search.found) : ref);
  scored->label = dup_attribute (node, "label");
  scored->raises = dup_attribute (node, "raises");
  scored->answer =
      search.found != NULL ? rk_question_dup_answer_text (search.found) : g_strdup ("");
  scored->weight = get_number (node, "weight", 1);
  scored->score = get_score (rk_response_get_instance (response), node, "score");
  scored->contribution = NAN;
  scored->counts = isnan (scored->score) ? rk_results_find_reason (search.found) : RK_COUNTS;
  g_ptr_array_add (theme->questions, scored);
}

static gint
compare_weights (gconstpointer a, gconstpointer b)
{
  double one = (*(RkScoredQuestion **) a)->weight, other = (*(RkScoredQuestion **) b)->weight;

  return one > other ? -1 : one < other;
}

/* How many questions have to count: those that do, and of the others as few as reach the limit. */
static guint
count_needed (RkTheme *theme, double counting, double visible)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint needed = theme->counting;

  for (guint i = 0; i < theme->questions->len; i++)
    {
      RkScoredQuestion *question = g_ptr_array_index (theme->questions, i);

      if (question->counts != RK_COUNTS && question->counts != RK_COUNTS_NOT_HIDDEN)
        g_ptr_array_add (open, question);
    }
  g_ptr_array_sort (open, compare_weights);
  for (guint i = 0; i < open->len && counting < theme->min_coverage * visible - 1e-9; i++)
    {
      counting += ((RkScoredQuestion *) g_ptr_array_index (open, i))->weight;
      needed++;
    }
  return needed;
}

static void
count_questions (RkTheme *theme)
{
  double counting = 0, visible = 0;

  for (guint i = 0; i < theme->questions->len; i++)
    {
      RkScoredQuestion *question = g_ptr_array_index (theme->questions, i);

      if (question->counts == RK_COUNTS_NOT_HIDDEN)
        continue;
      theme->visible++;
      visible += question->weight;
      theme->counting += question->counts == RK_COUNTS;
      counting += question->counts == RK_COUNTS ? question->weight : 0;
    }
  for (guint i = 0; i < theme->questions->len; i++)
    {
      RkScoredQuestion *question = g_ptr_array_index (theme->questions, i);

      if (question->counts == RK_COUNTS && counting > 0)
        question->contribution = question->weight * question->score / counting;
    }
  theme->needed = count_needed (theme, counting, visible);
}

static void
add_theme (RkResults *self, RkResponse *response, xmlNode *node)
{
  RkFormInstance *instance = rk_response_get_instance (response);
  RkTheme *theme = g_new0 (RkTheme, 1);

  theme->id = dup_attribute (node, "id");
  theme->label = dup_attribute (node, "label");
  theme->short_label = dup_attribute (node, "short");
  if (*theme->short_label == '\0')
    {
      g_free (theme->short_label);
      theme->short_label = g_strdup (theme->label);
    }
  theme->weight = get_number (node, "weight", 1);
  theme->min_coverage = get_number (node, "min-coverage", 0);
  theme->score = get_score (instance, node, "ref");
  theme->coverage = get_score (instance, node, "coverage");
  if (isnan (theme->coverage))
    theme->coverage = 0;
  theme->questions = g_ptr_array_new_with_free_func (free_question);
  for (xmlNode *other = node->parent->children; other != NULL; other = other->next)
    {
      g_autofree char *name = NULL;

      if (!is_element (other, "question"))
        continue;
      name = dup_attribute (other, "theme");
      if (g_str_equal (name, theme->id))
        add_question (theme, response, other);
    }
  count_questions (theme);
  g_ptr_array_add (self->themes, theme);
}

static void
add_indicator (RkResults *self, RkResponse *response, xmlNode *node)
{
  RkIndicator *indicator = g_new0 (RkIndicator, 1);
  g_autofree char *ref = dup_attribute (node, "ref");
  const char *slash = strrchr (ref, '/');

  indicator->id = g_strdup (slash != NULL ? slash + 1 : ref);
  indicator->label = dup_attribute (node, "label");
  indicator->unit = dup_attribute (node, "unit");
  indicator->group = dup_attribute (node, "group");
  indicator->decimals = (int) CLAMP (get_number (node, "decimals", 1), 0, 6);
  indicator->value = get_score (rk_response_get_instance (response), node, "ref");
  indicator->sources = rk_results_list_sources (response, ref);
  g_ptr_array_add (self->indicators, indicator);
}

static void
add_band (GPtrArray *bands, xmlNode *node)
{
  RkBand *band = g_new0 (RkBand, 1);

  band->from = get_number (node, "from", 0);
  band->label = dup_attribute (node, "label");
  g_ptr_array_add (bands, band);
}

static void
read_index (RkResults *self, RkFormInstance *instance, xmlNode *node)
{
  g_free (self->label);
  g_free (self->direction);
  self->label = dup_attribute (node, "label");
  self->direction = dup_attribute (node, "direction");
  self->min_themes = (guint) CLAMP (get_number (node, "min-themes", 1), 1, 1000);
  self->index = get_score (instance, node, "ref");
}

gboolean
rk_results_has_scores (RkForm *form)
{
  xmlNode *root = rk_form_get_instance (form, "rk-score");

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (is_element (node, "index"))
      return TRUE;
  return FALSE;
}

RkResults *
rk_results_new (RkResponse *response, GError **error)
{
  RkFormInstance *instance;
  xmlNode *root;
  RkResults *self;

  g_return_val_if_fail (RK_IS_RESPONSE (response), NULL);
  instance = rk_response_get_instance (response);
  root = get_description (instance);
  if (!rk_results_has_scores (rk_form_instance_get_form (instance)))
    return NULL;
  self = g_object_new (RK_TYPE_RESULTS, NULL);
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    if (is_element (node, "index"))
      read_index (self, instance, node);
    else if (is_element (node, "band"))
      add_band (self->bands, node);
    else if (is_element (node, "theme"))
      add_theme (self, response, node);
    else if (is_element (node, "indicator"))
      add_indicator (self, response, node);
  rk_results_simulate (self->themes, self->min_themes, self->index);
  return self;
}

static int
find_band (GPtrArray *bands, double score)
{
  int found = -1;

  for (guint i = 0; !isnan (score) && i < bands->len; i++)
    if (score >= ((RkBand *) g_ptr_array_index (bands, i))->from)
      found = (int) i;
  return found;
}

void
rk_results_peek (RkFormInstance *instance, double *index, int *band, char **label)
{
  g_autoptr (GPtrArray) bands = g_ptr_array_new_with_free_func (free_band);
  xmlNode *root = get_description (instance);
  double score = NAN;
  int found;

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (is_element (node, "index"))
      score = get_score (instance, node, "ref");
    else if (is_element (node, "band"))
      add_band (bands, node);
  found = find_band (bands, score);
  if (index != NULL)
    *index = score;
  if (band != NULL)
    *band = found;
  if (label != NULL)
    *label = found >= 0 ? g_strdup (((RkBand *) g_ptr_array_index (bands, found))->label) : NULL;
}

/* A name of the form on one line, without what separates our own columns. */
static void
append_name (GString *text, xmlNode *node, const char *attribute, const char *otherwise)
{
  g_autofree char *name = dup_attribute (node, attribute);

  if (*name == '\0')
    {
      g_free (name);
      name = dup_attribute (node, otherwise);
    }
  g_string_append (text, g_strdelimit (name, "\n\t", ' '));
}

char *
rk_results_dup_summary (RkFormInstance *instance)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GString) label = g_string_new (NULL);
  g_autoptr (GString) themes = g_string_new (NULL);
  xmlNode *root = get_description (instance);

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (is_element (node, "index"))
      append_name (label, node, "label", "label");
    else if (is_element (node, "theme"))
      {
        double score = get_score (instance, node, "ref");

        g_string_append_printf (themes, "\n%s\t", g_ascii_dtostr (number, sizeof number, score));
        append_name (themes, node, "short", "label");
      }
  g_string_append (label, themes->str);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

/* --- what the header promises ----------------------------------------------------------------- */

const char *
rk_results_get_label (RkResults *self)
{
  g_return_val_if_fail (RK_IS_RESULTS (self), NULL);
  return self->label;
}

const char *
rk_results_get_direction (RkResults *self)
{
  g_return_val_if_fail (RK_IS_RESULTS (self), NULL);
  return self->direction;
}

double
rk_results_get_index (RkResults *self)
{
  g_return_val_if_fail (RK_IS_RESULTS (self), NAN);
  return self->index;
}

void
rk_results_get_theme_counts (RkResults *self, guint *scored, guint *needed)
{
  guint n = 0;

  g_return_if_fail (RK_IS_RESULTS (self));
  for (guint i = 0; i < self->themes->len; i++)
    n += !isnan (((RkTheme *) g_ptr_array_index (self->themes, i))->score);
  *scored = n;
  *needed = self->min_themes;
}

GPtrArray *
rk_results_get_bands (RkResults *self)
{
  g_return_val_if_fail (RK_IS_RESULTS (self), NULL);
  return self->bands;
}

int
rk_results_find_band (RkResults *self, double unrounded)
{
  g_return_val_if_fail (RK_IS_RESULTS (self), -1);
  return find_band (self->bands, unrounded);
}

GPtrArray *
rk_results_get_themes (RkResults *self)
{
  g_return_val_if_fail (RK_IS_RESULTS (self), NULL);
  return self->themes;
}

GPtrArray *
rk_results_get_indicators (RkResults *self)
{
  g_return_val_if_fail (RK_IS_RESULTS (self), NULL);
  return self->indicators;
}

double
rk_score_round (double score)
{
  return rk_round_half_up (score, 1);
}
