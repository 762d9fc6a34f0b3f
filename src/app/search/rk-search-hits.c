/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-search-hits.h"

#include "rk-field-words.h"
#include "rk-architecture-search.h"
#include "rk-recent.h"
#include "rk-response.h"
#include "rk-search.h"
#include "rk-survey-list.h"
#include "rk-survey-words.h"
#include "rk-text.h"

#include <glib/gi18n.h>

/* One question of the newest survey on each form, folded once. */
typedef struct
{
  char *response;
  char *id;
  char *label;
  char *answer;
  char *note;
  char *rows; /* the texts in its rows */
  char *survey;
  char *folded; /* label, answer, note and rows */
} Question;

struct _RkHitIndex
{
  RkStore *store;
  GPtrArray *surveys;   /* of RkSurveyRow */
  GPtrArray *questions; /* of Question */
};

static const struct
{
  const char *title;
  const char *icon;
  const char *action;
} pages[] = {
  { N_ ("Overview"), "rk-home-symbolic", "win.show-page::overview" },
  { N_ ("Surveys"), "rk-survey-symbolic", "win.show-page::surveys" },
  { N_ ("Applications"), "rk-applications-symbolic", "win.show-page::applications" },
  { N_ ("Add a questionnaire…"), "rk-add-symbolic", "win.add-questionnaire" },
  { N_ ("Open another workspace…"), "rk-folder-symbolic", "win.open-workspace" },
  { N_ ("New workspace…"), "rk-add-symbolic", "win.new-workspace" },
  { N_ ("Make a backup"), "rk-check-symbolic", "win.backup" },
  { N_ ("Export everything…"), "rk-folder-symbolic", "win.export-all" },
  { N_ ("Preferences"), "emblem-system-symbolic", "app.preferences" },
  { N_ ("Keyboard shortcuts"), "rk-info-symbolic", "app.shortcuts" },
};

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->response);
  g_free (question->id);
  g_free (question->label);
  g_free (question->answer);
  g_free (question->note);
  g_free (question->rows);
  g_free (question->survey);
  g_free (question->folded);
  g_free (question);
}

void
rk_hit_free (RkHit *hit)
{
  g_free (hit->title);
  g_free (hit->place);
  g_free (hit->action);
  g_free (hit);
}

/* Texts that people typed in the rows of a table; codes of choices are no words. */
static void
append_texts (GString *texts, RkFormNode *node)
{
  GListModel *children = rk_form_node_get_children (node);
  const char *value;
  GPtrArray *choices;

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);
      append_texts (texts, child);
    }
  if (rk_form_node_get_node_type (node) != RK_NODE_LEAF ||
      rk_form_node_get_data_type (node) != RK_DATA_STRING)
    return;
  value = rk_form_node_get_value (node);
  choices = rk_form_node_get_choices (node);
  if (rk_form_node_get_control (node) != NULL && *value != '\0' &&
      (choices == NULL || choices->len == 0))
    g_string_append_printf (texts, "%s%s", texts->len > 0 ? " · " : "", value);
}

static char *
dup_rows (RkQuestion *question)
{
  GString *texts = g_string_new (NULL);

  if (rk_question_get_question_type (question) == RK_QUESTION_REPEAT)
    append_texts (texts, rk_question_get_node (question));
  return g_string_free (texts, FALSE);
}

static void
add_question (RkHitIndex *index, RkResponse *response, RkQuestion *source, const char *survey)
{
  Question *question;
  g_autofree char *all = NULL;

  if (!rk_question_get_visible (source) || !rk_question_counts (source))
    return;
  question = g_new0 (Question, 1);
  question->response = g_strdup (rk_response_get_id (response));
  question->id = g_strdup (rk_question_get_id (source));
  question->label = rk_question_dup_label (source);
  question->answer = rk_question_dup_answer_text (source);
  question->note = rk_response_dup_note (response, source);
  question->rows = dup_rows (source);
  question->survey = g_strdup (survey);
  all = g_strjoin (" ", question->label, question->answer, question->note, question->rows, NULL);
  question->folded = rk_text_fold (all);
  g_ptr_array_add (index->questions, question);
}

