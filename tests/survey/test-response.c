/* SPDX-License-Identifier: EUPL-1.2 */
/* What a person enters is in the workspace, and comes back as it was. */
#include "survey-fixture.h"

#include <signal.h>
#include <sys/resource.h>

#define GROND "/tuin/grond/"
#define PLANTEN "/tuin/planten/"

static void
test_answers_come_back_after_a_restart (Fixture *f, gconstpointer data)
{
  enter_at (f->response, GROND "tuin_opp", "1.234");
  enter_at (f->response, GROND "tuin_diepte", "12,5");
  enter_at (f->response, GROND "tuin_soort", "klei");
  enter_at (f->response, GROND "tuin_aanleg", "1/2/2027");
  enter_at (f->response, PLANTEN "tuin_keuze", "lis roos");
  restart (f);
  g_assert_cmpstr (value_at (f->response, GROND "tuin_opp"), ==, "1234");
  g_assert_cmpstr (value_at (f->response, GROND "tuin_diepte"), ==, "12.5");
  g_assert_cmpstr (value_at (f->response, GROND "tuin_soort"), ==, "klei");
  g_assert_cmpstr (value_at (f->response, GROND "tuin_aanleg"), ==, "2027-02-01");
  g_assert_cmpstr (value_at (f->response, PLANTEN "tuin_keuze"), ==, "roos lis");
}

static void
test_a_field_shows_what_people_write (Fixture *f, gconstpointer data)
{
  g_autofree char *number = NULL, *date = NULL;

  enter_at (f->response, GROND "tuin_diepte", "1234.50");
  enter_at (f->response, GROND "tuin_aanleg", "2027-02-01");
  number = rk_response_dup_text (f->response, node_at (f->response, GROND "tuin_diepte"));
  date = rk_response_dup_text (f->response, node_at (f->response, GROND "tuin_aanleg"));
  g_assert_cmpstr (number, ==, "1.234,5");
  g_assert_cmpstr (date, ==, "01/02/2027");
}

static void
test_text_that_does_not_fit_is_kept (Fixture *f, gconstpointer data)
{
  RkFormNode *node = node_at (f->response, GROND "tuin_opp");
  g_autofree char *text = NULL, *message = NULL;

  enter_at (f->response, GROND "tuin_opp", "12,5");
  g_assert_true (rk_response_is_raw (f->response, node));
  g_assert_cmpstr (rk_form_node_get_value (node), ==, "");
  restart (f);
  node = node_at (f->response, GROND "tuin_opp");
  text = rk_response_dup_text (f->response, node);
  message = rk_response_dup_message (f->response, node);
  g_assert_cmpstr (text, ==, "12,5");
  g_assert_nonnull (message);
  g_assert_false (rk_question_get_answered (find_question (f->response, "tuin.opp")));
  enter_at (f->response, GROND "tuin_opp", "12");
  g_assert_false (rk_response_is_raw (f->response, node));
  restart (f);
  g_assert_cmpstr (value_at (f->response, GROND "tuin_opp"), ==, "12");
}

static void
test_a_draft_is_on_disk_but_not_in_the_journal (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL, *text = NULL;
  RkFormNode *node = node_at (f->response, PLANTEN "tuin_nota");

  enter_at (f->response, GROND "tuin_opp", "5");
  before = rk_store_peek_undo (f->store);
  g_assert_true (rk_response_draft (f->response, node, "Een halve zi", NULL));
  after = rk_store_peek_undo (f->store);
  g_assert_cmpstr (before, ==, after);
  restart (f);
  node = node_at (f->response, PLANTEN "tuin_nota");
  text = rk_response_dup_text (f->response, node);
  g_assert_cmpstr (text, ==, "Een halve zi");
  enter_at (f->response, PLANTEN "tuin_nota", "Een hele zin.");
  restart (f);
  g_clear_pointer (&text, g_free);
  text = rk_response_dup_text (f->response, node_at (f->response, PLANTEN "tuin_nota"));
  g_assert_cmpstr (text, ==, "Een hele zin.");
}

