/* SPDX-License-Identifier: EUPL-1.2 */
/* Files as answers: what is attached is there, under its name, until somebody takes it away. */
#include "survey-fixture.h"

#include "rk-blob.h"
#include "rk-response-file.h"
#include "rk-workspace.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define FOTO "/schade/foto"
#define VERSLAG "/schade/verslag"

/* The smallest that counts as a picture: eight bytes of PNG and then @text. */
static GBytes *
make_picture (const char *text)
{
  g_autofree char *content = g_strconcat ("\x89PNG\r\n\x1a\n", text, NULL);

  return g_bytes_new (content, strlen (content));
}

static void
attach_bytes (RkResponse *response, const char *path, const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = make_picture (text);
  g_autoptr (GError) error = NULL;

  rk_response_attach_bytes (response, node_at (response, path), bytes, name, &error);
  g_assert_no_error (error);
}

/* The content of the file at @path: "…" without its eight bytes of PNG; NULL: none. */
static char *
content_at (RkResponse *response, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rk_response_dup_file (response, node_at (response, path), &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return g_strndup (data + 8, length - 8);
}

#define assert_content(response, path, expected)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *content_ = content_at (response, path);                                       \
    g_assert_cmpstr (content_, ==, expected);                                                      \
  }                                                                                                \
  G_STMT_END

static void
assert_sound (Fixture *f)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  rk_workspace_check (f->path, survey_test_kinds, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (problems->len > 0 ? problems->pdata[0] : NULL, ==, NULL);
}

static gint64
count_files (Fixture *f)
{
  return rk_store_count (f->store, "response_file", NULL, NULL, NULL);
}

static void
test_a_file_is_the_answer (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponseFile) file = NULL;

  attach_bytes (f->response, FOTO, "a", "foto.png");
  g_assert_cmpstr (value_at (f->response, FOTO), ==, "foto.png");
  restart (f);
  g_assert_cmpstr (value_at (f->response, FOTO), ==, "foto.png");
  assert_content (f->response, FOTO, "a");
  file = rk_response_get_file (f->response, node_at (f->response, FOTO));
  g_assert_cmpstr (file->type, ==, "image/png");
  g_assert_cmpint (file->size, ==, 9);
  g_assert_cmpstr (file->node_path, ==, FOTO);
  g_assert_cmpuint (rk_response_get_max_pixels (f->response, node_at (f->response, FOTO)), ==,
                    1024);
  assert_sound (f);
}

static void
test_a_name_that_is_taken_gets_a_number (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;

  apply (f->response, "{\"plek\": [{}, {}]}");
  attach_bytes (f->response, FOTO, "a", "Foto.jpg.png");
  attach_bytes (f->response, "/schade/plek[1]/beeld", "b", "../map/foto.jpg.png");
  attach_bytes (f->response, "/schade/plek[2]/beeld", "c", "submission.xml");
  g_assert_cmpstr (value_at (f->response, "/schade/plek[1]/beeld"), ==, "foto.jpg-1.png");
  g_assert_cmpstr (value_at (f->response, "/schade/plek[2]/beeld"), ==, "submission-1.xml");
  /* its own name is free to its own question */
  attach_bytes (f->response, FOTO, "d", "Foto.jpg.png");
  g_assert_cmpstr (value_at (f->response, FOTO), ==, "Foto.jpg.png");
  assert_content (f->response, FOTO, "d");
  files = rk_response_list_files (f->response, NULL);
  g_assert_cmpuint (files->len, ==, 3);
  g_assert_cmpstr (((RkResponseFile *) files->pdata[1])->node_path, ==, "/schade/plek[1]/beeld");
  assert_sound (f);
}

static void
test_undo_takes_answer_and_file_back (Fixture *f, gconstpointer data)
{
  attach_bytes (f->response, FOTO, "a", "foto.png");
  attach_bytes (f->response, FOTO, "b", "foto.png");
  attach_bytes (f->response, FOTO, "c", "ander.png");
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  g_assert_cmpstr (value_at (f->response, FOTO), ==, "foto.png");
  assert_content (f->response, FOTO, "b");
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  assert_content (f->response, FOTO, "a");
  enter_at (f->response, "/schade/toon", "nee"); /* saves what is, and nothing else */
  assert_content (f->response, FOTO, "a");
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  g_assert_cmpstr (value_at (f->response, FOTO), ==, "");
  g_assert_cmpint (count_files (f), ==, 0);
  g_assert_true (rk_store_redo (f->store, NULL, NULL));
  assert_content (f->response, FOTO, "a");
  restart (f);
  assert_content (f->response, FOTO, "a");
  assert_sound (f);
}

