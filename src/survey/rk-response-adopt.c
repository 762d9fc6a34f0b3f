/* SPDX-License-Identifier: EUPL-1.2 */
/* Taking over the answers of an earlier response.
 *
 * The idea: the form at hand leads. For each of its questions without an answer the earlier tree is
 * asked for the node that stands in the same place, or else has the same name and kind; a row asks
 * within the row it is matched with. Answers go in one by one, so that what depends on them (the
 * choices of a next question, the number of rows) is there when its turn comes. */
#include "config.h"
#include "rk-response-adopt.h"
#include "rk-answers-private.h"
#include "rk-file-type.h"
#include "rk-question-private.h"
#include "rk-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAMED 5

typedef struct
{
  RkResponse *self;
  RkResponse *earlier;
  RkAdoption *result;
  GHashTable *places;  /* scope → (path or name below it → RkFormNode) */
  GHashTable *matched; /* RkFormNode of the earlier response that a question asked for */
  RkQuestion *question;
  gboolean taken; /* something of the question at hand */
} Adopt;

static void
adopted_answer_free (gpointer data)
{
  RkAdoptedAnswer *answer = data;

  g_free (answer->id);
  g_free (answer->label);
  g_free (answer->answer);
  g_free (answer);
}

static RkAdoption *
adoption_new (void)
{
  RkAdoption *self = g_new0 (RkAdoption, 1);

  self->taken = g_ptr_array_new_with_free_func (adopted_answer_free);
  self->missed = g_ptr_array_new_with_free_func (adopted_answer_free);
  return self;
}

void
rk_adoption_free (RkAdoption *self)
{
  g_ptr_array_unref (self->taken);
  g_ptr_array_unref (self->missed);
  g_free (self);
}

static void
add_answer (GPtrArray *list, RkQuestion *question, char *words)
{
  RkAdoptedAnswer *answer = g_new0 (RkAdoptedAnswer, 1);

  answer->id = g_strdup (rk_question_get_id (question));
  answer->label = rk_question_dup_label (question);
  answer->answer = words;
  g_ptr_array_add (list, answer);
}

/* --- the earlier tree ------------------------------------------------------------------------- */

static void
note_place (GHashTable *places, const char *path, RkFormNode *node)
{
  g_autofree char *name = g_strconcat ("//", rk_form_node_get_name (node), NULL);

  g_hash_table_insert (places, g_strdup (path), node);
  /* A name that two nodes have says nothing. */
  g_hash_table_insert (places, g_strdup (name), g_hash_table_contains (places, name) ? NULL : node);
}

/* All leaves and repeats below @parent, not those in rows. */
static void
note_places (GHashTable *places, const char *path, RkFormNode *parent)
{
  GListModel *children = rk_form_node_get_children (parent);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);
      g_autofree char *own = g_strconcat (path, "/", rk_form_node_get_name (child), NULL);

      if (rk_form_node_get_node_type (child) == RK_NODE_GROUP)
        note_places (places, own, child);
      else
        note_place (places, own, child);
    }
}

static GHashTable *
get_places (Adopt *adopt, RkFormNode *scope)
{
  GHashTable *places = g_hash_table_lookup (adopt->places, scope);

  if (places != NULL)
    return places;
  places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  note_places (places, "", scope);
  g_hash_table_insert (adopt->places, g_object_ref (scope), places);
  return places;
}

static gboolean
is_same_kind (RkFormNode *one, RkFormNode *other)
{
  const RkControl *a = rk_form_node_get_control (one), *b = rk_form_node_get_control (other);

  if (rk_form_node_get_node_type (one) != rk_form_node_get_node_type (other))
    return FALSE;
  return rk_form_node_get_node_type (one) == RK_NODE_REPEAT ||
         (a != NULL && b != NULL && a->type == b->type &&
          rk_form_node_get_data_type (one) == rk_form_node_get_data_type (other));
}