static void
test_a_draft_recalculates_when_it_fits (Fixture *f, gconstpointer data)
{
  RkFormNode *node = node_at (f->response, GROND "tuin_opp");

  g_assert_true (rk_response_draft (f->response, node, "20", NULL));
  g_assert_cmpstr (rk_form_node_get_value (node), ==, "20");
  g_assert_true (rk_response_draft (f->response, node, "20,", NULL));
  g_assert_cmpstr (rk_form_node_get_value (node), ==, "20");
  /* another answer does not write the half one */
  enter_at (f->response, GROND "tuin_soort", "klei");
  g_assert_cmpint (rk_store_count (f->store, "answer", "path = ?1 AND value IS NOT NULL", NULL,
                                   GROND "tuin_opp", NULL),
                   ==, 0);
}

static void
test_undo_and_redo_reach_the_nodes (Fixture *f, gconstpointer data)
{
  RkFormNode *node = node_at (f->response, GROND "tuin_opp");
  g_autofree char *label = NULL;

  enter_at (f->response, GROND "tuin_opp", "10");
  enter_at (f->response, GROND "tuin_opp", "20");
  g_assert_true (rk_store_undo (f->store, &label, NULL));
  g_assert_nonnull (strstr (label, "Hoe groot"));
  g_assert_cmpstr (rk_form_node_get_value (node), ==, "10");
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  g_assert_cmpstr (rk_form_node_get_value (node), ==, "");
  g_assert_true (rk_store_redo (f->store, NULL, NULL));
  g_assert_true (rk_store_redo (f->store, NULL, NULL));
  g_assert_cmpstr (rk_form_node_get_value (node), ==, "20");
}

static void
test_a_step_of_several_answers_is_one (Fixture *f, gconstpointer data)
{
  g_autofree char *label = NULL;

  rk_response_begin (f->response, "Clear");
  enter_at (f->response, PLANTEN "tuin_stel/tuin_stel_a", "1");
  enter_at (f->response, PLANTEN "tuin_stel/tuin_stel_b", "2");
  g_assert_true (rk_response_end (f->response, NULL));
  g_assert_true (rk_store_undo (f->store, &label, NULL));
  g_assert_cmpstr (label, ==, "Clear");
  g_assert_cmpstr (value_at (f->response, PLANTEN "tuin_stel/tuin_stel_a"), ==, "");
  g_assert_cmpstr (value_at (f->response, PLANTEN "tuin_stel/tuin_stel_b"), ==, "");
}

static RkFormNode *
add_bed (Fixture *f, const char *name)
{
  RkFormNode *row = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  g_assert_true (
      rk_response_add_row (f->response, node_at (f->response, PLANTEN "bed"), &row, &error));
  g_assert_no_error (error);
  path = g_strconcat (rk_form_node_get_path (row), "/naam", NULL);
  enter_at (f->response, path, name);
  return row;
}

static char *
list_beds (RkResponse *response)
{
  GListModel *rows = rk_form_node_get_children (node_at (response, PLANTEN "bed"));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autofree char *path = g_strdup_printf (PLANTEN "bed[%u]/naam", i + 1);

      g_string_append_printf (text, "%s ", value_at (response, path));
    }
  return g_string_free (text, FALSE);
}