static void
add_response (RkHitIndex *index, RkStore *store, const RkSurveyRow *row)
{
  g_autoptr (RkResponse) response = rk_response_open (store, row->id, NULL);
  g_autofree char *survey = rk_survey_words_title (row);
  GListModel *sections;

  if (response == NULL)
    return;
  sections = rk_response_get_sections (response);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);
      GListModel *questions = rk_section_get_questions (section);

      for (guint q = 0; q < g_list_model_get_n_items (questions); q++)
        {
          g_autoptr (RkQuestion) question = g_list_model_get_item (questions, q);
          add_question (index, response, question, survey);
        }
    }
}

RkHitIndex *
rk_hit_index_new (RkStore *store)
{
  RkHitIndex *index = g_new0 (RkHitIndex, 1);
  g_autoptr (GHashTable) forms = g_hash_table_new (g_str_hash, g_str_equal);

  index->store = g_object_ref (store);
  index->questions = g_ptr_array_new_with_free_func (question_free);
  index->surveys = rk_survey_list (store, NULL);
  if (index->surveys == NULL)
    index->surveys = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_survey_row_free);
  /* newest first: the first one of each form is the one people mean */
  for (guint i = 0; i < index->surveys->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (index->surveys, i);
      if (g_hash_table_add (forms, row->form_id))
        add_response (index, store, row);
    }
  return index;
}

void
rk_hit_index_free (RkHitIndex *index)
{
  g_ptr_array_unref (index->questions);
  g_ptr_array_unref (index->surveys);
  g_object_unref (index->store);
  g_free (index);
}

/* --- searching
 * ------------------------------------------------------------------------------------ */

static RkHit *
make_hit (RkHitGroup group, const char *icon, const char *title, char *place, char *action)
{
  RkHit *hit = g_new0 (RkHit, 1);

  hit->group = group;
  hit->icon = icon;
  hit->title = g_strdup (title);
  hit->place = place;
  hit->action = action;
  return hit;
}

static RkHit *
make_page_hit (guint i)
{
  return make_hit (RK_HIT_PAGE, pages[i].icon,
                   _ (pages[i].title), NULL, g_strdup (pages[i].action));
}

static RkHit *
make_survey_hit (const RkSurveyRow *row)
{
  gboolean submitted = g_strcmp0 (row->status, "submitted") == 0;
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (row->id));
  g_autofree char *title = rk_survey_words_title (row);

  return make_hit (RK_HIT_SURVEY, "rk-survey-symbolic", title,
                   submitted ? rk_survey_words_submitted (row) : rk_survey_words_progress (row),
                   g_action_print_detailed_name (submitted ? "win.results" : "win.open-response",
                                                 target));
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *own = rk_text_fold (text);

  return rk_text_find (own, folded) >= 0;
}

static RkHit *
make_question_hit (const Question *question, const char *folded)
{
  g_autoptr (GVariant) target =
      g_variant_ref_sink (g_variant_new ("(ss)", question->response, question->id));
  char *action = g_action_print_detailed_name ("win.open-question", target);
  char *place;

  if (*question->note != '\0' && contains (question->note, folded))
    /* Translators: the title of a survey, then the note at one of its questions */
    place = g_strdup_printf (_ ("%s · note: %s"), question->survey, question->note);
  else if (*question->rows != '\0' && contains (question->rows, folded))
    /* Translators: the title of a survey, then the texts in the rows of one of its questions */
    place = g_strdup_printf (_ ("%s · rows: %s"), question->survey, question->rows);
  else if (*question->answer != '\0')
    /* Translators: the title of a survey, then the answer to one of its questions */
    place = g_strdup_printf (_ ("%s · answer: %s"), question->survey, question->answer);
  else
    place = g_strdup (question->survey);
  return make_hit (RK_HIT_QUESTION, "rk-question-symbolic", question->label, place, action);
}

/* Better matches first: a hit carries how good it is until it is sorted in. */
typedef struct
{
  int rank;
  guint order;
} Match;

static int
compare_match (gconstpointer a, gconstpointer b)
{
  const Match *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank - second->rank;
  return first->order < second->order ? -1 : first->order > second->order;
}