static void
test_clearing_the_answer_takes_the_file_away (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  attach_bytes (f->response, FOTO, "a", "foto.png");
  g_assert_true (rk_response_detach (f->response, node_at (f->response, FOTO), &error));
  g_assert_cmpint (count_files (f), ==, 0);
  assert_content (f->response, FOTO, NULL);
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  assert_content (f->response, FOTO, "a");
}

static void
test_a_hidden_question_keeps_its_file (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("Een put in de weg.\n", 19);
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;

  enter_at (f->response, "/schade/toon", "ja");
  rk_response_attach_bytes (f->response, node_at (f->response, VERSLAG), text, "verslag.txt",
                            &error);
  g_assert_no_error (error);
  enter_at (f->response, "/schade/toon", "nee");
  restart (f);
  xml = rk_form_instance_to_xml (rk_response_get_instance (f->response), FALSE);
  g_assert_null (strstr (xml, "verslag.txt"));
  enter_at (f->response, "/schade/toon", "ja");
  g_assert_cmpstr (value_at (f->response, VERSLAG), ==, "verslag.txt");
  g_assert_cmpint (count_files (f), ==, 1);
  assert_sound (f);
}

static void
test_a_removed_row_takes_its_file_along (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RkFormNode *row;

  apply (f->response, "{\"plek\": [{}, {}]}");
  attach_bytes (f->response, "/schade/plek[2]/beeld", "b", "b.png");
  row = rk_form_node_get_parent (node_at (f->response, "/schade/plek[2]/beeld"));
  g_assert_true (rk_response_remove_row (f->response, row, &error));
  g_assert_cmpint (count_files (f), ==, 0);
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  assert_content (f->response, "/schade/plek[2]/beeld", "b");
}