#define assert_beds(f, expected)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *beds_ = list_beds ((f)->response);                                            \
    g_assert_cmpstr (beds_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_a_removed_row_comes_back_with_its_answers (Fixture *f, gconstpointer data)
{
  RkFormNode *row;

  add_bed (f, "rozen");
  row = add_bed (f, "lissen");
  add_bed (f, "asters");
  g_assert_true (
      rk_response_add_row (f->response, node_at (f->response, PLANTEN "bed[2]/plant"), NULL, NULL));
  enter_at (f->response, PLANTEN "bed[2]/plant[1]/soort", "gele lis");
  g_assert_true (rk_response_remove_row (f->response, row, NULL));
  assert_beds (f, "rozen asters ");
  g_assert_cmpint (rk_store_count (f->store, "answer_row", NULL, NULL, NULL), ==, 2);
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  assert_beds (f, "rozen lissen asters ");
  g_assert_cmpstr (value_at (f->response, PLANTEN "bed[2]/plant[1]/soort"), ==, "gele lis");
  restart (f);
  assert_beds (f, "rozen lissen asters ");
  g_assert_cmpstr (value_at (f->response, PLANTEN "bed[2]/plant[1]/soort"), ==, "gele lis");
}

static void
test_rows_move (Fixture *f, gconstpointer data)
{
  RkFormNode *row;

  add_bed (f, "rozen");
  add_bed (f, "lissen");
  row = add_bed (f, "asters");
  g_assert_true (rk_response_move_row (f->response, row, 0, NULL));
  assert_beds (f, "asters rozen lissen ");
  g_assert_true (rk_response_move_row (f->response, row, 1, NULL));
  restart (f);
  assert_beds (f, "rozen asters lissen ");
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  assert_beds (f, "asters rozen lissen ");
}

static void
test_another_window_sees_the_change (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) other = open_response (f->store, f->id);

  enter_at (f->response, GROND "tuin_soort", "leem");
  g_assert_cmpstr (value_at (other, GROND "tuin_soort"), ==, "leem");
  add_bed (f, "rozen");
  g_assert_cmpstr (value_at (other, PLANTEN "bed[1]/naam"), ==, "rozen");
  enter_at (other, PLANTEN "bed[1]/naam", "tulpen");
  assert_beds (f, "tulpen ");
  g_assert_true (rk_response_remove_row (other, node_at (other, PLANTEN "bed[1]"), NULL));
  assert_beds (f, "");
}