typedef RkHit *(*MakeHit) (RkHitIndex *index, guint at, const char *folded);
typedef char *(*DupFolded) (RkHitIndex *index, guint at);

static char *
fold_page (RkHitIndex *index, guint at)
{
  return rk_text_fold (_ (pages[at].title));
}

static char *
fold_survey (RkHitIndex *index, guint at)
{
  g_autofree char *title = rk_survey_words_title (g_ptr_array_index (index->surveys, at));

  return rk_text_fold (title);
}

static char *
fold_question (RkHitIndex *index, guint at)
{
  return g_strdup (((Question *) g_ptr_array_index (index->questions, at))->folded);
}

static RkHit *
hit_page (RkHitIndex *index, guint at, const char *folded)
{
  return make_page_hit (at);
}

static RkHit *
hit_survey (RkHitIndex *index, guint at, const char *folded)
{
  return make_survey_hit (g_ptr_array_index (index->surveys, at));
}

static RkHit *
hit_question (RkHitIndex *index, guint at, const char *folded)
{
  return make_question_hit (g_ptr_array_index (index->questions, at), folded);
}

static guint
search_group (RkHitIndex *index, guint n, DupFolded fold, MakeHit make, const char *folded,
              guint limit, GPtrArray *hits)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = fold (index, i);
      Match match = { .rank = rk_text_find (text, folded), .order = i };

      if (match.rank >= 0)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_match);
  for (guint i = 0; i < MIN (matches->len, limit); i++)
    g_ptr_array_add (hits, make (index, g_array_index (matches, Match, i).order, folded));
  return matches->len;
}

/* --- records of the portfolio -----------------------------------------------------------------*/

/* What a person has not found among so many is found by another word. */
#define MAX_RECORDS 50

static const struct
{
  const char *kind;
  RkHitGroup group;
  const char *beside; /* (nullable): the field on the second line, after the kind */
} record_kinds[] = {
  { "application", RK_HIT_APPLICATION, "supplier" },
  { "supplier", RK_HIT_SUPPLIER, NULL },
  { "interface", RK_HIT_INTERFACE, "data" },
  { "contract", RK_HIT_CONTRACT, "supplier" },
  { "product", RK_HIT_PRODUCT, "supplier" },
  { "standard", RK_HIT_OTHER_RECORD, "organisation" },
  { "dataset", RK_HIT_OTHER_RECORD, "owner" },
  { "building_block", RK_HIT_OTHER_RECORD, "owner" },
};

/* "Application · Nordale Software" */
static char *
dup_place (RkStore *store, RkRecord *record, const char *beside)
{
  const RkKind *kind = rk_record_get_kind (record);
  g_autofree char *label = rk_kind_dup_title (kind);
  g_autofree char *text = NULL;

  if (beside != NULL)
    text = rk_field_dup_text (store, &kind->fields[rk_kind_find_field (kind, beside)],
                              rk_record_get (record, beside));
  if (text == NULL || *text == '\0')
    return g_steal_pointer (&label);
  return g_strdup_printf ("%s · %s", label, text);
}

static guint
search_records (RkStore *store, const char *text, guint at, guint limit, GPtrArray *hits)
{
  const char *kind = record_kinds[at].kind;
  g_autoptr (GPtrArray) found = rk_search (store, text, kind, MIN (limit, MAX_RECORDS), NULL);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const RkSearchHit *match = g_ptr_array_index (found, i);
      g_autoptr (RkRecord) record = rk_store_get (store, kind, match->id, NULL);
      g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new ("(ss)", kind, match->id));
      g_autofree char *name = record != NULL ? rk_record_dup_name (store, record) : NULL;

      if (record != NULL)
        g_ptr_array_add (hits, make_hit (record_kinds[at].group, "rk-applications-symbolic", name,
                                         dup_place (store, record, record_kinds[at].beside),
                                         g_action_print_detailed_name ("win.show-record", target)));
    }
  return found != NULL ? found->len : 0;
}

/* --- reference components ---------------------------------------------------------------------*/