static void
assert_refused (Fixture *f, const char *path, GBytes *bytes, const char *name, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      rk_response_attach_bytes (f->response, node_at (f->response, path), bytes, name, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_another_kind_of_file_is_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("no picture at all\n", 18);
  g_autoptr (GBytes) picture = make_picture ("a");
  g_autoptr (GError) missing = NULL;

  enter_at (f->response, "/schade/toon", "ja");
  assert_refused (f, FOTO, text, "nota.txt", "“nota.txt” is not a picture");
  assert_refused (f, FOTO, text, "foto.jpg", "“foto.jpg” is not a picture");
  assert_refused (f, VERSLAG, picture, "foto.png", "application/pdf");
  assert_refused (f, "/schade/toon", picture, "foto.png", "does not ask for a file");
  g_assert_cmpint (count_files (f), ==, 0);
  g_assert_false (
      rk_response_attach (f->response, node_at (f->response, FOTO), "/nergens/x.png", &missing));
  g_assert_error (missing, RK_ERROR, RK_ERROR_NOT_FOUND);
}

static void
test_submitting_fixes_the_files (Fixture *f, gconstpointer data)
{
  g_autofree char *next = NULL;
  g_autoptr (RkResponse) reopened = NULL;
  g_autoptr (GBytes) other = make_picture ("b");
  g_autoptr (GError) error = NULL, frozen = NULL, damaged = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (RkChange) change = rk_change_new (f->store, "Behind its back");
  g_autofree char *hash = rk_blob_put (f->store, other, NULL);

  apply (f->response, "{\"plek\": [{}]}");
  attach_bytes (f->response, "/schade/plek[1]/beeld", "a", "foto.png");
  g_assert_true (rk_response_submit (f->response, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (rk_response_verify (f->response, &error));
  g_assert_false (
      rk_response_attach_bytes (f->response, node_at (f->response, FOTO), other, "b.png", &frozen));
  g_assert_error (frozen, RK_ERROR, RK_ERROR_FROZEN);
  next = rk_response_reopen (f->response, &error);
  reopened = open_response (f->store, next);
  assert_content (reopened, "/schade/plek[1]/beeld", "a");
  files = rk_store_list (f->store, "response_file", "response = ?1", NULL, NULL, f->id, NULL);
  rk_change_set (change, "response_file", rk_record_get_id (files->pdata[0]), "hash", hash, NULL);
  g_assert_true (rk_change_apply (change, NULL));
  g_assert_false (rk_response_verify (f->response, &damaged));
  g_assert_error (damaged, RK_ERROR, RK_ERROR_DAMAGED);
}

static void
test_discarding_can_be_undone (Fixture *f, gconstpointer data)
{
  attach_bytes (f->response, FOTO, "a", "foto.png");
  g_clear_object (&f->response);
  g_assert_true (rk_response_discard (f->store, f->id, NULL));
  g_assert_cmpint (count_files (f), ==, 0);
  assert_sound (f);
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  f->response = open_response (f->store, f->id);
  assert_content (f->response, FOTO, "a");
}

static void
test_another_window_sees_the_file (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) other = open_response (f->store, f->id);

  attach_bytes (other, FOTO, "a", "foto.png");
  assert_content (f->response, FOTO, "a");
  attach_bytes (f->response, FOTO, "b", "foto.png");
  assert_content (other, FOTO, "b");
}

/* --- the files of the form -------------------------------------------------------------------- */

static RkQuestionnaire *
add_with_list (Fixture *f, const char *list, GPtrArray *messages)
{
  g_autofree char *path = find_form ("files.xml");
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) form = NULL;
  g_autoptr (GHashTable) media =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  RkQuestionnaire *questionnaire;
  gsize length;

  g_assert_true (g_file_get_contents (path, &xml, &length, NULL));
  form = g_bytes_new (xml, length);
  if (list != NULL)
    g_hash_table_insert (media, (char *) "straten.csv", g_bytes_new (list, strlen (list)));
  questionnaire = rk_questionnaire_add_bytes (f->store, form, media, messages, &error);
  g_assert_no_error (error);
  return questionnaire;
}

static guint
count_choices (RkStore *store, const char *id)
{
  g_autoptr (RkResponse) response = open_response (store, id);

  return rk_form_node_get_choices (node_at (response, "/schade/straat"))->len;
}

static char *
start_on (Fixture *f, RkQuestionnaire *questionnaire)
{
  g_autoptr (GError) error = NULL;
  char *id = rk_response_start (f->store, questionnaire, "2026", NULL, &error);

  g_assert_no_error (error);
  return id;
}

static void
test_another_list_makes_another_questionnaire (Fixture *f, gconstpointer data)
{
  g_autoptr (RkQuestionnaire) old = add_with_list (f, "name,label\na,Aa\n", NULL);
  g_autofree char *before = start_on (f, old);
  g_autoptr (RkQuestionnaire) new = add_with_list (f, "name,label\na,Aa\nb,Be\n", NULL);
  g_autofree char *after = start_on (f, new);
  g_autoptr (RkQuestionnaire) found = NULL;
  g_autofree char *latest = NULL;

  g_assert_cmpuint (count_choices (f->store, before), ==, 1);
  g_assert_cmpuint (count_choices (f->store, after), ==, 2);
  found = rk_questionnaire_find (f->store, "schade", NULL);
  latest = start_on (f, found);
  g_assert_cmpuint (count_choices (f->store, latest), ==, 2);
  assert_sound (f);
}

static RkFormFile *
find_listed (GPtrArray *files, const char *name)
{
  for (guint i = 0; i < files->len; i++)
    if (g_str_equal (((RkFormFile *) files->pdata[i])->name, name))
      return files->pdata[i];
  g_error ("“%s” is not listed", name);
}

static char *
write_beside (Fixture *f, const char *name, const char *text)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_missing_files_are_listed_and_can_be_added (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autoptr (RkQuestionnaire) bare = add_with_list (f, NULL, messages);
  g_autofree char *id = start_on (f, bare);
  g_autoptr (GPtrArray) files = rk_questionnaire_list_media (bare, NULL), later = NULL;
  g_autofree char *list = write_beside (f, "straten.csv", "name,label\na,Aa\n");
  g_autofree char *other = write_beside (f, "ander.csv", "name,label\na,Aa\n");
  g_autofree char *newer = NULL, *fresh = NULL;
  g_autoptr (GError) error = NULL, unknown = NULL;
  g_autoptr (RkQuestionnaire) found = NULL;

  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpstr (((RkFormMessage *) messages->pdata[0])->code, ==, "missing-attachment");
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_cmpint (find_listed (files, "plan.png")->size, ==, -1);
  g_assert_cmpint (find_listed (files, "straten.csv")->size, ==, -1);

  g_assert_false (rk_questionnaire_add_media (bare, f->store, other, &unknown));
  g_assert_error (unknown, RK_ERROR, RK_ERROR_INVALID);
  g_assert_nonnull (strstr (unknown->message, "plan.png, straten.csv"));

  g_assert_true (rk_questionnaire_add_media (bare, f->store, list, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_choices (f->store, id), ==, 1); /* what was begun has it now */
  g_free (list);
  list = write_beside (f, "straten.csv", "name,label\na,Aa\nb,Be\n");
  g_assert_true (rk_questionnaire_add_media (bare, f->store, list, &error));
  g_assert_cmpuint (count_choices (f->store, id), ==, 1); /* and keeps it */
  found = rk_questionnaire_find (f->store, "schade", NULL);
  fresh = start_on (f, found);
  g_assert_cmpuint (count_choices (f->store, fresh), ==, 2);
  later = rk_questionnaire_list_media (found, NULL);
  g_assert_cmpint (find_listed (later, "straten.csv")->size, ==, 21);
  assert_sound (f);
}

static void
test_files_beside_a_form_are_kept (Fixture *f, gconstpointer data)
{
  g_autofree char *form = find_form ("files.xml"), *xml = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "formulier", NULL);
  g_autofree char *media = g_build_filename (folder, "wegen-media", NULL);
  g_autofree char *copy = g_build_filename (folder, "wegen.xml", NULL);
  g_autofree char *picture = g_build_filename (media, "plan.png", NULL);
  g_autoptr (RkQuestionnaire) questionnaire = NULL, found = NULL;
  g_autoptr (GBytes) kept = NULL, absent = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (form, &xml, NULL, NULL));
  g_mkdir_with_parents (media, 0700);
  g_assert_true (g_file_set_contents (copy, xml, -1, NULL));
  g_assert_true (g_file_set_contents (picture, "\x89PNG\r\n\x1a\n", -1, NULL));
  questionnaire = rk_questionnaire_add (f->store, copy, NULL, &error);
  g_assert_no_error (error);
  g_remove (picture);
  found = rk_questionnaire_find (f->store, "schade", NULL);
  kept = rk_questionnaire_dup_media (found, "plan.png", &error);
  absent = rk_questionnaire_dup_media (found, "straten.csv", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (kept), ==, 8);
  g_assert_null (absent);
}