static gboolean
stop_cb (gpointer stop)
{
  *(gboolean *) stop = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_another_process_is_seen (Fixture *f, gconstpointer data)
{
  g_autoptr (RkStore) elsewhere = open_store (f->path);
  g_autoptr (RkResponse) other = open_response (elsewhere, f->id);
  gboolean stop = FALSE;
  guint timer;

  enter_at (other, GROND "tuin_soort", "leem");
  enter_at (f->response, GROND "tuin_opp", "7");
  timer = g_timeout_add_seconds (10, stop_cb, &stop);
  while (!stop && *value_at (f->response, GROND "tuin_soort") == '\0')
    g_main_context_iteration (NULL, TRUE);
  while (!stop && *value_at (other, GROND "tuin_opp") == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (stop);
  g_source_remove (timer);
  g_assert_cmpstr (value_at (f->response, GROND "tuin_soort"), ==, "leem");
  g_assert_cmpstr (value_at (other, GROND "tuin_opp"), ==, "7");
}

static void
test_a_hidden_answer_comes_back (Fixture *f, gconstpointer data)
{
  enter_at (f->response, GROND "tuin_soort", "leem");
  enter_at (f->response, GROND "tuin_water", "2");
  enter_at (f->response, GROND "tuin_soort", "klei");
  g_assert_cmpstr (rk_form_node_get_value (node_at (f->response, GROND "tuin_water")), ==, "");
  restart (f);
  g_assert_cmpstr (rk_form_node_get_value (node_at (f->response, GROND "tuin_water")), ==, "");
  enter_at (f->response, GROND "tuin_soort", "leem");
  g_assert_cmpstr (rk_form_node_get_value (node_at (f->response, GROND "tuin_water")), ==, "2");
}

static void
test_the_identity_of_a_submission_stays (Fixture *f, gconstpointer data)
{
  g_autofree char *id = g_strdup (value_at (f->response, "/tuin/meta/instanceID"));

  g_assert_true (g_str_has_prefix (id, "uuid:"));
  restart (f);
  g_assert_cmpstr (value_at (f->response, "/tuin/meta/instanceID"), ==, id);
}

static void
test_counted_rows_keep_their_answers (Fixture *f, gconstpointer data)
{
  enter_at (f->response, "/gezin/aantal", "3");
  enter_at (f->response, "/gezin/kind[2]/naam", "Noor");
  enter_at (f->response, "/gezin/kind[3]/naam", "Sam");
  enter_at (f->response, "/gezin/aantal", "1");
  enter_at (f->response, "/gezin/aantal", "2");
  g_assert_cmpstr (value_at (f->response, "/gezin/kind[2]/naam"), ==, "Noor");
  restart (f);
  g_assert_cmpstr (value_at (f->response, "/gezin/kind[2]/naam"), ==, "Noor");
  enter_at (f->response, "/gezin/aantal", "3");
  g_assert_cmpstr (value_at (f->response, "/gezin/kind[3]/naam"), ==, "Sam");
  restart (f);
  g_assert_cmpstr (value_at (f->response, "/gezin/kind[3]/naam"), ==, "Sam");
  g_assert_cmpint (rk_store_count (f->store, "answer_row", NULL, NULL, NULL), ==, 0);
}

static guint64
count_steps (Fixture *f)
{
  guint64 n = 0;

  while (rk_store_undo (f->store, NULL, NULL))
    n++;
  return n;
}

static void
test_one_answer_is_one_step (Fixture *f, gconstpointer data)
{
  enter_at (f->response, GROND "tuin_opp", "10");
  enter_at (f->response, GROND "tuin_soort", "klei");
  enter_at (f->response, GROND "tuin_soort", "klei"); /* nothing new */
  g_assert_cmpuint (count_steps (f), ==, 3);          /* with the start */
}

static void
test_notes_and_names_stay (Fixture *f, gconstpointer data)
{
  g_autofree char *note = NULL, *name = NULL;

  g_assert_true (rk_response_set_note (f->response, find_question (f->response, "tuin.opp"),
                                       "Nagaan bij de dienst groen", NULL));
  g_assert_true (rk_response_set_assignee (f->response, find_question (f->response, "tuin.opp"),
                                           "Tom Claes", NULL));
  restart (f);
  note = rk_response_dup_note (f->response, find_question (f->response, "tuin.opp"));
  name = rk_response_dup_assignee (f->response, find_question (f->response, "tuin.opp"));
  g_assert_cmpstr (note, ==, "Nagaan bij de dienst groen");
  g_assert_cmpstr (name, ==, "Tom Claes");
}

/* A file that cannot grow is what a full disk looks like. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  setrlimit (RLIMIT_FSIZE, &limit);
}

static void
test_a_full_disk_loses_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) other = open_response (f->store, f->id);
  g_autoptr (GError) error = NULL;
  RkFormNode *node = node_at (f->response, GROND "tuin_opp");

  signal (SIGXFSZ, SIG_IGN);
  enter_at (f->response, GROND "tuin_opp", "1");
  limit_files (1024);
  g_assert_false (rk_response_enter (f->response, node, "20", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpstr (rk_form_node_get_value (node), ==, "20");
  limit_files (RLIM_INFINITY);
  /* a change from elsewhere does not take it away, and it goes along with the next answer */
  enter_at (other, GROND "tuin_aanleg", "1/2/2027");
  g_assert_true (rk_response_add_row (other, node_at (other, PLANTEN "bed"), NULL, NULL));
  g_assert_cmpstr (rk_form_node_get_value (node), ==, "20");
  enter_at (f->response, GROND "tuin_soort", "klei");
  restart (f);
  g_assert_cmpstr (value_at (f->response, GROND "tuin_opp"), ==, "20");
  g_assert_cmpstr (value_at (f->response, GROND "tuin_aanleg"), ==, "2027-02-01");
}

/* --- submitting ------------------------------------------------------------------------------- */

#define COMPLETE                                                                                   \
  "{\"tuin.opp\": 120, \"tuin.soort\": \"leem\", \"tuin.water\": \"1\","                           \
  " \"tuin.keuze\": [\"roos\", \"lis\"], \"tuin.stel\": {\"a\": \"2\", \"b\": \"1\"},"             \
  " \"bed\": [{\"naam\": \"rozen\", \"aantal\": 4, \"plant\": [{\"soort\": \"wild\"}]}]}"

static void
test_what_blocks_is_named (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rk_response_submit (f->response, NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "tuin.opp"));
  g_assert_false (rk_response_is_submitted (f->response));
}