/* The path of @node below its row, or below the root. */
static char *
dup_place (RkFormNode *node)
{
  RkFormNode *parent = rk_form_node_get_parent (node);
  g_autofree char *above = NULL;

  if (parent == NULL || rk_form_node_get_node_type (node) == RK_NODE_ROW)
    return g_strdup ("");
  above = dup_place (parent);
  return g_strconcat (above, "/", rk_form_node_get_name (node), NULL);
}

/* The node of the earlier response, below @scope, that @node is the later version of. */
static RkFormNode *
find_match (Adopt *adopt, RkFormNode *node, RkFormNode *scope)
{
  GHashTable *places = get_places (adopt, scope);
  g_autofree char *place = dup_place (node);
  g_autofree char *name = g_strconcat ("//", rk_form_node_get_name (node), NULL);
  RkFormNode *match = g_hash_table_lookup (places, place);

  if (match != NULL && rk_form_node_get_node_type (match) != rk_form_node_get_node_type (node))
    match = NULL;
  if (match == NULL)
    {
      match = g_hash_table_lookup (places, name);
      if (match != NULL && !is_same_kind (node, match))
        match = NULL;
    }
  if (match != NULL)
    g_hash_table_add (adopt->matched, match);
  return match;
}

/* --- one answer ------------------------------------------------------------------------------- */

static void
miss (Adopt *adopt, RkFormNode *match, const char *part)
{
  add_answer (adopt->result->missed, adopt->question,
              part != NULL ? g_strdup (part) : rk_value_dup_text (match));
}

static const RkChoice *
find_choice (RkFormNode *leaf, const char *value)
{
  GPtrArray *choices = rk_form_node_get_choices (leaf);

  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((RkChoice *) g_ptr_array_index (choices, i))->value, value))
      return g_ptr_array_index (choices, i);
  return NULL;
}

/* The options of @value that are still on offer; those that are not are missed. */
static char *
filter_options (Adopt *adopt, RkFormNode *leaf, RkFormNode *match, const char *value)
{
  gboolean one = rk_form_node_get_control (leaf)->type == RK_CONTROL_SELECT1;
  g_auto (GStrv) words = one ? g_strsplit (value, "\n", 1) : g_strsplit (value, " ", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  /* The choices of a hidden question can hang on what is hidden too. */
  if (rk_form_node_get_choices (leaf)->len == 0 && !rk_form_node_get_relevant (leaf))
    return g_strdup (value);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const RkChoice *was = find_choice (match, words[i]);

      if (*words[i] == '\0')
        continue;
      if (find_choice (leaf, words[i]) != NULL)
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", words[i]);
      else
        miss (adopt, match, was != NULL ? was->label : words[i]);
    }
  if (one || kept->len == 0)
    return g_string_free (g_steal_pointer (&kept), FALSE);
  return rk_form_instance_encode (adopt->self->instance, leaf, kept->str);
}

static gboolean
adopt_file (Adopt *adopt, RkFormNode *leaf, RkFormNode *match)
{
  RkLeaf *from = rk_response_find_leaf (adopt->earlier, match), *to;
  const RkResponseFile *file = from != NULL ? rk_response_peek_file (from) : NULL;

  if (file == NULL ||
      !rk_file_type_is_accepted (file->type, rk_form_node_get_control (leaf)->mediatype))
    return FALSE;
  rk_response_look (adopt->self); /* its row can be new */
  to = rk_response_find_leaf (adopt->self, leaf);
  return rk_response_stage_file (adopt->self, to, rk_response_file_copy (file), NULL);
}

static void
put_value (Adopt *adopt, RkFormNode *leaf, RkFormNode *match)
{
  const char *value = rk_form_node_get_value (match);
  g_autofree char *fitting = NULL;

  if (rk_answers_is_choice (leaf))
    fitting = filter_options (adopt, leaf, match, value);
  else
    {
      fitting = rk_form_instance_encode (adopt->self->instance, leaf, value);
      if (*fitting == '\0')
        miss (adopt, match, NULL);
    }
  if (*fitting == '\0')
    return;
  rk_form_instance_restore_value (adopt->self->instance, leaf, fitting);
  adopt->taken = TRUE;
}