/* The plate that shows the component among the fewest others: (transfer full) (nullable). */
static char *
dup_plate_action (RkArchitecture *architecture, const char *key)
{
  g_autoptr (GPtrArray) views = rk_architecture_find_views (architecture, key, NULL);
  const RkViewInfo *best = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *location = NULL;
  g_autoptr (GVariant) target = NULL;

  for (guint i = 0; views != NULL && i < views->len; i++)
    {
      const RkViewInfo *view = g_ptr_array_index (views, i);

      if (best == NULL || view->n_nodes < best->n_nodes)
        best = view;
    }
  if (best == NULL)
    return NULL;
  escaped = g_uri_escape_string (best->id, NULL, FALSE);
  location = g_strconcat ("plate:view/", escaped, NULL);
  target = g_variant_ref_sink (g_variant_new_string (location));
  return g_action_print_detailed_name ("win.open-location", target);
}

static guint
search_components (RkStore *store, const char *text, guint limit, GPtrArray *hits)
{
  g_autoptr (RkArchitecture) architecture = rk_architecture_open (store, NULL, NULL);
  g_autoptr (GPtrArray) found =
      architecture != NULL
          ? rk_architecture_search (architecture, text, TRUE, MIN (limit, MAX_RECORDS), NULL)
          : NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const RkConcept *concept = ((RkConceptHit *) g_ptr_array_index (found, i))->concept;
      const char *domain = rk_architecture_get_domain (architecture, concept->key);
      char *action = dup_plate_action (architecture, concept->key);

      g_ptr_array_add (hits,
                       make_hit (RK_HIT_COMPONENT, "rk-plate-symbolic", concept->name,
                                 g_strdup (domain),
                                 action != NULL ? action : g_strdup ("win.show-page::plates")));
    }
  return found != NULL ? found->len : 0;
}

GPtrArray *
rk_hit_search (RkHitIndex *index, const char *text, guint limit, guint totals[RK_N_HIT_GROUPS])
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_hit_free);
  g_autofree char *folded = rk_text_fold (text);

  memset (totals, 0, sizeof (guint) * RK_N_HIT_GROUPS);
  if (*folded == '\0')
    return hits;
  totals[RK_HIT_PAGE] =
      search_group (index, G_N_ELEMENTS (pages), fold_page, hit_page, folded, limit, hits);
  for (guint i = 0; i < G_N_ELEMENTS (record_kinds); i++)
    totals[record_kinds[i].group] += search_records (index->store, text, i, limit, hits);
  totals[RK_HIT_COMPONENT] = search_components (index->store, text, limit, hits);
  totals[RK_HIT_SURVEY] =
      search_group (index, index->surveys->len, fold_survey, hit_survey, folded, limit, hits);
  totals[RK_HIT_QUESTION] =
      search_group (index, index->questions->len, fold_question, hit_question, folded, limit, hits);
  return hits;
}

static gboolean
is_survey (RkHitIndex *index, const char *location)
{
  for (guint i = 0; i < index->surveys->len; i++)
    if (strstr (location, ((RkSurveyRow *) g_ptr_array_index (index->surveys, i))->id) != NULL)
      return TRUE;
  return FALSE;
}

/* What was opened last and is still there. */
static void
list_recent (RkHitIndex *index, RkStore *store, GPtrArray *hits)
{
  g_autoptr (GPtrArray) list = rk_recent_list (store);

  for (guint i = 0; i < list->len; i++)
    {
      const RkRecent *recent = g_ptr_array_index (list, i);
      g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (recent->location));

      if (is_survey (index, recent->location))
        g_ptr_array_add (hits,
                         make_hit (RK_HIT_RECENT, "rk-survey-symbolic", recent->title, NULL,
                                   g_action_print_detailed_name ("win.open-location", target)));
    }
}

GPtrArray *
rk_hit_list_start (RkHitIndex *index, RkStore *store)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_hit_free);

  list_recent (index, store, hits);
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (hits, make_page_hit (i));
  for (guint i = 0; i < index->surveys->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (index->surveys, i);
      if (g_strcmp0 (row->status, "submitted") != 0)
        g_ptr_array_add (hits, make_survey_hit (row));
    }
  return hits;
}