/* --- a full disk ------------------------------------------------------------------------------ */

static void
test_a_full_disk_keeps_the_former_file (Fixture *f, gconstpointer data)
{
  g_autofree char *large = g_strnfill (6 * 1024 * 1024, 'x');
  g_autoptr (GBytes) bytes = make_picture (large);
  g_autoptr (GError) error = NULL;
  struct rlimit all, few = { 3 * 1024 * 1024, RLIM_INFINITY };

  attach_bytes (f->response, FOTO, "a", "foto.png");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &all), ==, 0);
  few.rlim_max = all.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &few), ==, 0);
  g_assert_false (rk_response_attach_bytes (f->response, node_at (f->response, FOTO), bytes,
                                            "groot.png", &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &all), ==, 0);
  g_assert_error (error, RK_ERROR, RK_ERROR_FULL);
  assert_content (f->response, FOTO, "a");
  restart (f);
  assert_content (f->response, FOTO, "a");
  assert_sound (f);
  attach_bytes (f->response, FOTO, large, "groot.png");
  g_assert_cmpstr (value_at (f->response, FOTO), ==, "groot.png");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  signal (SIGXFSZ, SIG_IGN);
#define ADD(name, func)                                                                            \
  g_test_add ("/response-file/" name, Fixture, "files.xml", set_up, func, tear_down)
  ADD ("a-file-is-the-answer", test_a_file_is_the_answer);
  ADD ("a-name-that-is-taken-gets-a-number", test_a_name_that_is_taken_gets_a_number);
  ADD ("undo-takes-answer-and-file-back", test_undo_takes_answer_and_file_back);
  ADD ("clearing-the-answer-takes-the-file-away", test_clearing_the_answer_takes_the_file_away);
  ADD ("a-hidden-question-keeps-its-file", test_a_hidden_question_keeps_its_file);
  ADD ("a-removed-row-takes-its-file-along", test_a_removed_row_takes_its_file_along);
  ADD ("another-kind-of-file-is-refused", test_another_kind_of_file_is_refused);
  ADD ("submitting-fixes-the-files", test_submitting_fixes_the_files);
  ADD ("discarding-can-be-undone", test_discarding_can_be_undone);
  ADD ("another-window-sees-the-file", test_another_window_sees_the_file);
  ADD ("another-list-makes-another-questionnaire", test_another_list_makes_another_questionnaire);
  ADD ("missing-files-are-listed-and-can-be-added", test_missing_files_are_listed_and_can_be_added);
  ADD ("files-beside-a-form-are-kept", test_files_beside_a_form_are_kept);
  ADD ("a-full-disk-keeps-the-former-file", test_a_full_disk_keeps_the_former_file);
  return g_test_run ();
}