static gboolean
takes_answers (RkFormNode *leaf)
{
  return rk_form_node_get_control (leaf) != NULL && !rk_form_node_is_calculated (leaf) &&
         !rk_form_node_is_note (leaf) && !rk_form_node_get_readonly (leaf);
}

static void
adopt_leaf (Adopt *adopt, RkFormNode *leaf, RkFormNode *scope)
{
  RkFormNode *match = takes_answers (leaf) ? find_match (adopt, leaf, scope) : NULL;

  if (match == NULL || *rk_form_node_get_value (match) == '\0' ||
      *rk_form_node_get_stored_value (leaf) != '\0')
    return;
  if (rk_form_node_get_control (leaf)->type != RK_CONTROL_UPLOAD)
    put_value (adopt, leaf, match);
  else if (adopt_file (adopt, leaf, match))
    adopt->taken = TRUE;
  else
    miss (adopt, match, NULL);
}

/* --- rows ------------------------------------------------------------------------------------- */

static gboolean
is_blank (RkFormNode *node)
{
  GListModel *children;
  gboolean blank = TRUE;

  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    return !takes_answers (node) || *rk_form_node_get_stored_value (node) == '\0';
  children = rk_form_node_get_children (node);
  for (guint i = 0; blank && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      blank = is_blank (child);
    }
  return blank;
}

/* Makes as many rows as there were then: the rows of then, or NULL when nothing is to be taken. */
static GListModel *
match_rows (Adopt *adopt, RkFormNode *repeat, RkFormNode *scope)
{
  RkFormNode *match = find_match (adopt, repeat, scope);
  GListModel *rows = rk_form_node_get_children (repeat), *earlier;
  guint n;

  if (match == NULL || !rk_form_node_get_relevant (match) || !is_blank (repeat))
    return NULL;
  earlier = rk_form_node_get_children (match);
  n = g_list_model_get_n_items (earlier);
  while (rk_form_node_is_user_controlled (repeat) && g_list_model_get_n_items (rows) < n &&
         rk_form_instance_add_row (adopt->self->instance, repeat, NULL) == RK_REJECT_NONE)
    adopt->taken = TRUE;
  return earlier;
}

/* @scope: the row of then, or the root, in which the counterparts of what is in @node stand. */
static void
adopt_node (Adopt *adopt, RkFormNode *node, RkFormNode *scope)
{
  gboolean repeat = rk_form_node_get_node_type (node) == RK_NODE_REPEAT;
  GListModel *children, *earlier = repeat ? match_rows (adopt, node, scope) : NULL;

  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    {
      adopt_leaf (adopt, node, scope);
      return;
    }
  if (repeat && earlier == NULL)
    return;
  children = rk_form_node_get_children (node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);
      g_autoptr (RkFormNode) row = repeat ? g_list_model_get_item (earlier, i) : NULL;

      if (!repeat || row != NULL)
        adopt_node (adopt, child, repeat ? row : scope);
    }
}

/* --- the whole -------------------------------------------------------------------------------- */

static void
adopt_leaves (Adopt *adopt, RkQuestion *question)
{
  g_autoptr (GPtrArray) leaves = rk_question_list_leaves (question);
  RkFormNode *root = rk_form_instance_get_root (adopt->earlier->instance);

  for (guint i = 0; i < leaves->len; i++)
    adopt_leaf (adopt, g_ptr_array_index (leaves, i), root);
}

static void
adopt_question (RkQuestion *question, gpointer user_data)
{
  Adopt *adopt = user_data;
  GPtrArray *additions = rk_question_get_additions (question);
  RkFormNode *root = rk_form_instance_get_root (adopt->earlier->instance);

  adopt->question = question;
  adopt->taken = FALSE;
  if (rk_question_get_question_type (question) == RK_QUESTION_REPEAT)
    adopt_node (adopt, rk_question_get_node (question), root);
  else
    adopt_leaves (adopt, question);
  for (guint i = 0; i < additions->len; i++)
    adopt_leaves (adopt, g_ptr_array_index (additions, i));
  if (adopt->taken)
    {
      rk_question_refresh (question);
      add_answer (adopt->result->taken, question, rk_question_dup_answer_text (question));
    }
}