static void
test_a_submission_is_fixed (Fixture *f, gconstpointer data)
{
  g_autofree char *receipt = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  RkFormNode *node;

  apply (f->response, COMPLETE);
  g_assert_true (rk_response_submit (f->response, &receipt, &error));
  g_assert_no_error (error);
  g_assert_true (g_regex_match_simple ("^[0-9A-F]{4}-[0-9A-F]{4}$", receipt, 0, 0));
  g_assert_true (rk_response_is_submitted (f->response));
  before = collect (f->response);
  node = node_at (f->response, GROND "tuin_opp");
  g_assert_false (rk_response_enter (f->response, node, "1", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_false (rk_response_draft (f->response, node, "1", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_false (
      rk_response_add_row (f->response, node_at (f->response, PLANTEN "bed"), NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_FROZEN);
  g_clear_error (&error);
  rk_store_undo (f->store, NULL, NULL);
  restart (f);
  after = collect (f->response);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (rk_response_is_submitted (f->response));
  g_assert_true (rk_response_verify (f->response, &error));
}

static void
test_a_changed_submission_is_found (Fixture *f, gconstpointer data)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Tamper");
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;

  apply (f->response, COMPLETE);
  g_assert_true (rk_response_submit (f->response, NULL, NULL));
  answers = rk_store_list (f->store, "answer", "path = ?1", NULL, NULL, GROND "tuin_opp", NULL);
  rk_change_set (change, "answer", rk_record_get_id (g_ptr_array_index (answers, 0)), "value",
                 "121", NULL);
  g_assert_true (rk_change_apply (change, NULL));
  g_assert_false (rk_response_verify (f->response, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_DAMAGED);
}

static void
test_a_submission_elsewhere_counts_at_once (Fixture *f, gconstpointer data)
{
  g_autoptr (RkStore) elsewhere = open_store (f->path);
  g_autoptr (RkResponse) other = open_response (elsewhere, f->id);
  RkFormNode *node = node_at (f->response, GROND "tuin_opp");
  g_autoptr (GError) error = NULL;

  apply (other, COMPLETE);
  g_assert_true (rk_response_submit (other, NULL, NULL));
  g_assert_false (rk_response_enter (f->response, node, "1", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_true (rk_response_verify (other, NULL));
  g_assert_true (rk_response_discard (elsewhere, f->id, NULL));
  g_assert_false (rk_response_enter (f->response, node, "1", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_NOT_FOUND);
  g_assert_cmpint (rk_store_count (elsewhere, "answer", NULL, NULL, NULL), ==, 0);
}

static void
test_what_was_typed_is_submitted_too (Fixture *f, gconstpointer data)
{
  apply (f->response, COMPLETE);
  g_assert_true (
      rk_response_draft (f->response, node_at (f->response, PLANTEN "tuin_nota"), "Klaar", NULL));
  g_assert_true (rk_response_submit (f->response, NULL, NULL));
  g_assert_cmpint (rk_store_count (f->store, "answer", "value = ?1", NULL, "Klaar", NULL), ==, 1);
  restart (f);
  g_assert_cmpstr (value_at (f->response, PLANTEN "tuin_nota"), ==, "Klaar");
  g_assert_true (rk_response_verify (f->response, NULL));
}

static void
test_reopening_makes_a_version_with_the_answers (Fixture *f, gconstpointer data)
{
  g_autofree char *next = NULL, *again = NULL, *first = NULL, *second = NULL;
  g_autoptr (RkResponse) version = NULL;
  g_autoptr (GPtrArray) list = NULL;

  apply (f->response, COMPLETE);
  g_assert_null (rk_response_reopen (f->response, NULL));
  g_assert_true (rk_response_submit (f->response, NULL, NULL));
  next = rk_response_reopen (f->response, NULL);
  again = rk_response_reopen (f->response, NULL);
  g_assert_cmpstr (next, ==, again);
  version = open_response (f->store, next);
  g_assert_cmpint (rk_record_get_int (rk_response_get_record (version), "version", 0), ==, 2);
  first = collect (f->response);
  second = collect (version);
  g_assert_cmpstr (first, ==, second);
  enter_at (version, PLANTEN "bed[1]/naam", "tulpen");
  g_assert_cmpstr (value_at (f->response, PLANTEN "bed[1]/naam"), ==, "rozen");
  g_assert_true (rk_response_verify (f->response, NULL));
  list = rk_survey_list (f->store, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((RkSurveyRow *) g_ptr_array_index (list, 0))->id, ==, next);
}

/* A server that has the former version takes the new one as another. */
static void
test_reopening_makes_another_instance (Fixture *f, gconstpointer data)
{
  g_autofree char *next = NULL, *first = NULL, *second = NULL, *later = NULL;
  g_autoptr (RkResponse) version = NULL;

  apply (f->response, COMPLETE);
  g_assert_true (rk_response_submit (f->response, NULL, NULL));
  first = g_strdup (value_at (f->response, "/tuin/meta/instanceID"));
  next = rk_response_reopen (f->response, NULL);
  version = open_response (f->store, next);
  second = g_strdup (value_at (version, "/tuin/meta/instanceID"));
  g_assert_true (g_str_has_prefix (first, "uuid:"));
  g_assert_true (g_str_has_prefix (second, "uuid:"));
  g_assert_cmpuint (strlen (second), ==, strlen (first));
  g_assert_cmpstr (first, !=, second);
  g_clear_object (&version);
  version = open_response (f->store, next);
  later = g_strdup (value_at (version, "/tuin/meta/instanceID"));
  g_assert_cmpstr (later, ==, second);
}

static void
test_discarding_can_be_undone (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  apply (f->response, COMPLETE);
  before = collect (f->response);
  g_clear_object (&f->response);
  g_assert_true (rk_response_discard (f->store, f->id, NULL));
  g_assert_cmpint (rk_store_count (f->store, "answer", NULL, NULL, NULL), ==, 0);
  g_assert_cmpint (rk_store_count (f->store, "response", NULL, NULL, NULL), ==, 0);
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  f->response = open_response (f->store, f->id);
  after = collect (f->response);
  g_assert_cmpstr (before, ==, after);
}

static void
test_answers_of_last_year_fill_the_gaps (Fixture *f, gconstpointer data)
{
  g_autofree char *form = find_form ("other.xml"), *id = start (f->store, form);
  g_autoptr (RkResponse) now = open_response (f->store, id);

  apply (f->response, COMPLETE);
  enter_at (now, GROND "tuin_opp", "99");
  g_assert_cmpuint (adopt (now, f->id), ==, 5);
  g_assert_cmpstr (value_at (now, GROND "tuin_opp"), ==, "99");
  g_assert_cmpstr (value_at (now, GROND "tuin_soort"), ==, "leem");
  g_assert_cmpstr (value_at (now, PLANTEN "bed[1]/plant[1]/soort"), ==, "wild");
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  g_assert_cmpstr (value_at (now, GROND "tuin_soort"), ==, "");
  g_assert_cmpstr (value_at (now, GROND "tuin_opp"), ==, "99");
}

/* --- lists ------------------------------------------------------------------------------------ */

static void
test_a_list_knows_the_figures (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  RkSurveyRow *row;
  guint answered, total, required_open;

  apply (f->response, COMPLETE);
  rk_response_get_progress (f->response, &answered, &total, &required_open);
  list = rk_survey_list (f->store, NULL);
  row = g_ptr_array_index (list, 0);
  g_assert_cmpstr (row->title, ==, "Tuinmeting 2026");
  g_assert_cmpuint (row->answered, ==, answered);
  g_assert_cmpuint (row->total, ==, total);
  g_assert_cmpuint (row->required_open, ==, 0);
  g_assert_false (isnan (row->index));
  g_assert_cmpstr (row->band_label, ==, "Groen");
  g_assert_cmpstr (row->index_label, ==, "Tuinindex");
  g_assert_cmpuint (row->themes->len, ==, 3);
  g_assert_cmpstr (((RkThemeFigure *) g_ptr_array_index (row->themes, 0))->name, ==, "Bodem");
  g_assert_cmpstr (((RkThemeFigure *) g_ptr_array_index (row->themes, 1))->name, ==, "Flora");
  g_assert_false (isnan (((RkThemeFigure *) g_ptr_array_index (row->themes, 0))->score));
}

static guint
count_listed (Fixture *f)
{
  g_autoptr (GPtrArray) list = rk_survey_list (f->store, NULL);

  return ((RkSurveyRow *) g_ptr_array_index (list, 0))->answered;
}

static void
test_a_list_follows_undo (Fixture *f, gconstpointer data)
{
  gboolean stop = FALSE;
  guint timer;

  enter_at (f->response, GROND "tuin_opp", "5");
  g_assert_cmpuint (count_listed (f), ==, 1);
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  timer = g_timeout_add_seconds (5, stop_cb, &stop);
  while (!stop && count_listed (f) != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (stop);
  g_source_remove (timer);
}

static void
test_earlier_submissions_are_found (Fixture *f, gconstpointer data)
{
  g_autofree char *form = find_form ("other.xml"), *id = start (f->store, form);
  g_autoptr (RkResponse) now = open_response (f->store, id);
  g_autoptr (GPtrArray) none = rk_survey_list_earlier (f->store, id, NULL);
  g_autoptr (GPtrArray) one = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  apply (f->response, COMPLETE);
  g_assert_true (rk_response_submit (f->response, NULL, NULL));
  one = rk_survey_list_earlier (f->store, id, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((RkSurveyRow *) g_ptr_array_index (one, 0))->id, ==, f->id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/response/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("answers-come-back-after-a-restart", test_answers_come_back_after_a_restart);
  ADD ("a-field-shows-what-people-write", test_a_field_shows_what_people_write);
  ADD ("text-that-does-not-fit-is-kept", test_text_that_does_not_fit_is_kept);
  ADD ("a-draft-is-on-disk-but-not-in-the-journal", test_a_draft_is_on_disk_but_not_in_the_journal);
  ADD ("a-draft-recalculates-when-it-fits", test_a_draft_recalculates_when_it_fits);
  ADD ("undo-and-redo-reach-the-nodes", test_undo_and_redo_reach_the_nodes);
  ADD ("a-step-of-several-answers-is-one", test_a_step_of_several_answers_is_one);
  ADD ("a-removed-row-comes-back-with-its-answers", test_a_removed_row_comes_back_with_its_answers);
  ADD ("rows-move", test_rows_move);
  ADD ("another-window-sees-the-change", test_another_window_sees_the_change);
  ADD ("another-process-is-seen", test_another_process_is_seen);
  ADD ("a-hidden-answer-comes-back", test_a_hidden_answer_comes_back);
  ADD ("the-identity-of-a-submission-stays", test_the_identity_of_a_submission_stays);
  g_test_add ("/response/counted-rows-keep-their-answers", Fixture, "counted.xml", set_up,
              test_counted_rows_keep_their_answers, tear_down);
  ADD ("one-answer-is-one-step", test_one_answer_is_one_step);
  ADD ("notes-and-names-stay", test_notes_and_names_stay);
  ADD ("a-full-disk-loses-nothing", test_a_full_disk_loses_nothing);
  ADD ("what-blocks-is-named", test_what_blocks_is_named);
  ADD ("a-submission-is-fixed", test_a_submission_is_fixed);
  ADD ("a-changed-submission-is-found", test_a_changed_submission_is_found);
  ADD ("a-submission-elsewhere-counts-at-once", test_a_submission_elsewhere_counts_at_once);
  ADD ("what-was-typed-is-submitted-too", test_what_was_typed_is_submitted_too);
  ADD ("reopening-makes-a-version-with-the-answers",
       test_reopening_makes_a_version_with_the_answers);
  ADD ("reopening-makes-another-instance", test_reopening_makes_another_instance);
  ADD ("discarding-can-be-undone", test_discarding_can_be_undone);
  ADD ("answers-of-last-year-fill-the-gaps", test_answers_of_last_year_fill_the_gaps);
  ADD ("a-list-knows-the-figures", test_a_list_knows_the_figures);
  ADD ("a-list-follows-undo", test_a_list_follows_undo);
  ADD ("earlier-submissions-are-found", test_earlier_submissions_are_found);
  return g_test_run ();
}