/* What was answered then and is not asked any more. */
static void
miss_question (RkQuestion *question, gpointer user_data)
{
  Adopt *adopt = user_data;
  g_autoptr (GPtrArray) leaves = rk_question_list_leaves (question);
  g_autofree char *answer = rk_question_dup_answer_text (question);

  if (!rk_question_counts (question) || !rk_question_get_visible (question) || *answer == '\0' ||
      g_hash_table_contains (adopt->matched, rk_question_get_node (question)))
    return;
  for (guint i = 0; i < leaves->len; i++)
    if (rk_form_node_is_calculated (g_ptr_array_index (leaves, i)) ||
        g_hash_table_contains (adopt->matched, g_ptr_array_index (leaves, i)))
      return;
  add_answer (adopt->result->missed, question, g_steal_pointer (&answer));
}

static void
run (RkResponse *self, RkResponse *earlier, RkAdoption *result)
{
  g_autoptr (GHashTable) places =
      g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GHashTable) matched = g_hash_table_new (NULL, NULL);
  Adopt adopt = { self, earlier, result, places, matched, NULL, FALSE };

  rk_response_visit_questions (self, adopt_question, &adopt);
  rk_response_visit_questions (earlier, miss_question, &adopt);
}

static gboolean
check_other (const char *id, const char *earlier_id, GError **error)
{
  if (!g_str_equal (id, earlier_id))
    return TRUE;
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("A survey cannot take over its own answers. Choose an earlier survey."));
  return FALSE;
}

RkAdoption *
rk_response_adopt_from (RkResponse *self, const char *earlier_id, GError **error)
{
  g_autoptr (RkAdoption) result = adoption_new ();
  g_autoptr (RkResponse) earlier = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (self) && earlier_id != NULL, NULL);
  if (!check_other (self->id, earlier_id, error) || !rk_response_check_open (self, error))
    return NULL;
  earlier = rk_response_open (self->store, earlier_id, error);
  if (earlier == NULL)
    return NULL;
  run (self, earlier, result);
  if (!rk_response_save (self, _ ("answers of an earlier year"), error))
    return NULL;
  return g_steal_pointer (&result);
}

RkAdoption *
rk_response_preview_adoption (RkStore *store, const char *id, const char *earlier_id,
                              GError **error)
{
  g_autoptr (RkAdoption) result = adoption_new ();
  g_autoptr (RkResponse) self =
      check_other (id, earlier_id, error) ? rk_response_open (store, id, error) : NULL;
  g_autoptr (RkResponse) earlier =
      self != NULL ? rk_response_open (store, earlier_id, error) : NULL;

  if (earlier == NULL)
    return NULL;
  run (self, earlier, result); /* and never saved */
  return g_steal_pointer (&result);
}

/* --- in words --------------------------------------------------------------------------------- */

/* "A04, B02, …": each question once. */
static char *
join_missed (const RkAdoption *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->missed->len; i++)
    {
      const RkAdoptedAnswer *answer = g_ptr_array_index (self->missed, i);

      if (!g_hash_table_add (seen, answer->id))
        continue;
      if (g_hash_table_size (seen) > MAX_NAMED)
        {
          g_string_append (text, "…");
          break;
        }
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", answer->id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rk_adoption_dup_summary (const RkAdoption *self)
{
  guint n = self->taken->len, m = self->missed->len;
  g_autofree char *taken = NULL, *missed = NULL, *names = NULL;

  /* Translators: the first half of a sentence. */
  taken = g_strdup_printf (ngettext ("%u answer taken over", "%u answers taken over", n), n);
  if (m == 0)
    return g_strconcat (taken, ".", NULL);
  names = join_missed (self);
  /* Translators: the second half of that sentence; %s is a list of questions. */
  missed =
      g_strdup_printf (ngettext ("%u no longer fits: %s", "%u no longer fit: %s", m), m, names);
  return g_strconcat (taken, ", ", missed, g_str_has_suffix (names, "…") ? "" : ".", NULL);
}
